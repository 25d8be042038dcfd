"""Tables as rows of words, every cell with its column's heading; does not walk anything but cells."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from bs4.element import NavigableString, Tag

WIDEST = 60  # columns and
LONGEST = 400  # rows one cell may span: a page may claim millions


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The words of a cell, at one place of the grid."""

    text: str
    heading: bool
    again: bool = False
    """True at the further columns a cell spans."""


def is_layout(table: Tag) -> bool:
    """True for a table that only puts things beside each other, or has words outside its cells, and is read as blocks."""
    if table.get("role") in {"presentation", "none"} or table.find("table"):
        return True
    cells = [cell for row in _rows(table) for cell in _cells(row)]
    return has_words_outside(table, [*cells, *table.find_all("caption", recursive=False)[:1]])


def has_words_outside(whole: Tag, parts: Iterable[Tag]) -> bool:
    """True where an element has words outside those of its parts that will be read: none may be lost."""
    known = {id(part) for part in parts}
    for string in whole.find_all(string=True):
        if type(string) is NavigableString and string.strip():
            inside = takewhile(lambda above: above is not whole, string.parents)
            if not any(id(above) in known for above in inside):
                return True
    return False


def read_table(table: Tag, words: Callable[[Tag], str]) -> Iterator[str]:
    """A line for each row, its own heading first: `"Band A: Rate: £5; Hours: 3"`; `words` reads a cell."""
    rows = [
        row for row in table.find_all("tr") if row.find_parent(["td", "th", "table"]) is table and not row.has_attr("hidden")
    ]
    grid = _grid(rows, words)
    heads = _header_rows(rows, grid)
    headings = _column_headings(grid[:heads])
    for row in grid[heads:] or grid:
        line = _line(row, headings if len(grid) > heads else {})
        if line:
            yield line


def _rows(table: Tag) -> list[Tag]:
    return [row for row in table.find_all("tr") if row.find_parent(["td", "th", "table"]) is table]


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _grid(rows: list[Tag], words: Callable[[Tag], str]) -> list[list[Cell]]:
    """Cells by row and column, each repeated where it spans."""
    grid = []
    hanging: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        line: list[Cell] = []
        for tag in _cells(row):
            _hang(line, hanging)
            cell = Cell(text=words(tag), heading=tag.name == "th")
            down = _span(tag.get("rowspan"), LONGEST)
            for column in range(_span(tag.get("colspan"), WIDEST)):
                place = replace(cell, again=column > 0)
                if down > 1:
                    hanging[len(line)] = (place, down - 1)
                line.append(place)
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


def _header_rows(rows: list[Tag], grid: list[list[Cell]]) -> int:
    """How many rows at the top are headings: those of `<thead>`, or all `<th>`, or a first row all in bold."""
    count = 0
    for row, line in zip(rows, grid, strict=True):
        if not (row.find_parent("thead") or (line and all(cell.heading or not cell.text for cell in line))):
            break
        count += 1
    if count == 0 and len(rows) > 1 and len(grid[0]) > 1:
        return int(all(_is_bold(cell) for cell in rows[0].find_all("td", recursive=False)))
    return count


def _is_bold(cell: Tag) -> bool:
    bold = cell.find(["strong", "b"])
    return bold is not None and bold.get_text().split() == cell.get_text().split()


def _column_headings(rows: list[list[Cell]]) -> dict[int, str]:
    headings: dict[int, list[str]] = {}
    for row in rows:
        for column, cell in enumerate(row):
            parts = headings.setdefault(column, [])
            if cell.text and cell.text not in parts:
                parts.append(cell.text)
    return {column: " ".join(parts).rstrip(":") for column, parts in headings.items()}


def _line(row: list[Cell], headings: dict[int, str]) -> str:
    own = next((column for column, cell in enumerate(row) if cell.heading and cell.text), None)
    if own is None or all(cell.heading for cell in row):
        return "; ".join(_labelled(row, headings, skip=None))
    rest = "; ".join(_labelled(row, headings, skip=own))
    return f"{row[own].text.rstrip(':')}: {rest}" if rest else row[own].text


def _labelled(row: list[Cell], headings: dict[int, str], *, skip: int | None) -> Iterator[str]:
    for column, cell in enumerate(row):
        if cell.text and not cell.again and column != skip:
            heading = headings.get(column, "")
            yield f"{heading}: {cell.text}" if heading and heading != cell.text else cell.text


def _span(value: object, most: int) -> int:
    text = str(value or "1")
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 7 else 1
