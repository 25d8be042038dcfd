"""Holm's adjustment is the textbook's, and McNemar's test is the binomial over questions that differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistics.planned import holm, mcnemar


def test_holm_as_worked_by_hand() -> None:
    # 4 tests: .005 x 4, .01 x 3, .03 x 2; the last, .04 x 1, may not end below .06.
    assert holm({"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.005}) == pytest.approx({"a": 0.03, "b": 0.06, "c": 0.06, "d": 0.02})


@given(st.dictionaries(st.text(max_size=3), st.floats(0, 1), max_size=8))
def test_holm_only_raises_keeps_order_and_is_no_stricter_than_bonferroni(chances: dict[str, float]) -> None:
    adjusted = holm(chances)
    assert list(adjusted) == list(chances)
    for name, chance in chances.items():
        assert chance <= adjusted[name] <= min(1.0, len(chances) * chance)
        assert all(adjusted[name] <= adjusted[other] for other in chances if chance < chances[other])


@pytest.mark.parametrize(
    ("gained", "lost", "chance"),
    [(0, 0, 1.0), (5, 5, 1.0), (6, 0, 2 / 2**6), (0, 6, 2 / 2**6), (8, 2, 2 * (1 + 10 + 45) / 2**10)],
)
def test_mcnemar_counts_only_what_differs(gained: int, lost: int, chance: float) -> None:
    ours = {f"g{n}": 1.0 for n in range(gained)} | {f"l{n}": 0.0 for n in range(lost)} | {"same": 1.0}
    other = {f"g{n}": 0.0 for n in range(gained)} | {f"l{n}": 1.0 for n in range(lost)} | {"same": 1.0}
    assert mcnemar(ours, other) == pytest.approx(chance)


def test_mcnemar_is_for_yes_or_no() -> None:
    assert mcnemar({"a": 0.5}, {"a": 1.0}) is None
    assert mcnemar({"a": 1.0}, {"b": 1.0}) is None
