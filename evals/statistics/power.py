"""Power: the smallest difference that so many questions can show, given how far paired differences spread; tests nothing.

The difference a two-sided test at level ALPHA finds with chance POWER, by the normal approximation of a paired design:
(z[1 - alpha / 2] + z[power]) * sd / sqrt(n), as in Cohen 1988, chapter 2, and in the table of methods 1.5. Where questions
come in families, sd / sqrt(n) is replaced by the standard error over families.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.stats import norm

from evals.statistics.intervals import by_family

POWER = 0.80
ALPHA = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a paired comparison could have found."""

    spread: float
    """Standard deviation of the differences by question."""
    smallest: float
    """Difference that would be found with chance POWER."""
    n: int


def smallest_difference(spread: float, n: int, *, power: float = POWER, alpha: float = ALPHA) -> float:
    """The smallest mean difference that n independent questions find: 0.126 for a spread of 0.45 and 100 questions."""
    return _reach(spread / sqrt(n), power=power, alpha=alpha)


def questions_needed(spread: float, gap: float, *, power: float = POWER, alpha: float = ALPHA) -> int:
    """Independent questions that find a mean difference of `gap`."""
    return int(np.ceil((_reach(spread, power=power, alpha=alpha) / gap) ** 2))


def reach(gaps: Mapping[str, float], family: Mapping[str, str], *, power: float = POWER, alpha: float = ALPHA) -> Reach | None:
    """What the measured differences by question could have shown; None for fewer than two families."""
    if not gaps:
        return None
    sums, counts = by_family(gaps, family)
    families = len(sums)
    if families < 2:
        return None
    mean = sums.sum() / counts.sum()
    # The variance of a ratio of sums over families, linearised: that of sd / sqrt(n) where each family is one question.
    error = sqrt(float(((sums - mean * counts) ** 2).sum()) * families / (families - 1)) / float(counts.sum())
    return Reach(
        spread=float(np.std(list(gaps.values()), ddof=1)),
        smallest=_reach(error, power=power, alpha=alpha),
        n=len(gaps),
    )


def _reach(error: float, *, power: float, alpha: float) -> float:
    return float((norm.ppf(1 - alpha / 2) + norm.ppf(power)) * error)
