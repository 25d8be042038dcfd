"""Stems: the telling words of a sentence with their places, one spelling for each body and number; does not weigh them."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

import simplemma

from corpus.bodies import bodies_named
from index.words import terms

LIST = Path(__file__).parent / "small_words.toml"
ROOT = 4
SAME_ROOT = 0.6
"""Letters two stems share from the first on, at least, and their share of the shorter one, to be of one root."""
_WORD = re.compile(r"[^\W_]+(?:['.,/-](?=\w)[^\W_]+)*%?")
IN_KINDS = frozenset({"school", "practitioner"})
"""Bodies whose kinds must not be mixed up: primary and secondary schools, teachers and their assistants."""


@dataclass(frozen=True, slots=True)
class Stem:
    """A telling word in its stem, and where it stands."""

    stem: str
    start: int
    end: int


@lru_cache(maxsize=2048)
def _read(text: str, language: str) -> tuple[Stem, ...]:
    named = bodies_named(text, language)
    found = []
    for one in named:
        found.append(Stem(f"@{one.body}", one.span.start, one.span.end))
        apart = sorted(kinds_apart(text[slice(*one.span)], language)) if one.body in IN_KINDS else []
        found += [Stem(word, one.span.start, one.span.end) for word in apart]
    for match in _WORD.finditer(text):
        if any(one.span.start < match.end() and match.start() < one.span.end for one in named):
            continue
        found += [Stem(stem, match.start(), match.end()) for stem in _stems(match[0], language)]
    return tuple(sorted(found, key=lambda one: one.start))


def stems(text: str, language: str) -> list[Stem]:
    """The telling words of a plain text, in order: `"Heads must ask Estyn"` -> `@headteacher`, `ask`, `@estyn`."""
    return list(_read(text, language))


def raw_stems(text: str, language: str) -> frozenset[str]:
    """The stems of the words themselves, those that name bodies too."""
    return frozenset(stem for match in _WORD.finditer(text) for stem in _stems(match[0], language))


def stem_set(text: str, language: str) -> frozenset[str]:
    """The same without order."""
    return frozenset(one.stem for one in _read(text, language))


def same_root(one: str, other: str) -> bool:
    """Whether two stems begin alike enough to be of one root: `decid` and `decis`."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one == other or (alike >= ROOT and alike >= SAME_ROOT * min(len(one), len(other)))


@lru_cache(maxsize=8)
def small_words(kind: str, language: str) -> frozenset[str]:
    """A list of `small_words.toml`."""
    table = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return frozenset(table[kind][language].split())


def terms_of(word: str, language: str) -> list[str]:
    """A single word as it stands among the stems of a sentence."""
    return _stems(word, language)


def kinds_apart(name: str, language: str) -> set[str]:
    """Words of a body's name that tell it from others under the same id: `"secondary schools"` -> secondary."""
    apart = [
        word for word in re.findall(r"[^\W\d_]+", name.casefold()) if word.removesuffix("s") in small_words("apart", "both")
    ]
    return {stem for word in apart for stem in terms(word, language)}


def _stems(word: str, language: str) -> list[str]:
    plain = word.casefold()
    if plain.isdigit() or plain in small_words("empty", language) or any(letter.isdigit() for letter in plain):
        return []
    parts = [part for part in plain.split("-") if part not in small_words("empty", language) and not part.isdigit()]
    told = [stem for part in parts for stem in terms(_lemma(part) if language == "en" else part, language)]
    kept = [stem for stem in told if stem not in small_words("empty", language)]
    return ["-".join(kept)] if kept else []


@lru_cache(maxsize=20_000)
def _lemma(word: str) -> str:
    """A word as a dictionary has it: `brought` -> bring, which no stemmer finds."""
    return simplemma.lemmatize(word, lang="en")
