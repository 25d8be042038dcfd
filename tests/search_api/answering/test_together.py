"""The best of a first look are read together with the question; what cannot be read says so."""

import pytest

from index.embed import SentenceEmbedder
from search_api.answering.choices import SHIPPED, Choices
from search_api.answering.features import Measured, measure
from search_api.answering.meanings import Meanings
from search_api.answering.select import select
from search_api.answering.together import MOST, READ, read_together
from tests.search_api.making import candidates_of, hit, question, reading, text

BINS = text("The bins are emptied on Tuesdays. The caretaker keeps the key. Bins are green.", "bins")
WELSH = text("Mae'r biniau'n wyrdd.", "biniau", language="cy")
ASKED = "On what day does the rubbish go?"


def measured(meanings: Meanings, asked: str = ASKED) -> list[Measured]:
    found = [*candidates_of(BINS), *candidates_of(WELSH)]
    return measure(question(asked), [hit(BINS), hit(WELSH)], found, meanings=meanings)


def read(meanings: Meanings, asked: str = ASKED, *, choices: Choices = SHIPPED) -> dict[str, tuple[float, float]]:
    made = read_together(question(asked), measured(meanings, asked), meanings=meanings, choices=choices)
    return {one.candidate.text: (one.features["read"], one.features["unread"]) for one in made}


def test_the_sentence_that_answers_reads_highest(meanings: Meanings) -> None:
    found = read(meanings)

    assert max(found, key=lambda words: found[words][0] - MOST * found[words][1]) == "The bins are emptied on Tuesdays."


def test_a_welsh_sentence_is_read_by_its_english_words(meanings: Meanings) -> None:
    found = read(meanings, "What colour are the bins?")

    assert found["Mae'r biniau'n wyrdd."][0] > found["The caretaker keeps the key."][0]
    assert sum(unread for _, unread in found.values()) == 0.0


def test_a_welsh_question_is_read_by_its_english_words(meanings: Meanings) -> None:
    found = read(meanings, "Beth mae'r gofalwr yn ei gadw?")

    assert found["The caretaker keeps the key."][0] > found["Bins are green."][0]


@pytest.mark.parametrize("choices", [Choices(together=False)])
def test_nothing_is_read_where_that_is_left_out(meanings: Meanings, choices: Choices) -> None:
    assert set(read(meanings, choices=choices).values()) == {(0.0, 1.0)}


def test_nothing_is_read_where_there_is_no_cross_encoder(embedder: SentenceEmbedder) -> None:
    assert set(read(Meanings(embedder)).values()) == {(0.0, 1.0)}


def test_no_reading_is_surer_than_the_most(meanings: Meanings) -> None:
    assert all(-MOST <= logit <= MOST for logit, _ in read(meanings).values())


def test_only_the_first_are_read_and_the_others_follow_them(meanings: Meanings) -> None:
    many = text(" ".join(f"Bin number {number} is emptied on day {number}." for number in range(READ + 6)), "many")
    found = select(question("Which bin is emptied on day 3?"), [hit(many)], reading=reading(many), meanings=meanings).ranked

    assert [one.measured.features["unread"] for one in found] == [0.0] * READ + [1.0] * 6
    assert [one.chance for one in found[READ:]] == [0.0] * 6
    assert all(one.chance > 0 for one in found[:READ])
