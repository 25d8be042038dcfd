"""Summary: means with intervals from the rows of a run, whole, by family and by group; reads nothing else.

Differences between systems are `evals.runs.differences`.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from evals.measures.confidence import Bin, Point, bins, judge, measured, risk_coverage
from evals.measures.parity import parity
from evals.runs.differences import OURS, Row, best, differences, values
from evals.statistics.intervals import Estimate, estimate, over_families

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
MACRO = ("ndcg@10", "recall@10", "fact_recall", "correct", "effective", "citation_f1")
"""Measures that are also shown with each family counting once."""
PARITY = ("ndcg@10", "recall@10", "answered", "correct", "effective", "fact_recall", "citation_f1")
"""Measures whose means over Welsh questions are set beside those of their English twins."""
GROUPS: dict[str, Callable[[Row], str | None]] = {
    "audience": lambda row: str(row["audience"]),
    "kind": lambda row: str(row["kind"]),
    "language": lambda row: f"{row['language']}{', held only in the other language' if row['other_language_only'] else ''}",
    "unanswerable_kind": lambda row: row["unanswerable_kind"],
    "hinges_on": lambda row: row["hinges_on"],
    "duties": lambda row: "about a duty" if row["is_duty"] else None,
    "source": lambda row: row["source"],
    "split": lambda row: str(row["split"]),
    "overlap_tercile": lambda row: row.get("overlap_tercile"),
}


def summarise(rows: Sequence[Row]) -> dict[str, Any]:
    """Every mean of a run, ready for JSON."""
    systems = sorted({row["system"] for row in rows}, key=lambda name: (name != OURS, name))
    by_system = {name: [row for row in rows if row["system"] == name] for name in systems}
    groups = {**GROUPS, "twins": _twins(rows)}
    return {
        "measures": {name: _means(mine) for name, mine in by_system.items()},
        "macro": {name: _macro(mine) for name, mine in by_system.items()},
        "groups": {group: _grouped(by_system, key) for group, key in groups.items()},
        "parity": {name: found for name, mine in by_system.items() if (found := _parity(mine))},
        "blame": {name: _counted([row["blame"] for row in mine if row["blame"]]) for name, mine in by_system.items()},
        "blame_declined": {
            name: _counted([row["blame"] for row in mine if row["blame"] and not row["answered"]])
            for name, mine in by_system.items()
        },
        "false_answers": {name: _false_answers(mine) for name, mine in by_system.items()},
        "statuses": {name: _counted([row["status"] for row in mine]) for name, mine in by_system.items()},
        "refusals": {name: _counted([row["refusal"] for row in mine if row["refusal"]]) for name, mine in by_system.items()},
        "confidence": {name: _confidence(mine) for name, mine in by_system.items() if judge(mine)},
        "differences": differences(by_system) if OURS in by_system else {},
        "best": best(by_system),
    }


def _means(rows: Sequence[Row]) -> dict[str, Any]:
    family = {row["id"]: row["family"] for row in rows}
    means = {measure: estimate(values(rows, measure), family) for measure in HEADLINE}
    return {measure: _rounded(mean) for measure, mean in means.items() if mean is not None}


def _macro(rows: Sequence[Row]) -> dict[str, Any]:
    """The same with each family counting once."""
    family = {row["id"]: row["family"] for row in rows}
    means = {measure: over_families(values(rows, measure), family) for measure in MACRO}
    return {measure: _rounded(mean) for measure, mean in means.items() if mean is not None}


def _twins(rows: Sequence[Row]) -> Callable[[Row], str | None]:
    """Which side of a pair of twins a row is."""
    english = {row["twin"] for row in rows if row.get("twin")}
    return lambda row: "in Welsh" if row.get("twin") else "the same in English" if row["id"] in english else None


def _parity(rows: Sequence[Row]) -> dict[str, Any]:
    """Means over Welsh questions over those of their English twins, each pair drawn whole."""
    pairs = {row["id"]: row["twin"] for row in rows if row.get("twin")}
    family = {row["id"]: row["family"] for row in rows}
    ratios = {measure: parity(values(rows, measure), values(rows, measure), pairs, family) for measure in PARITY if pairs}
    return {measure: _rounded(found) for measure, found in ratios.items() if found is not None}


def _false_answers(rows: Sequence[Row]) -> dict[str, dict[str, int]]:
    """Questions without an answer, by kind: how many there are, and how many were answered all the same."""
    asked = Counter(row["unanswerable_kind"] for row in rows if not row["answerable"])
    told = Counter(row["unanswerable_kind"] for row in rows if not row["answerable"] and row["answered"])
    return {kind: {"answered": told[kind], "n": asked[kind]} for kind in sorted(asked)}


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


def _rounded(mean: Estimate | Bin | Point) -> dict[str, Any]:
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in asdict(mean).items()}


def _counted(labels: Sequence[str]) -> dict[str, int]:
    return dict(sorted(Counter(labels).items()))
