"""Pages in gov.wales' markup, with words of our own."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import canonical
from corpus.errors import EmptyDocument
from corpus.publication import PublicationType
from ingest.html import parse_html
from ingest.parsed import Parsed


def page(main: str, *, lang: str = "en", url: str = "https://www.gov.wales/sums-all") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="{lang}" dir="ltr"><head><meta charset="utf-8"/><link rel="canonical" href="{url}"/>'
        '<title>Sums | GOV.WALES</title></head><body><a href="#main" class="visually-hidden skip-link">Skip to content</a>'
        '<div id="cookie-banner"><p>Cookies on this site</p></div><header><nav>Home</nav></header>'
        f'<main id="main">{main}</main><footer>Site foot</footer></body></html>'
    ).encode()


def read(main: str, **facts: str) -> Parsed:
    return parse_html(page(main, **facts), name="page.html")


DATES = (
    '<div class="label">First published:</div><div>17 May 2022</div><div class="label">Last updated:</div><div>{updated}</div>'
)
STATEMENT = (
    '<div class="top"><div>Cabinet statement</div><h1><span>Written Statement: Sums for&nbsp;all</span></h1>'
    "<p>Jane Doe MS, Minister for Sums</p>"
    f"<div>{DATES}</div></div>"
    "<p>This was published under the 2021 to 2026 administration of the Welsh Government</p>"
    "<div><p>Share this page</p><ul><li>Share this page via X</li><li>Facebook</li><li>Email</li></ul></div>"
    '<div class="announcement-item__article"><p>Every school adds up. We gave £5 to each.</p><h2>What comes next</h2>'
    "<p>We will:</p><ul><li>count again</li><li>tell you</li></ul><h3>When</h3><p>By 1 June 2022.</p></div>"
)


def test_a_statement_is_read_whole() -> None:
    parsed = read(STATEMENT.format(updated="18 May 2022"), url="https://www.gov.wales/written-statement-sums-all")

    assert parsed.title == "Written Statement: Sums for all"
    assert (parsed.author, parsed.role) == ("Jane Doe", "Minister for Sums")
    assert (parsed.published, parsed.updated) == (date(2022, 5, 17), date(2022, 5, 18))
    assert parsed.type is PublicationType.WRITTEN_STATEMENT
    assert parsed.publisher == "Welsh Government"
    assert parsed.url == "https://www.gov.wales/written-statement-sums-all"
    assert parsed.language == "en"
    assert [(found.kind, found.value) for found in parsed.findings] == [("administration", "2021 to 2026")]
    assert parsed.text == (
        "Every school adds up. We gave £5 to each.\n\nWhat comes next\n\nWe will:\n\n• count again\n• tell you\n\n"
        "When\n\nBy 1 June 2022."
    )
    assert [(section.level, section.heading) for section in parsed.sections] == [(0, ""), (2, "What comes next"), (3, "When")]


def test_an_empty_last_updated_is_no_date_and_eats_nothing() -> None:
    parsed = read(STATEMENT.format(updated=""))

    assert parsed.updated is None
    assert parsed.text.startswith("Every school adds up.")


@pytest.mark.parametrize(
    "dates",
    [
        "<div><span>First published:</span> <span>17 May 2022</span> <span>Last updated:</span> <span>18 May 2022</span></div>",
        "<p>First published: 17 May 2022</p><p>Last updated: 18 May 2022</p>",
        "<p>First published: 17 May 2022 Last updated: 18 May 2022</p>",
        "<p><b>First published:</b> <time datetime='2022-05-17'>17 May 2022</time><br><b>Last updated:</b> 18 May 2022</p>",
        "<dl><dt>First published</dt><dd>17 May 2022</dd><dt>Last updated</dt><dd>18 May 2022</dd></dl>",
        "<b>First published:</b>17 May 2022<div><div><span>Last updated:</span></div><div>18 May 2022</div></div>",
    ],
)
def test_dates_are_read_behind_their_labels_in_any_markup(dates: str) -> None:
    parsed = read(f"<h1>Sums</h1>{dates}<p>Every school adds up.</p>")

    assert (parsed.published, parsed.updated) == (date(2022, 5, 17), date(2022, 5, 18))
    assert parsed.text == "Every school adds up."


LETTER = (
    "<h1>Counting Group: letter to the Minister</h1><p>What the group found.</p>"
    "<p><strong>First published:</strong> 18 December 2024<br><strong>Last updated:</strong></p>"
    "<p>This file may not be fully accessible.</p><h2>In this page</h2><ul><li><a href='#a'>Findings</a></li></ul>"
    "<p>9 December 2024</p><p>Jane Doe MS, Cabinet Secretary for Sums</p><p>Dear Cabinet Secretary</p>"
    "<h2 id='a'>Findings</h2><p>Sums add up.</p>"
)


def test_a_letter_keeps_its_date_line_and_address() -> None:
    parsed = read(LETTER, url="https://www.gov.wales/counting-group-letter-minister-html")

    assert parsed.type is PublicationType.LETTER
    assert (parsed.published, parsed.updated) == (date(2024, 12, 18), None)
    assert parsed.author is None  # the line names who is written to
    assert parsed.text == (
        "What the group found.\n\n9 December 2024\n\nJane Doe MS, Cabinet Secretary for Sums\n\nDear Cabinet Secretary\n\n"
        "Findings\n\nSums add up."
    )


def test_a_statement_without_the_usual_body_element_is_signed_above_its_text() -> None:
    parsed = read(
        "<p>Cabinet statement</p><h1>Written Statement: Sums</h1><p>Jane Doe, Minister for Sums</p><p>Every school adds up.</p>"
    )

    assert parsed.author == "Jane Doe"
    assert parsed.text == "Every school adds up."


def test_a_welsh_page_is_read_by_its_welsh_labels() -> None:
    parsed = read(
        "<div>Datganiad y Cabinet</div><h1>Datganiad Ysgrifenedig: Symiau i bawb</h1><p>Siân Dee AS, Gweinidog y Symiau</p>"
        "<div>Cyhoeddwyd gyntaf:</div><div>17 Hydref 2024</div><div>Diweddarwyd ddiwethaf:</div><div></div>"
        "<p>Cyhoeddwyd y cynnwys hwn dan weinyddiaeth Llywodraeth Cymru 2021 i 2026</p><p>Rhannu'r dudalen hon</p>"
        "<p>Mae pob ysgol yn cyfrif yn ôl y rheol newydd.</p>",
        lang="cy",
        url="https://www.llyw.cymru/datganiad-ysgrifenedig-symiau",
    )

    assert parsed.language == "cy"
    assert parsed.published == date(2024, 10, 17)
    assert (parsed.author, parsed.role) == ("Siân Dee", "Gweinidog y Symiau")
    assert parsed.type is PublicationType.WRITTEN_STATEMENT
    assert parsed.text == "Mae pob ysgol yn cyfrif yn ôl y rheol newydd."


def test_an_english_text_on_a_welsh_page_is_english() -> None:
    parsed = read("<h1>Symiau</h1><p>Every school must add up all of its sums by the end of June.</p>", lang="cy")

    assert parsed.language == "en"


def test_a_landing_page_keeps_its_words_without_the_lines_on_its_files() -> None:
    parsed = read(
        "<p>Guidance</p><h1>Draft guidance on sums</h1><p>How to add.</p><p>Read details on this page</p>"
        "<p>First published:</p><p>1 May 2024</p><h2>Documents</h2><p>Sums , file type: PDF, file size: 881 KB</p><p>PDF</p>"
        "<p>881 KB</p><p>If you need a more accessible version of this document please email.</p><h2>Details</h2><p>More.</p>"
    )

    assert parsed.type is PublicationType.GUIDANCE
    assert [found.kind for found in parsed.findings] == ["draft"]
    assert parsed.text == "How to add.\n\nDetails\n\nMore."


def test_a_consultation_is_dated_by_its_launch() -> None:
    parsed = read(
        "<p>Consultation</p><h1>Sums</h1><div><div class='label'>Consultation launched:</div><div>3 June 2024</div>"
        "</div><h2>Consultation description</h2><p>We want your views.</p>"
    )

    assert parsed.type is PublicationType.CONSULTATION
    assert parsed.published == date(2024, 6, 3)


def test_a_page_says_itself_that_it_was_withdrawn_or_binds_nobody() -> None:
    parsed = read(
        "<h1>Guidance on sums</h1><p>This guidance was withdrawn on 1 May 2024.</p><p>This guidance is non-statutory.</p>"
    )

    assert {(found.kind, found.value) for found in parsed.findings} == {("withdrawn", "2024-05-01"), ("non_statutory", "")}
    assert all(parsed.text[found.start : found.end] == found.quote for found in parsed.findings)


def test_a_page_without_an_address_is_known_by_its_site() -> None:
    markup = "<html><head><meta property='og:site_name' content='GOV.WALES'></head><main><h1>A</h1><p>b</p></main></html>"

    assert parse_html(markup.encode(), name="a.html").publisher == "Welsh Government"


def test_the_address_a_browser_saved_a_page_from_is_its_address() -> None:
    markup = (
        "<!DOCTYPE html>\n<!-- saved from url=(0030)https://www.gov.wales/sums-all -->\n<html><main><p>Sums</p></main></html>"
    )

    assert parse_html(markup.encode(), name="a.html").url == "https://www.gov.wales/sums-all"


ATTRIBUTES = st.sampled_from(
    [
        "",
        " style='display:none'",
        " style='color:#fff'",
        " class='document'",
        " class='announcement-item__article'",
        " href='/a.pdf'",
        " href='#a'",
        " id='a'",
        " hidden",
        " aria-controls='a' aria-expanded='false'",
        " aria-controls='' aria-expanded='false'",
        " lang='cy'",
    ]
)
TAGS = st.sampled_from(
    ["p", "div", "ul", "li", "a", "h1", "h2", "h3", "span", "table", "tr", "td", "button", "aside", "main", "dl", "dt"]
)
WORDS = st.sampled_from(
    [
        "Documents",
        "In this page",
        "Related",
        "Part of:",
        "First published:",
        "17 May 2022",
        "Consultation ends:",
        "Dear Minister",
        "PDF",
        "Share this page",
        "Yours sincerely",
        "Jane Doe MS, Minister for Sums",
        "words",
        "",
    ]
)
TREES = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda name, attribute, parts: f"<{name}{attribute}>{''.join(parts)}</{name}>",
        TAGS,
        ATTRIBUTES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@settings(deadline=None)  # the first example loads dictionaries
@given(TREES)
def test_any_nesting_of_what_pages_are_made_of_is_read(markup: str) -> None:
    try:
        parsed = read(f"<h1>Sums</h1>{markup}<p>Last words.</p>")
    except EmptyDocument:
        return

    assert "".join(parsed.text[section.start : section.end] for section in parsed.sections) == parsed.text
    assert parsed.text == canonical(parsed.text).strip()
    assert all(parsed.text[found.start : found.end] == found.quote for found in parsed.findings if found.start is not None)


@pytest.mark.parametrize("tag", ["div", "ul><li", "a href='#a'", "h2", "details", "p style='display:none'"])
def test_a_page_of_any_depth_is_read(tag: str) -> None:
    parsed = read(f"<h1>Sums</h1><p>First words.</p>{f'<{tag}>' * 2000}deep")

    assert parsed.text.startswith("First words.")
