"""A document: its provenance, what bears on it, its text, and the quotation marked in it."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from search_api.library import Library

See = Callable[..., BeautifulSoup]
Words = Callable[[Tag | BeautifulSoup | None], str]


def test_a_document_shows_its_provenance(see: See, words: Words, shelf: Library) -> None:
    page = see("/documents/statement-reading")
    origin = words(page.select_one(".origin"))
    held = shelf.catalogue.current_document("statement-reading")
    assert held is not None
    for expected in (
        "A Minister",
        "29 January 2025",
        "On the record",
        "7 May 2026",
        "Open Government Licence",
        held.provenance.sha256,
    ):
        assert expected in origin
    assert [words(link) for link in page.select(".outline a")] == ["Why reading comes first", "What we will do"]
    assert "First published" not in words(page.select_one(".words"))
    assert [words(item) for item in page.select(".words li")][1] == "publish a yearly report on early reading;"


def test_a_publication_id_leads_to_its_document(site: TestClient) -> None:
    response = site.get("/documents/statement-reading", follow_redirects=False)
    assert response.status_code == 307
    assert response.headers["location"].startswith("/documents/statement-reading.en.")


def test_a_superseded_document_says_so_and_names_what_replaced_it(see: See, words: Words) -> None:
    banner = see("/documents/guidance-uniform-2019").select_one(".banner")
    assert banner is not None
    assert "Superseded." in words(banner)
    assert words(banner.a) == "School uniform: statutory guidance"


def test_a_document_links_to_its_twin_in_the_other_language(see: See) -> None:
    twin = see("/documents/guidance-uniform-2023").select_one(".twin a")
    assert twin is not None
    assert (twin["lang"], twin["hreflang"]) == ("cy", "cy")
    welsh = see(twin["href"])
    assert welsh.h1 is not None
    assert welsh.h1["lang"] == "cy"
    words_of_welsh = welsh.select_one(".words")
    assert words_of_welsh is not None
    assert words_of_welsh["lang"] == "cy"


@pytest.mark.parametrize(
    "place", ["start=0&end=999999", "start=9&end=9", "start=-1&end=4", "start=a&end=b", "start=5", "start=10&end=2"]
)
def test_a_span_outside_the_text_marks_nothing(see: See, place: str) -> None:
    page = see(f"/documents/statement-reading?{place}")
    assert page.select("mark") == []


def test_words_of_the_front_matter_are_not_marked_either(see: See, words: Words) -> None:
    page = see("/documents/statement-reading", start="0", end="10")
    assert page.select("mark") == []
    assert "none are marked" in words(page.main)
