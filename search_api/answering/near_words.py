"""Near words: how much of what a question tells stands in some words, one near in meaning counting in part; ranks nothing.

A guide may say "published" where a reader asks what "came out". Words are compared by the vectors the model gives each alone;
a Welsh word is read by its gloss, and in a language the model cannot read only the same word counts, by its term.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.words import terms
from search_api.answering.meanings import Meanings
from search_api.question.kind import asked_clause
from search_api.question.question import Question

FAR, CLOSE = 0.45, 0.80
"""Cosines of two words: at FAR they have nothing in common, from CLOSE on they count as near as two words can."""
MOST = 0.8
"""What a word near in meaning counts, where the same word counts 1."""
_WORD = re.compile(r"[^\W\d_][\w’'-]+|\d[\d,.]*")


class Shares(NamedTuple):
    """How much of the question stands among some words, 0 to 1."""

    whole: float
    """Of all it tells."""
    clause: float
    """Of the sentence in it that asks, without what leads up to that."""


class NearWords:
    """A question's words beside every word of its candidates."""

    def __init__(
        self,
        question: Question,
        told: Mapping[str, float],
        held: Iterable[tuple[str, str]],
        *,
        meanings: Meanings,
        by_meaning: bool = True,
    ) -> None:
        """`told` is how much each term of the question tells; `held` the texts that may answer, each with its language.

        Without `by_meaning` only the same word counts.
        """
        clause = frozenset(plain_words(asked_clause(question.text, question.language)))
        words = dict.fromkeys(plain_words(question.text))
        asked = [(word, found) for word in words if (found := frozenset(terms(word, question.language)))]
        self._weights = np.array([sum(told.get(term, 0.0) for term in found) for _, found in asked])
        self._clause = self._weights * np.array([word in clause for word, _ in asked], dtype=float)
        known = dict.fromkeys((word, language) for text, language in held for word in plain_words(text))
        self._places = {key: place for place, key in enumerate(known)}
        self._near = _nearness(asked, list(known), question.language, meanings if by_meaning else None)

    def shares(self, texts: Sequence[str], language: str) -> Shares:
        """How much of the question stands in these texts together; each must have been among `held`."""
        places = [self._places[word, language] for text in texts for word in plain_words(text)]
        if not places or not len(self._weights):
            return Shares(0.0, 0.0)
        best = self._near[:, places].max(axis=1)
        return Shares(_share(self._weights, best), _share(self._clause, best))


def plain_words(text: str) -> list[str]:
    """The words and numbers of a text, folded."""
    return [match[0].casefold() for match in _WORD.finditer(text)]


def _nearness(
    asked: Sequence[tuple[str, frozenset[str]]], known: Sequence[tuple[str, str]], language: str, meanings: Meanings | None
) -> npt.NDArray[np.float64]:
    """A row for each word asked, a column for each word held: 1 for the same, up to MOST for one near in meaning."""
    near = np.zeros((len(asked), len(known)))
    if meanings:
        rows = meanings.of_words([(word, language) for word, _ in asked])
        columns = meanings.of_words(known)
        if rows and columns:
            cosines = np.stack([*rows.values()]) @ np.stack([*columns.values()]).T
            near[np.ix_([*rows], [*columns])] = MOST * np.clip((cosines - FAR) / (CLOSE - FAR), 0.0, 1.0)
    for place, (word, other) in enumerate(known):
        found = frozenset(terms(word, other)) if other == language else frozenset[str]()
        near[[row for row, (_, wanted) in enumerate(asked) if found & wanted], place] = 1.0
    return near


def _share(weights: npt.NDArray[np.float64], best: npt.NDArray[np.float64]) -> float:
    total = float(weights.sum())
    return float(weights @ best) / total if total else 0.0
