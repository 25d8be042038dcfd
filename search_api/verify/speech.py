"""Verify reported speech: what somebody said, found or asked for keeps its holder (C9)."""

from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question
from search_api.verify.marks import Mark, marks
from search_api.verify.stems import stem_set

SPOKEN_OF = 0.5
"""Share of what was said that a sentence must hold to be repeating it."""


def speech(claim: Claim, _question: Question) -> Rejection | None:
    """E_ATTR where a holder fell out, came in, or changed."""
    proof = marks(claim.proof, claim.language, "speech")
    said = marks(claim.said, claim.language, "speech")
    spoken = stem_set(claim.said, claim.language)
    for told in proof:
        words, holder = _parts(told)
        repeated = bool(words) and sum(stem in spoken for stem in words) / len(words) > SPOKEN_OF
        if repeated and holder and not (holder & spoken and said):
            return Rejection(code=Code.ATTRIBUTION, why="it does not say who said so")
    about = stem_set(claim.source.about, claim.language)
    for told in said:
        words, holder = _parts(told)
        if not holder or holder & about:
            continue
        holders = [_parts(other)[1] for other in proof if len(words & _parts(other)[0]) == _best(words, proof)]
        if not any(holder & other or not other for other in holders):
            return Rejection(code=Code.ATTRIBUTION, why="somebody else said so in the quotation")
    return None


def _parts(mark: Mark) -> tuple[frozenset[str], frozenset[str]]:
    """What was said, and by whom: "according to" and "yn ôl" stand before both."""
    if mark.words.casefold() in {
        "according to",
        "yn ôl",
        "in the view of",
        "meddai",
        "dywedodd",
        "rhybuddiodd",
        "canfu",
        "nododd",
        "dywed",
    }:
        return frozenset(mark.after[1:] + mark.before), frozenset(mark.after[:1])
    return frozenset(mark.after), frozenset(mark.before)


def _best(words: frozenset[str], proof: list[Mark]) -> int:
    return max((len(words & _parts(other)[0]) for other in proof), default=0)
