"""The tuned baseline ranks by words and meaning, tells statuses, and its BM25 is the one of the books."""

from collections.abc import Callable
from math import log
from pathlib import Path

import pytest

from evals.gold.questions import GoldQuestion
from evals.systems.llama_tuned import K1, B, Bm25, LlamaTuned
from index.embed import SentenceEmbedder, packaged_model
from search_api.library import Library


@pytest.fixture(scope="module")
def tuned(bells: Library, embedder: SentenceEmbedder) -> LlamaTuned:
    return LlamaTuned(bells.catalogue.current(), embedder, model_path=Path(packaged_model()))


def test_it_finds_and_quotes_with_the_status(tuned: LlamaTuned, make_question: Callable[..., GoldQuestion]) -> None:
    response = tuned.respond(make_question("q", "What time do bells ring each morning?"))
    assert set(response.ranking[:2]) == {"bells-2012", "bells-2024"}
    assert {one.publication_id: one.status for one in response.cited} in (
        {"bells-2024": "in_force"},
        {"bells-2012": "superseded"},
    )
    assert (response.probability, response.short) == (None, None)


def test_the_same_question_gets_the_same_answer(tuned: LlamaTuned, make_question: Callable[..., GoldQuestion]) -> None:
    question = make_question("q", "How much does the lunch scheme cost?")
    assert tuned.respond(question) == tuned.respond(question)
    assert tuned.respond(question).ranking[0] == "lunch-2023"


def test_bm25_by_hand() -> None:
    bm25 = Bm25([("bell bell tower", "en"), ("tower", "en"), ("garden path", "en")])
    idf = log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    assert bm25.scores(["bell", "nothing"]) == pytest.approx([idf * 2 * (K1 + 1) / (2 + K1 * (1 - B + B * 3 / 2)), 0, 0])


def test_no_texts_have_no_scores() -> None:
    assert Bm25([]).scores(["bell"]) == []
