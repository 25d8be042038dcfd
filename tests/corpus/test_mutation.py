"""A Welsh word is known by every way it may begin, and a body is found by them."""

import pytest

from corpus.bodies import bodies_named
from corpus.mutation import any_of, beginnings


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("corff", {"corff", "gorff", "nghorff", "chorff"}),
        ("llywodraethwyr", {"llywodraethwyr", "lywodraethwyr"}),
        ("rheolau", {"rheolau", "reolau"}),
        ("gofyniad", {"gofyniad", "ofyniad", "ngofyniad"}),
        ("dyletswydd", {"dyletswydd", "ddyletswydd", "nyletswydd"}),
        ("ysgol", {"ysgol"}),
        ("", {""}),
    ],
)
def test_how_a_word_may_begin(word: str, forms: set[str]) -> None:
    assert set(beginnings(word)) == forms


def test_the_longest_way_a_word_may_begin_is_tried_first() -> None:
    assert any_of("cyllid nod") == "nghyllid|chyllid|cyllid|gyllid|nod"


def test_a_mutated_body_is_found_in_welsh_only() -> None:
    assert [one.body for one in bodies_named("i gyrff llywodraethu a phenaethiaid", "cy")] == ["governing-body", "headteacher"]
    assert bodies_named("gyrff llywodraethu", "en") == ()


def test_a_school_of_one_kind_is_a_school() -> None:
    assert [one.body for one in bodies_named("a maintained primary", "en")] == ["school"]
    assert [one.body for one in bodies_named("mewn ysgol arbennig", "cy")] == ["school"]
