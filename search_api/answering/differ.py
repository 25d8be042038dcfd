"""Differ: whether two sentences of an answer give different days or numbers for the same thing; does not say which is right."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from corpus.bodies import bodies_named
from search_api.answering.candidates import Candidate
from search_api.answering.choose import Chosen
from search_api.answering.short import short_of
from search_api.question.kind import Kind

SAME_THING = 0.60
"""Cosine from which two sentences speak of one thing (methods 4.2 takes the same for a sentence and its source)."""


_OPENS = re.compile(r"^(?:(?:The|An?|Our|Yr?|Mae'r) )?(?P<name>[A-ZŴŶ][\w'-]+(?: (?:(?:of|for|and|y|yr) )?[A-ZŴŶ][\w'-]+)+)")
"""The name that a sentence opens with: two words or more, as names are written."""


def disagree(kind: Kind, chosen: Sequence[Chosen], told: Mapping[str, float], *, asked: str = "") -> bool:
    """Whether sentences of different publications answer what was asked with different days or numbers."""
    if kind not in (Kind.WHEN, Kind.HOW_MUCH, Kind.HOW_LONG):
        return False
    values = [(one, short_of(kind, one.scored.measured.candidate, told, frozenset())) for one in chosen]
    given = [(one, short.value) for one, short in values if short]
    return any(
        not _say_the_same(value, other_value) and _of_one_thing(one, other, asked)
        for number, (one, value) in enumerate(given)
        for other, other_value in given[number + 1 :]
    )


def newest_first(chosen: Sequence[Chosen]) -> tuple[Chosen, ...]:
    """The sentences by the dates of their publications, those of one day as they were; undated ones keep their places.

    An undated text that answers best may be the newest of all: it does not go behind one of ten years ago.
    """
    dated = iter(sorted((one for one in chosen if _date(one)), key=lambda one: _date(one) or date.min, reverse=True))
    return tuple(next(dated) if _date(one) else one for one in chosen)


def _say_the_same(value: str, other: str) -> bool:
    """Whether two values are one, or a day and the month or year that it is in: 2025-09-01 and 2025-09."""
    return value == other or value.startswith(f"{other}-") or other.startswith(f"{value}-")


def _of_one_thing(one: Chosen, other: Chosen, asked: str) -> bool:
    """Whether two sentences speak of one thing: they mean nearly the same, and neither opens with a name of its own."""
    first, second = one.scored.measured, other.scored.measured
    if _has_its_own_name(first.candidate, f"{asked} {second.candidate.text}"):
        return False
    if _has_its_own_name(second.candidate, f"{asked} {first.candidate.text}"):
        return False
    if first.candidate.held.publication.id == second.candidate.held.publication.id:
        return False
    if first.vector is None or second.vector is None:
        return False
    return float(np.dot(first.vector, second.vector)) >= SAME_THING


def _has_its_own_name(candidate: Candidate, elsewhere: str) -> bool:
    """Whether a sentence opens with the name of a thing that is not `elsewhere`; a body that acts is not what is acted upon."""
    found = _OPENS.match(candidate.text.replace("’", "'"))
    name = found["name"] if found else ""
    bodies = bodies_named(name, candidate.held.document.language)
    if not name or any(one.span == (0, len(name)) for one in bodies):
        return False
    return name.casefold() not in elsewhere.replace("’", "'").casefold()


def _date(one: Chosen) -> date | None:
    return one.scored.measured.candidate.held.publication.date
