"""Run: every question put to every system; a folder of config, rows and summary, the same bytes each time.

Only `timing.json` differs between two runs of the same thing, and `responses.jsonl`, which holds times too. Rows first; every
number in the summary is a mean of them. A run that was cut off is taken up where it stopped.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.gold.lock import check_lock
from evals.gold.questions import GoldQuestion
from evals.runs.asking import Progress, Timing, ask_all
from evals.runs.config import config_of
from evals.runs.differences import Row
from evals.runs.kept import Kept
from evals.runs.summary import summarise
from evals.systems.response import System
from search_api.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What came of asking."""

    config: Mapping[str, Any]
    rows: Sequence[Row]
    timing: Timing


def run(
    questions: Sequence[GoldQuestion],
    systems: Sequence[System],
    library: Library,
    folder: Path,
    *,
    register: Path,
    lock: Path | None = None,
    progress: Progress | None = None,
    say: Callable[[str], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> Path | None:
    """Put every question to every system and write the results into a folder, which is given back; None where it was stopped.

    Raises GoldError where the texts are not those of the lock.
    """
    asked = ask(questions, systems, library, folder, register=register, lock=lock, progress=progress, say=say, stop=stop)
    return write_answers(folder, asked) if asked else None


def ask(
    questions: Sequence[GoldQuestion],
    systems: Sequence[System],
    library: Library,
    folder: Path,
    *,
    register: Path,
    lock: Path | None = None,
    progress: Progress | None = None,
    say: Callable[[str], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> Asked | None:
    """Put every question to every system, each response kept in the folder as it comes; None where it was stopped."""
    if lock:
        check_lock(library.catalogue, lock)
    folder.mkdir(parents=True, exist_ok=True)
    config = config_of(questions, systems, library, register=register, lock=lock)
    kept = Kept(folder, config, say=say)
    try:
        rows, timing = ask_all(questions, systems, library, progress=progress, kept=kept, stop=stop)
    finally:
        kept.close()
    return Asked(config=config, rows=rows, timing=timing) if len(timing) == len(systems) else None


def write_answers(folder: Path, asked: Asked) -> Path:
    """Write rows, config, summary and times into a folder, which is given back."""
    write_rows(folder / "rows.jsonl", asked.rows)
    write_json(folder / "config.json", asked.config)
    write_json(folder / "summary.json", {"config": asked.config, **summarise(list(asked.rows))})
    write_json(folder / "timing.json", asked.timing)
    return folder


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Objects, one a line."""
    path.write_bytes("".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows).encode())


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """One object, its keys in order."""
    path.write_bytes((json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())
