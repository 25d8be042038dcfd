"""Verify the standing: a text that no longer stands, or does not yet, is used only when asked for and called so (C10)."""

import re

from corpus.publication import Status
from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question
from search_api.question.scope import Scope

_CALLED = {
    Status.SUPERSEDED: r"supersed|replac|no longer|former|earlier|previous|then in force|old\b|at the time|until|since been|"
    r"disodl|blaenorol|cynharach|ar y pryd|hen\b",
    Status.WITHDRAWN: r"withdr|no longer|former|earlier|previous|tynnu.{0,6} (?:yn )?ôl|dynnwyd yn ôl|blaenorol",
    Status.DRAFT: r"\bdraft|propos|drafft|ddrafft|arfaeth",
    Status.CONSULTATION: r"consult|propos|ymgynghor|arfaeth|cynig",
}
# A text that is said to be gone, of itself: the catalogue knows, and a page may lie.
_GONE = re.compile(
    r"\b(?:is|are|was|were|been|being|now) (?:now |hereby |formally )?(?:superseded|withdrawn|revoked|cancelled|"
    r"repealed|abolished|void)\b|"
    r"\bno longer (?:in force|applies|apply|valid|stands?)\b|\b(?:is|are|been) replaced by\b|\bwedi(?:'i| ei|"
    r" eu) (?:disodli|dynnu'n ôl|diddymu)\b|"
    r"\bdisodlwyd\b|\bdiddymwyd\b",
    re.IGNORECASE,
)
# ... unless it speaks of another text.
_OTHER = re.compile(
    r"\b(?:(?:19|20)\d\d|\d+/\d+|previous|earlier|old|former|other|draft|regulations?|section|blaenorol|cynharach|hen)\b",
    re.IGNORECASE,
)


def standing(claim: Claim, question: Question) -> Rejection | None:
    """E_VER where a reader would take for law or advice what is not."""
    status = claim.source.publication.standing.status
    if status is Status.IN_FORCE:
        gone = _GONE.search(claim.said)
        if gone and not claim.source.publication.is_event and not _OTHER.search(claim.said[: gone.start()]):
            return Rejection(code=Code.VERSION, why="it calls a text gone that stands in the catalogue")
        return None
    filters = question.filters
    asked_for = (
        filters.as_of or filters.any_status or status in filters.statuses or question.understood.scope is not Scope.CURRENT
    )
    if not asked_for:
        return Rejection(code=Code.VERSION, why=f"its text is {status.value} and the question is about today")
    if not re.search(_CALLED[status], claim.said, re.IGNORECASE):
        return Rejection(code=Code.VERSION, why=f"it does not say that its text is {status.value}")
    return None
