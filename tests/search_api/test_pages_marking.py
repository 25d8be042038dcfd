"""Excerpts, contexts, addresses of originals: small facts that the pages rest on."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Page, Section, make_document
from corpus.passage import Citation, Span
from corpus.provenance import Held, Provenance
from corpus.publication import Publication, PublicationType
from search_api.address import Address
from search_api.marking import EXCERPT, context, cut, excerpt, facts
from search_api.original import host, original_address, web_address

LONG = "Plain words of no note. " * 40 + "Every governor should read the budget. " + "More plain words. " * 40


def document(text: str, *, held: Held = Held.FULL, pages: tuple[Page, ...] = ()) -> Document:
    half = text.find("\n\n") + 2 if "\n\n" in text else 0
    return make_document(
        publication_id="p",
        language="en",
        held=held,
        text=text,
        sections=(
            Section(heading="", level=0, start=0, end=half),
            Section(heading="", level=1, start=half, end=len(text)),
        ),
        pages=pages,
        provenance=Provenance(
            origin="t", media_type="text/plain", sha256="0" * 64, retrieved_at=datetime(2026, 5, 7, tzinfo=UTC), parser="t/1"
        ),
    )


def citation(text: str, quote: str, *, url: str | None, held: Held = Held.FULL, pages: tuple[Page, ...] = ()) -> Citation:
    start = text.index(quote)
    return Citation(
        n=1,
        publication=Publication(
            id="p", title="T", publisher="P", type=PublicationType.LETTER, language="en", url=url, published=date(2024, 5, 1)
        ),
        document=document(text, held=held, pages=pages),
        passage_id="x",
        span=Span(start, start + len(quote)),
        quote=quote,
    )


def test_an_excerpt_shows_the_part_that_matches_with_its_words_marked() -> None:
    shown = excerpt(LONG, question="Do governors read budgets?", language="en")
    assert [piece.text for piece in shown.pieces if piece.marked] == ["governor", "read", "budget"]
    assert shown.cut_before
    assert shown.cut_after
    assert sum(len(piece.text) for piece in shown.pieces) <= EXCERPT


def test_an_excerpt_of_a_short_text_is_all_of_it() -> None:
    shown = excerpt("Only this.", question="nothing alike", language="en")
    assert [piece.text for piece in shown.pieces] == ["Only this."]
    assert not shown.cut_before
    assert not shown.cut_after


def test_welsh_words_are_matched_through_their_mutations() -> None:
    shown = excerpt("Mae ysgolion yng Nghymru yn darllen.", question="ysgol Cymru", language="cy")
    assert [piece.text for piece in shown.pieces if piece.marked] == ["ysgolion", "Nghymru"]


def test_the_fact_that_comes_nearest_is_shown_and_marked_whole() -> None:
    text = "• One plan.\n• Two plans for reading.\n• Three plans.\n• Four plans.\n• Cost: none."
    shown = facts(text, question="reading plans", language="en", nearest="Cost: none.")

    assert [[tuple(piece) for piece in one.pieces] for one in shown][-1] == [("Cost: none.", True)]
    assert len(shown) == 3


def test_a_digest_is_shown_by_the_facts_that_match() -> None:
    shown = facts(
        "One thing.\n• A second plan.\n• Third.\n• Fourth.\n• The plan of all plans.", question="plans", language="en"
    )
    assert ["".join(piece.text for piece in fact.pieces) for fact in shown] == [
        "One thing.",
        "A second plan.",
        "The plan of all plans.",
    ]


@given(st.text(max_size=900), st.text(max_size=40))
def test_an_excerpt_is_a_stretch_of_its_text(text: str, question: str) -> None:
    shown = excerpt(text, question=question, language="en")
    joined = "".join(piece.text for piece in shown.pieces)
    assert joined in text
    assert text.startswith(joined) or shown.cut_before


@given(st.text(max_size=60), st.lists(st.integers(0, 70), max_size=6))
def test_pieces_joined_are_the_stretch(text: str, edges: list[int]) -> None:
    edges.sort()
    marks = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]
    assert "".join(piece.text for piece in cut(text, Span(0, len(text)), marks)) == text


def test_the_context_of_a_quotation_stays_in_its_section() -> None:
    text = "Another part.\n\nBefore it. The quoted words. After it."
    span = Span(text.index("The"), text.index(" After"))
    shown = context(document(text), span)
    assert "".join(piece.text for piece in shown.pieces) == "Before it. The quoted words. After it."
    assert [piece.text for piece in shown.pieces if piece.marked] == ["The quoted words."]
    assert not shown.cut_before
    assert not shown.cut_after


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//evil.example",
        "https://",
        "https://a b",
        "http://[bad",
        "vbscript:x",
    ],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert web_address(url) is None


def test_a_link_to_a_page_names_the_quoted_words() -> None:
    made = original_address(citation("One two-three.", "One two-three.", url="https://gov.wales/a"))
    assert made == "https://gov.wales/a#:~:text=One%20two%2Dthree."


def test_a_long_quotation_is_named_by_its_ends() -> None:
    made = original_address(citation("a b c d e f g h i j k l", "a b c d e f g h i j k l", url="https://gov.wales/a"))
    assert made == "https://gov.wales/a#:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l"


def test_a_link_to_a_pdf_opens_its_page() -> None:
    pages = (Page(label="i", start=0, end=5), Page(label="1", start=5, end=12))
    assert (
        original_address(citation("One. Two two", "Two", url="https://x.wales/a.PDF", pages=pages))
        == "https://x.wales/a.PDF#page=2"
    )


def test_a_digest_links_to_the_page_alone() -> None:
    assert original_address(citation("One.", "One.", url="https://gov.wales/a", held=Held.DIGEST)) == "https://gov.wales/a"


def test_hosts_are_named_without_www() -> None:
    assert host("https://www.legislation.gov.uk/wsi/2014/2677") == "legislation.gov.uk"


def test_an_address_is_changed_without_touching_the_rest() -> None:
    address = Address("/search", (("q", "a b&c"), ("type", "letter"), ("type", "news"), ("page", "3")))
    assert str(address.without("type", "letter")) == "/search?q=a+b%26c&type=news&page=3"
    assert str(address.having("page", "")) == "/search?q=a+b%26c&type=letter&type=news"
    assert str(address.unfiltered) == "/search?q=a+b%26c"
    assert str(Address("/")) == "/"
