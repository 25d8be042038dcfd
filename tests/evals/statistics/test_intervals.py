"""Intervals resample families, paired differences keep pairs, and both are the same every time."""

import pytest

from evals.statistics.intervals import difference, estimate, over_families

VALUES = {"a1": 1.0, "a2": 1.0, "b1": 0.0, "b2": 0.0}
TOGETHER = {"a1": "a", "a2": "a", "b1": "b", "b2": "b"}
APART = {key: key for key in VALUES}


def test_the_mean_is_over_questions() -> None:
    found = estimate({"a1": 1.0, "a2": 1.0, "b1": 0.0}, TOGETHER)
    assert found
    assert (found.mean, found.n, found.families) == (pytest.approx(2 / 3), 3, 2)


def test_families_are_drawn_whole() -> None:
    together, apart = estimate(VALUES, TOGETHER), estimate(VALUES, APART)
    assert together
    assert apart
    # Two families give a mean of 0, 1/2 or 1: the interval must reach both ends, where four single questions need not.
    assert (together.low, together.high) == (0.0, 1.0)
    spread = estimate({f"q{n}": float(n % 2) for n in range(100)}, {f"q{n}": str(n) for n in range(100)})
    assert spread
    assert spread.low == pytest.approx(0.40, abs=0.02)
    assert spread.high == pytest.approx(0.60, abs=0.02)


def test_no_questions_have_no_mean() -> None:
    assert estimate({}, {}) is None
    assert difference({"a1": 1.0}, {"b1": 1.0}, TOGETHER) is None


def test_order_and_repetition_change_nothing() -> None:
    backwards = dict(reversed(VALUES.items()))
    assert estimate(VALUES, APART) == estimate(backwards, APART) == estimate(VALUES, APART)


def test_differences_are_of_shared_questions() -> None:
    found = difference({"a1": 1.0, "a2": 0.0, "c": 1.0}, {"a1": 0.0, "a2": 1.0, "b1": 1.0}, TOGETHER)
    assert found
    assert (found.estimate.n, found.estimate.mean, found.gained, found.lost) == (2, 0.0, ("a1",), ("a2",))


def test_the_chance_of_a_difference() -> None:
    keys = [f"q{n}" for n in range(10)]
    family = {key: key for key in keys}
    always = difference(dict.fromkeys(keys, 1.0), dict.fromkeys(keys, 0.0), family)
    never = difference(dict.fromkeys(keys, 1.0), dict.fromkeys(keys, 1.0), family)
    assert always
    assert never
    # All ten signs alike: 2 of 2**10 flips are as large.
    assert always.p == pytest.approx(2 / 1024, abs=0.001)
    assert never.p == 1.0


def test_few_families_get_a_corrected_interval() -> None:
    # 2 right of 40: the percentiles are symmetric about the mean as drawn; the corrected interval leans upwards.
    values = {f"q{n}": float(n < 2) for n in range(40)}
    family = {key: key for key in values}
    found = estimate(values, family)
    more = estimate(
        {f"{key}{n}": value for n in range(2) for key, value in values.items()},
        {f"{key}{n}": f"{key}{n}" for n in range(2) for key in values},
    )
    assert found
    assert more
    assert found.high - found.mean > 1.5 * (found.mean - found.low)
    assert found.high == pytest.approx(0.17, abs=0.03)
    assert (more.mean, more.n) == (found.mean, 80)


@pytest.mark.parametrize("values", [{"a": 1.0}, {"a": 1.0, "b": 1.0, "c": 1.0}, {"a": 0.0, "b": 1.0}])
def test_where_nothing_can_be_corrected_percentiles_stand(values: dict[str, float]) -> None:
    found = estimate(values, {key: key for key in values})
    assert found
    assert (found.low, found.high) == (min(values.values()), max(values.values()))


def test_families_count_once_each() -> None:
    found = over_families({"a1": 1.0, "a2": 1.0, "a3": 1.0, "b1": 0.0}, {"a1": "a", "a2": "a", "a3": "a", "b1": "b"})
    assert found
    assert (found.mean, found.n, found.families) == (0.5, 4, 2)
    assert over_families({}, {}) is None
