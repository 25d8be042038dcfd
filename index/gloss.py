"""Gloss: a Welsh text word by word in English, for a model that reads English; is not a translation and is shown to no one.

Each word is the first English one of the list; words the list lacks stay as they are, and empty ones go. Welsh puts what a
noun is told by behind it: such a run is turned round ("corff dysgu proffesiynol newydd" -> new professional learning body).
"""

import re
from collections.abc import Collection, Iterator, Sequence

from index.lexicon import Word, WordKind, words_in

_HEADS: frozenset[WordKind] = frozenset({"terms", "nouns", "calendar"})
_TELLING: frozenset[WordKind] = frozenset({"terms", "nouns", "adjectives"})


_MARKS = re.compile(r"(\s\|\s|\n+|[.,;:!?](?=\s|$))")
"""What stands between two parts of a text that are told apart."""


def readable(text: str, language: str, languages: Collection[str]) -> str | None:
    """A text as a model of some languages can read it: as it is, or its gloss; None where it can read neither."""
    if language in languages:
        return text
    if language != "cy" or "en" not in languages:
        return None
    parts = _MARKS.split(text)
    told = (part if place % 2 else " " + gloss(part, language) for place, part in enumerate(parts))
    return "".join(told).strip()


def gloss(text: str, language: str) -> str:
    """`"Pryd fydd y corff newydd yn dechrau?"` -> when new body begin; a text of another language comes back as it is."""
    if language != "cy":
        return text
    return " ".join(english for run in _runs(words_in(text)) for word in reversed(run) if (english := _english(word)))


def _english(word: Word) -> str:
    if word.entry is not None:
        return word.entry.english[0]
    return "" if word.empty else word.text


def _runs(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """A noun with what tells of it right behind it, or any other word alone."""
    run: list[Word] = []
    for word in words:
        if run and word.joined and _tells(word) and _heads(run[0]):
            run.append(word)
            continue
        if run:
            yield tuple(run)
        run = [word]
    if run:
        yield tuple(run)


def _heads(word: Word) -> bool:
    return word.entry is not None and word.entry.kind in _HEADS


def _tells(word: Word) -> bool:
    """A verbal noun tells of the noun before it only where nothing mutates it: "cynllun gwella", not "i ysgol wella"."""
    if word.entry is None:
        return False
    return word.entry.kind in _TELLING or (word.entry.kind == "verbs" and word.plain)
