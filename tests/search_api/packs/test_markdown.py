"""Markdown: read by a CommonMark parser, strict and with GitHub's tables and links, it shows the words and nothing else."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt

from corpus.catalogue import Catalogue
from search_api.packs.letters import printable
from search_api.packs.markdown import escaped, markdown
from search_api.packs.pack import Pack
from tests.search_api.packs.packing import ANY_WORDS, NASTY, citation, flat, otters, pack_of, publication

READERS = {"commonmark": MarkdownIt("commonmark"), "github": MarkdownIt("gfm-like", {"linkify": False})}


def shown(words: str, reader: str = "commonmark") -> str:
    return flat(BeautifulSoup(READERS[reader].render(words), "html.parser").get_text())


def page(pack: Pack) -> BeautifulSoup:
    return BeautifulSoup(READERS["commonmark"].render(markdown(pack).decode()), "html.parser")


def test_it_has_a_title_headings_quotations_and_references(catalogue: Catalogue) -> None:
    found = page(otters(catalogue, "Otters must sleep."))

    assert [one.get_text() for one in found.select("h1")] == ["Otters"]
    assert [one.get_text() for one in found.select("h2, h3")] == [
        "What was found",
        "Otters in schools",
        "What to know",
        "References",
        "Sources and licences",
        "How this pack was made",
    ]
    assert [flat(one.get_text()) for one in found.select("blockquote")] == ["“Otters must sleep.” [1]"]
    assert found.select_one("ol > li a")["href"] == "https://gov.wales/otters#:~:text=Otters%20must%20sleep."  # type: ignore[index]


def test_its_table_is_a_table_where_tables_are_known(catalogue: Catalogue) -> None:
    pack = otters(catalogue, "Otters must sleep.", title="Otters | newts")
    found = BeautifulSoup(READERS["github"].render(markdown(pack).decode()), "html.parser")

    assert [one.get_text() for one in found.select("thead th")] == ["Text", "Title", "Status", "Fingerprint (SHA-256)"]
    assert [one.get_text() for one in found.select("tbody td")][1] == "Otters | newts"


def test_a_text_cited_twice_is_told_once(catalogue: Catalogue) -> None:
    one = publication()
    found = page(pack_of(catalogue, [citation(1, one, "Otters must sleep."), citation(2, one, "Otters must sleep.")]))

    assert flat(found.select("ol > li")[1].get_text()).startswith("The same text as 1.")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:20]))
def test_nasty_words_show_themselves(text: str, reader: str) -> None:
    assert shown(escaped(text), reader) == flat(printable(text))
    assert not BeautifulSoup(READERS[reader].render(escaped(text)), "html.parser").select(
        "a, img, script, h1, ul, ol, table, code, em, strong"
    )


@settings(max_examples=200)
@given(ANY_WORDS)
def test_any_words_show_themselves(text: str) -> None:
    for reader in READERS:
        assert shown(escaped(text), reader) == flat(printable(text))


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(text=ANY_WORDS, title=ANY_WORDS)
def test_any_words_stay_inside_their_quotation(catalogue: Catalogue, text: str, title: str) -> None:
    found = page(otters(catalogue, text, title=title))
    quotes = [flat(re.sub(r" \[1\]$", "", flat(one.get_text()))) for one in found.select("blockquote")]

    assert quotes == [flat(f"“{printable(text)}”")]
    assert len(found.select("h1")) == 1


def test_the_same_pack_gives_the_same_bytes(catalogue: Catalogue) -> None:
    assert markdown(otters(catalogue, "Otters must sleep.")) == markdown(otters(catalogue, "Otters must sleep."))
