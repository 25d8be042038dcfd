"""Commands of packs: `canllaw export answer | search | duties …`; they read, call and print. `cli_replay.py` has the other."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from search_api.packs.cli_options import (
    AnyStatus,
    AsOf,
    Force,
    Form,
    From,
    Held,
    Language,
    Limit,
    Many,
    Out,
    Page,
    Publisher,
    SomeWords,
    StatusOption,
    To,
    Topic,
    Type,
    Ui,
    Words,
)
from search_api.packs.cli_replay import exporter, replay
from search_api.terminal import put

export_app = typer.Typer(
    help="Take an answer, a search or duties away as a file, with citations and a manifest.", no_args_is_help=True
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
    kind: Annotated[str | None, typer.Option("--kind", help="What is asked for, if its words are misread.")] = None,
    actor: Annotated[str | None, typer.Option("--actor", help="Whose duty it is, as in `governing-body`.")] = None,
    scope: Annotated[str | None, typer.Option("--scope", help="`current`, `as_of` (with --as-of) or `history`.")] = None,
    mode: Annotated[str | None, typer.Option("--mode", help="How sure to be: `strict`, `normal` or `explore`.")] = None,
    after: Annotated[str | None, typer.Option("--after", help="The question before, which this one may lean on.")] = None,
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
    actor: Annotated[Many, typer.Option("--actor", help="Only duties of this body; repeat for more.")] = None,
    level: Annotated[Many, typer.Option("--level", help="Only `must`, `should`, `may` or `needs`; repeat for more.")] = None,
    law: Annotated[str | None, typer.Option("--law", help="Only under a law whose name holds these words.")] = None,
    publication: Annotated[str | None, typer.Option("--publication", help="Only of this publication, by its id.")] = None,
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
    as_of: AsOf = None,
    held: Held = None,
    oldest_first: Annotated[bool, typer.Option("--oldest-first", help="The oldest entries first.")] = False,
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
    text: Annotated[str, typer.Option("--text", help="Words of the promise; none takes all under the filters.")] = "",
    form: Form = "docx",
    topic: Topic = None,
    speaker: Annotated[Many, typer.Option("--speaker", help="Only promised by this person; repeat for more.")] = None,
    office: Annotated[Many, typer.Option("--office", help="Only promised in this office; repeat for more.")] = None,
    made_from: From = None,
    made_to: To = None,
    due_before: Annotated[str | None, typer.Option("--due-before", help="Its last day is before this day.")] = None,
    status: Annotated[Many, typer.Option("--status", help="What came of it, as in `progress` or `overdue`.")] = None,
    publisher: Publisher = None,
    publication: Annotated[str | None, typer.Option("--publication", help="Only of this publication, by its id.")] = None,
    language: Language = None,
    held: Held = None,
    as_of: AsOf = None,
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
