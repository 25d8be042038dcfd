"""Sentences that were embedded beforehand are not embedded again when a question comes, and a step of it is small."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from index.embed import Embedder, Vectors
from search_api.answering.prepared import AT_ONCE, prepare
from search_api.library import Library
from search_api.question.question import Asked
from tests.search_api.making import text

WORDS = " ".join(f"Pond number {number} of the school must be fenced with oak by the council." for number in range(1, 41))
KITES = "A school may fly no more than nine kites. Kites must be tested each year."


class Counting:
    """An embedder that remembers which passages it was given."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.name, self.dimensions, self.languages = embedder.name, embedder.dimensions, embedder.languages
        self.given: list[str] = []

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.given += texts
        return self._embedder.passages(texts)

    def question(self, asked: str) -> Vectors:
        return self._embedder.question(asked)


def counted(library: Library) -> tuple[Library, Counting]:
    counting = Counting(library.index.embedder)
    return Library(catalogue=library.catalogue, index=replace(library.index, embedder=counting)), counting


def test_a_question_finds_the_sentences_embedded(make_library: Callable[..., Library]) -> None:
    held = [
        text(KITES, "kites", title="Kites in schools", published=date(2024, 5, 1)),
        text(WORDS, "ponds", title="Ponds", published=date(2020, 1, 1)),
    ]
    shelf = make_library([(one.publication, one.document) for one in held])
    asked = shelf.read(Asked(q="How many kites may a school fly?"))
    cold, counting = counted(shelf)
    cold.search(asked)
    needed = {one for one in counting.given if " " in one}
    assert any("nine kites" in one for one in needed)

    warm, counting = counted(shelf)
    steps = list(prepare(warm))
    beforehand = list(counting.given)
    warm.search(asked)

    assert needed <= set(beforehand)
    assert not {one for one in counting.given[len(beforehand) :] if " " in one}
    assert "nine kites" in beforehand[0]  # the newest first
    assert max(after - before for before, after in zip([0, *steps], steps, strict=False)) <= 2 * AT_ONCE
    assert len(steps) > 2


def test_nothing_held_is_prepared_at_once(make_library: Callable[..., Library]) -> None:
    assert not list(prepare(make_library([])))
