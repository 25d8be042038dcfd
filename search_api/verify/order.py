"""Verify the order: no two words changed places, and none took another's ("the clerk appoints the body"); C5 and C8.

Telling words, numbers and dates are read as a row. Where a sentence fits its quotation clearly better once two of its words are
exchanged, or one is put back that the quotation has between the same neighbours, it says something else.
"""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question
from search_api.verify.dates_said import dates_said
from search_api.verify.numbers import numbers_of
from search_api.verify.roles import is_passive
from search_api.verify.stems import stems

_BY = {"en": " by ", "cy": " gan "}
CLEARLY = 2
"""Neighbouring pairs that an exchange must bring back."""
EDGE = "."
"""Where a sentence begins or ends."""
MOST = 40
"""Words of a row that are compared: longer ones are no sentence."""


def order(claim: Claim, _question: Question) -> Rejection | None:
    """E_SUP where two words changed places, or one stands where the quotation has another."""
    said, proof = _row(claim.said, claim.language)[:MOST], _row(claim.proof, claim.language)
    pairs = set(pairwise(proof))
    if is_passive(claim.said, claim.language) != is_passive(claim.proof, claim.language):
        return None  # active to passive: doer and done-to change places, and `roles` looks after them
    put = _put_for_another(said, proof, pairs, turned=_BY[claim.language] in claim.said)
    if put:
        return Rejection(code=Code.SUPPORT, why=f"'{put}' stands where the quotation has another word")
    exchanged = _exchanged(said, pairs)
    return Rejection(code=Code.SUPPORT, why=f"'{exchanged[0]}' and '{exchanged[1]}' changed places") if exchanged else None


def _row(text: str, language: str) -> list[str]:
    dated = dates_said(text)
    things = [(one.start, one.stem) for one in stems(text, language) if not any(d.start <= one.start < d.end for d in dated)]
    things += [(one.start, f"#{one.value.normalize()}") for one in numbers_of(text)]
    things += [(one.start, f"#{one.year}-{one.month}-{one.day}") for one in dated]
    things += [(match.start(), EDGE) for match in re.finditer(r"[.!?](?=\s|$)", text)]
    row = [word for _, word in sorted(things)]
    return [EDGE, *row] if row and row[-1] == EDGE else [EDGE, *row, EDGE]


def _put_for_another(said: Sequence[str], proof: Sequence[str], pairs: set[tuple[str, str]], *, turned: bool) -> str | None:
    """A word of the quotation between two others that have another word between them there."""
    held = set(proof)
    between = {(before, after): word for before, word, after in zip(proof, proof[1:], proof[2:], strict=False)}
    for before, word, after in zip(said, said[1:], said[2:], strict=False):
        other = between.get((before, after))
        if other is None or other == word or (before, word) in pairs or (word, after) in pairs:
            continue
        bodies = word.startswith("@") and other.startswith("@") and (EDGE not in {before, after} or not turned)
        inside = word in held and EDGE not in {before, after} and "#" not in {word[0], other[0]}
        if bodies or inside:
            return word.lstrip("@#")
    return None


def _exchanged(said: Sequence[str], pairs: set[tuple[str, str]]) -> tuple[str, str] | None:
    now = _held(said, pairs)
    held = {word for pair in pairs for word in pair}
    beside = {*pairwise(said)}
    for one, other in combinations(sorted(word for word in set(said) & held if word[0] not in {"#", EDGE}), 2):
        # Numbers and dates have a check of their own, and "numeracy assessments" are "assessments in numeracy".
        if one.startswith("@") != other.startswith("@") or {(one, other), (other, one)} & beside:
            continue
        turned = [other if word == one else one if word == other else word for word in said]
        if _held(turned, pairs) >= now + CLEARLY:
            return one.lstrip("@#"), other.lstrip("@#")
    return None


def _held(row: Sequence[str], pairs: set[tuple[str, str]]) -> int:
    return sum(pair in pairs for pair in pairwise(row))
