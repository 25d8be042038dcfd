"""Parsed: what a parser reads out of one file, before it is tied to a publication; does not touch the catalogue."""

from dataclasses import dataclass
from datetime import date

from corpus.document import Page, Section
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
    updated: date | None = None
    type: PublicationType | None = None
    publisher: str | None = None
    url: str | None = None
    draft: bool = False
    withdrawn: bool = False
    statutory: bool | None = None
