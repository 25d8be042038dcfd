"""Names: the short and the long name of one thing, each told in the other's place; does not search for either.

A model that reads both together has not learnt that the NPQH is a headship qualification, and a word that a text writes
otherwise is not lacking from it. The names are in `thesaurus.toml`.
"""

import re
import tomllib
from functools import lru_cache
from typing import NamedTuple

from search_api.question.thesaurus import LIST


class _Name(NamedTuple):
    """One way to write a name, and the others."""

    written: str
    others: tuple[str, ...]


def as_written(question: str, text: str, language: str) -> str:
    """A question with its names written as a text writes them, the long one where it has both; with all others, as it is.

    `"What is the NCG?"`, of a text that tells of the National Coherence Group -> What is the National Coherence Group?
    """
    for name, theirs in _otherwise(question, text, language):
        question = _pattern(name).sub(rf"{theirs}\g<many>", question)
    return question


def named_otherwise(question: str, text: str, language: str) -> str:
    """The names of a question that a text writes otherwise, as the question has them: there, `"NCG"`."""
    return " ".join(name for name, _ in _otherwise(question, text, language))


def _otherwise(question: str, text: str, language: str) -> list[tuple[str, str]]:
    """Names of a question that a text has in other words, each with those: longer ones, or ones that it has alone."""
    found = []
    for name in _names_in(question, language):
        told = [one for one in (name.written, *name.others) if _pattern(one).search(text)]
        theirs = max(told, key=len, default=name.written)
        if theirs != name.written:
            found.append((name.written, theirs))
    return found


@lru_cache(maxsize=256)
def _names_in(question: str, language: str) -> tuple[_Name, ...]:
    return tuple(name for name in _names(language) if _pattern(name.written).search(question))


@lru_cache(maxsize=2)
def _names(language: str) -> tuple[_Name, ...]:
    groups = tomllib.loads(LIST.read_text(encoding="utf-8"))["names"].get(language, [])
    return tuple(_Name(one, tuple(other for other in group if other != one)) for group in groups for one in group)


@lru_cache(maxsize=256)
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(written)}(?P<many>s?)\b", re.IGNORECASE)
