"""Bearings: what a later sentence suggests came of a promise, by its cues, its dates and how much of the promise it names.

Does not find sentences. A delivery is the costly thing to suggest wrongly, so it needs most: a cue, the thing promised, and no
word that it is only begun. Nothing is ever suggested as kept or broken.
"""

import re
from dataclasses import dataclass
from datetime import date

from corpus.commitment import Deliverable, Due
from corpus.evidence import Bearing, Reason
from corpus.publication import PublicationType, Status
from ingest.commitments.fields import LANGUAGES, placed_dues
from ingest.sentences import plain
from search_api.commitments.nearness import Near
from search_api.commitments.promise import Promise
from search_api.commitments.tense import is_told

ENOUGH = 0.43
"""Relevance from which a sentence is taken as evidence at all."""
ENOUGH_NAMED = 0.25
"""The same for one that names what was promised."""
NAMED = 0.45
"""Share of the promise's words that a sentence must hold to be taken as its delivery, where it does not name the thing."""
ITSELF = 0.60
"""Share of the promise's words that a title must hold for a publication to be the thing promised."""
BESIDE = re.compile(
    r"\b(?:impact assessments?|assessment of (?:the )?impact|(?:summary of|response to|responses to|feedback on) |easy read|"
    r"(?:young people|children|learner)'?s? version|evaluation of|review of|letter|newsletter|minutes|frequently asked|FAQs?|"
    r"leaflet|poster|explanatory (?:notes?|memorandum)|consultation (?:response|document|on)|research|webinar|notes? on|"
    r"asesiad(?:au)? effaith|crynodeb o|ymateb i)",
    re.IGNORECASE,
)
"""Words of a title by which a publication is about the thing promised and not that thing: its impact assessment."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
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
        return _dated(promise, ahead, again=again is not None)
    if near.cue(Bearing.REVISED) and _is_of_it(near):
        return Suggested(bearing=Bearing.REVISED)
    if delivered and not progress and not ahead and _is_of_it(near):
        said = _said(near)
        if said and promise.made_on and said < promise.made_on:
            return Suggested(bearing=Bearing.NONE)  # done before anybody promised it
        return _done(promise, said, Reason(code="cue", words=delivered.words))
    if delivered and not _is_of_it(near):
        return Suggested(bearing=Bearing.NONE)  # something else was done
    only_again = again and not progress and not delivered
    return Suggested(bearing=Bearing.REAFFIRMED if only_again else Bearing.PROGRESS)


def _is_of_it(near: Near) -> bool:
    """Whether it names what was promised, or holds enough of the promise's words."""
    return near.named or near.share >= NAMED


def _dated(promise: Promise, ahead: Due, *, again: bool) -> Suggested:
    """Days still to come: later than the promise's are another date; of one without, a day not promised again is progress."""
    reason = Reason(code="date", words=ahead.words)
    if promise.due is None and not again:
        return Suggested(bearing=Bearing.PROGRESS, reasons=(reason,))
    last = promise.due.last if promise.due else None
    is_later = last is not None and ahead.last is not None and ahead.last > last
    return Suggested(bearing=Bearing.REVISED if is_later else Bearing.REAFFIRMED, reasons=(reason,))


def _done(promise: Promise, effective: date | None, reason: Reason) -> Suggested:
    last = promise.due.last if promise.due else None
    late = bool(last and effective and effective > last)
    return Suggested(bearing=Bearing.DELIVERED_LATE if late else Bearing.DELIVERED, effective=effective, reasons=(reason,))


def _is_itself(promise: Promise, near: Near) -> bool:
    """Whether the publication is the document that was promised: known to be later, and not one about that document."""
    kinds = {PublicationType.GUIDANCE, PublicationType.REPORT, PublicationType.CONSULTATION, PublicationType.LEGISLATION}
    return (
        promise.kind in {Deliverable.DOCUMENT, Deliverable.LEGISLATION}
        and near.later.publication.type in kinds
        and near.titled >= ITSELF
        and (near.later.day is not None or near.later.follows > 0)
        and not (BESIDE.search(near.later.publication.title) and not BESIDE.search(promise.first.sentence))
    )


def _ahead(near: Near) -> Due | None:
    """The last days that a sentence names after the day of its own text; None where it names none."""
    one = near.later
    if one.day is None or one.document.language not in LANGUAGES:
        return None
    told = is_told(one.words, one.document.language)
    dues = [placed.due for placed in placed_dues(plain(one.words), one.day, one.document.language)]
    days = [due for due in dues if due.last and due.last >= one.day and (YEAR.search(due.words) or not told)]
    return max(days, key=lambda due: (due.last or date.min, due.words), default=None)


def _said(near: Near) -> date | None:
    """The first day of what a sentence names that is not after its text: when the thing was done."""
    one = near.later
    if one.document.language not in LANGUAGES:
        return None
    told = is_told(one.words, one.document.language)
    dues = [placed.due for placed in placed_dues(plain(one.words), one.day, one.document.language)]
    named = [(due.first, told and not YEAR.search(due.words)) for due in dues if due.first]
    if one.day is None:
        return max((day for day, _ in named), default=None)
    days = [_year_before(day) if back and day > one.day else day for day, back in named]
    return max((day for day in days if day <= one.day), default=None)


def _year_before(day: date) -> date:
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
