"""Intervals and paired differences over questions, resampled by family; does not know what was measured.

Questions on the same sources are not independent, so whole families are drawn (methods 1.5). From FEW families up the interval
is the percentiles of the draws. Below it is bias-corrected and accelerated (BCa, Efron 1987), by `scipy.stats.bootstrap`: that
knows no clusters, but pairs of (sum, count) of a family, drawn together, are the cluster bootstrap. The seed is an argument,
and the draws are made by numpy's PCG64, whose stream is the same on every machine.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import bootstrap

DRAWS = 10_000
SEED = 20_260_101
LEVEL = 95
FEW = 50
"""Families below which an interval is BCa (methods 1.5)."""
PERCENTILES = ((100 - LEVEL) / 2, (100 + LEVEL) / 2)
TINY = 1e-12
Floats = npt.NDArray[np.float64]


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
    """The mean over questions with its interval; None where there is no question.

    Where every family scored the same, the interval has no width, whatever n.
    """
    if not values:
        return None
    sums, counts = by_family(values, family)
    return _estimate(sums, counts, n=len(values), draws=draws, seed=seed)


def over_families(
    values: Mapping[str, float], family: Mapping[str, str], *, draws: int = DRAWS, seed: int = SEED
) -> Estimate | None:
    """The mean over families of their means, each family counting once; None where there is no question."""
    if not values:
        return None
    sums, counts = by_family(values, family)
    return _estimate(sums / counts, np.ones(len(sums)), n=len(values), draws=draws, seed=seed)


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
    sums, _ = by_family(gaps, family)
    signs = np.random.default_rng(seed).choice(np.array([-1.0, 1.0]), (draws, len(sums)))
    as_large = np.abs((signs * sums).sum(axis=1)) >= abs(sums.sum()) - 1e-12
    return Difference(
        estimate=mean,
        p=float((1 + as_large.sum()) / (draws + 1)),
        gained=tuple(key for key in both if gaps[key] > 0),
        lost=tuple(key for key in both if gaps[key] < 0),
    )


def by_family(values: Mapping[str, float], family: Mapping[str, str]) -> tuple[Floats, Floats]:
    """Sum and count of each family, families in order, so that the same values give the same draws."""
    names = sorted({family[key] for key in values})
    place = {name: number for number, name in enumerate(names)}
    sums, counts = np.zeros(len(names)), np.zeros(len(names))
    for key, value in sorted(values.items()):
        sums[place[family[key]]] += value
        counts[place[family[key]]] += 1
    return sums, counts


def _estimate(sums: Floats, counts: Floats, *, n: int, draws: int, seed: int) -> Estimate:
    low, high = _bca(sums, counts, draws=draws, seed=seed) if len(sums) < FEW else _percentile(sums, counts, draws, seed)
    return Estimate(mean=float(sums.sum() / counts.sum()), low=low, high=high, n=n, families=len(sums))


def _percentile(sums: Floats, counts: Floats, draws: int, seed: int) -> tuple[float, float]:
    drawn = np.random.default_rng(seed).integers(0, len(sums), (draws, len(sums)))
    low, high = np.percentile(sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1), PERCENTILES)
    return float(low), float(high)


def _bca(sums: Floats, counts: Floats, *, draws: int, seed: int) -> tuple[float, float]:
    """A BCa interval; of the percentiles where there is nothing to correct: one family, or all alike."""
    means = sums / counts
    if len(sums) < 3 or np.ptp(means) < TINY:
        return _percentile(sums, counts, draws, seed)
    found = bootstrap(
        (sums, counts),
        lambda top, bottom, axis: top.sum(axis=axis) / bottom.sum(axis=axis),
        paired=True,
        vectorized=True,
        n_resamples=draws,
        confidence_level=LEVEL / 100,
        method="BCa",
        rng=np.random.default_rng(seed),
    ).confidence_interval
    return float(found.low), float(found.high)
