"""Printed lines as pieces: headings, lists and paragraphs known by size, weight and gaps.

Does not re-flow: lines inside a paragraph stay lines, words stay as printed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.characters import BULLET, normalise_bullets
from ingest.outline import Kind, Piece
from ingest.pdf_lines import Line

LARGER = 1.12  # a heading is so much larger than the body: 12.5 points over 11
CLOSE, USUAL, LOOSEST = 1.6, 1.3, 2.5  # from line to line inside a paragraph, in sizes of its letters
WIDE_GAP = 1.3  # a gap between paragraphs is so much wider than one between lines
MOST_HEADINGS = 0.35  # of all lines; above it, sizes say nothing
LONGEST_HEADING = 180  # characters
INDENT = 2.0  # points a line may stand left of its bullet and still belong to it
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[.!?:;]['\"’”)]*$")
_LEADERS = re.compile(r"(?:[.·…]\s?){4,}")  # as in a table of contents
_NOT_BOLD_HEADING = re.compile(r"[.,;]$")
HEADING_LEADING = 1.45  # times its size: further lines of one heading stand closer


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPrint:
    """How the running text is printed."""

    size: float
    bold: bool
    leading: float
    """From one base line to the next inside a paragraph."""


def body_print(lines: Sequence[Line]) -> BodyPrint:
    """The size, weight and leading most letters are printed in."""
    looks: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        looks[line.size, line.bold] += len(line.text)
    (size, bold), _ = looks.most_common(1)[0]
    body = [line for line in lines if line.size == size]
    steps = Counter(
        round((above.y - line.y) * 2) / 2
        for above, line in pairwise(body)
        if above.page == line.page and 0 < above.y - line.y < LOOSEST * size
    )
    close = Counter({step: count for step, count in steps.items() if step <= CLOSE * size})
    # Where short paragraphs are many, the gap between them is the commonest step of all.
    if close.total() * 10 < steps.total():
        close = steps
    leading = close.most_common(1)[0][0] if close else USUAL * size
    return BodyPrint(size=size, bold=bold, leading=leading)


def to_pieces(lines: Sequence[Line]) -> list[Piece]:
    """The lines as pieces, in the order they are drawn."""
    lines = list(_with_bullets(lines))
    if not lines:
        return []
    writer = _Writer(lines)
    for line in lines:
        writer.add(line)
    return writer.pieces


def largest_words(lines: Sequence[Line]) -> str | None:
    """The first lines on the first page that are larger than all others: its title as printed; None where all are alike."""
    lines = [line for line in lines if _LETTER.search(line.text)]
    if not lines:
        return None
    first = [line for line in lines if line.page == lines[0].page]
    largest = max(line.size for line in first)
    if largest < body_print(lines).size * LARGER:
        return None
    start = next(at for at, line in enumerate(first) if line.size == largest)
    words = []
    for line in first[start:]:
        if line.size != largest:
            break
        words.append(line.text)
    title = " ".join(words)
    return title if len(title) <= LONGEST_HEADING else None


def _with_bullets(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with bullets normalised; a bullet drawn by itself joins the words beside it."""
    lonely: Line | None = None
    for line in lines:
        text = normalise_bullets(line.text)
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
        self._body = body_print(lines)
        candidates = [line for line in lines if self._stands_out(line)]
        sizes = sorted({self._rank(line) for line in candidates}, reverse=True)
        reliable = 0 < len(candidates) <= len(lines) * MOST_HEADINGS
        self._levels = {rank: min(level, 6) for level, rank in enumerate(sizes, start=1)} if reliable else {}
        self._group = 0
        self._above: Line | None = None
        self._item: Line | None = None

    def add(self, line: Line) -> None:
        """Write a line into the piece it belongs to."""
        level = self._heading_level(line)
        if level:
            self._add_heading(line, level)
        elif line.text.startswith(BULLET):
            self._group += 0 if self._item else 1
            self._item = line
            self._append(line, Kind.ITEM)
        else:
            if not self._continues(line):
                self._group += 1
                self._item = None
            self._append(line, Kind.PARAGRAPH)
        self._above = line

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

    def _stands_out(self, line: Line) -> bool:
        """True for a line that looks like a heading by itself."""
        body = self._body
        if not _LETTER.search(line.text) or len(line.text) > LONGEST_HEADING:
            return False
        if line.text.startswith(BULLET) or _LEADERS.search(line.text):
            return False
        if line.size >= body.size * LARGER:
            return True
        is_bold = line.bold and not body.bold and line.size >= body.size
        return is_bold and not _NOT_BOLD_HEADING.search(line.text) and not line.text[0].islower()

    def _rank(self, line: Line) -> float:
        return line.size if line.size >= self._body.size * LARGER else self._body.size

    def _heading_level(self, line: Line) -> int:
        if not self._stands_out(line):
            return 0
        level = self._levels.get(self._rank(line), 0)
        under_heading = bool(self.pieces) and self.pieces[-1].level > 0
        # A bold line inside a paragraph is emphasis.
        if self._rank(line) == self._body.size and not (self._is_apart(line) or under_heading):
            return 0
        return level

    def _is_apart(self, line: Line) -> bool:
        """True where a line stands away from the one above, or nothing is above it."""
        above = self._above
        if above is None or above.page != line.page:
            return True
        step = above.y - line.y
        return step < 0 or step > self._body.leading * WIDE_GAP

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
