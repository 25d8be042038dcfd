"""A run over real engines: its rows say what the library says, and two runs are the same bytes."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import ReportError
from evals.gold import GoldQuestion, Kind
from evals.llama_default import LlamaDefault, packaged_model
from evals.report import headline, report
from evals.response import System
from evals.run import run
from evals.systems import Ours, plain_systems
from index.embed import SentenceEmbedder
from search_api.library import Library
from search_api.question import Asked

Make = Callable[..., GoldQuestion]


@pytest.fixture(scope="module")
def questions(make_question: Make, make_unanswerable: Make) -> tuple[GoldQuestion, ...]:
    return (
        make_question("now", "What time do bells ring each morning?"),
        make_question(
            "then",
            "What time do bells ring each morning?",
            kind=Kind.AS_OF,
            as_of=date(2015, 1, 1),
            publications={"bells-2012": 3},
            facts=(),
            quotes=("Bells ring at eight each morning.",),
            must_not_cite=("bells-2024",),
        ),
        make_unanswerable("weather", "Which striker did Swansea City sell to Millwall?"),
    )


@pytest.fixture(scope="module")
def systems(bells: Library, embedder: SentenceEmbedder) -> tuple[System, ...]:
    llama = LlamaDefault(bells.catalogue.current(), embedder, model_path=packaged_model())
    return (Ours(bells), *plain_systems(bells), llama)


@pytest.fixture(scope="module")
def folder(
    questions: tuple[GoldQuestion, ...],
    systems: tuple[System, ...],
    bells: Library,
    bells_register: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    return run(questions, systems, bells, tmp_path_factory.mktemp("run"), register=bells_register)


def _rows(folder: Path) -> Iterator[dict[str, object]]:
    for line in (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def test_rows_are_sorted_one_for_each_question_and_system(folder: Path) -> None:
    keys = [(row["id"], row["system"]) for row in _rows(folder)]
    assert keys == sorted((key, name) for key in ("now", "then", "weather") for name in ("ours", "bm25", "dense", "llamaindex"))


def test_two_runs_are_the_same_bytes(
    folder: Path,
    questions: tuple[GoldQuestion, ...],
    systems: tuple[System, ...],
    bells: Library,
    bells_register: Path,
    tmp_path: Path,
) -> None:
    again = run(questions, systems, bells, tmp_path, register=bells_register)
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["config.json", "rows.jsonl", "summary.json", "timing.json"]
    for name in ("config.json", "rows.jsonl", "summary.json"):
        assert (again / name).read_bytes() == (folder / name).read_bytes(), name
    assert report(again) == report(folder)


def test_our_rows_say_what_the_library_says(folder: Path, bells: Library) -> None:
    row = next(row for row in _rows(folder) if (row["id"], row["system"]) == ("now", "ours"))
    answer = bells.ask(bells.read(Asked(q=str(row["text"]))))
    assert row["status"] == answer.status.value
    assert [cited["quote"] for cited in row["citations"]] == [one.quote for one in answer.citations]  # type: ignore[index, attr-defined]


def test_the_old_edition_is_found_only_as_of_its_day(folder: Path) -> None:
    ranked = {(row["id"], row["system"]): row["ranking"] for row in _rows(folder)}
    for name in ("bm25", "dense"):
        assert ranked["now", name][0] == "bells-2024"  # type: ignore[index]
        assert ranked["then", name] == ["bells-2012"]
    # LlamaIndex knows no status: both editions are before it whatever the day.
    assert {"bells-2012", "bells-2024"} <= set(ranked["now", "llamaindex"])  # type: ignore[call-overload]


def test_every_citation_is_exact(folder: Path) -> None:
    exact = [row["scores"]["exact_quotes"] for row in _rows(folder) if row["citations"]]  # type: ignore[index]
    assert exact
    assert set(exact) == {1.0}


def test_spans_of_quotations_are_measured(folder: Path) -> None:
    scores = {row["system"]: row["scores"] for row in _rows(folder) if row["id"] == "then"}
    assert scores["bm25"]["correct"] == 1.0  # type: ignore[index]


def test_plain_systems_answer_what_has_no_answer(folder: Path) -> None:
    summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    assert summary["measures"]["llamaindex"]["false_answer"]["mean"] == 1.0
    assert summary["measures"]["ours"]["false_answer"]["mean"] == 0.0
    assert summary["groups"]["unanswerable_kind"]["off_corpus"]["ours"]["false_answer"]["n"] == 1


def test_the_report_holds_its_tables_and_its_limits(folder: Path) -> None:
    page = report(folder)
    for heading in ("All questions", "Paired differences", "By audience", "By language", "Worst cases", "does not measure"):
        assert heading in page
    assert "n=2" in page
    assert headline(folder).splitlines()[0].split() == ["ours", "bm25", "dense", "llamaindex"]


def test_a_folder_without_a_run_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="does not hold a run"):
        report(tmp_path)
