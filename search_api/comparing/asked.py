"""Asked: what a person or a program wants compared, read from raw parameters; and the model that compares meanings.

The parameters keep one name everywhere: `a`, `b`, `language`, `changes_only`.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from corpus.catalogue import Catalogue
from index.embed import Embedder
from index.remembered import Remembered
from search_api.comparing.compare import Comparison, compare
from search_api.comparing.likeness import Meaning
from search_api.comparing.sides import find_side, language_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareAsked:
    """The raw parameters."""

    a: str
    b: str
    language: str | None = None
    changes_only: bool = False


def compare_asked(catalogue: Catalogue, asked: CompareAsked, meaning: Meaning) -> Comparison:
    """The comparison that was asked for; raises InvalidQuery or NotHeld."""
    language = language_asked(asked.language)
    first = find_side(catalogue, asked.a, field="a", language=language)
    second = find_side(catalogue, asked.b, field="b", language=language)
    return compare(catalogue, first, second, meaning=meaning)


def meaning_of(embedder: Embedder) -> Meaning:
    """Meanings by an embedder, remembered: a comparison that is looked at again is quick."""
    return Meaning(read=_remembered(cast(Hashable, embedder)), languages=embedder.languages)


@lru_cache(maxsize=4)
def _remembered(embedder: Hashable) -> Remembered:
    return Remembered(cast(Embedder, embedder))
