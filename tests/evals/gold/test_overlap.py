"""The share of a question's telling words that stand in what answers it, and its terciles."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.gold.overlap import TERCILES, content_lemmas, lexical_overlap, terciles
from evals.gold.questions import GoldQuestion

Make = Callable[..., GoldQuestion]
LEMMAS = [
    ("When do the schools’ bells ring?", "en", ("school", "bell", "ring")),
    ("Were 25 plans published in 2024?", "en", ("25", "plan", "publish", "2024")),
    ("What did they say about it?", "en", ()),
    ("Pryd mae'r ysgolion yn cyhoeddi canllawiau?", "cy", ("ysgol", "cyhoeddi", "canllaw")),
    ("", "en", ()),
]
SHARES = [
    ("When do the bells ring?", "en", ["The bell rings at nine."], 1.0),
    ("When do the bells ring?", "en", ["Bells are for lunch."], 0.5),
    ("When do the bells ring?", "en", ["Bells.", "They rang."], 1.0),
    ("When do the bells ring?", "en", ["Lunch is at noon."], 0.0),
    ("When do the bells ring?", "en", [], None),
    ("What did they say about it?", "en", ["They said nothing about it."], None),
    ("Pryd mae'r ysgolion yn cyhoeddi canllawiau?", "cy", ["Caiff ganllawiau eu cyhoeddi gan yr ysgol."], 1.0),
    ("Pryd mae'r ysgolion yn cyhoeddi canllawiau?", "cy", ["Schools publish guidance."], 0.0),
]


@pytest.mark.parametrize(("text", "language", "lemmas"), LEMMAS)
def test_telling_words_are_read_in_their_dictionary_form(text: str, language: str, lemmas: tuple[str, ...]) -> None:
    assert content_lemmas(text, language) == lemmas


@pytest.mark.parametrize(("text", "language", "quotes", "share"), SHARES)
def test_the_share_of_a_question_that_stands_in_its_gold_words(
    text: str, language: str, quotes: list[str], share: float | None, make_question: Make
) -> None:
    question = replace(make_question("q", text), language=language)
    assert lexical_overlap(question, quotes) == share


TABLES: list[tuple[dict[str, float], dict[str, str]]] = [
    ({}, {}),
    ({"a": 0.2}, {"a": "middle"}),
    ({"c": 3, "a": 1, "b": 2}, {"a": "low", "b": "middle", "c": "high"}),
    ({"a": 0, "b": 0, "c": 0}, {"a": "middle", "b": "middle", "c": "middle"}),
    (
        {"a": 0, "b": 0, "c": 0, "d": 5, "e": 6, "f": 7},
        {"a": "low", "b": "low", "c": "low", "d": "middle", "e": "high", "f": "high"},
    ),
]


@pytest.mark.parametrize(("values", "told"), TABLES)
def test_terciles(values: dict[str, float], told: dict[str, str]) -> None:
    assert terciles(values) == told


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 5), max_size=30))
def test_equal_values_go_together_and_larger_ones_no_lower(numbers: dict[str, int]) -> None:
    values = {name: float(number) for name, number in numbers.items()}
    told = terciles(values)
    assert told.keys() == values.keys()
    assert told == {name: terciles(dict(reversed(values.items())))[name] for name in values}
    order = sorted(values, key=lambda name: values[name])
    places = [TERCILES.index(told[name]) for name in order]
    assert places == sorted(places)
    by_value = Counter((value, told[name]) for name, value in values.items())
    assert len(by_value) == len(set(values.values()))
