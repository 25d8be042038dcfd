"""Agree: whether two sentences bear the same marks, clause by clause; does not know which marks are weighty."""

from collections.abc import Callable, Sequence

from search_api.modelled.claim import Claim
from search_api.verify.clauses import Clause, clauses, told_by
from search_api.verify.marks import Mark, marks

Judge = Callable[[Mark], bool]


def disagreement(claim: Claim, family: str, *, stays: Judge, enters: Judge) -> str | None:
    """How the marks of a family differ between sentence and quotation, in a few words; None where they agree.

    A mark that `enters` may not stand in the sentence unless the clause it tells of has it too. One that `stays` may not fall
    out of a clause that the sentence tells of.
    """
    said, proof = marks(claim.said, claim.language, family), marks(claim.proof, claim.language, family)
    if not said and not proof:
        return None
    ours, theirs = clauses(claim.said, claim.language), clauses(claim.proof, claim.language)
    told = {clause: told_by(clause, theirs) for clause in ours}
    for mark in said:
        if not enters(mark):
            continue
        if not any(other.kind == mark.kind for other in proof):
            return f"'{mark.words[:24]}' is not in the quotation"
        if _moved(mark, told.get(_home(mark, ours), theirs), proof):
            return f"'{mark.words[:24]}' stands with other words in the quotation"
    spoken_of = {clause for ones in told.values() for clause in ones}
    for mark in proof:
        if stays(mark) and _home(mark, theirs) in spoken_of and not any(other.kind == mark.kind for other in said):
            return f"'{mark.words[:24]}' of the quotation fell out"
    return None


def misplaced(claim: Claim, family: str, *, lenient: frozenset[str]) -> str | None:
    """A mark that stands right before words which in the quotation follow another of its family: "most secondary schools".

    Or after none of its own; a `lenient` class may stand before words of its own choice.
    """
    proof = marks(claim.proof, claim.language, family)
    for mark in marks(claim.said, claim.language, family):
        own = max((_follows(mark, other) for other in proof if other.kind == mark.kind), default=0)
        others = max((_follows(mark, other) for other in proof if other.kind != mark.kind), default=0)
        if others > own or (mark.after and not own and mark.kind not in lenient):
            return f"'{mark.words[:24]}' stands with other words in the quotation"
    return None


def _follows(mark: Mark, other: Mark) -> int:
    return len(frozenset(mark.after[:2]) & frozenset(other.after[:2]))


def _moved(mark: Mark, told: Sequence[Clause], proof: Sequence[Mark]) -> bool:
    """True where the clause told of has no such mark, and no such mark elsewhere bears on the same words."""
    own = [other for other in proof if other.kind == mark.kind]
    if any(_home(other, told) is not _NOWHERE for other in own):
        return False
    near = frozenset(mark.after[:2] + mark.before[-1:])
    return not any(near & other.near for other in own)


def _home(mark: Mark, among: Sequence[Clause]) -> Clause:
    """The clause a mark stands in; an empty one where it stands in none of them."""
    return next((clause for clause in among if clause.start <= mark.start < clause.end), _NOWHERE)


_NOWHERE = Clause(-1, -1, frozenset())
