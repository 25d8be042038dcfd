"""A document is cut into sentences, items and headings without losing a character's place."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Section, canonical
from corpus.units import BULLET, UnitKind, units

Text = Callable[..., Document]


def read(document: Document) -> list[str]:
    return [" ".join(document.text[unit.span.start : unit.span.end].split()) for unit in units(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Schools, e.g. small ones, may. Others too.", ["Schools, e.g. small ones, may.", "Others too."]),
        ("See para. 4 of No. 12.", ["See para. 4 of No. 12."]),
        ("Professor R. Jones wrote. Dr. Huws replied.", ["Professor R. Jones wrote.", "Dr. Huws replied."]),
        ("It costs £1.5 million. “Good.” They said so.", ["It costs £1.5 million.", "“Good.”", "They said so."]),
        ("a hard\nwrapped line.\nNext one", ["a hard wrapped line.", "Next one"]),
        ("First paragraph\n\nSecond one", ["First paragraph", "Second one"]),
        ("Is it law? Yes! It is.", ["Is it law?", "Yes!", "It is."]),
        ("• one\n• two\n  over two lines", ["one", "two over two lines"]),
        ("1. first\n2. second", ["first", "second"]),
        ("(a) first\n(b) second", ["first", "second"]),
        ("MS, Minister for\nOtters: It is a year.", ["MS, Minister for Otters: It is a year."]),
        ("", []),
        ("\n\n \n", []),
    ],
)
def test_sentences_and_items(document: Text, text: str, expected: list[str]) -> None:
    assert read(document(text)) == expected


def test_items_know_the_words_that_introduce_them(document: Text) -> None:
    text = document("We will:\n\n• publish a plan;\n• appoint a chair.\n\nThat is all.")

    found = units(text)

    assert [unit.kind for unit in found] == [UnitKind.SENTENCE, UnitKind.ITEM, UnitKind.ITEM, UnitKind.SENTENCE]
    headers = [text.text[unit.header.start : unit.header.end] if unit.header else None for unit in found]
    assert headers == [None, "We will:", "We will:", None]


def test_a_list_without_an_introduction_has_no_header(document: Text) -> None:
    assert all(unit.header is None for unit in units(document("Some words.\n\n• one\n• two")))


def test_front_matter_has_no_units(document: Text) -> None:
    words = "Skip to main content\n\nThe text."
    sections = (
        Section(heading="", level=0, start=0, end=22, front=True),
        Section(heading="", level=0, start=22, end=len(words)),
    )

    assert read(document(words, sections=sections)) == ["The text."]


def test_a_heading_is_told_from_the_text_under_it(document: Text) -> None:
    words = "Duties\nSchools must publish."

    found = units(document(words, sections=(Section(heading="Duties", level=2, start=0, end=len(words)),)))

    assert [unit.kind for unit in found] == [UnitKind.HEADING, UnitKind.SENTENCE]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_every_letter_of_any_text_lies_in_exactly_one_unit(document: Text, text: str) -> None:
    """All but a list's own marks, as in `a)` or `iv.`: a letter before any other of its line."""
    words = canonical(text)
    made = document(words, sections=(Section(heading="", level=0, start=0, end=len(words)),))

    covered = [place for unit in units(made) for place in range(*unit.span)]

    assert len(covered) == len(set(covered))
    marks = {place for line in lines(words) for place in line if BULLET.match(words[line.start : line.stop])}
    letters = {place for place, letter in enumerate(words) if letter.isalpha()}
    assert letters - set(covered) <= marks


def lines(words: str) -> list[range]:
    """The places of each line's first characters, where a list's mark may stand."""
    found, start = [], 0
    for line in words.splitlines(keepends=True):
        found.append(range(start, start + len(line)))
        start += len(line)
    return found
