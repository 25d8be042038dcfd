"""Every opening of the test split is a line that says when, on which code, of what and what for."""

import json
import subprocess
from datetime import date
from pathlib import Path

from evals.runs.testlog import commit_of, log_opening


def test_openings_are_added_one_a_line(tmp_path: Path) -> None:
    log = tmp_path / "results" / "test-log.jsonl"
    for day, why in ((1, "the first report"), (2, "the gate")):
        log_opening(log, on=date(2026, 1, day), systems=["ours", "bm25"], questions=184, why=why, commit="abc+")
    first, second = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert first == {
        "date": "2026-01-01",
        "commit": "abc+",
        "systems": ["ours", "bm25"],
        "questions": 184,
        "why": "the first report",
    }
    assert second["why"] == "the gate"


def test_the_commit_says_whether_files_differ_from_it(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=A tester", "-c", "user.email=tester@example.org")
        subprocess.run(["git", "-C", str(tmp_path), *who, *words], check=True, capture_output=True)

    assert commit_of(tmp_path) is None
    git("init")
    (tmp_path / "file").write_text("one", encoding="utf-8")
    git("add", "file")
    git("commit", "-m", "One")
    clean = commit_of(tmp_path)
    assert clean
    assert len(clean) == 40
    (tmp_path / "file").write_text("two", encoding="utf-8")
    assert commit_of(tmp_path) == f"{clean}+"
