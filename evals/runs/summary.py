"""Summary: means with intervals from the rows of a run, whole and by group, and paired differences; reads nothing else."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from evals.measures.confidence import Bin, Point, bins, judge, measured, risk_coverage
from evals.statistics.intervals import Estimate, difference, estimate

Row = dict[str, Any]
OURS = "ours"
HEADLINE = (
    "success@1",
    "recall@1",
    "recall@5",
    "recall@10",
    "ndcg@10",
    "rr@10",
    "answered",
    "correct",
    "selective_correct",
    "false_answer",
    "effective",
    "penalised@1",
    "penalised@2",
    "fact_recall",
    "vital_strict",
    "short_given",
    "short_exact",
    "list_precision",
    "list_recall",
    "list_f1",
    "citation_precision",
    "citation_recall",
    "citation_f1",
    "cited_publication",
    "wrong_version",
    "lapsed_as_current",
    "as_of_right",
    "useful_refusal",
    "exact_quotes",
    "quoted_words",
)
"""Columns of the report, in its order."""
COMPARED = ("ndcg@10", "recall@10", "fact_recall", "correct", "effective")
GROUPS: dict[str, Callable[[Row], str | None]] = {
    "audience": lambda row: str(row["audience"]),
    "kind": lambda row: str(row["kind"]),
    "language": lambda row: f"{row['language']}{', held only in the other language' if row['other_language_only'] else ''}",
    "unanswerable_kind": lambda row: row["unanswerable_kind"],
    "hinges_on": lambda row: row["hinges_on"],
    "duties": lambda row: "about a duty" if row["is_duty"] else None,
    "source": lambda row: row["source"],
    "split": lambda row: str(row["split"]),
}


def summarise(rows: Sequence[Row]) -> dict[str, Any]:
    """Every mean of a run, ready for JSON."""
    systems = sorted({row["system"] for row in rows}, key=lambda name: (name != OURS, name))
    by_system = {name: [row for row in rows if row["system"] == name] for name in systems}
    return {
        "measures": {name: _means(mine) for name, mine in by_system.items()},
        "groups": {group: _grouped(by_system, key) for group, key in GROUPS.items()},
        "blame": {name: _counted([row["blame"] for row in mine if row["blame"]]) for name, mine in by_system.items()},
        "statuses": {name: _counted([row["status"] for row in mine]) for name, mine in by_system.items()},
        "refusals": {name: _counted([row["refusal"] for row in mine if row["refusal"]]) for name, mine in by_system.items()},
        "confidence": {name: _confidence(mine) for name, mine in by_system.items() if judge(mine)},
        "differences": {
            other: {measure: _difference(by_system[OURS], by_system[other], measure) for measure in COMPARED}
            for other in systems
            if other != OURS and OURS in by_system
        },
    }


def values(rows: Sequence[Row], measure: str) -> dict[str, float]:
    """A measure by question, over the rows it applies to."""
    return {row["id"]: row["scores"][measure] for row in rows if measure in row["scores"]}


def _means(rows: Sequence[Row]) -> dict[str, Any]:
    family = {row["id"]: row["family"] for row in rows}
    means = {measure: estimate(values(rows, measure), family) for measure in HEADLINE}
    return {measure: _rounded(mean) for measure, mean in means.items() if mean is not None}


def _confidence(rows: Sequence[Row]) -> dict[str, Any]:
    """How far the probabilities of a system can be trusted, over all questions and in each split."""
    splits = sorted({row["split"] for row in rows})
    parts = {"all": rows} | {split: [row for row in rows if row["split"] == split] for split in splits}
    return {
        "measures": {
            part: {name: _rounded(found) for name, found in measured(judge(mine)).items()} for part, mine in parts.items()
        },
        "bins": [_rounded(one) for one in bins(judge(rows))],
        "curve": [_rounded(point) for point in risk_coverage(judge(rows))],
    }


def _grouped(by_system: dict[str, list[Row]], key: Callable[[Row], str | None]) -> dict[str, Any]:
    groups = sorted({key(row) or "" for rows in by_system.values() for row in rows} - {""})
    return {
        group: {name: _means([row for row in rows if key(row) == group]) for name, rows in by_system.items()}
        for group in groups
    }


def _difference(ours: Sequence[Row], other: Sequence[Row], measure: str) -> dict[str, Any] | None:
    family = {row["id"]: row["family"] for row in ours}
    found = difference(values(ours, measure), values(other, measure), family)
    if found is None:
        return None
    lists = {"gained": list(found.gained), "lost": list(found.lost)}
    return _rounded(found.estimate) | {"p": round(found.p, 4)} | lists


def _rounded(mean: Estimate | Bin | Point) -> dict[str, Any]:
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in asdict(mean).items()}


def _counted(labels: Sequence[str]) -> dict[str, int]:
    return dict(sorted(Counter(labels).items()))
