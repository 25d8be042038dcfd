"""Bytes become the characters that were meant; words show their language."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.language import language_of
from ingest.characters import collapse, normalise_bullets, visible
from ingest.decode import decode, is_binary, mend


@pytest.mark.parametrize(
    ("data", "declared", "expected"),
    [
        ("tŷ £5 ‘a’".encode(), None, "tŷ £5 ‘a’"),
        ("tŷ £5".encode("utf-8-sig"), None, "tŷ £5"),
        ("tŷ £5".encode("utf-16"), None, "tŷ £5"),
        ("£5 ‘a’".encode("cp1252"), None, "£5 ‘a’"),
        ("£5 ‘a’".encode("cp1252"), "utf-8", "£5 ‘a’"),  # the wrong charset is declared
        ("£5 ‘a’".encode("cp1252"), "iso-8859-1", "£5 ‘a’"),  # pages that say Latin-1 mean this
        ("tŷ £5".encode(), "iso-8859-1", "tŷ £5"),
        ("tŷ dŵr".encode("iso8859-14"), "iso-8859-14", "tŷ dŵr"),  # the Celtic one
        ("£5".encode("cp1252"), "no-such-charset", "£5"),
        ("tŷ £5 ‘a’".encode()[:-1], None, "tŷ £5 ‘a\ufffd"),  # cut in the middle of a character
    ],
)
def test_encoding_is_found(data: bytes, declared: str | None, expected: str) -> None:
    assert decode(data, declared=declared) == expected


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("ÂŁ5 million", "£5 million"),
        ("Â£5 million for the school’s work", "£5 million for the school’s work"),
        ("tÅ· Wales‟s".replace("‟", "â€™"), "tŷ Wales’s"),
        ("Â£28m; the schoolâ€™s part", "£28m; the school’s part"),
        ("Â and Ł stay where no sum is", "Â and Ł stay where no sum is"),
        ("château, tŷ, £5", "château, tŷ, £5"),
    ],
)
def test_known_damage_is_mended_and_nothing_else(damaged: str, whole: str) -> None:
    assert mend(damaged) == whole


@settings(deadline=None)  # the first example loads dictionaries and fonts
@given(st.text())
def test_utf8_without_damage_comes_back_as_it_was(text: str) -> None:
    marks = ("Â", "Ã", "Å", "Ă", "â€", "\ufeff")
    if not any(mark in text for mark in marks):
        assert decode(text.encode()) == text


@settings(deadline=None)  # the first example loads dictionaries and fonts
@given(st.binary(max_size=300))
def test_any_bytes_decode(data: bytes) -> None:
    assert isinstance(decode(data), str)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"words\n\twith tabs\r\n", False),
        (b"PK\x03\x04\x00\x00", True),
        (b"\x01\x02\x03abcdefghij", True),
        ("tŷ".encode("utf-16"), False),
    ],
)
def test_binary_data_is_known(data: bytes, expected: bool) -> None:
    assert is_binary(data) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" a \u00a0b\n\tc ", "a b c"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
    ],
)
def test_white_space_collapses_and_invisible_characters_go(text: str, expected: str) -> None:
    assert collapse(text) == expected


def test_half_a_pair_becomes_the_replacement_character() -> None:
    assert visible("a\ud800b") == "a\ufffdb"


def test_bullets_of_every_kind_become_one() -> None:
    assert normalise_bullets("\uf0b7 a\n ▪b\nc • d") == "• a\n• b\nc • d"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The school must publish its plan by the end of June.", "en"),
        ("Mae'n rhaid i'r ysgol gyhoeddi ei chynllun erbyn diwedd Mehefin.", "cy"),
        ("Llythyr at Ysgrifennydd y Cabinet", "cy"),
        ("Letter to the Cabinet Secretary", "en"),
        ("Presenoldeb", "cy"),  # no small word at all
        ("Attendance", "en"),
        ("Plan y school i Cymru o’r Urdd", "cy"),
        ("a i o am", "en"),  # words of both
        ("2024: 17, 18", "en"),
        ("", "en"),
    ],
)
def test_language_is_read_from_words(text: str, expected: str) -> None:
    assert language_of(text) == expected


def test_what_is_likely_decides_where_words_do_not() -> None:
    assert language_of("2024: 17, 18", likely="cy") == "cy"
