"""Exercises kept apart become texts that are held and questions whose answers are found in them."""

from dataclasses import replace

import pytest

from evals.fitting.exercises import Exercise, Put, load_exercises
from evals.fitting.staged import APART, id_of, put_on_shelf, questions_of_exercises
from evals.gold.spans import gold_spans
from evals.runs.workshop import workshop
from index.embed import SentenceEmbedder

POND = Exercise(
    title="The pond (2021)",
    heading="Opening",
    sentences=("The pond opens in May.", "Nobody may swim alone.", "The warden holds the key."),
    questions=(
        Put(asked="Who has the key?", answers=(2,), style="own_words"),
        Put(asked="What does the key cost?", answers=(), style="near_miss"),
    ),
)
PWLL = Exercise(
    title="Y pwll",
    heading="",
    sentences=("Mae'r pwll yn agor ym mis Mai.", "Ni chaiff neb nofio ar ei ben ei hun."),
    questions=(Put(asked="Pryd mae'n agor?", answers=(0,), style="plain", language="cy"),),
    language="cy",
)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory, embedder: SentenceEmbedder) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("staged")
    shelf = folder / "shelf"
    put_on_shelf([POND, PWLL], shelf)
    place, records = folder / "workshop", shelf / "records.jsonl"
    with workshop(place, register=records, embedder=embedder, shared=None, shelf=shelf) as library:
        questions = questions_of_exercises([POND, PWLL])
        held = [document for _, document in library.catalogue.searchable()]
        return {
            question.text: "|".join(
                next(one for one in held if one.id == key).text[start:end]
                for spans in gold_spans(question, held)
                for key, start, end in spans
            )
            for question in questions
        }


def test_the_sentences_that_answer_are_found_in_the_text_held(documents: dict[str, str]) -> None:
    assert documents == {
        "Who has the key?": "The warden holds the key.",
        "What does the key cost?": "",
        "Pryd mae'n agor?": "Mae'r pwll yn agor ym mis Mai.",
    }


def test_a_question_that_nothing_answers_is_unanswerable() -> None:
    who, cost, _ = questions_of_exercises([POND, PWLL])

    assert (who.answerable, list(who.publications)) == (True, [id_of(0)])
    assert (cost.answerable, list(cost.publications)) == (False, [])
    assert who.family == cost.family == id_of(0)


def test_what_a_sister_says_too_answers_as_well() -> None:
    also = Put(asked="When does it open?", answers=(0,), style="plain", also=(("Y pwll", 0),))
    sisters = [replace(POND, family="pond", questions=(also,)), replace(PWLL, family="pond", questions=())]
    [when] = questions_of_exercises(sisters)

    assert when.publications == {id_of(0): 3, id_of(1): 3}
    assert [fact.text for fact in when.facts] == [POND.sentences[0], PWLL.sentences[0]]
    assert when.family == "pond"


def test_the_texts_kept_apart_have_no_fault_and_are_none_of_those_fitted_on() -> None:
    kept = load_exercises(APART)

    assert len(kept) >= 60
    assert {one.sentences for one in kept}.isdisjoint({one.sentences for one in load_exercises()})
