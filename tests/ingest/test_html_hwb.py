"""Pages of Hwb: what is a list of contents and what is not, labels, files; whole pages stand in the golden pages."""

import pytest

from corpus.link import LinkKind
from corpus.publication import PublicationType
from ingest.html import parse_html
from ingest.html_contents import find_contents
from ingest.html_page import WebPage
from ingest.parsed import Parsed

BASE = "https://hwb.gov.wales/area/sums"
URL = f"{BASE}/adding"


def markup(main: str, *, url: str = URL, head: str = "", lang: str = "en") -> bytes:
    return (
        f'<html lang="{lang}"><head><link rel="canonical" href="{url}">{head}</head><body><header><a href="/">Hwb</a></header>'
        f"<main>{main}</main></body></html>"
    ).encode()


def read(main: str, *, url: str = URL, head: str = "", lang: str = "en") -> Parsed:
    return parse_html(markup(main, url=url, head=head, lang=lang), name="page.html")


def addresses(main: str, *, url: str = URL) -> tuple[str, ...]:
    contents = find_contents(WebPage(markup(main, url=url), name="page.html"))
    return contents.addresses if contents else ()


OWN = f'<li><a href="{URL}/">2. Adding</a></li>'
START, END = '<li><a href="/area/sums/start">1. Start</a></li>', '<li><a href="end#top">3. End</a></li>'
ENTRIES = f"{START}{OWN}{END}"


@pytest.mark.parametrize(
    "main",
    [
        f"<nav><ol>{ENTRIES}</ol></nav>",
        f'<nav aria-label="Contents"><ul>{ENTRIES}</ul></nav>',
        f'<div class="contents"><ul>{ENTRIES}</ul></div>',
        f"<nav><ol>{START}<li>2. Adding</li>{END}</ol></nav>",
        f'<nav><ol>{START}<li><a aria-current="page" href="#">2. Adding</a></li>{END}</ol></nav>',
        f'<nav aria-label="Cynnwys"><ul>{START}<li><span>Adding</span></li>{END}</ul></nav>',
    ],
)
def test_a_list_of_contents_gives_the_addresses_of_all_parts(main: str) -> None:
    assert addresses(main) == (f"{BASE}/start", URL, f"{BASE}/end")


@pytest.mark.parametrize(
    "main",
    [
        f'<nav class="breadcrumb"><ol>{ENTRIES}</ol></nav>',
        f'<nav aria-label="Pagination"><ol>{ENTRIES}</ol></nav>',
        '<nav><ul><li><a href="start">Start</a></li><li>Adding</li></ul></nav>',  # neighbours, not parts
        '<nav aria-label="Contents"><ul><li><a href="#a">1. A</a></li><li><a href="#b">2. B</a></li></ul></nav>',  # places here
        '<nav><ol><li><a href="start">1. Start</a></li><li><a href="end">2. End</a></li></ol></nav>',  # of another guide
        '<nav><ol><li><a href="https://elsewhere.example/a">1. A</a></li><li>2. Adding</li></ol></nav>',
        '<nav><ol><li><a href="http://[">1. A</a></li><li>2. Adding</li></ol></nav>',
        "<nav><ol><li>1. Adding</li></ol></nav>",
        '<nav aria-label="Contents"><ul><li><a href="start">Start</a></li><li>Adding</li><li>More</li></ul></nav>',  # which?
        f'<div class="contents"><p>Words of the text.</p><ol>{ENTRIES}</ol></div>',
        "<nav></nav>",
    ],
)
def test_other_lists_of_links_are_no_contents(main: str) -> None:
    assert addresses(main) == ()


@pytest.mark.parametrize(
    ("main", "title", "text"),
    [
        ("<p>NUMERACY</p><h1>Sums</h1><p>a</p>", "Sums", "a"),
        ("<h1><span>NUMERACY</span> Sums</h1><p>a</p>", "Sums", "a"),
        ("<h1>PISA 2025: sums</h1><p>a</p>", "PISA 2025: sums", "a"),
        ("<h1><abbr>GCSE</abbr> sums</h1><p>a</p>", "GCSE sums", "a"),
        ("<h1>Sums</h1><p>SHOUTED WORDS</p>", "Sums", "SHOUTED WORDS"),
        ("<h1>Sums</h1><p>a</p><h2>Sums</h2><p>b</p>", "Sums", "a\n\nb"),
        (f"<p>{'Long words above. ' * 9}</p><h1>Sums</h1><p>a</p>", "Sums", f"{'Long words above. ' * 9}".strip() + "\n\na"),
        ("<h1>Sums</h1><ul><li>Part of <a href='/area'>Area</a></li></ul><p>a</p>", "Sums", "a"),
        ("<h1>Sums</h1><p>Part of a whole is a fraction.</p>", "Sums", "Part of a whole is a fraction."),
        ("<p>no title</p>", None, "no title"),
    ],
)
def test_what_stands_above_the_text_is_no_text(main: str, title: str | None, text: str) -> None:
    parsed = read(main)

    assert (parsed.title, parsed.text) == (title, text)


@pytest.mark.parametrize(
    ("words", "title"),
    [("Plan (pdf)", "Plan"), ("Plan (PDF, 2 MB)", "Plan"), ("Plan (part 2) (docx)", "Plan (part 2)"), ("Plan", "Plan")],
)
def test_a_files_title_does_not_name_its_format(words: str, title: str) -> None:
    (link,) = read(f"<h1>Sums</h1><p><a href='/api/storage/0-1/plan.pdf'>{words}</a></p>").links

    assert (link.kind, link.url, link.title) == (LinkKind.FILE, "https://hwb.gov.wales/api/storage/0-1/plan.pdf", title)


def test_the_language_link_is_the_twin_where_the_head_declares_none() -> None:
    parsed = read("<a href='/maes/symiau'>Cymraeg</a><h1>Sums</h1><p>This is the text.</p>")

    assert [(link.kind, link.url) for link in parsed.links] == [(LinkKind.TWIN, "https://hwb.gov.wales/maes/symiau")]
    assert parsed.text == "This is the text."


@pytest.mark.parametrize(
    ("main", "expected"),
    [
        ("<h1>Sums</h1><p>This statutory guidance is for schools.</p>", PublicationType.GUIDANCE),
        ("<h1>Symiau</h1><p>Mae'r canllawiau hyn ar gyfer ysgolion.</p>", PublicationType.GUIDANCE),
        (f"<h1>Sums</h1><nav>{ENTRIES}</nav><p>a</p>", PublicationType.GUIDANCE),
        ("<h1>Sums</h1><p>Come to our event.</p>", None),
    ],
)
def test_a_guide_says_that_it_is_guidance(main: str, expected: PublicationType | None) -> None:
    assert read(main).type is expected


def test_a_welsh_page_at_the_welsh_host_is_of_hwb() -> None:
    parsed = read("<h1>Symiau</h1><p>Mae hyn yn ein helpu.</p>", url="https://hwb.llyw.cymru/maes/symiau", lang="cy")

    assert (parsed.publisher, parsed.language, parsed.parts) == ("Hwb", "cy", ())
