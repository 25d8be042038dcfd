"""Corrected: a mean of a judge's labels, put right by its mistakes where people labelled too; does not know what was judged.

Prediction-powered inference (Angelopoulos and others 2023), as in methods 1.9:

    theta = mean of f over N + mean of (y - f) over n,   var = s2 of f / N + s2 of (y - f) / n,   theta +- 1.96 sqrt(var)

It holds where the labelled pairs are like the others. Ours are invented and half of them false, so that it corrects for a judge
that errs alike on both, and no more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

Z = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A mean as the judge gave it, and put right with its interval."""

    raw: float
    mean: float
    low: float
    high: float
    n: int
    labelled: int


def corrected(judged: Sequence[float], labelled: Sequence[tuple[float, float]]) -> Corrected | None:
    """The mean of what was judged, given (people's, judge's) values of the labelled; None for fewer than two of either.

    It is not cut at 0 and 1: a mean beyond them says that the correction is larger than what it corrects.
    """
    if len(judged) < 2 or len(labelled) < 2:
        return None
    errors = [people - judge for people, judge in labelled]
    raw = float(np.mean(judged))
    mean = raw + float(np.mean(errors))
    half = Z * sqrt(float(np.var(judged, ddof=1)) / len(judged) + float(np.var(errors, ddof=1)) / len(errors))
    return Corrected(raw=raw, mean=mean, low=mean - half, high=mean + half, n=len(judged), labelled=len(errors))
