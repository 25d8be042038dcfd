"""A listing's page opened: its tree, its links, its days, its way to the next page; does not know whose it is."""

import re
from datetime import date
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag

from corpus.errors import MalformedDocument
from ingest.characters import collapse
from ingest.dates import read_date, read_date_of_page
from ingest.decode import decode, is_binary
from ingest.html_links import absolute

_NEXT = re.compile(r"(?:next(?: page)?|(?:tudalen )?nesaf|›|»|>)(?:\s*[›»>])?", re.IGNORECASE)
_PAGER = "[rel~=next], .pager__item--next, li.next, .page-item.next, .pagination-next, .next.page-numbers"
_PAGERS = ".pager, .pagination, nav[aria-label*=agination], nav[aria-label*=ager], .page-numbers, nav.paging"
_DAY = re.compile(r"\b\d{1,2}(?:[/.]\d{1,2}[/.]|(?:st|nd|rd|th|af|ain|il|ydd|fed|eg|ed)? [^\W\d]{3,10} )\d{4}\b")


class RawItem(NamedTuple):
    """An item as a layout reads it."""

    url: str
    title: str
    day: date | None
    label: str | None


class ListingTree:
    """The tree of a listing's page."""

    def __init__(self, data: bytes, *, base: str) -> None:
        if is_binary(data):
            raise MalformedDocument(f"The listing '{base}' holds binary data, not a web page. Check its address.")
        self.base = base
        self.soup = BeautifulSoup(decode(data), "lxml")
        self.content: Tag = self.soup.find("main") or self.soup.find(role="main") or self.soup.body or self.soup

    def link(self, tag: Tag) -> str | None:
        """Where an anchor leads, where that is a page of the web other than this one."""
        url = absolute(str(tag.get("href", "")), self.base)
        return url if url and url != absolute(self.base, None) else None


def day_in(tag: Tag) -> date | None:
    """The day an item prints: of its `<time>`, else the first full day in its words."""
    time = tag if tag.name == "time" and tag.has_attr("datetime") else tag.select_one("time[datetime]")
    if time and (day := read_date(str(time["datetime"]).partition("T")[0].partition(" ")[0], language="en")):
        return day
    found = _DAY.search(collapse(tag.get_text(" ")))
    return read_date_of_page(found[0], language="en") if found else None


def has_next_page(tree: ListingTree) -> bool:
    """True where the page has a link to the next one; a switched-off one is none."""
    for tag in tree.soup.select(_PAGER):
        if _is_live(tag):
            return True
    links = (link for pager in tree.soup.select(_PAGERS) for link in pager.find_all("a", href=True))
    return any(_NEXT.fullmatch(collapse(link.get_text(" "))) and _is_live(link) for link in links)


def _is_live(tag: Tag) -> bool:
    link = tag if tag.name in {"a", "link"} else tag.find("a", href=True)
    off = any("disabled" in str(name) for part in (tag, link) if part for name in part.get_attribute_list("class"))
    return link is not None and link.get("href") not in {None, "", "#"} and link.get("aria-disabled") != "true" and not off
