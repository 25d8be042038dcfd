"""The cover block of a guidance PDF: its number and day of issue; does not read what the guidance replaces."""

import re
from datetime import date
from typing import NamedTuple

from ingest.dates import read_date_of_page

LEAD = 6000  # characters: the block stands on the first pages
_NUMBER = re.compile(
    r"\b(?:guidance|circular) (?:document )?(?:no|number)\.?:?\s*\d{1,4}/\d{4}|"
    r"\b(?:rhif y ddogfen ganllaw|dogfen ganllawiau rhif|canllawiau rhif)\.?:?\s*\d{1,4}/\d{4}",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"^(?:date of issue|dyddiad cyhoeddi):?\s*(?P<day>.*)$", re.IGNORECASE | re.MULTILINE)
_GOVERNMENT = re.compile(
    r"\bWG\s?\d{4,6}\b.{0,400}?©\s*(?:Crown copyright|Hawlfraint y Goron)|"
    r"©\s*(?:Crown copyright|Hawlfraint y Goron).{0,400}?\bWG\s?\d{4,6}\b",
    re.DOTALL | re.IGNORECASE,
)


class Cover(NamedTuple):
    """What a cover says."""

    is_guidance: bool
    published: date | None
    """Only where the cover names the day: most name the month alone."""
    publisher: str | None


def read_cover(text: str, *, language: str) -> Cover:
    """The cover block at the top of a text."""
    lead = text[:LEAD]
    issued = _ISSUED.search(lead)
    return Cover(
        is_guidance=bool(_NUMBER.search(lead)),
        published=read_date_of_page(issued["day"], language=language) if issued else None,
        publisher="Welsh Government" if _GOVERNMENT.search(text) else None,
    )
