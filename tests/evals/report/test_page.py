"""The HTML report asks for nothing, holds nothing that runs, and is the same bytes every time."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from evals.report.markdown import report
from evals.report.page import marked, page


@pytest.fixture(scope="module")
def made(run_folder: Path) -> str:
    return page(run_folder)


@pytest.fixture(scope="module")
def soup(made: str) -> BeautifulSoup:
    return BeautifulSoup(made, "lxml")


def test_the_same_folder_gives_the_same_bytes(made: str, run_folder: Path) -> None:
    assert page(run_folder) == made


def test_nothing_runs_and_nothing_is_asked_for(made: str, soup: BeautifulSoup) -> None:
    assert not soup.find_all(["script", "link", "img", "iframe", "image", "object"])
    assert not soup.select("[style], [onclick], [onload]")
    assert all(one["href"].startswith("#") for one in soup.select("[href]"))
    assert "url(http" not in made
    assert "http:" not in made.replace("http://www.w3.org", "")


def test_its_policy_names_its_own_stylesheet(soup: BeautifulSoup) -> None:
    policy = soup.select_one("meta[http-equiv]")
    style = soup.style
    assert policy
    assert style
    digest = base64.b64encode(hashlib.sha256(style.get_text().encode()).digest()).decode()
    assert policy["content"] == f"default-src 'none'; style-src 'sha256-{digest}'"


def test_every_plot_is_told_in_words_and_has_its_table(soup: BeautifulSoup) -> None:
    figures = soup.find_all("figure")
    assert len(figures) >= 8
    for figure in figures:
        told = figure.select_one("[role=img]")
        assert told
        assert len(str(told["aria-label"])) > 40
        assert figure.figcaption
        assert figure.svg
        assert figure.find_next("table")


def test_plots_take_their_colours_from_the_page(soup: BeautifulSoup) -> None:
    drawn = "".join(map(str, soup.find_all("svg")))
    assert "fill-ours" in drawn
    left = set(re.findall(r"#[0-9a-f]{6}", drawn))
    assert not left, left


def test_names_are_used_once_and_links_lead_somewhere(soup: BeautifulSoup) -> None:
    names = [one["id"] for one in soup.select("[id]")]
    assert len(names) == len(set(names))
    assert {str(one["href"]).removeprefix("#") for one in soup.select("[href]")} <= set(names)
    regions = [one["aria-label"] for one in soup.select("[role=region]")]
    assert len(regions) == len(set(regions))


def test_words_of_others_are_escaped(made: str, soup: BeautifulSoup) -> None:
    assert "<markup>" not in made
    assert soup.find("blockquote", string=re.compile("Bells ring at <b>nine</b>")) or "&lt;b&gt;nine&lt;/b&gt;" in made


def test_it_says_what_the_markdown_says(soup: BeautifulSoup, run_folder: Path) -> None:
    headings = re.findall(r"^## (.+)$", report(run_folder, cost=True), re.MULTILINE)
    assert [one.get_text() for one in soup.find_all("h2")] == headings


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("plain", [("plain", "plain")]),
        ("`a` and **b**", [("code", "a"), ("plain", " and "), ("strong", "b")]),
        ("2 * 3 ** 4", [("plain", "2 * 3 ** 4")]),
        ("", []),
    ],
)
def test_marks(words: str, parts: list[tuple[str, str]]) -> None:
    assert marked(words) == parts
