"""Differences: ours against each other system, question by question, and which is best; does not make means.

Holm's adjustment is over what was planned: every other system by every measure of one family of measures. Bounds and
ablations are no rivals, so they are in no table of the best, and ablations are adjusted among themselves.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from evals.statistics.intervals import Difference, difference
from evals.statistics.planned import holm, mcnemar
from evals.statistics.power import ALPHA, reach

Row = dict[str, Any]
OURS = "ours"
BOUNDS = frozenset({"gold-passage", "random"})
"""Systems that are an upper and a lower bound."""
FAMILIES: dict[str, tuple[str, ...]] = {
    "ranking": ("ndcg@10", "recall@10"),
    "answers": ("fact_recall", "correct", "effective"),
}
"""Measures that are compared, by what they are about."""
COMPARED = tuple(measure for measures in FAMILIES.values() for measure in measures)
LOWER = frozenset({"false_answer", "wrong_version", "lapsed_as_current"})
"""Measures of which less is better."""
UNRANKED = frozenset({"quoted_words", "exact_quotes"})
"""Measures that say nothing of who is best."""


def differences(by_system: Mapping[str, Sequence[Row]]) -> dict[str, dict[str, dict[str, Any] | None]]:
    """Ours minus each other by system and measure, with interval, chance, adjusted chance and what could have been found."""
    others = [name for name in by_system if name != OURS]
    found = {other: {one: _compared(by_system, other, one) for one in COMPARED} for other in others}
    for group in ([one for one in others if not is_ablation(one)], [one for one in others if is_ablation(one)]):
        for measures in FAMILIES.values():
            cells = {f"{other} {one}": cell for other in group for one in measures if (cell := found[other][one])}
            for name, adjusted in holm({name: cell["p"] for name, cell in cells.items()}).items():
                cells[name]["holm"] = round(adjusted, 4)
    return found


def best(by_system: Mapping[str, Sequence[Row]]) -> dict[str, dict[str, Any]]:
    """By measure the system with the best mean, the next, and whether the paired test tells them apart."""
    found = {}
    for measure in sorted({name for rows in by_system.values() for row in rows for name in row["scores"]} - UNRANKED):
        each = {name: values(rows, measure) for name, rows in by_system.items() if name not in BOUNDS and not is_ablation(name)}
        means = {name: sum(mine.values()) / len(mine) for name, mine in each.items() if mine}
        if len(means) < 2:
            continue
        sign = 1 if measure in LOWER else -1
        first, second = sorted(means, key=lambda name: (sign * means[name], name))[:2]
        family = {row["id"]: row["family"] for rows in by_system.values() for row in rows}
        gap = difference(each[first], each[second], family)
        chance = gap.p if gap else 1.0
        found[measure] = {"system": first, "next": second, "p": round(chance, 4), "sure": chance < ALPHA}
    return found


def is_ablation(name: str) -> bool:
    """Whether a system is ours with a step left out."""
    return name.startswith((f"{OURS}-", f"{OURS}:", "no-", "without-"))


def values(rows: Sequence[Row], measure: str) -> dict[str, float]:
    """A measure by question, over the rows it applies to."""
    return {row["id"]: row["scores"][measure] for row in rows if measure in row["scores"]}


def _compared(by_system: Mapping[str, Sequence[Row]], other: str, measure: str) -> dict[str, Any] | None:
    family = {row["id"]: row["family"] for row in by_system[OURS]}
    ours, theirs = values(by_system[OURS], measure), values(by_system[other], measure)
    found = difference(ours, theirs, family)
    if found is None:
        return None
    gaps = {key: ours[key] - theirs[key] for key in ours.keys() & theirs.keys()}
    possible = reach(gaps, family)
    exact = mcnemar(ours, theirs)
    return _rounded(found) | {
        "mcnemar": round(exact, 4) if exact is not None else None,
        "spread": round(possible.spread, 4) if possible else None,
        "detectable": round(possible.smallest, 4) if possible else None,
    }


def _rounded(found: Difference) -> dict[str, Any]:
    mean = found.estimate
    numbers = {name: round(value, 4) for name, value in (("mean", mean.mean), ("low", mean.low), ("high", mean.high))}
    lists = {"gained": list(found.gained), "lost": list(found.lost)}
    return numbers | {"n": mean.n, "families": mean.families, "p": round(found.p, 4)} | lists
