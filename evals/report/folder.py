"""Folder: what a run left behind, read for its report; does not judge it.

Suites beside the answers write a JSON file each; one that is not there is left out.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import ReportError
from evals.runs.differences import Row

SUITES = ("retrieval", "status", "duties", "commitments", "welsh", "safety", "judge")
"""Suites in the order of the report, and the judge's column where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A run's folder."""

    summary: dict[str, Any]
    rows: Sequence[Row]
    suites: Mapping[str, Any]
    """What each suite wrote, by its name."""
    timing: Mapping[str, Any]
    """Milliseconds by system and question; empty where they were not kept."""


def read_folder(folder: Path) -> Held:
    """All that a report needs; raises ReportError where the folder holds no run, or a file of it cannot be read."""
    summary, rows = read_run(folder)
    found = {name: _read(folder / f"{name}.json") for name in (*SUITES, "timing")}
    timing = found.pop("timing") or {}
    return Held(summary=summary, rows=rows, suites={name: one for name, one in found.items() if one}, timing=timing)


def read_run(folder: Path) -> tuple[dict[str, Any], list[Row]]:
    """Summary and rows of a run; raises ReportError where the folder holds none."""
    try:
        summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
        rows = [json.loads(line) for line in (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        raise ReportError(f"'{folder}' does not hold a run: {error}. Make one with `canllaw eval run`.") from error
    return summary, rows


def _read(path: Path) -> Any:
    """A JSON file; None where there is none."""
    for place in (path, path.parent / path.stem / path.name):
        if place.is_file():
            try:
                return json.loads(place.read_text(encoding="utf-8"))
            except ValueError as error:
                raise ReportError(f"'{place}' cannot be read: {error}. Run that suite again.") from error
    return None
