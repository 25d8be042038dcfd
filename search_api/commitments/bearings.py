"""Bearings: what a later sentence suggests came of a promise, by its cues, its dates and how much of the promise it names.

Does not find sentences. A delivery is the costly thing to suggest wrongly, so it needs most: a cue, the thing promised, and no
word that it is only begun. Nothing is ever suggested as kept or broken.
"""

from dataclasses import dataclass
from datetime import date

from corpus.commitment import Deliverable
from corpus.evidence import Bearing, Reason
from corpus.publication import PublicationType, Status
from ingest.commitments.fields import LANGUAGES, placed_dues
from ingest.sentences import plain
from search_api.commitments.nearness import Near
from search_api.commitments.promise import Promise

ENOUGH = 0.43
"""Relevance from which a sentence is taken as evidence at all."""
ENOUGH_NAMED = 0.25
"""The same for one that names what was promised."""
NAMED = 0.45
"""Share of the promise's words that a sentence must hold to be taken as its delivery, where it does not name the thing."""
ITSELF = 0.60
"""Share of the promise's words that a title must hold for a publication to be the thing promised."""
DRAFTS = frozenset({Status.DRAFT, Status.CONSULTATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What a machine suggests of a later sentence."""

    bearing: Bearing
    effective: date | None = None
    """The day on which what it tells of was done; None where no day of it is known."""
    reasons: tuple[Reason, ...] = ()


def suggest(promise: Promise, near: Near) -> Suggested:
    """What a later sentence suggests."""
    if near.relevance < (ENOUGH_NAMED if near.named else ENOUGH):
        return Suggested(bearing=Bearing.NONE)
    if near.cue(Bearing.DROPPED) and _is_of_it(near):
        return Suggested(bearing=Bearing.DROPPED)
    if _is_itself(promise, near):
        title = Reason(code="title", words=near.later.publication.title)
        if near.later.publication.standing.status in DRAFTS:
            return Suggested(bearing=Bearing.PROGRESS, reasons=(title,))
        return _done(promise, near.later.day, title)
    return _by_cues(promise, near)


def _by_cues(promise: Promise, near: Near) -> Suggested:
    delivered, progress, again = (near.cue(one) for one in (Bearing.DELIVERED, Bearing.PROGRESS, Bearing.REAFFIRMED))
    ahead = _ahead(near)
    if ahead and not progress and (again or not delivered):
        return _dated(promise, *ahead)
    if near.cue(Bearing.REVISED) and _is_of_it(near):
        return Suggested(bearing=Bearing.REVISED)
    if delivered and not progress and not ahead and _is_of_it(near):
        return _done(promise, _said(near), Reason(code="cue", words=delivered.words))
    if delivered and not _is_of_it(near):
        return Suggested(bearing=Bearing.NONE)  # something else was done
    only_again = again and not progress and not delivered
    return Suggested(bearing=Bearing.REAFFIRMED if only_again else Bearing.PROGRESS)


def _is_of_it(near: Near) -> bool:
    """Whether it names what was promised, or holds enough of the promise's words."""
    return near.named or near.share >= NAMED


def _dated(promise: Promise, day: date, words: str) -> Suggested:
    """A day still to come: later than the promise's is another date; of a promise without one it says that work goes on."""
    last = promise.due.last if promise.due else None
    reason = (Reason(code="date", words=words),)
    if last is None:
        return Suggested(bearing=Bearing.REAFFIRMED, reasons=reason)
    return Suggested(bearing=Bearing.REVISED if day > last else Bearing.REAFFIRMED, reasons=reason)


def _done(promise: Promise, effective: date | None, reason: Reason) -> Suggested:
    last = promise.due.last if promise.due else None
    late = bool(last and effective and effective > last)
    return Suggested(bearing=Bearing.DELIVERED_LATE if late else Bearing.DELIVERED, effective=effective, reasons=(reason,))


def _is_itself(promise: Promise, near: Near) -> bool:
    """Whether the publication is the document that was promised."""
    kinds = {PublicationType.GUIDANCE, PublicationType.REPORT, PublicationType.CONSULTATION, PublicationType.LEGISLATION}
    return (
        promise.kind in {Deliverable.DOCUMENT, Deliverable.LEGISLATION}
        and near.later.publication.type in kinds
        and near.titled >= ITSELF
    )


def _ahead(near: Near) -> tuple[date, str] | None:
    """The last day, with its words, that a sentence names after the day of its own text; None where it names none."""
    one = near.later
    if one.day is None or one.document.language not in LANGUAGES:
        return None
    dues = [placed.due for placed in placed_dues(plain(one.words), one.day, one.document.language)]
    days = [(due.last, due.words) for due in dues if due.last and due.last >= one.day]
    return max(days) if days else None


def _said(near: Near) -> date | None:
    """The first day of what a sentence names that is not after its text: when the thing was done."""
    one = near.later
    if one.document.language not in LANGUAGES:
        return None
    dues = [placed.due for placed in placed_dues(plain(one.words), one.day, one.document.language)]
    days = [due.first for due in dues if due.first and (one.day is None or due.first <= one.day)]
    return max(days) if days else None
