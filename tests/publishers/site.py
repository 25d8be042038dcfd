"""The sites of all publishers at once: every golden page at its own address, PDFs, listings and rules; our own words.

Lays them down on a `Publishers` server. Does not start it, and does not say what should be read out of them.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from tests.publishers.server import Answer, Publishers, robots

PAGES = Path(__file__).parent / "pages"
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
HTML = {"Content-Type": "text/html; charset=utf-8"}
PDF = {"Content-Type": "application/pdf"}
LISTED = {
    "written-statement-winter-timetables": "Written Statement: School winter timetables",
    "written-statement-price-of-ink": "Written Statement: the price of ink in schools",
    "written-statement-counting-clubs-first-year": "Written Statement: counting clubs for pupils",
    "oral-statement-reading-for-joy": "Oral Statement: reading for learners",
    "written-statement-harbour-dredging": "Written Statement: harbour dredging",
}
"""Addresses on gov.wales with the titles its listing prints; the last is about something else."""


def golden_pages() -> dict[str, bytes]:
    """Address and bytes of every golden page; of two versions of one address, the first by name."""
    found: dict[str, bytes] = {}
    for path in sorted(PAGES.rglob("*.html")):
        data = path.read_bytes()
        match = _CANONICAL.search(data.decode("utf-8", "replace"))
        if match:
            found.setdefault(match[1], data)
    return found


def lay_down(publishers: Publishers, *, pdfs: Mapping[str, bytes]) -> dict[str, bytes]:
    """Put every page and PDF at its address, with the rules and a listing; gives what lies where."""
    laid = golden_pages()
    for url, data in laid.items():
        put_page(publishers, url, data)
    for url, data in pdfs.items():
        publishers.put(url, Answer(headers=PDF | {"Last-Modified": "Wed, 03 Sep 2025 09:00:00 GMT"}, body=data))
    for host in {urlsplit(url).netloc for url in (*laid, *pdfs)}:
        publishers.put(f"https://{host}/robots.txt", robots("User-agent: *\nDisallow: /private/\n"))
    publishers.put("https://www.gov.wales/announcements/search", Answer(headers=HTML, body=listing(LISTED)))
    return laid | dict(pdfs)


def put_page(publishers: Publishers, url: str, data: bytes) -> None:
    """One page, with an ETag of its bytes."""
    publishers.put(url, Answer(headers=HTML | {"ETag": f'"{abs(hash(data)):x}"'}, body=data))


def listing(titles: Mapping[str, str], *, next_page: bool = False) -> bytes:
    """A page of the announcements' listing."""
    items = "".join(
        f'<li class="index-list__item"><div class="index-list__title"><a href="/{slug}">{title}</a></div>'
        f'<span class="index-list__type">Cabinet statement</span><time datetime="2025-06-0{place}T09:00:00Z">{place} June 2025'
        "</time></li>"
        for place, (slug, title) in enumerate(titles.items(), 1)
    )
    more = '<nav class="pager"><a rel="next" href="?page=1">Next</a></nav>' if next_page else ""
    return f'<!doctype html><html lang="en"><body><main><ul class="index-list">{items}</ul>{more}</main></body></html>'.encode()
