"""Printed lines and tables as pieces: headings, lists and paragraphs known by size, weight and gaps.

Does not re-flow: lines inside a paragraph stay lines, words stay as printed but for those cut at a soft hyphen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.characters import BULLET, normalise_bullets
from ingest.outline import Kind, Piece
from ingest.pdf_headings import HeadingPrint
from ingest.pdf_lines import Line, mend_hyphens
from ingest.pdf_tables import Table, rows_of

WIDE_GAP = 1.3  # a gap between paragraphs is so much wider than one between lines
INDENT = 2.0  # points a line may stand left of its bullet and still belong to it
HEADING_LEADING = 1.45  # times its size: further lines of one heading stand closer
_SENTENCE_END = re.compile(r"[.!?:;]['\"’”)]*$")
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)]) \S")

Block = Line | Table


def is_numbered(text: str) -> bool:
    """True for words that begin with the number or letter of a list item: `1. Add`, `(b) count`."""
    return bool(_NUMBERED.match(text))


def to_pieces(blocks: Sequence[Block]) -> list[Piece]:
    """The lines and tables as pieces, in the order they are drawn."""
    parts: list[Block] = []
    for is_line, group in groupby(blocks, key=lambda block: isinstance(block, Line)):
        run = list(group)
        parts += _prepared([block for block in run if isinstance(block, Line)]) if is_line else run
    if not parts:
        return []
    writer = _Writer([part for part in parts if isinstance(part, Line)])
    for part in parts:
        if isinstance(part, Line):
            writer.add(part)
        else:
            writer.add_table(part)
    return writer.pieces


def _prepared(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with words made whole and bullets normalised; a bullet drawn by itself joins the words beside it."""
    lonely: Line | None = None
    for line, words in mend_hyphens(lines):
        text = normalise_bullets(words)
        if lonely and lonely.page == line.page and abs(lonely.y - line.y) < line.size:
            yield replace(line, text=BULLET + text.removeprefix(BULLET), x=lonely.x)
            lonely = None
        elif text.strip() == BULLET.strip():
            lonely = line
        else:
            lonely = None
            yield replace(line, text=text)


class _Writer:
    """Pieces while they are made, with what stands just above."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.pieces: list[Piece] = []
        self._print = HeadingPrint(lines) if lines else None
        self._group = 0
        self._above: Line | None = None
        self._item: Line | None = None
        self._table: Table | None = None
        """The table just above, whose headings hold on the next page."""

    def add(self, line: Line) -> None:
        """Write a line into the piece it belongs to."""
        level = self._heading_level(line)
        if level:
            self._add_heading(line, level)
        elif line.text.startswith(BULLET) or self._is_numbered_item(line):
            self._group += 0 if self._item else 1
            self._item = line
            self._append(line, Kind.ITEM)
        else:
            if not self._continues(line):
                self._group += 1
                self._item = None
            self._append(line, Kind.PARAGRAPH)
        self._above = line
        self._table = None

    def add_table(self, table: Table) -> None:
        """Write a table, a row a line; it goes on from one on the page before."""
        goes_on = self._table if self._table and self._table.page < table.page else None
        rows, named = rows_of(table, goes_on)
        self._group += 1
        self.pieces += [Piece(text=row, group=self._group, kind=Kind.ROW, page=table.page) for _, row in rows]
        self._group += 1
        self._above = self._item = None
        self._table = replace(named, page=table.page)

    def _append(self, line: Line, kind: Kind, level: int = 0) -> None:
        self.pieces.append(Piece(text=line.text, group=self._group, kind=kind, level=level, page=line.page))

    def _add_heading(self, line: Line, level: int) -> None:
        last = self.pieces[-1] if self.pieces else None
        above = self._above
        if (
            last
            and above
            and last.level == level
            and last.page == line.page
            and 0 < above.y - line.y < line.size * HEADING_LEADING
        ):
            self.pieces[-1] = replace(last, text=f"{last.text}\n{line.text}")
            return
        self._group += 1
        self._item = None
        self._append(line, Kind.HEADING, level)

    def _heading_level(self, line: Line) -> int:
        level = self._print.level(line) if self._print else 0
        under_heading = bool(self.pieces) and self.pieces[-1].level > 0
        # A bold line inside a paragraph is emphasis.
        if level and self._print and not self._print.is_larger(line) and not (self._is_apart(line) or under_heading):
            return 0
        return level

    def _is_numbered_item(self, line: Line) -> bool:
        """True for a line that begins an item: under its introduction, indented, or in line with the item before."""
        if not is_numbered(line.text):
            return False
        above, item = self._above, self._item
        if item and is_numbered(item.text) and abs(item.x - line.x) <= INDENT:
            return True
        return above is None or self._is_apart(line) or above.text.endswith(":") or line.x > above.x + 2 * INDENT

    def _is_apart(self, line: Line) -> bool:
        """True where a line stands away from the one above, or nothing is above it."""
        above = self._above
        if above is None or self._print is None or above.page != line.page or above.turn != line.turn:
            return True
        step = above.y - line.y
        return step < 0 or step > self._print.body.leading * WIDE_GAP

    def _continues(self, line: Line) -> bool:
        """True for a further line of the paragraph or list item above."""
        above = self._above
        if above is None or self.pieces[-1].level:
            return False
        if above.page != line.page or line.y > above.y + line.size:
            # A new page or column: only an unfinished sentence runs on.
            return line.text[0].islower() and not _SENTENCE_END.search(above.text)
        if self._item and line.x < self._item.x - INDENT:
            return False
        return not self._is_apart(line) and abs(above.size - line.size) <= 1
