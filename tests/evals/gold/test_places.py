"""Places share characters within one document, and half of the shorter one is a hit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.gold.places import Place, hits, shared


@pytest.mark.parametrize(
    ("first", "second", "characters"),
    [
        (("d", 0, 10), ("d", 5, 15), 5),
        (("d", 0, 10), ("d", 10, 15), 0),
        (("d", 0, 10), ("e", 0, 10), 0),
        (("d", 2, 4), ("d", 0, 10), 2),
    ],
)
def test_shared_characters(first: Place, second: Place, characters: int) -> None:
    assert shared(first, second) == shared(second, first) == characters


@pytest.mark.parametrize(("start", "end", "hit"), [(0, 10, True), (5, 15, True), (6, 16, False), (0, 100, True), (4, 6, True)])
def test_half_of_the_shorter_span_is_a_hit(start: int, end: int, hit: bool) -> None:
    assert hits(("d", start, end), (("d", 0, 10),)) is hit


def test_any_place_of_a_group_is_enough_and_an_empty_group_is_never_hit() -> None:
    assert hits(("d", 0, 4), (("e", 0, 4), ("d", 0, 4)))
    assert not hits(("d", 0, 4), ())


@given(st.tuples(st.integers(0, 50), st.integers(1, 50)), st.tuples(st.integers(0, 50), st.integers(1, 50)))
def test_a_hit_is_the_same_both_ways(one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = ("d", one[0], sum(one)), ("d", other[0], sum(other))
    assert hits(first, (second,)) == hits(second, (first,))
