"""Thesaurus: other words for what a text says, in its own language and in the other one; does not search with them.

The words are in `thesaurus.toml`; those of the other language in `index/field.toml` and `index/lexicon.toml`. A term is
found by its stems or lemmas, so that plurals and mutations find it too, and a longer term hides the shorter ones inside it.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from index.lexicon import FIELD, words_in
from index.words import terms

LIST = Path(__file__).parent / "thesaurus.toml"
MOST = 40
"""Other words kept for one text."""


class _Entry(NamedTuple):
    stems: tuple[str, ...]
    words: tuple[str, ...]
    """What it stands for in a text."""


def other_words(text: str, language: str) -> tuple[str, ...]:
    """Other words of the same language: `"Are kids sent home?"` -> children, pupils … excluded …; none that it says itself."""
    return _looked_up(text, language, _same(language), into=language)


def across(text: str, language: str) -> tuple[str, ...]:
    """What a text says, in words of the other language: `"Beth yw'r ddyletswydd?"` -> duty."""
    if language != "cy":
        return _looked_up(text, language, _field(), into="cy")
    entries = (word.entry for word in words_in(text) if word.entry is not None and word.entry.searched)
    found = dict.fromkeys(english for entry in entries for english in entry.english)
    return tuple(english for english in found if terms(english, "en"))[:MOST]


def _looked_up(text: str, language: str, table: dict[str, tuple[_Entry, ...]], *, into: str) -> tuple[str, ...]:
    said = terms(text, language)
    found = [word for entry in _entries_in(said, table) for word in entry.words]
    already = set(said) if into == language else frozenset()
    new = (word for word in dict.fromkeys(found) if not set(terms(word, into)) <= already)
    return tuple(new)[:MOST]


def _entries_in(said: Sequence[str], table: dict[str, tuple[_Entry, ...]]) -> Iterator[_Entry]:
    """Entries whose stems stand together in a text, the longest at each place; the next place is behind it."""
    place = 0
    while place < len(said):
        here = [one for one in table.get(said[place], ()) if tuple(said[place : place + len(one.stems)]) == one.stems]
        longest = max((len(one.stems) for one in here), default=0)
        yield from (one for one in here if len(one.stems) == longest)
        place += max(longest, 1)


@lru_cache(maxsize=2)
def _same(language: str) -> dict[str, tuple[_Entry, ...]]:
    read: dict[str, dict[str, Sequence[Sequence[str]]]] = tomllib.loads(LIST.read_text(encoding="utf-8"))
    groups = (*read["same"][language], *read["names"].get(language, ()))
    return _by_first_stem(
        (word, tuple(other for other in group if other != word), language) for group in groups for word in group
    )


@lru_cache(maxsize=1)
def _field() -> dict[str, tuple[_Entry, ...]]:
    field: dict[str, Sequence[str]] = tomllib.loads(FIELD.read_text(encoding="utf-8"))["field"]
    return _by_first_stem((english, (welsh,), "en") for welsh, words in field.items() for english in words)


def _by_first_stem(rows: Iterator[tuple[str, tuple[str, ...], str]]) -> dict[str, tuple[_Entry, ...]]:
    table: dict[str, list[_Entry]] = {}
    for word, others, language in rows:
        stems = tuple(terms(word, language))
        if stems:
            table.setdefault(stems[0], []).append(_Entry(stems, others))
    return {stem: tuple(entries) for stem, entries in table.items()}
