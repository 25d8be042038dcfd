"""Evaluation: the last accepted report of how well questions are answered, read from where it is kept; measures nothing.

The evaluation stands above this room, so nothing of it is imported: its figures are a JSON file and its report an HTML file,
both made when a run is accepted. A file that is missing or cannot be read is no report.
"""

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.settings import ROOT
from search_api.messages import message

log = logging.getLogger("canllaw")
RESULTS = ROOT / "evals" / "results"
"""Where accepted results are kept."""
FIGURES, REPORT = "summary.json", "report.html"
OURS = "ours"
BOUNDS = ("gold-passage", "random")
"""Systems that only frame the others: no rivals."""
LINES = {
    "ndcg@10": message("How well the first ten publications found are those that answer (nDCG, at most 1)"),
    "correct": message("Questions with an answer that are answered right and whole"),
    "answered": message("Questions with an answer that are answered at all"),
    "selective_correct": message("Answers that are right, of all that are given"),
    "false_answer": message("Questions without an answer that are answered all the same: less is better"),
    "lapsed_as_current": message("Answers that show a text that no longer stands as if it did: less is better"),
    "exact_quotes": message("Quotations that are exact, word for word"),
}
"""The first figures in the order of the page, by their names in the file."""
_BODY = re.compile(r"<!-- report -->(.*)<!-- /report -->", re.DOTALL)
_RUNS = re.compile(r"<(?:script|style|link|iframe|object|embed|img)\b|<[^>]*\s(?:on\w+|style|src)\s*=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """HTML that the evaluation made, every word in it escaped there, for a template to set as it is."""

    html: str

    def __html__(self) -> str:
        return self.html


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measure of every system."""

    told: str
    """What it measures: a message."""
    cells: tuple[str, ...]
    """Mean and interval by system, as `0.81 [0.74, 0.87]`; empty where it does not apply."""
    n: int
    """Questions it was measured on, for ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The last accepted report."""

    questions: int
    documents: int
    systems: tuple[str, ...]
    """Ours first."""
    lines: tuple[Line, ...]
    report: Markup | None
    """The whole report in English; None where only its figures are kept."""


def read_evaluation(folder: Path = RESULTS) -> Evaluation | None:
    """What a folder of accepted results holds; None where there is none. A file is read again when it has changed."""
    return _read(folder, _changed(folder / FIGURES), _changed(folder / REPORT))


@lru_cache(maxsize=4)
def _read(folder: Path, figures: int, report: int) -> Evaluation | None:
    if not figures:
        return None
    try:
        summary = json.loads((folder / FIGURES).read_text(encoding="utf-8"))
        return _evaluation(summary, _body(folder / REPORT) if report else None)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        log.warning("the accepted evaluation in %s cannot be read: %r", folder, error)
        return None


def _evaluation(summary: Mapping[str, Any], report: Markup | None) -> Evaluation:
    measures: Mapping[str, Mapping[str, Any]] = summary["measures"]
    # An ablation is ours with a step left out, and named after it.
    rivals = sorted(name for name in measures if name not in BOUNDS and not name.startswith(OURS))
    systems = (OURS, *rivals)
    lines = [
        Line(
            told=told,
            cells=tuple(_cell(measures[name].get(measure)) for name in systems),
            n=int(measures[OURS][measure]["n"]),
        )
        for measure, told in LINES.items()
        if measure in measures[OURS]
    ]
    config = summary["config"]
    return Evaluation(
        questions=int(config["questions"]),
        documents=int(config["documents"]),
        systems=systems,
        lines=tuple(lines),
        report=report,
    )


def _cell(found: Mapping[str, float] | None) -> str:
    return f"{found['mean']:.2f} [{found['low']:.2f}, {found['high']:.2f}]" if found else ""


def _body(path: Path) -> Markup | None:
    """What stands between the marks of a report; None where that is nothing, or would run or fetch something."""
    found = _BODY.search(path.read_text(encoding="utf-8"))
    if found is None or _RUNS.search(found[1]):
        log.warning("%s is not shown: it is no report of ours, or holds what would run", path)
        return None
    return Markup(found[1])


def _changed(path: Path) -> int:
    """When a file last changed; 0 where there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
