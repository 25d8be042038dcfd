"""Feed and Entry: what is new under some filters, newest first, one entry a publication; writes no XML.

An entry keeps one id for ever: a reader that has seen it shows it again only when `updated` is later, which is when another
text took its place here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from urllib.parse import urlencode

from search_api.address import Address
from search_api.library import Library
from search_api.messages import Messages
from search_api.packs.reference import Reference

TAG = "tag:canllaw,2026:"
"""Of every id (RFC 4151): the same at whatever address a feed is served, so that no reader sees anything twice."""
MOST_ENTRIES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A publication that the filters find."""

    reference: Reference
    updated: datetime
    """When the text it has now came to be held."""
    summary: str
    place: str
    """Path and parameters of its page here."""

    @property
    def id(self) -> str:
        """The same for every version of the publication."""
        return f"{TAG}publication/{self.reference.publication.id}"

    @property
    def published(self) -> date | None:
        """The day it was published, where one is known."""
        return self.reference.publication.published


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed."""

    name: str
    """Of its source: `search`, `duties`."""
    parameters: tuple[tuple[str, str], ...]
    """What it is a feed of, sorted by name."""
    title: str
    language: str
    """Of its own words."""
    page: str
    """Path and parameters of the page that shows the same."""
    updated: datetime
    entries: tuple[Entry, ...]

    @property
    def id(self) -> str:
        """The same for the same filters, in whatever order they were written."""
        return f"{TAG}feed/{self.name}?{urlencode(self.parameters)}" if self.parameters else f"{TAG}feed/{self.name}"


class FeedSource(Protocol):
    """Makes a feed from parameters; raises InvalidQuery where one is at fault."""

    def __call__(self, library: Library, address: Address, spoken: Messages, /) -> Feed:
        """The feed of an address, whose `ui` is not among its parameters."""


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The newest entries, one a publication: by when its text came, then by the day it was published."""
    by_id: dict[str, Entry] = {}
    for entry in entries:
        by_id.setdefault(entry.id, entry)
    ordered = sorted(by_id.values(), key=lambda one: one.id)
    ordered.sort(key=lambda one: (one.updated, one.published or date.min), reverse=True)
    return tuple(ordered[:MOST_ENTRIES])


def latest(entries: Iterable[Entry], *, otherwise: datetime) -> datetime:
    """When a feed last changed: with its newest entry; an empty one with the catalogue."""
    return max((entry.updated for entry in entries), default=otherwise)
