"""The commands `canllaw commitments`, `show` and `review`; they read, call and print, and need the catalogue only, no index."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Annotated

import typer

from corpus.catalogue import Catalogue, open_catalogue
from corpus.errors import CatalogueUnavailable
from corpus.settings import read_settings
from search_api.cli_options import (
    AsJson,
    CameTo,
    DueBefore,
    Held,
    KnownAsOf,
    Language,
    Limit,
    MadeFrom,
    MadeTo,
    Offices,
    OfPublication,
    Page,
    Promise,
    Publisher,
    Speakers,
    Topic,
)
from search_api.terminal import put

Id = Annotated[str, typer.Argument(metavar="ID", help="The commitment's id, or that of any of its sources.")]
commitments_app = typer.Typer(
    help="List what was promised, by whom and by when, and what later texts suggest came of it.", invoke_without_command=True
)


@commitments_app.callback()
def commitments(
    context: typer.Context,
    text: Promise = "",
    topic: Topic = None,
    speaker: Speakers = None,
    office: Offices = None,
    made_from: MadeFrom = None,
    made_to: MadeTo = None,
    due_before: DueBefore = None,
    status: CameTo = None,
    publisher: Publisher = None,
    publication: OfPublication = None,
    language: Language = None,
    held: Held = None,
    as_of: KnownAsOf = None,
    limit: Limit = 10,
    page: Page = 1,
    as_json: AsJson = False,
) -> None:
    """List what was promised, by whom and by when, and what later texts suggest came of it."""
    if context.invoked_subcommand is not None:
        return
    from search_api.commitments.asked import CommitmentsAsked, read_commitments_asked  # noqa: PLC0415 - the words of the index
    from search_api.commitments.lines import commitments_lines  # noqa: PLC0415
    from search_api.commitments.register import find_commitments  # noqa: PLC0415
    from search_api.commitments.shapes import commitments_shape  # noqa: PLC0415
    from search_api.question.question import Asked  # noqa: PLC0415

    asked = Asked(
        q=text,
        topic=topic or (),
        status=status or (),
        publisher=publisher or (),
        language=language,
        held=held,
        published_from=made_from,
        published_to=made_to,
        as_of=as_of,
        limit=limit,
        page=page,
    )
    wanted = CommitmentsAsked(
        asked=asked, speaker=speaker or (), office=office or (), due_before=due_before, publication=publication
    )
    with _catalogue() as catalogue:
        query = read_commitments_asked(wanted, catalogue)
        found = commitments_shape(find_commitments(catalogue, query))
    put(found.model_dump_json(indent=2) if as_json else "\n".join(commitments_lines(found)))


@commitments_app.command("show")
def show(commitment_id: Id, as_of: KnownAsOf = None, as_json: AsJson = False) -> None:
    """Show one commitment with every source and the chain of later words that may bear on it."""
    from search_api.commitments.asked import read_day  # noqa: PLC0415 - the words of the index
    from search_api.commitments.lines import one_commitment_lines  # noqa: PLC0415
    from search_api.commitments.register import Register  # noqa: PLC0415
    from search_api.commitments.shapes import one_commitment_shape  # noqa: PLC0415

    day = read_day("as_of", as_of)
    with _catalogue() as catalogue:
        register = Register(catalogue, as_of=day)
        found = one_commitment_shape(register.one(commitment_id), register)
    put(found.model_dump_json(indent=2) if as_json else "\n".join(one_commitment_lines(found)))


@commitments_app.command("review")
def review(
    commitment_id: Id,
    evidence: Annotated[str, typer.Option("--evidence", help="Where the later words stand: document:start-end, as shown.")],
    verdict: Annotated[
        str,
        typer.Option(
            "--as", help="`delivered`, `delivered_late`, `progress`, `revised`, `reaffirmed`, `dropped`, or `reject`."
        ),
    ],
    by: Annotated[str, typer.Option("--by", help="Your name, which is kept and shown.")],
    note: Annotated[str, typer.Option("--note", help="Why, in your words.")] = "",
    as_json: AsJson = False,
) -> None:
    """Confirm, correct or reject what later words are suggested to say; kept with who and when, and never overwritten."""
    from search_api.commitments.lines import review_lines  # noqa: PLC0415
    from search_api.commitments.reviewing import Reviewed, keep_review  # noqa: PLC0415
    from search_api.commitments.shapes import review_shape  # noqa: PLC0415

    given = Reviewed(commitment_id=commitment_id, evidence=evidence, verdict=verdict, by=by, note=note)
    with _catalogue() as catalogue:
        kept = review_shape(keep_review(catalogue, given))
    put(kept.model_dump_json(indent=2) if as_json else "\n".join(review_lines(kept)))


@contextmanager
def _catalogue() -> Iterator[Catalogue]:
    settings = read_settings()
    with closing(open_catalogue(settings.catalogue_url)) as catalogue:
        if not catalogue.revision():
            raise CatalogueUnavailable(f"The catalogue in '{settings.data_dir}' is empty: run `canllaw ingest` first.")
        yield catalogue


def add_to(app: typer.Typer) -> None:
    """Put these commands beside the others."""
    app.add_typer(commitments_app, name="commitments")
