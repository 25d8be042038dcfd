"""Thresholds keep the bound they promise, and a mode the questions cannot support is refused with its reason."""

import json
from pathlib import Path

import numpy as np
import pytest

from evals.fitting.calibrate import (
    ALPHAS,
    DELTA,
    LEAST_COVERAGE,
    allowed_errors,
    choose,
    least_answers,
    risk_bound,
    told,
    without_threshold,
    write,
)
from evals.measures.confidence import Judged
from search_api.question.mode import Mode

NS = (22, 30, 45, 60, 80, 100, 150, 200, 300)
ALLOWED: dict[float, tuple[int | None, ...]] = {
    0.05: (None, None, 0, 0, 1, 1, 3, 5, 9),
    0.10: (0, 0, 1, 2, 4, 5, 9, 14, 22),
    0.15: (0, 1, 3, 5, 7, 10, 16, 23, 36),
    0.20: (1, 2, 5, 7, 10, 14, 23, 32, 50),
}
"""The table of methods 3.4: errors allowed among n answers at delta .10."""

USUAL = "no threshold keeps"


def _judged(*runs: tuple[int, float, bool]) -> tuple[Judged, ...]:
    """Runs of (how many, probability, right)."""
    every = [(probability, right) for count, probability, right in runs for _ in range(count)]
    return tuple(
        Judged(id=f"q{n}", family=f"f{n}", probability=probability, answered=True, answerable=True, right=right)
        for n, (probability, right) in enumerate(every)
    )


@pytest.mark.parametrize("alpha", ALLOWED)
def test_the_table_of_allowed_errors(alpha: float) -> None:
    assert tuple(allowed_errors(n, alpha) for n in NS) == ALLOWED[alpha]


@pytest.mark.parametrize(("alpha", "fewest"), [(0.05, 45), (0.10, 22), (0.20, 11)])
def test_the_fewest_answers_that_can_show_a_mode(alpha: float, fewest: int) -> None:
    assert least_answers(alpha) == fewest
    assert risk_bound(0, fewest) <= alpha < risk_bound(0, fewest - 1)


def test_a_bound_of_nothing_or_of_all_wrong_is_1() -> None:
    assert risk_bound(0, 0) == risk_bound(5, 5) == 1.0


def test_each_mode_goes_down_to_its_own_risk() -> None:
    # 100 right, then 20 of which 6 are wrong, then 60 of which 40 are wrong.
    judged = _judged((100, 0.9, True), (14, 0.6, True), (6, 0.6, False), (20, 0.3, True), (40, 0.3, False))
    chosen = choose(judged)
    assert [(one.tau, one.n, one.errors) for one in chosen.values()] == [
        (0.62, 100, 0),
        (0.32, 120, 6),
        (0.32, 120, 6),
    ]
    assert all(one.bound <= one.alpha and one.reason is None for one in chosen.values())
    assert chosen[Mode.STRICT].coverage == pytest.approx(100 / 180)


def test_what_has_no_answer_is_an_error_and_no_coverage() -> None:
    unanswerable = tuple(
        Judged(id=f"u{n}", family=f"u{n}", probability=0.6, answered=True, answerable=False, right=False) for n in range(30)
    )
    chosen = choose((*_judged((100, 0.9, True)), *unanswerable))[Mode.NORMAL]
    assert (chosen.tau, chosen.n, chosen.errors, chosen.coverage) == (0.62, 100, 0, 1.0)


def test_what_would_be_declined_at_any_threshold_is_not_counted() -> None:
    declined = tuple(
        Judged(id=f"d{n}", family=f"d{n}", probability=0.99, answered=False, answerable=True, right=False) for n in range(50)
    )
    chosen = choose((*_judged((100, 0.9, True)), *declined))[Mode.STRICT]
    assert (chosen.n, chosen.errors, chosen.coverage) == (100, 0, pytest.approx(100 / 150))


@pytest.mark.parametrize(
    ("judged", "reasons"),
    [
        ((), ("45 answers", "22 answers", "11 answers")),
        (_judged((30, 0.9, True)), ("45 answers", None, None)),
        (_judged((100, 0.9, False)), ("100 are wrong", "100 are wrong", "100 are wrong")),
        (_judged((50, 0.9, True), (10, 0.9, False), (20, 0.1, False)), ("10 are wrong", USUAL, "10 are wrong")),
    ],
    ids=["no questions", "too few", "all wrong", "too many wrong"],
)
def test_a_mode_that_cannot_be_supported_says_why(judged: tuple[Judged, ...], reasons: tuple[str | None, ...]) -> None:
    for one, reason in zip(choose(judged).values(), reasons, strict=True):
        assert (one.tau is None) is (reason is not None and reason != USUAL)
        assert (reason or "") in (one.reason or "")


def test_the_usual_threshold_that_keeps_no_promise_is_the_strictest_that_answers_enough() -> None:
    judged = _judged((50, 0.9, True), (10, 0.9, False), (12, 0.5, True), (8, 0.5, False), (20, 0.1, False))
    usual = choose(judged)[Mode.NORMAL]
    assert (usual.tau, usual.n, usual.errors) == (0.9, 60, 10)
    assert usual.coverage >= LEAST_COVERAGE
    assert usual.bound > usual.alpha


def test_explore_is_not_offered_where_it_would_answer_less_than_is_usual() -> None:
    found = choose(_judged((80, 0.9, True), (8, 0.9, False), (40, 0.5, False), (40, 0.1, False)))
    usual, explore = found[Mode.NORMAL], found[Mode.EXPLORE]
    assert usual.tau == 0.5
    assert usual.coverage >= LEAST_COVERAGE
    assert (explore.tau, explore.n, explore.errors) == (None, 88, 8)
    assert "less than is answered" in (explore.reason or "")


def test_a_mode_that_allows_more_errors_never_answers_less() -> None:
    random = np.random.default_rng(7)
    for _ in range(50):
        chances = random.beta(4, 1, 120)
        judged = _judged(*[(1, float(chance), bool(random.random() < chance)) for chance in chances])
        taus = [one.tau for one in choose(judged).values() if one.tau is not None]
        assert taus == sorted(taus, reverse=True)


def test_the_risk_promised_is_kept_in_most_draws() -> None:
    random, alpha = np.random.default_rng(20_260_101), 0.20
    many = np.sort(random.beta(2, 1.2, 200_000))
    broken = 0
    draws = 400
    for _ in range(draws):
        chances = random.beta(2, 1.2, 200)
        judged = _judged(*[(1, float(chance), bool(random.random() < chance)) for chance in chances])
        tau = choose(judged, {Mode.STRICT: 0.05, Mode.EXPLORE: alpha})[Mode.EXPLORE].tau
        broken += tau is not None and float(1 - many[np.searchsorted(many, tau) :].mean()) > alpha
    # delta .10 of 400, and three standard deviations of chance.
    assert 0 < broken <= draws * DELTA + 3 * (draws * DELTA * (1 - DELTA)) ** 0.5


def test_thresholds_are_written_by_mode(tmp_path: Path) -> None:
    chosen = choose(_judged((30, 0.9, True)))
    write(tmp_path / "thresholds.json", chosen)
    modes = json.loads((tmp_path / "thresholds.json").read_text(encoding="utf-8"))["modes"]
    assert modes.keys() == {mode.value for mode in ALPHAS}
    assert (modes["strict"]["tau"], modes["strict"]["alpha"]) == (None, 0.05)
    assert "45 answers" in modes["strict"]["reason"]
    assert {"tau", "alpha", "delta", "n", "errors", "bound", "coverage", "reason"} == modes["normal"].keys()
    assert told(chosen).splitlines()[1].split()[:2] == ["strict", "none"]


def test_what_was_withheld_counts_as_answered() -> None:
    row = {"id": "q", "family": "f", "probability": 0.4, "answerable": True, "right": True, "answered": False}
    held, nothing = without_threshold([row | {"withheld": [{"quote": "x"}]}, row | {"withheld": []}])
    assert (held.answered, nothing.answered) == (True, False)
