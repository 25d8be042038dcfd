"""Passages are exact spans that the model can read whole."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document, Section, canonical
from corpus.publication import Publication
from corpus.units import units
from index.embed import SentenceEmbedder
from index.passages import HEADER_PIECES, MODEL_PIECES, header, passages, searched_text

Text = Callable[..., Document]
Make = Callable[..., Publication]
SENTENCE = "Each governing body must publish a summary of its plan for the parents of its pupils every year. "


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=3000), title=st.text(min_size=1, max_size=300))
def test_any_text_gives_exact_passages_the_model_reads_whole(
    document: Text, publication: Make, embedder: SentenceEmbedder, text: str, title: str
) -> None:
    words = canonical(text)
    made = document(words, sections=(Section(heading="", level=0, start=0, end=len(words)),))

    for passage in passages(made, embedder):
        assert made.text[passage.span.start : passage.span.end] == passage.text
        assert passage.text.strip()
        searched = searched_text(publication(title=title.strip() or "x"), passage, embedder)
        assert embedder.pieces(searched) + 2 <= MODEL_PIECES


@pytest.mark.parametrize("text", [SENTENCE * 200, "word " * 3000, "w" * 4000, "ŵ" * 3000, "• item one\n" * 500])
def test_long_texts_lose_no_words(document: Text, embedder: SentenceEmbedder, text: str) -> None:
    made = document(text)

    found = passages(made, embedder)

    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    kept = "".join(passage.text for passage in found)
    assert [letter for letter in kept if letter.isalnum()] == [letter for letter in made.text if letter.isalnum()]


def test_a_passage_stays_inside_its_section_and_knows_its_headings(document: Text, embedder: SentenceEmbedder) -> None:
    words = "Roles\n\nSchools evaluate.\n\nDuties\n\nSchools must publish."
    sections = (
        Section(heading="Roles", level=2, start=0, end=26),
        Section(heading="Duties", level=3, start=26, end=len(words)),
    )

    found = passages(document(words, sections=sections), embedder)

    assert [(passage.text, passage.headings) for passage in found] == [
        ("Schools evaluate.", ("Roles",)),
        ("Schools must publish.", ("Roles", "Duties")),
    ]


def test_an_item_cut_from_its_list_carries_the_words_that_introduce_it(document: Text, embedder: SentenceEmbedder) -> None:
    items = "".join(
        f"• publish plan number {number} with all of its annexes and its summary for parents;\n" for number in range(30)
    )

    found = passages(document("Governing bodies must:\n\n" + items), embedder)

    assert len(found) > 2
    assert [passage.header for passage in found] == [""] + ["Governing bodies must:"] * (len(found) - 1)


def test_a_header_names_title_date_and_headings_within_its_room(
    document: Text, publication: Make, embedder: SentenceEmbedder
) -> None:
    words = "Duties\n\nSchools must publish."
    [passage] = passages(document(words, sections=(Section(heading="Duties", level=2, start=0, end=len(words)),)), embedder)

    assert header(publication(), passage, embedder) == "Otters in schools: guidance | 1 May 2024 | Duties"
    assert embedder.pieces(header(publication(title="otter " * 400), passage, embedder)) <= HEADER_PIECES


def test_a_heading_with_nothing_under_it_makes_no_passage(document: Text, embedder: SentenceEmbedder) -> None:
    words = "Duties"

    made = document(words, sections=(Section(heading="Duties", level=2, start=0, end=6),))

    assert len(units(made)) == 1
    assert passages(made, embedder) == []


def test_the_counter_does_not_stop_at_the_model_s_limit(embedder: SentenceEmbedder) -> None:
    embedder.passages(["a short text"])

    assert embedder.pieces("hello " * 600) == 600
