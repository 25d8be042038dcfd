"""Calibrate: how sure an answer must be so that few answers are wrong, chosen on questions kept for it; trains nothing.

For a threshold with k wrong of n answered, the Clopper-Pearson upper bound of the risk at confidence 1 - delta is
BetaInv(1 - delta; k + 1, n - k). Thresholds are tried on a grid fixed in advance, from the strictest down, until the first
whose bound is above alpha (fixed-sequence testing, methods 3.4 a). Where to begin is decided by how many are answered there,
never by how many of them are wrong, so that the bound holds for the threshold that is chosen. "On questions like ours", not
"always": questions of one family are not independent, and topics drift.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from math import ceil, log
from pathlib import Path
from typing import Any

from scipy.stats import beta

from evals.measures.confidence import Judged, judge
from search_api.question.mode import Mode

DELTA = 0.10
ALPHAS = {Mode.STRICT: 0.05, Mode.NORMAL: 0.10, Mode.EXPLORE: 0.20}
"""The share of answers that may be wrong, by mode (methods 3.4)."""
LEAST_COVERAGE = 0.60
"""Share of the answerable questions that people who ask for no mode get answered, though no risk is promised: a reader who
sees the words and the doubt beside them can judge an answer, and cannot judge a refusal."""
GRID = tuple(round(0.98 - 0.02 * step, 2) for step in range(48))
"""Thresholds tried: 0.98 down to 0.04."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """What was found for a mode."""

    tau: float | None
    """The least probability that is answered; None where the questions cannot support the mode."""
    alpha: float
    delta: float
    n: int
    """Calibration questions answered at `tau`; where it is None, at the threshold that failed."""
    errors: int
    """Wrong ones among them; answering a question that has no answer is one."""
    bound: float
    """With confidence 1 - delta the risk is at most this."""
    coverage: float
    """Share of the answerable calibration questions answered."""
    reason: str | None = None
    """Why there is none, or why it keeps no promise."""


def risk_bound(errors: int, n: int, delta: float = DELTA) -> float:
    """The Clopper-Pearson upper bound of an error rate; 1 where nothing was answered or all was wrong."""
    return 1.0 if errors >= n else float(beta.ppf(1 - delta, errors + 1, n - errors))


def allowed_errors(n: int, alpha: float, delta: float = DELTA) -> int | None:
    """The most errors among n answers that still bound the risk by alpha; None where even none is too many."""
    passing = [errors for errors in range(n + 1) if risk_bound(errors, n, delta) <= alpha]
    return max(passing, default=None)


def least_answers(alpha: float, delta: float = DELTA) -> int:
    """The fewest answers, all right, that bound the risk by alpha: 22 for 0.10."""
    return ceil(log(delta) / log(1 - alpha))


def choose(
    judged: Sequence[Judged],
    alphas: Mapping[Mode, float] = ALPHAS,
    *,
    delta: float = DELTA,
    grid: Sequence[float] = GRID,
) -> dict[Mode, Threshold]:
    """A threshold for each mode; `answered` must be what would be answered were there no threshold.

    All modes begin at one place, the strictest threshold with enough answers for the strictest mode that these questions
    could support at all: so a mode that allows more errors never answers less.
    """
    steps = [_at(judged, tau) for tau in sorted(grid, reverse=True)]
    most = max((step.n for step in steps), default=0)
    starts = [least for alpha in sorted(alphas.values()) if (least := least_answers(alpha, delta)) <= most]
    tried = [step for step in steps if starts and step.n >= starts[0]]
    found = {mode: _mode(tried, most, alpha=alpha, delta=delta) for mode, alpha in alphas.items()}
    if Mode.NORMAL in found and found[Mode.NORMAL].tau is None:
        worth = [step for step in steps if step.coverage >= LEAST_COVERAGE and step.n > 2 * step.errors]
        if worth:
            found[Mode.NORMAL] = usual = _usual(worth, alpha=alphas[Mode.NORMAL], delta=delta)
            explore = found.get(Mode.EXPLORE)
            if explore and explore.tau is not None and usual.tau is not None and explore.tau > usual.tau:
                found[Mode.EXPLORE] = replace(
                    explore, tau=None, reason="answers less than is answered where no mode is asked for"
                )
    return found


def without_threshold(rows: Sequence[Mapping[str, Any]]) -> tuple[Judged, ...]:
    """The rows of a run as they would be were nothing declined for its probability alone: what was withheld counts as given."""
    return judge([{**row, "answered": row["answered"] or bool(row["withheld"])} for row in rows])


def write(path: Path, chosen: Mapping[Mode, Threshold]) -> None:
    """Thresholds as JSON, by mode under `modes`."""
    text = json.dumps({"modes": {mode.value: asdict(found) for mode, found in chosen.items()}}, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def told(chosen: Mapping[Mode, Threshold]) -> str:
    """Thresholds as lines for a terminal."""
    lines = [f"{'mode':10}{'tau':>6}{'alpha':>7}{'n':>6}{'errors':>8}{'bound':>7}{'coverage':>10}"]
    for mode, one in chosen.items():
        tau = f"{one.tau:.2f}" if one.tau is not None else "none"
        lines.append(
            f"{mode.value:10}{tau:>6}{one.alpha:>7.2f}{one.n:>6}{one.errors:>8}{one.bound:>7.3f}{one.coverage:>10.3f}"
            f"  {one.reason or ''}".rstrip()
        )
    return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    tau: float
    n: int
    errors: int
    coverage: float


def _at(judged: Sequence[Judged], tau: float) -> _Step:
    answerable = sum(one.answerable for one in judged)
    taken = [one for one in judged if one.answered and one.probability >= tau]
    covered = sum(one.answerable for one in taken)
    return _Step(
        tau=tau, n=len(taken), errors=sum(not one.right for one in taken), coverage=covered / answerable if answerable else 0.0
    )


def _usual(steps: Sequence[_Step], *, alpha: float, delta: float) -> Threshold:
    """What people get who ask for no mode, where no threshold keeps its promise: the strictest that still answers enough.

    Its bound is that of these very questions, on which it was chosen: no promise, and the reason says so.
    """
    best = max(steps, key=lambda step: step.tau)
    bound = risk_bound(best.errors, best.n, delta)
    reason = f"no threshold keeps the risk under {alpha:.2f}: this is the strictest that answers {LEAST_COVERAGE:.2f}"
    return Threshold(
        tau=best.tau, alpha=alpha, delta=delta, n=best.n, errors=best.errors, bound=bound, coverage=best.coverage, reason=reason
    )


def _mode(tried: Sequence[_Step], most: int, *, alpha: float, delta: float) -> Threshold:
    """The last threshold before the first failure."""
    held: _Step | None = None
    failed: _Step | None = None
    for step in tried:
        if risk_bound(step.errors, step.n, delta) > alpha:
            failed = step
            break
        held = step
    found: dict[str, Any] = {"alpha": alpha, "delta": delta}
    if held:
        bound = risk_bound(held.errors, held.n, delta)
        return Threshold(tau=held.tau, n=held.n, errors=held.errors, bound=bound, coverage=held.coverage, **found)
    if failed is None or failed.n < least_answers(alpha, delta):
        reason = f"{least_answers(alpha, delta)} answers, all right, are the fewest that can show it; there are {most}"
        return Threshold(tau=None, n=most, errors=0, bound=1.0, coverage=0.0, reason=reason, **found)
    bound = risk_bound(failed.errors, failed.n, delta)
    reason = f"of the {failed.n} surest answers {failed.errors} are wrong: the risk may be {bound:.3f}"
    return Threshold(tau=None, n=failed.n, errors=failed.errors, bound=bound, coverage=failed.coverage, reason=reason, **found)
