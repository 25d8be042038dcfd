"""Reported: a wrong answer that a user told us of, made into a case; does not ask anything or judge the answer.

Such a case has been looked at, so it never goes to `test`; and only words of the register or of our own texts are kept, as
no publisher's sentence is written into this repository.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from corpus.errors import GoldError
from corpus.language import language_of
from evals.gold.overlap import content_lemmas
from evals.gold.proposed import proposed_match
from evals.gold.questions import DATA, SHELF, GoldQuestion, question_faults

REPORTED = DATA / "questions_reported.jsonl"
WORDS_OF_ID = 4
SOUND: Mapping[str, object] = {
    "text": "?",
    "language": "en",
    "audience": "practitioner",
    "kind": "what",
    "unanswerable_kind": "near_miss",
    "as_of": "2000-01-01",
    "split": "dev",
}
"""What stands in for a value that cannot be read, so that the other faults are found too."""
Held = Callable[[str], str | None]
"""The text of a publication in the catalogue of the data folder, None where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a person says of a wrong answer; words are as typed, and checked by `make_case`."""

    question: str
    publication: str = ""
    facts: tuple[str, ...] = ()
    language: str = ""
    audience: str = "practitioner"
    kind: str = "what"
    as_of: str = ""
    must_not_cite: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    unanswerable: str = ""
    split: str = ""
    family: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a new case is checked against."""

    questions: Sequence[GoldQuestion]
    said: Mapping[str, frozenset[str]]
    """What each publication of the register and of the shelf says."""
    translations: Mapping[str, str]
    """The original of each translation."""
    held: Held


def make_case(report: Report, known: Known, *, on: date) -> str:
    """The line of the file of questions, without its end; raises GoldError with a sentence for each fault."""
    family, split, faults = _placed(report, known)
    faults += _report_faults(report, known)
    record = _record(report, known, family=family, split=split, on=on)
    reader = TypeAdapter(GoldQuestion)
    line = json.dumps(record, ensure_ascii=False)
    try:
        case = reader.validate_json(line)
    except ValidationError as error:
        wrong = [(str(one["loc"][0]), f"{one['msg']}, not {one['input']!r}.") for one in error.errors()]
        faults += [f"{name}: {told}" for name, told in wrong]
        case = reader.validate_python(record | {name: SOUND[name] for name, _ in wrong})
    if report.unanswerable or (report.publication and report.facts):
        faults += [f"{fault[:1].upper()}{fault[1:]}." for fault in question_faults(case, known.said)]
    if faults:
        raise GoldError(f"Nothing was added, for {len(faults)} reason(s):\n" + "\n".join(faults))
    return line


def append(line: str, path: Path) -> None:
    """Add a line to a file of questions, which is made where there is none."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    gap = "\n" if before and not before.endswith("\n") else ""
    path.write_text(f"{before}{gap}{line}\n", encoding="utf-8")


def read_translations(register: Path, shelf: Path = SHELF) -> dict[str, str]:
    """The original of each translation of the register and of the shelf: `{"ncg-tor-cy": "ncg-tor"}`."""
    paths = (register, *sorted(shelf.glob("records*.jsonl")))
    lines = "\n".join(path.read_text(encoding="utf-8") for path in paths).split("\n")
    records = [json.loads(line) for line in lines if line.strip()]
    return {record["id"]: record["translation_of"] for record in records if record["translation_of"]}


def _record(report: Report, known: Known, *, family: str, split: str, on: date) -> dict[str, Any]:
    likely = language_of(report.question)
    language = report.language or likely
    answerable = not report.unanswerable
    key = report.publication
    others = {*(one for one, of in known.translations.items() if of == key), known.translations.get(key, key)} - {key}
    called = _id_of(report.question, likely, {question.id for question in known.questions})
    record: dict[str, Any] = {
        "id": called,
        "text": report.question,
        "language": language,
        "audience": report.audience,
        "kind": report.kind if answerable else "unanswerable",
        "answerable": answerable,
        "unanswerable_kind": report.unanswerable or None,
        "as_of": report.as_of or None,
        "publications": {key: 3} | dict.fromkeys(sorted(others), 1) if answerable and key else {},
        "facts": [_fact(key, text, known) for text in report.facts] if answerable and key else [],
        "must_not_cite": list(report.must_not_cite),
        "family": family or called,
        "split": split,
        "author": "the project",
        "written": f"after a user told us of a wrong answer, on {on.isoformat()}" + (f": {report.note}" if report.note else ""),
    }
    hinge = "date" if report.as_of else "status" if report.must_not_cite else None
    return record | ({"short": list(report.short)} if report.short else {}) | ({"hinges_on": hinge} if hinge else {})


def _fact(key: str, text: str, known: Known) -> dict[str, Any]:
    match = proposed_match(text, known.said.get(key, ()))
    return {"publication_id": key, "text": text, "match": {"all": match.all, "not": match.never}}


def _id_of(question: str, language: str, taken: set[str]) -> str:
    """A short id from the telling words of a question, with a number where it is taken."""
    words = list(dict.fromkeys(content_lemmas(question, language)))[:WORDS_OF_ID]
    plain = "-".join(["rp", *words])
    return next(
        one for number in range(1, len(taken) + 2) if (one := plain if number == 1 else f"{plain}-{number}") not in taken
    )


def _placed(report: Report, known: Known) -> tuple[str, str, list[str]]:
    """The family and the split of a case, and why it cannot stand there: a family is in one split, and none may be in test."""
    splits = {question.family: question.split for question in known.questions}
    near = _family_of(report, known)
    family = report.family or near or report.publication
    fixed = splits.get(near) or splits.get(family)
    split = report.split or fixed or "dev"
    faults = []
    if fixed == "test":
        faults.append(
            f"The family '{near or family}' is kept for test: a case on its texts would tune on it, so none is added."
        )
    elif report.split == "test":
        faults.append("A reported case has been looked at, so it cannot go to test: leave '--split' out.")
    elif fixed and split != fixed:
        faults.append(
            f"The family '{near or family}' is in '{fixed}', so the case cannot go to '{split}': leave '--split' out."
        )
    elif near and splits.get(family, fixed) != fixed:
        faults.append(
            f"The family '{family}' is in '{splits[family]}', but '{report.publication}' is asked about in '{fixed}'."
        )
    return family, split, faults


def _family_of(report: Report, known: Known) -> str:
    """The family of most questions that the publication answers, else of those it is named in; empty for none."""
    for key in (report.publication, known.translations.get(report.publication, ""), *report.must_not_cite):
        answered = Counter(one.family for one in known.questions if one.publications.get(key) == 3)
        named = Counter(one.family for one in known.questions if key in one.publications or key in one.must_not_cite)
        if found := answered or named:
            return min(found, key=lambda family: (-found[family], family))
    return ""


def _report_faults(report: Report, known: Known) -> Iterator[str]:
    """What is wrong with what was typed, beside what `question_faults` finds in the case made of it."""
    asked = next((one for one in known.questions if one.text.casefold() == report.question.casefold()), None)
    if asked:
        yield f"The question is asked already, as '{asked.id}'."
    if report.unanswerable and report.facts:
        yield "An unanswerable case has no '--fact': leave it or '--unanswerable' out."
    elif not report.unanswerable and not (report.publication and report.facts):
        yield "Say what answers the question with '--publication' and '--fact', or why nothing does with '--unanswerable'."
    if report.unanswerable and report.publication and report.publication not in known.said:
        yield f"No publication '{report.publication}' is in the register or on the shelf."
    if report.publication in known.said:
        yield from (fault for text in report.facts for fault in _words_faults(report.publication, text, known))


def _words_faults(key: str, text: str, known: Known) -> Iterator[str]:
    lines = sorted(known.said[key])
    if any(text in line for line in lines):
        return
    if text in (known.held(key) or ""):
        yield f"The words {text!r} are the publisher's, and the repository keeps none: give the register's line on '{key}'."
    if near := get_close_matches(text, lines, n=1, cutoff=0.3):
        yield f"The nearest line of '{key}' is: {near[0]}"
