"""A run over real engines: its rows say what the library says, and two runs are the same bytes."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import ReportError
from evals.gold.questions import GoldQuestion, Hinge, Kind
from evals.report.markdown import headline, report
from evals.runs.run import run
from evals.systems.llama_default import LlamaDefault
from evals.systems.ours import Ours, plain_systems
from evals.systems.response import Cited, Response, ShortAnswer, System
from index.embed import SentenceEmbedder, packaged_model
from search_api.library import Library
from search_api.question.question import Asked

Make = Callable[..., GoldQuestion]
NAMES = ("ours", "bm25", "dense", "llamaindex", "sure")


class Sure:
    """Another system: it gives a probability and a short answer, and says what it withholds."""

    name = "sure"
    described = "Cites the bells of 2024 from a probability of one half."

    def __init__(self, library: Library) -> None:
        document = library.catalogue.current_document("bells-2024")
        assert document
        quote = "Bells ring at nine each morning."
        start = document.text.index(quote)
        self._cited = Cited(
            publication_id="bells-2024",
            document_id=document.id,
            start=start,
            end=start + len(quote),
            quote=quote,
            status="in_force",
        )

    def respond(self, question: GoldQuestion) -> Response:
        """Declines but for `now`."""
        sure = question.id == "now"
        return Response(
            ranking=("bells-2024",),
            answered=sure,
            status="answered" if sure else "unanswered_no_evidence",
            reason="",
            cited=(self._cited,) if sure else (),
            probability=0.8 if sure else 0.25,
            short=ShortAnswer(words="at nine", value="nine") if sure else ShortAnswer(words="", value=""),
            refusal=None if sure else "near_miss",
            nearest=() if sure else ("bells-2012",),
            withheld=() if sure else (self._cited,),
        )


@pytest.fixture(scope="module")
def questions(make_question: Make, make_unanswerable: Make) -> tuple[GoldQuestion, ...]:
    return (
        make_question(
            "now", "What time do bells ring each morning?", short=("9am", "nine"), hinges_on=Hinge.STATUS, actor="school"
        ),
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
    llama = LlamaDefault(bells.catalogue.current(), embedder, model_path=Path(packaged_model()))
    return (Ours(bells), *plain_systems(bells), llama, Sure(bells))


@pytest.fixture(scope="module")
def folder(
    questions: tuple[GoldQuestion, ...],
    systems: tuple[System, ...],
    bells: Library,
    bells_register: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    made = run(questions, systems, bells, tmp_path_factory.mktemp("run"), register=bells_register)
    assert made
    return made


def _rows(folder: Path) -> Iterator[dict[str, object]]:
    for line in (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def test_rows_are_sorted_one_for_each_question_and_system(folder: Path) -> None:
    keys = [(row["id"], row["system"]) for row in _rows(folder)]
    assert keys == sorted((key, name) for key in ("now", "then", "weather") for name in NAMES)


def test_two_runs_are_the_same_bytes(
    folder: Path,
    questions: tuple[GoldQuestion, ...],
    systems: tuple[System, ...],
    bells: Library,
    bells_register: Path,
    tmp_path: Path,
) -> None:
    again = run(questions, systems, bells, tmp_path, register=bells_register)
    assert again
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["config.json", "responses.jsonl", "rows.jsonl", "summary.json", "timing.json"]
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


def test_rows_hold_what_a_question_is_and_what_was_given(folder: Path) -> None:
    rows = {row["id"]: row for row in _rows(folder) if row["system"] == "sure"}
    now, then = rows["now"], rows["then"]
    assert (now["source"], now["hinges_on"], now["actor"], now["is_duty"]) == ("register", "status", "school", True)
    assert (then["hinges_on"], then["is_duty"], rows["weather"]["source"]) == (None, False, None)
    assert (now["probability"], now["right"], now["short"]) == (0.8, True, {"words": "at nine", "value": "nine"})
    assert now["citations"][0]["status"] == "in_force"  # type: ignore[index]
    assert (then["refusal"], then["nearest"], then["right"]) == ("near_miss", ["bells-2012"], False)
    assert then["withheld"] == now["citations"]
    assert now["scores"]["short_exact"] == then["scores"]["useful_refusal"] == 1.0  # type: ignore[index]


def test_probabilities_are_summarised_where_there_are_any(folder: Path) -> None:
    summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    found = summary["confidence"]["sure"]
    assert "bm25" not in summary["confidence"]
    assert found["measures"]["all"]["auroc"]["mean"] == found["measures"]["dev"]["auroc"]["mean"] == 1.0
    assert [point["answered"] for point in found["curve"]] == [1]
    assert summary["refusals"]["sure"] == {"near_miss": 2}


def test_every_citation_is_exact(folder: Path) -> None:
    exact = [row["scores"]["exact_quotes"] for row in _rows(folder) if row["citations"]]  # type: ignore[index]
    assert exact
    assert set(exact) == {1.0}


def test_spans_of_quotations_are_measured(folder: Path) -> None:
    scores = {row["system"]: row["scores"] for row in _rows(folder) if row["id"] == "then"}
    assert scores["bm25"]["correct"] == 1.0  # type: ignore[index]


def test_times_are_told_by_stage_where_a_system_tells_them_apart(folder: Path) -> None:
    timing = json.loads((folder / "timing.json").read_text(encoding="utf-8"))

    assert all(taken.keys() == {"read", "rank", "answer", "whole"} for taken in timing["ours"].values())
    assert all(sum(taken.values()) - taken["whole"] <= taken["whole"] + 1 for taken in timing["ours"].values())
    assert all(isinstance(taken, float) for taken in timing["bm25"].values())
    assert '"stages"' not in (folder / "rows.jsonl").read_text(encoding="utf-8")


def test_plain_systems_answer_what_has_no_answer(folder: Path) -> None:
    summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    assert summary["measures"]["llamaindex"]["false_answer"]["mean"] == 1.0
    assert summary["measures"]["ours"]["false_answer"]["mean"] == 0.0
    assert summary["groups"]["unanswerable_kind"]["off_corpus"]["ours"]["false_answer"]["n"] == 1


def test_the_report_holds_its_tables_and_its_limits(folder: Path) -> None:
    page = report(folder)
    for heading in (
        "All questions",
        "How sure, and how right",
        "Paired differences",
        "By audience",
        "By language",
        "By what the right text hinges on",
        "Questions about duties",
        "By where the answer stands",
        "Non-answers by their reason",
        "Worst cases",
        "does not measure",
    ):
        assert heading in page
    assert "n=2" in page
    assert "| 50% | 0.80 | 1 | 1.000 |\n| 60% | – | – | not reached |" in page
    assert headline(folder).splitlines()[0].split() == list(NAMES)


def test_a_folder_without_a_run_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="does not hold a run"):
        report(tmp_path)
