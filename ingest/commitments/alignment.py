"""Alignment of a Welsh text with its English one by place: sections, then paragraphs, then sentences; reads no meaning.

Where both have the same sequence of headings, paragraphs and items, each stands beside its own. Elsewhere Gale and Church's
dynamic programming decides by length, shared numbers and shared names (methods 8.2; their constants).
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.document import Document
from corpus.passage import Span
from corpus.units import Unit, UnitKind, units

RATIO, VARIANCE = 1.015, 1.48  # Welsh letters for one English one, and how far that varies (methods 8.1)
_PATTERNS = {
    (1, 1): -math.log(0.89),
    (1, 2): -math.log(0.0445),
    (2, 1): -math.log(0.0445),
    (1, 0): -math.log(0.005),
    (0, 1): -math.log(0.005),
    (2, 2): -math.log(0.011),
}
SHARED, MISSING = 2.0, 1.5
"""What a shared number or name is worth, and what a number on one side only costs."""
BAND = 12
"""How far from the diagonal two texts may drift apart, beside the difference of their lengths."""
MOST_CELLS = 60_000
"""Places looked at in one section, a second's work: texts so long and so unlike are set beside each other nowhere."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<=[a-zâêîôûŵŷ,;] )[A-ZŴŶ][\w-]{2,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a sentence, with what it can be known by."""

    units: tuple[Unit, ...]
    length: int
    numbers: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """English sentences and the Welsh ones that stand for them; one side may be empty."""

    english: tuple[Unit, ...]
    welsh: tuple[Unit, ...]
    agrees: bool
    """Whether the Welsh has every number that the English has."""


def aligned(english: Document, welsh: Document) -> tuple[Pair, ...]:
    """The sentences of two texts beside each other, in order."""
    left, right = _sections(english), _sections(welsh)
    if [shape for shape, _ in left] != [shape for shape, _ in right]:
        left, right = (
            [((), [block for _, blocks in left for block in blocks])],
            [((), [block for _, blocks in right for block in blocks])],
        )
    pairs: list[Pair] = []
    for (_, mine), (_, theirs) in zip(left, right, strict=True):
        for block_en, block_cy in _beside(mine, theirs):
            pairs.extend(_sentences(english, welsh, block_en, block_cy))
    return tuple(pairs)


def _sections(document: Document) -> list[tuple[tuple[int, ...], list[Piece]]]:
    """The sections of a text by level, each with its paragraphs."""
    found: list[tuple[tuple[int, ...], list[Piece]]] = []
    for section, mine in groupby(units(document), key=lambda unit: unit.section):
        blocks = [_piece(document, tuple(group)) for _, group in groupby(mine, key=lambda unit: unit.block)]
        found.append(((document.sections[section].level,), blocks))
    return found


def _piece(document: Document, own: tuple[Unit, ...]) -> Piece:
    words = " ".join(document.text[unit.span.start : unit.span.end] for unit in own)
    return Piece(own, len(words), frozenset(_NUMBER.findall(words)), frozenset(_NAME.findall(" ".join(words.split()))))


def _beside(mine: Sequence[Piece], theirs: Sequence[Piece]) -> Iterator[tuple[tuple[Piece, ...], tuple[Piece, ...]]]:
    same = [_kind(piece) for piece in mine] == [_kind(piece) for piece in theirs]
    if same and all(_fits(a, b) for a, b in zip(mine, theirs, strict=True)):
        yield from (((a,), (b,)) for a, b in zip(mine, theirs, strict=True))
    else:
        yield from _path(mine, theirs)


def _kind(piece: Piece) -> UnitKind:
    return piece.units[0].kind


def _fits(a: Piece, b: Piece) -> bool:
    """Whether two paragraphs at the same place may be the same: neither is three times as long as the other."""
    return max(a.length, b.length) <= 3 * min(a.length, b.length) + 60


def _sentences(english: Document, welsh: Document, block_en: tuple[Piece, ...], block_cy: tuple[Piece, ...]) -> Iterator[Pair]:
    left = [_piece(english, (unit,)) for piece in block_en for unit in piece.units]
    right = [_piece(welsh, (unit,)) for piece in block_cy for unit in piece.units]
    beside = (
        (((a,), (b,)) for a, b in zip(left, right, strict=True))
        if len(left) == len(right) and _all_fit(left, right)
        else _path(left, right)
    )
    for mine, theirs in beside:
        wanted = frozenset().union(*(piece.numbers for piece in mine))
        there = frozenset().union(*(piece.numbers for piece in theirs))
        yield Pair(
            tuple(unit for piece in mine for unit in piece.units),
            tuple(unit for piece in theirs for unit in piece.units),
            agrees=wanted <= there,
        )


def _all_fit(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    return all(
        _fits(a, b)
        and (
            a.numbers == b.numbers
            or not (a.numbers ^ b.numbers) - (a.numbers & b.numbers)
            or a.numbers & b.numbers
            or not (a.numbers and b.numbers)
        )
        for a, b in zip(left, right, strict=True)
    )


def _path(mine: Sequence[Piece], theirs: Sequence[Piece]) -> Iterator[tuple[tuple[Piece, ...], tuple[Piece, ...]]]:
    """The cheapest way through both, near the diagonal."""
    rows, columns = len(mine), len(theirs)
    reach = BAND + abs(rows - columns)
    if rows * min(2 * reach, columns) > MOST_CELLS:
        return iter([(tuple(mine), ()), ((), tuple(theirs))])
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for row in range(rows + 1):
        middle = row * columns // rows if rows else 0
        for column in range(max(0, middle - reach), min(columns, middle + reach) + 1):
            if (row, column) == (0, 0):
                continue
            ways = []
            for (down, across), cost in _PATTERNS.items():
                before = best.get((row - down, column - across))
                if before is not None and row >= down and column >= across:
                    ways.append(
                        (before[0] + cost + _cost(mine[row - down : row], theirs[column - across : column]), (down, across))
                    )
            if ways:
                best[row, column] = min(ways)
    steps = []
    at = (rows, columns)
    while at != (0, 0) and at in best:
        down, across = best[at][1]
        steps.append((tuple(mine[at[0] - down : at[0]]), tuple(theirs[at[1] - across : at[1]])))
        at = (at[0] - down, at[1] - across)
    return iter(reversed(steps))


def _cost(mine: Sequence[Piece], theirs: Sequence[Piece]) -> float:
    if not mine or not theirs:
        return 0.0
    here, there = sum(piece.length for piece in mine), sum(piece.length for piece in theirs)
    delta = (there - RATIO * here) / math.sqrt(max(1, here) * VARIANCE)
    chance = max(math.erfc(abs(delta) / math.sqrt(2)), 1e-12)
    numbers = (frozenset().union(*(piece.numbers for piece in mine)), frozenset().union(*(piece.numbers for piece in theirs)))
    names = (frozenset().union(*(piece.names for piece in mine)), frozenset().union(*(piece.names for piece in theirs)))
    kinds = 0.0 if {_kind(piece) for piece in mine} == {_kind(piece) for piece in theirs} else 6.0
    shared = len(numbers[0] & numbers[1]) + len(names[0] & names[1])
    return -math.log(chance) + kinds - SHARED * shared + MISSING * len(numbers[0] ^ numbers[1])


def span_of(own: Sequence[Unit]) -> Span:
    """The span that some sentences take up together."""
    return Span(own[0].span.start, own[-1].span.end)
