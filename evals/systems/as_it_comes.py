"""As it comes: a library whose questions are read by the packaged model without our adapter, as baselines read them.

Texts have the model's own vectors anyway, so the index is the same. Does not touch a model that a user has set.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.embed import PACKAGED, Embedder, Vectors
from search_api.library import Library


@dataclass(frozen=True, slots=True)
class AsItComes:
    """An embedder that reads a question as it reads a text."""

    embedder: Embedder

    @property
    def name(self) -> str:
        """The model."""
        return self.embedder.name

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self.embedder.dimensions

    @property
    def languages(self) -> frozenset[str]:
        """Languages the model understands."""
        return self.embedder.languages

    def passages(self, texts: Sequence[str]) -> Vectors:
        """A row of unit length for each text."""
        return self.embedder.passages(texts)

    def question(self, text: str) -> Vectors:
        """A vector of unit length for a question."""
        row: Vectors = self.embedder.passages([text])[0]
        return row

    def pieces(self, text: str) -> int:
        """Word pieces of a text."""
        return self.embedder.pieces(text)


def unadapted(embedder: Embedder) -> Embedder:
    """The embedder without our adapter; another model than the packaged one never has it."""
    return AsItComes(embedder) if embedder.name == PACKAGED else embedder


def as_it_comes(library: Library) -> Library:
    """The same texts and index, asked without our adapter."""
    index = replace(library.index, embedder=unadapted(library.index.embedder))
    return Library(catalogue=library.catalogue, index=index, today=library.today, choices=library.choices)
