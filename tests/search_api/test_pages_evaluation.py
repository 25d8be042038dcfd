"""The evaluation's page shows the last accepted report to anyone, and says so where there is none."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from search_api.app import HEADERS, make_app
from search_api.evaluation import read_evaluation
from search_api.library import Library

NUMBER = {"mean": 0.814, "low": 0.75, "high": 0.875, "n": 120}
SUMMARY: dict[str, Any] = {
    "config": {"questions": 1234, "documents": 238},
    "measures": {
        name: {"ndcg@10": NUMBER, "exact_quotes": NUMBER | {"mean": 1.0}}
        for name in ("bm25", "gold-passage", "ours", "ours-unmerged", "random")
    }
    | {"dense": {"ndcg@10": NUMBER}},
}
REPORT = (
    '<!doctype html><html lang="en"><head><style>p { color: red }</style></head><body><h1>Ours</h1><!-- report -->'
    '<section aria-labelledby="part-1"><h2 id="part-1">What was run</h2><p>Kites &lt;b&gt;.</p>'
    '<svg class="plot" viewBox="0 0 1 1"><path class="fill-ours" d="M 0 0"/></svg></section><!-- /report --></body></html>'
)
Keep = Callable[..., Path]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """A folder of accepted results."""

    def kept(summary: object = SUMMARY, report: str | None = REPORT) -> Path:
        (tmp_path / "summary.json").write_text(json.dumps(summary), encoding="utf-8")
        if report is not None:
            (tmp_path / "report.html").write_text(report, encoding="utf-8")
        return tmp_path

    return kept


def see(library: Library, results: Path, query: str = "") -> BeautifulSoup:
    with TestClient(make_app(library, results=results)) as client:
        response = client.get(f"/evaluation{query}")
    assert response.status_code == 200
    assert response.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    return BeautifulSoup(response.text, "lxml")


def test_the_figures_and_the_report_are_shown(shelf: Library, keep: Keep) -> None:
    page = see(shelf, keep())
    assert page.select_one("header.top")
    head = [cell.get_text() for cell in page.select("table.figures thead th")]
    assert head == ["Measure", "Canllaw", "bm25", "dense", "Questions"]
    rows = [[cell.get_text() for cell in row.select("td")] for row in page.select("table.figures tbody tr")]
    assert rows == [["0.81 [0.75, 0.88]"] * 3 + ["120"], ["1.00 [0.75, 0.88]", "1.00 [0.75, 0.88]", "–", "120"]]
    assert "1,234 questions were asked over 238 texts" in " ".join(page.get_text(" ").split())
    report = page.select_one('.report[lang="en"]')
    assert report
    assert report.select_one("h2#part-1 ~ p")
    assert report.svg
    assert "Kites <b>." in report.get_text()


def test_a_strict_page_needs_nothing_inline(shelf: Library, keep: Keep) -> None:
    page = see(shelf, keep())
    assert not page.select("style, script, [style]")
    names = [one["id"] for one in page.select("[id]")]
    assert len(names) == len(set(names))


def test_without_an_accepted_report_it_says_so(shelf: Library, tmp_path: Path) -> None:
    page = see(shelf, tmp_path / "nothing")
    assert "No report has been accepted yet" in page.get_text()
    assert not page.select("table")


def test_every_page_leads_there(shelf: Library) -> None:
    with TestClient(make_app(shelf)) as client:
        page = BeautifulSoup(client.get("/").text, "lxml")
    assert page.select_one('footer a[href="/evaluation"]')


@pytest.mark.parametrize(
    "report",
    [
        "<p>no marks</p>",
        "<!-- report --><script>1</script><!-- /report -->",
        "<!-- report --><p onclick='1'>x</p><!-- /report -->",
        '<!-- report --><p class="a" style="color: red">x</p><!-- /report -->',
        '<!-- report --><IMG src="https://example.wales/a.png"><!-- /report -->',
        "<!-- report --><style>p { color: red }</style><!-- /report -->",
    ],
)
def test_a_report_that_would_run_or_fetch_is_not_shown(keep: Keep, report: str) -> None:
    found = read_evaluation(keep(report=report))
    assert found
    assert found.report is None
    assert found.lines


@pytest.mark.parametrize(
    "summary", [{}, [], 3, {"config": {}, "measures": {}}, {"config": SUMMARY["config"], "measures": {"bm25": {}}}]
)
def test_figures_that_cannot_be_read_are_none(keep: Keep, summary: object) -> None:
    assert read_evaluation(keep(summary)) is None


def test_a_newer_report_is_read(keep: Keep) -> None:
    folder = keep()
    first = read_evaluation(folder)
    keep(SUMMARY | {"config": {"questions": 7, "documents": 238}})
    os.utime(folder / "summary.json", ns=(1, 1))
    second = read_evaluation(folder)
    assert first
    assert second
    assert (first.questions, second.questions) == (1234, 7)


def test_the_kept_results_can_be_shown() -> None:
    found = read_evaluation()
    assert found
    assert found.systems[0] == "ours"
    assert len(found.lines) >= 5
