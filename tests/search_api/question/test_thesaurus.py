"""Other words are found for what a text says, in its language and the other one."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lexicon import FIELD
from index.words import terms
from search_api.question.thesaurus import LIST, MOST, across, other_words


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Are kids sent home?", "en", {"children", "pupils", "learners", "excluded", "exclusion"}),
        ("Is it legally required?", "en", {"compulsory", "statutory", "binding"}),
        ("What do councils get?", "en", {"local authorities"}),
        ("Who trains heads?", "en", {"headteacher", "headship"}),
        ("ALN reform", "en", {"additional learning needs"}),
        ("additional learning needs", "en", {"ALN"}),
        ("Faint o arian?", "cy", {"cyllid", "cyllideb"}),
        ("Anghenion dysgu ychwanegol", "cy", {"ADY"}),
    ],
)
def test_other_words_of_the_language(text: str, language: str, found: set[str]) -> None:
    assert found <= set(other_words(text, language))


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Oes dyletswydd ar lywodraethwyr?", "cy", {"duty", "governors"}),
        ("Pryd y cyhoeddir y ganllaw?", "cy", {"guidance"}),
        ("gwella ysgolion", "cy", {"school improvement"}),
        ("y CPCP", "cy", {"NPQH"}),
        ("ADY", "cy", {"ALN"}),
        ("Pryd gaiff y gwersi nofio eu torri?", "cy", {"swimming lessons", "cut"}),
        ("school improvement", "en", {"gwella ysgolion"}),
        ("free school meals", "en", {"prydau ysgol am ddim"}),
        ("NPQH", "en", {"CPCP"}),
    ],
)
def test_words_of_the_other_language(text: str, language: str, found: set[str]) -> None:
    assert found <= set(across(text, language))


def test_a_longer_term_hides_those_inside_it() -> None:
    assert "school" not in across("gwella ysgolion", "cy")


def test_words_that_give_a_question_its_sense_are_not_searched_with() -> None:
    assert across("Pryd a faint?", "cy") == across("Pwy gaiff?", "cy") == ()


def test_words_the_text_says_itself_are_left_out() -> None:
    assert "pupils" not in other_words("kids or pupils", "en")
    assert other_words("weather", "en") == across("weather", "en") == ()


def test_the_field_is_well_covered_and_every_entry_can_be_found() -> None:
    field = tomllib.loads(FIELD.read_text(encoding="utf-8"))["field"]
    pairs = [(welsh, english) for welsh, words in field.items() for english in words]
    assert len(pairs) >= 150
    assert all(english in across(welsh, "cy") for welsh, english in pairs)


def test_every_group_of_other_words_can_be_found() -> None:
    table = tomllib.loads(LIST.read_text(encoding="utf-8"))
    assert all(
        len({word.casefold() for word in group}) == len(group) > 1 for groups in table["same"].values() for group in groups
    )
    assert all(terms(word, language) for language, groups in table["same"].items() for group in groups for word in group)


@given(st.text(), st.sampled_from(["en", "cy"]))
def test_any_text_is_looked_up(text: str, language: str) -> None:
    assert len(other_words(text, language)) <= MOST
    assert len(across(text, language)) <= MOST
