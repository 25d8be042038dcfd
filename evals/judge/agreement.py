"""Agreement: a judge beside people on pairs it did not see: accuracy, Cohen's kappa, recall of `none`; asks nobody.

Intervals resample whole texts, since sentences on one text are not independent. A draw in which people gave every pair one
label has no kappa and is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sklearn.metrics import cohen_kappa_score

from evals.judge.pairs import Label, Pair
from evals.judge.prompt import Verdict
from evals.statistics.intervals import DRAWS, PERCENTILES, SEED, Estimate, estimate

LEAST_KAPPA = 0.6
LEAST_RECALL = 0.8
LEAST_PAIRS = 150
"""All three of methods 1.9."""
_LABELS = tuple(Label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far a judge can be trusted."""

    accuracy: Estimate
    kappa: Estimate
    recall_none: Estimate
    """Of the pairs that people call none, those that the judge does: the mistake that matters is to miss one."""
    counts: Mapping[tuple[Label, Label], int]
    """By the label of people, then the judge's."""

    @property
    def against(self) -> str:
        """Why the judge is not to be used; empty where it is."""
        n, kappa, recall = self.accuracy.n, self.kappa.mean, self.recall_none.mean
        reasons = [f"{n} labelled pairs are fewer than {LEAST_PAIRS}"] if n < LEAST_PAIRS else []
        if kappa < LEAST_KAPPA:
            reasons.append(f"its kappa with people is {kappa:.2f}, under {LEAST_KAPPA:g}")
        if recall < LEAST_RECALL:
            reasons.append(f"it finds {recall:.0%} of the sentences that are not borne out, under {LEAST_RECALL:.0%}")
        return " and ".join(reasons)


def agreement(pairs: Sequence[Pair], verdicts: Sequence[Verdict]) -> Agreement:
    """A judge's verdicts beside the labels of the same pairs; both `full` and `none` must be among the labels."""
    family = {pair.key: pair.family for pair in pairs}
    wanted = {pair.key: pair.label for pair in pairs if pair.label is not None}
    found = {pair.key: verdict.label for pair, verdict in zip(pairs, verdicts, strict=True)}
    same = {key: float(found[key] is label) for key, label in wanted.items()}
    accuracy = estimate(same, family)
    recall = estimate({key: hit for key, hit in same.items() if wanted[key] is Label.NONE}, family)
    if accuracy is None or recall is None:
        raise ValueError("no pair is labelled none")
    both = [(wanted[key], found[key]) for key in sorted(wanted)]
    return Agreement(
        accuracy=accuracy,
        kappa=_kappa(wanted, found, family),
        recall_none=recall,
        counts={(one, other): both.count((one, other)) for one in _LABELS for other in _LABELS},
    )


def _kappa(wanted: Mapping[str, Label], found: Mapping[str, Label], family: Mapping[str, str]) -> Estimate:
    keys = sorted(wanted)
    told = float(cohen_kappa_score([wanted[key].value for key in keys], [found[key].value for key in keys]))
    names = sorted({family[key] for key in keys})
    tables = np.zeros((len(names), len(_LABELS), len(_LABELS)))
    for key in keys:
        tables[names.index(family[key]), _LABELS.index(wanted[key]), _LABELS.index(found[key])] += 1
    drawn = np.random.default_rng(SEED).integers(0, len(names), (DRAWS, len(names)))
    kappas = kappa_of(tables[drawn].sum(axis=1))
    low, high = np.nanpercentile(kappas, PERCENTILES)
    return Estimate(mean=told, low=float(low), high=float(high), n=len(keys), families=len(names))


def kappa_of(tables: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Cohen's kappa (1960) of each of many tables of counts; nan where chance alone would agree always."""
    n = tables.sum(axis=(1, 2))
    agreed = np.trace(tables, axis1=1, axis2=2) / n
    expected = (tables.sum(axis=1) * tables.sum(axis=2)).sum(axis=1) / n**2
    room = 1 - expected
    kappas: npt.NDArray[np.float64] = np.divide(agreed - expected, room, out=np.full_like(room, np.nan), where=room > 0)
    return kappas
