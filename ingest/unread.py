"""Unread: answers that were kept and not read yet, since a kill came between or since they are parts that wait; reads none.

What was kept is not always a page: a listing, or the words of a site that has no such page, must not become a publication.
"""

from corpus.captures import Capture, ReadAs, Received
from corpus.errors import CaptureDamaged
from corpus.visits import Visits
from ingest.intake import Intake
from ingest.removal import is_missing

SUPERSEDED = "A newer answer of this address came before this one was read."


def pages_unread(intake: Intake, visits: Visits) -> list[Capture]:
    """The pages that wait to be read, oldest first; what is no page, or is superseded, is marked as that."""
    pages = []
    for capture in intake.captures.unread():
        latest = intake.captures.latest(capture.url)
        if latest and capture.id not in {latest.id, latest.revisits}:
            intake.captures.mark([capture], ReadAs.NO_CONTENT, reason=SUPERSEDED)
        elif visits.is_listing(capture.url):  # asked for again by the crawl that was cut off, and read then
            intake.captures.mark([capture], ReadAs.LISTING)
        elif _is_missing(intake, capture):  # asked for again, and counted then
            intake.captures.mark([capture], ReadAs.NO_CONTENT)
        else:
            pages.append(capture)
    return pages


def _is_missing(intake: Intake, capture: Capture) -> bool:
    try:
        body = intake.captures.body(capture)
    except CaptureDamaged:
        return False  # whoever reads it says why that cannot be done
    received = Received(
        url=capture.url, final_url=capture.final_url, status=capture.status, headers=(), body=body, at=capture.fetched_at
    )
    return is_missing(received)
