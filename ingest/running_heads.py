"""Running heads and feet: lines that come back at the edges of most pages; does not touch the text between."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.pdf_lines import Line
from ingest.pdf_numbers import printed_number

EDGE_LINES = 3  # at the top and at the bottom of a page
SAME_PLACE = 4  # points: the same head is drawn at the same height
IN_A_ROW = 4  # pages, or every other page: so often in a row, and with letters, it is the head of a chapter
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\d+|\b[ivxl]{1,6}\b")


@dataclass(slots=True, kw_only=True)
class Heads:
    """The lines of a file that are no part of its text."""

    lines: list[set[Line]] = field(default_factory=list)
    """By page."""
    numbers: dict[int, str] = field(default_factory=dict)
    """The number printed on a page, by its index."""


def find_running_heads(pages: Sequence[Sequence[Line]]) -> Heads:
    """Page numbers, and the lines that more than half of the pages repeat, whatever their numbers.

    Long files change their heads from chapter to chapter, and left pages from right: these are known by coming in a row.
    """
    edges = [_edges(page) for page in pages]
    seen: dict[tuple[str, int], list[int]] = {}
    for index, page in enumerate(edges):
        for mark in {_mark(line) for line in page}:
            seen.setdefault(mark, []).append(index)
    repeated = {mark for mark, found in seen.items() if _is_repeated(mark[0], found, len(pages))}
    heads = Heads()
    for index, page in enumerate(edges):
        dropped = {line for line in page if _mark(line) in repeated or printed_number(line.text)}
        heads.lines.append(dropped)
        numbers = [number for line in page if (number := _number(line)) and line in dropped]
        if numbers:
            heads.numbers[index] = numbers[0]
    return heads


def _number(line: Line) -> str | None:
    """The page number of a head: all of it, or its first or last word."""
    words = line.text.split()
    return printed_number(line.text) or next(
        (word for word in (words[-1], words[0]) if word.isdecimal() and len(word) < 5), None
    )


def _is_repeated(words: str, found: Sequence[int], pages: int) -> bool:
    if len(found) >= 2 and len(found) > pages / 2:
        return True
    steps = Counter(later - earlier for earlier, later in pairwise(found))
    return bool(_LETTER.search(words)) and max(steps[1], steps[2]) >= IN_A_ROW - 1


def _edges(page: Sequence[Line]) -> list[Line]:
    """The lines at the top and bottom; words drawn aslant over a page stand at no edge, but are as little of its text."""
    by_height = sorted((line for line in page if line.turn % 90 == 0), key=lambda line: line.y)
    aslant = [line for line in page if line.turn % 90]
    return [*by_height[:EDGE_LINES], *by_height[EDGE_LINES:][-EDGE_LINES:], *aslant]


def _mark(line: Line) -> tuple[str, int]:
    return _NUMBER.sub("#", line.text.casefold()), round(line.y / SAME_PLACE)
