"""Tokens: the words that differ between two paragraphs, each stretch with its places in both documents; reads no meaning.

The stretches of one side, joined, are that paragraph: nothing of it is left out, and `added` and `removed` are exact words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from corpus.passage import Span
from ingest.sentences import plain

_TOKEN = re.compile(r"[£$€]?\d+(?:[.,:]\d+)*%?|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]|_", re.UNICODE)
MOST_WORK = 4_000_000
"""Tokens of one side times those of the other beyond which a paragraph is shown as written anew."""
SMALL = 3
"""Letters of a word that is taken into a change where it alone parts two of them: less is easier to read."""


class Kind(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of one or both documents, with the white space behind them."""

    kind: Kind
    first: Span | None
    """Where it stands in the first document; None for what was added."""
    second: Span | None


@dataclass(frozen=True, slots=True)
class _Token:
    words: str
    start: int
    end: int


def differing(text: str, within: Span, other_text: str, other_within: Span) -> tuple[Stretch, ...]:
    """The stretches of two paragraphs, in order; what was removed stands before what took its place."""
    mine, theirs = _tokens(text, within), _tokens(other_text, other_within)
    if len(mine) * len(theirs) > MOST_WORK:
        blocks = [(0, len(mine), 0, len(theirs), False)]
    else:
        blocks = _blocks([one.words for one in mine], [one.words for one in theirs])
    return tuple(_stretches(blocks, mine, theirs, within, other_within))


Block = tuple[int, int, int, int, bool]
"""Tokens from and to of each side, and whether they are equal."""


def _tokens(text: str, within: Span) -> list[_Token]:
    return [_Token(plain(match[0]), *match.span()) for match in _TOKEN.finditer(text, within.start, within.end)]


def _blocks(mine: Sequence[str], theirs: Sequence[str]) -> list[Block]:
    found = [
        (one, one_end, other, other_end, tag == "equal")
        for tag, one, one_end, other, other_end in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    ]
    joined: list[Block] = []
    for place, block in enumerate(found):
        inside = 0 < place < len(found) - 1
        small = block[4] and inside and block[1] - block[0] == 1 and _is_small(mine[block[0]])
        if joined and not joined[-1][4] and (small or not block[4]):
            last = joined.pop()
            joined.append((last[0], block[1], last[2], block[3], False))
        else:
            joined.append(block)
    return joined


def _is_small(word: str) -> bool:
    return len(word) <= SMALL and word.isalpha() and word.islower()


def _stretches(
    blocks: Sequence[Block], mine: Sequence[_Token], theirs: Sequence[_Token], within: Span, other_within: Span
) -> Iterator[Stretch]:
    starts, ends = _edges(mine, within), _edges(theirs, other_within)
    for one, one_end, other, other_end, equal in blocks:
        first = Span(starts[one], starts[one_end]) if one_end > one else None
        second = Span(ends[other], ends[other_end]) if other_end > other else None
        if equal:
            yield Stretch(kind=Kind.SAME, first=first, second=second)
            continue
        if first:
            yield Stretch(kind=Kind.REMOVED, first=first, second=None)
        if second:
            yield Stretch(kind=Kind.ADDED, first=None, second=second)


def _edges(tokens: Sequence[_Token], within: Span) -> list[int]:
    """Where each token's stretch begins, and where the last one ends: white space goes with the word before it."""
    return [within.start, *(token.start for token in tokens[1:]), within.end] if tokens else [within.start]
