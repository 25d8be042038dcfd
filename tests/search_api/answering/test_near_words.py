"""How much of a question stands in some words, where one near in meaning counts in part."""

import pytest

from index.words import terms
from search_api.answering.meanings import Meanings
from search_api.answering.near_words import MOST, NearWords, plain_words
from search_api.question.question import Question
from tests.search_api.making import question


def near(asked: Question, texts: list[str], meanings: Meanings, language: str = "en", **told: float) -> NearWords:
    """Every term of the question telling 1, unless said."""
    every = dict.fromkeys(terms(asked.text, asked.language), 1.0) | told
    return NearWords(asked, every, [(text, language) for text in texts], meanings=meanings)


def test_the_same_word_counts_whole_and_a_near_one_in_part(meanings: Meanings) -> None:
    texts = ["A purchase.", "Purchases", "A lantern.", "Buying."]
    asked = near(question("purchase"), texts, meanings)

    assert asked.shares(["A purchase."], "en").whole == pytest.approx(1)
    assert asked.shares(["Purchases"], "en").whole == pytest.approx(1)
    assert 0 < asked.shares(["Buying."], "en").whole <= MOST + 1e-6
    assert asked.shares(["A lantern."], "en").whole < asked.shares(["Buying."], "en").whole


def test_words_together_hold_what_none_holds_alone(meanings: Meanings) -> None:
    asked = near(question("purple otter"), ["purple", "otter"], meanings)

    assert asked.shares(["purple"], "en").whole < asked.shares(["purple", "otter"], "en").whole == pytest.approx(1)


def test_a_word_that_tells_more_counts_more(meanings: Meanings) -> None:
    asked = near(question("purple otter"), ["purple", "otter"], meanings, purpl=9.0, otter=1.0)

    assert asked.shares(["purple"], "en").whole >= 0.9 > asked.shares(["otter"], "en").whole


def test_the_clause_that_asks_counts_by_itself(meanings: Meanings) -> None:
    asked = near(question("The otter is purple. Where is the lantern?"), ["lantern", "otter"], meanings)

    assert asked.shares(["lantern"], "en").clause == pytest.approx(1)
    assert asked.shares(["otter"], "en").clause < 0.5 < asked.shares(["otter"], "en").whole * 3


def test_in_a_language_the_model_cannot_read_only_the_same_word_counts(meanings: Meanings) -> None:
    asked = near(question("Pryd mae'r cynllun?"), ["y cynlluniau", "y bwriad"], meanings, language="cy")

    assert asked.shares(["y cynlluniau"], "cy").whole == pytest.approx(1)
    assert asked.shares(["y bwriad"], "cy").whole == 0


def test_a_welsh_word_is_not_an_english_one_that_looks_alike(meanings: Meanings) -> None:
    asked = near(question("Where is the man?"), ["y man"], meanings, language="cy")

    assert asked.shares(["y man"], "cy").whole == 0


@pytest.mark.parametrize(("asked", "texts"), [("the?", ["otter"]), ("otter", [""])])
def test_no_words_have_no_share(asked: str, texts: list[str], meanings: Meanings) -> None:
    assert near(question(asked), texts, meanings).shares(texts, "en") == (0, 0)


def test_plain_words_are_folded() -> None:
    assert plain_words("The Teacher's 1,200 books") == ["the", "teacher's", "1,200", "books"]
