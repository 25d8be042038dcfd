"""Overlap: how many of a question's words stand in the words that answer it; does not look for those words.

Questions in the words of the text flatter a search by words, so scores are shown by tercile of this (methods 1.3).
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

import simplemma
from scipy.stats import rankdata

from evals.gold.questions import GoldQuestion
from index.words import fold, terms
from search_api.verify.stems import small_words

TERCILES = ("low", "middle", "high")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"'s?$")


def lexical_overlap(question: GoldQuestion, quotes: Sequence[str]) -> float | None:
    """The share, from 0 to 1, of a question's content lemmas that stand in the gold words, all read in its own language.

    None where there are no gold words, or the question has no word that is not a small one.
    """
    asked = set(content_lemmas(question.text, question.language))
    if not quotes or not asked:
        return None
    held = set(content_lemmas("\n".join(quotes), question.language))
    return len(asked & held) / len(asked)


def terciles(values: Mapping[str, float]) -> dict[str, str]:
    """`low`, `middle` or `high` for each name, by the rank of its value; equal values have their mean rank, so go together."""
    if not values:
        return {}
    ranks = rankdata(list(values.values()), method="average")
    return {
        name: TERCILES[min(2, int(3 * (rank - 0.5) / len(values)))] for name, rank in zip(values, ranks.tolist(), strict=True)
    }


def content_lemmas(text: str, language: str) -> tuple[str, ...]:
    """The dictionary forms of a text's telling words: `"the schools’ plans"` -> school, plan; numbers as they stand."""
    plain = unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    words = (part for word in _WORD.findall(plain) for part in _parts(word, language))
    return tuple(fold(_lemma(word, language)) for word in words if not _is_small(word, language))


def _parts(word: str, language: str) -> list[str]:
    """A word without what is tied to it: `school's` -> school, `a'r` -> a, r."""
    return word.split("'") if language == "cy" else [_POSSESSIVE.sub("", word).replace("'", "")]


@lru_cache(maxsize=20_000)
def _is_small(word: str, language: str) -> bool:
    """Whether the product would leave a word out: the index, or the checks of what a sentence claims."""
    if word[:1].isdigit():
        return False
    empty = small_words("empty", language)
    return not terms(word, language) or not {word, _lemma(word, language)}.isdisjoint(empty)


@lru_cache(maxsize=20_000)
def _lemma(word: str, language: str) -> str:
    return simplemma.lemmatize(word, lang=language).casefold()
