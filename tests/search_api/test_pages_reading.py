"""Documents as blocks: every shown character is the document's own, and exactly the asked-for words are marked."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Page, Section, make_document
from corpus.passage import Span
from corpus.provenance import Held, Provenance
from search_api.reading import BlockKind, Reading, read

PROVENANCE = Provenance(
    origin="test", media_type="text/plain", sha256="0" * 64, retrieved_at=datetime(2026, 5, 7, tzinfo=UTC), parser="test/1"
)
TEXT = """Skip to content

Duties of schools

Schools must do three things:

• keep a plan;
• share it;
  with every parent
3. Review it each year.

A last word.
"""


def make(text: str, *sections: Section, pages: tuple[Page, ...] = ()) -> Document:
    return make_document(
        publication_id="p",
        language="en",
        held=Held.FULL,
        text=text,
        sections=sections,
        pages=pages,
        provenance=PROVENANCE,
    )


@pytest.fixture
def duties() -> Document:
    start = TEXT.index("Duties")
    return make(
        TEXT,
        Section(heading="", level=0, start=0, end=start, front=True),
        Section(heading="Duties of schools", level=3, start=start, end=len(TEXT)),
    )


def marked(reading: Reading) -> list[str]:
    return [piece.text for block in reading.blocks for piece in block.pieces if piece.marked]


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_headings_paragraphs_and_items_are_told_apart(duties: Document) -> None:
    assert [(block.kind, block.text) for block in read(duties).blocks] == [
        (BlockKind.HEADING, "Duties of schools"),
        (BlockKind.PARAGRAPH, "Schools must do three things:"),
        (BlockKind.ITEM, "keep a plan;"),
        (BlockKind.ITEM, "share it;\n  with every parent"),
        (BlockKind.ITEM, "3. Review it each year."),
        (BlockKind.PARAGRAPH, "A last word."),
    ]


def test_the_first_level_of_headings_follows_the_title(duties: Document) -> None:
    assert [block.level for block in read(duties).outline] == [2]


def test_a_quotation_within_one_block_is_marked_exactly(duties: Document) -> None:
    reading = read(duties, span_of(TEXT, "must do three"))
    assert marked(reading) == ["must do three"]
    assert [block.text for block in reading.blocks if block.opens_quote] == ["Schools must do three things:"]


def test_a_quotation_across_blocks_is_marked_in_each_and_opens_once(duties: Document) -> None:
    reading = read(duties, span_of(TEXT, "three things:\n\n• keep a plan;\n• share"))
    assert marked(reading) == ["three things:", "keep a plan;", "share"]
    assert [block.opens_quote for block in reading.blocks].count(True) == 1


@pytest.mark.parametrize("span", [Span(-1, 4), Span(4, 4), Span(9, 4), Span(0, 10_000), Span(0, 5)])
def test_a_span_that_does_not_lie_in_the_shown_text_marks_nothing(duties: Document, span: Span) -> None:
    reading = read(duties, span)
    assert marked(reading) == []
    assert not reading.quote_shown


def test_a_heading_the_text_does_not_spell_out_is_shown_all_the_same() -> None:
    text = "Words under it.\n"
    reading = read(make(text, Section(heading="Its name", level=2, start=0, end=len(text))), Span(0, 5))
    assert [block.text for block in reading.blocks] == ["Its name", "Words under it."]
    assert marked(reading) == ["Words"]


def test_hard_wrapped_lines_part_where_a_sentence_ends_early() -> None:
    text = "The first paragraph is wrapped at this\nwidth and ends here.\nThe second begins on its own line\nand goes on.\n"
    assert [block.text for block in read(make(text)).blocks] == [
        "The first paragraph is wrapped at this\nwidth and ends here.",
        "The second begins on its own line\nand goes on.",
    ]


def test_pages_are_named_where_they_begin() -> None:
    text = "One.\n\nTwo.\n\nThree.\n"
    pages = (Page(label="i", start=0, end=6), Page(label="ii", start=6, end=len(text)))
    assert [block.page for block in read(make(text, pages=pages)).blocks] == ["i", "ii", None]


@given(
    text=st.text(alphabet="ab é•\n-1.)", max_size=120),
    cuts=st.lists(st.integers(0, 120), max_size=3),
    start=st.integers(0, 120),
    length=st.integers(1, 120),
)
def test_what_is_marked_is_what_is_asked_for_and_shown(text: str, cuts: list[int], start: int, length: int) -> None:
    edges = sorted({0, *(cut for cut in cuts if cut < len(text)), len(text)})
    sections = [
        Section(heading="ab" if place % 2 else "", level=place, start=first, end=last)
        for place, (first, last) in enumerate(pairwise(edges))
    ]
    document = make(text, *sections)
    span = Span(start, start + length)
    reading = read(document, span)
    shown: set[int] = set()
    for block in reading.blocks:
        own = range(block.span.start, block.span.end)
        assert not shown.intersection(own)
        shown.update(own)
        if own:
            assert block.text == text[block.span.start : block.span.end]
    asked = set(range(*span)) if span.end <= len(text) else set()
    assert "".join(marked(reading)) == "".join(text[place] for place in sorted(asked & shown))
    left_out = {text[place] for place in range(len(text)) if place not in shown and not text[place].isspace()}
    assert left_out <= set("•-")
