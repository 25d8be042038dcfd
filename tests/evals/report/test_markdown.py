"""The report says what the summary and rows hold, in the order of the methods."""

import json
import shutil
from pathlib import Path

import pytest

from corpus.errors import ReportError
from evals.report.markdown import report

ORDER = (
    "What was run",
    "Goals",
    "All questions",
    "Where answerable questions were lost",
    "How sure, and how right",
    "By kind",
    "By how many words question and answer share",
    "By language",
    "Welsh questions and the same in English",
    "Questions with no answer held",
    "Versions",
    "Passages",
    "Commitments",
    "Paired differences",
    "What so many questions can show",
    "Flips, question by question",
    "Worst cases of ours",
    "Cost",
    "What this does not measure",
)


@pytest.fixture(scope="module")
def printed(run_folder: Path) -> str:
    return report(run_folder, cost=True)


def test_sections_stand_in_the_order_of_the_methods(printed: str) -> None:
    places = [printed.index(f"\n## {title}") for title in ORDER]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "said",
    [
        "| `sentence` | the sentence that says a fact was there, and others were chosen | 1 |",
        "| `abstained_wrongly` | declined, though what it would have shown is right | 2 (1) |",
        "| near miss | 0 of 1 |",
        "### Ours and bm25",
        "| measure | ours minus bm25 | p | Holm | McNemar | gained | lost |",
        "ours has right, bm25 has not: 5",
        "| few words shared | `correct` |",
        "| ours | search | 22 |",
        "| ours-unmerged | Nothing merged. |",
        "| by class | `recall` | 0.500 |",
        "| R@20 | 0.9 |",
        "| commitments: precision | at least 0.9 | 0.85 | 0.950 [0.900, 0.990] n=80 | met",
        "They are for the test questions; this run asked others, or others too.",
        "- Sharp. (may be left out)",
        '> Bells ring at <b>nine</b> & "sharp".',
        "bar and <markup>? (sentence)",
    ],
)
def test_it_says(printed: str, said: str) -> None:
    assert said in printed


def test_the_interval_comes_before_the_chance(printed: str) -> None:
    line = next(line for line in printed.splitlines() if line.startswith("| `effective` | +"))
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    assert cells[1].startswith("+")
    assert "[" in cells[1]
    assert all("[" not in cell for cell in cells[2:])


def test_bold_is_for_the_best_that_is_told_apart(printed: str, run_folder: Path) -> None:
    best = json.loads((run_folder / "summary.json").read_text(encoding="utf-8"))["best"]
    assert {one["system"] for one in best.values()} <= {"ours", "bm25"}  # bounds and ablations take no part
    bold = [line.split("|")[1].strip(" `") for line in printed.splitlines() if line.startswith("| `") and "**" in line]
    assert bold == [name for name in bold if best[name]["sure"]]
    assert "false_answer" in bold


def test_a_publishers_words_are_not_repeated(printed: str) -> None:
    at = printed.index("`q04`:")
    assert "(a publisher’s words, which are not repeated here)" in printed[at : at + 400]


def test_without_cost_nothing_depends_on_the_clock(run_folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(run_folder, tmp_path / "copy"))
    (copy / "timing.json").write_text("{}", encoding="utf-8")
    assert report(copy) == report(run_folder)
    assert "## Cost" not in report(run_folder)


@pytest.mark.parametrize("name", ["welsh.json", "timing.json"])
def test_a_file_that_is_no_json_is_a_sentence(run_folder: Path, tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copytree(run_folder, tmp_path / "copy"))
    (copy / name).write_text("{", encoding="utf-8")
    with pytest.raises(ReportError, match="cannot be read"):
        report(copy)


def test_a_judges_column_is_told_with_its_agreement(run_folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(run_folder, tmp_path / "copy"))
    table = {"caption": "Agreement with people", "head": ["measure", "value"], "rows": [["kappa", "0.71"]]}
    told = {
        "suite": "judge",
        "title": "The judge's column",
        "notes": ["Measured on 221 pairs."],
        "tables": [table],
        "measures": {},
    }
    (copy / "judge.json").write_text(json.dumps(told), encoding="utf-8")

    said = report(copy)

    assert said.index("## The judge's column") < said.index("| kappa | 0.71 |") < said.index("## Paired differences")
    assert "Measured on 221 pairs." in said


def test_an_earlier_summary_can_still_be_read(run_folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(run_folder, tmp_path / "copy"))
    summary = json.loads((copy / "summary.json").read_text(encoding="utf-8"))
    for later in ("macro", "parity", "blame_declined", "false_answers", "best"):
        del summary[later]
    (copy / "summary.json").write_text(json.dumps(summary), encoding="utf-8")
    assert "## All questions" in report(copy)
