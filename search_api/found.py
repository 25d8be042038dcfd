"""Found: the hits of a search, each with the record of its publication; does not search."""

from dataclasses import dataclass

from corpus.document import Document
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found."""

    question: Question
    total: int
    """Passages found after grouping, before paging."""
    shown: tuple[Shown, ...]
