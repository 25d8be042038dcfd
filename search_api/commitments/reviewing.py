"""Reviewing: a person's word on what later words say came of a commitment, checked and kept for good; judges nothing itself.

Every review is one more row: none is changed, and what is looked for anew leaves them be.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from corpus.catalogue import Catalogue
from corpus.errors import InvalidQuery, NotHeld
from corpus.evidence import ORDER, REJECT, Review
from corpus.evidence_kept import add_review
from corpus.passage import Span
from search_api.commitments.register import Register

VERDICTS = (*(one.value for one in ORDER), REJECT)
LONGEST_NAME = 100
LONGEST_NOTE = 2_000
LONGEST_QUOTE = 2_000
_PLACE = re.compile(r"(?P<document>[^\s:]{1,200}):(?P<start>\d{1,9})-(?P<end>\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What a person says, as given."""

    commitment_id: str
    evidence: str
    """Where the words stand: `document:start-end`, as the register names evidence; any later words may be named."""
    verdict: str
    by: str
    note: str = ""


def keep_review(catalogue: Catalogue, given: Reviewed, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Review:
    """The review as kept; raises InvalidQuery for what cannot be meant and NotHeld for what is not there."""
    verdict = given.verdict.strip().casefold().replace("-", "_").replace(" ", "_")
    if verdict not in VERDICTS:
        known = ", ".join(f"'{one}'" for one in VERDICTS)
        raise InvalidQuery(f"Unknown as '{given.verdict[:40]}'. Known values: {known}.", field="as")
    by = _line("by", given.by, LONGEST_NAME)
    if not by:
        raise InvalidQuery("by is empty: say who reviews it.", field="by")
    note = _line("note", given.note, LONGEST_NOTE)
    promise = Register(catalogue).one(given.commitment_id).promise
    source = next((one for one in promise.sources if one.id == given.commitment_id), promise.first)
    place = _PLACE.fullmatch(given.evidence.strip())
    if place is None:
        raise InvalidQuery(
            f"evidence='{given.evidence[:80]}' names no place: write document:start-end, as the register does.",
            field="evidence",
        )
    document = catalogue.document(place["document"])
    if document is None:
        raise NotHeld(f"No document '{place['document'][:80]}' is held here.")
    span = Span(int(place["start"]), int(place["end"]))
    quote = document.text[span.start : span.end]
    if not quote.strip() or span.end > len(document.text) or len(quote) > LONGEST_QUOTE:
        raise InvalidQuery(
            f"evidence='{given.evidence[:80]}' is not 1 to {LONGEST_QUOTE:,} characters of that document.", field="evidence"
        )
    review = Review(
        commitment_id=source.id,
        publication_id=source.publication_id,
        quote=source.quote,
        document_id=document.id,
        span=span,
        evidence_publication_id=document.publication_id,
        evidence_quote=quote,
        verdict=verdict,
        by=by,
        note=note,
        at=now().astimezone(UTC).replace(microsecond=0),
    )
    with catalogue.writing() as write:
        number = add_review(write, review)
    return replace(review, id=number)


def _line(field: str, value: str, most: int) -> str:
    """One line of printable words; raises InvalidQuery where it is too long."""
    words = " ".join("".join(letter if letter.isprintable() else " " for letter in value).split())
    if len(words) > most:
        raise InvalidQuery(f"{field} is {len(words):,} characters long; the most is {most:,}.", field=field)
    return words
