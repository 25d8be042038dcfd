"""Pages of Estyn: recommendations, dates in the text, kinds of page; whole pages stand in the golden pages."""

from datetime import date

import pytest

from corpus.publication import PublicationType
from ingest.html import parse_html
from ingest.parsed import Parsed


def read(main: str, *, url: str = "https://estyn.gov.wales/some-page/", lang: str = "en") -> Parsed:
    head = f'<head><link rel="canonical" href="{url}"></head>'
    return parse_html(f'<html lang="{lang}">{head}<body><main>{main}</main></body></html>'.encode(), name="page.html")


@pytest.mark.parametrize(
    ("main", "text"),
    [
        ("<ul><li>R1 Read</li><li>R2 Write</li></ul>", "• R1 Read\n• R2 Write"),
        ("<p>R1 Read</p><p>R2 Write</p>", "• R1 Read\n• R2 Write"),
        ("<p><b>R1</b> Read<br><b>R2</b> Write</p>", "• R1 Read\n• R2 Write"),
        ("<p>R1: Read</p><p>R2 – Write</p>", "• R1 Read\n• R2 Write"),
        ("<table><tr><td>R1</td><td>Read</td></tr><tr><td>R2</td><td>Write</td></tr></table>", "• R1 Read\n• R2 Write"),
        ("<p>A1 Darllen</p><p>A2 Ysgrifennu</p>", "• A1 Darllen\n• A2 Ysgrifennu"),
        ("<p>R1 Read</p><p>Between.</p><p>R2 Write</p>", "• R1 Read\n\nBetween.\n\n• R2 Write"),
        ("<p>A4 paper is enough.</p>", "A4 paper is enough."),
        ("<p>R1 Read</p><p>A4 paper is enough.</p>", "• R1 Read\n\nA4 paper is enough."),
        ("<ol><li>Read</li><li>Write</li></ol>", "1. Read\n2. Write"),
        ("<p>R1Read</p>", "R1Read"),
    ],
)
def test_recommendations_are_items_under_their_marks(main: str, text: str) -> None:
    assert read(main).text == text


@pytest.mark.parametrize(
    ("main", "text", "updated"),
    [
        ("<p>This page was updated on 05/02/2024</p><p>a</p>", "a", date(2024, 2, 5)),
        ("<p>One. This page was updated on 05/02/2024.</p>", "One.", date(2024, 2, 5)),
        ("<p>One (this page was last updated on 5 February 2024). Two.</p>", "One Two.", date(2024, 2, 5)),
        ("<p>Un. Diweddarwyd y dudalen hon ar 05/02/2024</p>", "Un.", date(2024, 2, 5)),
        ("<p>The rules were updated on 05/02/2024.</p>", "The rules were updated on 05/02/2024.", None),
        ("<p>This page was updated on 45/02/2024.</p>", "This page was updated on 45/02/2024.", None),
    ],
)
def test_the_day_a_page_was_updated_is_no_part_of_its_text(main: str, text: str, updated: date | None) -> None:
    parsed = read(main)

    assert (parsed.text, parsed.updated) == (text, updated)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://estyn.gov.wales/improvement-resources/sums/", PublicationType.REPORT),
        ("https://annual-report.estyn.gov.wales/2025-2/sums/", PublicationType.REPORT),
        ("https://estyn.llyw.cymru/adnoddau-gwella/symiau/", PublicationType.REPORT),
        ("https://estyn.gov.wales/inspection-guidance/sums/", PublicationType.GUIDANCE),
        ("https://www.estyn.gov.wales/inspection/inspection-sums", PublicationType.GUIDANCE),
        ("https://estyn.gov.wales/faq/sums/", PublicationType.GUIDANCE),
        ("https://estyn.gov.wales/blog/sums/", PublicationType.NEWS),
        ("https://estyn.gov.wales/news/sums/", PublicationType.NEWS),
        ("https://estyn.gov.wales/sums/", None),
    ],
)
def test_the_address_says_what_kind_of_page_it_is(url: str, expected: PublicationType | None) -> None:
    parsed = read("<h1>Sums</h1><p>a</p>", url=url)

    assert (parsed.type, parsed.publisher) == (expected, "Estyn")


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Thematic Report", PublicationType.REPORT),
        ("Effective Practice", PublicationType.REPORT),
        ("News article", PublicationType.NEWS),
        ("Blog post", PublicationType.NEWS),
        ("Adroddiad thematig", PublicationType.REPORT),
        ("Erthygl newyddion", PublicationType.NEWS),
        ("Inspection guidance", PublicationType.GUIDANCE),
    ],
)
def test_a_label_goes_before_the_address(label: str, expected: PublicationType) -> None:
    parsed = read(f"<h1>Sums</h1><span class='reportTypeHero'>{label}</span><p>a</p>", url="https://estyn.gov.wales/x/sums/")

    assert (parsed.type, parsed.text) == (expected, "a")


def test_only_the_day_above_the_text_is_the_pages_own() -> None:
    times = "<time datetime='2019-01-01'>then</time>"

    assert read(f"<h1>Sums</h1><p>a</p>{times}").published is None
    assert read(
        f"<h1>Sums</h1><time class='dt-published' datetime='2025-03-14T09:00'>x</time><p>a</p>{times}"
    ).published == date(2025, 3, 14)


@pytest.mark.parametrize("url", ["https://notestyn.gov.wales/a", "https://estyn.example/a"])
def test_other_hosts_are_not_estyns(url: str) -> None:
    assert read("<p>a</p>", url=url).publisher != "Estyn"
