"""A lost question is laid at the first step that lost it."""

from collections.abc import Callable

import pytest

from evals.gold.questions import GoldQuestion
from evals.runs.blame import LABELS, blame
from evals.systems.response import Response

LOW = tuple(f"x{n}" for n in range(10))
FAIL = {"correct": 0.0, "fact_recall": 0.0}


@pytest.mark.parametrize(
    ("label", "ranking", "answered", "scores", "findable"),
    [
        (None, (), True, {"correct": 1.0}, {"bells-2024"}),
        ("wrong_version", ("bells-2024",), True, FAIL | {"wrong_version": 1.0}, {"bells-2024"}),
        ("hidden", (), False, FAIL, {"lunch-2023"}),
        ("first_stage_miss", ("lunch-2023",), True, FAIL, {"bells-2024"}),
        ("incomplete", ("bells-2024",), True, FAIL | {"fact_recall": 0.5}, {"bells-2024"}),
        ("rank_miss", (*LOW, "bells-2024"), True, FAIL, {"bells-2024"}),
        ("declined", ("bells-2024",), False, FAIL, {"bells-2024"}),
        ("sentence_miss", ("bells-2024",), True, FAIL, {"bells-2024"}),
    ],
)
def test_each_step(
    make_question: Callable[..., GoldQuestion],
    label: str | None,
    ranking: tuple[str, ...],
    answered: bool,
    scores: dict[str, float],
    findable: set[str],
) -> None:
    response = Response(ranking=ranking, answered=answered, status="", reason="", cited=())
    assert blame(make_question("q", "When?"), response, scores, findable=findable) == label
    assert label is None or label in LABELS


def test_an_unanswerable_question_has_no_blame(make_unanswerable: Callable[..., GoldQuestion]) -> None:
    response = Response(ranking=(), answered=True, status="", reason="", cited=())
    assert blame(make_unanswerable("q", "What?"), response, {"false_answer": 1.0}, findable=()) is None
