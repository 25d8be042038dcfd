"""Plots: bars, curves and dots with intervals by matplotlib, drawn narrow so that they can be read at 320 px; counts nothing.

matplotlib is imported when something is drawn. Every plot has a table beneath it that holds its numbers.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from textwrap import fill
from typing import TYPE_CHECKING, Any

from evals.report.svg import ROLES, SETTINGS, drawn

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDE = 4.3
"""Inches: about 310 units, so that letters keep their size on the narrowest screen."""
LINE = 0.27
"""Inches a line of names takes."""
ROOM = 0.5
"""Inches for the axis."""
LONGEST = 20
"""Letters of a name on one line."""
GOAL = (0.60, 0.10)
"""Coverage and risk aimed at (methods 9)."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A step and how many questions it lost."""

    name: str
    shown: int
    """Answered wrongly."""
    held: int
    """Declined."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A named estimate; None where there is none."""

    name: str
    found: Mapping[str, Any] | None


def bars(key: str, given: Sequence[Bar], legend: tuple[str, str]) -> str:
    """Bars from the top down, in two parts."""
    with _figure(LINE * len(given) + ROOM + 0.3) as (figure, axes):
        places = range(len(given))
        axes.barh(places, [one.shown for one in given], color=ROLES["ours"], height=0.7, label=legend[0])
        axes.barh(
            places,
            [one.held for one in given],
            left=[one.shown for one in given],
            color=ROLES["other"],
            height=0.7,
            label=legend[1],
        )
        for place, one in zip(places, given, strict=True):
            if one.shown + one.held:
                end = (one.shown + one.held, place)
                axes.annotate(str(end[0]), end, xytext=(4, 0), textcoords="offset points", va="center")
        _names(axes, [one.name for one in given])
        axes.set_xlim(0, 1.12 * max([one.shown + one.held for one in given] + [1]))
        _legend(axes)
        return drawn(figure, key)


def dots(key: str, each: Mapping[str, Sequence[Dot]]) -> str:
    """Shares from 0 to 1 with their intervals, a row for each name and a mark for each system."""
    return _dots(key, each, shares=True)


def forest(key: str, given: Sequence[Dot]) -> str:
    """Differences with their intervals about nothing."""
    return _dots(key, {"": given}, shares=False)


def risk_coverage(key: str, curve: Sequence[Mapping[str, Any]]) -> str:
    """The share that is wrong as more of the answerable questions are covered, surest first, with the goal."""
    with _figure(2.9) as (figure, axes):
        across, up = [point["coverage"] for point in curve], [1 - point["accuracy"] for point in curve]
        axes.plot(across, up, color=ROLES["ours"], linewidth=1.6)
        axes.plot(*GOAL, marker="x", color=ROLES["other"], markersize=8, markeredgewidth=2, linestyle="none")
        axes.annotate("goal", GOAL, xytext=(7, -3), textcoords="offset points")
        axes.set_xlim(0, 1)
        axes.set_ylim(0, max(0.5, *up) if up else 0.5)
        axes.set_xlabel("answerable questions covered")
        axes.set_ylabel("answers that are wrong")
        axes.grid(visible=True)
        return drawn(figure, key)


def reliability(key: str, bins: Sequence[Mapping[str, Any]]) -> str:
    """What was right against what was said, with the line where both are one."""
    with _figure(2.9) as (figure, axes):
        axes.plot([0, 1], [0, 1], color=ROLES["held"], linestyle="--", linewidth=1)
        said, right = [one["probability"] for one in bins], [one["right"] for one in bins]
        axes.plot(said, right, color=ROLES["ours"], marker="o", linewidth=1.2, markersize=5)
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1.02)
        axes.set_xlabel("mean probability given")
        axes.set_ylabel("share right")
        axes.grid(visible=True)
        return drawn(figure, key)


LOOKS = (("ours", "o"), ("other", "D"), ("held", "s"))
"""Colour and mark of each system in a plot of dots."""


def _dots(key: str, each: Mapping[str, Sequence[Dot]], *, shares: bool) -> str:
    names = list(dict.fromkeys(dot.name for given in each.values() for dot in given if dot.found))
    with _figure(LINE * (1 + 0.6 * (len(each) - 1)) * len(names) + ROOM + (0.3 if len(each) > 1 else 0)) as (figure, axes):
        if not shares:
            axes.axvline(0, color=ROLES["held"], linewidth=1, linestyle="--")
        for number, (system, given) in enumerate(each.items()):
            role, mark = LOOKS[number % len(LOOKS)]
            offset = 0.19 * (2 * number - (len(each) - 1)) / max(1, len(each) - 1) if len(each) > 1 else 0.0
            shown = [(names.index(dot.name) + offset, dot.found) for dot in given if dot.found]
            axes.hlines(
                [place for place, _ in shown],
                [found["low"] for _, found in shown],
                [found["high"] for _, found in shown],
                color=ROLES[role],
                linewidth=1.6,
            )
            axes.plot(
                [found["mean"] for _, found in shown],
                [place for place, _ in shown],
                color=ROLES[role],
                marker=mark,
                markersize=5,
                linestyle="none",
                label=system,
            )
        _names(axes, names)
        axes.grid(visible=True, axis="x")
        if shares:
            axes.set_xlim(-0.02, 1.02)
        if len(each) > 1:
            _legend(axes)
        return drawn(figure, key)


def _names(axes: "Axes", names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), [fill(name, LONGEST) for name in names])
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)


def _legend(axes: "Axes") -> None:
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False, borderaxespad=0.2, handletextpad=0.4)


@contextmanager
def _figure(height: float) -> Iterator[tuple["Figure", "Axes"]]:
    """A figure with one set of axes, in our settings and nobody else's."""
    import matplotlib as mpl  # noqa: PLC0415 - half a second, only where something is drawn
    from matplotlib.figure import Figure  # noqa: PLC0415

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(SETTINGS)
        figure = Figure(figsize=(WIDE, height), layout="constrained")
        yield figure, figure.add_subplot()
