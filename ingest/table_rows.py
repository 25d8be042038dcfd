"""A grid of cells as rows of words, every cell with its column's heading; does not find tables.

The wording is that of tables on web pages (`ingest.html_tables`): `"Band A: Rate: £5; Hours: 3"`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WIDEST = 60  # columns and
LONGEST = 400  # rows one cell may span: a file may claim millions


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The words of a cell, at one place of the grid."""

    text: str
    heading: bool
    again: bool = False
    """True at the further columns and rows a cell spans."""


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
    """Cells by row and column, each repeated where it spans."""
    grid: list[list[Cell]] = []
    hanging: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        line: list[Cell] = []
        for spanning in row:
            _hang(line, hanging)
            for column in range(min(max(spanning.across, 1), WIDEST)):
                cell = Cell(text=spanning.text, heading=spanning.heading, again=column > 0)
                if spanning.down > 1:
                    hanging[len(line)] = (cell, min(spanning.down, LONGEST) - 1)
                line.append(cell)
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
    headings: dict[int, list[str]] = {}
    for row in rows:
        for column, cell in enumerate(row):
            parts = headings.setdefault(column, [])
            if cell.text and cell.text not in parts:
                parts.append(cell.text)
    return {column: " ".join(parts).rstrip(":") for column, parts in headings.items()}


def row_line(row: Sequence[Cell], headings: dict[int, str]) -> str:
    """A row on one line, its own heading first; empty for a row without words."""
    if is_band(row):
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
