"""Visits: which addresses a crawl asks for, in which order, and what came of each; kept in the catalogue, so that a crawl
that was cut off goes on where it was. Does not ask anything.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import RowMapping, func, insert, select, update

from corpus.addresses import address_key
from corpus.catalogue import Catalogue
from corpus.rows import moment
from corpus.schema import crawl_table, page_table, visit_table

TO_DO = "to do"


RESUMED_WITHIN = timedelta(days=7)
"""A crawl cut off longer ago is not gone on with: what it visited may have changed since."""


class Purpose(StrEnum):
    """Why an address is asked for."""

    PAGE = "page"
    LISTING = "listing"


class VisitOutcome(StrEnum):
    """What came of asking."""

    FETCHED = "fetched"
    """New to us, and read."""
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MOVED = "moved"
    """Read at another address that it now leads to."""
    MISSED = "missed"
    """Not there this time; see `ingest.removal` for when that makes it gone."""
    GONE = "gone"
    """Not there, confirmed: its text is no longer searched."""
    REFUSED = "refused"
    """By our rules, by robots.txt, or by the publisher."""
    FAILED = "failed"
    """Nothing whole came, or it could not be read."""
    WAITING = "waiting"
    """A part of a publication whose other parts are not here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One address of a crawl."""

    url: str
    purpose: Purpose = Purpose.PAGE
    found_on: str | None = None
    """The page or listing that named it."""
    layout: str | None = None
    """Of a listing."""
    number: int = 0
    """Of a listing's page."""
    outcome: VisitOutcome | None = None
    """None while it is still to be made."""
    status: int | None = None
    """As HTTP counts them."""
    reason: str | None = None
    publication_id: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawl:
    """One crawl with all its visits."""

    id: int
    asked: str
    """What it was asked to fetch, in words."""
    started_at: datetime
    ended_at: datetime | None
    """None while it runs, and for one that was cut off."""
    visits: tuple[Visit, ...]

    def counts(self) -> dict[str, int]:
        """How many visits had each outcome, `TO_DO` for those not made."""
        return dict(Counter(visit.outcome.value if visit.outcome else TO_DO for visit in self.visits))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One crawl without its visits."""

    id: int
    asked: str
    started_at: datetime
    ended_at: datetime | None
    counts: Mapping[str, int]
    """How many visits had each outcome, as `Crawl.counts`."""


class Visits:
    """The crawls of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def begin(self, asked: str, first: Iterable[Visit], *, at: datetime) -> int:
        """Id of the crawl for what is asked: the one that was cut off not long ago, or a new one with these first visits."""
        open_one = select(crawl_table.c.id).where(
            crawl_table.c.asked == asked,
            crawl_table.c.ended_at.is_(None),
            crawl_table.c.started_at >= moment(at - RESUMED_WITHIN),
        )
        for row in self._catalogue.rows(open_one.order_by(crawl_table.c.id.desc()).limit(1)):
            return int(row["id"])
        with self._catalogue.writing() as write:
            made = write.connection.execute(insert(crawl_table).values(asked=asked, started_at=moment(at)))
            (crawl_id,) = made.inserted_primary_key or (0,)
            _add(write.connection, crawl_id, first)
        return crawl_id

    def next(self, crawl_id: int) -> Visit | None:
        """The first visit still to be made."""
        mine = (visit_table.c.crawl_id == crawl_id, visit_table.c.outcome.is_(None))
        found = self._catalogue.rows(select(visit_table).where(*mine).order_by(visit_table.c.position).limit(1))
        return _visit(found[0]) if found else None

    def done(self, crawl_id: int, visit: Visit, *, then: Iterable[Visit] = ()) -> None:
        """Note what came of a visit, with the visits it leads to, at once: neither without the other."""
        with self._catalogue.writing() as write:
            mine = (visit_table.c.crawl_id == crawl_id, visit_table.c.key == address_key(visit.url))
            values = {
                "outcome": visit.outcome.value if visit.outcome else None,
                "status": visit.status,
                "reason": visit.reason,
                "publication_id": visit.publication_id,
                "at": moment(visit.at) if visit.at else None,
            }
            write.connection.execute(update(visit_table).where(*mine).values(values))
            _add(write.connection, crawl_id, then)

    def end(self, crawl_id: int, *, at: datetime) -> None:
        """Note that every visit was made."""
        with self._catalogue.writing() as write:
            write.connection.execute(update(crawl_table).where(crawl_table.c.id == crawl_id).values(ended_at=moment(at)))

    def crawl(self, crawl_id: int | None = None) -> Crawl | None:
        """A crawl with its visits; the last one where none is named."""
        query = select(crawl_table).order_by(crawl_table.c.id.desc()).limit(1)
        found = self._catalogue.rows(query if crawl_id is None else query.where(crawl_table.c.id == crawl_id))
        return self._with_visits(found[0]) if found else None

    def crawls(self, *, most: int = 50) -> list[Tally]:
        """The last crawls, newest first, counted where they lie: a crawl may have thousands of visits."""
        rows = self._catalogue.rows(select(crawl_table).order_by(crawl_table.c.id.desc()).limit(most))
        counted = select(visit_table.c.crawl_id, visit_table.c.outcome, func.count().label("count"))
        mine = counted.where(visit_table.c.crawl_id.in_([row["id"] for row in rows]))
        counts: dict[int, dict[str, int]] = {row["id"]: {} for row in rows}
        for row in self._catalogue.rows(mine.group_by(visit_table.c.crawl_id, visit_table.c.outcome)):
            counts[row["crawl_id"]][row["outcome"] or TO_DO] = row["count"]
        return [
            Tally(
                id=row["id"],
                asked=row["asked"],
                started_at=datetime.fromisoformat(row["started_at"]),
                ended_at=datetime.fromisoformat(row["ended_at"]) if row["ended_at"] else None,
                counts=counts[row["id"]],
            )
            for row in rows
        ]

    def is_listing(self, url: str) -> bool:
        """True for an address that was asked for as a listing."""
        mine = (visit_table.c.key == address_key(url), visit_table.c.purpose == Purpose.LISTING.value)
        return bool(self._catalogue.rows(select(visit_table.c.key).where(*mine).limit(1)))

    def pages(self) -> list[str]:
        """Every address that led to a publication before."""
        led = select(page_table.c.url).where(page_table.c.publication_id.is_not(None)).order_by(page_table.c.key)
        return [str(row["url"]) for row in self._catalogue.rows(led)]

    def pages_of(self, publication_id: str) -> list[str]:
        """Every address that led to one publication."""
        led = select(page_table.c.url).where(page_table.c.publication_id == publication_id).order_by(page_table.c.key)
        return [str(row["url"]) for row in self._catalogue.rows(led)]

    def answering(self, publication_id: str, *, patience: int = 1) -> list[str]:
        """Addresses of a publication that were asked for, and have missed on fewer days than `patience` since they answered."""
        table = page_table
        mine = (table.c.publication_id == publication_id, table.c.misses < patience, table.c.checked_at.is_not(None))
        return [str(row["url"]) for row in self._catalogue.rows(select(table.c.url).where(*mine).order_by(table.c.key))]

    def seen(self, url: str, *, at: datetime, moved_to: str | None = None) -> None:
        """Note that an address answered: earlier misses count no more."""
        self._set_page(url, checked_at=moment(at), misses=0, missed_on=None, moved_to=moved_to)

    def missed(self, url: str, *, at: datetime) -> tuple[int, str | None]:
        """Note that an address did not answer with a page; how often it was missed, and what it led to.

        Misses of one day count once: a publisher's bad day is one.
        """
        found = self._catalogue.rows(select(page_table).where(page_table.c.key == address_key(url)))
        row = found[0] if found else None
        before = int(row["misses"]) if row else 0
        same_day = row is not None and row["missed_on"] == at.date().isoformat()
        misses = before if same_day else before + 1
        self._set_page(url, checked_at=moment(at), misses=misses, missed_on=at.date().isoformat())
        return misses, row["publication_id"] if row else None

    def _set_page(self, url: str, **values: Any) -> None:
        with self._catalogue.writing() as write:
            mine = page_table.c.key == address_key(url)
            changed = write.connection.execute(update(page_table).where(mine).values(values))
            if not changed.rowcount:
                row = {"key": address_key(url), "url": url, "misses": 0} | values
                write.connection.execute(insert(page_table).values(row))

    def _with_visits(self, row: RowMapping) -> Crawl:
        mine = select(visit_table).where(visit_table.c.crawl_id == row["id"]).order_by(visit_table.c.position)
        return Crawl(
            id=row["id"],
            asked=row["asked"],
            started_at=datetime.fromisoformat(row["started_at"]),
            ended_at=datetime.fromisoformat(row["ended_at"]) if row["ended_at"] else None,
            visits=tuple(_visit(visit) for visit in self._catalogue.rows(mine)),
        )


def _add(connection: Any, crawl_id: int, visits: Iterable[Visit]) -> None:
    """Put visits at the end of the queue, each address once in a crawl."""
    mine = visit_table.c.crawl_id == crawl_id
    known = set(connection.execute(select(visit_table.c.key).where(mine)).scalars())
    place = connection.execute(select(func.coalesce(func.max(visit_table.c.position), 0)).where(mine)).scalar_one()
    rows = []
    for visit in visits:
        key = address_key(visit.url)
        if key not in known:
            known.add(key)
            place += 1
            rows.append(
                {
                    "crawl_id": crawl_id,
                    "key": key,
                    "position": place,
                    "url": visit.url,
                    "purpose": visit.purpose.value,
                    "found_on": visit.found_on,
                    "layout": visit.layout,
                    "number": visit.number,
                }
            )
    if rows:
        connection.execute(insert(visit_table), rows)


def _visit(row: RowMapping) -> Visit:
    return Visit(
        url=row["url"],
        purpose=Purpose(row["purpose"]),
        found_on=row["found_on"],
        layout=row["layout"],
        number=row["number"],
        outcome=VisitOutcome(row["outcome"]) if row["outcome"] else None,
        status=row["status"],
        reason=row["reason"],
        publication_id=row["publication_id"],
        at=datetime.fromisoformat(row["at"]) if row["at"] else None,
    )
