"""Cells: estimates, differences and questions as words; does not choose what is shown."""

from collections.abc import Mapping, Sequence
from typing import Any

from evals.runs.differences import BOUNDS, OURS, is_ablation

NONE = "–"


def cell(mean: Mapping[str, Any] | None, *, strong: bool = False) -> str:
    """A mean with its interval, where it has one: `0.812 [0.744, 0.871] n=61`."""
    if not mean:
        return NONE
    number = f"{mean['mean']:.3f}"
    interval = f" [{mean['low']:.3f}, {mean['high']:.3f}]" if mean.get("low") is not None else ""
    return f"{f'**{number}**' if strong else number}{interval}" + (f" n={mean['n']}" if "n" in mean else "")


def signed(found: Mapping[str, Any]) -> str:
    """A difference with its interval."""
    return f"{found['mean']:+.3f} [{found['low']:+.3f}, {found['high']:+.3f}] n={found['n']}"


def chance(p: float | None) -> str:
    """A chance as a cell; one too small to write says so."""
    return NONE if p is None else f"{p:.4f}" if p >= 0.0001 else "<0.0001"


def systems_of(summary: Mapping[str, Any]) -> list[str]:
    """Systems in a table's order: ours first, then others, ablations of ours and the two bounds."""
    return sorted(summary["measures"], key=lambda name: (name != OURS, name in BOUNDS, is_ablation(name), name))


def rival_of(summary: Mapping[str, Any], measure: str) -> str | None:
    """The best other system by a measure, no bound and no ablation; None where there is none."""
    means = {
        name: found[measure]["mean"]
        for name, found in summary["measures"].items()
        if name != OURS and name not in BOUNDS and not is_ablation(name) and measure in found
    }
    return min(means, key=lambda name: (-means[name], name)) if means else None


def listed(keys: Sequence[str], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Questions as the items of a list."""
    return tuple(f"`{key}` {texts[key]}" for key in keys)
