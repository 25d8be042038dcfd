"""Tables keep every cell with its row and column, whatever tells them: rules, shades, places or tags."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Spacer, Table

from ingest.html_tables import read_table
from ingest.pdf import parse_pdf
from ingest.table_rows import Cell, column_headings, row_line
from tests.publishers.letters import BOLD
from tests.publishers.ruled_pdf import AFTER, BEFORE, WORDS, paper, ruled_table
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

    if not kind.startswith("tagged"):
        assert " ".join(text.split()).startswith(BEFORE[:80])
        assert " ".join(text.split()).removesuffix(AFTER[80:]).endswith(AFTER[:80])
    found = cells_read(table_lines(text, case), first="Activity")
    if kind == "merged rows":
        assert {cell[2] for cell in found if cell[1] == "Notes"} == {"See the hall"}
        found = {cell for cell in found if cell[1] != "Notes"}

    assert score(case.cells, found) >= 0.95, (case.cells - found, found - case.cells)


def paper_with(table: Table, *words: str) -> str:
    parts = [Paragraph(BEFORE, WORDS), Spacer(1, 12), table, Spacer(1, 12), *(Paragraph(line, WORDS) for line in words)]
    return parse_pdf(paper(parts), name="a.pdf").text


GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
HEAD = ("FONTNAME", (0, 0), (-1, 0), BOLD)


@pytest.mark.parametrize(
    ("rows", "style", "lines"),
    [
        pytest.param(
            [["Day", "Club"], ["Winter", ""], ["Monday", "Chess"], ["Summer", ""], ["Monday", "Bees"]],
            [GRID, HEAD, ("SPAN", (0, 1), (-1, 1)), ("SPAN", (0, 3), (-1, 3))],
            ["Winter", "Day: Monday; Club: Chess", "Summer", "Day: Monday; Club: Bees"],
            id="a row across all columns names the rows under it",
        ),
        pytest.param(
            [["Table 1. Clubs", ""], ["Day", "Club"], ["Monday", "Chess"], ["Friday", "Bees"]],
            [GRID, ("SPAN", (0, 0), (-1, 0)), ("FONTNAME", (0, 0), (-1, 1), BOLD)],
            ["Table 1. Clubs", "Day: Monday; Club: Chess", "Day: Friday; Club: Bees"],
            id="a first row across all columns names the table",
        ),
        pytest.param(
            [["Audience", "All who swim"], ["Overview", "How to swim"], ["Price", "£3"]],
            [GRID, ("FONTNAME", (0, 0), (0, -1), BOLD)],
            ["Audience: All who swim", "Overview: How to swim", "Price: £3"],
            id="bold first cells name their rows",
        ),
        pytest.param(
            [["Swimming", "Otters"], ["Flying", "Ducks"], ["Waiting", "Herons"]],
            [GRID],
            ["Swimming; Otters", "Flying; Ducks", "Waiting; Herons"],
            id="nothing names anything",
        ),
        pytest.param(
            [["Age", "Fee"], ["5", "£1"], ["6", "£2"]],
            [GRID],
            ["Age: 5; Fee: £1", "Age: 6; Fee: £2"],
            id="words over figures name columns",
        ),
        pytest.param([["Name", "Day", "Sign"], ["", "", ""], ["", "", ""]], [GRID, HEAD], ["Name Day Sign"], id="to fill in"),
        pytest.param(
            [["Name", "Day", "Sign"], ["Otter", "Monday", ""], ["Heron", "Friday", ""]],
            [GRID, HEAD],
            ["Name; Day; Sign", "Name: Otter; Day: Monday", "Name: Heron; Day: Friday"],
            id="a column to fill in",
        ),
        pytest.param(
            [["Pond", "Term", "Fee"], ["North", "Autumn", "£1"], ["", "Spring", "£2"], ["South", "Autumn", "£3"]],
            [GRID, HEAD, ("SPAN", (0, 1), (0, 2))],
            ["Pond: North; Term: Autumn; Fee: £1", "Pond: North; Term: Spring; Fee: £2", "Pond: South; Term: Autumn; Fee: £3"],
            id="a cell down two rows holds for both",
        ),
        pytest.param(
            [["Item", "Fee"], ["Net", "£2"], ["Pole", "£5"], ["Total", "£7"]],
            [GRID, HEAD, ("FONTNAME", (0, -1), (-1, -1), BOLD)],
            ["Item: Net; Fee: £2", "Item: Pole; Fee: £5", "Item: Total; Fee: £7"],
            id="a bold total",
        ),
        pytest.param(
            [["", "2023", "2024"], ["Otters", "4", "5"], ["Ducks", "9", "8"]],
            [GRID],
            ["Otters: 2023: 4; 2024: 5", "Ducks: 2023: 9; 2024: 8"],
            id="years are headings where the corner is empty",
        ),
    ],
)
def test_headings_are_known_by_place_and_print(rows: list[list[str]], style: list[object], lines: list[str]) -> None:
    text = paper_with(Table(rows, colWidths=[130] * len(rows[0]), style=style), "The end.")

    assert text.split("\n\n")[1:-1] == lines


def test_two_tables_beside_each_other_are_two() -> None:
    left, right = (
        Table([["Day", "Club"], ["Monday", club], ["Friday", club]], colWidths=[60, 60], style=[GRID, HEAD])
        for club in ("Chess", "Bees")
    )

    text = paper_with(Table([[left, right]], colWidths=[200, 200]), "The end.")

    assert text.split("\n\n")[1:-1] == [
        f"Day: {day}; Club: {club}" for club in ("Chess", "Bees") for day in ("Monday", "Friday")
    ]


@pytest.mark.parametrize(
    "style",
    [
        pytest.param([("BOX", (0, 0), (-1, -1), 1, colors.black)], id="a frame"),
        pytest.param(
            [("BOX", (0, 0), (-1, -1), 1, colors.black), ("INNERGRID", (0, 0), (-1, -1), 1, colors.black)], id="a rule"
        ),
        pytest.param([("BACKGROUND", (0, 0), (-1, -1), colors.lightgrey)], id="a shade"),
        pytest.param(
            [("LINEABOVE", (0, 0), (-1, 0), 1, colors.black), ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black)], id="rules"
        ),
    ],
)
def test_prose_in_two_columns_is_no_table(style: list[object]) -> None:
    words = "Many words of one side follow each other here, line under line, and none of them is the heading of any other. "
    left, right = Paragraph("Left. " + words * 4, WORDS), Paragraph("Right. " + words * 4, WORDS)

    text = " ".join(paper_with(Table([[left, right]], colWidths=[230, 230], style=style), "The end.").split())

    assert f"Left. {words * 4}Right. {words * 4}The end." in text


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([("•", "swim"), ("•", "fly"), ("•", "wait")], "• swim • fly • wait"),
        ([("1.", "swim"), ("2.", "fly"), ("3.", "wait")], "1. swim 2. fly 3. wait"),
        (
            [
                ("Words that go over all of the width of the page, as prose does", ""),
                ("Fee:", "£3"),
                ("Prose again that is as long", ""),
            ],
            "as prose does Fee: £3 Prose again that is as long",
        ),
    ],
)
def test_text_between_rules_is_no_table(rows: list[tuple[str, str]], text: str) -> None:
    made = BytesIO()
    canvas = Canvas(made)
    for at, (left, right) in enumerate(rows):
        y = 700 - 60 * at
        canvas.line(72, y + 30, 500, y + 30)
        canvas.drawString(72, y, left)
        canvas.drawString(110, y, right)
    canvas.line(72, 700 - 60 * len(rows) + 30, 500, 700 - 60 * len(rows) + 30)
    canvas.showPage()
    canvas.save()

    assert text in " ".join(parse_pdf(made.getvalue(), name="a.pdf").text.split())


def test_a_list_in_boxes_is_no_table() -> None:
    text = paper_with(Table([["Swim"], ["Fly"], ["Wait"]], colWidths=[200], style=[GRID]), "The end.")

    assert text.split("\n\n")[1:] == ["Swim", "Fly", "Wait", "The end."]


CELL = st.sampled_from(["Otter", "dŵr", "£5", "12%", "a long one", ""])
GRIDS = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=2, max_size=4)
)


@given(GRIDS)
def test_rows_read_as_they_do_on_a_web_page(grid: list[list[str]]) -> None:
    """One wording for tables, wherever they stand."""
    head, *body = grid
    markup = "".join(
        "<tr>" + "".join(f"<{tag}>{words}</{tag}>" for tag, words in zip(tags, row, strict=True)) + "</tr>"
        for row, tags in ((head, ["th"] * 9), *((row, ["th", *["td"] * 9]) for row in body))
        for tags in [tags[: len(row)]]
    )
    tree = BeautifulSoup(f"<table><tbody>{markup}</tbody></table>", "lxml")
    table = tree.find("table")
    assert table is not None
    cells = [
        [Cell(text=words, heading=at == 0 or column == 0) for column, words in enumerate(row)] for at, row in enumerate(grid)
    ]
    heads = next((at for at, row in enumerate(cells) if not all(cell.heading or not cell.text for cell in row)), None)
    lines = [row_line(row, column_headings(cells[:heads])) for row in cells[heads:]] if heads else []

    if heads:
        assert [line for line in lines if line] == list(read_table(table, lambda cell: " ".join(cell.get_text().split())))


WORD = st.sampled_from([f"word{letter}" for letter in "abcdefghijklmnop"])
DRAWN = st.lists(st.tuples(st.integers(3, 50), st.integers(3, 80), WORD), min_size=1, max_size=12)
RULES = st.lists(st.tuples(st.integers(0, 59), st.integers(0, 84), st.booleans(), st.integers(1, 60)), max_size=14)


RULED_AROUND = [(0, 0, True, 1), (0, 4, True, 6), (0, 5, True, 1), (1, 0, False, 5), (5, 0, False, 5)]


@given(DRAWN, RULES)
@example([(3, 3, "worda"), (3, 4, "worda"), (4, 4, "wordb")], RULED_AROUND)
def test_rules_anywhere_lose_no_word(drawn: list[tuple[int, int, str]], rules: list[tuple[int, int, bool, int]]) -> None:
    made = BytesIO()
    canvas = Canvas(made)
    for x, y, level, length in rules:
        canvas.line(x * 10, y * 10, (x + length * level) * 10, (y + length * (not level)) * 10)
    for x, y, word in drawn:
        canvas.drawString(x * 10, y * 10, word)
    canvas.showPage()
    canvas.save()

    text = parse_pdf(made.getvalue(), name="a.pdf").text

    assert all(word in text for _, _, word in drawn)
