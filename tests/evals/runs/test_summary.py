"""The summary of rows: groups by what is asked, twins in pairs, declined and false answers apart."""

from collections.abc import Callable
from typing import Any

import pytest

from evals.runs.summary import summarise

Row = dict[str, Any]


def _row(key: str, **changes: Any) -> Row:
    return {
        "id": key,
        "system": "ours",
        "family": key.removesuffix("-cy"),
        "language": "en",
        "audience": "official",
        "kind": "when",
        "split": "dev",
        "source": "register",
        "hinges_on": None,
        "is_duty": False,
        "answerable": True,
        "unanswerable_kind": None,
        "other_language_only": False,
        "answered": True,
        "status": "answered",
        "refusal": None,
        "right": True,
        "blame": None,
        "scores": {"correct": 1.0, "ndcg@10": 1.0},
    } | changes


WRONG = {"correct": 0.0, "ndcg@10": 0.5}
ROWS = [
    _row("a", overlap_tercile="low"),
    _row("a-cy", language="cy", twin="a", overlap_tercile="high", blame="sentence", right=False, scores=WRONG),
    _row("b", overlap_tercile=None),
    _row("b-cy", language="cy", twin="b", blame="abstained_wrongly", right=False, answered=False, scores=WRONG),
    _row("c", family="b", blame="sentence", right=False, answered=False, scores=WRONG),
    _row("x", answerable=False, unanswerable_kind="future", right=False, scores={"false_answer": 1.0}),
    _row("y", answerable=False, unanswerable_kind="future", right=False, answered=False, scores={"false_answer": 0.0}),
]


@pytest.fixture(scope="module")
def summary() -> dict[str, Any]:
    return summarise(ROWS)


@pytest.mark.parametrize(
    ("take", "wanted"),
    [
        (lambda found: sorted(found["groups"]["overlap_tercile"]), ["high", "low"]),
        (
            lambda found: {name: one["ours"]["ndcg@10"]["n"] for name, one in found["groups"]["twins"].items()},
            {"in Welsh": 2, "the same in English": 2},
        ),
        (lambda found: (found["parity"]["ours"]["ndcg@10"]["mean"], found["parity"]["ours"]["ndcg@10"]["n"]), (0.5, 2)),
        (lambda found: found["blame"]["ours"], {"abstained_wrongly": 1, "sentence": 2}),
        (lambda found: found["blame_declined"]["ours"], {"abstained_wrongly": 1, "sentence": 1}),
        (lambda found: found["false_answers"]["ours"], {"future": {"answered": 1, "n": 2}}),
        (lambda found: found["measures"]["ours"]["correct"]["mean"], 0.4),
        (lambda found: found["macro"]["ours"]["correct"]["mean"], pytest.approx((1 / 2 + 1 / 3) / 2, abs=1e-4)),
    ],
)
def test_it_holds(summary: dict[str, Any], take: Callable[[dict[str, Any]], object], wanted: object) -> None:
    assert take(summary) == wanted


def test_rows_of_before_twins_and_terciles_are_summed_up_too() -> None:
    found = summarise([_row("a"), _row("b")])
    assert (found["groups"]["twins"], found["groups"]["overlap_tercile"], found["parity"]) == ({}, {}, {})
