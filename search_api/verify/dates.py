"""Verify the dates: each is the quotation's, or holds it, under the same by, from, until, before or after (C4)."""

from collections import Counter
from datetime import date
from itertools import pairwise

from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question
from search_api.verify.attached import Placed, moved
from search_api.verify.dates_said import DateSaid, dates_said

_SPAN = frozenset({"", "from", "until", "between"})


def dates(claim: Claim, _question: Question) -> Rejection | None:
    """E_DATE where a date, or the word that ties it, is not as in the quotation."""
    proof = dates_said(claim.proof)
    said = dates_said(claim.said)
    spans = _spans(said)
    for one in said:
        same = [other for other in proof if holds(one, other)]
        if not same and not (one.tie in {"", "about"} and _is_its_own(one, claim)):
            return Rejection(code=Code.DATE, why=f"'{claim.said[one.start : one.end][:24]}' is not in the quotation")
        if same and not any(_tied_alike(one, other, in_span=one in spans, claim=claim) for other in same):
            return Rejection(code=Code.DATE, why=f"'{claim.said[one.start : one.end][:24]}' is tied by another word there")
    often = Counter(_key(one) for one in said if one.day or one.month) - Counter(_key(one) for one in proof)
    if any(times > 1 or _key_stands(key, proof) for key, times in often.items()):
        return Rejection(code=Code.DATE, why="a date stands more often than in the quotation")
    strayed = moved(
        [Placed(thing=one, start=one.start, end=one.end) for one in said if one not in spans],
        [Placed(thing=other, start=other.start, end=other.end) for other in proof],
        texts=(claim.said, claim.proof),
        language=claim.language,
        same=holds,
    )
    if strayed:
        return Rejection(code=Code.DATE, why=f"'{claim.said[strayed.start : strayed.end][:24]}' is of something else there")
    return None


def holds(said: DateSaid, other: DateSaid) -> bool:
    """Whether a date said is another, or the month or year it lies in."""
    if said.to_year != other.to_year or (said.part and said.part != other.part):
        return False
    pairs = ((said.year, other.year), (said.month, other.month), (said.day, other.day))
    return all(mine is None or mine == theirs for mine, theirs in pairs)


def _tied_alike(said: DateSaid, other: DateSaid, *, in_span: bool, claim: Claim) -> bool:
    if said.tie == other.tie:
        return True
    if in_span and said.tie in _SPAN and other.tie in _SPAN:
        return True  # "opened on 4 March and closed on 27 May" is "ran from 4 March to 27 May"
    # What comes into force on a day stands from it.
    both = {said.tie, other.tie}
    return both == {"", "from"} and _begins(claim.said) and _begins(claim.proof)


def _begins(text: str) -> bool:
    words = (
        "force",
        "effect",
        "start",
        "began",
        "begin",
        "begun",
        "commence",
        "introduc",
        "launch",
        "rym",
        "dechrau",
        "dechreu",
    )
    return any(word in text.casefold() for word in words)


def _spans(said: list[DateSaid]) -> list[DateSaid]:
    """Both ends of the spans a sentence names, where they lie in time's order."""
    found: list[DateSaid] = []
    for first, last in pairwise(said):
        if first.tie in {"from", "between"} and last.tie == "until" and _key(first) <= _key(last):
            found += [first, last]
    return found


def _key(one: DateSaid) -> tuple[int, int, int]:
    return (one.year or 0, one.month or 0, one.day or 0)


def _key_stands(key: tuple[int, int, int], proof: list[DateSaid]) -> bool:
    return any(_key(one) == key for one in proof)


def _is_its_own(one: DateSaid, claim: Claim) -> bool:
    """Whether a date is the publication's own: "the January 2025 statement"."""
    record = claim.source.publication
    day: date | None = record.published
    if day and one.year == day.year and one.month in {None, day.month} and one.day in {None, day.day} and not one.to_year:
        return True
    titled = [other for other in dates_said(record.title) if holds(one, other)]
    return bool(titled) or bool(one.year and not one.month and record.issued and record.issued.startswith(str(one.year)))
