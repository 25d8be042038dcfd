"""Ours against each other system: interval, chance, adjusted chance and reach; bounds and ablations win nothing."""

from typing import Any

import pytest

from evals.runs.differences import best, differences, is_ablation
from evals.statistics.planned import holm

NUMBERS = range(40)


def _rows(name: str, share: float, **more: float) -> list[dict[str, Any]]:
    """A system that has the first share of the questions right."""
    return [
        {
            "id": f"q{n:02}",
            "system": name,
            "family": f"f{n // 2}",
            "scores": {"correct": float(n < share * len(NUMBERS)), "ndcg@10": share} | more,
        }
        for n in NUMBERS
    ]


RUN = {
    "ours": _rows("ours", 0.8, false_answer=0.1),
    "bm25": _rows("bm25", 0.5, false_answer=0.9),
    "dense": _rows("dense", 0.75, false_answer=1.0),
    "gold-passage": _rows("gold-passage", 1.0, false_answer=0.0),
    "ours-no-hop": _rows("ours-no-hop", 0.9, false_answer=0.0),
}


def test_a_difference_holds_all_that_is_to_be_said() -> None:
    found = differences(RUN)
    one = found["bm25"]["correct"]
    assert one
    assert (one["mean"], one["n"], one["families"], len(one["gained"]), one["lost"]) == (0.3, 40, 20, 12, [])
    assert one["low"] <= one["mean"] <= one["high"]
    assert one["mcnemar"] == pytest.approx(2 / 2**12, abs=0.0001)
    assert 0 < one["detectable"] < one["mean"]
    assert found["bm25"]["ndcg@10"]["mcnemar"] is None  # type: ignore[index]
    assert found["bm25"]["effective"] is None


def test_planned_comparisons_are_adjusted_together_and_ablations_apart() -> None:
    found = differences(RUN)
    planned = {
        f"{other} {name}": one["p"]
        for other in ("bm25", "dense", "gold-passage")
        for name in ("fact_recall", "correct", "effective")
        if (one := found[other][name])
    }
    for key, adjusted in holm(planned).items():
        other, name = key.split()
        assert found[other][name]["holm"] == pytest.approx(adjusted, abs=1e-4)  # type: ignore[index]
    alone = found["ours-no-hop"]["correct"]
    assert alone
    assert alone["holm"] == alone["p"]


def test_the_best_is_a_rival_and_sure_only_where_told_apart() -> None:
    found = best(RUN)
    assert (found["correct"]["system"], found["correct"]["next"], found["correct"]["sure"]) == ("ours", "dense", False)
    assert (found["false_answer"]["system"], found["false_answer"]["next"], found["false_answer"]["sure"]) == (
        "ours",
        "bm25",
        True,
    )


def test_one_system_alone_is_not_best() -> None:
    assert best({"ours": RUN["ours"]}) == {}
    assert differences({"ours": RUN["ours"]}) == {}


@pytest.mark.parametrize(("name", "true"), [("ours", False), ("ours-no-hop", True), ("bm25", False), ("random", False)])
def test_ablations_are_known_by_their_names(name: str, true: bool) -> None:
    assert is_ablation(name) is true
