"""Judging: every gate of gates.toml on a run's folder, with the flips by question; runs nothing, and accepts nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.gates.floors import exact_verdicts, floor_verdicts
from evals.gates.kept import read_scores, scores_of
from evals.gates.paired import Paired, against_baseline, against_rivals, pair
from evals.gates.thresholds import Thresholds
from evals.gates.verdict import Outcome, Verdict, failed, judged
from evals.report.cells import listed
from evals.report.folder import read_folder
from evals.runs.differences import OURS


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What every gate says of a run."""

    verdicts: Sequence[Verdict]
    paired: Paired | None
    """None where the baseline keeps no scores by question."""
    texts: Mapping[str, str]

    @property
    def passes(self) -> bool:
        """Whether none failed."""
        return not failed(self.verdicts)


def judge(run: Path, *, baseline: Path, thresholds: Thresholds) -> Judged:
    """Hold a run to the gates, `baseline` being accepted results or an earlier run's folder; raises ReportError."""
    held = read_folder(run)
    headline = thresholds.baseline.headline
    old = read_scores(baseline, headline)
    paired = pair(old, scores_of(held.rows, headline), headline) if old is not None else None
    return Judged(
        verdicts=[
            *exact_verdicts(thresholds, held),
            *floor_verdicts(thresholds, held),
            *_compared(thresholds, paired, baseline),
            *against_rivals(thresholds.baseline, held.rows),
        ],
        paired=paired,
        texts={row["id"]: row["text"] for row in held.rows if row["system"] == OURS},
    )


def told(found: Judged) -> str:
    """Verdicts as lines for a terminal: what failed first, flips both ways, and how many passed."""
    order = [Outcome.FAILED, Outcome.NOT_JUDGED, Outcome.PASSED]
    lines = [one.line for outcome in order for one in found.verdicts if one.outcome is outcome]
    if found.paired is not None:
        paired = found.paired
        apart = f"; {paired.apart} more are in one only, or have another wording or gold" if paired.apart else ""
        lines += ["", f"{len(paired.shared)} questions are in both{apart}."]
        for name, keys in (("Wrong before, right now", paired.mended), ("Right before, wrong now", paired.broken)):
            lines += ["", f"{name}: {len(keys)}", *(f"- {one}" for one in listed(keys, found.texts) or ("none",))]
    counts = {outcome: sum(one.outcome is outcome for one in found.verdicts) for outcome in order}
    return "\n".join([*lines, "", ", ".join(f"{count} {outcome.value}" for outcome, count in counts.items())])


def _compared(thresholds: Thresholds, paired: Paired | None, baseline: Path) -> Iterator[Verdict]:
    if paired is None:
        yield judged(
            "baseline",
            f"'{baseline}' keeps no scores by question, and no gate compares two means: `canllaw eval accept` a run",
            passes=False,
        )
    elif not paired.shared:
        yield judged(
            "baseline",
            f"no question of this run was asked, with the same gold, in '{baseline}': name an earlier run of the same split "
            "with --against",
            passes=False,
        )
    else:
        yield from against_baseline(thresholds.baseline, paired)
