"""Pages of the Senedd: chooses the reader of a written question, a transcript or an article; does not read anything itself."""

import re
from urllib.parse import urlsplit

from corpus.addresses import host_of
from ingest.html_page import WebPage
from ingest.html_senedd_article import is_article, parse_article
from ingest.html_senedd_question import parse_question
from ingest.html_senedd_record import parse_record
from ingest.parsed import Parsed

HOSTS = frozenset({"record.senedd.wales", "cofnod.senedd.cymru", "record.assembly.wales", "cofnod.cynulliad.cymru"})
_QUESTION = re.compile(r"/(?:WrittenQuestion|OrderPaper/WrittenQuestions)/", re.IGNORECASE)
_RECORD = re.compile(r"/(?:Plenary|Committee|Meeting)/", re.IGNORECASE)


def is_senedd(page: WebPage) -> bool:
    """True for a written question or transcript of the Record, at any of its hosts, and for an article."""
    return is_article(page) or (host_of(page.url) in HOSTS and bool(_QUESTION.match(_path(page)) or _RECORD.match(_path(page))))


def parse_senedd(page: WebPage) -> Parsed:
    """What a page of the Senedd says; the text may be empty."""
    if is_article(page):
        return parse_article(page)
    return parse_question(page) if _QUESTION.match(_path(page)) else parse_record(page)


def _path(page: WebPage) -> str:
    return urlsplit(page.url or "").path
