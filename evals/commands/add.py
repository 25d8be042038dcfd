"""`canllaw eval add`: a wrong answer that a user told us of becomes a case; asks nothing."""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.settings import Settings, read_settings
from search_api.terminal import put, say

if TYPE_CHECKING:
    from evals.gold.reported import Held

NEXT = (
    "Read its match: it should pass on any wording of the fact, in both languages, and on nothing else. Then `make readme` "
    "renews the counts, `make test` checks the file, and `canllaw eval run --split {split} --system ours` asks the question."
)


def add(
    question: Annotated[str, typer.Option(help="The question, in the words of the person who asked it.")],
    publication: Annotated[str, typer.Option(help="The id of the publication that answers, or is on the subject.")] = "",
    fact: Annotated[list[str] | None, typer.Option(help="Words that answer, to the letter; repeat for more.")] = None,
    language: Annotated[str, typer.Option(help="en or cy; that of the question's words by default.")] = "",
    audience: Annotated[str, typer.Option(help="practitioner, official or advisory.")] = "practitioner",
    kind: Annotated[str, typer.Option(help="What is asked for: when, who, how_much, what, list, must, …")] = "what",
    as_of: Annotated[str, typer.Option(help="The day that the asker meant, as 2024-05-01; today by default.")] = "",
    must_not_cite: Annotated[list[str] | None, typer.Option(help="A publication that is the wrong version; repeat.")] = None,
    short: Annotated[list[str] | None, typer.Option(help="A way to write the short answer, as '1 April 2025'; repeat.")] = None,
    unanswerable: Annotated[
        str, typer.Option(help="Why nothing held answers: off_corpus, near_miss, false_premise, future, other_nation, …")
    ] = "",
    split: Annotated[str, typer.Option(help="dev or calib; that of the family by default, else dev.")] = "",
    family: Annotated[str, typer.Option(help="Questions that share sources; that of the publication by default.")] = "",
    note: Annotated[str, typer.Option(help="What else to remember: who told us, and what the answer was.")] = "",
    file: Annotated[
        Path | None, typer.Option(help="The file it is added to; evals/data/questions_reported.jsonl by default.")
    ] = None,
) -> None:
    """Make a case of a wrong answer that a user told us of, and add it to the questions."""
    from evals.gold.questions import QUESTIONS, load_questions, read_said  # noqa: PLC0415 - the dictionaries
    from evals.gold.reported import REPORTED, Known, Report, append, make_case, read_translations  # noqa: PLC0415

    settings = read_settings()
    path = file or REPORTED
    said = read_said(settings.register_path)
    paths = dict.fromkeys([*QUESTIONS, *([path] if path.exists() else [])])
    known = Known(
        questions=load_questions(list(paths), said),
        said=said,
        translations=read_translations(settings.register_path),
        held=_held(settings),
    )
    report = Report(
        question=question.strip(),
        publication=publication,
        facts=tuple(fact or ()),
        language=language,
        audience=audience,
        kind=kind,
        as_of=as_of,
        must_not_cite=tuple(must_not_cite or ()),
        short=tuple(short or ()),
        unanswerable=unanswerable,
        split=split,
        family=family,
        note=note,
    )
    now = datetime.now(tz=UTC).date()
    line = make_case(report, known, on=now)
    append(line, path)
    put(line)
    say(f"Added to {path}. {NEXT.format(split=json.loads(line)['split'])}")


def _held(settings: Settings) -> "Held":
    """The texts in the catalogue of the data folder, where there is one: nothing is made by looking."""
    from corpus.catalogue import open_catalogue  # noqa: PLC0415 - the database's library

    def text(key: str) -> str | None:
        if not settings.database_url and not (settings.data_dir / "catalogue.sqlite").exists():
            return None
        with closing(open_catalogue(settings.catalogue_url)) as catalogue:
            document = catalogue.current_document(key)
            return document.text if document else None

    return text
