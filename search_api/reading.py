"""Reading: a document's text as headings, paragraphs and list items, with one quotation marked; writes no HTML.

Front matter is left out. Hard-wrapped lines flow together: only the reader's eye joins them, the offsets never change.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from corpus.document import Document, Section
from corpus.passage import Span
from corpus.units import BULLET
from search_api.marking import Piece, cut

_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_DEEPEST = 6


class BlockKind(StrEnum):
    """How a block of text is set."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, paragraph or list item."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    span: Span
    level: int = 0
    """Of a heading: 2 to 6, since the title of the page is the first."""
    page: str | None = None
    """The label of the printed page that begins with this block."""
    opens_quote: bool = False
    """True where the quotation begins in this block."""

    @property
    def anchor(self) -> str:
        """What a link to a heading ends in."""
        return f"part-{self.span.start}"

    @property
    def text(self) -> str:
        """Its words, without marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document as it is shown."""

    blocks: tuple[Block, ...]
    quote_shown: bool
    """False where no quotation was asked for, or it does not lie in the text that is shown."""

    @property
    def outline(self) -> tuple[Block, ...]:
        """The headings, in order."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.HEADING)


def read(document: Document, span: Span | None = None) -> Reading:
    """A document in blocks; a span that does not lie in its text marks nothing."""
    marks = [span] if span and 0 <= span.start < span.end <= len(document.text) else []
    whole = Section(heading="", level=0, start=0, end=len(document.text))
    sections = [section for section in document.sections or (whole,) if not section.front]
    top = min((section.level for section in sections if section.heading), default=1)
    blocks: list[Block] = []
    page: str | None = None
    opened = False
    for section in sections:
        for bare in _blocks(document.text, section, top=top):
            begins = document.page_at(bare.span.start)
            pieces = cut(document.text, bare.span, marks) if bare.span.end > bare.span.start else bare.pieces
            opens = not opened and any(piece.marked for piece in pieces)
            blocks.append(replace(bare, pieces=pieces, page=begins if begins != page else None, opens_quote=opens))
            opened = opened or opens
            page = begins
    return Reading(blocks=tuple(blocks), quote_shown=opened)


def read_span(text: str, within: Span, marks: Sequence[Span] = ()) -> tuple[Block, ...]:
    """The paragraphs and items of a stretch of text, as a quotation is shown; `marks` are in order and do not overlap."""
    found = []
    for lines, is_item in _runs(text, within):
        span = Span(lines[0].start, lines[-1].end)
        kind = BlockKind.ITEM if is_item else BlockKind.PARAGRAPH
        found.append(Block(kind=kind, pieces=cut(text, span, marks), span=span))
    return tuple(found)


def _blocks(text: str, section: Section, *, top: int) -> Iterator[Block]:
    body = section.start
    if section.heading:
        found = re.compile(r"\s*#*\s*(" + r"\s+".join(map(re.escape, section.heading.split())) + r")(?=\s|$)").match(
            text, section.start, section.end
        )
        span = Span(*found.span(1)) if found else Span(section.start, section.start)
        level = min(max(section.level - top, 0) + 2, _DEEPEST)
        # A heading that the text does not spell out is shown all the same: there is only nothing in it to mark.
        yield Block(kind=BlockKind.HEADING, pieces=(Piece(section.heading, marked=False),), span=span, level=level)
        body = found.end() if found else section.start
    for lines, is_item in _runs(text, Span(body, section.end)):
        kind = BlockKind.ITEM if is_item else BlockKind.PARAGRAPH
        for span in [Span(lines[0].start, lines[-1].end)] if is_item else _paragraphs(text, lines):
            yield Block(kind=kind, pieces=(), span=span)


def _runs(text: str, within: Span) -> Iterator[tuple[list[Span], bool]]:
    """Lines that belong together: parted by blank lines and by bullets."""
    lines: list[Span] = []
    is_item = False
    position = within.start
    for line in text[within.start : within.end].splitlines(keepends=True):
        bullet = BULLET.match(line)
        if lines and (bullet or not line.strip()):
            yield lines, is_item
            lines = []
        if line.strip():
            if not lines:
                is_item = bullet is not None
            # A number or letter is part of the words; a mere dot is drawn by the list.
            drawn = bullet is not None and not any(sign.isalnum() for sign in bullet.group())
            indent = bullet.end() if bullet and drawn else len(line) - len(line.lstrip())
            lines.append(Span(position + indent, position + len(line.rstrip())))
        position += len(line)
    if lines:
        yield lines, is_item


def _paragraphs(text: str, lines: list[Span]) -> Iterator[Span]:
    """Hard-wrapped lines as paragraphs: one ends where a sentence does and the next word would have fitted on its line."""
    width = max(line.end - line.start for line in lines)
    first = lines[0]
    for line, following in pairwise(lines):
        word = text[following.start : following.end].split(maxsplit=1)[0]
        fits = line.end - line.start + 1 + len(word) <= width
        if fits and _SENTENCE_END.search(text[line.start : line.end]):
            yield Span(first.start, line.end)
            first = following
    yield Span(first.start, lines[-1].end)
