"""Report of confidence: calibration, and what is answered at which risk, as plots and tables; computes nothing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evals.measures.meanings import CONFIDENCE
from evals.report.blocks import Block, Heading, Plot, Section, Text, table
from evals.report.cells import NONE, cell
from evals.report.plots import reliability, risk_coverage

STEPS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Shares of the answerable questions at which the curve is read."""


def confidence(summary: Mapping[str, Any]) -> Section:
    """A part for each system that gives probabilities; without blocks where none does."""
    parts = [block for name, found in summary.get("confidence", {}).items() for block in _system(name, found)]
    return Section("How sure, and how right", tuple(parts))


def _system(name: str, found: Mapping[str, Any]) -> Iterator[Block]:
    parts = list(found["measures"])
    told = [
        [f"`{measure}`", meaning, *(cell(found["measures"][part].get(measure)) for part in parts)]
        for measure, meaning in CONFIDENCE.items()
    ]
    yield Heading(f"Probabilities of {name}")
    yield from table(f"Confidence of {name}", ("measure", "what", *(f"{name}, {part}" for part in parts)), told)
    if found["curve"]:
        last = found["curve"][-1]
        alt = (
            f"Risk and coverage of {name}: the share of answers that are wrong as more answerable questions are covered, "
            f"surest first; at the end {1 - last['accuracy']:.2f} wrong at {last['coverage']:.2f} covered."
        )
        caption = f"Answers of {name} that are wrong, as more of the answerable questions are covered, surest first"
        yield Plot(key=f"risk-{name}", caption=caption, alt=alt, draw=lambda: risk_coverage(f"risk-{name}", found["curve"]))
    yield Text("What is right among the surest answers, as they cover more of the answerable questions:")
    head = ("answerable questions covered", "lowest probability", "answers", "right")
    yield from table(f"Risk and coverage of {name}", head, list(_read(found["curve"])))
    bins = [(f"{one['probability']:.2f}", f"{one['right']:.2f}", one["n"]) for one in found["bins"]]
    told_bins = "; ".join(f"{probability} said, {right} right" for probability, right, _ in bins)
    alt = f"Reliability of {name}: share right against the mean probability, ten bins of equal mass: {told_bins}."
    caption = f"What {name} had right against the probability it gave"
    yield Plot(
        key=f"reliability-{name}", caption=caption, alt=alt, draw=lambda: reliability(f"reliability-{name}", found["bins"])
    )
    yield Text("Questions in ten bins of equal mass, the least sure first:")
    yield from table(f"Reliability of {name}", ("mean probability", "share right", "n"), bins)


def _read(curve: Sequence[Mapping[str, Any]]) -> Iterator[Sequence[object]]:
    """The first point of the curve at or past each step; a step that was not reached says so."""
    for step in STEPS:
        point = next((one for one in curve if one["coverage"] >= step - 1e-9), None)
        if point is None:
            yield (f"{step:.0%}", NONE, NONE, "not reached")
            return
        yield (f"{step:.0%}", f"{point['threshold']:.2f}", point["answered"], f"{point['accuracy']:.3f}")
