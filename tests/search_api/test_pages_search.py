"""Hits, filters, pages of results, and faults in what was asked."""

import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

See = Callable[..., BeautifulSoup]
Words = Callable[[Tag | BeautifulSoup | None], str]


def test_hits_show_what_a_person_needs_to_judge_them(see: See, words: Words) -> None:
    page = see("/search", q="reading coach")
    hit = page.select_one(".hit")
    assert hit is not None
    for expected in (
        "Written statement",
        "29 January 2025",
        "Welsh Government",
        "English",
        "On the record",
        "The publisher’s words",
    ):
        assert expected in words(hit)
    assert {"reading", "coach"} <= {words(mark).casefold() for mark in hit.select("mark")}
    assert re.fullmatch(r"\d+ passages? found", words(page.select_one("[role=status]")))


def test_superseded_texts_are_left_out_until_asked_for_and_labelled_then(see: See, words: Words) -> None:
    assert "Uniform guidance 2019" not in words(see("/search", q="uniform blazer").main)
    hit = words(see("/search", q="uniform blazer", any_status="true").select_one(".hit"))
    assert "Superseded" in hit
    assert "November 2019" in hit


@pytest.mark.parametrize(
    "name", ["type", "status", "force", "publisher", "topic", "language", "held", "from", "as_of", "any_status"]
)
def test_each_filter_in_use_can_be_removed_by_its_link(see: See, words: Words, name: str) -> None:
    values = {
        "type": "guidance",
        "status": "in_force",
        "force": "statutory",
        "publisher": "Hwb",
        "topic": "uniform",
        "language": "en",
        "held": "digest",
        "from": "2020",
        "as_of": "2024-01-01",
        "any_status": "true",
    }
    page = see("/search", q="uniform", **values)
    link = next(link for link in page.select(".applied a:not(.clear)") if not re.search(rf"[?&]{name}=", link["href"]))
    assert words(link).startswith("Remove filter")
    removed = see(link["href"])
    assert len(removed.select(".applied a:not(.clear)")) == len(values) - 1


def test_filter_values_are_spelled_as_the_catalogue_spells_them(see: See, words: Words) -> None:
    page = see("/search", q="uniform", type="Guidance", publisher="hwb")
    assert page.select_one("#type-guidance[checked]") is not None
    assert "Publisher: Hwb" in words(page.select_one(".applied"))


def test_empty_fields_of_a_form_are_taken_out_of_the_address(site: TestClient) -> None:
    response = site.get("/search?q=uniform&from=&to=&topic=&type=guidance", follow_redirects=False)
    assert response.status_code == 303
    assert response.headers["location"] == "/search?q=uniform&type=guidance"


def test_results_come_in_pages_that_keep_the_filters(see: See, words: Words) -> None:
    page = see("/search", q="schools uniform reading", any_status="true", limit="1")
    assert re.search(r"\(page 1 of \d\) – Canllaw$", words(page.title))
    following = page.select_one("a[rel=next]")
    assert following is not None
    assert page.select_one("a[rel=prev]") is None
    second = see(following["href"])
    assert "any_status=true" in following["href"]
    assert "(page 2 of " in words(second.title)
    assert second.select_one("ol.hits[start='2']") is not None


def test_a_page_past_the_end_goes_back_to_the_first(site: TestClient) -> None:
    response = site.get("/search?q=uniform&page=90", follow_redirects=False)
    assert response.status_code == 303
    assert response.headers["location"] == "/search?q=uniform"


def test_nothing_found_gives_advice(see: See, words: Words) -> None:
    page = see("/search", q="uniform", publisher="Estyn", type="guidance")
    assert words(page.select_one("[role=status]")) == "Nothing found"
    assert words(page.select_one(".nothing li a")) == "Search again without filters"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("q=", "q"),
        ("q=%3F%3F", "q"),
        ("q=" + "a" * 2001, "q"),
        ("q=x&from=banana", "from"),
        ("q=x&from=2024&to=2020", "from"),
        ("q=x&to=2024-02-30", "to"),
        ("q=x&as_of=yesterday", "as_of"),
        ("q=x&type=poem", "type"),
        ("q=x&publisher=Nobody", "publisher"),
        ("q=x&topic=cheese", "topic"),
        ("q=x&language=fr", "language"),
        ("q=x&status=good", "status"),
        ("q=x&force=strong", "force"),
        ("q=x&held=some", "held"),
        ("q=x&limit=many", "q"),
        ("q=x&page=0", "q"),
        ("q=x&any_status=perhaps", "any_status"),
    ],
)
@pytest.mark.parametrize("path", ["/search", "/answers"])
def test_a_faulty_field_is_named_at_the_top(words: Words, site: TestClient, path: str, query: str, field: str) -> None:
    response = site.get(f"{path}?{query}")
    assert response.status_code in (400, 422)
    page = BeautifulSoup(response.text, "lxml")
    summary = page.select_one("main > :first-child")
    assert words(summary).startswith("There is a problem")
    assert words(page.title).startswith("Error: ")
    assert summary is not None
    link = summary.select_one("a")
    assert link is not None
    assert link["href"] == f"#{field}"
    assert page.find(id=field) is not None


def test_an_unknown_name_is_not_offered_again(see: See) -> None:
    page = see("/search?q=uniform&publisher=Nobody&publisher=Hwb")
    assert [tag["value"] for tag in page.select("input[name=publisher]")] == ["Hwb"]
