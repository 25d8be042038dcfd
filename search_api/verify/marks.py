"""Marks: the small words that carry a sentence's force, with the words they bear on; does not compare two sentences.

The words are in `marks.toml`. What a mark bears on is read without grammar: the telling words next to it in its clause.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from search_api.verify.clauses import Clause, clauses
from search_api.verify.stems import Stem, stems

LIST = Path(__file__).parent / "marks.toml"
BEFORE = 4
AFTER = 4
"""Telling words on either side of a mark that it is taken to bear on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One of the small words, where it stands."""

    kind: str
    """`must` of the modals, `only` of the limits."""
    words: str
    start: int
    end: int
    before: tuple[str, ...]
    """Stems of its clause before it, the nearest last."""
    after: tuple[str, ...]
    """Stems of its clause behind it, the nearest first."""

    @property
    def near(self) -> frozenset[str]:
        """All it may bear on."""
        return frozenset(self.before + self.after)


def marks(text: str, language: str, family: str) -> list[Mark]:
    """The marks of a family (`modal`, `negation`, `limit` ...) in a plain text, in order."""
    read = stems(text, language)
    parts = clauses(text, language)
    found = []
    for match in _pattern(family, language).finditer(text):
        clause = next((one for one in parts if one.start <= match.start() < one.end), Clause(0, len(text), frozenset()))
        before, after = _around(read, match.start(), match.end(), clause)
        found.append(
            Mark(
                kind=str(match.lastgroup),
                words=match[0],
                start=match.start(),
                end=match.end(),
                before=before,
                after=after,
            )
        )
    return found


def kinds(text: str, language: str, family: str) -> set[str]:
    """The classes of a family that a plain text holds."""
    return {str(match.lastgroup) for match in _pattern(family, language).finditer(text)}


def _around(read: list[Stem], start: int, end: int, clause: Clause) -> tuple[tuple[str, ...], tuple[str, ...]]:
    before = [stem.stem for stem in read if clause.start <= stem.start and stem.end <= start]
    after = [stem.stem for stem in read if end <= stem.start and stem.end <= clause.end]
    return tuple(before[-BEFORE:]), tuple(after[:AFTER])


@lru_cache(maxsize=32)
def _pattern(family: str, language: str) -> re.Pattern[str]:
    table = tomllib.loads(LIST.read_text(encoding="utf-8"))[family]
    parts = [f"(?P<{kind}>{'|'.join(words[language])})" for kind, words in table.items()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
