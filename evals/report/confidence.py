"""Report of confidence: calibration, and what is answered at which risk, as Markdown; computes nothing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evals.measures.meanings import CONFIDENCE
from evals.report.table import NONE, cell, table

STEPS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Shares of the answerable questions at which the curve is read."""


def confidence(summary: Mapping[str, Any]) -> str:
    """A part for each system that gives probabilities; empty where none does."""
    parts = [_system(name, found) for name, found in summary.get("confidence", {}).items()]
    return "## How sure, and how right\n\n" + "\n\n".join(parts) if parts else ""


def _system(name: str, found: Mapping[str, Any]) -> str:
    parts = list(found["measures"])
    told = (
        [f"`{measure}`", meaning, *(cell(found["measures"][part].get(measure)) for part in parts)]
        for measure, meaning in CONFIDENCE.items()
    )
    means = table(["measure", "what", *(f"{name}, {part}" for part in parts)], told)
    bins = [(f"{one['probability']:.2f}", f"{one['right']:.2f}", one["n"]) for one in found["bins"]]
    return (
        f"{means}\n\nQuestions in ten bins of equal mass, the least sure first:\n\n"
        f"{table(['mean probability', 'share right', 'n'], bins)}\n\n"
        "What is right among the surest answers, as they cover more of the answerable questions:\n\n"
        f"{table(['answerable questions covered', 'lowest probability', 'answers', 'right'], _read(found['curve']))}"
    )


def _read(curve: Sequence[Mapping[str, Any]]) -> Iterator[Sequence[object]]:
    """The first point of the curve at or past each step; a step that was not reached says so."""
    for step in STEPS:
        point = next((one for one in curve if one["coverage"] >= step - 1e-9), None)
        if point is None:
            yield (f"{step:.0%}", NONE, NONE, "not reached")
            return
        yield (f"{step:.0%}", f"{point['threshold']:.2f}", point["answered"], f"{point['accuracy']:.3f}")
