"""Capture: the row of a record of raw bytes, and what became of it; does not hold the bytes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import RowMapping

OK = 200
NOT_MODIFIED = 304


class ReadAs(StrEnum):
    """What became of a capture; a capture without it waits to be read."""

    DOCUMENT = "document"
    LISTING = "listing"
    UNCHANGED = "unchanged"
    """The same bytes as a capture before it."""
    NO_CONTENT = "no_content"
    """An answer that is no page: gone, refused, not there."""
    QUARANTINED = "quarantined"
    """It could not be read safely or wholly; kept with its reason, tried again by `canllaw reparse`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The row of a record."""

    id: str
    url: str
    final_url: str
    status: int
    media_type: str
    sha256: str
    """Digest of the body, 64 hexadecimal digits."""
    size: int
    fetched_at: datetime
    etag: str | None
    last_modified: str | None
    file: str
    offset: int
    revisits: str | None
    """The capture that holds the body, where this one found it unchanged."""
    publication_id: str | None
    """The publication a person said it is the text of."""
    page_key: str | None
    """The key of the address the page gives as its own, once it was read."""
    read_as: ReadAs | None
    reason: str | None


def read_at_once(status: int, *, same: bool) -> str | None:
    """What a capture is as soon as it is kept: only new bytes of a page wait to be read."""
    if same:
        return ReadAs.UNCHANGED.value
    return None if status == OK else ReadAs.NO_CONTENT.value


def read_capture(row: RowMapping | dict[str, Any]) -> Capture:
    """A row as a Capture."""
    named = {key: value for key, value in row.items() if key != "key"}
    read_as = ReadAs(named["read_as"]) if named["read_as"] else None
    return Capture(**named | {"fetched_at": datetime.fromisoformat(named["fetched_at"]), "read_as": read_as})
