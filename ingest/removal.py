"""Removal: when a page that is not there any more counts as gone; does not ask for pages.

A publication is neither kept for ever nor thrown away at the first 404: its address must be missing on three days.
"""

from datetime import datetime
from urllib.parse import urlsplit

from corpus.captures import Received
from corpus.visits import VisitOutcome, Visits
from ingest.intake import Intake

CONFIRMATIONS = 3
"""Days on which an address must be missing; a publisher's site that fails for a week-end is not a removal."""
MISSING = frozenset({404, 410})
_SOFT = (b"page not found", b"tudalen heb ei chanfod", b"heb ddod o hyd i'r dudalen", b"404 not found")
_HEAD = 65_536  # bytes in which a page's title stands: Drupal prints it after all that search engines are told


def is_missing(received: Received) -> bool:
    """True for an answer that says there is no page, in its status, by leading to the front page, or in its title."""
    if received.status in MISSING:
        return True
    led_home = urlsplit(received.final_url).path in {"", "/"} and urlsplit(received.url).path not in {"", "/"}
    title = received.body[:_HEAD].lower().partition(b"<title")[2].partition(b"</title")[0]
    return received.status == 200 and (led_home or any(words in title for words in _SOFT))


def miss(intake: Intake, visits: Visits, url: str, *, status: int, at: datetime) -> tuple[VisitOutcome, str, str | None]:
    """Count a missing page and say what that makes of it; the publication it was of is tombstoned when it is confirmed."""
    misses, publication_id = visits.missed(url, at=at)
    said = f"'{url}' is not there ({status})" if status in MISSING else f"'{url}' leads to no page of its own any more"
    if publication_id is None:
        return VisitOutcome.MISSED, f"{said}, and never was for us.", None
    if misses < CONFIRMATIONS:
        count = f"missed on {misses} of the {CONFIRMATIONS} days that make it gone"
        return VisitOutcome.MISSED, f"{said}: {count}; what is held of it stays.", publication_id
    if visits.answering(publication_id, patience=CONFIRMATIONS):
        reason = f"{said} on {misses} days; the publication is still there at another address."
        return VisitOutcome.GONE, reason, publication_id
    known = intake.catalogue.publication(publication_id)
    if known and known.gone:  # since that day, not since each further miss
        return VisitOutcome.GONE, f"{said}: gone since {known.gone:%d %B %Y}.", publication_id
    basis = f"{said}, on {misses} days up to {at:%d %B %Y}"
    with intake.catalogue.writing() as write:
        write.mark_gone(publication_id, at.date(), basis=basis)
    return VisitOutcome.GONE, f"{basis}: kept as a record, no longer searched.", publication_id
