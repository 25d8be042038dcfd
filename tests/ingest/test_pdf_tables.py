"""Tables keep every cell with its row and column, whatever tells them: rules, shades, places or tags."""

import pytest

from ingest.pdf import parse_pdf
from tests.publishers.ruled_pdf import AFTER, BEFORE, ruled_table
from tests.publishers.tables import KINDS, Case, cells_read, make_case, score
from tests.publishers.tagged_pdf import tagged_table

SEEDS = range(4)


def read(case: Case) -> str:
    data = tagged_table(case) if case.kind.startswith("tagged") else ruled_table(case)
    return parse_pdf(data, name="clubs.pdf").text


def table_lines(text: str, case: Case) -> list[str]:
    """The lines that name a row of the table."""
    names = {row[0] for row in case.rows}
    heads = ("Activity: ", "Clubs")
    return [line for line in text.split("\n\n") if line.split(": ")[0] in names or line.startswith(heads[0])]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", KINDS)
def test_each_cell_stands_with_its_row_and_column(kind: str, seed: int) -> None:
    case = make_case(kind, seed)
    text = read(case)

    found = cells_read(table_lines(text, case), first="Activity")
    if kind == "merged rows":
        assert {cell[2] for cell in found if cell[1] == "Notes"} == {"See the hall"}
        found = {cell for cell in found if cell[1] != "Notes"}

    assert score(case.cells, found) >= 0.95, (case.cells - found, found - case.cells)
