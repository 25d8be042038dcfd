"""Items of an RSS or Atom feed; loads nothing from outside, and refuses a feed that declares entities of its own."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

from bs4 import BeautifulSoup, Tag

from corpus.errors import MalformedDocument
from ingest.characters import collapse
from ingest.dates import read_date
from ingest.decode import decode, is_binary
from ingest.html_links import absolute
from ingest.listing_html import RawItem

# Entities can be made to unfold into gigabytes, or to read files (OWASP, XML External Entity Prevention); no feed needs any.
_ENTITIES = re.compile(r"<!ENTITY|<!DOCTYPE[^>]*[\[%]", re.IGNORECASE)


def feed_items(data: bytes, *, base: str) -> list[RawItem]:
    """The items of a feed, in its order; raises MalformedDocument."""
    if is_binary(data):
        raise MalformedDocument(f"The feed '{base}' holds binary data. Check its address.")
    text = decode(data)
    if _ENTITIES.search(text):
        raise MalformedDocument(f"The feed '{base}' declares entities of its own, which no feed needs: it is not read.")
    soup = BeautifulSoup(text, "lxml-xml")
    if soup.find(["rss", "feed", "RDF"]) is None:
        raise MalformedDocument(f"'{base}' is no RSS or Atom feed. Check its address.")
    items = (_item(tag, base) for tag in soup.find_all(["item", "entry"]))
    return [item for item in items if item]


def _item(tag: Tag, base: str) -> RawItem | None:
    link = tag.find("link", recursive=False)
    href = str(link.get("href") or link.get_text()) if link else _words(tag, "guid")
    url = absolute(href or "", base)
    title = _words(tag, "title")
    if url is None or not title:
        return None
    day = next((day for name in ("pubDate", "published", "date", "updated") if (day := _day(_words(tag, name)))), None)
    return RawItem(url, title, day, _words(tag, "category"))


def _words(tag: Tag, name: str) -> str | None:
    found = tag.find(name, recursive=False)
    return collapse(found.get_text(" ")) or None if found else None


def _day(words: str | None) -> date | None:
    """The day of `Tue, 01 Sep 2026 09:30:00 +0100` or `2026-09-01T09:30:00Z`, as written, whatever its zone."""
    try:
        return parsedate_to_datetime(words or "").date()
    except (ValueError, IndexError):
        return read_date((words or "").partition("T")[0], language="en")
