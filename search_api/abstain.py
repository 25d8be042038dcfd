"""Abstain: whether what was found supports an answer, with the reason; does not choose the words.

No fused score tells whether there is an answer at all (measured), so support is read from the sentences chosen: how near
the best one is in meaning, how much of the question they cover between them, and whether they hold what was asked for.
"""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from search_api.kind import Kind
from search_api.question import Question
from search_api.select import Candidate, Selection

INTERCEPT = -6.2
WEIGHTS = {"cosine": 5.5, "coverage": 4.5, "known": 2.0}
THRESHOLD = 0.5
OFF_SUBJECT = 0.30
"""Cosine under which nothing found is about the question's subject."""
_ELSEWHERE = re.compile(
    r"\b(?:ofsted|dfe|department for education|ofqual|academy trusts?|multi-academy|education scotland|sqa|gtcs|ehcps?|"
    r"northern ireland|scotland|scottish|england|english schools)\b",
    re.IGNORECASE,
)


class Support(NamedTuple):
    """How well the sentences chosen support an answer."""

    probability: float
    """That a right sentence is among them, by the fit above; 0 to 1."""
    reason: str
    off_subject: bool


def support(question: Question, selection: Selection, chosen: Sequence[Candidate]) -> Support:
    """How well the chosen sentences support an answer to a question."""
    if not chosen:
        return Support(0.0, "nothing was found", off_subject=True)
    covered = frozenset[str]().union(*(candidate.covered for candidate in chosen))
    coverage = selection.coverage(covered)
    cosine = max(candidate.cosine for candidate in chosen)
    known = selection.coverage(frozenset(term for term in selection.told if _is_known(selection, term)))
    by_meaning = any(candidate.vector is not None for candidate in chosen)
    off_subject = cosine < OFF_SUBJECT if by_meaning else coverage < OFF_SUBJECT
    elsewhere = _ELSEWHERE.search(question.text)
    if elsewhere and not any(elsewhere[0].casefold() in candidate.text.casefold() for candidate in chosen):
        return Support(0.0, f"'{elsewhere[0]}' is not in what was found", off_subject=True)
    if selection.kind in (Kind.WHEN, Kind.HOW_MUCH) and not any(candidate.holds_kind for candidate in chosen):
        return Support(0.0, f"no sentence found holds what a '{selection.kind}' question asks for", off_subject=off_subject)
    # Without vectors coverage stands for meaning too.
    meaning = cosine if by_meaning else coverage
    logit = INTERCEPT + WEIGHTS["cosine"] * meaning + WEIGHTS["coverage"] * coverage + WEIGHTS["known"] * known
    probability = 1 / (1 + math.exp(-logit))
    return Support(probability, f"cosine {cosine:.2f}, coverage {coverage:.2f}, known {known:.2f}", off_subject=off_subject)


def _is_known(selection: Selection, term: str) -> bool:
    return any(term in candidate.covered for candidate in selection.candidates)
