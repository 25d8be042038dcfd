"""The sites of all publishers at once: every golden page at its own address, PDFs, listings and rules; our own words.

Lays them down on a `Publishers` server. Does not start it, and does not say what should be read out of them.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from tests.publishers import pdfs
from tests.publishers.made_pages import govwales
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
KITES = "https://www.gov.wales/school-kites-guidance"
"""A page of our own beside the golden ones, which lists a file under their folder."""
_FILES = "https://www.gov.wales/sites/default/files"
FILES: Mapping[str, Callable[[], bytes]] = {
    "https://estyn.gov.wales/app/uploads/2025/03/Lunch-queues-full-report.pdf": pdfs.long_report,
    f"{_FILES}/consultations/2024-01/quiet-corridors.pdf": pdfs.two_columns,
    f"{_FILES}/consultations/2024-07/quiet-corridors-summary.pdf": pdfs.report_with_table,
    f"{_FILES}/consultations/2025-10/lunch-hour-consultation.pdf": pdfs.tagged_report,
    f"{_FILES}/consultations/2025-10/lunch-hour-easy-read.pdf": pdfs.lists,
    f"{_FILES}/publications/2024-05/ladders-draft.pdf": pdfs.guidance,
    f"{_FILES}/publications/2025-09/250903-orchards-handbook_0.pdf": pdfs.guidance_of_a_day,
    f"{_FILES}/statistics-and-research/2024-05/breakfast-bells-report.pdf": pdfs.table_over_pages,
    f"{_FILES}/statistics-and-research/2024-05/breakfast-bells-summary.pdf": pdfs.printed_numbers,
    f"{_FILES}/publications/2026-02/kites.pdf": pdfs.minutes,
    "https://hwb.gov.wales/api/storage/3f1c2b8e-0a4d-4e55-9d0e-7a1f0c9b2d11/garden-diary-template.pdf": pdfs.letters,
    "https://www.llyw.cymru/sites/default/files/publications/2025-09/250903-llawlyfr-perllannau.pdf": pdfs.welsh_guidance,
    "https://www.llyw.cymru/sites/default/files/consultations/2024-01/coridorau-tawel.pdf": pdfs.welsh_letter,
}
"""Files that the pages list, with what makes them."""


def golden_pages() -> dict[str, bytes]:
    """Address and bytes of every golden page; of two versions of one address, the first by name."""
    found: dict[str, bytes] = {}
    for path in sorted(PAGES.rglob("*.html")):
        data = path.read_bytes()
        match = _CANONICAL.search(data.decode("utf-8", "replace"))
        if match:
            found.setdefault(match[1], data)
    return found


def kites() -> bytes:
    """Our own page, which lists a PDF."""
    files = {f"{_FILES}/publications/2026-02/kites.pdf": "Kites: the plan"}
    words = "A kite may fly over a school from the first lesson to the last, and never over the road."
    return govwales(KITES, "School kites: guidance", words, files=files)


def files() -> dict[str, bytes]:
    """Address and bytes of every file that the pages list."""
    return {url: make() for url, make in FILES.items()}


def lay_down(publishers: Publishers, *, pdfs: Mapping[str, bytes]) -> dict[str, bytes]:
    """Put every page and PDF at its address, with the rules and a listing; gives what lies where."""
    laid = golden_pages() | {KITES: kites()}
    for url, data in laid.items():
        put_page(publishers, url, data)
    for url, data in pdfs.items():
        publishers.put(url, Answer(headers=PDF | {"Last-Modified": "Wed, 03 Sep 2025 09:00:00 GMT"}, body=data))
    put_rules(publishers, *laid, *pdfs)
    publishers.put("https://www.gov.wales/announcements/search", Answer(headers=HTML, body=listing(LISTED)))
    return laid | dict(pdfs)


def put_page(publishers: Publishers, url: str, data: bytes) -> None:
    """One page, with an ETag of its bytes."""
    publishers.put(url, Answer(headers=HTML | {"ETag": _tag(data)}, body=data))


def put_file(publishers: Publishers, url: str, data: bytes) -> None:
    """One PDF, with an ETag of its bytes."""
    publishers.put(url, Answer(headers=PDF | {"ETag": _tag(data)}, body=data))


def put_rules(publishers: Publishers, *urls: str) -> None:
    """Rules that keep programs from `/private/`, at the hosts of some addresses."""
    for host in {urlsplit(url).netloc for url in urls}:
        publishers.put(f"https://{host}/robots.txt", robots("User-agent: *\nDisallow: /private/\n"))


def _tag(data: bytes) -> str:
    return f'"{hashlib.sha256(data).hexdigest()[:16]}"'


def listing(titles: Mapping[str, str], *, next_page: bool = False, year: int = 2025) -> bytes:
    """A page of the announcements' listing; its items are of the first days of June of a year."""
    items = "".join(
        f'<li class="index-list__item"><div class="index-list__title"><a href="/{slug}">{title}</a></div>'
        f'<span class="index-list__type">Cabinet statement</span><time datetime="{year}-06-0{place}T09:00:00Z">'
        f"{place} June {year}</time></li>"
        for place, (slug, title) in enumerate(titles.items(), 1)
    )
    more = '<nav class="pager"><a rel="next" href="?page=1">Next</a></nav>' if next_page else ""
    return f'<!doctype html><html lang="en"><body><main><ul class="index-list">{items}</ul>{more}</main></body></html>'.encode()
