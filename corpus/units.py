"""Units: a document cut into sentences, list items and headings, each an exact span; does not group them.

Hard-wrapped lines are joined only in the reader's eye: offsets always count the original text (methods 2.2).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.document import Document, Section
from corpus.passage import Span

BULLET = re.compile(r"[ \t]*(?:[•‣▪◦●·*–—-][ \t]+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)][ \t]+)")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof no nos e.g i.e eg ie para paras cf st s ss sec pp p vol ed eds etc vs approx art reg regs ch fig".split()
)
_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s)")
_NEXT = re.compile(r"\s+[\"'“‘(\[]?[^\W_a-z]")


class UnitKind(StrEnum):
    """What a unit is."""

    SENTENCE = "sentence"
    ITEM = "item"
    HEADING = "heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The smallest span that can answer."""

    kind: UnitKind
    span: Span
    section: int
    """Which section of the document it lies in, from 0."""
    block: int
    """Which paragraph or list item of the document it lies in, from 0."""
    header: Span | None = None
    """The words that introduce the list an item stands in."""


@dataclass(frozen=True, slots=True)
class _Block:
    span: Span
    is_item: bool


def units(document: Document) -> list[Unit]:
    """The units of a document, in order; front matter has none."""
    found: list[Unit] = []
    number = 0
    for index, section in enumerate(document.sections):
        if section.front:
            continue
        header: Span | None = None
        for block in _blocks(document.text, section):
            made = list(_block_units(document.text, block, section=section, index=index, number=number, header=header))
            found.extend(made)
            number += 1
            if not block.is_item:
                last = made[-1] if made else None
                opens = last is not None and document.text[last.span.start : last.span.end].endswith(":")
                header = last.span if last is not None and opens else None
    return found


def _block_units(text: str, block: _Block, *, section: Section, index: int, number: int, header: Span | None) -> Iterator[Unit]:
    if block.span.start == section.start and section.heading and _same(text, block.span, section.heading):
        yield Unit(kind=UnitKind.HEADING, span=block.span, section=index, block=number)
        return
    kind = UnitKind.ITEM if block.is_item else UnitKind.SENTENCE
    for span in sentences(text, block.span):
        yield Unit(kind=kind, span=span, section=index, block=number, header=header if block.is_item else None)


def _same(text: str, span: Span, heading: str) -> bool:
    return " ".join(text[span.start : span.end].lstrip("# ").split()) == " ".join(heading.split())


def _blocks(text: str, section: Section) -> Iterator[_Block]:
    """Paragraphs and list items of a section: parted by blank lines, by a bullet, or by the end of its heading."""
    start: int | None = None
    end = section.start
    is_item = False
    heading_end = _heading_end(text, section)
    position = section.start
    for line in text[section.start : section.end].splitlines(keepends=True):
        bullet = BULLET.match(line)
        blank = not line.strip()
        if start is not None and (blank or bullet or position == heading_end):
            yield _Block(Span(start, end), is_item)
            start = None
        if not blank:
            if start is None:
                is_item = bullet is not None
                start = position + (bullet.end() if bullet else len(line) - len(line.lstrip()))
            end = position + len(line.rstrip())
        position += len(line)
    if start is not None and end > start:
        yield _Block(Span(start, end), is_item)


def _heading_end(text: str, section: Section) -> int:
    """Where the line of the heading ends: words right under it are a block of their own."""
    line_end = text.find("\n", section.start, section.end)
    if not section.heading or line_end < 0 or not _same(text, Span(section.start, line_end), section.heading):
        return -1
    return line_end + 1


def sentences(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a block: `"One. Two, e.g. this."` -> two spans."""
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if not _NEXT.match(text, match.end(), block.end) or _is_abbreviation(text, start, match.start()):
            continue
        yield Span(start, match.end())
        start = match.end() + len(text[match.end() : block.end]) - len(text[match.end() : block.end].lstrip())
    if start < block.end:
        yield Span(start, block.end)


def _is_abbreviation(text: str, start: int, dot: int) -> bool:
    if text[dot] != ".":
        return False
    words = text[max(start, dot - 24) : dot].split()
    word = words[-1].lstrip("(“\"'‘").casefold() if words else ""
    single_initial = len(word) == 1 and word.isalpha() and word != "i"
    return word in _ABBREVIATIONS or single_initial
