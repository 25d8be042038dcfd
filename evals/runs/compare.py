"""Compare: two runs question by question, what was gained and lost with intervals; does not run anything.

Small on purpose: both runs must hold rows of the same questions, and what is not shared is counted and left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ReportError
from evals.report.cells import listed
from evals.report.folder import read_run
from evals.runs.differences import OURS, Row, values
from evals.statistics.intervals import Difference, difference
from evals.statistics.planned import holm

COMPARED = ("correct", "effective", "fact_recall", "answered", "false_answer", "wrong_version", "lapsed_as_current", "ndcg@10")
FLIPS = "effective"
"""Decides what was gained and lost: answered right, or declined where there is no answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A later run against an earlier one."""

    differences: dict[str, Difference]
    """Later minus earlier, by measure."""
    adjusted: dict[str, float]
    """Their chances by Holm, over the measures compared."""
    texts: dict[str, str]
    """The questions both were asked, by id."""
    apart: int
    """Questions that only one of them was asked, or was asked in other words."""


def compare(earlier: Path, later: Path, *, before: str | None = None, after: str | None = None) -> Comparison:
    """A system of one run against a system of another: ours, or the only one; raises ReportError."""
    old, new = _rows(earlier, before), _rows(later, after)
    shared = {key for key in old.keys() & new.keys() if old[key]["text"] == new[key]["text"]}
    if not shared:
        raise ReportError(f"'{earlier}' and '{later}' have no question in common. Compare runs of the same questions.")
    family = {key: new[key]["family"] for key in shared}
    olds, news = [old[key] for key in sorted(shared)], [new[key] for key in sorted(shared)]
    found = {measure: difference(values(news, measure), values(olds, measure), family) for measure in COMPARED}
    known = {measure: one for measure, one in found.items() if one}
    return Comparison(
        differences=known,
        adjusted=holm({measure: one.p for measure, one in known.items()}),
        texts={key: new[key]["text"] for key in shared},
        apart=len(old.keys() | new.keys()) - len(shared),
    )


def told(comparison: Comparison) -> str:
    """A comparison as lines for a terminal."""
    lines = [f"{len(comparison.texts)} questions in both" + (f", {comparison.apart} in one only" if comparison.apart else "")]
    lines += ["", f"{'':18}{'later minus earlier':>30}{'p':>9}{'Holm':>9}{'gained':>8}{'lost':>6}{'n':>6}"]
    for measure, found in comparison.differences.items():
        mean = found.estimate
        interval = f"{mean.mean:+.3f} [{mean.low:+.3f}, {mean.high:+.3f}]"
        lines.append(
            f"{measure:18}{interval:>30}{found.p:>9.4f}{comparison.adjusted[measure]:>9.4f}"
            f"{len(found.gained):>8}{len(found.lost):>6}{mean.n:>6}"
        )
    decides = FLIPS if FLIPS in comparison.differences else "correct"
    flips = comparison.differences.get(decides)
    for name, keys in (("gained", flips.gained), ("lost", flips.lost)) if flips else ():
        lines += [
            "",
            f"Questions {name} ({decides}): {len(keys)}",
            *(f"- {one}" for one in listed(keys, comparison.texts) or ("none",)),
        ]
    return "\n".join(lines)


def _rows(folder: Path, system: str | None) -> dict[str, Row]:
    rows: Sequence[Row] = read_run(folder)[1]
    names = sorted({row["system"] for row in rows})
    chosen = system or (OURS if OURS in names else names[0] if len(names) == 1 else None)
    if chosen not in names:
        raise ReportError(f"'{folder}' holds {', '.join(names)}: say which of them to compare.")
    return {row["id"]: row for row in rows if row["system"] == chosen}
