"""A score is a sum of weighted features, a chance a logistic of it; the best come first, equals by their places."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.answering.features import Measured, measure
from search_api.answering.meanings import Meanings
from search_api.answering.scorer import COEFFICIENTS, Scorer, packaged_scorer, rank
from tests.search_api.making import candidates_of, hit, question, text

NAMES = ("cosine", "coverage", "short")
numbers = st.floats(-1e6, 1e6)
weights = st.fixed_dictionaries(dict.fromkeys(NAMES, numbers))
scorers = st.builds(Scorer, weights=weights, intercept=numbers, slope=numbers, behind=numbers)


def scorer(**weights: float) -> Scorer:
    return Scorer(weights=weights, intercept=-1.0, slope=2.0, behind=-0.5)


@pytest.mark.parametrize(
    ("weights", "score"),
    [({}, 0.0), ({"cosine": 2.0}, 1.0), ({"cosine": 2.0, "short": -3.0}, -2.0), ({"coverage": 9.0}, 0.0)],
)
def test_a_score_is_a_sum_and_what_has_no_weight_counts_nothing(weights: dict[str, float], score: float) -> None:
    assert scorer(**weights).score({"cosine": 0.5, "coverage": 0.0, "short": 1.0, "item": 7.0}) == score


@given(scorers, weights, weights)
def test_a_score_is_linear(made: Scorer, one: dict[str, float], other: dict[str, float]) -> None:
    both = {name: one[name] + other[name] for name in NAMES}

    assert made.score(both) == pytest.approx(made.score(one) + made.score(other), rel=1e-6, abs=1e-2)


@given(scorers, numbers, numbers)
def test_a_chance_is_a_chance_however_far_the_score(made: Scorer, score: float, best: float) -> None:
    assert 0 <= made.chance(score, best) <= 1


@given(st.floats(-30, 30), st.floats(0, 30))
def test_a_better_score_has_no_smaller_chance(score: float, more: float) -> None:
    best = score + more

    assert scorer().chance(score, best) <= scorer().chance(score + more / 2, best) <= scorer().chance(best, best)


def test_a_chance_is_the_logistic_of_score_and_of_the_distance_to_the_best() -> None:
    assert scorer().chance(0.5, 0.5) == pytest.approx(0.5)
    assert scorer().chance(0.5, 2.5) == pytest.approx(1 / (1 + math.e))
    assert scorer().chance(1.5, 1.5) == pytest.approx(1 / (1 + math.exp(-2)))


def made(*scores: float) -> list[Measured]:
    found = candidates_of(text(" ".join(f"Otter number {place} swims." for place in range(len(scores)))))
    return [
        Measured(candidate=one, features={"cosine": score}, covered=frozenset(), vector=None)
        for one, score in zip(found, scores, strict=True)
    ]


@pytest.mark.parametrize(
    ("scores", "order"),
    [((), []), ((1.0,), [0]), ((0.1, 0.9, 0.5), [1, 2, 0]), ((0.5, 0.9, 0.5), [1, 0, 2]), ((0.5, 0.5, 0.5), [0, 1, 2])],
)
def test_the_best_come_first_and_equals_by_their_places(scores: tuple[float, ...], order: list[int]) -> None:
    candidates = made(*scores)
    ranked = rank(list(reversed(candidates)), scorer(cosine=1.0))

    assert [candidates.index(one.measured) for one in ranked] == order
    assert [one.score for one in ranked] == sorted(scores, reverse=True)
    assert [one.chance for one in ranked] == sorted((one.chance for one in ranked), reverse=True)


def test_the_packaged_scorer_weighs_only_what_is_measured(meanings: Meanings) -> None:
    held = text("Otters swim.")
    [one] = measure(question("Do otters swim?"), [hit(held)], candidates_of(held), meanings=meanings)
    read = json.loads(Path(COEFFICIENTS).read_text(encoding="utf-8"))

    assert packaged_scorer().weights == read["weights"]
    assert packaged_scorer().first == read["first"]
    assert packaged_scorer().first.keys() <= one.features.keys()
    assert packaged_scorer().weights.keys() - {"read", "unread"} <= one.features.keys()
    assert math.isfinite(packaged_scorer().score(one.features))
