"""Planned comparisons: Holm's adjustment, and McNemar's exact test for yes or no; does not resample."""

from collections.abc import Mapping

from scipy.stats import binomtest


def holm(chances: Mapping[str, float]) -> dict[str, float]:
    """Chances adjusted for how many were planned, by name, so that the chance of any false finding stays under the level.

    Holm 1979: the smallest is multiplied by m, the next by m - 1 and so on, none ends below one before it, none above 1.
    """
    ordered = sorted(chances, key=lambda name: (chances[name], name))
    adjusted: dict[str, float] = {}
    least = 0.0
    for place, name in enumerate(ordered):
        least = max(least, min(1.0, (len(ordered) - place) * chances[name]))
        adjusted[name] = least
    return {name: adjusted[name] for name in chances}


def mcnemar(ours: Mapping[str, float], other: Mapping[str, float]) -> float | None:
    """The exact two-sided chance of so uneven a split of the questions that only one of two systems got right.

    For outcomes of 0 and 1 (McNemar 1947, exact by the binomial); None where an outcome is anything else, or no question is
    shared. It takes questions as independent, which those of one family are not: the randomisation test flips families.
    """
    both = ours.keys() & other.keys()
    if not both or any(one not in (0.0, 1.0) for key in both for one in (ours[key], other[key])):
        return None
    gained = sum(ours[key] > other[key] for key in both)
    lost = sum(ours[key] < other[key] for key in both)
    return float(binomtest(gained, gained + lost, 0.5).pvalue) if gained + lost else 1.0
