"""Table: Markdown rows, and estimates as cells; does not choose what is shown."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evals.runs.summary import OURS

NONE = "–"


def table(head: Sequence[object], lines: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    return "\n".join([_line(head), "|" + " --- |" * len(head), *(_line(line) for line in lines)])


def cell(mean: Mapping[str, Any] | None) -> str:
    """A mean with its interval: `0.812 [0.744, 0.871] n=61`."""
    return f"{mean['mean']:.3f} [{mean['low']:.3f}, {mean['high']:.3f}] n={mean['n']}" if mean else NONE


def signed(found: Mapping[str, Any]) -> str:
    """A difference with its interval."""
    return f"{found['mean']:+.3f} [{found['low']:+.3f}, {found['high']:+.3f}] n={found['n']}"


def systems_of(summary: Mapping[str, Any]) -> list[str]:
    """Systems in a table's order: ours first."""
    return sorted(summary["measures"], key=lambda name: (name != OURS, name))


def listed(keys: Sequence[str], texts: Mapping[str, str]) -> str:
    """Questions as a list."""
    return "\n".join(f"- `{key}` {texts[key]}" for key in keys) or "- none"


def _line(cells: Iterable[object]) -> str:
    return "| " + " | ".join(str(one) for one in cells) + " |"
