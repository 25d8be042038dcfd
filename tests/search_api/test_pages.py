"""The home page, answers and non-answers, and pages that cannot be shown."""

import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from search_api.app import make_app

See = Callable[..., BeautifulSoup]
Words = Callable[[Tag | BeautifulSoup | None], str]
PLAN = "When will every child have a reading plan?"
PLAN_WORDS = "Every child in Wales will have a reading plan by 1 September 2026."


def test_home_says_what_this_is_and_what_is_held(see: See, words: Words) -> None:
    page = see("/")
    assert words(page.h1) == "Welsh education policy, in its own words"
    assert "5 publications" in words(page.select_one(".sums"))
    examples = page.select(".examples a")
    assert len(examples) == 3
    assert all(link["href"].startswith("/answers?q=") for link in examples)


def test_an_answer_is_quoted_words_with_numbered_citations_to_exact_places(see: See, words: Words) -> None:
    page = see("/answers", q=PLAN)
    assert words(page.select_one(".statement")) == f"“{PLAN_WORDS}”"
    assert words(page.select_one(".said .ref")) == "1"
    source = page.select_one("#source-1")
    assert source is not None
    assert words(source.select_one("blockquote mark")) == PLAN_WORDS
    for expected in ("29 January 2025", "On the record", "Not statutory", "Welsh Government", "Why reading comes first"):
        assert expected in words(source)
    outward = source.select_one("a.out")
    assert outward is not None
    assert outward["href"].startswith("https://gov.wales/reading-in-the-early-years#:~:text=Every%20child")
    inward = source.select_one("h3 a")
    assert inward is not None
    shown = see(inward["href"].partition("#")[0])
    assert words(shown.select_one("mark#quote")) == PLAN_WORDS


def test_the_question_stays_in_the_box_and_in_the_title(see: See, words: Words) -> None:
    page = see("/answers", q=PLAN)
    box = page.select_one("#q")
    assert box is not None
    assert box["value"] == PLAN
    assert words(page.title) == f"{PLAN} – Answer – Canllaw"


def test_a_digest_is_never_shown_as_the_publishers_words(see: See, words: Words) -> None:
    page = see("/search", q="cost of school uniform logo", held="digest")
    hit = page.select_one(".hit")
    assert "Digest: our wording" in words(hit)
    document = see("/documents/guidance-uniform-2023")
    assert "We do not hold the publisher’s text" in words(document.main)
    assert "©" not in words(document.main)


def test_a_question_with_no_answer_says_what_was_searched_and_what_to_do_next(see: See, words: Words) -> None:
    page = see("/answers", q="How many reading plans will there be in 2040?")
    answer = words(page.select_one(".answer.none"))
    assert re.search(r"Searched \d publications, dated from", answer)
    assert "What you can do next" in answer
    assert words(page.title).endswith("No answer – Canllaw")
    assert page.select_one("#q") is not None


def test_about_says_what_it_does_not_do(see: See) -> None:
    page = see("/about")
    assert {"access", "privacy", "sources"} <= {tag["id"] for tag in page.select("h2[id]")}


@pytest.mark.parametrize(
    "path", ["/documents/nothing-by-that-name", "/nowhere", "/static/nothing.css", "/static/..%2fpages.py"]
)
def test_what_is_not_here_is_a_kind_page(words: Words, site: TestClient, path: str) -> None:
    response = site.get(path)
    assert response.status_code == 404
    page = BeautifulSoup(response.text, "lxml")
    assert words(page.h1) == "We cannot find that page"
    assert "404" not in words(page.main)


def test_pages_wait_kindly_for_a_library_that_is_still_loading() -> None:
    with TestClient(make_app(None)) as loading:
        for path in (
            "/",
            "/search?q=x",
            "/answers?q=x",
            "/documents/x",
            "/publications/x",
            "/crawls",
            "/crawls/1",
            "/evaluation",
            "/about",
        ):
            response = loading.get(path)
            assert response.status_code == 503
            assert "getting ready" in response.text
            assert int(response.headers["retry-after"]) > 0


def test_the_stylesheet_is_small_kept_for_ever_and_named_by_its_content(see: See, site: TestClient) -> None:
    sheet = see("/").select_one("link[rel=stylesheet]")
    assert sheet is not None
    response = site.get(sheet["href"])
    assert response.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in response.headers["cache-control"]
    assert len(response.text.splitlines()) <= 300
    assert "@import" not in response.text
    assert "url(" not in response.text
