"""Tensions: where two texts may differ in what they ask or promise, both quoted; a suggestion, never a verdict.

Of a text and what came after it: a date that slipped, a modal that was softened. Of two that both stand: a date, a number or
a level that is not the same in both. Each rests on sentences that say the same thing; a person judges.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.sentences import plain
from search_api.comparing.bond import Bond, Order
from search_api.comparing.changes import Change, Quoted, strength
from search_api.comparing.duties import Asked, DutyChange, DutyChangeKind
from search_api.comparing.facts import SEASONS, Fact, FactKind, likeness_around
from search_api.comparing.modals import modals_in
from search_api.verify.dates_said import DateSaid

DEADLINES = frozenset({"by", "before", "until"})
PROMISING = frozenset({"will", "must", "should", "needs", "intend"})
"""Modals that make a date of their sentence one to be kept."""
AROUND = 0.30
"""Likeness of the words around two dates or numbers from which they are of one thing, in texts that only share a subject."""
_MONTHS = dict(zip(SEASONS, (2, 4, 6, 10, 12, 12), strict=True))
_PARTS = {"early": 5, "mid": 15, "late": 25}


class TensionKind(StrEnum):
    """In what two texts may differ."""

    SLIPPED_DATE = "slipped_date"
    SOFTENED = "softened"
    DATE = "date"
    NUMBER = "number"
    LEVEL = "level"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """A place where two texts may differ."""

    kind: TensionKind
    before: Quoted
    """Of the earlier text; of two that both stand, of the one named first."""
    after: Quoted


def tensions(changes: Sequence[Change], duties: Sequence[DutyChange], order: Order, *, language: str) -> tuple[Tension, ...]:
    """The tensions of two texts, kind by kind; none where neither came after the other and one no longer stands."""
    if order.bond is Bond.APART:
        return ()
    turned = order.is_succession and order.first_is_later
    seen = [_turned(one) for one in changes] if turned else list(changes)
    found = list(_of_succession(seen, language) if order.is_succession else _of_two_that_stand(seen, language))
    quoted = {span for one in found for span in ((one.before.document_id, one.before.span),)}
    found += [
        tension
        for one in duties
        if one.kind is DutyChangeKind.LEVEL
        and (tension := _of_duty(one, order, turned=turned))
        and (tension.before.document_id, tension.before.span) not in quoted
    ]
    kinds = list(TensionKind)
    return tuple(sorted(found, key=lambda one: (kinds.index(one.kind), one.before.span)))


def _turned(change: Change) -> Change:
    return Change(kind=change.kind, before=change.after, after=change.before, first=change.second, second=change.first)


def _of_succession(changes: Sequence[Change], language: str) -> Iterator[Tension]:
    for one in changes:
        if one.first is None or one.second is None:
            continue
        if one.kind is FactKind.DATE and slipped(one.first, one.second, one.before.quote, language):
            yield Tension(kind=TensionKind.SLIPPED_DATE, before=one.before, after=one.after)
        if one.kind is FactKind.MODAL and softened(one.first, one.second):
            yield Tension(kind=TensionKind.SOFTENED, before=one.before, after=one.after)


def _of_two_that_stand(changes: Sequence[Change], language: str) -> Iterator[Tension]:
    kinds = {FactKind.DATE: TensionKind.DATE, FactKind.NUMBER: TensionKind.NUMBER, FactKind.MODAL: TensionKind.LEVEL}
    for one in changes:
        if one.first is None or one.second is None or one.kind not in kinds:
            continue
        if one.kind is FactKind.MODAL:
            differs = strength(one.first) != strength(one.second) and _is_negative(one.first) == _is_negative(one.second)
        else:
            differs = likeness_around(one.first, one.second) >= AROUND
            differs = differs and (one.kind is FactKind.NUMBER or is_to_be_kept(one.first, one.before.quote, language))
        if differs:
            yield Tension(kind=kinds[one.kind], before=one.before, after=one.after)


def _of_duty(change: DutyChange, order: Order, *, turned: bool) -> Tension | None:
    """A duty that a list's header made weaker, or that two texts give two levels."""
    one, other = (change.after, change.before) if turned else (change.before, change.after)
    if one is None or other is None or one.negative != other.negative or one.strength == other.strength:
        return None
    if not order.is_succession:
        return Tension(kind=TensionKind.LEVEL, before=_asked(one), after=_asked(other))
    if other.strength < one.strength:
        return Tension(kind=TensionKind.SOFTENED, before=_asked(one), after=_asked(other))
    return None


def _asked(asked: Asked) -> Quoted:
    value = f"{asked.level.value} not" if asked.negative else asked.level.value
    return Quoted(document_id=asked.document_id, span=asked.span, quote=asked.quote, at=None, words="", value=value)


def softened(before: Fact, after: Fact) -> bool:
    """Whether a modal asks or promises less: `must` -> `should`; `must not` -> `may`."""
    if strength(after) >= strength(before):
        return False
    return _is_negative(before) == _is_negative(after) or not _is_negative(after)


def slipped(before: Fact, after: Fact, quote: str, language: str) -> bool:
    """Whether a date that was to be kept became a later one."""
    if before.date is None or after.date is None or before.date.to_year or after.date.to_year:
        return False
    if not is_to_be_kept(before, quote, language):
        return False
    keys = _comparable(before.date, after.date)
    return keys is not None and keys[1] > keys[0]


def is_to_be_kept(date: Fact, quote: str, language: str) -> bool:
    """Whether somebody is to do something by a date; not so of the day a text was published or takes effect."""
    if date.tie in DEADLINES:
        return True
    return not date.tie and bool({modal.kind for modal in modals_in(plain(quote), language)} & PROMISING)


def _comparable(one: DateSaid, other: DateSaid) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Two dates as numbers to compare; None where only one names its year."""
    if (one.year is None) != (other.year is None):
        return None
    first, second = _numbers(one), _numbers(other)
    both = min(len(first), len(second))
    return first[:both], second[:both]


def _numbers(day: DateSaid) -> tuple[int, ...]:
    month = day.month or _MONTHS.get(day.part)
    number = day.day or _PARTS.get(day.part)
    year = day.year or 0
    if month is None:
        return (year,)
    return (year, month, number) if number else (year, month)


def _is_negative(modal: Fact) -> bool:
    return modal.value.endswith(" not")
