"""Gold: questions with the publications and facts that answer them, read with every fault named at once.

A question's facts are the register's own lines or words of our own texts on the shelf, found by a Match; the seeds' questions
have spans instead (`evals.gold.seeds`). Does not ask anybody anything.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from corpus.bodies import bodies
from corpus.document import canonical
from corpus.errors import GoldError
from evals.gold.match import Match
from evals.gold.twins import twin_faults

DATA = Path(__file__).parents[1] / "data"
SHELF = DATA / "shelf"
"""Texts of our own in the publishers' genre, `ID.md` each, with their records in `records*.jsonl`."""
QUESTIONS = tuple(sorted(DATA.glob("questions*.jsonl")))
STRICT = ConfigDict(extra="forbid")


class Audience(StrEnum):
    """Whose task a question comes from."""

    PRACTITIONER = "practitioner"
    OFFICIAL = "official"
    ADVISORY = "advisory"
    SEEDS = "seeds"
    """The checked questions on the two seed texts, which name no asker."""


class Kind(StrEnum):
    """What a question asks for."""

    WHEN = "when"
    WHO = "who"
    HOW_MUCH = "how_much"
    WHAT = "what"
    LIST = "list"
    MUST = "must"
    WHY = "why"
    HOW = "how"
    DEFINITION = "definition"
    YES_NO = "yes_no"
    COMPARE = "compare"
    STATUS = "status"
    AS_OF = "as_of"
    HISTORY = "history"
    UNANSWERABLE = "unanswerable"


class Hinge(StrEnum):
    """What decides which text answers a question."""

    STATUS = "status"
    """Whether a text stands: one like it was replaced, is a draft, or binds nobody."""
    DATE = "date"
    """The day that is asked about."""


class Unanswerable(StrEnum):
    """Why nothing held answers a question."""

    OFF_CORPUS = "off_corpus"
    NEAR_MISS = "near_miss"
    """The right subject, but the fact is not in the register."""
    FALSE_PREMISE = "false_premise"
    FUTURE = "future"
    OTHER_NATION = "other_nation"
    UNDERSPECIFIED = "underspecified"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFact:
    """A register line that answers, or helps to answer, a question."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    publication_id: str
    text: str
    match: Match
    vital: bool = True
    """False for what an answer may leave out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuestion:
    """A question with what answers it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    text: Annotated[str, Field(min_length=1)]
    language: Annotated[str, Field(pattern="^(en|cy)$")]
    audience: Audience
    kind: Kind
    answerable: bool
    unanswerable_kind: Unanswerable | None
    as_of: date | None
    publications: Mapping[str, Annotated[int, Field(ge=1, le=3)]]
    """Grade by publication: 3 answers it whole, 2 in part, 1 is on its subject."""
    facts: tuple[GoldFact, ...]
    must_not_cite: tuple[str, ...]
    """Publications that would be the wrong version."""
    family: str
    """Questions that share sources; intervals resample families."""
    split: Annotated[str, Field(pattern="^(dev|calib|test)$")]
    """`dev` to choose and fit on, `calib` to set thresholds on, `test` to report; a family stands in one."""
    author: str
    written: str
    short: tuple[str, ...] = ()
    """Ways to write the short answer (a day, a sum, a name), any of which is right; only for questions that have one."""
    hinges_on: Hinge | None = None
    actor: str | None = None
    """The id in `corpus/bodies.toml` of whose duty is asked about; only for questions about duties."""
    twin: str | None = None
    """The id of the English question that a Welsh one asks again."""
    quotes: tuple[str, ...] = ()
    """Passages of the publisher's words that answer; only the seeds' questions have them."""


def load_questions(paths: Sequence[Path], said: Mapping[str, frozenset[str]]) -> tuple[GoldQuestion, ...]:
    """Questions of some files by id, `said` being the lines of each publication; raises GoldError naming every fault."""
    faults: dict[str, list[str]] = {}
    known: dict[str, tuple[str, GoldQuestion]] = {}
    splits: dict[str, tuple[str, str]] = {}
    misread: set[str] = set()
    adapter = TypeAdapter(GoldQuestion)
    for place, line in (found for path in paths for found in _lines_or_fault(path, faults)):
        mine = faults.setdefault(place, [])
        try:
            question = adapter.validate_json(line)
        except ValidationError as error:
            mine.extend(f"{_where(fault['loc'])}{fault['msg']}" for fault in error.errors())
            misread.add(_id_of(line))
            continue
        if question.id in known:
            mine.append(f"the id '{question.id}' is used twice, first at {known[question.id][0]}")
        split, first = splits.setdefault(question.family, (question.split, place))
        if split != question.split:
            mine.append(f"the family '{question.family}' is in two splits: '{question.split}' here, '{split}' at {first}")
        mine.extend(question_faults(question, said))
        known[question.id] = (place, question)
    for place, question in known.values():
        if question.twin is not None and question.twin not in misread:
            faults[place].extend(twin_faults(question, known.get(question.twin, ("", None))[1]))
    lines = [f"{place}: {fault}" for place, its in faults.items() for fault in its]
    if not known and not lines:
        lines.append(f"{', '.join(path.name for path in paths)}: holds no question")
    if lines:
        raise GoldError(f"{len(lines)} fault(s) in the questions:\n" + "\n".join(lines))
    return tuple(known[key][1] for key in sorted(known))


def question_faults(question: GoldQuestion, said: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """What is wrong with one question, as clauses."""
    named = [*question.publications, *question.must_not_cite, *(fact.publication_id for fact in question.facts)]
    for key in sorted(set(named) - said.keys()):
        yield f"no publication '{key}' is in the register or on the shelf"
    for key in sorted(question.publications.keys() & set(question.must_not_cite)):
        yield f"'{key}' is both an answer and a wrong version"
    for fact in question.facts:
        yield from _fact_faults(fact, question, said)
    yield from _sort_faults(question)
    if question.answerable != (question.unanswerable_kind is None):
        yield "unanswerable_kind is for questions that are not answerable, and they need one"
    if question.answerable != (question.kind is not Kind.UNANSWERABLE):
        yield "kind 'unanswerable' and answerable=false go together"
    if question.answerable != bool(question.publications):
        yield "an answerable question names its publications, and no other does"
    if question.answerable != bool(question.facts or question.quotes):
        yield "an answerable question names its facts, and no other does"


def read_said(register: Path, shelf: Path = SHELF) -> dict[str, frozenset[str]]:
    """What each publication of the register and of the shelf says."""
    texts = {path.stem: frozenset([canonical(path.read_text(encoding="utf-8"))]) for path in sorted(shelf.glob("*.md"))}
    return read_register_lines(register) | texts


def read_register_lines(path: Path) -> dict[str, frozenset[str]]:
    """What each publication says according to the register: its facts, and what its commitments are and when due."""
    lines: dict[str, frozenset[str]] = {}
    for _, line in _lines(path):
        record = json.loads(line)
        said = {text for commitment in record["commitments"] for text in (commitment["what"], commitment["due"]) if text}
        lines[record["id"]] = frozenset(record["facts"]) | said
    return lines


def _sort_faults(question: GoldQuestion) -> Iterator[str]:
    if question.short and not question.answerable:
        yield "only an answerable question has a short answer"
    if question.actor is not None and question.actor not in bodies():
        yield f"no body '{question.actor}' is in corpus/bodies.toml"
    if question.kind is Kind.AS_OF and question.as_of is None:
        yield "kind 'as_of' needs the day in as_of"


def _fact_faults(fact: GoldFact, question: GoldQuestion, said: Mapping[str, frozenset[str]]) -> Iterator[str]:
    if fact.publication_id not in question.publications:
        yield f"the fact of '{fact.publication_id}' is not of a publication that answers"
    lines = said.get(fact.publication_id, frozenset([fact.text]))
    if fact.text not in lines and not any(fact.text in line for line in lines):
        yield f"nothing held of '{fact.publication_id}' says: {fact.text!r}"
    if not fact.match.all:
        yield f"the match of {fact.text!r} asks for nothing"
    elif not fact.match.passes(fact.text):
        yield f"the match does not pass on its own fact {fact.text!r}"


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise GoldError(f"The file {path} cannot be read: {reason}.") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield f"{path.name}:{number}", line


def _lines_or_fault(path: Path, faults: dict[str, list[str]]) -> list[tuple[str, str]]:
    try:
        return list(_lines(path))
    except GoldError as error:
        faults[path.name] = [str(error)]
        return []


def _id_of(line: str) -> str:
    """The id of a line that breaks a rule, so that its twin is not called missing too."""
    try:
        return str(json.loads(line)["id"])
    except (ValueError, KeyError, TypeError):
        return ""


def _where(parts: tuple[str | int, ...]) -> str:
    return f"{'.'.join(map(str, parts))}: " if parts else ""
