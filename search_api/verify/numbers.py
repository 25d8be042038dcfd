"""Verify the numbers: each stands in the quotation with its unit and limit, on the same thing (C3); none is worked out."""

import re
from collections import Counter

from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question
from search_api.verify.attached import Placed, moved
from search_api.verify.dates_said import dates_said
from search_api.verify.numerals import Numeral, numerals


def numbers(claim: Claim, _question: Question) -> Rejection | None:
    """E_NUM where a number is not the quotation's, or counts something else there."""
    proof = numbers_of(claim.proof)
    titled = {one.value for one in numbers_of(claim.source.publication.title) if not one.unit}
    said = numbers_of(claim.said)
    for one in said:
        same = [other for other in proof if (other.value, other.unit, other.bound) == (one.value, one.unit, one.bound)]
        if not same and not (one.value in titled and not one.unit):
            return Rejection(code=Code.NUMBER, why=f"'{claim.said[one.start : one.end][:24]}' is not in the quotation")
    often = Counter((one.value, one.unit) for one in said) - Counter((one.value, one.unit) for one in proof)
    if any(one[0] not in titled for one in often):
        return Rejection(code=Code.NUMBER, why="a number stands more often than in the quotation")
    strayed = moved(
        [_placed(one) for one in said if one.unit != "times"],
        [_placed(other) for other in proof if other.unit != "times"],
        texts=(claim.said, claim.proof),
        language=claim.language,
        same=lambda one, other: (one.value, one.unit) == (other.value, other.unit),
    )
    if strayed:
        return Rejection(code=Code.NUMBER, why=f"'{claim.said[strayed.start : strayed.end][:24]}' counts something else there")
    if _dated(claim.said, said) - _dated(claim.proof, proof) and _dated(claim.proof, proof):
        return Rejection(code=Code.NUMBER, why="a number is of another date in the quotation")
    return None


def numbers_of(text: str) -> list[Numeral]:
    """The numbers of a plain text that are no part of a date."""
    dated = dates_said(text)
    return [one for one in numerals(text) if not any(day.start < one.end and one.start < day.end for day in dated)]


def _placed(one: Numeral) -> Placed[Numeral]:
    return Placed(thing=one, start=one.start, end=one.end)


def _dated(text: str, found: list[Numeral]) -> set[tuple[str, str]]:
    """Numbers with the date right behind them: "5.7 per cent in 2018/19"."""
    return {
        (str(one.value), f"{day.year}/{day.to_year}-{day.month}-{day.day} {day.part}")
        for one in found
        for day in dates_said(text)
        if re.fullmatch(r"\s(?:in|for|by|yn|ym|ar)\s", text[one.end : day.start])
        or (day.part and text[one.end : day.start] == " ")
    }
