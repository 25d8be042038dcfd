"""Document: one publication's text in one language at one version, with its sections and pages.

The text is canonical (NFC, LF line ends) and never re-flowed: every offset anywhere counts its code points.
"""

import re
import unicodedata
from dataclasses import dataclass

from corpus.finding import Finding
from corpus.flag import Flag
from corpus.ids import document_id
from corpus.provenance import Held, Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and the span under it, up to the next heading of any level."""

    heading: str
    """Empty for text before the first heading."""
    level: int
    """1 to 6, as in HTML; 0 for text before the first heading."""
    start: int
    end: int
    front: bool = False
    """True for front matter (skip links, dates, by-lines): kept for the offsets, never searched or shown as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A printed page of a PDF."""

    label: str
    """The page's number as printed, or counted from 1."""
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One publication's text in one language at one version."""

    id: str
    publication_id: str
    language: str
    held: Held
    text: str
    sections: tuple[Section, ...]
    pages: tuple[Page, ...]
    provenance: Provenance
    findings: tuple[Finding, ...] = ()
    """What the text and its page say of their own standing."""
    flags: tuple[Flag, ...] = ()
    """What a reader should be warned of."""

    def section_at(self, offset: int) -> Section | None:
        """The section an offset lies in."""
        return next((section for section in self.sections if section.start <= offset < section.end), None)

    def heading_path(self, offset: int) -> tuple[str, ...]:
        """Headings above an offset, outermost first."""
        path: list[Section] = []
        for section in self.sections:
            if section.start > offset:
                break
            path = [above for above in path if above.level < section.level]
            path.append(section)
        return tuple(section.heading for section in path if section.heading)

    def page_at(self, offset: int) -> str | None:
        """The label of the page an offset lies on; None for a text without pages."""
        return next((page.label for page in self.pages if page.start <= offset < page.end), None)


MOST_MARKS = 30
"""Combining marks on one letter, as in Unicode's Stream-Safe Text Format (UAX 15, section 13): more are left out. No
language writes so many, and to put two million of them in order takes hours."""
_FIRST_MARK = "\u0300"


def canonical(text: str) -> str:
    """A text in the form all offsets count in: NFC, LF line ends, no byte-order mark or NUL, at most MOST_MARKS on a letter."""
    kept = re.sub(r"\r\n?", "\n", text).replace("\ufeff", "").replace("\x00", "")
    if kept.isascii():
        return kept
    # A few marks are made of several, so that there may be more of them in order than there were before.
    return _with_few_marks(unicodedata.normalize("NFC", _with_few_marks(kept)))


def _with_few_marks(text: str) -> str:
    marks = "".join(letter for letter in set(text) if letter >= _FIRST_MARK and _is_mark(letter))
    return re.sub(f"([{marks}]{{{MOST_MARKS}}})[{marks}]+", r"\1", text) if marks else text


def _is_mark(letter: str) -> bool:
    """True for what may be put in order behind the letter before it, itself or what it is made of."""
    return unicodedata.combining(unicodedata.normalize("NFD", letter)[0]) > 0


def make_document(
    *,
    publication_id: str,
    language: str,
    held: Held,
    text: str,
    sections: tuple[Section, ...],
    provenance: Provenance,
    pages: tuple[Page, ...] = (),
    findings: tuple[Finding, ...] = (),
    flags: tuple[Flag, ...] = (),
) -> Document:
    """A Document with its id derived; `text` must be canonical already, since sections count its offsets."""
    return Document(
        id=document_id(publication_id=publication_id, language=language, text=text),
        publication_id=publication_id,
        language=language,
        held=held,
        text=text,
        sections=sections,
        pages=pages,
        provenance=provenance,
        findings=findings,
        flags=flags,
    )
