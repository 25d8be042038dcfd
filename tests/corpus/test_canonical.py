"""A canonical text keeps every character of any real text, and no letter under more marks than any language writes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import MOST_MARKS, canonical

MARKS = ["\u0301", "\u0307", "\u0323", "\u0344", "\u05b0", "\u0f73", "\u302a"]  # some are made of two, some stand first
WORDS = st.text(st.characters(exclude_categories=["Cs", "Mn", "Me"], exclude_characters="\r\x00\ufeff"), min_size=1, max_size=4)
ACCENTED = st.tuples(WORDS, st.lists(st.sampled_from(MARKS), max_size=MOST_MARKS // 2)).map(
    lambda parts: parts[0] + "".join(parts[1])
)
HOSTILE = st.lists(st.one_of(WORDS, st.builds(str.__mul__, st.sampled_from(MARKS), st.integers(1, 90)))).map("".join)


def longest_run(text: str) -> int:
    longest = run = 0
    for letter in unicodedata.normalize("NFD", text):
        run = run + 1 if unicodedata.combining(letter) else 0
        longest = max(longest, run)
    return longest


@given(st.lists(ACCENTED).map("".join))
def test_real_text_is_only_composed(text: str) -> None:
    assert canonical(text) == unicodedata.normalize("NFC", text)


@given(HOSTILE)
def test_no_letter_keeps_more_marks_than_can_be_put_in_order(text: str) -> None:
    kept = canonical(text)

    assert longest_run(kept) <= MOST_MARKS * 2  # each of those left may be made of two
    assert canonical(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ufeffa\x00b", "ab"),
        ("w\u0302", "\u0175"),
        ("x" + "\u0323" * 30, "x" + "\u0323" * 30),
        ("x" + "\u0323" * 31 + "y", "x" + "\u0323" * 30 + "y"),
        ("q" + "\u0323\u0307" * 500_000 + "y", "q" + "\u0323" * 15 + "\u0307" * 15 + "y"),  # hours, if all were put in order
        ("\u0f40" + "\u0f73" * 500_000, "\u0f40" + "\u0f71" * 30),
    ],
)
def test_canonical(text: str, expected: str) -> None:
    assert canonical(text) == expected
