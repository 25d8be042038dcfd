"""Printed pages become text, with their numbers, outline and lists; damaged ones are refused by name."""

import logging
import re
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from corpus.errors import EmptyDocument, MalformedDocument
from corpus.publication import PublicationType
from ingest.outline import Kind, lay_out
from ingest.pdf import parse_pdf
from ingest.pdf_headings import largest_words
from ingest.pdf_layout import to_pieces
from ingest.pdf_lines import Line
from ingest.pdf_numbers import page_labels, roman
from ingest.running_heads import find_running_heads

MakePdf = Callable[..., bytes]
BODY, BOLD = "Helvetica", "Helvetica-Bold"


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[Line]:
    heads = find_running_heads(pages)
    return [line for at, page in enumerate(pages) for line in page if line not in heads.lines[at]]


def printed(page: int, *lines: str) -> list[tuple[float, float, str, int, str]]:
    """A page with a running head and foot around lines of body text."""
    head = (72.0, 800.0, BODY, 8, f"Sums for Wales {page}")
    foot = (300.0, 30.0, BODY, 8, str(page))
    return [head, *((72.0, 700.0 - 14 * at, BODY, 11, line) for at, line in enumerate(lines)), foot]


@pytest.fixture(scope="module")
def guidance(make_pdf: MakePdf) -> bytes:
    cover = [
        (72.0, 700.0, BOLD, 26, "Adding up: guidance"),
        (72.0, 670.0, BOLD, 26, "for all schools"),
        (72.0, 600.0, BODY, 11, "Guidance document no: 123/2019"),
        (72.0, 580.0, BODY, 11, "Date of issue: 5 November 2019"),
        (72.0, 560.0, BODY, 11, "Digital ISBN 1 © Crown copyright 2019 WG12345"),
    ]
    first = [
        (72.0, 800.0, BODY, 8, "Adding up 1"),
        (72.0, 720.0, BOLD, 16, "1. Why sums"),
        (72.0, 700.0, BODY, 11, "The école must add up £5 and £6 in the manner that is inter-"),
        (72.0, 686.0, BODY, 11, "nationally known. It may also count."),
        (72.0, 660.0, BODY, 11, "A new paragraph says that a school has:"),
        (72.0, 640.0, BODY, 11, "•"),
        (90.0, 640.0, BODY, 11, "one thing that goes on"),
        (90.0, 626.0, BODY, 11, "over the line"),
        (72.0, 612.0, BODY, 11, "•"),
        (90.0, 612.0, BODY, 11, "another"),
        (72.0, 580.0, BOLD, 11, "How to count"),
        (72.0, 560.0, BODY, 11, "Count with both hands, and if a page ends then the words"),
        (300.0, 30.0, BODY, 8, "1"),
    ]
    second = [
        (72.0, 800.0, BODY, 8, "Adding up 2"),
        (72.0, 720.0, BODY, 11, "go on over there. That is all there is to say of it."),
        (300.0, 30.0, BODY, 8, "2"),
    ]
    return make_pdf([cover, first, second], title="Microsoft Word - sums.docx", roman=1)


def test_a_guidance_document_is_read_whole(guidance: bytes) -> None:
    parsed = parse_pdf(guidance, name="sums.pdf")

    assert parsed.text == (
        "Adding up: guidance\nfor all schools\n\nGuidance document no: 123/2019\n\nDate of issue: 5 November 2019\n\n"
        "Digital ISBN 1 © Crown copyright 2019 WG12345\n\n1. Why sums\n\n"
        "The école must add up £5 and £6 in the manner that is inter-\nnationally known. It may also count.\n\n"
        "A new paragraph says that a school has:\n\n• one thing that goes on\nover the line\n• another\n\n"
        "How to count\n\n"
        "Count with both hands, and if a page ends then the words\ngo on over there. That is all there is to say of it."
    )
    assert [(section.level, section.heading) for section in parsed.sections] == [
        (1, "Adding up: guidance for all schools"),
        (2, "1. Why sums"),
        (3, "How to count"),
    ]
    assert parsed.title == "Adding up: guidance for all schools"  # what Word wrote into the file is no title
    assert parsed.type is PublicationType.GUIDANCE
    assert parsed.published == date(2019, 11, 5)
    assert parsed.publisher == "Welsh Government"


def test_pages_are_numbered_as_printed_and_cover_the_text(guidance: bytes) -> None:
    parsed = parse_pdf(guidance, name="sums.pdf")

    assert [page.label for page in parsed.pages] == ["i", "1", "2"]
    assert "".join(parsed.text[page.start : page.end] for page in parsed.pages) == parsed.text
    assert parsed.text[parsed.pages[2].start :].startswith("go on over there.")


def test_welsh_letters_are_kept_and_joined_letters_taken_apart(make_pdf: MakePdf) -> None:
    """The font says which letters its codes stand for, as the fonts of Welsh publications do."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(make_pdf([[(72, 700, BODY, 11, "tA dBr CCor yn eDaith")]]))))
    codes = StreamObject()
    codes.set_data(
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"4 beginbfchar <41> <0177> <42> <0175> <43> <FB02> <44> <FB00> endbfchar"
    )
    writer.pages[0]["/Resources"]["/Font"]["/F1"][NameObject("/ToUnicode")] = writer._add_object(codes)
    made = BytesIO()
    writer.write(made)

    assert parse_pdf(made.getvalue(), name="a.pdf").text == "tŷ dŵr flflor yn effaith"


def test_the_title_in_the_file_comes_first(make_pdf: MakePdf) -> None:
    assert parse_pdf(make_pdf([printed(1, "Words.")], title="Sums for Wales"), name="a.pdf").title == "Sums for Wales"


@pytest.mark.parametrize("junk", ["Microsoft Word - a.doc", "untitled", "WG123_sums_v2", "sums.indd", "2019", ""])
def test_junk_in_the_file_is_no_title(make_pdf: MakePdf, junk: str) -> None:
    assert parse_pdf(make_pdf([printed(1, "Words of the body of a text.")], title=junk), name="a.pdf").title is None


def test_a_month_of_issue_is_no_day(make_pdf: MakePdf) -> None:
    parsed = parse_pdf(make_pdf([printed(1, "Guidance document no: 1/2019", "Date of issue: November 2019")]), name="a.pdf")

    assert (parsed.type, parsed.published) == (PublicationType.GUIDANCE, None)


def test_one_size_of_letters_makes_one_section(make_pdf: MakePdf) -> None:
    parsed = parse_pdf(make_pdf([printed(1, "One line.", "Another line.")]), name="a.pdf")

    assert [section.heading for section in parsed.sections] == [""]


def test_running_heads_go_and_words_said_once_stay(make_pdf: MakePdf) -> None:
    pages = [printed(page, f"Only here: {'abc'[page]}.") for page in range(3)]

    text = parse_pdf(make_pdf(pages), name="a.pdf").text

    assert "Sums for Wales" not in text
    assert text.split("\n\n") == ["Only here: a.", "Only here: b.", "Only here: c."]


def test_a_file_that_opens_without_a_password_is_read(make_pdf: MakePdf) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(make_pdf([printed(1, "Words.")]))))
    writer.encrypt("", "owner", algorithm="AES-256")
    made = BytesIO()
    writer.write(made)

    assert "Words." in parse_pdf(made.getvalue(), name="a.pdf").text


def test_a_locked_file_is_refused_by_name(make_pdf: MakePdf) -> None:
    with pytest.raises(MalformedDocument, match=r"'a\.pdf' is locked by a password"):
        parse_pdf(make_pdf([printed(1, "Words.")], locked_by="secret"), name="a.pdf")


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_refused_by_name(guidance: bytes, part: float) -> None:
    with pytest.raises(MalformedDocument, match=r"'a\.pdf' is damaged"):
        parse_pdf(guidance[: int(len(guidance) * part)], name="a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n%%EOF", b"%PDF-1.7\n" + bytes(range(256)) * 9 + b"\n%%EOF"])
def test_a_file_that_only_begins_as_a_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedDocument, match=r"'a\.pdf' is damaged"):
        parse_pdf(data, name="a.pdf")


def test_a_scanned_file_is_refused_with_advice(make_pdf: MakePdf) -> None:
    with pytest.raises(EmptyDocument, match=r"No text on any of 2 pages of 'a\.pdf'. It is probably scanned"):
        parse_pdf(make_pdf([[], []]), name="a.pdf")


def test_mended_damage_is_not_logged(guidance: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        parsed = parse_pdf(re.sub(rb"startxref\n\d+", b"startxref\n77", guidance), name="a.pdf")

    assert "How to count" in parsed.text
    assert not caplog.records
    assert logging.getLogger("pypdf").level == logging.NOTSET


def outcome(data: bytes) -> str:
    try:
        parsed = parse_pdf(data, name="a.pdf")
    except (EmptyDocument, MalformedDocument) as error:
        return "refused by name" if "'a.pdf'" in str(error) else str(error)
    whole = "".join(parsed.text[section.start : section.end] for section in parsed.sections)
    return "sections tile the text" if whole == parsed.text else f"sections hold {whole!r}"


@settings(deadline=None)  # the first example loads dictionaries and fonts
@given(st.binary(max_size=60), st.integers(0, 10_000))
def test_damage_anywhere_gives_a_text_or_a_reason(guidance: bytes, noise: bytes, place: int) -> None:
    at = place % len(guidance)
    data = guidance[:at] + noise + guidance[at + len(noise) :]

    assert outcome(data) in {"sections tile the text", "refused by name"}


def line(text: str, *, y: float, x: float = 72, size: float = 11, bold: bool = False, page: int = 0) -> Line:
    return Line(text=text, page=page, x=x, y=y, size=size, bold=bold)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([line("a b", y=700), line("c d", y=686), line("e f", y=660)], "a b\nc d\n\ne f", id="gap"),
        pytest.param([line("a b", y=700), line("c d.", y=686), line("e f", y=690)], "a b\nc d.\n\ne f", id="next column"),
        pytest.param([line("a b", y=60), line("c d", y=700, page=1)], "a b\nc d", id="unfinished at the end of a page"),
        pytest.param([line("a b.", y=60), line("c d", y=700, page=1)], "a b.\n\nc d", id="finished at the end of a page"),
        pytest.param([line("• a", y=700), line("b", y=686, x=80), line("c", y=672, x=60)], "• a\nb\n\nc", id="end of a list"),
        pytest.param([line("• a", y=700), line("• b", y=670)], "• a\n• b", id="a loose list"),
        pytest.param([line("body text", y=700), line("note", y=690, size=7)], "body text\n\nnote", id="small print"),
        pytest.param(
            [line("a b", y=700), line("Bold words", y=686, bold=True), line("c", y=672)], "a b\nBold words\nc", id="emphasis"
        ),
    ],
)
def test_lines_join_as_they_are_printed(lines: list[Line], expected: str) -> None:
    assert lay_out(to_pieces(lines)).text == expected


def test_where_most_lines_stand_out_none_is_a_heading() -> None:
    lines = [line("body words " * 9, y=700), line("Large", y=660, size=20), line("Larger", y=600, size=24)]

    assert {piece.kind for piece in to_pieces(lines)} == {Kind.PARAGRAPH}


def test_lines_of_a_table_of_contents_are_no_headings() -> None:
    lines = [line("1 Sums . . . . . . . 5", y=700, bold=True), *(line("body words", y=650 - 14 * at) for at in range(4))]

    assert all(not piece.level for piece in to_pieces(lines))


def test_words_all_of_one_size_are_no_title() -> None:
    assert largest_words([line("a", y=700), line("b", y=686)]) is None


def test_heads_on_fewer_than_half_of_the_pages_stay() -> None:
    pages = [[line("Same", y=800, page=page), line(f"words {'abcde'[page]}", y=400, page=page)] for page in range(2)]
    others = [[line(f"words {'abcde'[page]}", y=400, page=page)] for page in range(2, 5)]

    assert [kept.text for kept in without_running_heads(pages + others)].count("Same") == 2


LINES = st.lists(
    st.builds(
        Line,
        text=st.from_regex(r"[•A-Za-z.]{1,6}( [a-z.]{1,6}){0,3}", fullmatch=True),
        page=st.just(0),
        x=st.floats(40, 200),
        y=st.floats(40, 800),
        size=st.sampled_from([8.0, 11.0, 16.0]),
        bold=st.booleans(),
    ),
    max_size=20,
)


@settings(deadline=None)  # the first example loads dictionaries and fonts
@given(LINES)
def test_no_printed_word_is_lost_or_altered(lines: list[Line]) -> None:
    text = lay_out(to_pieces(lines)).text

    assert sorted(text.replace("•", " ").split()) == sorted(" ".join(line.text for line in lines).replace("•", " ").split())


@pytest.mark.parametrize(
    ("said", "printed", "expected"),
    [
        pytest.param("123", {0: "1", 1: "2", 2: "3"}, "1 2 3", id="as counted"),
        pytest.param(["i", "1", "2"], {0: "9", 1: "10", 2: "11"}, "i 1 2", id="the file knows"),
        pytest.param("12345", {2: "1", 3: "2", 4: "3"}, "[i] [ii] 1 2 3", id="from the third page on"),
        pytest.param("12345", {1: "ii", 2: "1", 3: "2", 4: "3"}, "[i] ii 1 2 3", id="Roman before"),
        pytest.param("1234", {0: "11", 1: "12", 3: "14"}, "11 12 13 14", id="a part of a longer work"),
        pytest.param("1234", {0: "2019", 3: "7"}, "1 2 3 4", id="numbers that do not agree"),
        pytest.param("12345", {4: "1"}, "1 2 3 4 5", id="one number alone"),
    ],
)
def test_page_numbers_are_those_printed(said: str | list[str], printed: dict[int, str], expected: str) -> None:
    assert page_labels(list(said), printed) == expected.split()


@given(st.integers(1, 88))
def test_small_numbers_have_their_roman_letters(number: int) -> None:
    worth = {"i": 1, "v": 5, "x": 10, "l": 50}
    letters = [worth[letter] for letter in roman(number)]
    total = sum(one if one >= after else -one for one, after in zip(letters, [*letters[1:], 0], strict=True))

    assert total == number


def test_heads_of_a_chapter_and_of_left_pages_go() -> None:
    words = "abcdefghijklmnopqrstuvwx"
    pages = [
        [
            line("Chapter one" if page < 6 else "Notes" if page < 9 else "", y=800, page=page),
            *(line(f"Only {words[page]}{words[at]}.", y=600 - 20 * at, page=page) for at in range(7)),
        ]
        for page in range(24)
    ]

    kept = {kept.text for kept in without_running_heads([[line for line in page if line.text] for page in pages])}

    assert "Chapter one" not in kept
    assert "Notes" in kept  # three pages in a row may say the same
    assert len(kept) == 24 * 7 + 1


def test_words_aslant_over_every_page_go() -> None:
    pages = [
        [
            Line(text="DRAFT", page=page, x=5, y=9, size=80, bold=True, turn=45),
            *(line(f"Only {'abc'[page]}{at}.", y=700 - 20 * at, page=page) for at in range(9)),
        ]
        for page in range(3)
    ]

    assert "DRAFT" not in {kept.text for kept in without_running_heads(pages)}
