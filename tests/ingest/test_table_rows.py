"""A grid of cells grows no further than its file's words allow, whatever the cells claim to span."""

import pytest
from bs4 import BeautifulSoup

from ingest.html_tables import read_table
from ingest.table_rows import LONGEST, MOST_REPEATED, WIDEST, Cell, Spanning, column_headings, row_line, spread


def test_a_cell_stands_at_each_place_it_spans() -> None:
    grid = spread([[Spanning(text="a", heading=True, across=2, down=2)], [Spanning(text="b", heading=False)]])

    a, again, b = Cell(text="a", heading=True), Cell(text="a", heading=True, again=True), Cell(text="b", heading=False)
    assert grid == [[a, again], [a, again, b]]


@pytest.mark.parametrize("words", ["word", ""])
def test_spans_that_are_believed_repeat_no_more_than_is_allowed(words: str) -> None:
    rows = [[Spanning(text=words, heading=False, across=WIDEST, down=LONGEST)] * 40] * 400

    grid = spread(rows)

    # Always as many: a reader that asks for the print of the cells, not their words, finds them at the same places.
    assert sum(map(len, grid)) == 400 * 40 + 4 * (WIDEST * LONGEST - 1)


def test_a_cell_too_long_to_repeat_stands_once_and_others_span() -> None:
    long = "x" * MOST_REPEATED

    grid = spread([[Spanning(text=long, heading=False, across=3), Spanning(text="a", heading=False, across=2)]])

    assert [cell.text for cell in grid[0]] == [long, "", "", "a", "a"]


def test_a_long_heading_is_repeated_until_its_room_is_used_up() -> None:
    heading = "word " * 50_000
    body = "<tr><td>1</td><td>2</td></tr>" * 2000
    table = BeautifulSoup(f"<table><tr><th>{heading}</th><th>b</th></tr>{body}</table>", "lxml").find("table")
    assert table is not None

    lines = list(read_table(table, lambda cell: " ".join(cell.get_text().split())))

    assert len(lines) == 2000
    assert lines[0] == f"{heading.strip()}: 1; b: 2"
    assert lines[-1] == "1; 2"
    assert sum(map(len, lines)) < MOST_REPEATED + len(heading) + 2000 * len("1; b: 2")


@pytest.mark.parametrize(("has_bands", "line"), [(True, "Winter"), (False, "Day: Winter")])
def test_a_cell_across_all_columns(has_bands: bool, line: str) -> None:
    cells = [Cell(text="Winter", heading=False), Cell(text="Winter", heading=False, again=True)]

    assert row_line(cells, {0: "Day", 1: "Club"}, has_bands=has_bands) == line


def test_headings_of_many_rows_are_each_named_once() -> None:
    rows = [[Cell(text=words, heading=True)] for words in ("Rate", "low", "Rate")]

    assert column_headings(rows) == {0: "Rate low"}
