"""Two runs are compared over the questions both were asked, and each gain and loss is named."""

import json
from pathlib import Path

import pytest

from corpus.errors import ReportError
from evals.runs.compare import compare, told


def _run(folder: Path, system: str, scores: dict[str, dict[str, float]], **texts: str) -> Path:
    rows = [
        {"id": key, "system": system, "family": key[0], "text": texts.get(key, f"What of {key}?"), "scores": measured}
        for key, measured in scores.items()
    ]
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "rows.jsonl").open("a", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    (folder / "summary.json").write_text("{}", encoding="utf-8")
    return folder


def _whole(**effective: float) -> dict[str, dict[str, float]]:
    return {key: {"effective": value, "correct": value} for key, value in effective.items()}


@pytest.fixture
def runs(tmp_path: Path) -> tuple[Path, Path]:
    earlier = _run(tmp_path / "a", "first", _whole(a1=0.0, a2=1.0, b1=0.0, c1=1.0, d1=1.0), d1="Asked otherwise?")
    later = _run(tmp_path / "b", "ours", _whole(a1=1.0, a2=0.0, b1=1.0, c1=1.0, d1=0.0, e1=1.0))
    return earlier, _run(later, "bm25", _whole(a1=0.0))


def test_gains_and_losses_of_shared_questions(runs: tuple[Path, Path]) -> None:
    found = compare(*runs)
    assert found.texts.keys() == {"a1", "a2", "b1", "c1"}
    assert found.apart == 2  # one was asked in other words, one only later
    effective = found.differences["effective"]
    assert (effective.gained, effective.lost, effective.estimate.mean) == (("a1", "b1"), ("a2",), 0.25)
    assert "fact_recall" not in found.differences


def test_it_is_told_in_lines(runs: tuple[Path, Path]) -> None:
    lines = told(compare(*runs)).splitlines()
    assert lines[0] == "4 questions in both, 2 in one only"
    assert next(line for line in lines if line.startswith("effective")).split()[1] == "+0.250"
    assert "Questions gained (effective): 2" in lines
    assert "- `a2` What of a2?" in lines


def test_the_same_run_gains_nothing(runs: tuple[Path, Path]) -> None:
    found = compare(runs[1], runs[1])
    assert found.apart == 0
    assert found.differences["effective"].gained == found.differences["effective"].lost == ()
    assert "- none" in told(found)


def test_another_system_may_be_named(runs: tuple[Path, Path]) -> None:
    assert compare(*runs, after="bm25").texts.keys() == {"a1"}


def test_what_cannot_be_compared_is_a_sentence(runs: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="holds bm25, ours: say which"):
        compare(*runs, after="dense")
    with pytest.raises(ReportError, match="no question in common"):
        compare(runs[0], _run(tmp_path / "c", "ours", _whole(z1=1.0)))
    with pytest.raises(ReportError, match="does not hold a run"):
        compare(runs[0], tmp_path / "none")
