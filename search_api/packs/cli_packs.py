"""Commands of packs: `canllaw export`, one for each thing to take away; they read, call and print; replay stands apart."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from search_api.cli_options import (
    Actors,
    After,
    AnyStatus,
    AsOf,
    CameTo,
    DueBefore,
    Force,
    From,
    Held,
    KindOption,
    KnownAsOf,
    Language,
    Law,
    Levels,
    Limit,
    MadeFrom,
    MadeTo,
    Many,
    ModeOption,
    Offices,
    OfPublication,
    OldestFirst,
    Page,
    Promise,
    Publisher,
    ScopeOption,
    SomeWords,
    Speakers,
    StatusOption,
    To,
    Topic,
    Type,
    WhoseDuty,
    Words,
)
from search_api.packs.cli_replay import exporter, replay
from search_api.terminal import put

Form = Annotated[str, typer.Option("--format", help="`docx`, `md`, `csv`, `ris`, `bibtex`, `csl` or `manifest`.")]
Out = Annotated[Path, typer.Option("--out", help="The file to write; `-` for standard output.")]
Ui = Annotated[str, typer.Option("--ui", help="Language of the pack's own words: `en` or `cy`.")]
export_app = typer.Typer(
    help="Take an answer, a search, duties, a timeline or commitments away as a file, with citations and manifest.",
    no_args_is_help=True,
)


@export_app.command("answer")
def export_answer(
    words: Words,
    out: Out,
    form: Form = "docx",
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
    ui: Ui = "en",
) -> None:
    """Take the answer to a question away."""
    shared = _shared(
        words, type_, publisher, topic, language, status, force, published_from, published_to, as_of, any_status, held
    )
    own = [("kind", kind), ("actor", actor), ("scope", scope), ("mode", mode), ("after", after)]
    _export("answer", [*shared, *own], form=form, out=out, ui=ui)


@export_app.command("search")
def export_search(
    words: Words,
    out: Out,
    form: Form = "docx",
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
    ui: Ui = "en",
) -> None:
    """Take a page of the passages found away."""
    shared = _shared(
        words, type_, publisher, topic, language, status, force, published_from, published_to, as_of, any_status, held
    )
    _export("search", [*shared, ("limit", str(limit)), ("page", str(page))], form=form, out=out, ui=ui)


@export_app.command("duties")
def export_duties(
    out: Out,
    words: SomeWords = None,
    form: Form = "docx",
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
    ui: Ui = "en",
) -> None:
    """Take a page of the register of duties away."""
    shared = _shared(
        words, type_, publisher, topic, language, status, force, published_from, published_to, as_of, any_status, held
    )
    own = [*_each("actor", actor), *_each("level", level), ("law", law), ("publication", publication)]
    _export("duties", [*shared, *own, ("limit", str(limit)), ("page", str(page))], form=form, out=out, ui=ui)


@export_app.command("timeline")
def export_timeline(
    out: Out,
    words: SomeWords = None,
    form: Form = "docx",
    type_: Type = None,
    publisher: Publisher = None,
    topic: Topic = None,
    language: Language = None,
    status: StatusOption = None,
    force: Force = None,
    published_from: From = None,
    published_to: To = None,
    as_of: KnownAsOf = None,
    held: Held = None,
    oldest_first: OldestFirst = False,
    limit: Limit = 30,
    page: Page = 1,
    ui: Ui = "en",
) -> None:
    """Take a page of a timeline away."""
    shared = _shared(words, type_, publisher, topic, language, status, force, published_from, published_to, as_of, False, held)
    own = [("oldest_first", "true" if oldest_first else None), ("limit", str(limit)), ("page", str(page))]
    _export("timeline", [*shared, *own], form=form, out=out, ui=ui)


@export_app.command("commitments")
def export_commitments(
    out: Out,
    text: Promise = "",
    form: Form = "docx",
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
    ui: Ui = "en",
) -> None:
    """Take a page of the register of commitments away, each with the later words that may bear on it."""
    many = [("topic", topic), ("speaker", speaker), ("office", office), ("status", status), ("publisher", publisher)]
    one = [
        ("q", text),
        ("from", made_from),
        ("to", made_to),
        ("due_before", due_before),
        ("publication", publication),
        ("language", language),
        ("held", held),
        ("as_of", as_of),
    ]
    each = [pair for name, values in many for pair in _each(name, values)]
    _export("commitments", [*one, *each, ("limit", str(limit)), ("page", str(page))], form=form, out=out, ui=ui)


def _export(of: str, given: Sequence[tuple[str, str | None]], *, form: str, out: Path, ui: str) -> None:
    from search_api.packs.export import Export  # noqa: PLC0415 - dates in words
    from search_api.packs.storing import STANDARD_OUTPUT, store  # noqa: PLC0415

    asked = Export(of=of, form=form, parameters=tuple((name, value) for name, value in given if value), ui=ui)
    with exporter() as export:
        content = export(asked)
    store(content, out)
    if str(out) != STANDARD_OUTPUT:
        put(f"{out}: {len(content):,} bytes")


def _shared(
    words: Many,
    type_: Many,
    publisher: Many,
    topic: Many,
    language: str | None,
    status: Many,
    force: Many,
    published_from: str | None,
    published_to: str | None,
    as_of: str | None,
    any_status: bool,
    held: str | None,
) -> list[tuple[str, str | None]]:
    many = [("type", type_), ("publisher", publisher), ("topic", topic), ("status", status), ("force", force)]
    one = [("language", language), ("from", published_from), ("to", published_to), ("as_of", as_of), ("held", held)]
    return [
        ("q", " ".join(words or ())),
        *(pair for name, values in many for pair in _each(name, values)),
        *one,
        ("any_status", "true" if any_status else None),
    ]


def _each(name: str, values: Many) -> list[tuple[str, str | None]]:
    return [(name, value) for value in values or ()]


def add_to(app: typer.Typer) -> None:
    """Put these commands beside the others."""
    app.add_typer(export_app, name="export")
    app.command()(replay)
