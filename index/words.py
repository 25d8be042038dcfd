"""Words: a text as the terms BM25 counts, in English and Welsh; does not weigh them.

Case and accents are folded (so "dwr" finds "dŵr"), English is stemmed by Snowball, and Welsh is reduced to lemmas by
simplemma, which undoes mutations ("nghymru" and "Cymru" are one term): known-item MRR .645 -> .951 (methods 8.1).
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import simplemma
import Stemmer

RULES = "words/1"
"""Named in the index manifest: change it when the terms of a text change."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOP_EN = frozenset(
    "a an and are as at be been but by can could did do does for from had has have how i if in into is it its me my of on "
    "or our shall should so than that the their them then there these they this those to was we were what when where which "
    "who whom whose why will with would you your am s t".split()
)
_STOP_CY = frozenset(
    "y yr yn a ac i o ar am at gan gyda i'r a'r o'r mae bod wedi eu ei ein fel neu nid nad oes beth pryd pwy sut pam faint "
    "ble pa yw sy sydd dros wrth ddim hyn hon hwn r n u w d sy'n mae'n oedd bydd fydd na ni os ond sawl ydy ydyw erbyn cael "
    "wnaeth gwneud mewn cyn yno hynny yma mi chi fi".split()
)
_MOST_WORDS = 20_000  # a passage holds hundreds; a hostile text may not hold the index up


class Terms(NamedTuple):
    """A sparse vector: term numbers, ascending and without repeats, and the weight of each."""

    indices: list[int]
    values: list[float]


def terms(text: str, language: str) -> list[str]:
    """The terms of a text, in order: `"Schools’ improvement plans"` -> `["school", "improv", "plan"]`."""
    words = _words(text)
    if language == "cy":
        return [fold(lemma) for part in _welsh_parts(words) if (lemma := _welsh_lemma(part)) not in _STOP_CY]
    plain = [fold(word.removesuffix("'s").replace("'", "")) for word in words]
    stems: list[str] = _english().stemWords([word for word in plain if word and word not in _STOP_EN])
    return stems


def fold(word: str) -> str:
    """A word without its accents: `"dŵr"` -> `"dwr"`."""
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


def term_number(term: str) -> int:
    """The number a term has in a sparse vector: 32 bits of its BLAKE2b, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(term.encode(), digest_size=4).digest(), "big")


def document_terms(counts: Counter[str], *, mean_length: float, k1: float, b: float) -> Terms:
    """BM25's weights of a text's terms, all but the IDF, which the index multiplies in (Robertson and Zaragoza 2009)."""
    length = sum(counts.values())
    weights: dict[int, float] = {}
    for term, count in counts.items():
        weight = count * (k1 + 1) / (count + k1 * (1 - b + b * length / mean_length))
        number = term_number(term)
        weights[number] = max(weight, weights.get(number, 0.0))
    numbers = sorted(weights)
    return Terms(numbers, [weights[number] for number in numbers])


def query_terms(text: str, language: str) -> Terms:
    """A query's terms, each of weight one; in Welsh its words as typed too, as people leave accents out ("dwr" for "dŵr")."""
    asked = set(terms(text, language))
    if language == "cy":
        asked |= {fold(part) for part in _welsh_parts(_words(text))}
    numbers = sorted(term_number(term) for term in asked)
    return Terms(numbers, [1.0] * len(numbers))


def widened(asked: Terms, words: Iterable[str], language: str, weight: float) -> Terms:
    """A query's terms with those of other words at a weight; what was asked itself keeps its own."""
    weights = {term_number(term): weight for text in words for term in terms(text, language)} if weight else {}
    weights |= dict(zip(asked.indices, asked.values, strict=True))
    numbers = sorted(weights)
    return Terms(numbers, [weights[number] for number in numbers])


def _words(text: str) -> list[str]:
    found = _WORD.findall(unicodedata.normalize("NFC", text).casefold())[:_MOST_WORDS]
    return [word.replace("’", "'") for word in found]


def _welsh_parts(words: list[str]) -> list[str]:
    """Words with their clitics apart and the small ones left out: `"a'r"`, `"i'w"` -> nothing."""
    return [part for word in words if word not in _STOP_CY for part in word.split("'") if part not in _STOP_CY]


@lru_cache(maxsize=50_000)
def _welsh_lemma(word: str) -> str:
    return simplemma.lemmatize(word, lang="cy").casefold()


@lru_cache(maxsize=1)
def _english() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")
