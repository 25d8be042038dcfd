"""`canllaw eval gate`, `accept` and `judge` as a person runs them: sentences and exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evals.cli import eval_app
from evals.written.scripted_model import Said, ScriptedModel
from tests.evals.gates.conftest import Bench, bench, summaries

__all__ = ["bench", "summaries"]

UNSET = {"CANLLAW_LLM_BASE_URL": "", "CANLLAW_LLM_MODEL": ""}


def canllaw(*words: str, data_dir: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("canllaw")
    return subprocess.run(
        [program, "eval", *words],
        env=os.environ | UNSET | {"CANLLAW_DATA_DIR": str(data_dir), "TERMINAL_WIDTH": "200"} | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_run_that_fails_a_gate_is_exit_code_1_with_the_gate_and_the_bound(bench: Bench) -> None:
    done = CliRunner().invoke(eval_app, ["gate", str(bench.run("new", wrong=range(40))), "--against", str(bench.run("old"))])

    assert done.exit_code == 1
    assert "FAILED      baseline correct: 0.750 → 0.000" in done.output
    assert "Right before, wrong now: 30" in done.output


def test_a_run_is_no_baseline_by_its_word_alone(bench: Bench) -> None:
    run = bench.run("run", splits={"dev": 40})
    done = canllaw("accept", str(run), "--why", "it is new", data_dir=bench.folder)

    assert done.returncode == 2
    assert "cannot be the baseline: it asked the questions of dev" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_model_the_judge_is_one_sentence(bench: Bench) -> None:
    run = bench.run("run")
    done = canllaw("judge", str(run), data_dir=bench.folder)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("No model is set to judge: set CANLLAW_LLM_BASE_URL and CANLLAW_LLM_MODEL")
    assert not (run / "judge.json").exists()


def test_a_dead_judge_is_one_sentence_and_writes_nothing(bench: Bench) -> None:
    run = bench.run("run")
    with ScriptedModel(lambda _: Said(status=500)) as server:
        done = canllaw("judge", str(run), data_dir=bench.folder, CANLLAW_LLM_BASE_URL=server.url, CANLLAW_LLM_MODEL="scripted")

    assert done.returncode == 1
    assert "The judge did not answer for pair 1 of 221, asked 2 times: The model's server failed (500)." in done.stderr
    assert "Nothing was written." in done.stderr
    assert not (run / "judge.json").exists()


@pytest.mark.parametrize("command", ["gate", "judge"])
def test_a_folder_without_a_run_is_one_sentence(command: str, tmp_path: Path) -> None:
    done = canllaw(command, str(tmp_path), data_dir=tmp_path)

    assert done.returncode == 2
    assert "does not hold a run" in done.stderr
