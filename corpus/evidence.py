"""Evidence: later words that bear on a commitment, what each says came of it, and what people made of that; finds none.

Outcomes and their order are methods 5.5. A machine suggests, only a person confirms, and no outcome is called kept or broken.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from corpus.passage import Span


class Bearing(StrEnum):
    """How later words bear on a commitment."""

    DELIVERED = "delivered"
    DELIVERED_LATE = "delivered_late"
    """Delivered, after the last day it was promised for."""
    PROGRESS = "progress"
    REVISED = "revised"
    """Another date or another form: not dropped."""
    REAFFIRMED = "reaffirmed"
    DROPPED = "dropped"
    NONE = "none"
    """Looked at, and not taken as evidence."""


ORDER = (
    Bearing.DROPPED,
    Bearing.DELIVERED,
    Bearing.DELIVERED_LATE,
    Bearing.REVISED,
    Bearing.PROGRESS,
    Bearing.REAFFIRMED,
)
"""Which of two on one day counts (methods 5.5)."""
DONE = frozenset({Bearing.DELIVERED, Bearing.DELIVERED_LATE})
REJECT = "reject"
"""What a person says of later words that do not bear on a commitment."""


class Came(StrEnum):
    """What came of a commitment, as far as the texts held tell."""

    DELIVERED = "delivered"
    DELIVERED_LATE = "delivered_late"
    PROGRESS = "progress"
    REVISED = "revised"
    REAFFIRMED = "reaffirmed"
    DROPPED = "dropped"
    NO_EVIDENCE_FOUND = "no_evidence_found"
    NOT_SEARCHED = "not_searched"
    """Nobody has looked yet: the index has not been brought up since it was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why later words were taken so."""

    code: str
    """`words`, `meaning`, `follows_up`, `series`, `cue`, `date`, `named`, `title`."""
    words: str = ""
    """The words that it rests on, as written; empty where it rests on none."""
    value: float | None = None
    """A share or a cosine, 0 to 1; None where it has no measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Later words beside a commitment, as a machine took them."""

    document_id: str
    span: Span
    """The sentence or item, in that document's text."""
    bearing: Bearing
    score: float
    """How near it is to the commitment, 0 to 1 (methods 5.5); candidates are ordered by it."""
    day: date | None
    """The first day known for its publication; None where none is known and the register alone says it came later."""
    effective: date | None = None
    """The day on which what it tells of was done, where it names one or is itself the thing promised."""
    reasons: tuple[Reason, ...] = ()

    @property
    def place(self) -> str:
        """Where it stands: `ws-kites-2026.en.1f0c9a3b:120-388`, which is also how a person names it."""
        return f"{self.document_id}:{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a person made of later words beside a commitment. It stands on its own: whatever is read anew, it stays."""

    id: int = 0
    commitment_id: str
    publication_id: str
    quote: str
    """The commitment's words as they were reviewed."""
    document_id: str
    span: Span
    evidence_publication_id: str
    evidence_quote: str
    verdict: str
    """A Bearing's value but `none`, or `reject`."""
    by: str
    note: str
    at: datetime

    @property
    def place(self) -> str:
        """As `Evidence.place`."""
        return f"{self.document_id}:{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Later words with what counts for them now: a person's word where there is one, else the machine's."""

    evidence: Evidence
    bearing: Bearing
    """What counts; `none` where a person rejected it."""
    review: Review | None = None
    """The newest review; None where it is only suggested."""
    history: tuple[Review, ...] = ()
    """Every review, oldest first."""

    @property
    def is_confirmed(self) -> bool:
        """Whether a person says so."""
        return self.review is not None

    @property
    def counts(self) -> bool:
        """Whether it is taken as evidence."""
        return self.bearing is not Bearing.NONE


def weigh(
    found: Iterable[Evidence], reviews: Iterable[Review], *, days: Callable[[str], date | None] = lambda _: None
) -> tuple[Weighed, ...]:
    """Evidence with its reviews, oldest first, what a person added among it; `days` gives a publication's day."""
    by_place: dict[str, tuple[Review, ...]] = {}
    for review in sorted(reviews, key=lambda one: (one.at, one.id)):
        by_place[review.place] = (*by_place.get(review.place, ()), review)
    made = [_weighed(one, by_place.pop(one.place, ())) for one in found]
    for history in by_place.values():
        last = history[-1]
        day = days(last.evidence_publication_id)
        added = Evidence(document_id=last.document_id, span=last.span, bearing=Bearing.NONE, score=0.0, day=day)
        made.append(_weighed(added, history))
    return tuple(sorted(made, key=lambda one: (one.evidence.day or date.min, -one.evidence.score, one.evidence.place)))


def _weighed(one: Evidence, history: Sequence[Review]) -> Weighed:
    review = history[-1] if history else None
    if review is None:
        return Weighed(evidence=one, bearing=one.bearing)
    bearing = Bearing.NONE if review.verdict == REJECT else Bearing(review.verdict)
    return Weighed(evidence=one, bearing=bearing, review=review, history=tuple(history))


def deciding(weighed: Iterable[Weighed]) -> Weighed | None:
    """The evidence that says what came of a commitment: the latest, on one day by `ORDER`; None where there is none.

    Where people confirmed some, a machine's suggestions do not count. Later progress or a promise made again undoes no
    delivery; what has no day counts before all that has one.
    """
    counted = [one for one in weighed if one.counts]
    confirmed = [one for one in counted if one.is_confirmed]
    ordered = sorted(confirmed or counted, key=lambda one: (one.evidence.day or date.min, -ORDER.index(one.bearing)))
    done = [at for at, one in enumerate(ordered) if one.bearing in DONE]
    weak = {Bearing.PROGRESS, Bearing.REAFFIRMED}
    if done:
        ordered = [one for at, one in enumerate(ordered) if at <= done[-1] or one.bearing not in weak]
    return ordered[-1] if ordered else None


def is_overdue(*, last: date | None, delivered: bool, today: date) -> bool:
    """Whether the last day it was promised for has passed without evidence of delivery; computed, never read."""
    return last is not None and last < today and not delivered
