"""Changes: what changed between two texts that matters, each a value with both quotations; does not say what it means.

Modals first, then dates, numbers and sums, bodies, and nots that came in or fell out (methods 7.5).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.document import Document
from corpus.passage import Span
from search_api.comparing.facts import Fact, FactKind, facts_in, likeness_around
from search_api.comparing.modals import STRENGTH
from search_api.comparing.pairing import best_pairs
from search_api.comparing.said import Said, Sentence

EQUAL = 0.5
"""What two facts gain towards being one for saying the same; less than standing by the same words gains, which is 1."""
APART = 0.25
"""What they lose for standing at opposite ends of their sentences."""
BASE = 0.3
"""What any two of one kind in sentences that say the same begin with."""
LEAST_ALIKE = 0.25
"""Likeness of two sentences from which words of one are taken to have become words of the other (tuned as `align.ALIKE`)."""
LEAST_ALIKE_ONLY = 0.40
"""The same for the only one of its kind in either sentence, whatever stands around it."""
LEAST_ALIKE_ALONE = 0.50
"""The same for words that only came in, or only fell out."""
MOST_SAID = 1_500
"""Sentences with a counterpart whose words are read: enough for two wholly rewritten texts of eighty pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A sentence of a document and the words in it that matter: `document.text[start:end] == quote`, for both."""

    document_id: str
    span: Span
    quote: str
    at: Span | None
    """The words themselves; None where this text has no counterpart of the other's."""
    words: str
    """Exactly those words; empty where there are none."""
    value: str
    """What they say, in a form of its own: `must not`, `2025-09-01`, `£ 3500`; empty where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that one text says otherwise than the other."""

    kind: FactKind
    before: Quoted
    after: Quoted
    first: Fact | None
    second: Fact | None

    @property
    def weight(self) -> int:
        """How much stronger or weaker a modal became, in steps; 0 for anything else."""
        if self.kind is not FactKind.MODAL:
            return 0
        return abs(strength(self.second) - strength(self.first))


def strength(modal: Fact | None) -> int:
    """How much a modal asks or promises; the want of one as much as `free`."""
    return STRENGTH[modal.value.removesuffix(" not")] if modal else 0


def changes(said: Sequence[Said], first: Document, second: Document) -> tuple[Change, ...]:
    """What changed, modals first, and of a kind in the order of the second text."""
    found = [change for one in said[:MOST_SAID] for change in _changes(one, first, second)]
    order = list(FactKind)
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), one.after.span, one.before.span)))


@dataclass(frozen=True, slots=True)
class _Placed:
    fact: Fact
    sentence: Sentence
    where: float
    """Its place among the sentences, 0 to 1."""


def _changes(said: Said, first: Document, second: Document) -> Iterator[Change]:
    alike = said.alike(first.language)
    if alike < LEAST_ALIKE:
        return
    mine, theirs = _placed(said.first, first.language), _placed(said.second, second.language)
    for kind in FactKind:
        ours = [one for one in mine if one.fact.kind is kind]
        others = [other for other in theirs if other.fact.kind is kind]
        for one, other in _differing(kind, ours, others, alike):
            yield _change(kind, one, other, said, first, second)


def _placed(sentences: Sequence[Sentence], language: str) -> list[_Placed]:
    length = sum(len(one.plain.text) for one in sentences) or 1
    found: list[_Placed] = []
    passed = 0
    for sentence in sentences:
        found += [_Placed(fact, sentence, (passed + fact.start) / length) for fact in facts_in(sentence.plain.text, language)]
        passed += len(sentence.plain.text)
    return found


def _differing(
    kind: FactKind, mine: Sequence[_Placed], theirs: Sequence[_Placed], alike: float
) -> Iterator[tuple[_Placed | None, _Placed | None]]:
    """Facts beside those they became; in sentences that are much alike, those without a counterpart too."""
    pairs = dict(best_pairs(_scores(mine, theirs), least=0.01)) if mine and theirs else {}
    only = len(mine) == len(theirs) == 1 and alike >= LEAST_ALIKE_ONLY
    for row, column in pairs.items():
        if not mine[row].fact.says(theirs[column].fact) and _is_its_place(kind, mine[row], theirs[column], only=only):
            yield mine[row], theirs[column]
    if kind is FactKind.ACTOR or alike < LEAST_ALIKE_ALONE:
        return  # a body that is only named, or not any more, says little by itself
    taken = set(pairs.values())
    yield from ((one, None) for row, one in enumerate(mine) if row not in pairs and not one.fact.slight)
    yield from ((None, other) for column, other in enumerate(theirs) if column not in taken and not other.fact.slight)


def _scores(mine: Sequence[_Placed], theirs: Sequence[_Placed]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array(
        [
            [
                BASE
                + likeness_around(one.fact, other.fact)
                + EQUAL * one.fact.says(other.fact)
                - APART * abs(one.where - other.where)
                for other in theirs
            ]
            for one in mine
        ]
    )


def _is_its_place(kind: FactKind, one: _Placed, other: _Placed, *, only: bool) -> bool:
    """Whether one stands where the other did, by the words around it; a sentence has few modals, and words change more."""
    around = likeness_around(one.fact, other.fact)
    if kind is FactKind.ACTOR:
        return around >= EQUAL
    return only or kind is FactKind.MODAL or around > 0


def _change(
    kind: FactKind, one: _Placed | None, other: _Placed | None, said: Said, first: Document, second: Document
) -> Change:
    return Change(
        kind=kind,
        before=_quoted(first, one.sentence if one else _counterpart(other, said.first), one),
        after=_quoted(second, other.sentence if other else _counterpart(one, said.second), other),
        first=one.fact if one else None,
        second=other.fact if other else None,
    )


def _counterpart(placed: _Placed | None, among: Sequence[Sentence]) -> Sentence:
    """The sentence that shares most words with that of a fact without a counterpart."""
    words = set(placed.sentence.plain.text.casefold().split()) if placed else set()
    return max(among, key=lambda one: len(words & set(one.plain.text.casefold().split())))


def _quoted(document: Document, sentence: Sentence, placed: _Placed | None) -> Quoted:
    at = sentence.plain.span(placed.fact.start, placed.fact.end) if placed else None
    return Quoted(
        document_id=document.id,
        span=sentence.span,
        quote=document.text[slice(*sentence.span)],
        at=at,
        words=document.text[slice(*at)] if at else "",
        value=f"{placed.fact.tie} {placed.fact.value}".strip() if placed else "",
    )
