"""A run becomes the baseline whole and with a reason, or is refused with every reason; nothing is written then."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import ReportError
from corpus.settings import ROOT
from evals.gates.accepting import accept, read_summary
from evals.gates.judging import judge
from evals.gates.kept import RESULTS
from evals.gates.paired import Paired
from evals.gates.thresholds import read_thresholds
from evals.report.folder import read_run
from evals.runs.differences import Row
from tests.evals.gates.conftest import WRONG, Bench

BASELINE = read_thresholds().baseline
DAY = date(2026, 11, 23)
CHANGELOG = ROOT / "evals" / "CHANGELOG.md"


def taken(bench: Bench, run: Path, why: str = "the scorer knows more words") -> tuple[str, Paired | None]:
    return accept(run, why=why, questions=bench.questions, baseline=BASELINE, places=bench.places, on=DAY)


def keep_rows(run: Path, rows: list[Row]) -> None:
    (run / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_the_first_baseline_is_four_files_and_a_line(bench: Bench) -> None:
    run = bench.run("run")
    line, paired = taken(bench, run)

    names = ["report.html", "report.md", "scores.jsonl", "summary.json"]
    assert sorted(path.name for path in bench.places.results.iterdir()) == names
    assert (bench.places.results / "summary.json").read_bytes() == (run / "summary.json").read_bytes()
    assert "<!doctype html>" in (bench.places.results / "report.html").read_text(encoding="utf-8").casefold()
    assert bench.places.changelog.read_text(encoding="utf-8") == f"# Changes\n\n{line}\n"
    sha = read_summary(bench.places.results)["config"]["questions_sha256"][:12]
    assert line.startswith(f"- 2026-11-23, questions `{sha}` (40 of test, 4 texts), lock `")
    assert ", code `cccccccccccc`: The scorer knows more words. The first baseline. ndcg@10 0.775, " in line
    assert line.endswith("No paired difference: no scores by question were kept before.")
    assert paired is None


def test_the_next_says_what_differs_and_what_flipped(bench: Bench) -> None:
    taken(bench, bench.run("old"))
    line, paired = taken(bench, bench.run("new", wrong=(WRONG - {0, 4}) | {1}, code_sha256="e" * 64), why="Two were mended.")

    assert ": Two were mended. Other than before: code. " in line
    assert "correct 0.750 → 0.775 (better by +0.025 [" in line
    assert line.endswith("Paired on 40 questions, 0 in one only: 2 mended, 1 broken.")
    assert bench.places.changelog.read_text(encoding="utf-8").count("\n- 2026") == 2
    assert paired
    assert (paired.mended, paired.broken) == (("q00", "q04"), ("q01",))


def test_what_was_accepted_is_what_the_next_run_is_held_to(bench: Bench) -> None:
    taken(bench, bench.run("old"))
    found = judge(bench.run("new", wrong=range(40)), baseline=bench.places.results, thresholds=read_thresholds())

    assert found.paired
    assert len(found.paired.broken) == 30


@pytest.mark.parametrize(
    ("changes", "why", "told"),
    [
        ({}, "  ", "no reason is given"),
        ({"splits": {"dev": 40}}, "x", "it asked the questions of dev, and a baseline is of test alone"),
        ({"splits": {"calib": 1, "test": 39}}, "x", "it asked the questions of calib, test, and a baseline is of test alone"),
        ({"lock_sha256": None}, "x", "it names no lock of the texts that were measured"),
        ({"lock_sha256": "0" * 64}, "x", "its texts were locked by another lock than corpus.lock.jsonl: run it again"),
        ({"questions_sha256": "0" * 64}, "x", "the questions of test, or what answers them, have changed since it was run"),
    ],
)
def test_what_cannot_be_the_baseline_is_refused_and_nothing_is_written(
    changes: dict[str, Any], why: str, told: str, bench: Bench
) -> None:
    with pytest.raises(ReportError) as raised:
        taken(bench, bench.run("run", **changes), why)

    assert told in str(raised.value)
    assert not bench.places.results.exists()
    assert bench.places.changelog.read_text(encoding="utf-8") == "# Changes\n\n"


def test_all_reasons_are_named_at_once(bench: Bench) -> None:
    with pytest.raises(ReportError, match=r"no reason is given.*it asked the questions of dev.*it names no lock"):
        taken(bench, bench.run("run", splits={"dev": 1}, lock_sha256=None), "")


def test_a_run_of_some_questions_or_of_more_or_without_ours_is_refused(bench: Bench) -> None:
    run = bench.run("run")
    rows = list(read_run(run)[1])

    keep_rows(run, [row for row in rows if (row["id"], row["system"]) != ("q07", "bm25")])
    with pytest.raises(ReportError, match=r"bm25 was not asked 1 of the 40 questions of test \(q07\)"):
        taken(bench, run)
    keep_rows(run, [*rows, rows[0] | {"id": "seed-1", "system": "ours"}])
    with pytest.raises(ReportError, match=r"1 questions that are not in the repository's files \(seed-1\).*use --no-seeds"):
        taken(bench, run)
    keep_rows(run, [row for row in rows if row["system"] != "ours"])
    with pytest.raises(ReportError, match="it did not ask ours"):
        taken(bench, run)


def test_without_a_lock_nothing_is_accepted(bench: Bench) -> None:
    run = bench.run("run")
    bench.places.lock.unlink()

    with pytest.raises(ReportError, match=r"there is no lock .* write it with `canllaw eval lock`"):
        taken(bench, run)


def test_the_last_line_of_our_changelog_names_the_questions_that_were_measured() -> None:
    last = CHANGELOG.read_text(encoding="utf-8").rstrip().splitlines()[-1]
    config = read_summary(RESULTS)["config"]

    assert last.startswith("- 20")
    assert f"questions `{config['questions_sha256'][:12]}` ({config['questions']} of test" in last
