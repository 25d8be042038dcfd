"""Paired: a run against the accepted one, and ours against the others in it, question by question; never by two means alone.

Non-inferiority (methods 1.7): a measure fails where the whole interval of new minus old is below 0, or where its mean fell by
more than the drop allowed and more questions than allowed flipped from right to wrong.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.gates.kept import Score, ours
from evals.gates.thresholds import Baseline
from evals.gates.verdict import Verdict, judged, not_judged
from evals.runs.differences import LOWER, OURS, Row, values
from evals.statistics.intervals import Difference, difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """A later run beside an earlier, over the questions that both were asked with the same gold."""

    shared: tuple[str, ...]
    apart: int
    """Questions of one only, or with another wording or gold in each."""
    mended: tuple[str, ...]
    """Wrong before, right now."""
    broken: tuple[str, ...]
    """Right before, wrong now."""
    differences: Mapping[str, Difference]
    """New minus old by measure; of a measure where less is better, old minus new, so that more is always better."""
    means: Mapping[str, tuple[float, float]]
    """Old and new mean by measure, over the same questions, as they are measured."""


def pair(old: Sequence[Score], new: Sequence[Score], measures: Sequence[str]) -> Paired:
    """Our scores in two runs beside each other."""
    before, after = ours(old), ours(new)
    shared = sorted(key for key in before.keys() & after.keys() if before[key].asked == after[key].asked)
    family = {key: after[key].family for key in shared}
    found: dict[str, Difference] = {}
    means: dict[str, tuple[float, float]] = {}
    for measure in measures:
        both = [key for key in shared if measure in before[key].scores and measure in after[key].scores]
        first, second = ({key: one[key].scores[measure] for key in both} for one in (before, after))
        gap = difference(first, second, family) if measure in LOWER else difference(second, first, family)
        if gap:
            found[measure] = gap
            means[measure] = (sum(first.values()) / len(both), sum(second.values()) / len(both))
    return Paired(
        shared=tuple(shared),
        apart=len(before.keys() | after.keys()) - len(shared),
        mended=tuple(key for key in shared if after[key].right and not before[key].right),
        broken=tuple(key for key in shared if before[key].right and not after[key].right),
        differences=found,
        means=means,
    )


def against_baseline(baseline: Baseline, paired: Paired) -> Iterator[Verdict]:
    """Every headline measure, not worse than in the accepted run."""
    for measure in baseline.headline:
        gate = f"baseline {measure}"
        found = paired.differences.get(measure)
        if found is None:
            yield not_judged(gate, "no question has it in both runs")
            continue
        mean, broken = found.estimate, len(paired.broken)
        worse = "fell" if measure not in LOWER else "rose"
        told = f"{change(paired, measure)} on {mean.n} questions"
        if mean.high < 0:
            yield judged(gate, f"{told}; the whole 95 % interval is on the worse side of 0", passes=False)
        elif mean.mean < -baseline.most_drop and broken > baseline.most_new_failures:
            yield judged(
                gate,
                f"{told}; it {worse} by more than {baseline.most_drop:g}, and {broken} questions that were right are wrong, "
                f"where {baseline.most_new_failures} may be",
                passes=False,
            )
        else:
            yield judged(gate, told, passes=True)


def against_rivals(baseline: Baseline, rows: Sequence[Row]) -> Iterator[Verdict]:
    """Ours against the systems it must not lose to and those it must beat, in the same run."""
    for name in dict.fromkeys([*baseline.must_not_lose_to, *baseline.must_beat]):
        beat = name in baseline.must_beat
        yield _rival(baseline, name, rows, beat=beat)


def change(paired: Paired, measure: str) -> str:
    """Old and new mean with the difference that is for the better, and its interval."""
    before, after = paired.means[measure]
    mean = paired.differences[measure].estimate
    better = ", less is better" if measure in LOWER else ""
    return f"{before:.3f} → {after:.3f} (better by {mean.mean:+.3f} [{mean.low:+.3f}, {mean.high:+.3f}]{better})"


def _rival(baseline: Baseline, name: str, rows: Sequence[Row], *, beat: bool) -> Verdict:
    measure = baseline.rival_measure
    gate = f"{'must beat' if beat else 'must not lose to'} {name}"
    mine, theirs = ([row for row in rows if row["system"] == system] for system in (OURS, name))
    family = {row["id"]: row["family"] for row in mine}
    found = difference(values(mine, measure), values(theirs, measure), family)
    if found is None:
        return judged(gate, f"this run did not ask {name}, so that nothing can be said: run it with every system", passes=False)
    mean = found.estimate
    told = f"ours minus {name}, {measure}: {mean.mean:+.3f} [{mean.low:+.3f}, {mean.high:+.3f}] on {mean.n} questions"
    if beat:
        return judged(gate, f"{told}; the lower bound must be above 0", passes=mean.low > 0)
    return judged(gate, f"{told}; the lower bound may not be under {-baseline.margin:g}", passes=mean.low >= -baseline.margin)
