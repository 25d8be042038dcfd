"""What holds for every page: one h1, landmarks, labels, titles, no script."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

See = Callable[..., BeautifulSoup]
Words = Callable[[Tag | BeautifulSoup | None], str]
PLAN = "When will every child have a reading plan?"


PATHS = [
    "/",
    "/search",
    "/search?q=uniform",
    f"/answers?q={PLAN}",
    "/answers?q=submarines",
    "/documents/statement-reading",
    "/about",
    "/publications/statement-reading",
    "/duties",
    "/duties?q=blazer&any_status=true",
    "/crawls",
    "/nowhere",
]


@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_one_h1_landmarks_a_title_and_no_script(see: See, words: Words, path: str) -> None:
    page = see(path)
    assert page.html is not None
    assert page.html["lang"] == "en"
    assert len(page.select("h1")) == 1
    assert words(page.title).endswith(" – Canllaw")
    assert words(page.select_one("body > a")) == "Skip to the main content"
    assert len(page.select("header.top")) == len(page.select("main#main")) == len(page.select("body > footer")) == 1
    assert page.select("script, style, [style], iframe, object") == []
    assert [tag.name for tag in page.find_all(True) if any(name.startswith("on") for name in tag.attrs)] == []
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", PATHS)
def test_every_control_has_a_label(see: See, path: str) -> None:
    page = see(path)
    for control in page.select("input:not([type=hidden]), select"):
        assert control.get("aria-label") or page.select_one(f'label[for="{control["id"]}"]'), control


def test_titles_are_unique(see: See, words: Words) -> None:
    titles = [words(see(path).title) for path in PATHS]
    assert len(set(titles)) == len(titles)


@pytest.fixture
def headers_of(site: TestClient) -> Callable[[str], str]:
    return lambda path: site.get(path).headers["content-security-policy"]


@pytest.mark.parametrize("path", [*PATHS, "/static/canllaw.css"])
def test_every_page_forbids_scripts(headers_of: Callable[[str], str], path: str) -> None:
    assert headers_of(path).startswith("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'")
