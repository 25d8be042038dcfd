"""Packs at the faces of a server: the API as a download, and links on the pages that lead to it."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from search_api.packs.formats import FORMATS
from search_api.packs.read_back import read_manifest

See = Callable[..., BeautifulSoup]
QUESTION = "Must governing bodies keep the cost of school uniform low?"
LINKED = ["docx", "md", "csv", "ris", "bibtex", "csl"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("of", "parameters"),
    [("answer", {"q": QUESTION}), ("search", {"q": "uniform"}), ("duties", {"actor": "governing-body"})],
    ids=["answer", "search", "duties"],
)
def test_the_api_gives_a_file(site: TestClient, of: str, parameters: dict[str, str], form: str) -> None:
    asked = {"of": of, "format": form, "asked_on": "2026-05-07", **parameters}
    first, second = site.get("/api/v1/exports", params=asked), site.get("/api/v1/exports", params=dict(reversed(asked.items())))

    assert first.status_code == 200
    assert first.headers["content-type"] == FORMATS[form].media_type
    assert first.headers["content-disposition"].startswith(f'attachment; filename="canllaw-{of}')
    assert "filename*=UTF-8''" in first.headers["content-disposition"]
    assert first.headers["content-language"] == "en"
    assert first.content == second.content
    assert read_manifest(first.content, name="x")[0] == form


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ({"of": "poem", "q": "x"}, "of"),
        ({"of": "search", "q": "x", "format": "pdf"}, "format"),
        ({"of": "search", "q": ""}, "q"),
        ({"of": "duties", "actor": "goverors"}, "actor"),
        ({"of": "search", "q": "x", "ui": "tlh"}, "ui"),
        ({"of": "search", "q": "x", "asked_on": "soon"}, "asked_on"),
        ({"q": "x"}, "of"),
    ],
)
def test_the_api_names_what_is_at_fault(site: TestClient, parameters: dict[str, str], field: str) -> None:
    response = site.get("/api/v1/exports", params=parameters)

    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["field"] == field


@pytest.mark.parametrize(
    ("path", "of"),
    [(f"/answers?q={QUESTION}", "answer"), ("/search?q=uniform&type=guidance", "search"), ("/duties?actor=school", "duties")],
)
def test_each_page_links_to_what_it_shows(site: TestClient, path: str, of: str) -> None:
    page = BeautifulSoup(site.get(path).text, "lxml")
    links = page.select('.take a[href^="/api/v1/exports"]')
    heading = page.select_one("#take-title")

    assert heading is not None
    assert heading.get_text() == "Take this away"
    assert [link["href"].rpartition("format=")[2] for link in links] == LINKED
    for link in links:
        response = site.get(str(link["href"]))
        assert response.status_code == 200
        assert read_manifest(response.content, name="x")[1].of == of


def test_a_page_of_duties_is_taken_away_whole(site: TestClient) -> None:
    page = BeautifulSoup(site.get("/duties").text, "lxml")
    link = page.select_one('.take a[href*="format=csv"]')
    assert link is not None
    shown = len(page.select(".duties > li"))
    lines = site.get(str(link["href"])).content.decode("utf-8-sig").count("\r\n") - 1

    assert (lines, "limit=30" in str(link["href"])) == (shown, True)


def test_pages_without_results_have_nothing_to_take_away(see: See) -> None:
    assert see("/search").select(".take") == []
    assert see("/").select(".take") == []
