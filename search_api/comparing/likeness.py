"""Likeness: how alike the paragraphs of two texts are, by their words and, in a language the model knows, by their meaning.

Words are weighed by how rare they are in the two texts together, so that what both speak of all along tells little.
Does not decide which belong together.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from corpus.errors import ModelUnavailable
from index.embed import Vectors
from index.words import terms

Matrix = npt.NDArray[np.float64]
MOST_MEANT = 160
"""Paragraphs of both texts together that are read by the model: some 27 a second of sixty words, on one core (measured)."""
BY_MEANING = 0.5
"""Weight of the cosine beside the words' own, where there is one (methods 7.5: cosine and words together)."""


class WordsOnly(StrEnum):
    """Why paragraphs were matched by their words alone."""

    LANGUAGE = "language"
    """The model does not know the language."""
    MANY = "many"
    """More paragraphs changed than the model reads in the time."""
    NO_MODEL = "no_model"
    """There is no model here."""


class Reader(Protocol):
    """Whatever turns texts into vectors of unit length: `index.remembered.Remembered`, for one."""

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """A row for each text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """How meanings are compared: by a model, or not at all and why."""

    read: Reader | None
    languages: frozenset[str] = frozenset()
    """Those the model knows."""

    def without(self, language: str, texts: int) -> WordsOnly | None:
        """Why so many texts in a language cannot be read by the model; None where they can."""
        if self.read is None:
            return WordsOnly.NO_MODEL
        if language not in self.languages:
            return WordsOnly.LANGUAGE
        return WordsOnly.MANY if texts > MOST_MEANT else None


WORDS_ALONE = Meaning(read=None)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A score from 0 to 1 for each pair of texts, a row for each of the first."""

    scores: Matrix
    without: WordsOnly | None
    """Why it rests on words alone; None where meanings were compared too."""


def likeness(first: Sequence[str], second: Sequence[str], *, language: str, meaning: Meaning) -> Likeness:
    """How alike each of the first is to each of the second."""
    by_words = _by_words(first, second, language)
    without = meaning.without(language, len(first) + len(second))
    if without or meaning.read is None or not first or not second:
        return Likeness(scores=by_words, without=without)
    try:
        rows = meaning.read([*first, *second])
    except ModelUnavailable:
        return Likeness(scores=by_words, without=WordsOnly.NO_MODEL)
    cosines = np.clip(rows[: len(first)] @ rows[len(first) :].T, 0.0, 1.0).astype(np.float64)
    both = (1 - BY_MEANING) * by_words + BY_MEANING * cosines
    return Likeness(scores=np.maximum(by_words, both), without=None)


def _by_words(first: Sequence[str], second: Sequence[str], language: str) -> Matrix:
    """Cosines of the telling words, or their mean with the share of all words that two texts have in common."""
    texts = (*first, *second)
    telling = _product([Counter(terms(text, language)) for text in texts], len(first))
    common = _common([frozenset(_WORD.findall(text.casefold())) for text in texts], len(first))
    return np.maximum(telling, (telling + common) / 2)


def _product(counted: Sequence[Counter[str]], split: int) -> Matrix:
    holders = Counter(term for counts in counted for term in counts)
    weight = {term: 1 + math.log((1 + len(counted)) / (1 + count)) for term, count in holders.items()}
    rows = []
    for counts in counted:
        weights = {term: (1 + math.log(count)) * weight[term] for term, count in counts.items()}
        length = math.sqrt(sum(value * value for value in weights.values())) or 1.0
        rows.append({term: value / length for term, value in weights.items()})
    return _times(rows, split)


def _common(held: Sequence[frozenset[str]], split: int) -> Matrix:
    """Dice's coefficient of two sets of words."""
    shared = _times([dict.fromkeys(words, 1.0) for words in held], split)
    sizes = np.array([len(words) for words in held], dtype=np.float64)
    return 2 * shared / np.maximum(1.0, sizes[:split, None] + sizes[None, split:])


def _times(rows: Sequence[Mapping[str, float]], split: int) -> Matrix:
    """Products of the rows before a place with those behind it."""
    number = {term: place for place, term in enumerate(dict.fromkeys(term for row in rows for term in row))}
    places = [number[term] for row in rows for term in row]
    starts = np.cumsum([0, *(len(row) for row in rows)])
    values = np.array([value for row in rows for value in row.values()], dtype=np.float64)
    made = csr_array((values, places, starts), shape=(len(rows), max(1, len(number))))
    product: Matrix = (made[:split] @ made[split:].T).toarray()
    return product
