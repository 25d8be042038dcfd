"""Provenance: how a text reached us, under which licence, and how much of it is held; does not hold the text."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Held(StrEnum):
    """How much of a publication a document holds."""

    FULL = "full"
    """The publisher's own words."""
    DIGEST = "digest"
    """Facts from the register in our words; never shown as the publisher's."""


OGL = "Open Government Licence v3.0"
OGL_URL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a document's bytes came from."""

    origin: str
    """The file or address that was read; `register` for a digest."""
    media_type: str
    """The kind of bytes read, as in `text/html`."""
    sha256: str
    """Digest of the bytes read, 64 hexadecimal digits."""
    retrieved_at: datetime
    """When they were read (UTC)."""
    parser: str
    """Which parser made the text, with its version, as in `html-govwales/1`."""
    licence: str = OGL
    """Licence of the words."""
