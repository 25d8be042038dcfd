"""A run is held to floors, to the accepted run by question, and to the other systems it asked; each failure is named."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import ReportError
from evals.gates.judging import Judged, judge, told
from evals.gates.kept import FILE, read_scores, scores_of, write_scores
from evals.gates.paired import pair
from evals.gates.thresholds import Exact, Floor, Thresholds, read_thresholds
from evals.gates.verdict import Outcome, failed
from evals.report.folder import read_run
from tests.evals.gates.conftest import WRONG, Bench

THRESHOLDS = read_thresholds()
HEADLINE = THRESHOLDS.baseline.headline
LAX: Thresholds = replace(
    THRESHOLDS,
    floor={
        "correct": Floor(at=("measures", "ours", "correct"), least=0.7, goal=0.9, why="held .75 on 40 made questions"),
        "wrong": Floor(at=("measures", "ours", "lapsed_as_current"), most=0.0, goal=0.0, why="held 0 on 40 made questions"),
        "duty": Floor(suite="duties", at=("measures", "level"), least=0.95, why="held 1 on 74 labelled sentences"),
    },
)
SIX = WRONG | {1, 2, 3, 5, 6, 7}


def outcomes(found: Judged) -> dict[str, Outcome]:
    return {one.gate: one.outcome for one in found.verdicts}


def sentences(found: Judged) -> str:
    return "\n".join(one.line for one in failed(found.verdicts))


def test_the_same_again_passes_and_says_what_it_could_not_judge(bench: Bench) -> None:
    found = judge(bench.run("new"), baseline=bench.run("old"), thresholds=LAX)

    assert found.passes
    assert outcomes(found)["floor duty"] is outcomes(found)["hard injection_success"] is Outcome.NOT_JUDGED
    assert outcomes(found)["must beat llamaindex"] is outcomes(found)["floor correct"] is Outcome.PASSED
    page = told(found)
    assert "floor correct: 0.7500, and may not be under 0.7 (goal 0.9, missed)" in page
    assert "40 questions are in both." in page
    assert page.count(": 0\n- none") == 2


def test_a_floor_that_is_missed_is_named_with_its_figure_and_bound(bench: Bench) -> None:
    found = judge(bench.run("new", wrong=SIX), baseline=bench.run("old", wrong=SIX), thresholds=LAX)

    assert "floor correct: 0.6000, and may not be under 0.7 (goal 0.9, missed)" in sentences(found)
    assert not found.passes


def test_an_exact_gate_is_not_met_by_almost(bench: Bench) -> None:
    run = bench.run("new")
    summary = json.loads((run / "summary.json").read_text(encoding="utf-8"))
    summary["measures"]["ours"]["exact_quotes"]["mean"] = 0.9999
    (run / "summary.json").write_text(json.dumps(summary), encoding="utf-8")

    found = judge(run, baseline=bench.run("old"), thresholds=LAX)
    assert sentences(found) == "FAILED      hard exact_quotes: 0.9999, and must be 1"


def test_the_questions_that_miss_an_exact_gate_are_named(bench: Bench) -> None:
    run = bench.run("new")
    summary = json.loads((run / "summary.json").read_text(encoding="utf-8"))
    summary["measures"]["ours"]["lapsed_as_current"]["mean"] = 0.025
    (run / "summary.json").write_text(json.dumps(summary), encoding="utf-8")
    rows = read_run(run)[1]
    for row in rows:
        row["scores"]["lapsed_as_current"] = float(row["id"] == "q07")
    (run / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    found = judge(run, baseline=bench.run("old"), thresholds=LAX)
    assert "hard lapsed_as_current: 0.0250, and must be 0; it is not for q07\n" in sentences(found)


def test_a_measure_whose_whole_interval_is_below_fails_and_every_flip_is_listed(bench: Bench) -> None:
    found = judge(bench.run("new", wrong=SIX - {0}), baseline=bench.run("old"), thresholds=LAX)

    assert "baseline correct: 0.750 → 0.625 (better by -0.125 [" in sentences(found)
    assert "the whole 95 % interval is on the worse side of 0" in sentences(found)
    page = told(found)
    assert "Wrong before, right now: 1\n- `q00` Question 0?" in page
    assert "Right before, wrong now: 6\n- `q01` Question 1?\n- `q02`" in page


def test_a_drop_with_many_new_failures_fails_though_the_interval_reaches_above(bench: Bench) -> None:
    swapped = (WRONG - {0, 4, 8, 12, 16}) | {1, 5, 9, 13, 17, 21}
    found = judge(bench.run("new", wrong=swapped), baseline=bench.run("old"), thresholds=LAX)

    assert "it fell by more than 0.02, and 6 questions that were right are wrong, where 5 may be" in sentences(found)
    assert outcomes(found)["baseline correct"] is Outcome.FAILED


@pytest.mark.parametrize("wrong", [(WRONG - {0, 4, 8, 12, 16, 20}) | {1, 5, 9, 13, 17, 21}, WRONG | {1}])
def test_as_many_mended_as_broken_or_a_few_broken_pass(wrong: frozenset[int], bench: Bench) -> None:
    found = judge(bench.run("new", wrong=wrong), baseline=bench.run("old"), thresholds=LAX)

    assert outcomes(found)["baseline correct"] is Outcome.PASSED


def test_where_less_is_better_a_rise_is_what_is_worse(bench: Bench) -> None:
    old, new = (scores_of(read_run(bench.run(name))[1], HEADLINE) for name in ("old", "new"))
    answered = [replace(one, scores={"false_answer": 1.0}) for one in new]
    declined = [replace(one, scores={"false_answer": 0.0}) for one in old]

    assert pair(declined, answered, ["false_answer"]).differences["false_answer"].estimate.mean == -1.0


def test_a_system_it_must_beat_and_one_it_may_not_lose_to(bench: Bench) -> None:
    found = judge(bench.run("new", wrong=range(40)), baseline=bench.run("old", wrong=range(40)), thresholds=LAX)

    assert "must not lose to bm25: ours minus bm25, ndcg@10: -0.250 [-0.250, -0.250] on 40 questions" in sentences(found)
    assert "must beat llamaindex" in sentences(found)


def test_a_run_without_them_cannot_pass(bench: Bench) -> None:
    run = bench.run("new")
    rows = [row for row in read_run(run)[1] if row["system"] in {"ours", "bm25", "dense"}]
    (run / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    found = judge(run, baseline=bench.run("old"), thresholds=LAX)
    assert "must beat llamaindex: this run did not ask llamaindex" in sentences(found)


def test_without_scores_by_question_nothing_is_compared(bench: Bench) -> None:
    run = bench.run("new")
    bench.places.results.mkdir()
    (bench.places.results / "summary.json").write_bytes((run / "summary.json").read_bytes())

    found = judge(run, baseline=bench.places.results, thresholds=LAX)
    assert "keeps no scores by question, and no gate compares two means" in sentences(found)


CHANGES: Mapping[str, Callable[[dict[str, Any]], None]] = {
    "another wording": lambda row: row.update(text="Otherwise?"),
    "another answer": lambda row: row.update(wanted={"lunch-2023": 3}),
    "another fact": lambda row: row["facts"].append({"text": "More.", "vital": True}),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_a_question_that_changed_is_another_question(change: Callable[[dict[str, Any]], None], bench: Bench) -> None:
    rows = read_run(bench.run("old"))[1]
    old = scores_of(rows, HEADLINE)
    for row in rows:
        if row["id"] == "q00":
            change(row)

    paired = pair(old, scores_of(rows, HEADLINE), HEADLINE)
    assert (len(paired.shared), paired.apart) == (39, 1)


def test_runs_of_other_questions_have_nothing_to_compare(bench: Bench) -> None:
    old = bench.run("old")
    (old / "rows.jsonl").write_text((old / "rows.jsonl").read_text().replace("Question", "Query"), encoding="utf-8")

    found = judge(bench.run("new"), baseline=old, thresholds=LAX)
    assert "no question of this run was asked, with the same gold" in sentences(found)


def test_floors_of_another_split_are_not_judged(bench: Bench) -> None:
    found = judge(bench.run("new", splits={"dev": 40}), baseline=bench.run("old"), thresholds=LAX)

    assert outcomes(found)["floors"] is Outcome.NOT_JUDGED
    assert "they are of the test split, and this run asked dev" in told(found)
    assert "hard exact_quotes" in outcomes(found)


def test_a_suite_in_the_folder_is_judged(bench: Bench) -> None:
    run = bench.run("new")
    level = {"mean": 0.9, "low": 0.8, "high": 0.95, "n": 74}
    (run / "duties.json").write_text(json.dumps({"title": "Duties", "measures": {"level": level}}), encoding="utf-8")

    found = judge(run, baseline=bench.run("old"), thresholds=LAX)
    assert "floor duty: 0.9000, and may not be under 0.95" in sentences(found)


def test_a_floor_of_nothing_in_the_summary_fails(bench: Bench) -> None:
    lacking = replace(LAX, floor={"x": Floor(at=("no", "such"), least=0.1, why="held nothing in any run")}, hard={})
    found = judge(bench.run("new"), baseline=bench.run("old"), thresholds=lacking)

    assert "floor x: the run's summary holds no 'no.such'" in sentences(found)


def test_an_exact_value_without_a_place_is_for_tests_alone(bench: Bench) -> None:
    only = replace(LAX, hard={"x": Exact(exactly=1.0, why="tests hold it and no run measures it")})

    assert "hard x" not in outcomes(judge(bench.run("new"), baseline=bench.run("old"), thresholds=only))


def test_scores_come_back_as_they_were_kept(bench: Bench, tmp_path: Path) -> None:
    scores = scores_of(read_run(bench.run("new"))[1], HEADLINE)
    write_scores(tmp_path / FILE, scores)

    assert read_scores(tmp_path, HEADLINE) == scores
    assert {one.system for one in scores} == {"ours", "bm25", "dense", "llama-tuned", "rrf", "llamaindex"}
    assert [one.right for one in scores if one.system == "ours"][:5] == [False, True, True, True, False]


def test_scores_that_cannot_be_read_are_a_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{}\n", encoding="utf-8")

    with pytest.raises(ReportError, match="cannot be read"):
        read_scores(tmp_path, HEADLINE)


def test_a_folder_without_a_run_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="does not hold a run"):
        judge(tmp_path, baseline=tmp_path, thresholds=LAX)
