"""Found: the hits of a search, each with the record of its publication; does not search."""

from dataclasses import dataclass

from corpus.document import Document
from corpus.passage import Span
from corpus.publication import Publication
from index.query import Hit
from search_api.question.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A hit with what a person needs to judge it."""

    rank: int
    """From 1, over all pages."""
    hit: Hit
    publication: Publication
    document: Document
    words: Span | None = None
    """The words of it that come nearest to an answer, in its document; None in a search, which asks for none."""

    @property
    def quote(self) -> str:
        """Those words; empty where there are none."""
        return self.document.text[slice(*self.words)] if self.words else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found."""

    question: Question
    total: int
    """Passages found after grouping, before paging."""
    shown: tuple[Shown, ...]
