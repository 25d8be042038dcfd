"""Ids are readable, derived and reversible."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.ids import SLUG_LENGTH, document_id, imported_publication_id, parse_passage_id, passage_id, slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("School improvement guidance", "school-improvement-guidance"),
        ("Canllawiau: Tŷ’r Ysgol!", "canllawiau-ty-r-ysgol"),
        ("  £5m  &  more ", "5m-more"),
        ("学校", ""),
    ],
)
def test_a_title_becomes_words_and_hyphens(title: str, expected: str) -> None:
    assert slug(title) == expected


@given(st.text(min_size=1))
def test_a_slug_is_always_short_and_plain(title: str) -> None:
    made = slug(title)

    assert len(made) <= SLUG_LENGTH
    assert all(letter.isascii() and (letter.isalnum() or letter == "-") for letter in made)


@given(start=st.integers(0, 10**7), length=st.integers(1, 10**5), text=st.text())
def test_a_passage_id_says_its_place(start: int, length: int, text: str) -> None:
    document = document_id(publication_id="guidance-si-2022", language="en", text=text)

    made = passage_id(document_id=document, start=start, end=start + length)

    assert parse_passage_id(made) == (document, start, start + length)


@pytest.mark.parametrize(
    "value", ["", "x", "guidance.en.12345678", "guidance.en.12345678:5", "a.en.zzzzzzzz:1-2", "../etc:1-2"]
)
def test_what_is_no_passage_id_is_told_apart(value: str) -> None:
    assert parse_passage_id(value) is None


def test_another_text_is_another_document() -> None:
    one, other = (document_id(publication_id="p", language="en", text=text) for text in ("a", "b"))

    assert one != other


def test_two_publications_of_one_title_are_told_apart_by_their_address() -> None:
    day = date(2024, 1, 2)

    one, other = (imported_publication_id(title="Letter", published=day, address=key) for key in ("x", "y"))

    assert one != other
    assert one.startswith("letter-2024-01-02-")


def test_a_title_without_plain_letters_still_gets_an_id() -> None:
    assert imported_publication_id(title="学校", published=None, address="x").startswith("untitled-")
