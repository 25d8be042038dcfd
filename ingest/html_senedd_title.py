"""What a page of the Senedd's Record is called: by its heading or its head, without the Senedd's own name; reads no text."""

import re

from bs4 import Tag

from ingest.characters import collapse
from ingest.html_page import WebPage

_SITE = re.compile(r"\s+[-–|]\s+(?:Welsh Parliament|Senedd Cymru|Senedd|National Assembly for Wales)\b.*$")


def head_title(page: WebPage) -> str | None:
    """The title in the head: `Plenary 12/11/2025`."""
    title = page.soup.find("title")
    return (_SITE.sub("", collapse(title.get_text(" "))) or None) if title else None


def take_title(page: WebPage, main: Tag) -> str | None:
    """The first heading, which leaves the tree; else what the head says."""
    title = page.take_title(main)
    return _SITE.sub("", title) if title else None
