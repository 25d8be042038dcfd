"""Intake: what the life of a document needs, and what became of it; does not read or write anything by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corpus.captures import Captures
from corpus.catalogue import Catalogue
from ingest.confined import Parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Where texts come to: one for a whole run."""

    catalogue: Catalogue
    captures: Captures
    parse: Parse
    """Reads bytes, in a process of its own where they come from strangers (`ingest.confined`)."""
    now: Callable[[], datetime]


class Became(StrEnum):
    """What became of a text."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WAITING = "waiting"
    """A part of a publication whose other parts are not here yet."""
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What became of one text, from its bytes on."""

    name: str
    """The file or address it was read from."""
    became: Became
    publication_id: str | None = None
    document_id: str | None = None
    reason: str | None = None
    """Why it failed, waits or was skipped, as a sentence."""
    parts: tuple[str, ...] = ()
    """Addresses of all pages of the publication it is a part of, where it waits for them."""
    warnings: tuple[str, ...] = ()
    """What a reader should know of the text, a sentence each."""
