"""The command line: `canllaw ingest | index | search | ask | serve`, and more in `cli_corpus`; reads, calls and prints.

Exit codes: 0 done, 1 something failed, 2 something to set up or put right, 130 stopped by Ctrl-C.
"""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.catalogue import open_catalogue
from corpus.errors import CanllawError
from corpus.settings import read_settings
from search_api import cli_corpus
from search_api.cli_options import (
    After,
    AnyStatus,
    AsJson,
    AsOf,
    Force,
    From,
    Held,
    KindOption,
    Language,
    Limit,
    ModeOption,
    Page,
    Publisher,
    ScopeOption,
    StatusOption,
    To,
    Topic,
    Type,
    WhoseDuty,
    Words,
)
from search_api.commitments import command as cli_commitments
from search_api.comparing import command as cli_compare
from search_api.duties import command as duties_command
from search_api.mcp_server import cli_mcp
from search_api.packs import cli_packs
from search_api.question.question import Asked
from search_api.terminal import is_styled, progress, put, say, search_lines
from search_api.timeline import command as cli_timeline

if TYPE_CHECKING:
    from search_api.session import Session

app = typer.Typer(
    help="Welsh education policy, searched and answered in exact, cited words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
COMMANDS = "canllaw.commands"
"""Entry points of commands that live above this room (`evals`)."""


@app.command()
def ingest(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files and folders; none loads the register.")] = None,
    publication: Annotated[str | None, typer.Option(help="Attach the one text to this publication.")] = None,
    prune: Annotated[bool, typer.Option(help="Remove what an earlier register brought and this one leaves out.")] = False,
    as_json: AsJson = False,
) -> None:
    """Load the register, or import saved pages, PDFs and texts."""
    from search_api.importing import bring_in  # noqa: PLC0415 - parsers, which other commands do not need

    settings = read_settings()
    catalogue = open_catalogue(settings.catalogue_url)
    try:
        brought = bring_in(
            catalogue,
            paths or [],
            data_dir=settings.data_dir,
            register=settings.register_path,
            publication_id=publication,
            prune=prune,
            now=lambda: datetime.now(UTC),
        )
    finally:
        catalogue.close()
    put(brought.as_json() if as_json else "\n".join(brought.lines()))
    if brought.failed:
        raise typer.Exit(1)


@app.command()
def index(
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make the index anew, as after a change of model.")] = False,
) -> None:
    """Make the index equal to the catalogue."""
    from search_api.indexing import bring_up  # noqa: PLC0415 - the model's libraries

    with progress("Indexing") as advance:
        line = bring_up(read_settings(), rebuild=rebuild, progress=advance, say=say)
    put(line)


@app.command()
def search(
    words: Words,
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
    """Find passages, best first."""
    asked = Asked(
        q=" ".join(words),
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
    with _session() as open_session:
        found = open_session.search(asked)
    put(found.model_dump_json(indent=2, by_alias=True) if as_json else "\n".join(search_lines(found)))


@app.command()
def ask(
    words: Words,
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
    kind: KindOption = None,
    actor: WhoseDuty = None,
    scope: ScopeOption = None,
    mode: ModeOption = None,
    after: After = None,
    as_json: AsJson = False,
) -> None:
    """Answer a question in quoted, cited words, or say why not."""
    from search_api.answering.lines import answer_lines  # noqa: PLC0415 - dates in words, and the tables questions are read by

    asked = Asked(
        q=" ".join(words),
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
        kind=kind,
        actor=actor,
        scope=scope,
        mode=mode,
        after=after,
    )
    with _session() as open_session:
        answer = open_session.ask(asked)
    put(answer.model_dump_json(indent=2, by_alias=True) if as_json else "\n".join(answer_lines(answer, styled=is_styled())))


@app.command()
def serve(
    first: Annotated[str | None, typer.Option("--first", help="A question to answer on the terminal before serving.")] = None,
) -> None:
    """Load the register, bring the index up to it, and serve the pages and the API."""
    from search_api.serving import serve as start  # noqa: PLC0415 - the web framework and the model's libraries

    with progress("Indexing") as advance:
        start(read_settings(), first=first, progress=advance, say=say)


cli_corpus.add_to(app)
duties_command.add_to(app)
cli_packs.add_to(app)
cli_commitments.add_to(app)
cli_compare.add_to(app)
cli_timeline.add_to(app)
cli_mcp.add_to(app)


def main() -> None:
    """Run a command; every failure of ours is one sentence on stderr and an exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    for command in entry_points(group=COMMANDS):
        app.add_typer(command.load(), name=command.name)
    try:
        sys.exit(app(standalone_mode=False))  # Typer gives back the code of an early exit, and 130 for Ctrl-C
    except CanllawError as error:
        _fail(str(error), error.exit_code)
    except typer.TyperException as error:
        _fail(error.format_message(), 2)
    except BrokenPipeError:  # `canllaw search … | head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        place = f" '{error.filename}'" if error.filename else ""
        _fail(f"A file{place} cannot be used: {error.strerror}. Check that its disk has room and may be written to.", 2)
    except KeyboardInterrupt:
        sys.exit(130)


@contextmanager
def _session() -> Iterator["Session"]:
    from search_api.session import session  # noqa: PLC0415 - an HTTP client, and maybe the model

    with progress("Indexing") as advance, session(read_settings(), progress=advance, say=say) as opened:
        yield opened


def _fail(sentence: str, code: int) -> None:
    say(sentence)
    sys.exit(code)
