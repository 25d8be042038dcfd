"""Commands of the desk: `canllaw duties`; reads, calls and prints. They need the catalogue only, and no index."""

from contextlib import closing
from typing import Annotated

import typer

from corpus.catalogue import open_catalogue
from corpus.errors import CatalogueUnavailable
from corpus.settings import read_settings
from search_api.terminal import put

Words = Annotated[list[str] | None, typer.Argument(help="Words to look for; none lists all.")]
Actor = Annotated[
    list[str] | None, typer.Option("--actor", help="Only duties of this body, as in `governing-body`; repeat for more.")
]
LevelOption = Annotated[
    list[str] | None, typer.Option("--level", help="Only `must`, `should`, `may` or `needs`; repeat for more.")
]
Law = Annotated[str | None, typer.Option("--law", help="Only under a law whose name holds these words.")]
OfPublication = Annotated[str | None, typer.Option("--publication", help="Only of this publication, by its id.")]
Many = list[str] | None


def duties(
    words: Words = None,
    actor: Actor = None,
    level: LevelOption = None,
    law: Law = None,
    publication: OfPublication = None,
    type_: Annotated[Many, typer.Option("--type", help="Only this type, as in `guidance`; repeat for more.")] = None,
    publisher: Annotated[Many, typer.Option("--publisher", help="Only this publisher, as in `Estyn`.")] = None,
    topic: Annotated[Many, typer.Option("--topic", help="Only this topic, as in `attendance`.")] = None,
    language: Annotated[str | None, typer.Option("--language", help="Only texts in `en` or `cy`.")] = None,
    status: Annotated[Many, typer.Option("--status", help="Only this status, as in `superseded`.")] = None,
    force: Annotated[Many, typer.Option("--force", help="Only `statutory`, `non_statutory` or `unknown`.")] = None,
    published_from: Annotated[str | None, typer.Option("--from", help="Published on or after: 2024-05-01 or 2024.")] = None,
    published_to: Annotated[str | None, typer.Option("--to", help="Published on or before.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="Only what stood on this day.")] = None,
    any_status: Annotated[bool, typer.Option("--any-status", help="Superseded, draft and withdrawn texts too.")] = False,
    held: Annotated[str | None, typer.Option("--held", help="Only `full` texts or `digest`s.")] = None,
    limit: Annotated[int, typer.Option("--limit", help="Duties on a page, 1 to 100.")] = 10,
    page: Annotated[int, typer.Option("--page", help="Which page, from 1.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """List who must, should or may do what, each with the words that say so."""
    from search_api.desk import find_duties  # noqa: PLC0415 - the words of the index, and the rules of duties
    from search_api.desk_asked import DutiesAsked, read_duties_asked  # noqa: PLC0415
    from search_api.desk_lines import duties_lines  # noqa: PLC0415
    from search_api.desk_shapes import duties_shape  # noqa: PLC0415
    from search_api.question import Asked  # noqa: PLC0415

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
