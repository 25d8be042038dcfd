"""Verify the modals: must, should, may, will, intends and need not are as in the quotation (C6), neither more nor less."""

from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question
from search_api.verify.agree import disagreement


def modality(claim: Claim, _question: Question) -> Rejection | None:
    """E_MOD where a modal came in, fell out, or moved to other words."""
    why = disagreement(claim, "modal", stays=lambda _: True, enters=lambda _: True)
    return Rejection(code=Code.MODALITY, why=why) if why else None
