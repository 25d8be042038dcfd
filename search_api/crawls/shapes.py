"""The JSON shapes of crawls, as `canllaw crawl --json` prints and the API answers; does not crawl, and loads no parser."""

from datetime import datetime

from corpus.visits import Crawl, Tally, Visit
from search_api.shapes import Shape

MOST_NAMED = 3
"""Addresses that a report names one by one."""


class VisitShape(Shape):
    """One address of a crawl."""

    url: str
    outcome: str | None
    """Null while the visit is still to be made."""
    status: int | None
    reason: str | None
    publication_id: str | None
    found_on: str | None
    at: datetime | None


class TallyShape(Shape):
    """A crawl: what it was asked for, and how many addresses came to what."""

    id: int
    asked: str
    started_at: datetime
    ended_at: datetime | None
    counts: dict[str, int]


class CrawlShape(TallyShape):
    """A crawl with what came of every address."""

    visits: list[VisitShape]


class CrawlsShape(Shape):
    """The last crawls, newest first."""

    crawls: list[TallyShape]


def crawl_shape(crawl: Crawl) -> CrawlShape:
    """A crawl as JSON."""
    return CrawlShape(
        id=crawl.id,
        asked=crawl.asked,
        started_at=crawl.started_at,
        ended_at=crawl.ended_at,
        counts=crawl.counts(),
        visits=[visit_shape(visit) for visit in crawl.visits],
    )


def visit_shape(visit: Visit) -> VisitShape:
    """One visit as JSON."""
    return VisitShape(
        url=visit.url,
        outcome=visit.outcome,
        status=visit.status,
        reason=visit.reason,
        publication_id=visit.publication_id,
        found_on=visit.found_on,
        at=visit.at,
    )


def tally_shape(tally: Tally) -> TallyShape:
    """A crawl without its addresses as JSON."""
    return TallyShape(
        id=tally.id, asked=tally.asked, started_at=tally.started_at, ended_at=tally.ended_at, counts=dict(tally.counts)
    )


def in_short(asked: str) -> str:
    """What a crawl was asked for, its addresses counted where they would fill the page."""
    named, since, day = asked.partition(" since ")
    count = len(named.split(", "))
    return f"{count} addresses{since}{day}" if count > MOST_NAMED else asked
