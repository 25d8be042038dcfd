"""Listings: what one page of a publisher's list names, and whether another page follows; does not fetch or store anything.

Each layout reads what people see. An item is whatever leads to a page: whoever crawls decides which it wants.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from corpus.addresses import address_key
from corpus.errors import MalformedDocument
from corpus.publication import PublicationType
from ingest.kinds import type_of
from ingest.listing_cards import estyn_cards, govwales_cards, senedd_results
from ingest.listing_feed import feed_items
from ingest.listing_html import ListingTree, RawItem, has_next_page
from ingest.listing_tree import pages_below


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One item of a listing."""

    url: str
    """Absolute, of the web, without a fragment."""
    title: str
    day: date | None = None
    """The day the listing prints: of publication; for a consultation, of its last update. None where it prints none."""
    type: PublicationType | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingPage:
    """One page of a listing."""

    items: tuple[Listed, ...]
    """In its order, each address once."""
    next_page: bool = False
    """True where it leads to a next page itself."""


_HTML: MappingProxyType[str, Callable[[ListingTree], list[RawItem]]] = MappingProxyType(
    {
        "govwales-announcements": govwales_cards,
        "govwales-publications": govwales_cards,
        "govwales-consultations": govwales_cards,
        "hwb-tree": pages_below,
        "estyn": estyn_cards,
        "senedd-search": senedd_results,
    }
)
MOST_BYTES = 2_000_000
"""A listing is read in the process that crawls, so it must be small: ten items a page, or a feed of the latest."""
_FEED = "rss"
_ONE_PAGE = frozenset({"hwb-tree", _FEED})
LAYOUTS = frozenset({*_HTML, _FEED})
"""Every layout that is read."""


def read_listing(data: bytes, *, layout: str, base: str) -> ListingPage:
    """The items of a listing's page; `base` is the address it came from.

    Raises MalformedDocument for a layout that is not known, for a page too large to be a list, for a feed that is none, and
    for one that declares entities.
    """
    if len(data) > MOST_BYTES:
        raise MalformedDocument(
            f"The listing '{base}' has {len(data) / 1_000_000:,.0f} MB; the most that is read is "
            f"{MOST_BYTES / 1_000_000:.0f} MB: it is no page of a list. Look at the address in corpus/sources.toml."
        )
    if layout not in LAYOUTS:
        raise MalformedDocument(
            f"The listing '{base}' is to be read as '{layout}', which is none of {', '.join(sorted(LAYOUTS))}."
        )
    if layout == _FEED:
        return ListingPage(items=_listed(feed_items(data, base=base)))
    tree = ListingTree(data, base=base)
    items = _listed(_HTML[layout](tree))
    return ListingPage(items=items, next_page=layout not in _ONE_PAGE and has_next_page(tree))


def _listed(found: list[RawItem]) -> tuple[Listed, ...]:
    items: dict[str, Listed] = {}
    for raw in found:
        type_ = type_of(title=raw.title, label=raw.label, url=raw.url)
        items.setdefault(address_key(raw.url), Listed(url=raw.url, title=raw.title, day=raw.day, type=type_))
    return tuple(items.values())
