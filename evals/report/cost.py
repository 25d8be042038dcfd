"""Cost: how long answers took on the machine of the run; no quality."""

from collections.abc import Mapping, Sequence
from statistics import median, quantiles
from typing import Any

from evals.report.blocks import Section, Text, table


def cost(timing: Mapping[str, Any]) -> Section:
    """Milliseconds a question by system, and by stage where stages were kept; two runs never share them."""
    rows = [(name, stage, *_spread(taken)) for name in sorted(timing) for stage, taken in _stages(timing[name]) if taken]
    note = (
        "Milliseconds for one question, one after another, on the machine that ran this and whatever else it was doing: they "
        "tell the systems of one run apart and nothing more. Ours is asked for a ranking and for an answer."
    )
    head = ("system", "stage", "median", "95th of 100", "slowest", "questions")
    return Section("Cost", (Text(note), *table("Milliseconds a question", head, rows)) if rows else ())


def _stages(found: Any) -> list[tuple[str, list[float]]]:
    """A system's times by stage; a plain number for a question is the whole of it."""
    each: dict[str, list[float]] = {}
    for taken in found.values() if isinstance(found, Mapping) else ():
        parts = taken if isinstance(taken, Mapping) else {"whole": taken}
        for stage, value in parts.items():
            if isinstance(value, (int, float)):
                each.setdefault(str(stage), []).append(float(value))
    return list(each.items())


def _spread(taken: Sequence[float]) -> tuple[object, ...]:
    last = quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else taken[0]
    return (f"{median(taken):.0f}", f"{last:.0f}", f"{max(taken):.0f}", len(taken))
