"""Verify how many, how often and why: some may not become all, yearly not termly, and no cause may come in (C3, C8)."""

from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question
from search_api.verify.agree import disagreement, misplaced
from search_api.verify.marks import Mark
from search_api.verify.stems import stem_set

_SMALL_CAUSES = {"en": (" so ", " as ", " since "), "cy": (" felly ", " gan ", " am ")}
"""Small words that give a reason without saying so."""
_PARTIAL = frozenset({"most", "few", "some", "many", "about"})


def shares(claim: Claim, _question: Question) -> Rejection | None:
    """E_NUM where a share changed: "most" said as "all", or as nothing."""
    spoken = stem_set(claim.said, claim.language)
    why = disagreement(
        claim, "share", stays=lambda mark: mark.kind in _PARTIAL and spoken.issuperset(mark.after[:2]), enters=lambda _: True
    )
    why = why or misplaced(claim, "share", lenient=frozenset({"about"}))
    return Rejection(code=Code.NUMBER, why=why) if why else None


def frequency(claim: Claim, _question: Question) -> Rejection | None:
    """E_NUM where something comes more or less often."""
    why = disagreement(claim, "often", stays=lambda _: False, enters=lambda _: True)
    return Rejection(code=Code.NUMBER, why=why) if why else None


def causes(claim: Claim, _question: Question) -> Rejection | None:
    """E_SUP where a sentence gives a reason that the quotation does not."""

    def enters(mark: Mark) -> bool:
        return mark.kind == "because" and not any(
            word in f" {claim.proof.casefold()} " for word in _SMALL_CAUSES[claim.language]
        )

    why = disagreement(claim, "cause", stays=lambda _: False, enters=enters)
    return Rejection(code=Code.SUPPORT, why=why) if why else None
