"""Pages of a document: they join to the text, end where a reader would stop, and name few headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.mcp_server.reading import MOST_SECTIONS, fewest_sections, page_end
from search_api.shapes import SectionShape

TEXT = "One two. Three four.\nFive six.\n\nSeven eight nine ten. Eleven twelve."


@given(st.text(alphabet="ab .\n\u0302ŵ", max_size=400), st.integers(1, 60))
def test_pages_join_to_the_text_and_none_is_empty_or_too_long(text: str, most: int) -> None:
    pages, start = [], 0
    while start < len(text):
        end = page_end(text, start, most)
        assert start < end <= start + most
        pages.append(text[start:end])
        start = end

    assert "".join(pages) == text


@pytest.mark.parametrize(
    ("most", "last"),
    [
        (100, "Eleven twelve."),
        (50, "Five six.\n\n"),
        (30, "Three four.\n"),
        (18, "One two. Three "),
        (16, "One two. "),
        (6, "One "),
        (2, "On"),
    ],
    ids=["the end", "a paragraph", "a line", "a word, as the sentence ends too soon", "a sentence", "a word", "within a word"],
)
def test_a_page_ends_behind_the_best_break_in_its_second_half(most: int, last: str) -> None:
    assert TEXT[: page_end(TEXT, 0, most)].endswith(last)


def sections(*levels: int) -> list[SectionShape]:
    return [SectionShape(heading=str(n), level=level, start=n, end=n + 1) for n, level in enumerate(levels)]


@pytest.mark.parametrize(
    ("levels", "kept"),
    [
        ([], 0),
        ([1, 2, 3], 3),
        ([1] * 5 + [2] * 200, 5),
        ([1] * 5 + [2] * 50 + [3] * 90, 55),
        ([2] * 300, MOST_SECTIONS),
    ],
)
def test_the_deepest_headings_are_left_out_where_there_are_very_many(levels: list[int], kept: int) -> None:
    found = fewest_sections(sections(*levels))

    assert len(found) == kept
    assert [one.start for one in found] == sorted(one.start for one in found)
