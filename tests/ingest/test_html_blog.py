"""Posts of the Welsh Government's blogs: the day in the address, and what is no part of a post."""

from datetime import date

import pytest

from ingest.html_blog import is_blog, parse_blog
from ingest.html_page import WebPage
from ingest.parsed import Parsed

HOST = "https://educationwales.blog.gov.wales"


def page(main: str, *, url: str) -> WebPage:
    head = f'<head><link rel="canonical" href="{url}"></head>'
    return WebPage(f'<html lang="en">{head}<body><main>{main}</main></body></html>'.encode(), name="page.html")


def read(main: str, *, url: str = f"{HOST}/2024/06/18/sums/") -> Parsed:
    return parse_blog(page(main, url=url))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{HOST}/2024/06/18/sums/", date(2024, 6, 18)),
        (f"{HOST}/2024/13/18/sums/", None),
        (f"{HOST}/about/", None),
    ],
)
def test_the_day_is_in_the_address(url: str, expected: date | None) -> None:
    assert read("<h1>Sums</h1><p>a</p>", url=url).published == expected


def test_comments_and_links_to_share_are_no_text() -> None:
    parsed = read(
        "<h1>Sums</h1><p>a</p><div class='sharedaddy'><h3>Share this:</h3></div><div id='comments'><p>me too</p></div>"
    )

    assert parsed.text == "a"


@pytest.mark.parametrize("words", ["Read this post in Welsh", "Darllenwch y blog hwn yn Saesneg", "Read this page in English."])
def test_the_post_in_the_other_language_is_its_twin(words: str) -> None:
    parsed = read(f"<h1>Sums</h1><p><a href='/2024/06/18/symiau/'>{words}</a></p><p>a</p>")

    assert ([link.url for link in parsed.links], parsed.text) == ([f"{HOST}/2024/06/18/symiau/"], "a")


@pytest.mark.parametrize(
    ("url", "expected"), [(f"{HOST}/a", True), ("https://blog.gov.wales/a", False), ("https://gov.wales/a", False)]
)
def test_whose_posts_they_are(url: str, expected: bool) -> None:
    assert is_blog(page("<p>a</p>", url=url)) is expected
