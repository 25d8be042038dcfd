"""Answers are measured as worked by hand: what applies is in the row, what does not is left out."""

from collections.abc import Callable

import pytest

from evals.gold.match import Match
from evals.gold.questions import GoldFact, GoldQuestion
from evals.gold.spans import gold_spans
from evals.measures.answers import Known, is_right, score_answer
from evals.systems.response import Response, ShortAnswer
from tests.evals.texts import BELLS, DOCUMENTS, OLD_BELLS, answer, cite

NINE = "Bells ring at nine each morning."
EIGHT = "Bells ring at eight each morning."
LOUD = "They may be loud."
Make = Callable[..., GoldQuestion]


def _fact(word: str, *, vital: bool = True) -> GoldFact:
    return GoldFact(publication_id="bells-2024", text=word, match=Match(all=((word,),)), vital=vital)


def _score(
    question: GoldQuestion, response: Response, *, lapsed: frozenset[str] = frozenset({"bells-2012"})
) -> dict[str, float]:
    known = Known(groups=gold_spans(question, [BELLS]), lapsed=lapsed)
    return score_answer(question, response, known, DOCUMENTS.get)


def test_a_right_answer(make_question: Make) -> None:
    assert _score(make_question("q", "When?"), answer(cite(NINE))) == {
        "exact_quotes": 1.0,
        "quoted_words": 6.0,
        "answered": 1.0,
        "correct": 1.0,
        "selective_correct": 1.0,
        "effective": 1.0,
        "penalised@1": 1.0,
        "penalised@2": 1.0,
        "fact_recall": 1.0,
        "vital_strict": 1.0,
        "citation_precision": 1.0,
        "citation_recall": 1.0,
        "citation_f1": 1.0,
        "cited_publication": 1.0,
        "wrong_version": 0.0,
        "lapsed_as_current": 0.0,
    }


def test_declining_an_answerable_question(make_question: Make) -> None:
    scores = _score(make_question("q", "When?"), answer(answered=False))
    assert scores == {
        "answered": 0.0,
        "correct": 0.0,
        "effective": 0.0,
        "penalised@1": 0.0,
        "penalised@2": 0.0,
        "fact_recall": 0.0,
        "wrong_version": 0.0,
        "useful_refusal": 0.0,
    }


@pytest.mark.parametrize(
    ("nearest", "useful"), [(("lunch-2023", "bells-2024"), 1.0), (("lunch-2023", "about"), 0.0), ((), 0.0)]
)
def test_a_refusal_is_useful_where_it_shows_a_publication_that_answers(
    make_question: Make, nearest: tuple[str, ...], useful: float
) -> None:
    question = make_question("q", "When?", publications={"bells-2024": 3, "about": 1})
    assert _score(question, answer(answered=False, nearest=nearest))["useful_refusal"] == useful


@pytest.mark.parametrize(
    ("response", "scores"),
    [
        (answer(answered=False), {"false_answer": 0.0, "effective": 1.0, "penalised@1": 0.0, "penalised@2": 0.0}),
        (
            answer(cite(LOUD)),
            {
                "exact_quotes": 1.0,
                "quoted_words": 4.0,
                "false_answer": 1.0,
                "effective": 0.0,
                "penalised@1": -1.0,
                "penalised@2": -2.0,
                "selective_correct": 0.0,
                "lapsed_as_current": 0.0,
            },
        ),
    ],
    ids=["declined", "answered"],
)
def test_unanswerable_questions(make_unanswerable: Make, response: Response, scores: dict[str, float]) -> None:
    assert _score(make_unanswerable("q", "What is the weather?"), response) == scores


def test_only_vital_facts_make_an_answer_right(make_question: Make) -> None:
    question = make_question("q", "When?", facts=(_fact("nine"), _fact("loud", vital=False)))
    scores = _score(question, answer(cite(NINE)))
    assert (scores["fact_recall"], scores["vital_strict"], scores["correct"], scores["citation_recall"]) == (0.5, 1.0, 1.0, 0.5)


def test_without_a_vital_fact_all_are_wanted(make_question: Make) -> None:
    question = make_question("q", "When?", facts=(_fact("nine", vital=False), _fact("loud", vital=False)))
    half, whole = _score(question, answer(cite(NINE))), _score(question, answer(cite(f"{NINE} {LOUD}")))
    assert "vital_strict" not in half
    assert (half["correct"], whole["correct"]) == (0.0, 1.0)


def test_the_right_words_in_another_publication_do_not_count(make_question: Make) -> None:
    question = make_question("q", "When?", facts=(_fact("each morning"),), must_not_cite=())
    scores = _score(question, answer(cite(EIGHT, OLD_BELLS)))
    assert (scores["fact_recall"], scores["citation_precision"], scores["cited_publication"]) == (0.0, 0.0, 0.0)


def test_the_right_place_without_the_words_does_not_say_the_fact(make_question: Make) -> None:
    scores = _score(make_question("q", "When?"), answer(cite("Bells ring at")))
    assert (scores["citation_recall"], scores["fact_recall"], scores["correct"]) == (1.0, 0.0, 0.0)


def test_quotations_count_for_questions_that_have_them(make_question: Make) -> None:
    question = make_question("q", "When?", facts=(), quotes=(NINE,), must_not_cite=())
    right, wrong = _score(question, answer(cite(NINE))), _score(question, answer(cite(LOUD)))
    assert (right["correct"], right["vital_strict"], right["citation_precision"]) == (1.0, 1.0, 1.0)
    assert (wrong["correct"], wrong["vital_strict"], wrong["cited_publication"]) == (0.0, 0.0, 1.0)


@pytest.mark.parametrize(
    ("short", "scores"),
    [
        (ShortAnswer(words="At nine", value="nine"), (1.0, 1.0)),
        (ShortAnswer(words="At eight", value="eight"), (1.0, 0.0)),
        (ShortAnswer(words="", value=""), (0.0, 0.0)),
        (None, (None, None)),
    ],
    ids=["right", "wrong", "not given", "a system without"],
)
def test_the_short_answer(make_question: Make, short: ShortAnswer | None, scores: tuple[float | None, float | None]) -> None:
    question = make_question("q", "When?", short=("9", "nine"))
    found = _score(question, answer(cite(NINE), short=short))
    assert (found.get("short_given"), found.get("short_exact")) == scores
    assert "short_exact" not in _score(make_question("q", "When?"), answer(cite(NINE), short=short))
    assert "short_exact" not in _score(question, answer(answered=False, short=short))


def test_what_was_withheld_can_be_judged_too(make_question: Make, make_unanswerable: Make) -> None:
    question = make_question("q", "When?")
    groups = gold_spans(question, [BELLS])
    assert is_right(question, (cite(NINE),), groups)
    assert not is_right(question, (cite(LOUD),), groups)
    assert not is_right(question, (), groups)
    assert not is_right(make_unanswerable("u", "What?"), (cite(NINE),), ())
