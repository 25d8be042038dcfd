"""The pages of a PDF read: lines and tables that people see, in the order they are drawn, and what was left out.

Invisible ink (text of render mode 3) is the text itself on a scanned page, where a program that read the picture wrote it:
pictures fill half of the page, and there are more invisible letters than visible ones. It is hidden text anywhere else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pypdf import PageObject

from ingest.characters import BULLET
from ingest.pdf_content import draw
from ingest.pdf_drawn import Area, Drawn, Run
from ingest.pdf_layout import Block
from ingest.pdf_lines import Line, join_runs
from ingest.pdf_open_tables import find_open_tables
from ingest.pdf_reading import Reading
from ingest.pdf_tables import Table, find_tables
from ingest.pdf_text import INVISIBLE

MOST_ARTIFACTS = 0.5  # of the letters of a file: where more are marked as no part of the text, the marks are wrong
MOST_DOTS = 300  # on a page: more are a chart's
DOT_GAP = 2.5  # sizes from a bullet to its words


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """What one page says."""

    blocks: tuple[Block, ...]
    """Its lines and tables, in the order they are drawn."""
    artifacts: tuple[Line, ...]
    """Lines that the file marks as no part of its text."""
    runs: tuple[Run, ...]
    """All runs of its text, where they are asked for."""
    letters: int
    """How many letters its text has, and"""
    artifact_letters: int
    """its artifacts."""
    hidden: int
    """Words that nobody sees."""
    is_unread: bool
    """True where pictures fill half of the page or more, and there is no text."""

    @property
    def lines(self) -> list[Line]:
        """Its lines outside tables."""
        return [block for block in self.blocks if isinstance(block, Line)]


def read_pages(pages: Sequence[PageObject], reading: Reading, *, keep_runs: bool) -> list[PageText]:
    """The pages of a file, in order; `keep_runs` for a file whose tags say what its runs are."""
    found = [_page(draw(page, reading), index, trusted=True, keep_runs=keep_runs) for index, page in enumerate(pages)]
    marked, text = sum(page.artifact_letters for page in found), sum(page.letters for page in found)
    if marked <= (marked + text) * MOST_ARTIFACTS:
        return found
    return [_page(draw(page, reading), index, trusted=False, keep_runs=keep_runs) for index, page in enumerate(pages)]


def _page(drawn: Drawn, index: int, *, trusted: bool, keep_runs: bool) -> PageText:
    seen = _seen(drawn)
    runs = [run for run in seen if not (trusted and run.artifact)]
    artifacts = [run for run in seen if trusted and run.artifact]
    blocks = _blocks(drawn, runs, index)
    if not keep_runs:  # they take ten times the memory of the lines
        blocks = [replace(block, runs=()) if isinstance(block, Line) else block for block in blocks]
    return PageText(
        blocks=tuple(blocks),
        artifacts=tuple(replace(line, runs=()) for line in join_runs(artifacts, page=index)),
        runs=tuple(runs) if keep_runs else (),
        letters=sum(len(run.text) for run in runs),
        artifact_letters=sum(len(run.text) for run in artifacts),
        hidden=_words(drawn.runs) - _words(seen),
        is_unread=drawn.is_picture and not runs,
    )


def _seen(drawn: Drawn) -> list[Run]:
    """The runs that people see, or that say what the picture of a scanned page shows."""
    if not any(run.unseen for run in drawn.runs):
        return drawn.runs
    letters = {INVISIBLE: 0, "": 0}
    for run in drawn.runs:
        if run.unseen in letters:
            letters[run.unseen] += len(run.text.strip())
    scanned = drawn.is_picture and letters[INVISIBLE] > letters[""]
    return [run for run in drawn.runs if not run.unseen or (scanned and run.unseen == INVISIBLE)]


def _words(runs: Iterable[Run]) -> int:
    return sum(len(run.text.split()) for run in runs if any(letter.isalpha() for letter in run.text))


def _blocks(drawn: Drawn, runs: Sequence[Run], page: int) -> list[Block]:
    """Lines and tables; a table stands where its first word is drawn."""
    tables = find_tables(drawn, runs, page=page)
    ruled = {at for _, inside in tables for at in inside}
    tables += find_open_tables(drawn, runs, page=page, without=ruled)
    table_at: dict[int, Table] = {min(inside): table for table, inside in tables}
    in_table = {at for _, inside in tables for at in inside}
    blocks: list[Block] = []
    waiting: list[Run] = []
    for at, run in enumerate(runs):
        if at in table_at:
            blocks += _lines(waiting, drawn, page)
            waiting = []
            blocks.append(table_at[at])
        if at not in in_table:
            waiting.append(run)
    return [*blocks, *_lines(waiting, drawn, page)]


def _lines(runs: Sequence[Run], drawn: Drawn, page: int) -> list[Line]:
    """The lines of some runs, with the bullets that are drawn as shapes."""
    lines = join_runs(runs, page=page)
    if not 0 < len(drawn.dots) <= MOST_DOTS:
        return lines
    return [_with_bullet(line, drawn.dots) for line in lines]


def _with_bullet(line: Line, dots: Sequence[Area]) -> Line:
    for dot in dots:
        gap, middle = line.x - dot.right, (dot.bottom + dot.top) / 2
        if 0 < gap < DOT_GAP * line.size and line.y - line.size * 0.1 < middle < line.y + line.size * 0.7 and not line.turn:
            return replace(line, text=BULLET + line.text, x=dot.left)
    return line
