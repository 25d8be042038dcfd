"""A content element becomes its blocks, each once, in reading order."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import canonical
from ingest.html_blocks import blocks_of
from ingest.outline import Outline, lay_out


def read(markup: str) -> Outline:
    return lay_out(blocks_of(BeautifulSoup(f"<main>{markup}</main>", "lxml").main))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p>One</p><p>Two</p>", "One\n\nTwo", id="paragraphs"),
        pytest.param("bare<p>One</p>words", "bare\n\nOne\n\nwords", id="words outside paragraphs"),
        pytest.param("<p>a <b>b</b>\n<i>c</i>&nbsp;d</p>", "a b c d", id="inline elements and white space"),
        pytest.param("<p>one<br/>two<br/><br/>three</p>", "one\ntwo\nthree", id="line ends"),
        pytest.param("<ul><li>a</li><li>b</li></ul><p>c</p>", "• a\n• b\n\nc", id="list"),
        pytest.param("<ul><li>a</li></ul><ul><li>b</li></ul>", "• a\n\n• b", id="two lists"),
        pytest.param("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "• a\n• b\n• c", id="nested list"),
        pytest.param("<ul><li>a<ul><li>b</li></ul>after</li></ul>", "• a\n• b\n• after", id="words after a nested list"),
        pytest.param("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "• a\nb\n• c", id="paragraphs in an item"),
        pytest.param("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b", id="numbers"),
        pytest.param("<ol start='4'><li>a</li><li value='7'>b</li><li>c</li></ol>", "4. a\n7. b\n8. c", id="set numbers"),
        pytest.param("<ul><li>• a</li></ul><p>· b</p>", "• a\n\n• b", id="bullets typed by hand"),
        pytest.param("<ul><li></li><li>a</li></ul>", "• a", id="empty item"),
        pytest.param("<li>a</li><p>b</p>", "a\n\nb", id="item outside a list"),
        pytest.param("<ul><li><h3>Card</h3><p>words</p></li><li>x</li></ul>", "Card\n\nwords\n\n• x", id="cards"),
        pytest.param(
            "<ul><li>a<table><tr><td>t</td></tr></table></li><li>b</li></ul>", "• a\n\nt\n\n• b", id="table in a list"
        ),
        pytest.param("<div><div><p>a</p></div>b<section>c</section></div>", "a\n\nb\n\nc", id="nested boxes"),
        pytest.param("<details><summary>More</summary><p>a</p></details>", "More\n\na", id="folded part"),
        pytest.param("<h2><button>Part</button></h2><p>a</p><button>Go</button>", "Part\n\na", id="button that is a heading"),
        pytest.param(
            "<dl><dt>Term:</dt><dd>one</dd><dd>two</dd><dt>Bare</dt></dl>", "Term: one; two\n\nBare", id="definitions"
        ),
        pytest.param("<p>word<sup><a href='#n1'>1</a></sup> CO<sub>2</sub></p>", "word CO2", id="footnote mark"),
        pytest.param("<blockquote><p>a</p></blockquote><figure><figcaption>b</figcaption></figure>", "a\n\nb", id="quotation"),
        pytest.param("<p>a\u200bb\u00adc</p>", "abc", id="invisible characters"),
    ],
)
def test_blocks(markup: str, expected: str) -> None:
    assert read(markup).text == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x()</script>",
        "<style>p {}</style>",
        "<nav><p>x</p></nav>",
        "<aside>x</aside>",
        "<footer>x</footer>",
        "<form><label>x</label></form>",
        "<!-- x -->",
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<div hidden>x</div>",
        "<div aria-hidden='true'>x</div>",
        "<p style='display: none'>x</p>",
        "<span class='visually-hidden'>x</span>",
        "<div class='cookie-banner'>x</div>",
        "<div id='cookies'>x</div>",
        "<ul class='share-links'><li>x</li></ul>",
        "<div class='page-share'>x</div>",
        "<div role='navigation'>x</div>",
    ],
)
def test_what_is_not_the_text_is_left_out(hidden: str) -> None:
    assert read(f"<p>before</p>{hidden}<p>after</p>").text == "before\n\nafter"


@pytest.mark.parametrize(
    "shown",
    [
        "<div hidden='until-found'>x</div>",  # folded, and found by a search in the page
        "<h2 id='sharing-information'>x</h2>",  # an id made of the heading's words
        "<div class='has-share-links'>x</div>",
        "<div class='social-partnership'>x</div>",
    ],
)
def test_what_only_looks_like_furniture_stays(shown: str) -> None:
    assert read(f"<p>before</p>{shown}").text == "before\n\nx"


def test_headings_start_sections_of_their_level() -> None:
    outline = read("<p>a</p><h2>B <em>b</em></h2><p>c</p><h4>D</h4><div role='heading' aria-level='3'>E</div>")

    assert [(section.level, section.heading) for section in outline.sections] == [(0, ""), (2, "B b"), (4, "D"), (3, "E")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            "<thead><tr><th>Age</th><th>Rate</th></tr></thead><tr><td>3</td><td>£5</td></tr>", "Age: 3; Rate: £5", id="headings"
        ),
        pytest.param(
            "<tr><th></th><th>Rate</th><th>Hours:</th></tr><tr><th>Band A</th><td>£5</td><td>3</td></tr>",
            "Band A: Rate: £5; Hours: 3",
            id="the row's own heading",
        ),
        pytest.param("<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>", "a; b\n\nc", id="no headings"),
        pytest.param(
            "<tr><td><b>Age</b></td><td><strong>Rate</strong></td></tr><tr><td>3</td><td>£5</td></tr>",
            "Age: 3; Rate: £5",
            id="headings in bold",
        ),
        pytest.param(
            "<tr><th>A</th><th>B</th></tr><tr><td rowspan='2'>x</td><td>1</td></tr><tr><td>2</td></tr>",
            "A: x; B: 1\n\nA: x; B: 2",
            id="a cell over two rows",
        ),
        pytest.param(
            "<tr><th>A</th><th>B</th></tr><tr><td colspan='2'>both</td></tr><tr><td>1</td><td>2</td></tr>",
            "A: both\n\nA: 1; B: 2",
            id="a cell over two columns",
        ),
        pytest.param(
            "<thead><tr><th></th><th colspan='2'>Rate</th></tr><tr><th></th><th>low</th><th>high</th></tr></thead>"
            "<tr><th>X</th><td>1</td><td>2</td></tr>",
            "X: Rate low: 1; Rate high: 2",
            id="two rows of headings",
        ),
        pytest.param("<tr><th>A</th><th>B</th></tr>", "A; B", id="headings alone"),
        pytest.param("<tr><td colspan='99999999'>a</td><td rowspan='x'>b</td></tr>", "a; b", id="spans that cannot be"),
        pytest.param("<tr><th>A</th></tr><tr><td><p>a</p><ul><li>b</li></ul></td></tr>", "A: a • b", id="blocks in a cell"),
    ],
)
def test_tables(rows: str, expected: str) -> None:
    assert read(f"<table>{rows}</table>").text == expected


def test_a_caption_stands_above_its_table() -> None:
    assert read("<table><caption>Rates</caption><tr><td>a</td></tr></table>").text == "Rates\n\na"


def test_a_table_that_only_places_things_is_read_as_blocks() -> None:
    markup = "<table><tr><td><p>a</p><p>b</p></td><td><table><tr><td>c</td><td>d</td></tr></table></td></tr></table>"

    assert read(markup).text == "a\n\nb\n\nc; d"


@pytest.mark.parametrize("tag", ["div", "ul><li", "table><tr><td", "span", "h2", "blockquote"])
def test_nesting_of_any_depth_is_read(tag: str) -> None:
    assert "deep" in read(f"<{tag}>" * 3000 + "deep").text


NAMES = st.sampled_from(
    ["p", "div", "ul", "ol", "li", "h2", "h3", "span", "b", "table", "tr", "td", "th", "dl", "dt", "dd", "br"]
)
TREES = st.recursive(
    st.text(st.characters(exclude_characters="<&", exclude_categories=["Cs"]), max_size=8),
    lambda inner: st.builds(lambda name, parts: f"<{name}>{''.join(parts)}</{name}>", NAMES, st.lists(inner, max_size=4)),
    max_leaves=25,
)


@settings(deadline=None)  # the first example loads dictionaries and fonts
@given(TREES)
def test_sections_tile_the_text_of_any_nesting(markup: str) -> None:
    outline = read(markup)

    assert "".join(outline.text[s.start : s.end] for s in outline.sections) == outline.text
    assert outline.text == canonical(outline.text).strip()
    assert "\n\n\n" not in outline.text


@settings(deadline=None)  # the first example loads dictionaries and fonts
@given(st.lists(NAMES.filter(lambda name: name != "br"), max_size=12))
def test_words_come_once_however_they_are_nested(names: list[str]) -> None:
    markup = "".join(f"<{name}>" for name in names) + "wordle" + "".join(f"</{name}>" for name in reversed(names))

    assert read(markup).text.count("wordle") == 1
