"""Ruled tables of a PDF page: their cells with words, their headings known by weight, shade and place; does not find rules.

A table goes on over a page break where the next page begins with the same columns.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.pdf_drawn import Colour, Drawn, Run
from ingest.pdf_grid import Lattice, Place, lattices
from ingest.pdf_lines import join_runs, mend_hyphens
from ingest.table_rows import Cell, Grid, column_headings, is_band, row_line

SAME_COLUMN = 4.0  # points the columns of the two parts of one table may differ
MOST_HEADS = 3  # rows of headings
_NUMBER = "0123456789£%"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A cell as printed."""

    text: str
    bold: bool = False
    shade: Colour | None = None
    again: bool = False
    """True at the further columns it spans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as printed, on one page."""

    page: int
    across: tuple[float, ...]
    """Where its columns begin and end."""
    rows: tuple[tuple[TableCell, ...], ...]


def find_tables(drawn: Drawn, runs: Sequence[Run], *, page: int) -> list[tuple[Table, frozenset[int]]]:
    """The ruled tables of a page, each with the indexes of the runs that stand in it."""
    found: list[tuple[Table, frozenset[int]]] = []
    taken: set[int] = set()
    for lattice in sorted(lattices(drawn), key=lambda lattice: -lattice.area.size):
        inside = {at: run for at, run in enumerate(runs) if at not in taken and lattice.area.holds(*run.centre)}
        if inside and (table := _table(lattice, inside.values(), drawn, page)):
            taken |= inside.keys()
            found.append((table, frozenset(inside)))
    return found


def _table(lattice: Lattice, runs: Iterable[Run], drawn: Drawn, page: int) -> Table | None:
    """The table of a grid; None for a frame, a list in boxes, or prose in columns with rules between."""
    if sum(lattice.cells_in(row) > 1 for row in range(lattice.rows)) < 2:
        return None
    words: dict[Place, list[Run]] = {}
    for run in runs:
        words.setdefault(lattice.at(*run.centre), []).append(run)
    if len({row for row, _ in words}) < 2 or len({column for _, column in words}) < 2:
        return None
    shade = shade_finder(drawn)
    cells = {place: cell_of(words.get(place, ()), page, shade(lattice, place)) for place in set(lattice.owner.values())}
    rows = tuple(
        tuple(
            replace(cells[lattice.owner[row, column]], again=lattice.owner[row, column][1] < column)
            for column in range(lattice.columns)
        )
        for row in range(lattice.rows)
    )
    return Table(page=page, across=lattice.across, rows=rows)


def cell_of(runs: Sequence[Run], page: int, shade: Colour | None) -> TableCell:
    """A cell with its words in the order they are drawn."""
    lines = join_runs(runs, page=page)
    text = " ".join(words for _, words in mend_hyphens(lines))
    return TableCell(text=text, bold=bool(lines) and all(line.bold for line in lines), shade=shade)


def shade_finder(drawn: Drawn) -> Callable[[Lattice, Place], Colour | None]:
    """Tells the colour under a cell; None for none, or white."""

    def find(lattice: Lattice, place: Place) -> Colour | None:
        area = lattice.cell_area(place)
        x, y = (area.left + area.right) / 2, (area.bottom + area.top) / 2
        found = next((box.colour for box in reversed(drawn.boxes) if box.rectangle and box.area.holds(x, y)), None)
        return None if found and min(found) > 0.99 else found

    return find


def rows_of(table: Table, above: Table | None = None) -> tuple[list[tuple[int, str]], Table]:
    """The rows of a table as lines of text, each with its index, and the table whose headings they have.

    `above` is the table that ends the page before: where this one goes on with it, its headings hold here too.
    """
    first, body = _headings_of(table)
    named, start = table, body
    if above and _goes_on(table, above):
        first_above, body_above = _headings_of(above)
        repeated = [_texts(row) for row in table.rows[:body_above]] == [_texts(row) for row in above.rows[:body_above]]
        if repeated or not _styled_heads(table.rows[first:]):
            start = body_above if repeated else 0
            named, first, body = above, first_above, body_above
    captions = [(at, row[0].text) for at, row in enumerate(table.rows[: first if named is table else 0])]
    heads = [[_cell(cell, heading=True) for cell in row] for row in named.rows[first:body]]
    own = _has_row_headings(heads, named.rows[body:])
    headings = column_headings(heads)
    lines = [
        (at, row_line([_cell(cell, heading=own and column == 0) for column, cell in enumerate(row)], headings))
        for at, row in enumerate(table.rows[start:], start=start)
    ]
    found = [(at, line) for at, line in lines if line]
    # A column to fill in is named by no row beneath its heading.
    unsaid = [
        (at, row_line(row, {}))
        for at, row in enumerate(heads if named is table else (), start=first)
        if any(all(cell.text not in line for _, line in found) for cell in row if cell.text)
    ]
    return [*captions, *unsaid, *found], named


def _cell(cell: TableCell, *, heading: bool) -> Cell:
    return Cell(text=cell.text, heading=heading, again=cell.again)


def _texts(row: Sequence[TableCell]) -> list[str]:
    return [cell.text for cell in row]


def _goes_on(table: Table, above: Table) -> bool:
    """True for a table with the columns of the one above."""
    return len(table.across) == len(above.across) and all(
        abs(here - there) <= SAME_COLUMN for here, there in zip(table.across, above.across, strict=True)
    )


def _headings_of(table: Table) -> tuple[int, int]:
    """Index of the first row of headings, and of the first row under them; equal where there are none."""
    start = 0
    while start < len(table.rows) - 2 and is_band(_grid(table.rows[start : start + 1])[0]):
        start += 1
    rows = table.rows[start:]
    return start, start + (_styled_heads(rows) or _plain_heads(rows))


def _grid(rows: Sequence[Sequence[TableCell]]) -> Grid:
    return [[_cell(cell, heading=False) for cell in row] for row in rows]


def _styled_heads(rows: Sequence[Sequence[TableCell]]) -> int:
    """How many rows at the top are bold, or shaded as no row under them is."""
    count = 0
    for test in (_is_bold, _shade):
        style = test(rows[0]) if rows else None
        same = next((at for at, row in enumerate(rows) if test(row) != style), len(rows))
        under = [test(row) == style for row in rows[same:]]
        # A total may be bold like the headings; a shade that comes back only parts row from row.
        if style and same <= MOST_HEADS and under and sum(under) * 3 <= (len(under) if test is _is_bold else 0):
            count = max(count, same)
    # What a merged heading names in common is told apart in the row under it.
    if count and count < len(rows) - 1 and _is_split(rows[count - 1]):
        count += 1
    return count


def _plain_heads(rows: Sequence[Sequence[TableCell]]) -> int:
    """1 where the first row names columns although it looks like the others: words over numbers, or three columns and more."""
    if len(rows) < 2 or not rows[0]:
        return 0
    first, others = rows[0], rows[1:]
    if not first[0].text and len(first) > 1 and all(cell.text for cell in first[1:]):
        return 2 if _is_split(first) and len(rows) > 2 else 1  # only headings leave a corner empty
    if _bold_first_column(rows) or any(_is_figure(cell.text) for cell in first):
        return 0
    if not all(cell.text for cell in first[1:]):
        return 0
    over_figures = any(
        all(_is_figure(row[column].text) or not row[column].text for row in others) and any(row[column].text for row in others)
        for column in range(len(first))
    )
    if not over_figures and not (len(first) > 2 and len(rows) > 2):
        return 0
    return 2 if _is_split(first) and len(rows) > 2 else 1


def _is_figure(text: str) -> bool:
    return text[:1] in _NUMBER and bool(text)


def _is_bold(row: Sequence[TableCell]) -> bool:
    return any(cell.text for cell in row) and all(cell.bold for cell in row if cell.text)


def _shade(row: Sequence[TableCell]) -> Colour | None:
    """The colour most of a row is shaded in."""
    return Counter(cell.shade for cell in row).most_common(1)[0][0] if row else None


def _is_split(row: Sequence[TableCell]) -> bool:
    """True for a row where one cell spans columns, but not all."""
    return any(cell.again for cell in row) and not all(cell.again for cell in row[1:])


def _bold_first_column(rows: Sequence[Sequence[TableCell]]) -> bool:
    """True where the first cells are bold and the others are not."""
    full = [row for row in rows if row[0].text and any(cell.text for cell in row[1:])]
    return bool(full) and all(row[0].bold and not _is_bold(row[1:]) for row in full)


def _has_row_headings(heads: Grid, body: Sequence[Sequence[TableCell]]) -> bool:
    """True where first cells name their rows: bold, shaded by themselves, or under a corner left empty."""
    if heads and not any(row[0].text for row in heads):
        return True
    full = [row for row in body if len(row) > 1 and row[0].text and not row[1].again]
    shaded = bool(full) and all(row[0].shade and row[0].shade not in {cell.shade for cell in row[1:]} for row in full)
    return shaded or _bold_first_column(body)
