"""What a format cannot hold is put so that it can; all else stays letter for letter."""

import pytest
from hypothesis import given, strategies
from lxml import etree

from search_api.packs.letters import encodable, one_line, printable


@pytest.mark.parametrize(
    ("given_words", "shown"),
    [
        ("plain", "plain"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("\x01\x1b", "␁␛"),
        ("\x00", "␀"),
        ("\x7f", "␡"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ud800", "\ufffd"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("Tŷ \u202e\u200f 𝒜", "Tŷ \u202e\u200f 𝒜"),
    ],
)
def test_control_characters_become_their_pictures(given_words: str, shown: str) -> None:
    assert printable(given_words) == shown


@given(strategies.text(strategies.characters()))
def test_any_text_can_be_put_into_xml_and_comes_back(text: str) -> None:
    element = etree.Element("p")
    element.text = printable(text)

    assert (etree.fromstring(etree.tostring(element, encoding="UTF-8")).text or "") == printable(text)
    assert printable(printable(text)) == printable(text)


@given(strategies.text(strategies.characters()))
def test_any_text_can_be_put_into_utf_8(text: str) -> None:
    assert encodable(text).encode().decode() == encodable(text)


@given(strategies.text(strategies.characters()))
def test_one_line_has_no_line_end_of_any_kind(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
