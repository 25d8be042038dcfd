"""The list of contents that every page of a guide in parts prints: where its parts are, and which of them this page is.

Does not fetch the parts; a list of links that is no list of contents is none.
"""

import re
from dataclasses import dataclass

from bs4 import Tag

from corpus.addresses import address_key, host_of
from ingest.characters import collapse
from ingest.html_links import absolute
from ingest.html_page import WebPage

_NAMED = re.compile(
    r"(?:table of )?contents|(?:in|about) this (?:guidance|guide|section)|sections|"
    r"cynnwys|yn y? ?(?:canllawiau|canllaw|adran) (?:hyn|hwn|hon)|adrannau",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d{1,2}\.?\s+\S")
_LISTS = "nav, .contents:not(:has(p))"  # a list, not an element that is called so around the whole text
_NO_CONTENTS = re.compile(r"breadcrumb|pag(?:er|ination)|next|prev|briwsion", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The parts of a guide, in order."""

    addresses: tuple[str, ...]
    """Absolute, this page's own among them."""
    own: str
    """The name of this page in the list: `2. Planning the year`."""
    heading: str | None
    """What stands above the list, where that is more than `Contents`: the name of the guide."""


def find_contents(page: WebPage) -> Contents | None:
    """The contents of the guide a page is part of; None for a page that is a whole."""
    if not page.url:
        return None
    found = (_read(tag, page.url) for tag in page.soup.select(_LISTS))
    return next((contents for contents in found if contents), None)


def _read(tag: Tag, url: str) -> Contents | None:
    if any(_NO_CONTENTS.search(name) for name in _names(tag)):
        return None
    entries = dict(entry for item in tag.find_all("li") if (entry := _entry(item, url)))
    own = [words for words, address in entries.items() if address_key(address) == address_key(url)]
    heading = _heading(tag)
    named = any(_NAMED.fullmatch(name) for name in (*_names(tag), heading or ""))
    if len(own) != 1 or len(set(entries.values())) < 2 or not (named or all(map(_NUMBERED.match, entries))):
        return None
    addresses = tuple(dict.fromkeys(url if words == own[0] else address for words, address in entries.items()))
    return Contents(addresses=addresses, own=own[0], heading=None if _NAMED.fullmatch(heading or "") else heading)


def _names(tag: Tag) -> list[str]:
    return [collapse(str(name)) for name in (*tag.get_attribute_list("class"), tag.get("id"), tag.get("aria-label")) if name]


def _entry(item: Tag, url: str) -> tuple[str, str] | None:
    """Words and address of one line; a line that leads nowhere is the page itself. None for no page of the site."""
    link = item.find("a", href=True)
    words = collapse((link or item).get_text(" "))
    if not words or link is None or link.get("aria-current"):
        return (words, url) if words else None
    href = str(link["href"]).strip()
    address = None if href.startswith("#") else absolute(href, url)
    return (words, address) if address and host_of(address) == host_of(url) else None


def _heading(tag: Tag) -> str | None:
    found = tag.find(re.compile(r"h[1-6]"))
    return collapse(found.get_text(" ")) or None if found else None
