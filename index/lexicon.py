"""Lexicon: the Welsh words a text says, found in the list and told in English; does not order them as English would.

The list is `lexicon.toml`, with `field.toml`. A word is found as it stands, without its initial mutation, or by
its lemma, in that order; a longer entry hides the shorter ones inside it.
"""

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import simplemma

from index.words import fold

LIST = Path(__file__).parent / "lexicon.toml"
FIELD = Path(__file__).parent / "field.toml"
RULES = "gloss/2"
"""Named in the index manifest beside the list: change it when a gloss changes by what the code does."""
MOST_WORDS = 2_000
"""Words of one text that are looked up."""

WordKind = Literal["terms", "nouns", "verbs", "forms", "adjectives", "calendar", "numbers", "small"]
KINDS: tuple[WordKind, ...] = get_args(WordKind)
# An article says nothing, but for these: "y cant" is per cent and "cant" a hundred.
_WORD = re.compile(r"\b(?:y cant|yr un|y rhai)\b|£?\d[^\W_]*(?:[.,/-]\d[^\W_]*)*%?|[^\W_]+", re.IGNORECASE)
_ARTICLES = frozenset({"y", "yr", "r"})
_MONTH = frozenset({("mis",), ("fis",)})
# What a word may begin with where its initial is mutated, and the radical (soft, nasal and spirant mutation, and h- before a
# vowel); the longest beginning counts.
_RADICALS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ngh", ("c",)),
    ("mh", ("p",)),
    ("nh", ("t",)),
    ("ng", ("g",)),
    ("ph", ("p",)),
    ("th", ("t",)),
    ("ch", ("c",)),
    ("dd", ("d",)),
    ("ll", ()),
    ("rh", ()),
    ("b", ("p",)),
    ("d", ("t",)),
    ("g", ("c",)),
    ("f", ("b", "m")),
    ("m", ("b",)),
    ("n", ("d",)),
    ("l", ("ll", "gl")),
    ("r", ("rh", "gr")),
    ("w", ("gw",)),
    ("h", ("",)),
    *((vowel, ("g" + vowel,)) for vowel in "aeiouy"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A Welsh word or term, and what it is in English."""

    welsh: str
    english: tuple[str, ...]
    kind: WordKind
    searched: bool
    """Whether an English text is searched with it: all but the small words are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a text, or the words of one entry."""

    text: str
    """As typed."""
    entry: Entry | None
    """None where the list does not hold it."""
    plain: bool
    """Stands as in the list: no mutation, no ending."""
    empty: bool
    """Says nothing by itself: a preposition, a pronoun, a form of to be."""
    joined: bool
    """Follows the word before it with nothing but an article between."""


class _Token(NamedTuple):
    text: str
    forms: tuple[str, ...]
    """What it may be an entry of, the likeliest first."""
    joined: bool


def words_in(text: str) -> tuple[Word, ...]:
    """The words of a Welsh text in their order, articles left out: `"y cyrff newydd"` -> cyrff (bodies), newydd (new)."""
    return tuple(_words(_tokens(text)))


def entries() -> tuple[Entry, ...]:
    """Every entry, those of `field.toml` included; raises ValueError for a line that is none."""
    return _table().entries


@lru_cache(maxsize=1)
def rules() -> str:
    """What a gloss rests on, as the index manifest names it: another list makes other vectors of Welsh texts."""
    return f"{RULES} {hashlib.sha256(LIST.read_bytes() + FIELD.read_bytes()).hexdigest()[:12]}"


def key_of(welsh: str) -> tuple[str, ...]:
    """What tells an entry from another: its words without case, accents and articles."""
    parts = [fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", welsh).casefold())]
    return tuple(part for part in parts if part not in _ARTICLES)


def _words(tokens: Sequence[_Token]) -> Iterator[Word]:
    table, place = _table(), 0
    while place < len(tokens):
        here = tokens[place]
        length, level, entry = _best(table, tokens, place)
        empty = length <= 1 and level > 0 and here.text.casefold() in table.empty
        yield Word(
            text=" ".join(token.text for token in tokens[place : place + max(length, 1)]),
            entry=None if empty else entry,
            plain=level == 0,
            empty=empty,
            joined=here.joined,
        )
        place += max(length, 1)


def _best(table: "_Table", tokens: Sequence[_Token], place: int) -> tuple[int, int, Entry | None]:
    """The longest entry at a place, its length, and how far from how it is written; of one length the nearest."""
    found: tuple[int, int, Entry | None] = (0, 1, None)
    for form in tokens[place].forms:
        for key, entry in table.by_first.get(form, ()):
            levels = [_level(token, part) for token, part in zip(tokens[place:], key, strict=False)]
            if len(levels) < len(key) or any(level is None for level in levels):
                continue
            level = sum(level for level in levels if level is not None)
            if (len(key), -level) > (found[0], -found[1]):
                found = (len(key), level, entry)
    return found


def _level(token: _Token, part: str) -> int | None:
    return token.forms.index(part) if part in token.forms else None


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    behind, first = 0, True
    for found in list(_WORD.finditer(unicodedata.normalize("NFC", text).replace("’", "'")))[:MOST_WORDS]:
        between = found.string[behind : found.start()]
        behind = found.end()
        first = first or bool(set(between) & set(".!?:"))
        if fold(found[0].casefold()) not in _ARTICLES:
            forms = _forms(found[0], opening=first)
            if found[0] == "n" and between.endswith("'"):
                forms = ("n", "yn")
            elif found[0] == "mai" and not (tokens and (tokens[-1].text[0].isdigit() or tokens[-1].forms[:1] in _MONTH)):
                forms = ()  # "that it is", not the month
            tokens.append(_Token(found[0], forms, bool(tokens) and not set(between) - set(" '-\n")))
            first = False
        elif tokens and set(between) - set(" '\n"):
            first = True
    return tokens


@lru_cache(maxsize=50_000)
def _forms(word: str, *, opening: bool) -> tuple[str, ...]:
    """A word as it stands, its radicals, and the lemmas of all; of a name or an abbreviation the likely ones only.

    An empty word is itself alone: "yn ysgol" (in school) is no "cyn-ysgol" (pre-school).
    """
    lower = word.casefold()
    if lower in _empty():
        return (fold(lower),)
    radicals = tuple(_radicals(lower))
    if any(letter.isdigit() for letter in word) or (len(word) > 1 and word.isupper() and len(word) <= 4):
        return (fold(lower),)
    forms = [lower, *radicals, _lemma(lower)]
    if opening or not word[0].isupper():
        forms += [_lemma(radical) for radical in radicals]
    return tuple(dict.fromkeys(fold(form) for form in forms))


def _radicals(word: str) -> Iterator[str]:
    for beginning, radicals in _RADICALS:
        if word.startswith(beginning):
            if len(word) > len(beginning):
                yield from (radical + word.removeprefix(beginning) for radical in radicals)
            return


def _lemma(word: str) -> str:
    return simplemma.lemmatize(word, lang="cy").casefold()


class _Table(NamedTuple):
    entries: tuple[Entry, ...]
    by_first: Mapping[str, Sequence[tuple[tuple[str, ...], Entry]]]
    empty: frozenset[str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    listed = _listed()
    field: Mapping[str, Sequence[str]] = tomllib.loads(FIELD.read_text(encoding="utf-8"))["field"]
    held = {
        key_of(welsh): Entry(welsh=welsh, english=tuple(english), kind="terms", searched=True)
        for welsh, english in field.items()
    }
    for kind in KINDS:
        for welsh, english in _lines(listed[kind]):
            key = key_of(welsh)
            also = held[key].english if key in held else ()
            held[key] = Entry(
                welsh=welsh,
                english=tuple(dict.fromkeys((*english, *also))),
                kind=kind,
                searched=kind != "small" or bool(also),
            )
    by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for key, entry in held.items():
        by_first.setdefault(key[0], []).append((key, entry))
    return _Table(tuple(held.values()), by_first, _empty())


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, str]:
    return tomllib.loads(LIST.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    return frozenset(_listed()["empty"].split())


def _lines(block: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in block.splitlines():
        if line and not line.startswith("#"):
            welsh, english = line.split(" = ")
            yield welsh, tuple(english.split(" | "))
