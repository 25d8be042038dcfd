"""Restated: one promise made again in another publication, on the same day terms or others; does not read texts.

A promise made again is later evidence of its own kind: with the same date it is reaffirmed, with a later one revised.
"""

from collections.abc import Sequence

from corpus.evidence import Bearing, Evidence, Reason
from index.remembered import Remembered
from search_api.commitments.later import Following
from search_api.commitments.promise import Promise
from search_api.commitments.shelf_words import ShelfWords, told

ALIKE = 0.62
"""Mean of the cosine of two promises and of the smaller share of words that one has of the other, from which they are one."""
MOST = 5


def restated(
    promise: Promise, every: Sequence[Promise], words: ShelfWords, vectors: Remembered, following: Following
) -> list[Evidence]:
    """Later promises of the same thing, the nearest first."""
    language = promise.first.commitment.language
    mine = told(promise.words(language), language)
    own = following.family(promise.family)
    later = [
        one
        for one in every
        if one.first.commitment.language == language
        and not own & one.family
        and promise.made_on
        and one.made_on
        and one.made_on > promise.made_on
    ]
    likely = [(one, _share(mine, one, words, language)) for one in later]
    likely = [(one, share) for one, share in likely if share >= 0.4]
    if not likely:
        return []
    rows = vectors([promise.words(language), *(one.words(language) for one, _ in likely)])
    found = []
    for (one, share), row in zip(likely, rows[1:], strict=True):
        alike = (float(row @ rows[0]) + share) / 2
        if alike >= ALIKE:
            found.append((alike, one))
    found.sort(key=lambda pair: (-pair[0], pair[1].id))
    return [_evidence(promise, one, alike) for alike, one in found[:MOST]]


def _share(mine: frozenset[str], other: Promise, words: ShelfWords, language: str) -> float:
    theirs = told(other.words(language), language)
    return min(words.share(mine, theirs), words.share(theirs, mine))


def _evidence(promise: Promise, other: Promise, alike: float) -> Evidence:
    last = promise.due.last if promise.due else None
    moved = other.due.last if other.due else None
    later = bool(last and moved and moved > last)
    reasons = [Reason(code="promise", words=other.id, value=round(alike, 3))]
    if later and other.due:
        reasons.append(Reason(code="date", words=other.due.words))
    return Evidence(
        document_id=other.first.document_id,
        span=other.first.commitment.span,
        bearing=Bearing.REVISED if later else Bearing.REAFFIRMED,
        score=round(alike, 4),
        day=other.made_on,
        reasons=tuple(reasons),
    )
