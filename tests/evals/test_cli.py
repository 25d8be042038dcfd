"""The `canllaw eval` commands as a person runs them; heavy libraries wait until they are needed."""

import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evals.commands.run import SPLITS, parts_of, run
from evals.gold.lock import LOCK
from evals.runs.testlog import LOG


def _canllaw(*words: str, data_dir: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("canllaw")
    return subprocess.run(
        [program, *words],
        env=os.environ | {"CANLLAW_DATA_DIR": str(data_dir), "TERMINAL_WIDTH": "200"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_commands_are_mounted(tmp_path: Path) -> None:
    done = _canllaw("eval", "--help", data_dir=tmp_path)
    assert done.returncode == 0
    for command in ("run", "report", "compare", "calibrate", "beir", "add"):
        assert command in done.stdout


def test_a_folder_that_is_no_collection_is_one_sentence_and_exit_code_2(tmp_path: Path) -> None:
    done = _canllaw("eval", "beir", str(tmp_path), data_dir=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"'{tmp_path}' is not a BEIR collection: corpus.jsonl, queries.jsonl, qrels/test.tsv")
    assert "Traceback" not in done.stderr


def test_a_folder_without_a_run_is_one_sentence_and_exit_code_2(tmp_path: Path) -> None:
    done = _canllaw("eval", "report", str(tmp_path), data_dir=tmp_path)
    assert done.returncode == 2
    assert "does not hold a run" in done.stderr


@pytest.mark.parametrize(
    "words",
    [("--split", "test"), ("--split", "all"), ("--split", "test", "--open-test"), ("--split", "all", "--why", "a look")],
)
def test_the_test_questions_are_opened_only_on_purpose_and_with_a_reason(words: tuple[str, ...], tmp_path: Path) -> None:
    before = LOG.read_bytes() if LOG.exists() else None
    done = _canllaw("eval", "run", "--no-seeds", "--system", "bm25", *words, data_dir=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "opens the test questions" in done.stderr
    assert (LOG.read_bytes() if LOG.exists() else None) == before
    assert list(tmp_path.iterdir()) == []


def test_what_may_be_looked_at_any_time_is_asked_by_default() -> None:
    assert parts_of("open") == ("dev", "calib")
    assert parts_of("all") == ("dev", "calib", "test")
    assert [parts_of(split) for split in ("dev", "calib", "test")] == [("dev",), ("calib",), ("test",)]
    assert inspect.signature(run).parameters["split"].default == "open"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (
            ("--suite", "speed"),
            "There is no suite 'speed': the suites are answers, retrieval, commitments, duties, status, welsh",
        ),
        (
            ("--system", "google"),
            "There is no system 'google': the systems are ours, bm25, dense, rrf, llamaindex, llama-tuned",
        ),
        (("--split", "train"), f"There is no split 'train': the splits are {', '.join(SPLITS)}."),
    ],
)
def test_a_name_nobody_knows_is_one_sentence_and_exit_code_2(words: tuple[str, ...], named: str, tmp_path: Path) -> None:
    done = _canllaw("eval", "run", *words, data_dir=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(named)
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_rankings_is_not_exported(tmp_path: Path) -> None:
    done = _canllaw("eval", "export", str(tmp_path), str(tmp_path / "trec"), data_dir=tmp_path)
    assert done.returncode == 2
    assert "does not hold the rankings of a run" in done.stderr


def test_the_lock_is_renewed_and_says_what_changed(tmp_path: Path) -> None:
    path = tmp_path / "lock.jsonl"
    path.write_text("".join(LOCK.read_text(encoding="utf-8").splitlines(keepends=True)[1:]), encoding="utf-8")
    done = _canllaw("eval", "lock", "--out", str(path), data_dir=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "'act-wle-2025-notes' is not in it" in done.stdout
    assert ", 1 other than before, are locked" in done.stdout
    assert path.read_bytes() == LOCK.read_bytes()


def test_folders_without_runs_are_not_compared(tmp_path: Path) -> None:
    done = _canllaw("eval", "compare", str(tmp_path), str(tmp_path), data_dir=tmp_path)
    assert done.returncode == 2
    assert "does not hold a run" in done.stderr


def test_the_commands_load_nothing_heavy() -> None:
    heavy = ("torch", "llama_index", "ir_measures", "numpy")
    code = f"import sys, evals.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
