"""Saved pages of any publisher, and pages that are damaged."""

from datetime import date

import pytest

from corpus.errors import EmptyDocument, MalformedDocument
from corpus.publication import PublicationType
from ingest.html import parse_html
from ingest.parsed import Parsed


def read(markup: str) -> Parsed:
    return parse_html(markup.encode(), name="page.html")


def test_a_guidance_page_of_another_site_is_read() -> None:
    parsed = read(
        "<html lang='en'><head><link rel='canonical' href='https://sums.gov.wales/area/sums-guidance/'>"
        "<meta property='og:site_name' content='Somebody'>"
        "<meta property='article:published_time' content='2024-01-31T09:00:00Z'>"
        "<meta name='dcterms.modified' content='2024-02-05'></head><body><nav>Menu</nav><main><h1>Sums guidance</h1>"
        "<h2>1. Adding</h2><p>This guidance is statutory.</p></main></body></html>"
    )

    assert (parsed.title, parsed.publisher) == ("Sums guidance", "Welsh Government")
    assert (parsed.published, parsed.updated) == (date(2024, 1, 31), date(2024, 2, 5))
    assert parsed.type is PublicationType.GUIDANCE
    assert [found.kind for found in parsed.findings] == ["statutory"]
    assert parsed.text == "1. Adding\n\nThis guidance is statutory."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<main><p>a</p></main><p>b</p>", "a"),
        ("<article><p>a</p></article><p>b</p>", "a"),
        ("<div role='main'><p>a</p></div><p>b</p>", "a"),
        ("<article>a</article><article>b</article>", "a\n\nb"),  # a list of articles is no text by itself
        ("<p>a</p><footer>b</footer>", "a"),
    ],
)
def test_the_text_is_in_the_main_element(body: str, expected: str) -> None:
    assert read(f"<html><body>{body}</body></html>").text == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<title>T | Site</title><meta property='og:title' content='O'>", "<h1>H</h1><p>a</p>", "H"),
        ("<title>T | Site</title><meta property='og:title' content='O'>", "<p>a</p>", "O"),
        ("<title>T | Site</title>", "<p>a</p>", "T"),
        ("", "<nav><h1>Site</h1></nav><p>a</p>", None),
        ("", "<h1> </h1><p>a</p>", None),
    ],
)
def test_titles(head: str, body: str, expected: str | None) -> None:
    assert read(f"<html><head>{head}</head><body>{body}</body></html>").title == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<meta name='citation_publication_date' content='2024/01/31'>", "", date(2024, 1, 31)),
        ("<meta name='DC.date' content='2024-01-31'>", "", date(2024, 1, 31)),
        ("", "<time datetime='2024-01-31T10:00'>then</time>", date(2024, 1, 31)),
        (
            "",
            "<time datetime='2024-01-01'>x</time><time itemprop='datePublished' datetime='2024-01-31'>y</time>",
            date(2024, 1, 31),
        ),
        ("", "<time datetime='2024-01-01'>x</time><time datetime='2024-01-31'>y</time>", None),  # which of them?
        ("<meta name='dc.date' content='2024'>", "", None),
    ],
)
def test_dates(head: str, body: str, expected: date | None) -> None:
    assert read(f"<html><head>{head}</head><body><main><p>a</p>{body}</main></body></html>").published == expected


def test_a_printed_day_of_update_is_read() -> None:
    assert read("<main><p>Words.</p><p>This page was updated on 05/02/2024</p></main>").updated == date(2024, 2, 5)


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<html><body></body></html>", "<html><body><script>x()</script></body></html>"]
)
def test_a_page_without_words_is_refused_by_name(markup: str) -> None:
    with pytest.raises(EmptyDocument, match=r"No text in 'page\.html'\. .*save the page"):
        read(markup)


def test_a_page_without_body_is_read() -> None:
    assert read("just words").text == "just words"


@pytest.mark.parametrize(
    "data",
    [
        "<html><head><meta charset='utf-8'></head><body><p>tŷ £5</p></body></html>".encode("iso8859-14"),
        "<html><head><meta charset='iso-8859-1'></head><body><p>tŷ £5</p></body></html>".encode(),
        "<html><body><p>tŷ £5</p></body></html>".encode("utf-16"),
    ],
)
def test_money_and_words_survive_a_wrong_charset(data: bytes) -> None:
    parsed = parse_html(data, name="page.html")

    assert parsed.text.startswith("t")
    assert parsed.text.endswith(" £5")


def test_binary_data_is_no_page() -> None:
    with pytest.raises(MalformedDocument, match=r"'page\.html' .* binary"):
        parse_html(b"\x00\x01\x02" * 50, name="page.html")


def test_xhtml_is_read_without_a_warning() -> None:
    parsed = read(
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml' xml:lang='cy'><body><p>2024</p></body></html>"
    )

    assert (parsed.text, parsed.language) == ("2024", "cy")
