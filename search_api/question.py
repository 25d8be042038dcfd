"""Question: what a person asked, read from raw parameters with every fault named; does not search.

The parameters keep one name everywhere (command line, HTTP, pages): see `Asked`.
"""

import difflib
import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from corpus.errors import InvalidQuery
from corpus.language import language_of
from corpus.provenance import Held
from corpus.publication import Force, PublicationType, Status
from index.query import Filters, Query

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that can be searched for."""

    text: str
    language: str
    """Language the question is in."""
    filters: Filters
    limit: int
    page: int

    @property
    def query(self) -> Query:
        """What to send to the index."""
        offset = (self.page - 1) * self.limit
        return Query(text=self.text, language=self.language, filters=self.filters, limit=self.limit, offset=offset)


def read_question(asked: Asked, known: Known) -> Question:
    """A Question from raw parameters; raises InvalidQuery with a sentence and the parameter at fault."""
    text = _text(asked.q)
    filters = read_filters(asked, known)
    return Question(text=text, language=language_of(text), filters=filters, limit=asked.limit, page=asked.page)


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


def _text(value: str) -> str:
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", value)).strip()
    if not text:
        raise InvalidQuery("The question is empty: type a few words.", field="q")
    if len(text) > LONGEST:
        raise InvalidQuery(
            f"The question is {len(text):,} characters long; the most is {LONGEST:,}. Ask a shorter one.", field="q"
        )
    if not any(character.isalnum() for character in text):
        raise InvalidQuery(f"The question {text[:40]!r} holds no letters or digits: type a few words.", field="q")
    return text


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
