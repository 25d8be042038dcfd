"""Dues: words of time in a clause, each as an interval of days counted from the day it was said; does not say what is due.

A rule reads one kind of words (`by the end of June`). A vague word stays vague, and where the day it was said is not known
nothing is counted from it. The rules of each language are in `due_words_english.py` and `due_words_welsh.py`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from re import Match, Pattern
from typing import NamedTuple

from corpus.commitment import Due, Grain, Operator
from ingest.commitments.calendar_days import Days
from ingest.commitments.due_edges import before_or_after, rest


class Vague(NamedTuple):
    """A vague word, with after how many days it is time to look again (methods 5.4)."""

    days: int


ELSEWHERE = Vague(0)
"""A time that counts from a day not known, `within a month of the vote`: not vague, and without days."""
Read = Callable[[Match[str], date | None, bool], Days | Vague | None]
"""The days that some words name, from the day they were said and whether the past is meant; None where they name none."""


class Rule(NamedTuple):
    """One kind of words of time."""

    name: str
    grain: Grain
    pattern: Pattern[str]
    read: Read
    needs_day: bool = False
    """True where the words count from the day they were said, unless they hold a year."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A due with where its words stand, and whether they hang on another word (`the report of June 2025`)."""

    due: Due
    start: int
    end: int
    preposition: str


class Language(NamedTuple):
    """What one language has."""

    rules: Sequence[Rule]
    operators: Sequence[tuple[Operator, Pattern[str]]]
    """Words that may stand right before words of time, each pattern ended by `\\Z`."""
    only_behind: frozenset[str]
    """Rules whose words name a time only behind such a word: `in 2025`, `within a year`."""
    not_behind: Pattern[str]
    """Words right before that make it no time to come: `every`, `last`."""
    not_before: Pattern[str]
    """Letters right behind that make it another thing: `this year's grant`."""
    hint: Pattern[str]
    """What at least stands in a text that has words of time."""
    lasting: frozenset[str]
    """Words before a period that say how long and not when: `for two years`."""


class _Met(NamedTuple):
    start: int
    end: int
    rule: Rule
    match: Match[str]


SOME_DAY = date(2020, 6, 1)
"""A day to try out whether words would name days if it were known from when to count."""
_YEAR = re.compile(r"20\d\d")
_OF_TWO = re.compile(r"20\d\d[-/]\d\d (?:and|ac?) \Z")
SHORT_GAP = 4  # days from the 28th of a month to the first of the next
REACH = 40  # characters before words of time in which a preposition is looked for


def dues_in(text: str, made_on: date | None, language: Language, *, past: bool = False) -> tuple[Placed, ...]:
    """Words of time in a text of plain letters, in order; `past` reads `in December` as the last one."""
    found: list[Placed] = []
    if not language.hint.search(text):
        return ()
    for one in _longest(_met(text, language.rules)):
        placed = _placed(text, one, made_on, language, past=past)
        if placed:
            found.append(placed)
    return _joined(text, found)


def _met(text: str, rules: Sequence[Rule]) -> Iterator[_Met]:
    for rule in rules:
        for match in rule.pattern.finditer(text):
            yield _Met(match.start(), match.end(), rule, match)


def _longest(met: Iterator[_Met]) -> list[_Met]:
    """Those that overlap no longer one, in order."""
    kept: list[_Met] = []
    end = -1
    for one in sorted(met, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            kept.append(one)
            end = one.end
    return kept


def _placed(text: str, one: _Met, made_on: date | None, language: Language, *, past: bool) -> Placed | None:
    before = text[max(0, one.start - REACH) : one.start]
    if not past and (language.not_behind.search(before) or language.not_before.match(text, one.end)):
        return None
    operator, preposition = _operator(before, language)
    start = one.start - len(preposition)
    words = text[start : one.end].strip(" ,")
    named = (
        words[:3].casefold() == "the"
        and one.rule.grain is not Grain.DAY
        and (one.rule.name != "financial-year" or "year" in words)
    )
    if not preposition and one.rule.name in language.only_behind and not named and not _OF_TWO.search(before):
        return None
    if preposition.strip().casefold() in language.lasting and one.rule.grain is Grain.PERIOD and not _is_ahead(words):
        return None
    read = one.rule.read(one.match, made_on, past)
    if read is None:
        if made_on is not None or not one.rule.needs_day or one.rule.read(one.match, SOME_DAY, past) is None:
            return None
        due = Due(words=words, operator=operator, first=None, last=None, grain=one.rule.grain, rule="needs_ref")
    elif isinstance(read, Vague):
        review = made_on + timedelta(days=read.days) if made_on and read.days else None
        due = Due(
            words=words, operator=operator, first=None, last=None, grain=Grain.VAGUE if read.days else one.rule.grain,
            rule=one.rule.name, vague=bool(read.days), review_after=review,
        )  # fmt: skip
    else:
        due = Due(words=words, operator=operator, first=read.first, last=read.last, grain=one.rule.grain, rule=one.rule.name)
        due = rest(before_or_after(due, preposition), words, made_on)
    return Placed(due, start, one.end, preposition.strip())


def _operator(before: str, language: Language) -> tuple[Operator, str]:
    for operator, pattern in language.operators:
        if found := pattern.search(before):
            return operator, before[found.start() :]
    return Operator.ON, ""


def _joined(text: str, found: Sequence[Placed]) -> tuple[Placed, ...]:
    """`between May and July`, `from May to July`: one due from the first to the last."""
    made: list[Placed] = []
    for one in found:
        before = made[-1] if made else None
        link = text[before.end : one.end].casefold() if before else ""
        between = text[before.end : one.start] if before else ""
        spans = before is not None and (
            (before.preposition.casefold() in {"between", "rhwng"} and link.lstrip().startswith(("and ", "a ", "ac ")))
            or (before.due.operator is Operator.FROM and one.due.operator is Operator.UNTIL and len(link) < REACH)
            or (one.due.first is not None and between.casefold() in _EITHER and before.due.grain is one.due.grain)
            or (between.casefold() in _AND and _follows(one.due, before.due))
            or (before.preposition.casefold() in _OVER_BOTH and re.match(r" (?:and|ac?) \S+$", link) is not None)
        )
        if before and one.due.rule == "year-after":
            made.append(replace(one, due=_year_after(one.due, before.due)))
        elif before and spans and before.due.first and one.due.last:
            first = _not_behind(before.due.first, one.due.last, dated=bool(_YEAR.search(before.due.words)))
            words = text[before.start : one.end]
            due = replace(
                before.due, words=words, first=first, last=one.due.last, operator=Operator.ON, rule=f"{before.due.rule}-to"
            )
            made[-1] = replace(before, due=due, end=one.end)
        else:
            made.append(one)
    return tuple(made)


_EITHER = frozenset({" or ", " neu "})
"""As in `in late June or early July`."""
_AND = frozenset({" and ", " a ", " ac "})
_OVER_BOTH = frozenset({"across", "over", "over the course of", "dros"})
_YEARS = frozenset({Grain.YEAR, Grain.FINANCIAL_YEAR, Grain.SCHOOL_YEAR})


def _follows(due: Due, before: Due) -> bool:
    """Whether two spans of a kind are side by side: `in May and June`."""
    if before.last is None or due.first is None or due.grain is not before.grain or due.grain is Grain.DAY:
        return False
    # `in May and June 2027`, said in 2026: the first has the year of the second.
    near = before.last if _YEAR.search(before.words) else before.last.replace(year=due.first.year, day=min(before.last.day, 28))
    return 0 < (due.first - near).days <= SHORT_GAP


def _year_after(due: Due, before: Due) -> Due:
    """`in 2026-27 and the year after`: the year behind the one named before it."""
    if before.grain not in _YEARS or before.first is None or before.last is None:
        return due
    first, last = (day.replace(year=day.year + 1) for day in (before.first, before.last))
    return replace(due, first=first, last=last, grain=before.grain)


def _not_behind(first: date, last: date, *, dated: bool) -> date:
    """The first of two days, where it names no year in the year that the second one has: `between May and July 2027`."""
    if dated:
        return min(first, last)
    year = last.year if (first.month, first.day) <= (last.month, last.day) else last.year - 1
    return first.replace(year=year, day=min(first.day, 28))


def _is_ahead(words: str) -> bool:
    """Whether a period is said to come: `for the next two years`."""
    folded = f" {words.casefold()} "
    return any(
        f" {word} " in folded
        for word in "next coming further another additional more from starting beginning nesaf arall".split()
    )
