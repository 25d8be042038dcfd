"""Align: the paragraphs of two texts set beside each other: same, edited, moved, added or removed; a visible list of steps.

Equal words first, in the longest common runs (difflib) and then anywhere; then the best match by words and meaning; last,
what is out of the order that most of the text keeps has moved (methods 7.5). Does not look inside paragraphs.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from search_api.comparing.likeness import WORDS_ALONE, Meaning, WordsOnly, likeness
from search_api.comparing.pairing import best_pairs
from search_api.comparing.paragraphs import Paragraph

SURE = 0.60
"""Likeness by words alone from which nobody needs to ask for the meaning, which takes long (methods 7.5 names this bar)."""
ALIKE = 0.47
"""Likeness from which two paragraphs say the same thing in other words, anywhere in the texts (tuned on the open pairs of
`evals/data/comparing` and the editions on `evals/data/shelf`)."""
ALIKE_BY_WORDS = 0.40
"""The same where words alone are compared, which are never as alike as words and meaning."""
IN_PLACE = 0.08
"""What two gain for standing between the same neighbours with few others."""
FEW = 3
"""Paragraphs between the same neighbours, in either text, up to which their place tells something."""
OFTEN = 12
"""Equal paragraphs (`Yes`, `See annex`) from which they tell nothing of the order, and are matched by what is around them."""


class Label(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    EDITED = "edited"
    MOVED = "moved"
    """It stands elsewhere, maybe with other words: of two stretches that changed places, the shorter one."""
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Paragraphs beside each other: at least one of the two."""

    label: Label
    first: int | None
    """Number of the paragraph in the first text, from 0; None for what was added."""
    second: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Two texts beside each other, in the order of the second; what was removed stands where it stood."""

    rows: tuple[Row, ...]
    without: WordsOnly | None
    """Why meanings were not compared; None where they were, or where nothing was left to compare."""


Pairs = dict[int, int]


def align(first: Sequence[Paragraph], second: Sequence[Paragraph], *, language: str, meaning: Meaning) -> Aligned:
    """Every paragraph of both in one row each."""
    pairs = _in_common_runs(first, second)
    pairs |= _equal_elsewhere(first, second, pairs)
    pairs |= _alike(first, second, pairs, language=language, meaning=WORDS_ALONE, least=SURE)[0]
    alike, without = _alike(first, second, pairs, language=language, meaning=meaning)
    pairs |= alike
    again = meaning if without is None else WORDS_ALONE
    pairs |= _alike(first, second, pairs, language=language, meaning=again, in_place=IN_PLACE)[0]
    moved = _out_of_order(first, second, pairs)
    return Aligned(rows=tuple(_rows(first, second, pairs, moved)), without=without)


def _in_common_runs(first: Sequence[Paragraph], second: Sequence[Paragraph]) -> Pairs:
    mine, theirs = [one.words for one in first], [one.words for one in second]
    often = {words for words, count in Counter(theirs).items() if count >= OFTEN}
    matcher = SequenceMatcher(lambda words: words in often, mine, theirs, autojunk=False)
    return {block.a + step: block.b + step for block in matcher.get_matching_blocks() for step in range(block.size)}


def _equal_elsewhere(first: Sequence[Paragraph], second: Sequence[Paragraph], pairs: Pairs) -> Pairs:
    """Equal paragraphs that no run holds, those of the same words in their order."""
    taken = set(pairs.values())
    free: dict[str, list[int]] = defaultdict(list)
    for number in reversed(range(len(second))):
        if number not in taken:
            free[second[number].words].append(number)
    return {number: free[one.words].pop() for number, one in enumerate(first) if number not in pairs and free[one.words]}


def _alike(
    first: Sequence[Paragraph],
    second: Sequence[Paragraph],
    pairs: Pairs,
    *,
    language: str,
    meaning: Meaning,
    least: float | None = None,
    in_place: float = 0.0,
) -> tuple[Pairs, WordsOnly | None]:
    """The best match of what is left, headings with headings; `in_place` is what two gain between the same neighbours."""
    taken = set(pairs.values())
    mine = [number for number in range(len(first)) if number not in pairs]
    theirs = [number for number in range(len(second)) if number not in taken]
    if not mine or not theirs:
        return {}, None
    found = likeness(
        [first[number].words for number in mine],
        [second[number].words for number in theirs],
        language=language,
        meaning=meaning,
    )
    least = least or (ALIKE_BY_WORDS if found.without else ALIKE)
    scores = found.scores.copy()
    headings = [np.array([one.is_heading for one in side]) for side in ([first[n] for n in mine], [second[n] for n in theirs])]
    scores[_in_place(mine, theirs, pairs)] += in_place
    scores[headings[0][:, None] != headings[1][None, :]] = 0.0
    if mine[0] == theirs[0] == 0 and first[0].is_heading and second[0].is_heading:
        scores[0, 0] += least  # what each opens with is its title
    return {mine[row]: theirs[column] for row, column in best_pairs(scores, least=least)}, found.without


def _in_place(mine: Sequence[int], theirs: Sequence[int], pairs: Pairs) -> npt.NDArray[np.bool_]:
    """True for each pair between the same neighbours with few others, counting only neighbours that keep the order."""
    kept = _kept_in_order([(one, pairs[one], 1.0) for one in sorted(pairs)])
    left = np.array([bisect_left([one for one, _ in kept], number) for number in mine])
    right = np.array([bisect_left([other for _, other in kept], number) for number in theirs])
    same = left[:, None] == right[None, :]
    few_left = np.bincount(left)[left] <= FEW
    few_right = np.bincount(right)[right] <= FEW
    found: npt.NDArray[np.bool_] = same & few_left[:, None] & few_right[None, :]
    return found


def _out_of_order(first: Sequence[Paragraph], second: Sequence[Paragraph], pairs: Pairs) -> set[int]:
    """Paragraphs of the first that are not in the longest stretch of text, by letters, which both have in one order."""
    weighed = [(one, pairs[one], len(first[one].words) + len(second[pairs[one]].words)) for one in sorted(pairs)]
    kept = _kept_in_order(weighed)
    return set(pairs) - {one for one, _ in kept}


def _kept_in_order(weighed: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The heaviest run of pairs in which both numbers grow, from pairs in the order of their first number."""
    ends: list[int] = []  # second numbers, growing, of the runs worth going on with
    best: list[tuple[float, int]] = []  # of each such run: its weight, also growing, and the place of its last pair
    before: list[int] = []
    for place, (_, other, weight) in enumerate(weighed):
        at = bisect_left(ends, other)
        total = weight + (best[at - 1][0] if at else 0.0)
        before.append(best[at - 1][1] if at else -1)
        worse = at
        while worse < len(ends) and best[worse][0] <= total:
            worse += 1
        ends[at:worse] = [other]
        best[at:worse] = [(total, place)]
    kept = []
    place = best[-1][1] if best else -1
    while place >= 0:
        kept.append(weighed[place][:2])
        place = before[place]
    return kept[::-1]


def _rows(first: Sequence[Paragraph], second: Sequence[Paragraph], pairs: Pairs, moved: set[int]) -> Iterator[Row]:
    back = {other: one for one, other in pairs.items()}
    reached = 0
    waiting: list[Row] = []  # what came in stands behind what went out at the same place
    for other in range(len(second)):
        one = back.get(other)
        if one is None:
            waiting.append(Row(label=Label.ADDED, first=None, second=other))
        elif one in moved:
            waiting.append(Row(label=Label.MOVED, first=one, second=other))
        else:
            yield from _gone(reached, one, pairs)
            yield from waiting
            waiting = []
            reached = one + 1
            label = Label.SAME if first[one].words == second[other].words else Label.EDITED
            yield Row(label=label, first=one, second=other)
    yield from _gone(reached, len(first), pairs)
    yield from waiting


def _gone(start: int, end: int, pairs: Pairs) -> Iterator[Row]:
    return (Row(label=Label.REMOVED, first=one, second=None) for one in range(start, end) if one not in pairs)
