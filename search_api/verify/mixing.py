"""Verify that what stands together in a sentence stands together in its quotation; no date of one deed with another deed.

Each part of a sentence must find its numbers, dates, names and modals in one statement of the quotation.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question
from search_api.verify.dates_said import dates_said
from search_api.verify.marks import marks
from search_api.verify.numbers import numbers_of

_STATEMENT = re.compile(r"(?:[;!?]|\.(?!\d)|\s-)\s|,?\s\b(?:but|while|whereas|although|though|ond|tra)\b")
_PART = re.compile(
    r"(?:[;:!?]|\.(?!\d)|\s-)\s|,?\s\b(?:but|while|whereas|although|though|which|who|when|ond|tra|sy'n|sydd)\b|"
    r",\s|\s(?=(?:and|with|as|a|ac)\s)"
)
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-ZÂÊÎÔÛŴŶ][\w-]+")


def mixing(claim: Claim, _question: Question) -> Rejection | None:
    """E_SUP where one part of a sentence is made of two statements."""
    statements = [set(_things(part, claim.language)) for part in _cut(_STATEMENT, claim.proof)]
    if len(statements) < 2:
        return None
    for part in _cut(_PART, claim.said):
        where = [{number for number, held in enumerate(statements) if thing in held} for thing in _things(part, claim.language)]
        where = [one for one in where if one]
        if where and not set.intersection(*where):
            return Rejection(code=Code.SUPPORT, why=f"'{part.strip()[:32]}' joins two statements of the quotation")
    return None


def _things(text: str, language: str) -> Iterator[tuple[str, str]]:
    yield from (("number", f"{one.value} {one.unit}") for one in numbers_of(text))
    yield from (("date", f"{one.year} {one.month} {one.day} {one.part}") for one in dates_said(text))
    yield from (("modal", one.kind) for one in marks(text, language, "modal"))
    dated = dates_said(text)
    for match in _CAPITAL.finditer(text):
        if not any(day.start <= match.start() < day.end for day in dated):
            yield ("name", match[0])


def _cut(pattern: re.Pattern[str], text: str) -> list[str]:
    cuts = [0, *(match.end() for match in pattern.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(cuts) if text[start:end].strip()]
