"""Themes: what a promise is about, by key words alone, the best two of about twenty (`themes.toml`); does not read meaning."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LIST = Path(__file__).parent / "themes.toml"
MOST = 2
NAME = 2
"""What a theme's own name weighs, against one for each other of its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme with its names and its words by language."""

    id: str
    name: dict[str, str]
    words: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def themes() -> dict[str, Theme]:
    """Every theme by its id."""
    read = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return {
        key: Theme(id=key, name=one["name"], words={language: tuple(one[language]) for language in ("en", "cy")})
        for key, one in read.items()
    }


def themes_of(weighed: Iterable[tuple[str, float]], language: str) -> tuple[str, ...]:
    """The best themes of some texts, each with its weight: `[("the sentence", 1.0), ("its heading", 0.5)]`."""
    score: defaultdict[str, float] = defaultdict(float)
    for text, weight in weighed:
        for key, found in _found(text, language).items():
            score[key] += weight * found
    ranked = sorted(score.items(), key=lambda one: (-one[1], one[0]))
    best = ranked[0][1] if ranked else 0
    # A second theme that is hardly there would be noise: half of the first, or it is left out.
    return tuple(key for key, value in ranked[:MOST] if value >= best / 2)


@lru_cache(maxsize=4096)
def _found(text: str, language: str) -> Counter[str]:
    """How many of each theme's words a text has, each counted once."""
    pattern, owners = _pattern(language)
    met = {match.group().casefold() for match in pattern.finditer(text)}
    counted: Counter[str] = Counter()
    for word in met:
        for key, weight in _owners(word, owners):
            counted[key] += weight
    return counted


def _owners(word: str, owners: dict[str, list[tuple[str, int]]]) -> list[tuple[str, int]]:
    exact = owners.get(word)
    if exact:
        return exact
    stems = (end for end in range(len(word), 0, -1) if word[:end] + "*" in owners)
    stem = next(stems, 0)
    return owners[word[:stem] + "*"] if stem else []


@lru_cache(maxsize=2)
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, list[tuple[str, int]]]]:
    owners: dict[str, list[tuple[str, int]]] = {}
    for key, theme in themes().items():
        name = theme.name[language].casefold()
        for word in dict.fromkeys((name, *(one.casefold() for one in theme.words[language]))):
            owners.setdefault(word, []).append((key, NAME if word == name else 1))
    parts = [re.escape(word).replace(r"\*", r"[\w'’.,-]*") for word in sorted(owners, key=lambda one: (-len(one), one))]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE), owners
