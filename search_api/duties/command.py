"""Commands of the desk: `canllaw duties`; reads, calls and prints. They need the catalogue only, and no index."""

from contextlib import closing

import typer

from corpus.catalogue import open_catalogue
from corpus.errors import CatalogueUnavailable
from corpus.settings import read_settings
from search_api.cli_options import (
    Actors,
    AnyStatus,
    AsJson,
    AsOf,
    Force,
    From,
    Held,
    Language,
    Law,
    Levels,
    Limit,
    OfPublication,
    Page,
    Publisher,
    SomeWords,
    StatusOption,
    To,
    Topic,
    Type,
)
from search_api.terminal import put


def duties(
    words: SomeWords = None,
    actor: Actors = None,
    level: Levels = None,
    law: Law = None,
    publication: OfPublication = None,
    type_: Type = None,
    publisher: Publisher = None,
    topic: Topic = None,
    language: Language = None,
    status: StatusOption = None,
    force: Force = None,
    published_from: From = None,
    published_to: To = None,
    as_of: AsOf = None,
    any_status: AnyStatus = False,
    held: Held = None,
    limit: Limit = 10,
    page: Page = 1,
    as_json: AsJson = False,
) -> None:
    """List who must, should or may do what, each with the words that say so."""
    from search_api.duties.asked import DutiesAsked, read_duties_asked  # noqa: PLC0415
    from search_api.duties.lines import duties_lines  # noqa: PLC0415
    from search_api.duties.register import find_duties  # noqa: PLC0415 - the words of the index, and the rules of duties
    from search_api.duties.shapes import duties_shape  # noqa: PLC0415
    from search_api.question.question import Asked  # noqa: PLC0415

    asked = Asked(
        q=" ".join(words or ()),
        type=type_ or (),
        publisher=publisher or (),
        topic=topic or (),
        language=language,
        status=status or (),
        force=force or (),
        published_from=published_from,
        published_to=published_to,
        as_of=as_of,
        any_status=any_status,
        held=held,
        limit=limit,
        page=page,
    )
    wanted = DutiesAsked(asked=asked, actor=actor or (), level=level or (), law=law, publication=publication)
    settings = read_settings()
    with closing(open_catalogue(settings.catalogue_url)) as catalogue:
        if not catalogue.revision():
            raise CatalogueUnavailable(f"The catalogue in '{settings.data_dir}' is empty: run `canllaw ingest` first.")
        found = duties_shape(find_duties(catalogue, read_duties_asked(wanted, catalogue)))
    put(found.model_dump_json(indent=2) if as_json else "\n".join(duties_lines(found)))


def add_to(app: typer.Typer) -> None:
    """Put these commands beside the others."""
    app.command()(duties)
