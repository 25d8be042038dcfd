"""Probabilities are measured as worked by hand, and what is perfect, useless or undefined shows as such."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measures.confidence import Floats, Judged, accuracy_at, aurc, auroc, bins, brier, ece, judge, measured, risk_coverage

ROW = tuple[float, bool, bool, bool]


def _judged(*rows: ROW) -> tuple[Judged, ...]:
    return tuple(
        Judged(id=f"q{n}", family=f"f{n}", probability=p, answered=answered, answerable=answerable, right=right)
        for n, (p, answered, answerable, right) in enumerate(rows)
    )


def _table(*rows: ROW) -> Floats:
    return np.array(rows, dtype=np.float64)


FIVE: tuple[ROW, ...] = (
    (0.9, True, True, True),
    (0.8, True, True, True),
    (0.7, True, False, False),
    (0.6, True, True, False),
    (0.1, False, True, False),
)
"""Four answered of five; three of four answerable; the third has no answer."""


def test_the_curve_has_a_point_for_each_probability() -> None:
    points = [(point.threshold, point.answered, point.coverage, point.accuracy) for point in risk_coverage(_judged(*FIVE))]
    assert points == [
        (0.9, 1, 0.25, 1.0),
        (0.8, 2, 0.5, 1.0),
        (0.7, 3, 0.5, pytest.approx(2 / 3)),
        (0.6, 4, 0.75, 0.5),
    ]


@pytest.mark.parametrize(("coverage", "accuracy"), [(0.25, 1.0), (0.5, 1.0), (0.6, 0.5), (0.75, 0.5), (0.8, None)])
def test_accuracy_where_so_much_is_covered(coverage: float, accuracy: float | None) -> None:
    assert accuracy_at(_table(*FIVE), coverage) == accuracy


def test_ties_share_their_means_whatever_their_order() -> None:
    tied = [(0.5, True, True, True), (0.5, True, True, False), (0.5, True, True, False), (0.5, True, True, True)]
    assert accuracy_at(_table(*tied), 0.5) == accuracy_at(_table(*reversed(tied)), 0.5) == 0.5


def test_the_area_is_the_mean_risk_of_all_prefixes() -> None:
    assert aurc(_table(*FIVE)) == pytest.approx((0 + 0 + 1 / 3 + 1 / 2) / 4)
    assert aurc(_table((0.4, False, True, False))) is None


@pytest.mark.parametrize(
    ("rows", "area"),
    [
        (FIVE, 1.0),
        ([(0.1, True, True, True), (0.9, True, True, False)], 0.0),
        ([(0.5, True, True, True), (0.5, False, False, False)], 0.5),
        ([(0.9, True, True, True), (0.5, True, True, False), (0.3, True, True, True)], 0.5),
        ([(0.9, True, True, True)], None),
    ],
    ids=["perfect", "backwards", "a tie", "one pair of two", "all right"],
)
def test_auroc(rows: list[ROW], area: float | None) -> None:
    assert auroc(_table(*rows)) == area


def test_calibration_error_is_the_mean_gap_of_the_bins() -> None:
    rows = [(0.25, True, True, n % 4 == 0) for n in range(20)]
    assert ece(_table(*rows)) == pytest.approx(0.25, abs=0.01)  # bins of two hold 0 or 1 right of 2
    sure = [(1.0, True, True, True)] * 10 + [(0.0, False, False, False)] * 10
    assert (ece(_table(*sure)), brier(_table(*sure))) == (0.0, 0.0)
    wrong = [(1.0, True, True, False)] * 10
    assert (ece(_table(*wrong)), brier(_table(*wrong))) == (1.0, 1.0)


def test_bins_have_equal_mass_and_the_least_sure_first() -> None:
    found = bins(_judged(*[(n / 25, True, True, n > 12) for n in range(25)]))
    assert [one.n for one in found] == [3, 3, 3, 3, 3, 2, 2, 2, 2, 2]
    assert [one.probability for one in found] == sorted(one.probability for one in found)
    assert (found[0].right, found[-1].right) == (0.0, 1.0)
    assert len(bins(_judged(*FIVE))) == 5


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=30))
def test_every_measure_lies_between_0_and_1_or_does_not_apply(rows: list[ROW]) -> None:
    for measure in (accuracy_at, aurc, auroc, ece, brier):
        found = measure(_table(*rows))
        assert found is None or 0 <= found <= 1


def test_intervals_hold_their_means_and_are_the_same_twice() -> None:
    judged = _judged(*[(n / 40, n > 5, n % 5 > 0, n % 5 > 0 and n % 3 > 0 and n > 5) for n in range(40)])
    found = measured(judged, draws=200)
    assert found == measured(judged, draws=200)
    assert found.keys() == {"accuracy@.60", "aurc", "auroc", "ece", "brier"}
    # A calibration error of a draw is biased upwards, so its own interval may lie above it: that is why it is shown.
    for name in ("accuracy@.60", "aurc", "auroc", "brier"):
        assert found[name].low <= found[name].mean <= found[name].high
    assert found["auroc"].n == 40


def test_rows_without_a_probability_are_left_out() -> None:
    row = {"id": "q", "family": "f", "answered": True, "answerable": True, "right": True}
    assert judge([row | {"probability": None}, row]) == ()
    assert [one.probability for one in judge([row | {"probability": 0.3}])] == [0.3]
    assert measured(()) == {}
