"""Headings of a PDF known by their print: larger than the running text, or bold and apart; does not read tags."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.characters import BULLET
from ingest.pdf_lines import Line

LARGER = 1.12  # a heading is so much larger than the body: 12.5 points over 11
CLOSE, USUAL, LOOSEST = 1.6, 1.3, 2.5  # from line to line inside a paragraph, in sizes of its letters
MOST_HEADINGS = 0.35  # of all lines; above it, sizes say nothing
LONGEST_HEADING = 180  # characters
_LETTER = re.compile(r"[^\W\d_]")
_LEADERS = re.compile(r"(?:[.·…]\s?){4,}")  # as in a table of contents
_NOT_BOLD_HEADING = re.compile(r"[.,;]$")


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


class HeadingPrint:
    """The sizes headings are printed in, each a level: the largest is 1."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.body = body_print(lines)
        candidates = [line for line in lines if self._stands_out(line)]
        sizes = sorted({self._rank(line) for line in candidates}, reverse=True)
        reliable = 0 < len(candidates) <= len(lines) * MOST_HEADINGS
        self._levels = {rank: min(level, 6) for level, rank in enumerate(sizes, start=1)} if reliable else {}

    def level(self, line: Line) -> int:
        """1 to 6 for a line that looks like a heading by itself, else 0."""
        return self._levels.get(self._rank(line), 0) if self._stands_out(line) else 0

    def is_larger(self, line: Line) -> bool:
        """True for a line set apart by its size, not by its weight alone."""
        return line.size >= self.body.size * LARGER

    def _stands_out(self, line: Line) -> bool:
        if not _LETTER.search(line.text) or len(line.text) > LONGEST_HEADING:
            return False
        if line.text.startswith(BULLET) or _LEADERS.search(line.text):
            return False
        if self.is_larger(line):
            return True
        is_bold = line.bold and not self.body.bold and line.size >= self.body.size
        return is_bold and not _NOT_BOLD_HEADING.search(line.text) and not line.text[0].islower()

    def _rank(self, line: Line) -> float:
        return line.size if self.is_larger(line) else self.body.size


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
