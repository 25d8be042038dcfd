"""Floors: a run's means held to the exact values and the floors of gates.toml; compares no two runs."""

from collections.abc import Iterator, Mapping
from typing import Any

from evals.gates.thresholds import Exact, Floor, Thresholds
from evals.gates.verdict import Verdict, judged, not_judged
from evals.report.folder import Held
from evals.runs.differences import OURS, values

SPLIT = "test"
"""Floors are figures of this split; another's are easier or harder."""
TINY = 1e-9
MOST_NAMED = 5


def exact_verdicts(thresholds: Thresholds, held: Held) -> Iterator[Verdict]:
    """The exact gates that a run's figures can show, on whatever was asked."""
    for name, exact in thresholds.hard.items():
        if not exact.at:
            continue
        gate = f"hard {name}"
        mean = mean_at(exact, held)
        if mean is None:
            yield not_judged(gate, _missing(exact))
        else:
            told = f"{mean:.4f}, and must be {exact.exactly:g}{_at_fault(exact, held)}"
            yield judged(gate, told, passes=abs(mean - exact.exactly) < TINY)


def floor_verdicts(thresholds: Thresholds, held: Held) -> Iterator[Verdict]:
    """Every floor; none is judged on another split than the accepted run's."""
    splits = held.summary.get("config", {}).get("splits", {})
    if set(splits) != {SPLIT}:
        asked = ", ".join(sorted(splits)) or "no split"
        yield not_judged("floors", f"they are of the {SPLIT} split, and this run asked {asked}")
        return
    for name, floor in thresholds.floor.items():
        yield _floor(f"floor {name}", floor, held)


def mean_at(threshold: Exact | Floor, held: Held) -> float | None:
    """The mean a threshold speaks of; None where the run did not measure it."""
    found: Any = held.suites.get(threshold.suite) if threshold.suite else held.summary
    for name in threshold.at:
        found = found.get(name) if isinstance(found, Mapping) else None
    mean = found.get("mean") if isinstance(found, Mapping) else None
    return float(mean) if isinstance(mean, (int, float)) else None


def _floor(gate: str, floor: Floor, held: Held) -> Verdict:
    mean = mean_at(floor, held)
    if mean is None:
        told = _missing(floor)
        return not_judged(gate, told) if floor.suite else judged(gate, told, passes=False)
    goal = "" if floor.goal is None else f" (goal {floor.goal:g}{_goal(floor, mean)})"
    if floor.least is not None:
        return judged(gate, f"{mean:.4f}, and may not be under {floor.least:g}{goal}", passes=mean >= floor.least - TINY)
    most = floor.most if floor.most is not None else mean
    return judged(gate, f"{mean:.4f}, and may not be over {most:g}{goal}", passes=mean <= most + TINY)


def _goal(floor: Floor, mean: float) -> str:
    goal = floor.goal if floor.goal is not None else mean
    return ", met" if (mean >= goal if floor.least is not None else mean <= goal) else ", missed"


def _at_fault(exact: Exact, held: Held) -> str:
    """Our questions that do not meet an exact value, where it is a measure of questions."""
    if exact.suite or exact.at[:2] != ("measures", OURS):
        return ""
    keys = [
        key
        for key, value in values([row for row in held.rows if row["system"] == OURS], exact.at[2]).items()
        if abs(value - exact.exactly) >= TINY
    ]
    return f"; it is not for {', '.join(keys[:MOST_NAMED])}{', …' if len(keys) > MOST_NAMED else ''}" if keys else ""


def _missing(threshold: Exact | Floor) -> str:
    if threshold.suite:
        return f"this run has no figure of it: run `--suite {threshold.suite}` into the same folder"
    return f"the run's summary holds no '{'.'.join(threshold.at)}'"
