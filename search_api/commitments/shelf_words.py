"""Shelf words: how much each word tells, by how few of the texts held have it.

Does not compare: `share` says how much of what some words tell stands in others.
"""

import math
from collections import Counter
from collections.abc import Iterable

from corpus.document import Document
from index.words import terms

LEAST = 0.7
"""What a word weighs at least: on a small shelf the very thing promised may stand in every text."""


class ShelfWords:
    """Terms of every text held, read once each: a text's id changes with its words."""

    def __init__(self) -> None:
        self._of: dict[str, frozenset[str]] = {}
        self._holders: Counter[str] = Counter()

    def learn(self, documents: Iterable[Document]) -> None:
        """Count these texts, and no others."""
        kept = set()
        for document in documents:
            kept.add(document.id)
            if document.id not in self._of:
                found = frozenset(terms(document.text, document.language))
                self._of[document.id] = found
                self._holders.update(found)
        for gone in self._of.keys() - kept:
            self._holders.subtract(self._of.pop(gone))

    def weight(self, term: str) -> float:
        """How much a term tells: BM25's inverse document frequency over the texts held."""
        count = len(self._of) or 1
        return max(LEAST, math.log(1 + (count - self._holders[term] + 0.5) / (self._holders[term] + 0.5)))

    def share(self, wanted: frozenset[str], got: frozenset[str], *, beside: frozenset[str] = frozenset()) -> float:
        """How much of what some terms tell is among others, 0 to 1; those only found `beside` count half."""
        whole = sum(map(self.weight, wanted))
        if not whole:
            return 0.0
        return sum(self.weight(term) * (1.0 if term in got else 0.5) for term in wanted & (got | beside)) / whole


def told(words: str, language: str) -> frozenset[str]:
    """The terms of some words, each once."""
    return frozenset(terms(words, language))
