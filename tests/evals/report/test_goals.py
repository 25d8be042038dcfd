"""Whether a goal is met is said in words, and what a run did not measure is said to be that."""

import pytest

from evals.report.folder import Held
from evals.report.goals import GOALS, Goal, said_of, value_of


def _goal(goal: float, floor: float, *, lower: bool = False) -> Goal:
    return Goal(told="", goal=goal, floor=floor, take=lambda _: None, lower=lower)


@pytest.mark.parametrize(
    ("goal", "found", "said"),
    [
        (_goal(0.8, 0.7), (0.9, 0.85, 0.95), "met"),
        (_goal(0.8, 0.7), (0.9, 0.75, 0.95), "met, and the interval reaches past the goal"),
        (_goal(0.8, 0.7), (1.0, 1.0, 1.0), "met, on the 9 there are"),
        (_goal(0.8, 0.7), (0.75, 0.7, 0.9), "**missed**, inside the floor"),
        (_goal(0.8, 0.7), (0.6, 0.5, 0.9), "**missed**, and outside the floor"),
        (_goal(0.2, 0.3, lower=True), (0.1, 0.0, 0.15), "met"),
        (_goal(0.2, 0.3, lower=True), (0.1, 0.0, 0.25), "met, and the interval reaches past the goal"),
        (_goal(0.2, 0.3, lower=True), (0.25, 0.2, 0.4), "**missed**, inside the floor"),
        (_goal(0.2, 0.3, lower=True), (0.35, 0.2, 0.4), "**missed**, and outside the floor"),
        (_goal(0.8, 0.7), None, "not measured in this run"),
    ],
)
def test_said(goal: Goal, found: tuple[float, float, float] | None, said: str) -> None:
    value = dict(zip(("mean", "low", "high"), found, strict=True)) | {"n": 9} if found else None
    assert said_of(goal, value) == said


def test_an_empty_run_measured_nothing() -> None:
    held = Held(summary={"measures": {}, "differences": {}, "groups": {}}, rows=(), suites={}, timing={})
    assert [value_of(goal, held) for goal in GOALS] == [None] * len(GOALS)


@pytest.mark.parametrize(
    ("suite", "measures", "told"),
    [
        ("retrieval", {"bm25": {"R@20": 0.25}, "ours": {"R@20": 0.75}}, "gold spans in the first 20 passages"),
        ("commitments", {"dev": {"precision": 0.25}, "held": {"precision": 0.75}}, "commitments: precision"),
        ("duties", {"sentences, dev": {"level": 0.25}, "sentences, test": {"level": 0.75}}, "duties: level"),
    ],
)
def test_a_suite_is_asked_for_the_part_that_counts(suite: str, measures: dict[str, dict[str, float]], told: str) -> None:
    """Ours, and the labels kept apart: never those that rules were tuned on."""
    shaped = {
        part: {name: {"mean": mean, "low": 0.0, "high": 1.0, "n": 5} for name, mean in one.items()}
        for part, one in measures.items()
    }
    goal = next(goal for goal in GOALS if goal.told == told)
    whole, tuned = ({"measures": found} for found in (shaped, dict(list(shaped.items())[:1])))
    found = value_of(goal, Held(summary={}, rows=(), suites={suite: whole}, timing={}))
    assert found
    assert found["mean"] == 0.75
    assert value_of(goal, Held(summary={}, rows=(), suites={suite: tuned}, timing={})) is None


def test_a_number_without_an_interval_is_still_judged() -> None:
    assert said_of(_goal(0.6, 0.5), {"mean": 0.7, "low": None, "high": None, "n": 9}) == "met, on the 9 there are"
    assert said_of(_goal(0.6, 0.5), {"mean": 0.2, "low": None, "high": None, "n": 9}) == "**missed**, and outside the floor"
