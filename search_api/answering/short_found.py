"""Found: words of a sentence that may be its short answer, with their value in one form; neither finds nor chooses them."""

import re
from typing import NamedTuple

from corpus.passage import Span

WORD = re.compile(r"\w[\w’'-]*")


class Found(NamedTuple):
    """Words that may answer."""

    span: Span
    """In the quotation."""
    value: str
    """As `answer.Short` has it."""


def is_named(words: str, named: frozenset[str]) -> bool:
    """Whether a question, by its words folded, names some words itself, so that it cannot ask for them."""
    return named.issuperset(WORD.findall(words.casefold()))
