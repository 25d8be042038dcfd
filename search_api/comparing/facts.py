"""Facts: the words of a sentence on which much hangs, modals, dates, numbers, bodies and nots; does not compare two.

Each has a value to compare, and the telling words around it, by which its counterpart in another sentence is known.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.bodies import bodies_named
from search_api.comparing.modals import modals_in
from search_api.verify.dates_said import DateSaid, dates_said
from search_api.verify.marks import marks
from search_api.verify.numbers import numbers_of
from search_api.verify.numerals import Numeral
from search_api.verify.stems import Stem, stems

NEAR = 3
"""Telling words on either side by which a fact is known again, the nearest counting most."""
_LAW = re.compile(
    r"\b(?:Acts?|Measures?|Regulations|Order)(?: \([A-Z]\w+\))* (?:19|20)\d\d\b|"
    r"\b(?:D?[Dd]deddf|Deddf|[MF]esur|R?heoliadau|Gorchymyn)(?: (?:[A-Z(]\S*|a|ac|y|yr|i))+ (?:19|20)\d\d\b"
)
_PLACE = re.compile(
    r"\b(?:sections?|regulations?|paragraphs?|articles?|schedules?|chapters?|parts?|annex|figures?|tables?|pages?|rhif|"
    r"adran(?:nau)?|paragraff|rhan|atodiad|tudalen)\.? \d+(?:\.\d+)*(?:\(\w+\))*(?:(?: and|,| to| a| i) \d+)*",
    re.IGNORECASE,
)
"""Names of laws and of places in texts: their years and numbers count nothing."""
_ABLE = re.compile(r"^(?:can|might|(?:is|are) (?:able|free) to|g?all\w*)$", re.IGNORECASE)
"""Words that say what is possible as often as what is allowed."""
_ONCE = re.compile(
    r"\bonce(?= (?:a|an|each|every|in) (?:\w+ )?(?:day|week|fortnight|month|term|year)s?\b)|\bunwaith(?= (?:y|yr|bob)\b)"
)
BINDING_TIES = frozenset({"by", "before", "after", "from", "until"})
"""Words that tie a date: where two say different ones of these, the date was changed."""

SEASONS = ("spring", "easter", "summer", "autumn", "winter", "christmas")
"""Parts of a year that a term is called by, in their order."""


class FactKind(StrEnum):
    """What sort of words they are, those that matter most first."""

    MODAL = "modal"
    DATE = "date"
    NUMBER = "number"
    ACTOR = "actor"
    NEGATION = "negation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Words on which much hangs, in a plain text."""

    kind: FactKind
    value: str
    """Equal for words that say the same: `2025-09-01`, `£ 3500`, `must not`."""
    start: int
    end: int
    tie: str = ""
    """What ties a date or bounds a number: `by`, `ge`; empty for nothing."""
    before: tuple[str, ...] = ()
    """Telling words before it, the nearest first."""
    after: tuple[str, ...] = ()
    date: DateSaid | None = None
    slight: bool = False
    """True where it says little by coming in or falling out: `can`, and `one` for a thing."""

    def says(self, other: "Fact") -> bool:
        """Whether it says what another does."""
        if self.value != other.value:
            return False
        ties = {self.tie, other.tie}
        return len(ties) == 1 or "" in ties or (self.kind is FactKind.DATE and not ties <= BINDING_TIES)


def facts_in(text: str, language: str) -> list[Fact]:
    """The facts of a plain text, kind by kind."""
    told = stems(text, language)
    named = [match.span() for pattern in (_LAW, _PLACE) for match in pattern.finditer(text)]
    return [
        _with_its_words(found, told)
        for found in _found(text, language)
        if found.kind not in {FactKind.DATE, FactKind.NUMBER} or not any(a <= found.start < b for a, b in named)
    ]


def _found(text: str, language: str) -> Iterator[Fact]:
    said = modals_in(text, language)
    for modal in said:
        words = text[modal.start : modal.end]
        slight = _ABLE.match(words) is not None
        yield Fact(kind=FactKind.MODAL, value=modal.value, start=modal.start, end=modal.end, slight=slight)
    for day in dates_said(text):
        if day.year or day.month or _is_season(day, text):
            yield Fact(kind=FactKind.DATE, value=date_value(day), tie=day.tie, start=day.start, end=day.end, date=day)
    for number in numbers_of(text):
        yield _number(number, text)
    for once in _ONCE.finditer(text):
        yield Fact(kind=FactKind.NUMBER, value="times 1", start=once.start(), end=once.end())
    for named in bodies_named(text, language):
        yield Fact(kind=FactKind.ACTOR, value=named.body, start=named.span.start, end=named.span.end)
    for mark in marks(text, language, "negation"):
        if not any(modal.start < mark.end and mark.start < modal.end for modal in said):
            yield Fact(kind=FactKind.NEGATION, value="not", start=mark.start, end=mark.end)


def _number(number: Numeral, text: str) -> Fact:
    """A number with the time it counts among its words: `two school years`."""
    value = f"{number.unit} {number.value.normalize():f}".strip()
    unit = number.unit.rpartition(" ")[2]
    behind = re.match(rf"[ -](?:\w+ )?{unit}s?\b", text[number.end :]) if unit.isalpha() else None
    slight = number.value == 1 and not number.unit
    end = number.end + (behind.end() if behind else 0)
    return Fact(kind=FactKind.NUMBER, value=value, tie=number.bound, start=number.start, end=end, slight=slight)


def _with_its_words(fact: Fact, told: Sequence[Stem]) -> Fact:
    before = [stem.stem for stem in told if stem.end <= fact.start][-NEAR:]
    after = [stem.stem for stem in told if stem.start >= fact.end][:NEAR]
    return replace(fact, before=tuple(reversed(before)), after=tuple(after))


def _is_season(day: DateSaid, text: str) -> bool:
    """True for `summer term`, which has a place in time; not for `next year` or a season, which is no date."""
    around = text[max(0, day.start - len("tymor yr ")) : day.end]
    return day.part in SEASONS and ("term" in around or "tymor" in around)


def date_value(day: DateSaid) -> str:
    """A date as far as it is said: `2025-09-01`, `2025/26`, `--10-31`, `autumn 2024`."""
    if day.to_year:
        return f"{day.year}/{day.to_year % 100:02}"
    year = str(day.year) if day.year else "-"
    month = f"-{day.month:02}" if day.month else ""
    number = f"-{day.day:02}" if day.day else ""
    return f"{day.part} {year}{month}{number}".strip()


def likeness_around(one: Fact, other: Fact) -> float:
    """How alike the words around two facts are, 0 to 1: the nearest on each side count most."""
    score = most = 0.0
    for mine, theirs in ((one.before, other.before), (one.after, other.after)):
        for place, word in enumerate(mine):
            weight = NEAR - place
            most += weight
            if word in theirs:
                score += weight if place == theirs.index(word) else 0.6 * weight
    return score / most if most else 1.0
