"""Commands that tend the corpus: `canllaw crawl | reparse | verify | publication show`; reads, calls and prints."""

from contextlib import closing
from datetime import date
from typing import Annotated

import typer

from corpus.catalogue import open_catalogue
from corpus.errors import InvalidQuery
from corpus.settings import read_settings
from search_api.terminal import progress, put, say

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
publication_app = typer.Typer(help="What is known of one publication.", no_args_is_help=True)


def crawl(
    urls: Annotated[list[str] | None, typer.Argument(help="Addresses; none asks for all that publishers list.")] = None,
    source: Annotated[str | None, typer.Option(help="Only this publisher, as in `Estyn`.")] = None,
    publication: Annotated[str | None, typer.Option(help="Only the addresses of this publication.")] = None,
    since: Annotated[str | None, typer.Option(help="Only what listings date on this day or later: 2024-05-01.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be asked first, and ask nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Fetch publishers' pages politely, keep them as they came, and read them; goes on where one was cut off."""
    from ingest.frontier import Scope  # noqa: PLC0415 - parsers, which other commands do not need
    from search_api.crawls.crawling import crawl_lines, planned, refused_by_us, run_crawl, visit_line  # noqa: PLC0415
    from search_api.crawls.shapes import crawl_shape  # noqa: PLC0415

    if bool(urls) + bool(source) + bool(publication) > 1:
        raise InvalidQuery("Give addresses, or --source, or --publication: one of them.", field="source")
    scope = Scope(urls=tuple(urls or ()), source=source, publication_id=publication, since=_day(since))
    settings = read_settings()
    if dry_run:
        visits = planned(settings, scope)
        put(
            "\n".join([*(f"{visit.purpose:8} {visit.url}" for visit in visits), f"{len(visits)} addresses; nothing was asked."])
        )
        return
    done = run_crawl(settings, scope, on_visit=lambda visit: say(visit_line(visit)))
    put(crawl_shape(done).model_dump_json(indent=2) if as_json else "\n".join(crawl_lines(done)))
    if refused_by_us(done, scope):
        raise typer.Exit(1)


def reparse() -> None:
    """Read every text again from the bytes that were kept, without a network, after a parser was bettered."""
    from ingest.intake import Became, Life  # noqa: PLC0415 - parsers, which other commands do not need
    from search_api.crawls.crawling import run_reparse  # noqa: PLC0415

    def tell(row: Life) -> None:
        if row.became is not Became.UNCHANGED:
            say(f"{row.became:9} {row.name}" + (f": {row.reason}" if row.reason else ""))

    put(run_reparse(read_settings(), on_text=tell))


def verify(
    mend: Annotated[bool, typer.Option("--mend", help="Put right what differs.")] = False,
) -> None:
    """Prove that catalogue, captures and index agree: 0 differences, or each of them by name."""
    from search_api.verifying import verify as compare  # noqa: PLC0415 - the model's libraries
    from search_api.verifying import verify_lines  # noqa: PLC0415

    with progress("Comparing"):
        found = compare(read_settings(), mend=mend)
    put("\n".join(verify_lines(found, mended=mend)))
    if any(not (mend and one.mend) for one in found):
        raise typer.Exit(1)


@publication_app.command("show")
def show(
    publication_id: Annotated[str, typer.Argument(help="Its id, as hits and citations give it.")], as_json: AsJson = False
) -> None:
    """Print its versions, the days each stood, and the words that its status and force rest on."""
    from search_api.crawls.crawling import captures_of  # noqa: PLC0415 - parsers
    from search_api.history.history import history  # noqa: PLC0415
    from search_api.history.lines import history_lines  # noqa: PLC0415

    settings = read_settings()
    with closing(open_catalogue(settings.catalogue_url)) as catalogue:
        shown = history(catalogue, captures_of(settings, catalogue), publication_id)
    put(shown.model_dump_json(indent=2) if as_json else "\n".join(history_lines(shown)))


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise InvalidQuery(f"'{value}' is no day. Write it as 2024-05-01.", field="since") from error


def add_to(app: typer.Typer) -> None:
    """Put these commands beside the others."""
    for command in (crawl, reparse, verify):
        app.command()(command)
    app.add_typer(publication_app, name="publication")
