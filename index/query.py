"""Query, Filters, Hit: what is sent to the index and what comes back; does not search.

`matches` is the meaning of the filters in plain Python: the index must agree with it, and a test holds it to that.
"""

from dataclasses import dataclass
from datetime import date

from corpus.passage import Passage
from corpus.provenance import Held
from corpus.publication import Force, Publication, PublicationType, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Limits on what may be found; an empty tuple or None sets no limit."""

    type: tuple[PublicationType, ...] = ()
    publisher: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    language: str | None = None
    published_from: date | None = None
    published_to: date | None = None
    status: tuple[Status, ...] = ()
    force: tuple[Force, ...] = ()
    held: Held | None = None
    as_of: date | None = None
    """Only what stood on that day, as known from its dates; drafts never stood."""
    any_status: bool = False
    """True finds superseded, draft, consultation and withdrawn texts too."""

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses that may be found; empty for any."""
        if self.status:
            return self.status
        return () if self.any_status or self.as_of else (Status.IN_FORCE,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is searched for."""

    text: str
    language: str
    """Language of the words searched for: decides how they are split and stemmed."""
    filters: Filters = Filters()
    limit: int = 10
    offset: int = 0
    also: tuple[str, ...] = ()
    """Other words for what is asked, in its language: they find, and count for less."""
    across: tuple[str, ...] = ()
    """What is asked, in words of the other language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage found for a query."""

    passage: Passage
    publication_id: str
    language: str
    score: float
    """Place in a ranking, the higher the nearer; comparable within one ranking only."""
    dense: float | None
    """Cosine of query and passage; None where the dense half did not find it."""
    sparse: float | None
    """BM25 of query and passage; None where the sparse half did not find it."""


def matches(publication: Publication, held: Held, filters: Filters) -> bool:
    """Whether a publication may be found under these filters."""
    standing = publication.standing
    day = publication.date
    return (
        (not filters.type or publication.type in filters.type)
        and (not filters.publisher or publication.publisher in filters.publisher)
        and (not filters.topic or not set(filters.topic).isdisjoint(publication.topics))
        and (not filters.language or publication.language == filters.language)
        and (not filters.published_from or (day is not None and day >= filters.published_from))
        and (not filters.published_to or (day is not None and day <= filters.published_to))
        and (not filters.statuses or standing.status in filters.statuses)
        and (not filters.force or standing.force in filters.force)
        and (not filters.held or held is filters.held)
        and (not filters.as_of or stood(publication, filters.as_of))
    )


def stood(publication: Publication, day: date) -> bool:
    """Whether a publication's words stood on a day, as far as its dates tell; an undated one cannot be said to."""
    standing = publication.standing
    if standing.valid_from is None or standing.valid_from > day:
        return False
    return standing.valid_to is None or day < standing.valid_to
