"""Attached: what numbers and dates stand by in two sentences, and whether one moved to another's words; reads no numbers."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from search_api.verify.stems import Stem, stems

NEAR = 3
"""Telling words on either side of a number or date that say what it is of."""

Thing = TypeVar("Thing")
_PAIR = re.compile(r"[^.,;:]{0,30}\s?(?:to|or|i|neu|-)\s?")
_STOP = re.compile(r"[.,;:]\s|\s(?:but|while|whereas|and|ond|a|ac)\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Generic[Thing]):
    """A number or date where it stands."""

    thing: Thing
    start: int
    end: int


def moved(
    said: Sequence[Placed[Thing]],
    proof: Sequence[Placed[Thing]],
    *,
    texts: tuple[str, str],
    language: str,
    same: Callable[[Thing, Thing], bool],
) -> Placed[Thing] | None:
    """One of `said` that stands by words which another of `proof` has, and its own has not: "12 primary" for "40 primary"."""
    ours, theirs = stems(texts[0], language), stems(texts[1], language)
    around = [(other, _near(other, theirs, texts[1], proof)) for other in proof]
    for one in said:
        near = _near(one, ours, texts[0], said)
        own = frozenset(word for other, words in around if same(one.thing, other.thing) for word in words)
        others = frozenset(word for other, words in around if not same(one.thing, other.thing) for word in words)
        ours_alone, theirs_alone = own - others, others - own
        kept = sum(word in ours_alone for word in near)
        strayed = sum(word in theirs_alone for word in near)
        nearest = next((word for word in near if word in ours_alone | theirs_alone), "")
        if own and strayed and (strayed > kept or (strayed == kept and nearest in theirs_alone)):
            return one
    return None


def _near(one: Placed[Thing], read: list[Stem], text: str, others: Sequence[Placed[Thing]]) -> tuple[str, ...]:
    """The telling words by a thing, the nearest first, as far as the next of its kind and the end of its clause."""
    one = _with_its_pair(one, text, others)
    start = max([other.end for other in others if other.end <= one.start], default=0)
    end = min([other.start for other in others if other.start >= one.end], default=len(text))
    stop = _STOP.search(text, one.end, end)
    end = stop.start() if stop else end
    begun = [match.end() for match in _STOP.finditer(text, start, one.start)]
    start = begun[-1] if begun else start
    before = [stem for stem in read if start <= stem.start and stem.end <= one.start]
    behind = [stem for stem in read if one.end <= stem.start and stem.end <= end]
    apart = [(one.start - stem.end, stem.stem) for stem in before[-NEAR:]] + [
        (stem.start - one.end, stem.stem) for stem in behind[:NEAR]
    ]
    return tuple(stem for _, stem in sorted(apart))


def _with_its_pair(one: Placed[Thing], text: str, others: Sequence[Placed[Thing]]) -> Placed[Thing]:
    """Both ends of "from 23 to 9", which stand by the same words."""
    for first, last in pairwise(others):
        if one in (first, last) and _PAIR.fullmatch(text[first.end : last.start]):
            return Placed(thing=one.thing, start=first.start, end=last.end)
    return one
