"""Where a page leads that is the same publication: its twin in the other language, its number; does not follow any link."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from bs4 import Tag

from corpus.addresses import address_key, web_address
from corpus.link import Link, LinkKind
from ingest.characters import collapse
from ingest.html_page import WebPage

_NODE = re.compile(r"/node/(\d{1,9})/?$")
_PATH = re.compile(r'"currentPath"\s*:\s*"node\\?/(\d{1,9})"')
_NODE_CLASS = re.compile(r"(?:page-)?node-(\d{1,9})$")
_HISTORY = "data-history-node-id"
_LANGUAGES = {"en": "en", "cy": "cy", "wel": "cy", "eng": "en"}


def base_of(page: WebPage) -> str | None:
    """The address that links of a page count from."""
    base = page.soup.find("base", href=True)
    return absolute(str(base["href"]), page.url) if base else page.url


def absolute(href: str, base: str | None) -> str | None:
    """A link as a whole web address without its fragment; None for any that is none, as `mailto:`."""
    href = re.sub(r"[\t\r\n]", "", href).strip()
    if not href or href.startswith("#"):
        return None
    try:
        return web_address(urljoin(base or "", href))
    except ValueError:  # as in `//[`
        return None


def addresses_of(links: Iterable[Tag], base: str | None) -> Iterator[tuple[str, str]]:
    """Where some links lead and what they say, each address once."""
    seen = set()
    for link in links:
        address = absolute(str(link["href"]), base)
        if address and address not in seen:
            seen.add(address)
            yield address, collapse(link.get_text(" "))


def twin_of(page: WebPage) -> tuple[Link, ...]:
    """The page in the other language, as its head declares it, else as its language switch leads to; one or none."""
    declared = page.soup.find_all("link", rel="alternate", hreflang=True, href=True)
    switches = page.soup.find_all("a", hreflang=True, href=True)
    for url in _others([*declared, *switches], page):
        return (Link(kind=LinkKind.TWIN, url=url),)
    return ()


def _others(tags: list[Tag], page: WebPage) -> Iterator[str]:
    own = _own_language(page, tags)
    for tag in tags:
        language = _LANGUAGES.get(str(tag["hreflang"]).lower().partition("-")[0])
        url = absolute(str(tag["href"]), page.url)
        if language and language != own and url and not _is_self(url, page) and not _is_front_page(url, page):
            yield url


def _own_language(page: WebPage, tags: list[Tag]) -> str:
    """The language whose address is the page's own; else the one it declares."""
    for tag in tags:
        url = absolute(str(tag["href"]), page.url)
        if url and _is_self(url, page):
            return _LANGUAGES.get(str(tag["hreflang"]).lower().partition("-")[0], page.language)
    return page.language


def _is_self(url: str, page: WebPage) -> bool:
    return page.url is not None and address_key(url) == address_key(page.url)


def _is_front_page(url: str, page: WebPage) -> bool:
    """True for a switch that leads to the other site's front page, from any other page."""
    return not urlsplit(url).path.strip("/") and bool(page.url) and bool(urlsplit(page.url or "").path.strip("/"))


def node_of(page: WebPage) -> str | None:
    """The page's Drupal number: by short link, address, script settings, article or class of the body."""
    shortlink = page.soup.find("link", rel="shortlink", href=True)
    for address in (str(shortlink["href"]) if shortlink else "", page.url or ""):
        if match := _NODE.search(urlsplit(absolute(address, page.url) or "").path):
            return match[1]
    settings = page.soup.find("script", attrs={"data-drupal-selector": "drupal-settings-json"})
    if settings and (match := _PATH.search(settings.get_text())):
        return match[1]
    marked = (str(tag.attrs[_HISTORY]) for tag in page.soup.find_all(True) if _HISTORY in tag.attrs)
    if re.fullmatch(r"\d{1,9}", number := next(marked, "")):
        return number
    names = page.soup.body.get_attribute_list("class") if page.soup.body else []
    found = (_NODE_CLASS.match(str(name)) for name in names if name)
    return next((match[1] for match in found if match), None)
