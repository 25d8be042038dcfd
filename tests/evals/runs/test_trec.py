"""A run's rankings as TREC files are read by ir-measures, which finds in them the numbers that the run found."""

import json
from collections.abc import Callable
from pathlib import Path

import ir_measures
import pytest

from corpus.errors import ReportError
from evals.gold.questions import GoldQuestion
from evals.measures.passages import passage_measures
from evals.measures.rankings import question_measures
from evals.runs.run import run
from evals.runs.trec import export_run, qrels_lines, run_lines
from evals.suites.named import suites_of
from evals.suites.suite import Bench, write_block
from evals.systems.ours import plain_systems
from search_api.library import Library

Make = Callable[..., GoldQuestion]


@pytest.fixture(scope="module")
def folder(
    bells: Library,
    bells_register: Path,
    make_question: Make,
    make_unanswerable: Make,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    questions = [
        make_question("now", "What time do bells ring each morning?"),
        make_question(
            "lunch",
            "Who has a free hot lunch?",
            publications={"lunch-2023": 3, "cinio-2023": 1},
            facts=(),
            quotes=("Every pupil in reception has a free hot lunch.",),
        ),
        make_unanswerable("weather", "Which striker did Swansea City sell to Millwall?"),
    ]
    systems, made = plain_systems(bells), tmp_path_factory.mktemp("run")
    run(questions, systems, bells, made, register=bells_register)
    [suite] = suites_of(["retrieval"])
    assert suite.block
    bench = Bench(
        questions=suite.takes(questions),
        rows=(),
        systems=systems,
        library=bells,
        register=bells_register,
        data_dir=made,
        embedder=bells.index.embedder,
    )
    write_block(made, suite, suite.block(bench), config={})
    return made


def _rows(path: Path) -> dict[tuple[str, str], dict[str, float]]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {(row["id"], row["system"]): row["scores"] for row in rows}


@pytest.mark.parametrize("system", ["bm25", "dense"])
@pytest.mark.parametrize(
    ("what", "qrels", "measures", "kept"),
    [
        ("passages", "passages.{}.qrels", passage_measures(), "retrieval.rows.jsonl"),
        ("publications", "publications.qrels", question_measures(), "rows.jsonl"),
    ],
    ids=["passages", "publications"],
)
def test_ir_measures_finds_the_same_in_the_files(
    folder: Path, tmp_path: Path, system: str, what: str, qrels: str, measures: dict[str, str], kept: str
) -> None:
    export_run(folder, tmp_path)
    judged = list(ir_measures.read_trec_qrels(str(tmp_path / qrels.format(system))))
    ranked = list(ir_measures.read_trec_run(str(tmp_path / f"{what}.{system}.run")))
    columns = {ir_measures.parse_measure(name): column for column, name in measures.items()}
    found = list(ir_measures.iter_calc(list(columns), judged, ranked))
    rows = _rows(folder / kept)
    assert found
    for one in found:
        assert one.value == pytest.approx(rows[one.query_id, system][columns[one.measure]], abs=1e-6)


def test_a_question_that_nothing_answers_is_in_no_file(folder: Path, tmp_path: Path) -> None:
    for path in export_run(folder, tmp_path):
        assert "weather" not in path.read_text(encoding="utf-8")


def test_scores_fall_with_rank() -> None:
    assert run_lines("ours", {"q2": ["c"], "q1": ["a:0-9", "b:3-4"]}) == [
        "q1 Q0 a:0-9 1 2 ours",
        "q1 Q0 b:3-4 2 1 ours",
        "q2 Q0 c 1 1 ours",
    ]
    assert qrels_lines({"q": {"b": 1, "a": 3}}) == ["q 0 a 3", "q 0 b 1"]


def test_two_exports_are_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first, second = export_run(folder, tmp_path / "a"), export_run(folder, tmp_path / "b")
    assert [path.name for path in first] == [path.name for path in second]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_folder_without_rankings_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="does not hold the rankings of a run"):
        export_run(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()
