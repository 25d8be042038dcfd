"""The words of a Welsh text are found in the list, as they stand, mutated, and in their plurals and verb forms."""

import tomllib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lexicon import FIELD, KINDS, LIST, entries, key_of, words_in
from index.words import fold, terms


def english_of(text: str) -> list[str]:
    return [word.entry.english[0] for word in words_in(text) if word.entry is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ysgol", ["school"]),
        ("hysgolion", ["schools"]),
        ("lywodraethwyr", ["governors"]),
        ("ngrant", ["grant"]),
        ("phrydau", ["meals"]),
        ("seiliau", ["foundations"]),
        ("dy rieni di", ["parents"]),
        ("eu dyletswyddau", ["duties"]),
        ("yng Nghaerdydd", ["Cardiff"]),
        ("ym mis Mehefin", ["month", "June"]),
        ("y gyllideb", ["budget"]),
        ("dwr", ["water"]),
        ("dŵr", ["water"]),
        ("dy dŷ", ["house"]),
        ("cyhoeddir", ["is published"]),
        ("gyhoeddwyd", ["was published"]),
        ("penodwyd", ["was appointed"]),
        ("dylid", ["should"]),
        ("gorau", ["best"]),
        ("mil", ["thousand"]),
        ("faint o arian", ["how much money"]),
        ("prydau ysgol am ddim", ["free school meals"]),
        ("PRYDAU YSGOL AM DDIM", ["free school meals"]),
        ("gyrff llywodraethu", ["governing bodies"]),
        ("cadeirydd y llywodraethwyr", ["chair of governors"]),
        ("diwygio’r cwricwlwm", ["curriculum reform"]),
        ("ADY", ["ALN"]),
        ("ady", ["ALN"]),
    ],
)
def test_a_word_is_found(text: str, found: list[str]) -> None:
    assert english_of(text) == found


@pytest.mark.parametrize("text", ["yn", "ar y", "a’r", "mae’n", "roedden nhw", "2025", "Rhydderwen", "TGCh"])
def test_small_names_and_numbers_are_in_no_entry(text: str) -> None:
    assert english_of(text) == []


def test_what_is_empty_is_told_from_what_is_not_known() -> None:
    told = [(word.text, word.empty, word.entry is None) for word in words_in("i Rhydderwen yn 2025")]
    assert told == [("i", True, True), ("Rhydderwen", False, True), ("yn", True, True), ("2025", False, True)]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("corff newydd", True),
        ("cadeirydd y bwrdd", True),
        ("cyllideb, newydd", False),
    ],
)
def test_words_are_joined_unless_something_stands_between(text: str, joined: bool) -> None:
    assert words_in(text)[1].joined is joined


def test_every_entry_is_found_by_its_own_form() -> None:
    lost = [entry.welsh for entry in entries() if [word.entry for word in words_in(entry.welsh)] != [entry]]
    assert not lost


def test_what_is_searched_with_has_terms_in_both_languages() -> None:
    # The index leaves these out of a Welsh text, being also small words; here they are found by their form.
    small = {"am ddim", "bai", "caffael", "dwy", "pryd am ddim", "prydau", "prydau am ddim"}
    searched = [entry for entry in entries() if entry.searched]
    assert {entry.welsh for entry in searched if not terms(entry.welsh, "cy")} <= small
    assert all(any(terms(word, "en") for word in entry.english) for entry in searched)


def test_no_entry_stands_twice() -> None:
    listed = tomllib.loads(LIST.read_text(encoding="utf-8"))
    lines = [line for kind in KINDS for line in listed[kind].splitlines() if line and not line.startswith("#")]
    again = {key: count for key, count in Counter(key_of(line.split(" = ")[0]) for line in lines).items() if count > 1}
    assert not again
    field = {key_of(welsh) for welsh in tomllib.loads(FIELD.read_text(encoding="utf-8"))["field"]}
    assert len(entries()) == len({key_of(line.split(" = ")[0]) for line in lines} | field) >= 4_000


def test_an_entry_has_few_words_of_english_and_says_none_twice() -> None:
    lines = [line.split(" = ") for kind in KINDS for line in tomllib.loads(LIST.read_text(encoding="utf-8"))[kind].splitlines()]
    english = [line[1].split(" | ") for line in lines if len(line) == 2]
    assert all(0 < len(words) <= 3 and len(set(words)) == len(words) for words in english)


def test_a_block_is_in_order() -> None:
    for kind in KINDS:
        for block in tomllib.loads(LIST.read_text(encoding="utf-8"))[kind].split("# ")[1:]:
            welsh = [fold(line.split(" = ")[0].casefold()) for line in block.splitlines()[1:]]
            assert welsh
            assert welsh == sorted(welsh)


def test_the_list_is_read_once() -> None:
    assert entries() is entries()


@given(st.text())
def test_any_text_is_read_in_order(text: str) -> None:
    assert all(word.text for word in words_in(text))
