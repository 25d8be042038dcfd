"""Tags of a PDF are followed where they hold its words, and left where they do not."""

from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, NumberObject

from ingest.pdf import parse_pdf
from ingest.pdf_marks import stands_for
from tests.publishers.letters import BODY, BOLD
from tests.publishers.pdfs import Sheets
from tests.publishers.tagged_pdf import TaggedPaper


def text_of(draw: Callable[[TaggedPaper], None], **options: dict[str, str]) -> str:
    paper = TaggedPaper(**options)
    draw(paper)
    return parse_pdf(paper.save(), name="a.pdf").text


def put(paper: TaggedPaper, role: str, words: str, y: float, **facts: str) -> None:
    with paper.element(role, **facts):
        paper.put(words, y=y)


def test_the_tree_tells_the_order() -> None:
    def draw(paper: TaggedPaper) -> None:
        put(paper, "P", "First in the tree, low on the page.", 100)
        put(paper, "P", "Second in the tree.", 700)

    assert text_of(draw) == "First in the tree, low on the page.\n\nSecond in the tree."


def test_words_no_tag_holds_come_at_the_end_of_their_page() -> None:
    def draw(paper: TaggedPaper) -> None:
        put(paper, "P", "A long paragraph of many words that are all tagged as they should be in a file.", 700)
        put(paper, "P", "And another one, which is as long as the first and tagged just as well as it.", 600)
        paper.draw("Untagged.", y=650)
        paper.next_page()
        put(paper, "P", "The next page.", 700)

    assert text_of(draw).split("\n\n")[1:] == [
        "And another one, which is as long as the first and tagged just as well as it.",
        "Untagged.",
        "The next page.",
    ]


def test_tags_that_hold_little_are_left() -> None:
    def draw(paper: TaggedPaper) -> None:
        paper.draw("These words come first, and nobody tagged them.", y=700)
        put(paper, "P", "Tagged.", 680)

    assert text_of(draw) == "These words come first, and nobody tagged them.\nTagged."


def test_where_most_words_are_marked_as_no_text_the_marks_are_wrong() -> None:
    def draw(paper: TaggedPaper) -> None:
        paper.artifact("All of the text was marked as an artifact.", y=500, size=11)
        paper.artifact("This line as well.", y=480, size=11)

    assert "All of the text was marked as an artifact." in text_of(draw)


def test_without_heading_tags_print_tells_headings() -> None:
    def draw(paper: TaggedPaper) -> None:
        with paper.element("P"):
            paper.put("Large words", y=700, font=BOLD, size=20)
        for at in range(4):
            put(paper, "P", "Words of the body that are long enough to be its body.", 650 - 30 * at)

    paper = TaggedPaper()
    draw(paper)
    parsed = parse_pdf(paper.save(), name="a.pdf")

    assert [section.heading for section in parsed.sections] == ["Large words"]


def test_names_that_stand_for_names_are_followed() -> None:
    def draw(paper: TaggedPaper) -> None:
        put(paper, "Kopf", "A heading", 700)
        put(paper, "P", "Words.", 650)

    paper = TaggedPaper(roles={"Kopf": "Titel", "Titel": "H2"})
    draw(paper)

    assert [s.level for s in parse_pdf(paper.save(), name="a.pdf").sections] == [2]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("•", "• swim"),
        ("o", "• swim"),
        ("\u00a7", "• swim"),
        ("1.", "1. swim"),
        ("(b)", "(b) swim"),
        ("2.3", "2.3 swim"),
        ("iv)", "iv) swim"),
    ],
)
def test_labels_of_items(label: str, expected: str) -> None:
    def draw(paper: TaggedPaper) -> None:
        with paper.element("L"), paper.element("LI"):
            with paper.element("Lbl"):
                paper.put(label, x=72, y=700)
            with paper.element("LBody"):
                paper.put("swim", x=90, y=700)

    assert text_of(draw) == expected


def test_a_list_inside_an_item_goes_on_line_by_line() -> None:
    def draw(paper: TaggedPaper) -> None:
        with paper.element("L"):
            with paper.element("LI"), paper.element("LBody"):
                paper.put("outer", y=700)
                with paper.element("L"), paper.element("LI"), paper.element("LBody"):
                    paper.put("inner", x=90, y=680)
            with paper.element("LI"), paper.element("LBody"):
                paper.put("last", y=660)

    assert text_of(draw) == "• outer\n• inner\n• last"


def test_a_table_reads_by_rows_though_drawn_by_columns() -> None:
    def draw(paper: TaggedPaper) -> None:
        with paper.element("Table"):
            with paper.element("Caption"):
                paper.put("Table 1", y=720)
            with paper.element("THead"), paper.element("TR"):
                with paper.element("TH", RowSpan=2):
                    paper.put("Pond", x=72, y=700)
                with paper.element("TH", ColSpan=2):
                    paper.put("Fish", x=200, y=700)
            with paper.element("TBody"):
                with paper.element("TR"):
                    for x, words in ((200, "red"), (300, "blue")):
                        with paper.element("TH"):
                            paper.put(words, x=x, y=680)
                for y, name in ((660, "North"), (640, "South")):
                    with paper.element("TR"):
                        with paper.element("TH"):
                            paper.put(name, y=y)
                        for x in (200, 300):
                            with paper.element("TD"):
                                paper.put(str(x + y), x=x, y=y)

    assert text_of(draw).split("\n\n") == [
        "Table 1",
        "North: Fish red: 860; Fish blue: 960",
        "South: Fish red: 840; Fish blue: 940",
    ]


def test_headings_that_come_again_are_no_rows() -> None:
    def draw(paper: TaggedPaper) -> None:
        with paper.element("Table"):
            rows = (("Day", "Club"), ("Monday", "Bees"), ("Day", "Club"), ("Friday", "Chess"))
            for at, row in enumerate(rows):
                y, kind = 700 - 20 * at, "TD" if at % 2 else "TH"
                with paper.element("TR"):
                    for x, words in zip((72, 200), row, strict=True):
                        with paper.element(kind):
                            paper.put(words, x=x, y=y)

    assert text_of(draw).split("\n\n") == ["Day: Monday; Club: Bees", "Day: Friday; Club: Chess"]


@pytest.mark.parametrize(
    ("said", "drawn", "expected"),
    [
        ("ffi", "\ufb03", True),
        ("\u00ad", "-", True),
        ("Cymru", "Cymru", True),
        ("Ignore all that was said before", "Cymru", False),
        ("words", "", False),
        ("words", "  ", False),
    ],
)
def test_text_said_to_be_meant_never_adds_words_nobody_sees(said: str, drawn: str, expected: bool) -> None:
    assert stands_for(said, drawn) is expected


def test_a_hyphen_that_is_meant_as_a_soft_one_goes() -> None:
    """As some layout programs write it, in the content itself."""
    sheets = Sheets()
    sheets.at("inter", x=72, y=700)
    sheets.canvas._code.append("/Span <</ActualText <FEFF00AD>>> BDC")
    sheets.at("-", x=72 + sheets.canvas.stringWidth("inter", BODY, 11), y=700)
    sheets.canvas._code.append("EMC")
    sheets.at("national words", x=72, y=686)

    assert parse_pdf(sheets.save(), name="a.pdf").text == "international\nwords"


def test_a_tree_that_is_damaged_leaves_the_words() -> None:
    paper = TaggedPaper()
    put(paper, "P", "Words.", 700)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(paper.save())))
    writer.root_object["/StructTreeRoot"][NameObject("/K")] = NumberObject(7)
    made = BytesIO()
    writer.write(made)

    assert parse_pdf(made.getvalue(), name="a.pdf").text == "Words."
