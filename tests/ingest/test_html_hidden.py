"""What nobody sees on a page is no part of its text, and is counted; what a reader can open or see stays."""

import pytest

from corpus.flag import FlagReason
from ingest.html import parse_html
from ingest.html_style import colour_of
from ingest.parsed import Parsed

UNSEEN = "six words that must stay unseen"


def read(body: str, *, head: str = "") -> Parsed:
    markup = f"<html lang='en'><head>{head}</head><body><main><p>Before.</p>{body}<p>After.</p></main></body></html>"
    return parse_html(markup.encode(), name="page.html")


def reasons(parsed: Parsed) -> list[FlagReason]:
    return [flag.reason for flag in parsed.flags]


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "DISPLAY : NONE !important",
        "visibility: hidden",
        "content-visibility: hidden",
        "font-size:0",
        "font-size: 1px",
        "font-size: .05em",
        "opacity:0",
        "opacity: 0.01",
        "color: transparent",
        "color: rgba(0, 0, 0, 0)",
        "position:absolute; left:-9999px",
        "position: fixed; top: -200em",
        "text-indent: -9999px",
        "margin-left:-2000px",
        "clip: rect(0 0 0 0); position: absolute",
        "clip-path: inset(50%)",
        "height: 0; overflow: hidden",
        "width:1px;height:1px;overflow:hidden",
        "transform: scale(0)",
        "transform: translateX(-9999px)",
        "color: #fff",
        "color: white",
        "color: rgb(254, 254, 253)",
        "color:#123456; background-color:#123456",
        "background: #333 none; color: #343434",
        "color: red; /* so */ display: none",
    ],
)
def test_words_hidden_by_a_style_are_left_out_and_flagged(style: str) -> None:
    parsed = read(f"<div style='{style}'><p>{UNSEEN}</p></div>")

    assert parsed.text == "Before.\n\nAfter."
    assert reasons(parsed) == [FlagReason.HIDDEN_TEXT]
    assert "6 words" in parsed.flags[0].detail


@pytest.mark.parametrize(
    "markup",
    [
        f"<p style='color:#ffffff;background:#003366'>{UNSEEN}</p>",
        f"<div style='background-color: navy'><p style='color:white'>{UNSEEN}</p></div>",  # which blue, we need not know
        f"<div class='hero-banner'><p style='color:#fff'>{UNSEEN}</p></div>",
        f"<table><tr><td bgcolor='#000000'><font color='#ffffff'>{UNSEEN}</font></td></tr></table>",
        f"<p style='font-size: 12px; opacity: .9; margin-left: -20px'>{UNSEEN}</p>",
        f"<p style='position: relative; left: -10px'>{UNSEEN}</p>",
        f"<div style='max-height: 400px; overflow: hidden'>{UNSEEN}</div>",
        f"<button aria-controls='a' aria-expanded='false'>More</button><div id='a' style='display:none'><p>{UNSEEN}</p></div>",
        f"<h2><button aria-controls='a' aria-expanded='false'></button></h2><div id='a' hidden><p>{UNSEEN}</p></div>",
        f"<ul role='tablist'></ul><a role='tab' aria-controls='a'></a><div id='a' aria-hidden='true'><p>{UNSEEN}</p></div>",
        f"<details><summary></summary><p>{UNSEEN}</p></details>",
    ],
)
def test_words_a_reader_sees_or_opens_stay(markup: str) -> None:
    parsed = read(markup)

    assert parsed.text == f"Before.\n\n{UNSEEN}\n\nAfter."
    assert parsed.flags == ()


@pytest.mark.parametrize(
    "markup",
    [
        f"<div hidden>{UNSEEN}</div>",
        f"<p class='visually-hidden' style='position:absolute;left:-9999px'>{UNSEEN}</p>",
        f"<nav style='display:none'>{UNSEEN}</nav>",
        f"<div class='cookie-banner' style='display:none'><p>{UNSEEN}</p></div>",
        "<p style='display:none'>(opens in a new window)</p><p style='display:none'>(opens in a new window)</p>",
    ],
)
def test_furniture_that_is_folded_away_is_left_out_without_a_flag(markup: str) -> None:
    parsed = read(markup)

    assert parsed.text == "Before.\n\nAfter."
    assert parsed.flags == ()


@pytest.mark.parametrize(
    ("rule", "is_hidden"),
    [
        (".x { font-size: 0 }", True),
        ("h5, .x{display:none}", True),
        ("#y{opacity:0}", True),
        (".z{color:red} .x{color:black;font-size:0}", True),
        (".x { font-size: 0 /* never closed", True),
        ("@@@@ .x { font-size: 0 }", False),  # a browser, too, takes it for a rule it does not know
        ("@media print { .x { display: none } }", False),
        ("@import url(x.css);", False),
        (".x { color: black }", False),
        ("/* .x { display: none } */", False),
    ],
)
def test_a_style_sheet_inside_the_page_hides_too(rule: str, is_hidden: bool) -> None:
    parsed = read(f"<div class='x' id='y'>{UNSEEN}</div>", head=f"<style>{rule}</style>")

    assert (UNSEEN in parsed.text) is not is_hidden
    assert (FlagReason.HIDDEN_TEXT in reasons(parsed)) is is_hidden


def test_a_style_sheet_that_folds_a_part_hides_nothing() -> None:
    parsed = read(f"<div class='accordion-body'>{UNSEEN}</div>", head="<style>.accordion-body{display:none}</style>")

    assert UNSEEN in parsed.text


def test_a_style_sheet_hides_no_whole_page() -> None:
    markup = f"<html><head><style>.page{{opacity:0}}</style></head><body class='page'><p>{UNSEEN}</p></body></html>"

    assert parse_html(markup.encode(), name="page.html").text == UNSEEN


def test_a_page_hidden_until_its_script_has_run_is_read() -> None:
    markup = f"<html><body style='opacity:0'><main aria-hidden='true'><h1>Sums</h1><p>{UNSEEN}</p></main></body></html>"
    parsed = parse_html(markup.encode(), name="page.html")

    assert (parsed.title, parsed.text) == ("Sums", UNSEEN)


@pytest.mark.parametrize(
    ("words", "text", "flagged"),
    [
        ("co\u200bunt up", "count up", True),
        ("count\u202e up", "count up", True),
        ("count\U000e0041\U000e0042 up", "count up", True),
        ("count\ufe01\ufe05 up", "count up", True),
        ("count \U0001f9a6\U000e0148\U000e0151 up", "count \U0001f9a6 up", True),
        ("co\ufe0funt up", "count up", True),
        ("count\ufe01\u200b\ufe05\U000e0041\ufe06 up", "count up", True),  # kept apart by others
        ("count \u2708\ufe0f 5\ufe0f\u20e3 \u2764\ufe0e", None, False),  # signs as pictures and as letters
        ("\u845b\U000e0100", None, False),  # a Han letter in one of its shapes
        ("co\u00adunt up", "count up", False),  # a soft hyphen
        ("count\u200b up\ufeff", "count up", False),  # at a word's edge
        ("\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f up", None, False),  # the flag of Wales
    ],
)
def test_invisible_characters(words: str, text: str | None, flagged: bool) -> None:
    parsed = read(f"<p>{words}</p>")

    assert parsed.text == f"Before.\n\n{text or words}\n\nAfter."
    assert (reasons(parsed) == [FlagReason.INVISIBLE_CHARACTERS]) is flagged


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("#fff", (255, 255, 255)),
        ("#102030", (16, 32, 48)),
        ("#10203040", (16, 32, 48)),
        ("rgb(1, 2, 3)", (1, 2, 3)),
        ("rgba(1 2 3 / 50%)", (1, 2, 3)),
        ("url(x.png) no-repeat White", (255, 255, 255)),
        ("#12", None),
        ("chartreuse", None),
        ("", None),
        (None, None),
    ],
)
def test_colours(value: str | None, expected: tuple[int, int, int] | None) -> None:
    assert colour_of(value) == expected
