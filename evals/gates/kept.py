"""Kept: the headline scores of each question and system of an accepted run, a line each; computes no means.

Without these lines two runs could only be compared by their means, which no gate does.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.errors import ReportError
from corpus.ids import text_sha256
from corpus.settings import ROOT
from evals.report.folder import read_run
from evals.runs.differences import BOUNDS, OURS, Row, is_ablation

RESULTS = ROOT / "evals" / "results"
"""Where the accepted results are kept."""
FILE = "scores.jsonl"
DIGITS = 12
ASKED = ("text", "language", "as_of", "answerable", "wanted", "facts", "short_wanted")
"""What a row says of its question and of what answers it: with another of these it is another question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one system was worth on one question."""

    id: str
    family: str
    system: str
    asked: str
    """The first digits of a digest of the question and its gold."""
    answered: bool
    right: bool
    """Answered right, or declined where nothing held answers."""
    scores: Mapping[str, float]


def scores_of(rows: Iterable[Row], measures: Sequence[str]) -> list[Score]:
    """Some measures of the rows of ours and of those it is compared with, in the rows' order."""
    return [_score(row, measures) for row in rows if _compared(row["system"])]


def write_scores(path: Path, scores: Iterable[Score]) -> None:
    """One line a score."""
    lines = (json.dumps(asdict(one), ensure_ascii=False, separators=(",", ":"), sort_keys=True) for one in scores)
    path.write_bytes("".join(f"{line}\n" for line in lines).encode())


def read_scores(folder: Path, measures: Sequence[str]) -> list[Score] | None:
    """The scores of accepted results or of a run's folder; None where neither is there. Raises ReportError."""
    path = folder / FILE
    if not path.is_file():
        return scores_of(read_run(folder)[1], measures) if (folder / "rows.jsonl").is_file() else None
    try:
        return [Score(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError, TypeError) as error:
        raise ReportError(f"'{path}' cannot be read ({error}). Accept a run anew, or take the file back from git.") from error


def ours(scores: Iterable[Score]) -> dict[str, Score]:
    """Our scores by question."""
    return {one.id: one for one in scores if one.system == OURS}


def _score(row: Row, measures: Sequence[str]) -> Score:
    gold: dict[str, Any] = {name: row.get(name) for name in ASKED}
    return Score(
        id=row["id"],
        family=row["family"],
        system=row["system"],
        asked=text_sha256(json.dumps(gold, ensure_ascii=False, sort_keys=True))[:DIGITS],
        answered=row["answered"],
        right=row["scores"]["effective"] == 1.0,
        scores={name: row["scores"][name] for name in measures if name in row["scores"]},
    )


def _compared(system: str) -> bool:
    return system not in BOUNDS and not is_ablation(system)
