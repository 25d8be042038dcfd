"""THE LIFE OF A CRAWL: ask for an address, keep the answer, read it, follow what belongs to it; one address after the other.

Cut off anywhere, the next crawl of the same scope goes on: what was kept is read first, what was visited is not asked
again. Does not decide how a publisher is asked (`fetch.py`) or how a text is read (`pipeline.py`).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from corpus.addresses import address_key
from corpus.captures import Capture, ReadAs, Received
from corpus.crash import Step, pass_by
from corpus.errors import CanllawError, SetupError
from corpus.recovery import recover
from corpus.visits import Crawl, Purpose, Visit, VisitOutcome, Visits
from ingest.about import is_about
from ingest.fetch import Fetcher
from ingest.fetched import Fetched, Refused
from ingest.frontier import EARLIEST, Scope, allowed, first_visits
from ingest.intake import Became, Intake, Life
from ingest.listings import read_listing
from ingest.pipeline import live
from ingest.removal import is_missing, miss
from ingest.sources import Layout, Listing, Sources
from ingest.unread import pages_unread

MOST_LISTING_PAGES = 100
"""Pages of one listing a crawl turns; `--since` ends it sooner."""
GENERAL = frozenset({Layout.GOVWALES_ANNOUNCEMENTS, Layout.GOVWALES_PUBLICATIONS, Layout.GOVWALES_CONSULTATIONS, Layout.RSS})
"""Listings of a whole government, of which only what is about education is visited."""
NOT_READ = frozenset(
    {".csv", ".doc", ".docx", ".jpg", ".mp3", ".mp4", ".ods", ".odt", ".png", ".ppt", ".pptx", ".xls", ".xlsx", ".zip"}
)
"""Endings of files that no parser reads: fetching them would only take a publisher's time."""
OUTCOMES = {
    Became.ADDED: VisitOutcome.FETCHED,
    Became.CHANGED: VisitOutcome.CHANGED,
    Became.UNCHANGED: VisitOutcome.UNCHANGED,
    Became.WAITING: VisitOutcome.WAITING,
    Became.FAILED: VisitOutcome.FAILED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawler:
    """What a crawl needs."""

    intake: Intake
    visits: Visits
    fetcher: Fetcher
    sources: Sources
    on_visit: Callable[[Visit], None] = lambda _: None

    def crawl(self, scope: Scope) -> Crawl:
        """Make every visit a scope asks for; returns the crawl with all of them."""
        recover(self.intake.captures)
        for capture in pages_unread(self.intake, self.visits):  # kept, and cut off before it was read
            live(self.intake, capture, whole_at_once=False)
        first = first_visits(scope, self.intake.catalogue, self.visits, self.sources)
        crawl_id = self.visits.begin(str(scope), first, at=self.intake.now())
        tried: set[str] = set()
        while self._visit_all(crawl_id, scope) or self._put_together(crawl_id, tried):
            pass  # what was put together leads to further visits
        self.visits.end(crawl_id, at=self.intake.now())
        crawl = self.visits.crawl(crawl_id)
        if crawl is None:
            raise LookupError(crawl_id)
        return crawl

    def _visit_all(self, crawl_id: int, scope: Scope) -> bool:
        """Make the visits that are still to be made; True where there was one."""
        any_made = False
        while visit := self.visits.next(crawl_id):
            made, then = self._make(visit, scope)
            self.visits.done(crawl_id, made, then=then)
            self.on_visit(made)
            any_made = True
        return any_made

    def _make(self, visit: Visit, scope: Scope) -> tuple[Visit, list[Visit]]:
        """One visit made, and the visits it leads to."""
        before = self.intake.captures.latest(visit.url)
        answer = self.fetcher.fetch(
            visit.url, etag=before.etag if before else None, last_modified=before.last_modified if before else None
        )
        visit = replace(visit, at=self.intake.now())
        if isinstance(answer, Refused):
            outcome = VisitOutcome.REFUSED if answer.ours else VisitOutcome.FAILED
            return replace(visit, outcome=outcome, reason=answer.detail), []
        pass_by(Step.FETCHED)
        received = _received(answer)
        capture = self.intake.captures.keep(received)
        pass_by(Step.CAPTURED)
        visit = replace(visit, status=answer.status)
        if is_missing(received) or self._was_missing(capture):
            self.intake.captures.mark([capture], ReadAs.NO_CONTENT)
            outcome, reason, publication_id = miss(
                self.intake, self.visits, visit.url, status=answer.status, at=self.intake.now()
            )
            return replace(visit, outcome=outcome, reason=reason, publication_id=publication_id), []
        if answer.status not in {200, 304}:
            return _turned_away(visit, answer), []
        self.visits.seen(visit.url, at=self.intake.now(), moved_to=_moved(answer))
        if visit.purpose is Purpose.LISTING:
            return self._list(visit, capture, scope)
        return self._page(visit, capture, moved=_moved(answer) is not None)

    def _was_missing(self, capture: Capture) -> bool:
        """True for the same answer as one that was no page, though it called itself one."""
        captures = self.intake.captures
        return bool(capture.revisits) and captures.capture(str(capture.revisits)).read_as is ReadAs.NO_CONTENT

    def _list(self, visit: Visit, capture: Capture, scope: Scope) -> tuple[Visit, list[Visit]]:
        """The items of a listing's page, and its next page."""
        try:
            body = self.intake.captures.body(capture)
            page = read_listing(body, layout=visit.layout or "", base=capture.final_url)
        except SetupError:
            raise
        except CanllawError as error:
            self.intake.captures.mark([capture], ReadAs.LISTING, reason=str(error))
            return replace(visit, outcome=VisitOutcome.FAILED, reason=str(error)), []
        since = scope.since or date.min
        recent = [item for item in page.items if item.day is None or item.day >= since]
        general = visit.layout in GENERAL
        wanted = [item.url for item in recent if not general or is_about(item.title)]
        then = [Visit(url=url, found_on=visit.url) for one in wanted if (url := allowed(one, self.sources))]
        reason = f"{len(then)} of {len(page.items)} items to visit"
        listing = self._listing_of(visit, scope)
        if listing and listing.paged and page.next_page and recent and visit.number - listing.first_page < MOST_LISTING_PAGES:
            number = visit.number + 1
            url = listing.address(page=number, since=scope.since or EARLIEST)
            then.append(Visit(url=url, purpose=Purpose.LISTING, found_on=visit.url, layout=visit.layout, number=number))
        outcome = VisitOutcome.UNCHANGED if capture.revisits else VisitOutcome.FETCHED
        self.intake.captures.mark([capture], ReadAs.UNCHANGED if capture.revisits else ReadAs.LISTING)
        return replace(visit, outcome=outcome, reason=reason), then

    def _listing_of(self, visit: Visit, scope: Scope) -> Listing | None:
        listings = (one for source in self.sources.all for one in source.listings)
        return next(
            (one for one in listings if one.address(page=visit.number, since=scope.since or EARLIEST) == visit.url), None
        )

    def _page(self, visit: Visit, capture: Capture, *, moved: bool) -> tuple[Visit, list[Visit]]:
        """A page read, or known to be as it was; then its files, its other parts and its twin."""
        if capture.revisits:
            original = self.intake.captures.capture(capture.revisits)
            if original.read_as is not None:
                return self._again(visit, capture, original, moved=moved)
            capture = original  # a part that still waits for the others
        life = live(self.intake, capture, whole_at_once=False)
        outcome = OUTCOMES[life.became]
        if moved and outcome is VisitOutcome.UNCHANGED:
            outcome = VisitOutcome.MOVED
        made = replace(visit, outcome=outcome, reason=_reason(life), publication_id=life.publication_id)
        return made, list(self._follow(visit.url, [life.publication_id] if life.publication_id else [], life.parts))

    def _again(self, visit: Visit, capture: Capture, original: Capture, *, moved: bool) -> tuple[Visit, list[Visit]]:
        """The same bytes as before: nothing is read, what belongs to it is still visited."""
        captures = self.intake.captures
        documents = captures.documents_of(original.id)
        held = [one for document_id in documents if (one := self.intake.catalogue.document(document_id))]
        publications = sorted({one.publication_id for one in held})
        with self.intake.catalogue.writing() as write:
            for document_id in documents:
                write.see_again(document_id, at=self.intake.now())
            for publication_id in publications if moved else ():
                write.put_page(capture.final_url, publication_id)
        parts = {part.url for one in held for part in captures.of_document(one.id)}
        reason = f"set aside before: {original.reason}" if original.read_as is ReadAs.QUARANTINED else None
        made = replace(
            visit,
            outcome=VisitOutcome.MOVED if moved else VisitOutcome.UNCHANGED,
            reason=reason,
            publication_id=publications[0] if publications else None,
        )
        return made, list(self._follow(visit.url, publications, sorted(parts)))

    def _follow(self, found_on: str, publication_ids: Sequence[str], parts: Sequence[str]) -> Iterator[Visit]:
        links = [link.url for one in publication_ids for link in self.intake.catalogue.links(one)]
        for url in (*parts, *links):
            suffix = PurePosixPath(urlsplit(url).path).suffix.lower()
            address = allowed(url, self.sources)
            if address and suffix not in NOT_READ:
                yield Visit(url=address, found_on=found_on)

    def _put_together(self, crawl_id: int, tried: set[str]) -> bool:
        """Read the publications in parts, now that every part was asked for; True where there was one to try."""
        waiting = [one for one in pages_unread(self.intake, self.visits) if one.id not in tried]
        tried |= {one.id for one in waiting}
        for capture in waiting:
            if self.intake.captures.capture(capture.id).read_as is None:  # not read with a part before it
                life = live(self.intake, capture)
                read = self.intake.captures.of_document(life.document_id) if life.document_id else [capture]
                for one in read:
                    if one.id in tried:
                        made = replace(_of_part(one, life), at=self.intake.now())
                        links = self._follow(one.url, [life.publication_id] if life.publication_id else [], ())
                        self.visits.done(crawl_id, made, then=links)
                        self.on_visit(made)
        return bool(waiting)


def _received(answer: Fetched) -> Received:
    return Received(
        url=answer.url,
        final_url=answer.final_url,
        status=answer.status,
        headers=answer.headers,
        body=answer.body,
        at=answer.fetched_at,
    )


def _of_part(capture: Capture, life: Life) -> Visit:
    """What became of a part that had to wait for the others."""
    return Visit(
        url=capture.url,
        outcome=OUTCOMES[life.became],
        status=capture.status,
        reason=_reason(life),
        publication_id=life.publication_id,
    )


def _moved(answer: Fetched) -> str | None:
    """Where an address now leads, in another page's words than its own."""
    return answer.final_url if address_key(answer.final_url) != address_key(answer.url) else None


def _turned_away(visit: Visit, answer: Fetched) -> Visit:
    """An answer that is no page and no removal; the publisher's reasons are its own."""
    if answer.status in {401, 403}:
        reason = (
            f"The publisher does not let this machine read '{visit.url}' ({answer.status}). Save the page from a browser and "
            "import it with `canllaw ingest`: the result is the same."
        )
        return replace(visit, outcome=VisitOutcome.REFUSED, reason=reason)
    return replace(visit, outcome=VisitOutcome.FAILED, reason=f"'{visit.url}' gave no page, but the answer {answer.status}.")


def _reason(life: Life) -> str | None:
    return life.reason or ("; ".join(life.warnings) or None)
