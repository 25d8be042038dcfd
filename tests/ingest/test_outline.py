"""Pieces become one text whose sections and pages lie where they say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Section, canonical
from ingest.outline import Heading, Kind, Piece, lay_out, tile, tile_pages

PIECES = st.lists(
    st.builds(
        Piece,
        text=st.text(max_size=12),
        group=st.integers(0, 4),
        kind=st.sampled_from(Kind),
        level=st.integers(1, 6),
        page=st.just(0),
    ),
    max_size=12,
)


def test_groups_are_apart_by_a_blank_line_and_their_pieces_by_a_line_end() -> None:
    pieces = [
        Piece(text="To do:", group=1),
        Piece(text="• a", group=2, kind=Kind.ITEM),
        Piece(text="• b", group=2, kind=Kind.ITEM),
    ]

    assert lay_out(pieces).text == "To do:\n\n• a\n• b"


def test_every_heading_starts_a_section_and_words_before_the_first_have_their_own() -> None:
    pieces = [
        Piece(text="Before", group=1),
        Piece(text="A  long\nheading", group=2, kind=Kind.HEADING, level=2),
        Piece(text="Under", group=3),
        Piece(text="Bare", group=4, kind=Kind.HEADING, level=3),
    ]

    outline = lay_out(pieces)

    assert [(s.heading, s.level, outline.text[s.start : s.end]) for s in outline.sections] == [
        ("", 0, "Before\n\n"),
        ("A long heading", 2, "A  long\nheading\n\nUnder\n\n"),
        ("Bare", 3, "Bare"),
    ]


def test_empty_pieces_leave_no_trace() -> None:
    outline = lay_out([Piece(text=" ", group=1), Piece(text="", group=2, kind=Kind.HEADING, level=1), Piece(text="x", group=3)])

    assert outline.text == "x"
    assert outline.sections == (Section(heading="", level=0, start=0, end=1),)


def test_nothing_has_no_sections() -> None:
    assert lay_out([]).sections == ()


@settings(deadline=None)  # the first example loads dictionaries and fonts
@given(PIECES)
def test_sections_tile_any_text(pieces: list[Piece]) -> None:
    outline = lay_out(pieces)

    assert outline.text == canonical(outline.text)
    assert "".join(outline.text[s.start : s.end] for s in outline.sections) == outline.text
    assert [s.start for s in outline.sections[1:]] == [s.end for s in outline.sections[:-1]]
    for section in outline.sections:
        assert outline.text[section.start :].split()[: len(section.heading.split())] == section.heading.split()


def test_front_matter_keeps_its_mark() -> None:
    sections = tile([Heading(start=0, text="", level=0, front=True), Heading(start=4, text="A", level=1)], length=9)

    assert [(s.start, s.end, s.front) for s in sections] == [(0, 4, True), (4, 9, False)]


def test_pages_without_words_have_no_span() -> None:
    pages = tile_pages({0: 0, 2: 10}, labels=["i", "ii", "1"], length=15)

    assert [(page.label, page.start, page.end) for page in pages] == [("i", 0, 10), ("1", 10, 15)]
