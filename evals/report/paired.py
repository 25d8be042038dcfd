"""Paired: ours against each other system, question by question, and what so many questions can show; computes nothing."""

from collections.abc import Sequence
from typing import Any

from evals.report.blocks import Block, Heading, Plot, Section, Text, table
from evals.report.cells import NONE, chance, signed, systems_of
from evals.report.plots import Dot, forest
from evals.runs.differences import COMPARED, OURS
from evals.statistics.power import ALPHA, POWER, questions_needed

DRAWN = {"ndcg@10": "nDCG@10", "effective": "answered right or rightly declined"}
NEEDED = (0.05, 0.02)
"""Differences for which the questions needed are given."""


def paired(summary: dict[str, Any]) -> Section:
    """Differences with their intervals, before their chances."""
    found = summary["differences"]
    others = [name for name in systems_of(summary) if name in found]
    if not others:
        return Section("Paired differences", ())
    note = (
        "Ours minus the other, over the questions both were measured on. First the interval; p is the paired randomisation "
        "test that flips whole families, Holm adjusts it for all that was planned (every system by every measure of its family "
        "of measures), and McNemar is exact for yes or no but takes questions as independent."
    )
    blocks: list[Block] = [Text(note)]
    for measure, what in DRAWN.items():
        each = [Dot(other, found[other].get(measure)) for other in others]
        blocks.append(_forest(measure, what, each))
    for other in others:
        rows = [_row(measure, one) for measure in COMPARED if (one := found[other].get(measure))]
        head = ("measure", f"ours minus {other}", "p", "Holm", "McNemar", "gained", "lost")
        blocks += [Heading(f"{OURS.capitalize()} and {other}"), *table(f"Ours minus {other}", head, rows)]
    return Section("Paired differences", tuple(blocks))


def power(summary: dict[str, Any]) -> Section:
    """What may be claimed: differences smaller than these could be there and not be seen."""
    rows = []
    for other in systems_of(summary):
        for measure, one in (summary["differences"].get(other) or {}).items():
            if one and one.get("detectable"):
                needed = [str(questions_needed(one["spread"], gap)) if one["spread"] else NONE for gap in NEEDED]
                rows.append(
                    (
                        other,
                        f"`{measure}`",
                        one["n"],
                        one["families"],
                        f"{one['spread']:.3f}",
                        f"{one['detectable']:.3f}",
                        *needed,
                    )
                )
    note = (
        f"The smallest difference that would be found with chance {POWER:.0%} at a two-sided {ALPHA}, from the spread of the "
        "differences measured here and how questions come in families; and how many independent questions less would need. A "
        "smaller difference than its row says may be there and go unseen."
    )
    widest = (
        f"With these questions nothing finer than {max((one[5] for one in rows), default='')} is safe to claim in every row."
    )
    head = ("against", "measure", "n", "families", "spread", "smallest found", *(f"n for {gap}" for gap in NEEDED))
    return Section("What so many questions can show", (Text(note), Text(widest), *table("Power", head, rows)) if rows else ())


def _row(measure: str, one: dict[str, Any]) -> Sequence[object]:
    flips = (len(one["gained"]), len(one["lost"]))
    return (f"`{measure}`", signed(one), chance(one["p"]), chance(one.get("holm")), chance(one.get("mcnemar")), *flips)


def _forest(measure: str, what: str, each: list[Dot]) -> Plot:
    told = "; ".join(f"{one.name} {signed(one.found)}" for one in each if one.found)
    return Plot(
        key=f"forest-{measure.replace('@', '')}",
        caption=f"Ours minus each other system: {what}, with 95 % intervals",
        alt=f"Differences of ours from each other system in {what}, with 95 % intervals: {told}.",
        draw=lambda: forest(f"forest-{measure.replace('@', '')}", each),
    )
