"""Verify not, unless, except, only and if: none came in, fell out, or went to other words (C7)."""

from collections.abc import Sequence

from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question
from search_api.verify.agree import disagreement
from search_api.verify.clauses import clauses, told_by
from search_api.verify.marks import Mark, marks
from search_api.verify.stems import same_root, stem_set

KNOWN = 0.5
"""Share of a condition's words in the quotation above which it adds nothing to it."""
NEAR = 3
"""Telling words behind a not among which what it denies is looked for."""


def negation(claim: Claim, _question: Question) -> Rejection | None:
    """E_NEG where a not is on other words than in the quotation, or where one of the quotation's fell out."""
    said, proof = marks(claim.said, claim.language, "negation"), marks(claim.proof, claim.language, "negation")
    if not said and not proof:
        return None
    left = list(proof)
    for mark in said:
        same = _fitting(mark, left)
        if same is None:
            return Rejection(code=Code.NEGATION, why=f"'{mark.words[:24]}' denies something else than in the quotation")
        left.remove(same)
    theirs = clauses(claim.proof, claim.language)
    told = {one for clause in clauses(claim.said, claim.language) for one in told_by(clause, theirs)}
    spoken = stem_set(claim.said, claim.language)
    for mark in left:
        denied = mark.after or mark.before[-2:]
        in_told = any(clause.start <= mark.start < clause.end for clause in told)
        if in_told and (not denied or sum(stem in spoken for stem in denied) / len(denied) >= KNOWN):
            return Rejection(code=Code.NEGATION, why=f"'{mark.words[:24]}' of the quotation fell out")
    return None


def _fitting(mark: Mark, among: Sequence[Mark]) -> Mark | None:
    """The not of the quotation that denies the same words, the nearest words first."""
    best, most = None, 0
    for other in among:
        shared = sum(any(same_root(one, word) for word in other.after[:NEAR]) for one in mark.after[:NEAR])
        if not shared and (not mark.after or not other.after):
            shared = len(frozenset(mark.before[-NEAR:]) & frozenset(other.before[-NEAR:] + other.after[:NEAR]))
        if not shared and not mark.near:
            shared = 1
        score = 2 * shared + (mark.after[:1] == other.after[:1])
        if shared and score > most:
            best, most = other, score
    return best


def limits(claim: Claim, _question: Question) -> Rejection | None:
    """E_NEG where what limits a sentence came in or fell out."""
    proof = stem_set(claim.proof, claim.language)

    def enters(mark: Mark) -> bool:
        """A condition in the quotation's own words ("schools that join" as "if they join") says no more than it does."""
        known = sum(stem in proof for stem in mark.after)
        return not (mark.kind == "if" and mark.after and known / len(mark.after) > KNOWN)

    why = disagreement(claim, "limit", stays=lambda _: True, enters=enters)
    return Rejection(code=Code.NEGATION, why=why) if why else None
