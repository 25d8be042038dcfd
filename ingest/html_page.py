"""A saved web page opened: its tree, and what its head says of it; does not read its text."""

import re
import warnings
from datetime import date
from functools import cached_property
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

from corpus.addresses import web_address
from corpus.errors import MalformedDocument
from ingest.characters import collapse, tricks_in
from ingest.dates import read_date
from ingest.decode import decode, is_binary
from ingest.html_blocks import is_dropped
from ingest.html_hidden import take_hidden

HEAD = 4096  # bytes in which a page says its encoding
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
# What stands after the last bar of a title is the site's name.
_SITE = re.compile(r"\s+[|·]\s+[^|·]{1,60}$")


class WebPage:
    """A page and its head; the tree may be taken apart by whoever reads it."""

    def __init__(self, data: bytes, *, name: str) -> None:
        if is_binary(data):
            raise MalformedDocument(
                f"'{name}' is called a web page but holds binary data. Save the page again, as HTML, and import that."
            )
        found = _CHARSET.search(data[:HEAD])
        markup = decode(data, declared=found[1].decode("ascii", "replace") if found else None)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # bs4 wonders at short pages and at XHTML
            self.soup = BeautifulSoup(markup, "lxml")
        self._saved_from = _SAVED_FROM.search(markup[: HEAD * 2])
        self.invisible = tricks_in(self.content().get_text())
        """Places with invisible characters inside words."""
        self.hidden = take_hidden(self.soup, self.content())
        """Runs of words of the content that nobody sees; they are no part of the tree any more."""

    @cached_property
    def url(self) -> str | None:
        """The address the page gives as its own, or was saved from."""
        link = self.soup.find("link", rel="canonical", href=True)
        canonical = str(link["href"]).strip() if link else None
        found = [canonical, self.meta("og:url"), self._saved_from and self._saved_from[1], self._joined(canonical)]
        return next((address for value in found if (address := web_address(value))), None)

    def _joined(self, canonical: str | None) -> str | None:
        """A canonical path (`/sums-all`) at the host that the page's short link names."""
        short = self.soup.find("link", rel="shortlink", href=True)
        return urljoin(str(short["href"]), canonical) if short and canonical and canonical.startswith("/") else None

    @cached_property
    def language(self) -> str:
        """The language declared: `cy` or, for anything else, `en`."""
        return self.declared or "en"

    @cached_property
    def declared(self) -> str | None:
        """`cy` or `en` where the page declares one of them."""
        html = self.soup.find("html")
        declared = str(html.get("lang") or html.get("xml:lang") or "").lower()[:2] if html else ""
        return declared if declared in {"cy", "en"} else None

    def meta(self, *names: str) -> str | None:
        """The first of these `<meta>` names or properties that says something."""
        return next((words for name in names if (words := self._meta.get(name))), None)

    @cached_property
    def _meta(self) -> dict[str, str]:
        said: dict[str, str] = {}
        for tag in self.soup.find_all("meta", content=True):
            words = collapse(str(tag["content"]))
            for key in (tag.get("property"), tag.get("name")):
                if key and words:
                    said.setdefault(str(key).lower(), words)
        return said

    def meta_date(self, *names: str) -> date | None:
        """The first of these `<meta>` names that holds a full day."""
        found = (read_date((self.meta(name) or "").partition("T")[0], language="en") for name in names)
        return next((day for day in found if day), None)

    def content(self) -> Tag:
        """The element that holds the text: `<main>` or what plays its part, else the body, else everything."""
        articles = self.soup.find_all("article")
        only = articles[0] if len(articles) == 1 else None
        return self.soup.find("main") or self.soup.find(role="main") or only or self.soup.body or self.soup

    def take_title(self, content: Tag) -> str | None:
        """The title: the first `<h1>`, which leaves the tree since it is no part of the text; else as the head says."""
        heading = next((tag for tree in (content, self.soup) for tag in tree.find_all("h1") if _is_shown(tag)), None)
        if heading:
            words = collapse(heading.extract().get_text(" "))
            if words:
                return words
        title = self.soup.find("title")
        named = collapse(title.get_text(" ")) if title else ""
        return self.meta("og:title", "dc.title", "dcterms.title") or _SITE.sub("", named) or None


def _is_shown(tag: Tag) -> bool:
    return bool(collapse(tag.get_text())) and not any(is_dropped(part) for part in (tag, *tag.parents))
