"""Parity: how well questions fare in Welsh beside the same questions in English, as a ratio; does not know what was measured.

The ratio of two means over twins, with a percentile interval that resamples whole families (methods 1.5): both twins of a pair
are of one family, so a draw keeps them together.
"""

from collections.abc import Mapping

import numpy as np

from evals.statistics.intervals import DRAWS, LEVEL, SEED, Estimate


def parity(
    welsh: Mapping[str, float],
    english: Mapping[str, float],
    twins: Mapping[str, str],
    family: Mapping[str, str],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Estimate | None:
    """Mean of the Welsh over the mean of the English, over the twins that both have a value; `twins` is Welsh to English.

    None without a pair, or where the English mean is 0. A draw whose English mean is 0 has no ratio and is left out.
    """
    pairs = sorted((one, other) for one, other in twins.items() if one in welsh and other in english)
    names = sorted({family[one] for one, _ in pairs})
    sums = np.array(
        [
            [
                sum(values)
                for values in zip(*((welsh[one], english[other]) for one, other in pairs if family[one] == name), strict=True)
            ]
            for name in names
        ]
    )
    if not pairs or sums[:, 1].sum() <= 0:
        return None
    drawn = np.random.default_rng(seed).integers(0, len(names), (draws, len(names)))
    totals = sums[drawn].sum(axis=1)
    ratios = totals[totals[:, 1] > 0]
    low, high = np.percentile(ratios[:, 0] / ratios[:, 1], [(100 - LEVEL) / 2, (100 + LEVEL) / 2])
    whole = sums.sum(axis=0)
    return Estimate(mean=float(whole[0] / whole[1]), low=float(low), high=float(high), n=len(pairs), families=len(names))
