"""Said: which sentences of one text say what which of another do, where the paragraphs differ; does not read what changed.

Sentences are matched inside paragraphs that stand beside each other first, then across all that is left, so that a paragraph
split in two hides nothing. One sentence may say what two did.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.passage import Span
from corpus.units import sentences
from search_api.comparing.align import Label, Row
from search_api.comparing.likeness import WORDS_ALONE, Meaning, likeness
from search_api.comparing.pairing import best_pairs
from search_api.comparing.paragraphs import Paragraph, without_number
from search_api.comparing.plain import Plain, plainly

ALIKE_BESIDE = 0.18
"""Likeness of two sentences of paragraphs that stand beside each other from which one took the other's place."""
ALIKE_ANYWHERE = 0.60
"""The same for sentences of paragraphs that do not, by their words alone."""
ALIKE_IN_MEANING = 0.55
"""The same by words and meaning."""
HELD = 0.60
"""Share of a sentence's words in another from which that one says it too: two sentences made into one."""
_FIGURES = re.compile(r"[£$€]?\d[\d.,/-]*%?")
MOST_LEFT = 600
"""Sentences of each text without a counterpart that are looked for across the whole of the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of one document."""

    span: Span
    plain: Plain
    paragraph: int
    """Number of its paragraph, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Sentences of both texts that say the same thing in other words."""

    first: tuple[Sentence, ...]
    second: tuple[Sentence, ...]

    def alike(self, language: str) -> float:
        """How alike the words of the two are, 0 to 1; figures are left out, being what changes."""
        mine, theirs = (_FIGURES.sub(" ", " ".join(one.plain.text for one in side)) for side in (self.first, self.second))
        return float(likeness([mine], [theirs], language=language, meaning=WORDS_ALONE).scores[0, 0])


@dataclass(slots=True)
class _Left:
    """Sentences without a counterpart yet."""

    first: list[Sentence] = field(default_factory=list)
    second: list[Sentence] = field(default_factory=list)


def said_otherwise(
    rows: Sequence[Row],
    first: tuple[str, Sequence[Paragraph]],
    second: tuple[str, Sequence[Paragraph]],
    *,
    language: str,
    meaning: Meaning = WORDS_ALONE,
) -> list[Said]:
    """The sentences that changed, with their counterparts, in the order of the rows; each text comes with its paragraphs.

    What only came in or went out is not among them.
    """
    left = _Left()
    found: list[Said] = []
    for row in rows:
        if row.label is Label.SAME or _is_heading(row, first[1]):
            continue
        mine = sentences_of(*first, row.first) if row.first is not None else []
        theirs = sentences_of(*second, row.second) if row.second is not None else []
        mine, theirs = _without_equal(mine, theirs)
        found += _beside(mine, theirs, left, language)
    mine, theirs = _without_equal(left.first, left.second)
    mine, theirs = mine[:MOST_LEFT], theirs[:MOST_LEFT]
    least = ALIKE_ANYWHERE if meaning.without(language, len(mine) + len(theirs)) else ALIKE_IN_MEANING
    found += [Said(first=(one,), second=(other,)) for one, other in _best(mine, theirs, language, least, meaning)]
    return found


def _is_heading(row: Row, paragraphs: Sequence[Paragraph]) -> bool:
    """True for a heading, which binds, promises and dates nothing by itself."""
    return row.first is not None and paragraphs[row.first].is_heading


def sentences_of(text: str, paragraphs: Sequence[Paragraph], number: int) -> list[Sentence]:
    """The sentences of a paragraph, without its number."""
    within = without_number(text, paragraphs[number].span)
    return [Sentence(span=span, plain=plainly(text, span), paragraph=number) for span in sentences(text, within)]


def _without_equal(mine: Sequence[Sentence], theirs: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    equal = {one.plain.text for one in mine} & {one.plain.text for one in theirs}
    return [one for one in mine if one.plain.text not in equal], [one for one in theirs if one.plain.text not in equal]


def _beside(mine: list[Sentence], theirs: list[Sentence], left: _Left, language: str) -> Iterator[Said]:
    """Counterparts in two paragraphs; a sentence that another holds most of goes with it."""
    if len(mine) == len(theirs) == 1:
        yield Said(first=tuple(mine), second=tuple(theirs))
        return
    pairs = _best(mine, theirs, language, ALIKE_BESIDE)
    more_first = {other: [one] for one, other in pairs}
    more_second = {one: [other] for one, other in pairs}
    for one in (sentence for sentence in mine if sentence not in more_second):
        holder = next((other for other in more_first if _holds(other, one)), None)
        (more_first[holder] if holder else left.first).append(one)
    for other in (sentence for sentence in theirs if sentence not in more_first):
        holder = next((one for one in more_second if _holds(one, other)), None)
        (more_second[holder] if holder else left.second).append(other)
    for one, other in pairs:
        yield Said(first=tuple(_in_order(more_first[other])), second=tuple(_in_order(more_second[one])))


def _best(
    mine: Sequence[Sentence], theirs: Sequence[Sentence], language: str, least: float, meaning: Meaning = WORDS_ALONE
) -> list[tuple[Sentence, Sentence]]:
    if not mine or not theirs:
        return []
    texts = [[one.plain.text for one in side] for side in (mine, theirs)]
    scores = likeness(*texts, language=language, meaning=meaning).scores
    return [(mine[row], theirs[column]) for row, column in best_pairs(scores, least=least)]


def _holds(one: Sentence, other: Sentence) -> bool:
    words = set(other.plain.text.casefold().split())
    return len(words & set(one.plain.text.casefold().split())) >= HELD * len(words)


def _in_order(sentences: Sequence[Sentence]) -> list[Sentence]:
    return sorted(sentences, key=lambda one: one.span)
