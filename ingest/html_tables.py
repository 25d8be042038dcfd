"""Tables of a page as rows of words, every cell with its column's heading; does not walk anything but cells."""

from collections.abc import Callable, Iterator, Sequence

from bs4 import Tag

from ingest.html_descent import children_named, has_words_outside, own_parts
from ingest.table_rows import Cell, Spanning, column_headings, row_line, spread

MOST_REPEATED = 1_000_000
"""Characters of headings that a table repeats beside its cells: further rows stand without. A table of 5,000 rows with
ten columns takes a tenth of it; a heading of half a megabyte would make a gigabyte of 2,000 rows."""
_WALLS = frozenset({"td", "th", "table"})


def is_layout(table: Tag) -> bool:
    """True for a table that only puts things beside each other, or has words outside its cells, and is read as blocks."""
    if table.get("role") in {"presentation", "none"} or table.find("table"):
        return True
    cells = [cell for row in _rows(table) for cell in _cells(row)]
    return has_words_outside(table, [*cells, *children_named(table, "caption")[:1]])


def read_table(table: Tag, words: Callable[[Tag], str]) -> Iterator[str]:
    """A line for each row, its own heading first: `"Band A: Rate: £5; Hours: 3"`; `words` reads a cell."""
    rows = [row for row in _rows(table) if not row.has_attr("hidden")]
    grid = spread([_spanning(cell, words) for cell in _cells(row)] for row in rows)
    heads = _header_rows(rows, grid)
    headings = column_headings(grid[:heads]) if len(grid) > heads else {}
    room = MOST_REPEATED
    for row in grid[heads:] or grid:
        line = row_line(row, headings if room > 0 else {}, has_bands=False)
        room -= len(line) - sum(len(cell.text) for cell in row if not cell.again)
        if line:
            yield line


def _rows(table: Tag) -> list[Tag]:
    return own_parts(table, frozenset({"tr"}), walls=_WALLS)


def _cells(row: Tag) -> list[Tag]:
    return children_named(row, "td", "th")


def _spanning(cell: Tag, words: Callable[[Tag], str]) -> Spanning:
    across, down = _span(cell.get("colspan")), _span(cell.get("rowspan"))
    return Spanning(text=words(cell), heading=cell.name == "th", across=across, down=down)


def _header_rows(rows: Sequence[Tag], grid: Sequence[Sequence[Cell]]) -> int:
    """How many rows at the top are headings: those of `<thead>`, or all `<th>`, or a first row all in bold."""
    count = 0
    for row, line in zip(rows, grid, strict=True):
        is_head = row.parent is not None and row.parent.name == "thead"
        if not (is_head or (line and all(cell.heading or not cell.text for cell in line))):
            break
        count += 1
    if count == 0 and len(rows) > 1 and len(grid[0]) > 1:
        return int(all(_is_bold(cell) for cell in children_named(rows[0], "td")))
    return count


def _is_bold(cell: Tag) -> bool:
    bold = cell.find(["strong", "b"])
    return bold is not None and bold.get_text().split() == cell.get_text().split()


def _span(value: object) -> int:
    text = str(value or "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
