"""A publication in parts as one text: nothing lost, nothing moved away from its words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Page, Section, canonical
from corpus.finding import Finding, FindingKind
from corpus.flag import Flag, FlagReason
from corpus.link import Link, LinkKind
from ingest.assemble import PAGE_LEVEL, assemble, whole_of
from ingest.html import parse_html
from ingest.outline import Kind, Outline, Piece, lay_out
from ingest.parsed import Parsed

HWB = Path(__file__).parents[1] / "publishers" / "pages" / "hwb"
WHOLE = "https://hwb.gov.wales/sums/introduction/"
WORDS = st.text(alphabet="abcdŵŷ £.\u0301", min_size=1, max_size=12).filter(str.strip)


def part(outline: Outline, **facts: object) -> Parsed:
    made = Parsed(text=outline.text, sections=outline.sections, parser="test/1", media_type="text/html", language="en")
    return replace(made, **facts)  # type: ignore[arg-type]


def text_of(*lines: str, title: str | None = None, **facts: object) -> Parsed:
    """A part of paragraphs; `## words` is a heading of level 2."""
    pieces = []
    for index, line in enumerate(lines):
        words = line.lstrip("#").strip()
        level = len(line) - len(line.lstrip("#"))
        pieces.append(Piece(text=words, group=2 * index, kind=Kind.HEADING if level else Kind.PARAGRAPH, level=level))
    return part(lay_out(pieces), title=title, **facts)


@st.composite
def parts(draw: st.DrawFn) -> list[Parsed]:
    """One to five parts, each with words of its own, headings of any level, findings and flags anywhere, perhaps a title."""
    made = []
    for index in range(draw(st.integers(1, 5))):
        pieces = [Piece(text=f"part {index} begins", group=0)] if draw(st.booleans()) else []
        for line in range(draw(st.integers(1, 6))):
            words = f"<{index}.{line}> {draw(WORDS)}"
            level = draw(st.integers(0, 6))
            kind = Kind.HEADING if level else Kind.PARAGRAPH
            pieces.append(Piece(text=words, group=1 + draw(st.integers(0, 2)), kind=kind, level=level))
        outline = lay_out(pieces)
        spans = draw(st.lists(st.tuples(*[st.integers(0, len(outline.text))] * 2).map(sorted), max_size=4))
        findings = [
            Finding(kind=FindingKind.NUMBER, quote=outline.text[a:b], start=a, end=b, confidence=1, rule="test")
            for a, b in spans
        ]
        findings.append(Finding(kind=FindingKind.DRAFT, quote="DRAFT", confidence=1, rule="on-page"))
        flags = tuple(Flag(reason=FlagReason.INSTRUCTION, detail=outline.text[a:b], start=a, end=b) for a, b in spans)
        title = draw(st.none() | st.just(f"Title {index}"))
        made.append(part(outline, title=title, findings=tuple(findings), flags=flags))
    return made


@given(parts())
def test_every_span_still_quotes_its_words(made: list[Parsed]) -> None:
    whole = assemble(made)

    placed = [found for found in whole.findings if found.start is not None]
    assert all(whole.text[found.start : found.end] == found.quote for found in placed)
    assert all(whole.text[flag.start : flag.end] == flag.detail for flag in whole.flags)
    assert len(whole.flags) == sum(len(one.flags) for one in made)
    assert {found.quote for found in whole.findings} == {found.quote for one in made for found in one.findings}


@given(parts())
def test_sections_tile_the_text_and_every_part_stands_in_it_once_in_order(made: list[Parsed]) -> None:
    whole = assemble(made)

    assert "".join(whole.text[one.start : one.end] for one in whole.sections) == whole.text
    assert whole.text == canonical(whole.text)
    assert [whole.text.count(one.text) for one in made] == [1] * len(made)
    assert sorted(whole.text.index(one.text) for one in made) == [whole.text.index(one.text) for one in made]


@given(parts())
def test_every_heading_stays_and_parts_are_sections_above_their_own(made: list[Parsed]) -> None:
    whole = assemble(made)

    headings = [section.heading for section in whole.sections if section.heading]
    expected = [section.heading for one in made for section in one.sections if section.heading]
    assert [heading for heading in headings if not heading.startswith("Title")] == expected
    assert all(PAGE_LEVEL <= section.level <= 6 for section in whole.sections if section.heading)
    for one in made:
        if one.title:
            assert headings.count(one.title) == (0 if one.sections[0].level == PAGE_LEVEL else 1)


def test_the_outline_reads_as_one_text() -> None:
    whole = assemble(
        [
            text_of("Hello.", "## Aims", "### First", "a", title="Sums"),
            text_of("# 2. Adding", "Add.", "### Deep", "b", title="Sums"),
            text_of("## Start", "c", "## End", "d", title="3. Taking away"),
        ]
    )

    assert [(section.level, section.heading) for section in whole.sections] == [
        *((1, "Sums"), (2, "Aims"), (3, "First")),
        *((1, "2. Adding"), (2, "Deep")),
        *((1, "3. Taking away"), (2, "Start"), (2, "End")),
    ]
    assert whole.text.startswith("Sums\n\nHello.\n\nAims")
    assert whole.text.endswith("3. Taking away\n\nStart\n\nc\n\nEnd\n\nd")


def test_facts_are_the_first_parts_and_the_update_is_the_latest() -> None:
    file = Link(kind=LinkKind.FILE, url="https://a.example/a.pdf", title="A")
    twin = Link(kind=LinkKind.TWIN, url="https://a.example/cy")
    whole = assemble(
        [
            text_of("a", title="Sums", url=WHOLE, published=date(2020, 1, 1), updated=date(2021, 1, 1), links=(file, twin)),
            text_of("b", title="More", url="https://b.example/", published=date(2022, 1, 1), updated=date(2023, 1, 1)),
            text_of("c", url="https://c.example/", links=(file, Link(kind=LinkKind.TWIN, url="https://a.example/cy/3"))),
        ]
    )

    assert (whole.title, whole.url, whole.published, whole.updated) == ("Sums", WHOLE, date(2020, 1, 1), date(2023, 1, 1))
    assert whole.links == (file, twin)


def test_printed_pages_move_with_their_words() -> None:
    first = text_of("a", title="One")
    second = replace(text_of("bcd"), pages=(Page(label="7", start=1, end=3),))

    whole = assemble([first, second])

    assert [whole.text[page.start : page.end] for page in whole.pages] == ["cd"]


def test_front_matter_stays_apart_from_the_text() -> None:
    sections = (Section(heading="", level=0, start=0, end=4, front=True), Section(heading="", level=0, start=4, end=6))
    front = replace(text_of("Skip"), text="Skipab", sections=sections, title="Sums")

    whole = assemble([front])

    assert [(whole.text[one.start : one.end], one.front) for one in whole.sections] == [
        *(("Sums\n\n", False), ("Skip", True), ("ab", False)),
    ]


def test_an_empty_part_leaves_no_trace() -> None:
    assert assemble([text_of("a", title="A"), text_of(title="B"), text_of("c", title="C")]).text == "A\n\na\n\nC\n\nc"


def test_no_parts_are_refused() -> None:
    with pytest.raises(ValueError, match="at least the first page"):
        assemble([])


def test_the_whole_of_a_part_is_at_its_first_address() -> None:
    assert whole_of(text_of("a", parts=(WHOLE, "https://hwb.gov.wales/sums/2/"))) == WHOLE
    assert whole_of(text_of("a")) is None


@pytest.mark.parametrize(("language", "count"), [("en", 5), ("cy", 2)])
def test_the_pages_of_a_guide_make_one_guide(language: str, count: int) -> None:
    pages = [HWB / f"garden-{number}-{language}.html" for number in range(1, count + 1)]
    read = [parse_html(page.read_bytes(), name=page.name) for page in pages]

    whole = assemble(read)

    assert {whole_of(one) for one in read} == {read[0].url}
    assert [section.heading for section in whole.sections if section.level == 1] == [one.sections[0].heading for one in read]
    assert whole.text == "\n\n".join(one.text for one in read)
    assert whole.title == read[0].title
    assert [found.kind for found in whole.findings] == [FindingKind.NON_STATUTORY]
    assert whole.text[whole.findings[0].start : whole.findings[0].end] == whole.findings[0].quote
