"""Confidence: whether a system's probabilities tell its right answers from its wrong ones; does not set thresholds.

Risk and coverage, AUROC, calibration error and Brier score (methods 1.4.4), each with a bootstrap over whole families. A
question that was declined counts by what would have been shown where the system says so, else as not right.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.stats import rankdata

from evals.statistics.intervals import LEVEL, SEED, Estimate

COVERAGE = 0.60
"""Share of answerable questions at which the goal for accuracy is set (methods 9)."""
BINS = 10
DRAWS = 2_000
"""Fewer than for means: each draw sorts again."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A question with the probability it got and how it ended."""

    id: str
    family: str
    probability: float
    answered: bool
    answerable: bool
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What is answered at or above a threshold."""

    threshold: float
    answered: int
    coverage: float
    """Share of answerable questions answered."""
    accuracy: float
    """Share of what was answered that is right; a question without an answer never is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Questions of like probability."""

    n: int
    probability: float
    """Their mean."""
    right: float
    """Their share that is right."""


def judge(rows: Sequence[Mapping[str, Any]]) -> tuple[Judged, ...]:
    """The rows of one system that hold a probability."""
    return tuple(
        Judged(
            id=row["id"],
            family=row["family"],
            probability=row["probability"],
            answered=row["answered"],
            answerable=row["answerable"],
            right=row["right"],
        )
        for row in rows
        if row.get("probability") is not None
    )


def risk_coverage(judged: Sequence[Judged]) -> tuple[Point, ...]:
    """The curve over answered questions, a point for each probability among them, from the surest."""
    answerable = sum(one.answerable for one in judged)
    answered = sorted((one for one in judged if one.answered), key=lambda one: -one.probability)
    points = []
    for threshold in sorted({one.probability for one in answered}, reverse=True):
        taken = [one for one in answered if one.probability >= threshold]
        right, wanted = sum(one.right for one in taken), sum(one.answerable for one in taken)
        points.append(
            Point(
                threshold=threshold,
                answered=len(taken),
                coverage=wanted / answerable if answerable else 0.0,
                accuracy=right / len(taken),
            )
        )
    return tuple(points)


def bins(judged: Sequence[Judged], number: int = BINS) -> tuple[Bin, ...]:
    """Bins of equal mass, from the least sure; fewer where there are fewer questions."""
    ordered = sorted(judged, key=lambda one: (one.probability, one.id))
    parts = [part for part in np.array_split(np.arange(len(ordered)), number) if len(part)]
    return tuple(
        Bin(
            n=len(part),
            probability=float(np.mean([ordered[place].probability for place in part])),
            right=float(np.mean([ordered[place].right for place in part])),
        )
        for part in parts
    )


def measured(judged: Sequence[Judged], *, draws: int = DRAWS, seed: int = SEED) -> dict[str, Estimate]:
    """Every measure that is defined on these questions, by name, with its interval."""
    if not judged:
        return {}
    names = sorted({one.family for one in judged})
    members = [np.array([place for place, one in enumerate(judged) if one.family == name]) for name in names]
    table = np.array([(one.probability, one.answered, one.answerable, one.right) for one in judged], dtype=np.float64)
    random = np.random.default_rng(seed)
    drawn = [np.concatenate([members[one] for one in random.integers(0, len(names), len(names))]) for _ in range(draws)]
    found = {}
    for name, measure in MEASURES.items():
        value = measure(table)
        if value is None:
            continue
        tried = [again for rows in drawn if (again := measure(table[rows])) is not None]
        low, high = np.percentile(tried, [(100 - LEVEL) / 2, (100 + LEVEL) / 2])
        found[name] = Estimate(mean=value, low=float(low), high=float(high), n=len(judged), families=len(names))
    return found


def accuracy_at(table: Floats, coverage: float = COVERAGE) -> float | None:
    """Share right of the surest answers that cover a share of the answerable questions; None where fewer were answered.

    `table` has a row a question: probability, answered, answerable, right. Questions of one probability share their means,
    so that their order does not matter.
    """
    wanted = coverage * table[:, 2].sum()
    answered = table[table[:, 1] > 0]
    if wanted <= 0 or answered[:, 2].sum() < wanted - 1e-9:
        return None
    covered, taken, right = (np.cumsum(column) for column in (answered_means(answered)))
    place = int(np.searchsorted(covered, wanted - 1e-9))
    return float(right[place] / taken[place])


def answered_means(answered: Floats) -> tuple[Floats, Floats, Floats]:
    """Answerable, one and right for each answer, surest first, ties sharing their means."""
    ordered = answered[np.argsort(-answered[:, 0], kind="stable")]
    _, group = np.unique(-ordered[:, 0], return_inverse=True)
    size = np.bincount(group)
    covered, right = (np.bincount(group, weights=ordered[:, column]) / size for column in (2, 3))
    return covered[group], np.ones(len(ordered)), right[group]


def aurc(table: Floats) -> float | None:
    """Area under the risk-coverage curve of what was answered: the mean risk over all prefixes, surest first; 0 is best."""
    answered = table[table[:, 1] > 0]
    if not len(answered):
        return None
    _, taken, right = (np.cumsum(column) for column in answered_means(answered))
    return float(np.mean(1 - right / taken))


def auroc(table: Floats) -> float | None:
    """Chance that a question answered right has the higher probability of a pair; None where all or none are right."""
    right = table[:, 3] > 0
    positive, negative = int(right.sum()), int((~right).sum())
    if not positive or not negative:
        return None
    ranks = rankdata(table[:, 0])
    return float((ranks[right].sum() - positive * (positive + 1) / 2) / (positive * negative))


def ece(table: Floats) -> float | None:
    """Expected calibration error over bins of equal mass."""
    ordered = table[np.argsort(table[:, 0], kind="stable")]
    parts = [part for part in np.array_split(ordered, BINS) if len(part)]
    return float(sum(len(part) * abs(part[:, 0].mean() - part[:, 3].mean()) for part in parts) / len(table))


def brier(table: Floats) -> float | None:
    """Mean squared distance of probability and outcome."""
    return float(np.mean((table[:, 0] - table[:, 3]) ** 2))


MEASURES: dict[str, Callable[[Floats], float | None]] = {
    "accuracy@.60": accuracy_at,
    "aurc": aurc,
    "auroc": auroc,
    "ece": ece,
    "brier": brier,
}
