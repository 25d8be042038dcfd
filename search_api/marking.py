"""Marking: a stretch of text cut into marked and unmarked pieces, and the parts of a text worth showing; writes no HTML.

The pieces of a stretch, joined, are the stretch: marking adds and loses nothing.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus.document import Document
from corpus.passage import Span
from corpus.units import BULLET
from index.words import terms

EXCERPT = 340
"""Characters of a passage shown in a list of results: about three lines."""
FACTS = 3
"""Lines of a digest shown in a list of results."""
CONTEXT = 220
"""Characters of context shown on each side of a quotation."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Piece(NamedTuple):
    """Words that are marked, or not."""

    text: str
    marked: bool


class Excerpt(NamedTuple):
    """Pieces of a text, and whether words were left out before and after them."""

    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


def cut(text: str, within: Span, marks: Sequence[Span]) -> tuple[Piece, ...]:
    """A stretch of a text in pieces; `marks` are in order and do not overlap."""
    pieces: list[Piece] = []
    position = within.start
    for mark in marks:
        start, end = max(mark.start, position), min(mark.end, within.end)
        if start >= end:
            continue
        pieces.append(Piece(text[position:start], marked=False))
        pieces.append(Piece(text[start:end], marked=True))
        position = end
    pieces.append(Piece(text[position : within.end], marked=False))
    return tuple(piece for piece in pieces if piece.text)


def excerpt(text: str, *, question: str, language: str) -> Excerpt:
    """The part of a passage that shares most words with the question, those words marked."""
    wanted = set(terms(question, language))
    marks = [Span(*word.span()) for word in _WORD.finditer(text) if wanted.intersection(terms(word.group(), language))]
    shown = _densest(text, marks)
    return Excerpt(cut(text, shown, marks), cut_before=shown.start > 0, cut_after=shown.end < len(text))


def facts(text: str, *, question: str, language: str, nearest: str = "") -> tuple[Excerpt, ...]:
    """The FACTS lines of a digest's passage that share most words with the question, in their order.

    The `nearest` line is among them, marked whole.
    """
    wanted = set(terms(question, language))
    lines = [BULLET.sub("", line, count=1).strip() for line in text.splitlines() if line.strip()]
    shared = [len(wanted.intersection(terms(line, language))) for line in lines]
    best = sorted(range(len(lines)), key=lambda place: (lines[place] != nearest, -shared[place], place))[:FACTS]
    return tuple(
        Excerpt((Piece(lines[place], marked=True),), cut_before=False, cut_after=False)
        if lines[place] == nearest
        else excerpt(lines[place], question=question, language=language)
        for place in sorted(best)
    )


def context(document: Document, span: Span) -> Excerpt:
    """A quotation with the words around it, in its own section, the quotation marked."""
    section = document.section_at(span.start)
    low = section.start if section else 0
    high = max(section.end if section else len(document.text), span.end)
    if section and section.heading and document.text.startswith(section.heading, section.start):
        low = min(section.start + len(section.heading), span.start)
    start = _word_start(document.text, span.start - CONTEXT, low=low)
    end = _word_end(document.text, span.end + CONTEXT, high=high)
    start += len(document.text[start : span.start]) - len(document.text[start : span.start].lstrip())
    end -= len(document.text[span.end : end]) - len(document.text[span.end : end].rstrip())
    return Excerpt(cut(document.text, Span(start, end), [span]), cut_before=start > low + 2, cut_after=end < high - 2)


def _densest(text: str, marks: Sequence[Span]) -> Span:
    """The window of EXCERPT characters with the most different marked words; the beginning where there are none."""
    if len(text) <= EXCERPT:
        return Span(0, len(text))
    best = max(_starts(marks), key=lambda start: (_different(text, marks, start), -start))
    start = _word_start(text, best, low=0)
    return Span(start, _word_end(text, start + EXCERPT, high=len(text)))


def _starts(marks: Iterable[Span]) -> list[int]:
    return [0, *(max(0, mark.start - EXCERPT // 4) for mark in marks)]


def _different(text: str, marks: Sequence[Span], start: int) -> int:
    inside = (mark for mark in marks if start <= mark.start and mark.end <= start + EXCERPT)
    return len({text[mark.start : mark.end].casefold() for mark in inside})


def _word_start(text: str, offset: int, *, low: int) -> int:
    """The start of the first whole word from an offset on."""
    if offset <= low:
        return low
    space = re.compile(r"\s+").search(text, offset - 1)
    return space.end() if space and space.end() - offset < EXCERPT else offset


def _word_end(text: str, offset: int, *, high: int) -> int:
    """The end of the last whole word up to an offset."""
    if offset >= high:
        return high
    space = max(text.rfind(" ", 0, offset), text.rfind("\n", 0, offset))
    return space if offset - space < EXCERPT // 2 else offset
