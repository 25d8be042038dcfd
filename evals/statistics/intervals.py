"""Intervals and paired differences over questions, resampled by family; does not know what was measured.

Questions on the same sources are not independent, so whole families are drawn (methods 1.5). The seed is an argument, and
the draws are made by numpy's PCG64, whose stream is the same on every machine.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

DRAWS = 10_000
SEED = 20_260_101
LEVEL = 95


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A mean with its interval; `n` questions in `families` families."""

    mean: float
    low: float
    high: float
    n: int
    families: int


def estimate(
    values: Mapping[str, float], family: Mapping[str, str], *, draws: int = DRAWS, seed: int = SEED
) -> Estimate | None:
    """The mean over questions with a percentile interval; None where there is no question."""
    if not values:
        return None
    sums, counts = _by_family(values, family)
    means = _resampled_means(sums, counts, draws=draws, seed=seed)
    low, high = np.percentile(means, [(100 - LEVEL) / 2, (100 + LEVEL) / 2])
    return Estimate(mean=float(sums.sum() / counts.sum()), low=float(low), high=float(high), n=len(values), families=len(sums))


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How much better ours is than another, over the questions both were measured on."""

    estimate: Estimate
    p: float
    """Two-sided paired randomisation: chance of such a difference if the names were swapped at random by family."""
    gained: tuple[str, ...]
    """Questions where ours is higher."""
    lost: tuple[str, ...]


def difference(
    ours: Mapping[str, float], other: Mapping[str, float], family: Mapping[str, str], *, draws: int = DRAWS, seed: int = SEED
) -> Difference | None:
    """Ours minus another, question by question; None where they share no question."""
    both = sorted(ours.keys() & other.keys())
    gaps = {key: ours[key] - other[key] for key in both}
    mean = estimate(gaps, family, draws=draws, seed=seed)
    if mean is None:
        return None
    sums, _ = _by_family(gaps, family)
    signs = np.random.default_rng(seed).choice(np.array([-1.0, 1.0]), (draws, len(sums)))
    as_large = np.abs((signs * sums).sum(axis=1)) >= abs(sums.sum()) - 1e-12
    return Difference(
        estimate=mean,
        p=float((1 + as_large.sum()) / (draws + 1)),
        gained=tuple(key for key in both if gaps[key] > 0),
        lost=tuple(key for key in both if gaps[key] < 0),
    )


def _by_family(
    values: Mapping[str, float], family: Mapping[str, str]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Sum and count of each family, families in order, so that the same values give the same draws."""
    names = sorted({family[key] for key in values})
    sums = np.array([sum(value for key, value in sorted(values.items()) if family[key] == name) for name in names])
    counts = np.array([float(sum(family[key] == name for key in values)) for name in names])
    return sums, counts


def _resampled_means(
    sums: npt.NDArray[np.float64], counts: npt.NDArray[np.float64], *, draws: int, seed: int
) -> npt.NDArray[np.float64]:
    drawn = np.random.default_rng(seed).integers(0, len(sums), (draws, len(sums)))
    means: npt.NDArray[np.float64] = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    return means
