"""Posts of the Welsh Government's blogs (`educationwales.blog.gov.wales`): the day is in the address; comments are left out.

Reads the rest as any page.
"""

import re
from dataclasses import replace
from datetime import date

from corpus.addresses import host_of
from corpus.link import Link, LinkKind
from corpus.publication import PublicationType
from ingest.characters import collapse
from ingest.html_generic import parse_generic
from ingest.html_links import absolute
from ingest.html_page import WebPage
from ingest.parsed import Parsed

PARSER = "html-blog/1"
HOSTS = (".blog.gov.wales", ".blog.llyw.cymru")
# Class names of WordPress and of its Jetpack plug-in.
_SITE_PARTS = "#comments, #respond, .comments-area, .sharedaddy, .entry-footer, .post-navigation, .jp-relatedposts"
_OTHER_LANGUAGE = re.compile(
    r"(?:read this (?:post|page|blog) in (?:welsh|english)|darllen\w* .{0,30}yn (?:saesneg|gymraeg))\.?", re.IGNORECASE
)
_DAY = re.compile(r"/((?:19|20)\d\d)/(\d\d)/(\d\d)/")


def is_blog(page: WebPage) -> bool:
    """True for a post of one of the blogs."""
    return host_of(page.url).endswith(HOSTS)


def parse_blog(page: WebPage) -> Parsed:
    """What a post says, and the day its address names."""
    main = page.content()
    for part in main.select(_SITE_PARTS):
        part.decompose()
    twin = _take_twin(page)
    parsed = parse_generic(page)
    return replace(
        parsed,
        parser=PARSER,
        published=_day(page.url) or parsed.published,
        type=PublicationType.NEWS,
        links=parsed.links or twin,
    )


def _take_twin(page: WebPage) -> tuple[Link, ...]:
    """Where `Read this post in Welsh` leads; the line leaves the tree."""
    for link in page.content().find_all("a", href=True):
        if _OTHER_LANGUAGE.fullmatch(collapse(link.get_text(" "))):
            url = absolute(str(link["href"]), page.url)
            link.decompose()
            return (Link(kind=LinkKind.TWIN, url=url),) if url else ()
    return ()


def _day(url: str | None) -> date | None:
    found = _DAY.search(url or "")
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:  # as in `/2024/31/06/`
        return None
