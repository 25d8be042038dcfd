"""Answers are measured as worked by hand: facts, spans, exact words, wrong versions and abstention."""

from collections.abc import Callable

import pytest

from evals.gold import GoldQuestion
from evals.measures import hits, score_answer, shared
from evals.response import Cited, Response

TEXTS = {"new": "Bells ring at nine each morning. They may be loud.", "old": "Bells ring at eight each morning."}
PUBLICATION = {"new": "bells-2024", "old": "bells-2012"}
Make = Callable[..., GoldQuestion]


def _cite(document: str, quote: str) -> Cited:
    start = TEXTS[document].index(quote)
    return Cited(publication_id=PUBLICATION[document], document_id=document, start=start, end=start + len(quote), quote=quote)


def _answer(*cited: Cited, answered: bool = True) -> Response:
    return Response(ranking=(), answered=answered, status="", reason="", cited=cited)


def _score(question: GoldQuestion, response: Response) -> dict[str, float]:
    return score_answer(question, response, (), TEXTS.get)


def test_a_right_answer(make_question: Make) -> None:
    scores = _score(make_question("q", "When?"), _answer(_cite("new", "Bells ring at nine each morning.")))
    assert scores == {
        "exact_quotes": 1.0,
        "quoted_words": 6.0,
        "answered": 1.0,
        "fact_recall": 1.0,
        "correct": 1.0,
        "wrong_version": 0.0,
        "selective_correct": 1.0,
        "citation_precision": 1.0,
        "citation_support": 1.0,
    }


def test_a_wrong_version_beside_the_right_one_is_not_correct(make_question: Make) -> None:
    cited = (_cite("new", "Bells ring at nine each morning."), _cite("old", "Bells ring at eight each morning."))
    scores = _score(make_question("q", "When?"), _answer(*cited))
    assert (scores["fact_recall"], scores["correct"], scores["wrong_version"]) == (1.0, 0.0, 1.0)
    assert (scores["citation_precision"], scores["citation_support"]) == (0.5, 0.5)


def test_the_right_words_in_another_publication_do_not_count(make_question: Make) -> None:
    elsewhere = Cited(publication_id="lunch-2023", document_id="new", start=0, end=32, quote=TEXTS["new"][:32])
    assert _score(make_question("q", "When?"), _answer(elsewhere))["fact_recall"] == 0.0


def test_the_right_publication_with_other_words_does_not_count(make_question: Make) -> None:
    scores = _score(make_question("q", "When?"), _answer(_cite("new", "They may be loud.")))
    assert (scores["fact_recall"], scores["citation_precision"], scores["citation_support"]) == (0.0, 1.0, 0.0)


def test_declining_an_answerable_question(make_question: Make) -> None:
    scores = _score(make_question("q", "When?"), _answer(answered=False))
    assert scores == {"answered": 0.0, "fact_recall": 0.0, "correct": 0.0, "wrong_version": 0.0}


def test_unanswerable_questions(make_unanswerable: Make) -> None:
    question = make_unanswerable("q", "What is the weather?")
    assert _score(question, _answer(answered=False)) == {"false_answer": 0.0}
    answered = _score(question, _answer(_cite("new", "They may be loud.")))
    assert (answered["false_answer"], answered["selective_correct"]) == (1.0, 0.0)
    assert "correct" not in answered


@pytest.mark.parametrize(
    "cited",
    [
        Cited(publication_id="bells-2024", document_id="new", start=1, end=33, quote=TEXTS["new"][:32]),
        Cited(publication_id="bells-2024", document_id="new", start=0, end=32, quote=TEXTS["new"][:31] + "!"),
        Cited(publication_id="bells-2024", document_id="gone", start=0, end=32, quote=TEXTS["new"][:32]),
    ],
)
def test_a_quotation_that_is_not_there_is_not_exact(make_question: Make, cited: Cited) -> None:
    assert _score(make_question("q", "When?"), _answer(cited))["exact_quotes"] == 0.0


def test_half_of_the_facts(make_question: Make) -> None:
    question = make_question("q", "When?")
    both = make_question("q", "When?", facts=question.facts * 2)
    assert _score(both, _answer(_cite("new", "They may be loud.")))["fact_recall"] == 0.0
    assert _score(both, _answer(_cite("new", "Bells ring at nine each morning.")))["fact_recall"] == 1.0


@pytest.mark.parametrize(
    ("first", "second", "characters"),
    [
        (("d", 0, 10), ("d", 5, 15), 5),
        (("d", 0, 10), ("d", 10, 15), 0),
        (("d", 0, 10), ("e", 0, 10), 0),
        (("d", 2, 4), ("d", 0, 10), 2),
    ],
)
def test_shared_characters(first: tuple[str, int, int], second: tuple[str, int, int], characters: int) -> None:
    assert shared(first, second) == shared(second, first) == characters


@pytest.mark.parametrize(("start", "end", "hit"), [(0, 10, True), (5, 15, True), (6, 16, False), (0, 100, True), (4, 6, True)])
def test_half_of_the_shorter_span_is_a_hit(start: int, end: int, hit: bool) -> None:
    cited = Cited(publication_id="p", document_id="d", start=start, end=end, quote="")
    assert hits(cited, (("d", 0, 10),)) is hit


def test_spans_count_for_questions_that_have_them(make_question: Make) -> None:
    question = make_question("q", "When?", facts=(), quotes=("Bells ring at nine each morning.",), must_not_cite=())
    spans = ((("new", 0, 32),),)
    right = score_answer(question, _answer(_cite("new", "Bells ring at nine each morning.")), spans, TEXTS.get)
    wrong = score_answer(question, _answer(_cite("new", "They may be loud.")), spans, TEXTS.get)
    assert (right["correct"], right["citation_support"]) == (1.0, 1.0)
    assert (wrong["correct"], wrong["citation_support"], wrong["citation_precision"]) == (0.0, 0.0, 1.0)
