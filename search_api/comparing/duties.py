"""Duties that changed between two texts: those that came in, went out, became stronger or weaker, or fall on others.

They are those of the register of duties, each with its own quotation; does not read any text for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

import numpy as np

from corpus.duties import Kept
from corpus.duty import Level
from corpus.passage import Span
from search_api.comparing.align import Row
from search_api.comparing.likeness import WORDS_ALONE, likeness
from search_api.comparing.modals import STRENGTH
from search_api.comparing.pairing import best_pairs
from search_api.comparing.paragraphs import Paragraph

LEAST = 0.50
"""Score from which two duties are one: by the words of what is to be done, where they stand and whose they are."""
BESIDE = 0.40
"""What they gain for standing in paragraphs beside each other."""
OF_THE_SAME = 0.15
"""What they gain for being the same body's."""
MOST_DUTIES = 1_500
"""Duties of a text that are compared."""


class DutyChangeKind(StrEnum):
    """What became of a duty, what matters most first."""

    LEVEL = "level"
    """Its level changed, or whether it is to be done or not."""
    ACTOR = "actor"
    """It falls on others."""
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A duty of all the actors that one sentence lays it on: `document.text[start:end] == quote`."""

    document_id: str
    span: Span
    quote: str
    introduction: str
    """The words that introduce the list it stands in; empty outside a list."""
    level: Level
    negative: bool
    modal: str
    action: str
    actors: tuple[str, ...]
    """Ids of bodies; empty where none is named."""

    @property
    def strength(self) -> int:
        """How much it asks."""
        return STRENGTH[self.level.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyChange:
    """A duty that is not the same in both texts."""

    kind: DutyChangeKind
    before: Asked | None
    after: Asked | None

    @property
    def is_weaker(self) -> bool:
        """True where less is asked than before."""
        return bool(self.before and self.after and self.after.strength < self.before.strength)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutiesCompared:
    """The duties of two texts beside each other."""

    changes: tuple[DutyChange, ...]
    kept: int
    """Duties that are the same in both."""


def duty_changes(
    before: Sequence[Kept],
    after: Sequence[Kept],
    rows: Sequence[Row],
    paragraphs: tuple[Sequence[Paragraph], Sequence[Paragraph]],
    *,
    language: str,
) -> DutiesCompared:
    """What became of the duties of the first text, in the order of the second."""
    mine, theirs = _together(before)[:MOST_DUTIES], _together(after)[:MOST_DUTIES]
    pairs = dict(_pairs(mine, theirs, rows, paragraphs, language))
    changed = [change for one, other in pairs.items() if (change := _changed(mine[one], theirs[other]))]
    taken = set(pairs.values())
    added = [
        DutyChange(kind=DutyChangeKind.ADDED, before=None, after=other) for n, other in enumerate(theirs) if n not in taken
    ]
    removed = [DutyChange(kind=DutyChangeKind.REMOVED, before=one, after=None) for n, one in enumerate(mine) if n not in pairs]
    order = list(DutyChangeKind)
    found = sorted([*changed, *added, *removed], key=lambda one: (order.index(one.kind), _place(one)))
    return DutiesCompared(changes=tuple(found), kept=len(pairs) - len(changed))


def _together(kept: Sequence[Kept]) -> list[Asked]:
    """Duties of one sentence that differ in their actors alone are one."""
    found = []
    same = sorted(kept, key=lambda one: (one.duty.span, one.duty.action, one.duty.level, one.duty.negative, one.n))
    for _, group in groupby(same, key=lambda one: (one.duty.span, one.duty.action, one.duty.level, one.duty.negative)):
        ones = list(group)
        duty = ones[0].duty
        found.append(
            Asked(
                document_id=ones[0].document_id,
                span=duty.span,
                quote=ones[0].quote,
                introduction=ones[0].introduction,
                level=duty.level,
                negative=duty.negative,
                modal=duty.modal,
                action=duty.action,
                actors=tuple(sorted({one.duty.actor for one in ones if one.duty.actor})),
            )
        )
    return found


def _pairs(
    mine: Sequence[Asked],
    theirs: Sequence[Asked],
    rows: Sequence[Row],
    paragraphs: tuple[Sequence[Paragraph], Sequence[Paragraph]],
    language: str,
) -> list[tuple[int, int]]:
    if not mine or not theirs:
        return []
    scores = likeness(
        [one.action for one in mine], [other.action for other in theirs], language=language, meaning=WORDS_ALONE
    ).scores
    beside = {row.first: row.second for row in rows if row.first is not None}
    homes = [beside.get(home) if (home := _home(one, paragraphs[0])) is not None else None for one in mine]
    others = [_home(other, paragraphs[1]) for other in theirs]
    stands = np.array([[home is not None and home == other for other in others] for home in homes])
    same = np.array([[one.actors == other.actors for other in theirs] for one in mine])
    return best_pairs(scores + BESIDE * stands + OF_THE_SAME * same, least=LEAST)


def _home(asked: Asked, paragraphs: Sequence[Paragraph]) -> int | None:
    """The paragraph a duty stands in."""
    low, high = 0, len(paragraphs)
    while low < high:
        middle = (low + high) // 2
        if paragraphs[middle].span.end <= asked.span.start:
            low = middle + 1
        else:
            high = middle
    return low if low < len(paragraphs) and paragraphs[low].span.start < asked.span.end else None


def _changed(one: Asked, other: Asked) -> DutyChange | None:
    if (one.level, one.negative) != (other.level, other.negative):
        return DutyChange(kind=DutyChangeKind.LEVEL, before=one, after=other)
    if one.actors and other.actors and one.actors != other.actors:
        return DutyChange(kind=DutyChangeKind.ACTOR, before=one, after=other)
    return None


def _place(change: DutyChange) -> Span:
    shown = change.after or change.before
    return shown.span if shown else Span(0, 0)
