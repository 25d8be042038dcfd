"""Pieces of a page laid out as one canonical text with its sections; does not read any format.

Offsets are counted while the text is written, so they are exact by construction.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.document import Page, Section, canonical
from ingest.characters import collapse, visible


class Kind(StrEnum):
    """What a piece of a page is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A heading, paragraph, list item, table row or printed line."""

    text: str
    """Without blank lines; a line end inside it stays one."""
    group: int
    """Pieces of one group follow each other line by line; a blank line stands between groups, and before a row."""
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    """1 to 6 for a heading, else 0."""
    page: int = 0
    """Index of the printed page it begins on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A text with its sections."""

    text: str
    sections: tuple[Section, ...]
    page_starts: dict[int, int] = field(default_factory=dict)
    """Offset of the first piece of each printed page that has words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading and the offset its section starts at."""

    start: int
    text: str
    level: int
    front: bool = False


def lay_out(pieces: Iterable[Piece]) -> Outline:
    """The pieces as one text; empty pieces leave no trace."""
    written: list[str] = []
    headings: list[Heading] = []
    page_starts: dict[int, int] = {}
    offset = 0
    group: int | None = None
    for piece in pieces:
        text = canonical(visible(piece.text)).strip()
        if not text:
            continue
        if group is not None:
            # A row is a whole by itself: read as one hard-wrapped paragraph, a table would be a single sentence.
            gap = "\n" if piece.group == group and piece.kind is not Kind.ROW else "\n\n"
            written.append(gap)
            offset += len(gap)
        group = piece.group
        page_starts.setdefault(piece.page, offset)
        if piece.kind is Kind.HEADING:
            headings.append(Heading(start=offset, text=collapse(text), level=piece.level))
        written.append(text)
        offset += len(text)
    return Outline(text="".join(written), sections=tile(headings, length=offset), page_starts=page_starts)


def tile(headings: Sequence[Heading], *, length: int) -> tuple[Section, ...]:
    """Sections from heading to heading that cover 0 to `length`; words before the first heading get a section of level 0."""
    if not length:
        return ()
    if not headings or headings[0].start > 0:
        headings = [Heading(start=0, text="", level=0), *headings]
    ends = [*(heading.start for heading in headings[1:]), length]
    return tuple(
        Section(heading=heading.text, level=heading.level, start=heading.start, end=end, front=heading.front)
        for heading, end in zip(headings, ends, strict=True)
        if end > heading.start
    )


def tile_pages(page_starts: dict[int, int], *, labels: Sequence[str], length: int) -> tuple[Page, ...]:
    """Pages from start to start; a page without words has none."""
    starts = sorted(page_starts.items(), key=lambda item: item[1])
    ends = [*(start for _, start in starts[1:]), length]
    return tuple(
        Page(label=labels[index], start=start, end=end) for (index, start), end in zip(starts, ends, strict=True) if end > start
    )
