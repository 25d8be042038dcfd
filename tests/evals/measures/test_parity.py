"""Parity is a ratio of means over twins, with an interval that keeps families whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measures.parity import parity

TWINS = {"a-cy": "a", "b-cy": "b", "c-cy": "c"}
FAMILY = {"a-cy": "one", "b-cy": "one", "c-cy": "two"}


def test_the_ratio_is_of_means_not_a_mean_of_ratios() -> None:
    found = parity({"a-cy": 1.0, "b-cy": 0.0, "c-cy": 0.5}, {"a": 1.0, "b": 0.5, "c": 1.0}, TWINS, FAMILY, draws=200)
    assert found
    assert (found.mean, found.n, found.families) == (pytest.approx(1.5 / 2.5), 3, 2)
    assert (found.low, found.high) == (pytest.approx(0.5), pytest.approx(1 / 1.5))


def test_only_twins_that_were_both_measured_count() -> None:
    found = parity({"a-cy": 0.5, "b-cy": 1.0}, {"a": 1.0, "c": 1.0}, TWINS, FAMILY, draws=50)
    assert found
    assert (found.mean, found.n) == (0.5, 1)


@pytest.mark.parametrize(
    ("welsh", "english"), [({}, {"a": 1.0}), ({"a-cy": 1.0}, {}), ({"a-cy": 1.0}, {"a": 0.0})], ids=["no Welsh", "none", "zero"]
)
def test_there_is_no_ratio_to_nothing(welsh: dict[str, float], english: dict[str, float]) -> None:
    assert parity(welsh, english, TWINS, FAMILY, draws=50) is None


@given(st.lists(st.floats(0.1, 1.0), min_size=3, max_size=3))
def test_what_is_the_same_in_both_has_parity_one(values: list[float]) -> None:
    english = dict(zip(TWINS.values(), values, strict=True))
    welsh = {key: english[other] for key, other in TWINS.items()}
    found = parity(welsh, english, TWINS, FAMILY, draws=50)
    assert found
    assert (found.mean, found.low, found.high) == (pytest.approx(1.0), pytest.approx(1.0), pytest.approx(1.0))
