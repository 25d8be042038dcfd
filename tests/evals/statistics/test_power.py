"""The power table of methods 1.5 comes out, and families widen what can be found."""

import pytest

from evals.statistics.power import questions_needed, reach, smallest_difference


@pytest.mark.parametrize(("n", "smallest"), [(50, 0.179), (100, 0.127), (150, 0.103), (200, 0.090), (300, 0.073), (400, 0.063)])
def test_the_table_of_the_methods(n: int, smallest: float) -> None:
    # The table was made from an unrounded spread, which it gives as 0.45.
    assert smallest_difference(0.45, n) == pytest.approx(smallest, abs=0.0011)


def test_questions_needed_undoes_it() -> None:
    assert questions_needed(0.45, smallest_difference(0.45, 150)) in (150, 151)
    assert questions_needed(0.45, 0.02) > 3_900  # what a difference of two points would take


def test_alone_in_its_family_a_question_counts_whole() -> None:
    gaps = {f"q{n}": float(n % 2) for n in range(100)}
    found = reach(gaps, {key: key for key in gaps})
    assert found
    assert found.n == 100
    assert found.smallest == pytest.approx(smallest_difference(found.spread, 100), rel=1e-9)


def test_alike_in_their_family_questions_count_as_one() -> None:
    gaps = {f"{name}{n}": value for name, value in (("a", 1.0), ("b", 0.0), ("c", 1.0), ("d", 0.0)) for n in range(25)}
    alone, together = reach(gaps, {key: key for key in gaps}), reach(gaps, {key: key[0] for key in gaps})
    assert alone
    assert together
    assert together.smallest > 4 * alone.smallest


def test_one_family_cannot_say() -> None:
    assert reach({"a": 1.0, "b": 0.0}, {"a": "x", "b": "x"}) is None
    assert reach({}, {}) is None
