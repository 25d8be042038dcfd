"""Articles of the Senedd's own site and of Senedd Research: the line of dates above the text; the rest is read as any page."""

import re
from dataclasses import replace

from corpus.addresses import host_of
from ingest.characters import collapse
from ingest.dates import read_date_of_page
from ingest.html_generic import parse_generic
from ingest.html_page import WebPage
from ingest.parsed import Parsed

PARSER = "html-senedd-article/1"
HOSTS = frozenset({"senedd.wales", "senedd.cymru", "research.senedd.wales", "ymchwil.senedd.cymru"})
ABOVE = 3  # elements around the word `Published` that the line may be made of
_DAY = r"(\d{1,2}/\d{1,2}/\d{4}|\d{1,2} \w+ \d{4})"
_DATES = re.compile(
    rf"(?:Published|Cyhoeddwyd):? {_DAY}(?: ?\|? ?(?:Last Updated|Diweddarwyd Ddiwethaf):? {_DAY})?"
    r"(?: ?\|? ?(?:Reading Time|Amser Darllen)[^|]{0,20})?",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"^\s*(?:Published|Cyhoeddwyd)\b", re.IGNORECASE)


def is_article(page: WebPage) -> bool:
    """True for a page of the Senedd's own site or of Senedd Research."""
    return host_of(page.url) in HOSTS


def parse_article(page: WebPage) -> Parsed:
    """What an article says, with the days of the line above it, which is no part of the text."""
    published, updated = _take_dates(page)
    parsed = parse_generic(page)
    days = [read_date_of_page(words or "", language=page.language) for words in (published, updated)]
    return replace(parsed, parser=PARSER, published=days[0] or parsed.published, updated=days[1] or parsed.updated)


def _take_dates(page: WebPage) -> tuple[str | None, str | None]:
    for words in page.content().find_all(string=_PUBLISHED):
        for line in list(words.parents)[:ABOVE]:
            found = _DATES.fullmatch(collapse(line.get_text(" ")))
            if found:
                line.extract()
                return found[1], found[2]
    return None, None
