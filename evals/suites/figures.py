"""Figures: means and shares with their intervals, ready for JSON, and tables of them; does not choose what is measured."""

from collections.abc import Mapping, Sequence

from scipy.stats import binomtest

from evals.runs.differences import OURS, Row, values
from evals.statistics.intervals import Estimate, estimate
from evals.suites.suite import Block, Figure, Figures, Table

DIGITS = 4
NONE = "–"


def figure(found: Estimate) -> Figure:
    """A mean with its interval, resampled by family."""
    return {
        "mean": round(found.mean, DIGITS),
        "low": round(found.low, DIGITS),
        "high": round(found.high, DIGITS),
        "n": found.n,
        "families": found.families,
    }


def share(right: int, of: int) -> Figure | None:
    """A share with its Wilson interval, of things that are each their own; None of nothing."""
    if not of:
        return None
    interval = binomtest(right, of).proportion_ci(method="wilson")
    return {
        "mean": round(right / of, DIGITS),
        "low": round(interval.low, DIGITS),
        "high": round(interval.high, DIGITS),
        "n": of,
    }


def means_of(rows: Sequence[Row], measures: Sequence[str]) -> dict[str, Figures]:
    """The means of some measures for each system among some rows, ours first; a measure that applies to none is left out."""
    family = {row["id"]: row["family"] for row in rows}
    found: dict[str, Figures] = {}
    for name in sorted({row["system"] for row in rows}, key=lambda one: (one != OURS, one)):
        mine = [row for row in rows if row["system"] == name]
        means = {measure: estimate(values(mine, measure), family) for measure in measures}
        found[name] = {measure: figure(mean) for measure, mean in means.items() if mean}
    return found


def table_of(caption: str, means: Mapping[str, Figures], measures: Sequence[str]) -> Table:
    """Measures down, systems (or parts) across."""
    held = [measure for measure in measures if any(measure in figures for figures in means.values())]
    rows = [[measure, *(told(figures.get(measure)) for figures in means.values())] for measure in held]
    return Table(caption=caption, head=["measure", *means], rows=rows)


def lines_of(block: Block) -> list[str]:
    """A block as lines for a terminal: means alone, since a line with every interval is wider than any screen."""
    lines = ["", block.title]
    for one in block.tables:
        table = [list(one.head), *([row[0], *(cell.partition(" ")[0] for cell in row[1:])] for row in one.rows)]
        wide = [max(len(row[place]) for row in table) for place in range(len(one.head))]
        lines += ["", one.caption, *("  ".join(cell.ljust(wide[at]) for at, cell in enumerate(row)).rstrip() for row in table)]
    return lines


def told(found: Figure | None) -> str:
    """A figure as a cell: `0.812 [0.744, 0.871] n=61`; without an interval where it has none."""
    if not found:
        return NONE
    interval = f" [{found['low']:.3f}, {found['high']:.3f}]" if found["low"] is not None else ""
    return f"{found['mean']:.3f}{interval} n={found['n']}"


def known(figures: Mapping[str, Figure | None]) -> dict[str, Figure]:
    """Those figures that are of something."""
    return {name: one for name, one in figures.items() if one}
