"""Parsed: what a parser reads out of one file, before it is tied to a publication; does not touch the catalogue."""

from dataclasses import dataclass
from datetime import date

from corpus.document import Page, Section
from corpus.finding import Finding
from corpus.flag import Flag
from corpus.link import Link
from corpus.publication import PublicationType


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A text with its outline, and what the page says of itself; None where it does not say."""

    text: str
    """Canonical (`corpus.document.canonical`), blocks apart by a blank line, list items each on a line from `• `."""
    sections: tuple[Section, ...]
    """In order, from 0 to the end of the text without gaps or overlaps."""
    parser: str
    """Name and version of the parser, as in `html-govwales/1`: a better parser gets a new number."""
    media_type: str
    language: str
    """`en` or `cy`, as read from the words."""
    pages: tuple[Page, ...] = ()
    title: str | None = None
    author: str | None = None
    role: str | None = None
    published: date | None = None
    """First published, as the page says."""
    updated: date | None = None
    """Last updated, as the page says."""
    dateline: date | None = None
    """The date a letter is written under."""
    meetings: tuple[date, ...] = ()
    """Days of the meetings that minutes are of."""
    type: PublicationType | None = None
    publisher: str | None = None
    url: str | None = None
    node: str | None = None
    """The page's number at its publisher, the same in both languages: `59868` of `gov.wales/node/59868`."""
    parts: tuple[str, ...] = ()
    """Addresses of all pages of a publication in parts, in order, this page's own among them; empty for a whole."""
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What text and page say of its standing; offsets count in `text`."""
    flags: tuple[Flag, ...] = ()
