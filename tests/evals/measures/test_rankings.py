"""Ranking measures are ir-measures' own, and agree with numbers worked by hand."""

from math import log2

import ir_measures
import pytest

from evals.measures.rankings import beir_measures, question_measures, score_rankings

GRADES = {"q1": {"a": 3, "b": 1, "c": 2}, "q2": {"d": 2}, "q3": {"e": 3}}
RANKINGS = {"q1": ["b", "a", "x"], "q2": ["x", "y"], "q3": []}


def test_one_question_by_hand() -> None:
    scores = score_rankings(RANKINGS, GRADES, question_measures())["q1"]
    found = 1 + 3 / log2(3)
    ideal = 3 + 2 / log2(3) + 1 / log2(4)
    assert scores == pytest.approx(
        {"success@1": 0, "recall@1": 0, "recall@5": 1 / 2, "recall@10": 1 / 2, "ndcg@10": found / ideal, "rr@10": 1 / 2}
    )


def test_a_question_that_finds_nothing_scores_nought() -> None:
    scores = score_rankings(RANKINGS, GRADES, question_measures())
    assert set(scores) == set(GRADES)
    assert set(scores["q2"].values()) == set(scores["q3"].values()) == {0.0}


def test_rankings_of_nothing_at_all_score_nought() -> None:
    assert set(score_rankings({"q2": []}, {"q2": {"d": 2}}, question_measures())["q2"].values()) == {0.0}


def test_means_equal_ir_measures_own() -> None:
    measures = [ir_measures.parse_measure(name) for name in beir_measures().values()]
    qrels = {key: dict(judged) for key, judged in GRADES.items()}
    run = {key: {found: 1.0 / (1 + place) for place, found in enumerate(ranking)} for key, ranking in RANKINGS.items()}
    aggregate = {str(name): value for name, value in ir_measures.calc_aggregate(measures, qrels, run).items()}
    theirs = {name: aggregate[theirs_of] for name, theirs_of in beir_measures().items()}
    ours = score_rankings(RANKINGS, GRADES, beir_measures())
    assert {name: sum(row[name] for row in ours.values()) / len(ours) for name in beir_measures()} == pytest.approx(theirs)


def test_rank_decides_and_never_the_order_of_ids() -> None:
    for ranking, first in ((["z", "a"], 0.0), (["a", "z"], 1.0)):
        assert score_rankings({"q": ranking}, {"q": {"a": 3}}, question_measures())["q"]["success@1"] == first
