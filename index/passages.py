"""Passages: a document's units packed into windows that are searched, each an exact span; does not embed them.

A window stays inside one section, keeps a list's items with the words that introduce it, and with its header stays under
the model's 256 word pieces. Every unit lies in exactly one window.
"""

import re
from collections.abc import Iterator
from typing import Protocol

from babel.dates import format_date

from corpus.document import Document
from corpus.passage import Passage, Span, make_passage
from corpus.publication import Publication
from corpus.units import Unit, UnitKind, units

RULES = "passages/1"
"""Named in the index manifest: change it when the passages of a document change."""

MODEL_PIECES = 256
"""What all-MiniLM-L6-v2 reads; the rest of a longer text is silently lost (measured)."""
HEADER_PIECES = 72
"""Most a header may take: titles run to 45 pieces, and a heading path must not push the words out."""
WINDOW_PIECES = 128
"""A window is closed before it passes this: see docs/adr/0004 for what was tried."""
LONGEST_PIECES = MODEL_PIECES - HEADER_PIECES - 4
"""A sentence longer than this is cut at a space; 4 pieces are the model's own marks and the header's separator."""


class PieceCounter(Protocol):
    """Whatever knows how many word pieces the model makes of a text."""

    def pieces(self, text: str) -> int:
        """Word pieces of a text, without the model's own marks."""


def passages(document: Document, counter: PieceCounter) -> list[Passage]:
    """The passages of a document, in reading order."""
    found: list[Passage] = []
    window: list[Unit] = []
    size = 0
    for unit in _short_units(document, counter):
        pieces = counter.pieces(document.text[unit.span.start : unit.span.end])
        if window and (size + pieces > WINDOW_PIECES or not _together(window[-1], unit)):
            found.extend(_close(document, window))
            window, size = [], 0
        window.append(unit)
        size += pieces
    found.extend(_close(document, window))
    return found


def header(publication: Publication, passage: Passage, counter: PieceCounter) -> str:
    """What goes before a passage's words into both halves of the index: title, date, headings, list header.

    Adding the page's name alone moved nDCG@10 from .434 to .598 on UK policy questions (measured). Parts that would pass
    HEADER_PIECES are left out, the outermost headings first.
    """
    parts = [publication.title, _dated(publication), *passage.headings[-2:], passage.header]
    parts = [part for part in dict.fromkeys(" ".join(part.split()) for part in parts) if part]
    while len(parts) > 1 and counter.pieces(" | ".join(parts)) > HEADER_PIECES:
        parts.pop(1 if len(parts) > 2 else -1)
    if parts and counter.pieces(parts[0]) > HEADER_PIECES:
        parts = [_head(parts[0], HEADER_PIECES, counter)]
    return " | ".join(parts)


def searched_text(publication: Publication, passage: Passage, counter: PieceCounter) -> str:
    """The text given to both halves of the index: header, then the words with their white space collapsed."""
    return f"{header(publication, passage, counter)}\n{' '.join(passage.text.split())}"


def _dated(publication: Publication) -> str:
    """The date as people write it, in the publication's language: they search for "December 2024", not "2024-12"."""
    if publication.published:
        return format_date(publication.published, "d MMMM y", locale=publication.language)
    if publication.issued and publication.date:
        pattern = "MMMM y" if "-" in publication.issued else "y"
        return format_date(publication.date, pattern, locale=publication.language)
    return ""


def _together(last: Unit, unit: Unit) -> bool:
    """Whether two neighbours may share a window: a heading opens a new one, and a section never shares."""
    if last.section != unit.section:
        return False
    if last.kind is UnitKind.HEADING:
        return True
    return unit.kind is not UnitKind.HEADING


def _close(document: Document, window: list[Unit]) -> Iterator[Passage]:
    """The passage of a window; a heading alone is none, and a window that opens with its heading starts after it."""
    body = [unit for unit in window if unit.kind is not UnitKind.HEADING]
    if not body:
        return
    span = Span(body[0].span.start, body[-1].span.end)
    introduced = body[0].header
    words = document.text[introduced.start : introduced.end] if introduced else ""
    yield make_passage(document, span, header=" ".join(words.split()))


def _short_units(document: Document, counter: PieceCounter) -> Iterator[Unit]:
    for unit in units(document):
        text = document.text[unit.span.start : unit.span.end]
        if len(text) <= LONGEST_PIECES or counter.pieces(text) <= LONGEST_PIECES:
            yield unit
            continue
        for span in _cut(text, unit.span.start, counter):
            yield Unit(kind=unit.kind, span=span, section=unit.section, block=unit.block, header=unit.header)


def _cut(text: str, offset: int, counter: PieceCounter) -> Iterator[Span]:
    """Spans of a long text at spaces, each under LONGEST_PIECES; a word longer than that is cut inside."""
    start = 0
    while start < len(text):
        end = start + len(_head(text[start:], LONGEST_PIECES, counter))
        piece = text[start:end]
        if piece.strip():
            yield Span(offset + start + len(piece) - len(piece.lstrip()), offset + start + len(piece.rstrip()))
        start = end


def _head(text: str, most: int, counter: PieceCounter) -> str:
    """The longest beginning of a text, in whole words where it can be, of at most so many pieces."""
    ends = [match.end() for match in re.finditer(r"\S+\s*", text)]
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high + 1) // 2
        if counter.pieces(text[: ends[middle - 1]]) <= most:
            low = middle
        else:
            high = middle - 1
    if low:
        return text[: ends[low - 1]]
    # One word of more pieces than may stand: no piece is shorter than a character.
    return text[: min(most, ends[0] if ends else len(text))]
