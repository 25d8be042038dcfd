"""Test log: the test split is opened only on purpose, and every time is written down; does not run anything."""

import json
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shutil import which

from corpus.settings import ROOT

LOG = ROOT / "evals" / "results" / "test-log.jsonl"


def log_opening(path: Path, *, on: date, systems: Sequence[str], questions: int, why: str, commit: str | None) -> None:
    """Append a line for one opening of the test split."""
    line = {"date": on.isoformat(), "commit": commit, "systems": list(systems), "questions": questions, "why": why}
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as log:
        log.write(json.dumps(line, ensure_ascii=False) + "\n")


def commit_of(folder: Path) -> str | None:
    """The commit a checkout stands on, with `+` where files differ from it; None outside a checkout."""
    git = which("git")
    if git is None or not (folder / ".git").exists():
        return None
    sha = _said(git, folder, "rev-parse", "HEAD")
    changed = _said(git, folder, "status", "--porcelain", "--untracked-files=no")
    return f"{sha}+" if sha and changed else sha or None


def _said(git: str, folder: Path, *words: str) -> str:
    done = subprocess.run([git, "-C", str(folder), *words], capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip()
