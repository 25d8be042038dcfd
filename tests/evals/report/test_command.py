"""`canllaw eval report` as a person runs it: Markdown on the terminal, one HTML file where it is asked for."""

import subprocess
import sys
from pathlib import Path

from evals.report.markdown import report
from evals.report.page import page


def _report(*words: str | Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("canllaw")
    return subprocess.run([program, "eval", "report", *words], capture_output=True, text=True, check=False, timeout=120)


def test_it_prints_and_writes(run_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "new" / "report.html"
    done = _report(run_folder, "--html", file)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == report(run_folder, cost=True)
    assert file.read_text(encoding="utf-8") == page(run_folder)


def test_a_file_that_cannot_be_written_is_a_sentence(run_folder: Path, tmp_path: Path) -> None:
    done = _report(run_folder, "--html", tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip() == f"'{tmp_path}' cannot be written: Is a directory. Name another file."
