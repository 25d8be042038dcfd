"""A grid of cells as rows of words, every cell with its column's heading; does not find tables.

One wording for tables of web pages and of PDFs: `"Band A: Rate: £5; Hours: 3"`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WIDEST = 60  # columns and
LONGEST = 400  # rows one cell may span: a file may claim millions
MOST_CELLS, MOST_REPEATED = 100_000, 1_000_000
"""Cells that the spans of one table may add, and characters they may repeat; further cells stand where they begin, and
repeat nothing. A publisher's widest tables add a thousand (rates with years across and bands down)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The words of a cell, at one place of the grid."""

    text: str
    heading: bool
    again: bool = False
    """True at the further columns a cell spans."""


Grid = Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spanning:
    """A cell as a tagged file lists it, which may reach over others."""

    text: str
    heading: bool
    across: int = 1
    """Columns it reaches over."""
    down: int = 1
    """Rows it reaches over."""


def spread(rows: Iterable[Sequence[Spanning]]) -> list[list[Cell]]:
    """Cells by row and column, each repeated where it spans, within MOST_CELLS and MOST_REPEATED.

    Where the cells stand does not depend on their words.
    """
    grid: list[list[Cell]] = []
    hanging: dict[int, tuple[Cell, int]] = {}
    cells, characters = MOST_CELLS, MOST_REPEATED
    for row in rows:
        line: list[Cell] = []
        for spanning in row:
            _hang(line, hanging)
            across, down = min(max(spanning.across, 1), WIDEST), min(max(spanning.down, 1), LONGEST)
            if across * down - 1 > cells:
                across = down = 1
            more = across * down - 1
            again = spanning.text if more * len(spanning.text) <= characters else ""
            cells, characters = cells - more, characters - more * len(again)
            for column in range(across):
                if down > 1:
                    hanging[len(line)] = (Cell(text=again, heading=spanning.heading, again=column > 0), down - 1)
                text = again if column else spanning.text
                line.append(Cell(text=text, heading=spanning.heading, again=column > 0))
        _hang(line, hanging)
        grid.append(line)
    return grid


def _hang(line: list[Cell], hanging: dict[int, tuple[Cell, int]]) -> None:
    """Add the cells that reach down from rows above."""
    while len(line) in hanging:
        column = len(line)
        cell, left = hanging.pop(column)
        line.append(cell)
        if left > 1:
            hanging[column] = (cell, left - 1)


def column_headings(rows: Grid) -> dict[int, str]:
    """What the rows at the top say of each column: `Rate 2019` for `2019` under `Rate`."""
    headings: dict[int, dict[str, None]] = {}
    for row in rows:
        for column, cell in enumerate(row):
            parts = headings.setdefault(column, {})
            if cell.text:
                parts.setdefault(cell.text)
    return {column: " ".join(parts).rstrip(":") for column, parts in headings.items()}


def row_line(row: Sequence[Cell], headings: dict[int, str], *, has_bands: bool = True) -> str:
    """A row on one line, its own heading first; empty for a row without words.

    `has_bands` is False where a cell across all columns holds for each of them, and names nothing: on web pages.
    """
    if has_bands and is_band(row):
        return row[0].text
    own = next((column for column, cell in enumerate(row) if cell.heading and cell.text), None)
    if own is None or all(cell.heading for cell in row):
        return "; ".join(_labelled(row, headings, skip=None))
    rest = "; ".join(_labelled(row, headings, skip=own))
    return f"{row[own].text.rstrip(':')}: {rest}" if rest else row[own].text


def is_band(row: Sequence[Cell]) -> bool:
    """True for a row of one cell across all columns: it names the rows under it, or the whole table."""
    return len(row) > 1 and bool(row[0].text) and not row[0].again and all(cell.again for cell in row[1:])


def _labelled(row: Sequence[Cell], headings: dict[int, str], *, skip: int | None) -> Iterator[str]:
    for column, cell in enumerate(row):
        if cell.text and not cell.again and column != skip:
            heading = headings.get(column, "")
            yield f"{heading}: {cell.text}" if heading and heading != cell.text else cell.text
