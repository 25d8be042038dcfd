"""Twins, numbers, files of a page, and what only its links show to be the site's."""

import pytest

from ingest.html import parse_html
from ingest.parsed import Parsed

HERE = "https://www.gov.wales/sums"


def read(body: str, *, head: str = "", url: str = HERE, lang: str = "en", attributes: str = "") -> Parsed:
    markup = (
        f"<html lang='{lang}'><head><link rel='canonical' href='{url}'>{head}</head>"
        f"<body {attributes}><header><h2>Site</h2></header><main><h1>Sums</h1>{body}</main></body></html>"
    )
    return parse_html(markup.encode(), name="page.html")


def links(parsed: Parsed, kind: str) -> list[tuple[str, str]]:
    return [(link.url, link.title) for link in parsed.links if link.kind == kind]


@pytest.mark.parametrize(
    ("head", "lang", "expected"),
    [
        ("<link rel='alternate' hreflang='cy' href='https://www.llyw.cymru/symiau'>", "en", "https://www.llyw.cymru/symiau"),
        (
            "<link rel='alternate' hreflang='cy-GB' href='https://www.llyw.cymru/symiau#a'>",
            "en",
            "https://www.llyw.cymru/symiau",
        ),
        (
            f"<link rel='alternate' hreflang='en' href='{HERE}'><link rel='alternate' hreflang='cy' href='https://llyw.cymru/symiau'>",
            "en",
            "https://llyw.cymru/symiau",
        ),
        # The page says it is Welsh, but its own address is the English one.
        (
            f"<link rel='alternate' hreflang='en' href='{HERE}'><link rel='alternate' hreflang='cy' href='https://llyw.cymru/symiau'>",
            "cy",
            "https://llyw.cymru/symiau",
        ),
        ("<link rel='alternate' hreflang='cy' href='/cy/symiau'>", "en", "https://www.gov.wales/cy/symiau"),
        ("<link rel='alternate' hreflang='x-default' href='https://www.gov.wales/other'>", "en", None),
        ("<link rel='alternate' hreflang='cy' href='https://www.llyw.cymru/'>", "en", None),  # the front page
        ("<link rel='alternate' hreflang='cy' href='javascript:void(0)'>", "en", None),
        ("<link rel='alternate' type='application/rss+xml' href='/rss'>", "en", None),
    ],
)
def test_twins(head: str, lang: str, expected: str | None) -> None:
    parsed = read("<p>Every school adds up.</p>", head=head, lang=lang)

    assert [url for url, _ in links(parsed, "twin")] == ([expected] if expected else [])


def test_a_language_switch_is_a_twin_where_the_head_names_none() -> None:
    parsed = read("<p>Words.</p><a hreflang='cy' href='https://www.llyw.cymru/node/7'>Cymraeg</a>")

    assert links(parsed, "twin") == [("https://www.llyw.cymru/node/7", "")]


@pytest.mark.parametrize(
    ("head", "url", "attributes", "expected"),
    [
        ("<link rel='shortlink' href='https://www.gov.wales/node/59868'>", HERE, "", "59868"),
        ("<link rel='shortlink' href='/node/59868'>", HERE, "", "59868"),
        ("", "https://gov.wales/node/54992", "", "54992"),
        ("", HERE, "class='path-node page-node-123'", "123"),
        ("", HERE, "data-history-node-id='77'", "77"),
        (
            """<script data-drupal-selector='drupal-settings-json'>{"path":{"currentPath":"node\\/4321"}}</script>""",
            HERE,
            "",
            "4321",
        ),
        ("<link rel='shortlink' href='https://www.gov.wales/'>", HERE, "class='page-node-type-page'", None),
        ("", "https://www.gov.wales/node/7/edit", "", None),
    ],
)
def test_numbers(head: str, url: str, attributes: str, expected: str | None) -> None:
    assert read("<p>Words.</p>", head=head, url=url, attributes=attributes).node == expected


def test_a_canonical_path_is_at_the_host_of_the_short_link() -> None:
    head = "<link rel='shortlink' href='https://www.llyw.cymru/node/7'>"

    assert read("<p>Words.</p>", head=head, url="/symiau").url == "https://www.llyw.cymru/symiau"


FILE = "/sites/default/files/publications/2024-05/sums.pdf"
WHOLE = f"https://www.gov.wales{FILE}"


@pytest.mark.parametrize(
    "listed",
    [
        f"<h2>Documents</h2><p><a href='{FILE}'>Sums , file type: PDF, file size: 881 KB</a></p><p>PDF</p><p>881 KB</p>",
        f"<h2>Documents</h2><ul><li><a href='{FILE}'>Sums (PDF, 881 KB)</a></li></ul>",
        f"<h2>Dogfennau</h2><ul><li><a href='{FILE}'>Sums, math o ffeil: PDF, maint ffeil: 881 KB</a></li></ul>",
        f"<div class='document'><h3><a href='{FILE}'>Sums</a></h3><p>How to add.</p><span>PDF</span></div>",
        f"<h2>Documents</h2><h3>Sums</h3><p><a href='{FILE}'>PDF</a> 881 KB</p>",
        f"<h2>Consultation documents</h2><div><div><a href='{WHOLE}#page=2'>Sums</a></div></div>",
        f"<h2>Documents</h2><p><a href='{FILE}'>Sums</a></p><p><a href='{FILE}'>Sums again</a></p>",
        f"<p><a href='{FILE}'>Sums, file type: PDF, file size: 1 MB</a></p>",
    ],
)
def test_a_file_of_a_list_is_a_link_and_no_text(listed: str) -> None:
    parsed = read(f"<p>Before.</p>{listed}<h2>Details</h2><p>After.</p>")

    assert links(parsed, "file") == [(WHOLE, "Sums")]
    assert parsed.text == "Before.\n\nDetails\n\nAfter."


def test_an_html_edition_is_a_file_of_the_list() -> None:
    parsed = read("<p>Before.</p><h2>Documents</h2><ul><li><a href='/sums-html'>Sums</a> HTML</li></ul>")

    assert links(parsed, "file") == [("https://www.gov.wales/sums-html", "Sums")]


def test_words_in_a_section_of_documents_stay() -> None:
    parsed = read(f"<h2>Documents</h2><p>Read this first.</p><p><a href='{FILE}'>Sums</a></p>")

    assert parsed.text == "Documents\n\nRead this first."


@pytest.mark.parametrize(
    "text",
    [
        f"<p>Read <a href='{FILE}'>the report</a> of 2019.</p>",
        f"<p><a href='{FILE}'>The report of 2019</a></p>",
        "<h2>Documents</h2><p>Ask <a href='/team'>the team</a> for them.</p>",
        "<ul><li><a href='/one'>One</a></li><li><a href='/two'>Two</a></li></ul>",
    ],
)
def test_a_link_of_the_text_is_no_file(text: str) -> None:
    parsed = read(text)

    assert links(parsed, "file") == []
    assert len(parsed.text) > 5


def test_a_file_attached_to_the_text_is_a_link_and_its_words_stay() -> None:
    parsed = read("<p>See <a href='/sites/default/files/inline-documents/2024-05/form.docx'>the form</a>.</p>")

    assert links(parsed, "file") == [
        ("https://www.gov.wales/sites/default/files/inline-documents/2024-05/form.docx", "the form")
    ]
    assert parsed.text == "See the form."


@pytest.mark.parametrize(
    "furniture",
    [
        "<h2>In this page</h2><ul><li><a href='#a'>A</a></li><li><a href='#b'>B</a></li></ul>",
        "<p><b>Contents</b></p><ol><li><a href='#a'>A</a><ul><li><a href='#c'>C</a></li></ul></li></ol>",
        "<ul><li><a href='#a'>A</a></li><li><a href='#b'>B</a></li></ul>",
        "<h2>Related</h2><ul><li><a href='/x'>X</a></li></ul>",
        "<h3>Related links</h3><p><a href='/x'>X</a></p><p><a href='/y'>Y</a></p>",
        "<section><h2>Cynnwys cysylltiedig</h2><div><a href='/x'>X</a></div></section>",
        "<p>Part of: <a href='/x'>The plan</a></p>",
        "<div><span>Rhan o</span> <a href='/x'>Y cynllun</a>, <a href='/y'>Y rhaglen</a></div>",
        "<div class='related'><p>X</p></div>",
        "<p>Print this page</p><p>Back to top</p>",
    ],
)
def test_what_links_show_to_be_the_sites_is_no_text(furniture: str) -> None:
    assert read(f"<p>Before.</p>{furniture}<h2 id='a'>After</h2><p>Words.</p>").text == "Before.\n\nAfter\n\nWords."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<h2>Related duties</h2><ul><li><a href='/x'>X</a></li></ul>", "Related duties\n\n• X"),
        ("<h2>Related</h2><p>Read <a href='/x'>X</a>, because it counts.</p>", "Related\n\nRead X, because it counts."),
        ("<p>Part of the plan is <a href='/x'>X</a></p>", "Part of the plan is X"),
        ("<h2>Contents</h2><ul><li>a pencil</li><li>a ruler</li></ul>", "Contents\n\n• a pencil\n• a ruler"),
        (
            "<ol><li><a href='#r1'>Back</a> As in 2019.</li><li><a href='#r2'>Back</a> As in 2020.</li></ol>",
            "1. Back As in 2019.\n2. Back As in 2020.",
        ),
    ],
)
def test_what_only_looks_like_the_sites_stays(markup: str, text: str) -> None:
    assert read(f"<p>Before.</p>{markup}<p>After.</p>").text == f"Before.\n\n{text}\n\nAfter."
