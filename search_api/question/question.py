"""Question: what a person asked, read from raw parameters with every fault named; does not search.

The parameters keep one name everywhere (command line, HTTP, pages): see `Asked`. What is read out of the words themselves
is in `understood.py`; it narrows or widens what may answer (`Question.filters`), and never what a search finds (`given`).
"""

import difflib
import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from corpus.bodies import bodies
from corpus.errors import InvalidQuery
from corpus.language import language_of
from corpus.provenance import Held
from corpus.publication import Force, PublicationType, Status
from index.query import Filters, Query
from search_api.question.follow_up import rewrite
from search_api.question.kind import Kind
from search_api.question.mode import Mode
from search_api.question.scope import Scope
from search_api.question.understood import Understood, understand

LONGEST = 2_000
"""Characters in the longest question; the longest in any evaluation set we keep is under 500."""
MOST_HITS = 100
LANGUAGES = ("cy", "en")
Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Filter values that exist in the catalogue."""

    publishers: frozenset[str]
    topics: frozenset[str]
    today: date = field(default_factory=lambda: datetime.now(UTC).date())
    """The day questions are asked: "last year" is read from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The raw parameters of a search or question, as a person or a program gave them."""

    q: str
    type: Sequence[str] = ()
    publisher: Sequence[str] = ()
    topic: Sequence[str] = ()
    language: str | None = None
    status: Sequence[str] = ()
    force: Sequence[str] = ()
    published_from: str | None = None
    published_to: str | None = None
    as_of: str | None = None
    any_status: bool = False
    held: str | None = None
    limit: int = 10
    page: int = 1
    kind: str | None = None
    """What is asked for, where the reading of the words is to be put right; so with the next two."""
    actor: str | None = None
    scope: str | None = None
    mode: str | None = None
    """How sure an answer must be."""
    after: str | None = None
    """The question before this one, which this one may lean on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that can be searched for and answered."""

    text: str
    """What is answered: as typed, or so that it stands alone where it leant on the question before."""
    asked_text: str
    """As typed, white space apart."""
    leant: str = ""
    """How it leant on the question before; empty where it did not."""
    language: str
    """Language the question is in."""
    understood: Understood
    mode: Mode = Mode.NORMAL
    filters: Filters
    """Which texts may answer: those given, and what is read out of the words."""
    given: Filters
    """The filters given as parameters alone."""
    limit: int
    page: int

    @property
    def query(self) -> Query:
        """What a search sends to the index: the words as typed, under the filters given."""
        return Query(
            text=self.asked_text,
            language=self.language,
            filters=self.given,
            limit=self.limit,
            offset=(self.page - 1) * self.limit,
            also=() if self.leant else self.understood.also,
            across=() if self.leant else self.understood.across,
        )


def read_question(asked: Asked, known: Known) -> Question:
    """A Question from raw parameters; raises InvalidQuery with a sentence and the parameter at fault."""
    typed = _text(asked.q)
    given = read_filters(asked, known)
    after = _text(asked.after, "after") if asked.after and asked.after.strip() else ""
    language = language_of(typed, likely=language_of(after) if after else "en")
    leaning = rewrite(typed, after, language) if after else None
    text = leaning.text[:LONGEST] if leaning else typed
    understood = understand(
        text,
        language,
        today=known.today,
        kind=_choice("kind", asked.kind, Kind),
        actor=_one_of("actor", asked.actor, bodies()) if asked.actor else None,
        scope=_choice("scope", asked.scope, Scope),
        as_of=given.as_of,
    )
    if understood.scope is Scope.AS_OF and understood.as_of is None:
        raise InvalidQuery("scope='as_of' needs a day: write it in as_of, as in as_of=2023-05-01.", field="as_of")
    return Question(
        text=text,
        asked_text=typed,
        leant=leaning.why if leaning else "",
        language=language,
        understood=understood,
        mode=_choice("mode", asked.mode, Mode) or Mode.NORMAL,
        filters=_as_understood(given, understood),
        given=given,
        limit=asked.limit,
        page=asked.page,
    )


def read_filters(asked: Asked, known: Known) -> Filters:
    """The filters among raw parameters, the page asked for checked too; raises InvalidQuery."""
    if not 1 <= asked.limit <= MOST_HITS:
        raise InvalidQuery(f"limit={asked.limit} is out of range: ask for 1 to {MOST_HITS} hits.", field="limit")
    if not 1 <= asked.page <= MOST_HITS:
        raise InvalidQuery(f"page={asked.page} is out of range: pages run from 1 to {MOST_HITS}.", field="page")
    first, last = _day("from", asked.published_from), _day("to", asked.published_to, end=True)
    if first and last and first > last:
        raise InvalidQuery(f"from={first} is after to={last}: swap them.", field="from")
    return Filters(
        type=_choices("type", asked.type, PublicationType),
        publisher=_known("publisher", asked.publisher, known.publishers),
        topic=_known("topic", asked.topic, known.topics),
        language=_one_of("language", asked.language, LANGUAGES) if asked.language else None,
        published_from=first,
        published_to=last,
        status=_choices("status", asked.status, Status),
        force=_choices("force", asked.force, Force),
        held=Held(_one_of("held", asked.held, [held.value for held in Held])) if asked.held else None,
        as_of=_day("as_of", asked.as_of),
        any_status=asked.any_status,
    )


def _as_understood(given: Filters, understood: Understood) -> Filters:
    """The filters given with what was read out of the words, which says nothing where a day or a status is given."""
    if given.as_of or given.any_status or given.status:
        return given
    if understood.scope is Scope.AS_OF:
        return replace(given, as_of=understood.as_of)
    return replace(given, any_status=True) if understood.scope is Scope.HISTORY else given


def _text(value: str, field: str = "q") -> str:
    named = "question before" if field == "after" else "question"
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", value)).strip()
    if not text:
        raise InvalidQuery(f"The {named} is empty: type a few words.", field=field)
    if len(text) > LONGEST:
        raise InvalidQuery(
            f"The {named} is {len(text):,} characters long; the most is {LONGEST:,}. Ask a shorter one.", field=field
        )
    if not any(character.isalnum() for character in text):
        raise InvalidQuery(f"The {named} {text[:40]!r} holds no letters or digits: type a few words.", field=field)
    return text


def _choice(field: str, value: str | None, kind: type[Choice]) -> Choice | None:
    """The choice named, None where none is; raises InvalidQuery."""
    return _choices(field, (value,), kind)[0] if value and value.strip() else None


def _choices(field: str, values: Sequence[str], kind: type[Choice]) -> tuple[Choice, ...]:
    return tuple(kind(_one_of(field, value, [choice.value for choice in kind])) for value in values if value)


def _known(field: str, values: Sequence[str], known: frozenset[str]) -> tuple[str, ...]:
    return tuple(_one_of(field, value, known) for value in values if value)


def _one_of(field: str, value: str, known: Iterable[str]) -> str:
    """The known value meant, whatever its case; else InvalidQuery that suggests the near ones."""
    folded = {choice.casefold(): choice for choice in known}
    tidy = value.strip().casefold()
    for spelling in (tidy, *(re.sub("[ _-]+", joint, tidy) for joint in " -_")):
        if spelling in folded:
            return folded[spelling]
    near = [folded[key] for key in difflib.get_close_matches(tidy, folded, n=3, cutoff=0.5)]
    listed = ", ".join(f"'{choice}'" for choice in near or sorted(folded.values())[:12])
    hint = f"Did you mean {listed}?" if near else f"Known values: {listed}."
    raise InvalidQuery(f"Unknown {field} '{value[:60]}'. {hint}", field=field)


def _day(field: str, value: str | None, *, end: bool = False) -> date | None:
    """A day from `2024-05-01`, `2024-05` or `2024`; a month or year means its first day, or its last where it ends a range."""
    if not value or not value.strip():
        return None
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", value.strip())
    try:
        if match and match[3]:
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match:
            first = date(int(match[1]), int(match[2] or (12 if end else 1)), 1)
            return first.replace(day=monthrange(first.year, first.month)[1]) if end else first
    except ValueError:
        pass
    raise InvalidQuery(
        f"{field}='{value[:40]}' is not a date that exists: write it as 2024-05-01, 2024-05 or 2024.", field=field
    )
