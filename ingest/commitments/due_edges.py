"""The edges of a due: `before June` ends the day before it, `for the rest of the year` runs to its end; finds no dues."""

import re
from dataclasses import replace
from datetime import date, timedelta

from corpus.commitment import Due, Grain, Operator


def before_or_after(due: Due, preposition: str) -> Due:
    """`before 1 June` ends on the day before, `after June` begins on the day after; `before the end of June` with the month."""
    word = preposition.strip().casefold()
    if due.first and _STRICT.match(word) and due.grain in _POINTS and not _NAMES_END.search(due.words):
        day = due.first - timedelta(days=1)
        return replace(due, first=day, last=day)
    if (
        due.last
        and word in _BEHIND
        and due.grain in _POINTS | {Grain.FINANCIAL_YEAR, Grain.SCHOOL_YEAR}
        and due.rule != "feast"
    ):
        day = due.last + timedelta(days=1)
        return replace(due, first=day, last=day)
    return due


_STRICT = re.compile(r"(?:well )?(?:before|ahead of)\b|in advance of|prior to|this side of|cyn\b", re.IGNORECASE)
_BEHIND = frozenset({"after", "beyond", "ar ôl"})
_POINTS = frozenset({Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.SEASON, Grain.YEAR, Grain.PART_MONTH})
_NAMES_END = re.compile(
    r"\b(?:end|close|last|latter|final|out|over|up|ends|closes|finishes|through|dissolve\w*|diwedd|ddiwedd)\b", re.IGNORECASE
)
"""Words of an end: what is done before one may be done on its last day."""


def rest(due: Due, words: str, made_on: date | None) -> Due:
    """`for the rest of this Senedd`, `for a further year`: until it ends, from the day it is said."""
    folded = words.casefold()
    goes_on = any(f"{word} of" in folded for word in ("rest", "remainder")) or bool(_LONGER.match(folded))
    if not goes_on or due.last is None or made_on is None or made_on > due.last:
        return due
    return replace(due, operator=Operator.UNTIL)


_LONGER = re.compile(
    r"for (?:at least |up to |a |an )*(?:\w+ )?(?:further|another|additional|more)\b|am .*\b(?:arall|ychwanegol)\b"
)
