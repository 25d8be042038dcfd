"""The JSON shapes of a comparison: what `canllaw compare --json` prints and /api/v1/compare answers with; compares nothing."""

from datetime import date

from corpus.passage import Span
from search_api.comparing.align import Label, Row
from search_api.comparing.changes import Quoted
from search_api.comparing.compare import Comparison
from search_api.comparing.duties import Asked
from search_api.comparing.notes import english, notes
from search_api.comparing.sides import Side
from search_api.shapes import Shape


class SideShape(Shape):
    """One of the two texts."""

    asked: str
    publication_id: str
    document_id: str
    title: str
    publisher: str
    type: str
    language: str
    published: date | None
    status: str
    force: str
    held: str
    current: bool
    valid_from: date | None
    valid_to: date | None
    as_of: date | None
    """The day it was asked for."""
    url: str | None


class QuotedShape(Shape):
    """A sentence of a document, and the words in it that matter: `text[start:end] == quote`, for both."""

    document_id: str
    start: int
    end: int
    quote: str
    words_start: int | None
    words_end: int | None
    words: str
    """Empty where this text has no counterpart of the other's words."""
    value: str
    """What the words say, in one form: `must not`, `by 2025-09-01`, `£ 3500`."""


class ChangeShape(Shape):
    """Something that the second text says otherwise than the first."""

    kind: str
    """`modal`, `date`, `number`, `actor` or `negation`."""
    a: QuotedShape
    b: QuotedShape


class DutyShape(Shape):
    """A duty with its words."""

    document_id: str
    start: int
    end: int
    quote: str
    introduction: str
    level: str
    negative: bool
    modal: str
    action: str
    actors: list[str]


class DutyChangeShape(Shape):
    """A duty that is not the same in both texts."""

    kind: str
    """`level`, `actor`, `added` or `removed`."""
    a: DutyShape | None
    b: DutyShape | None


class TensionShape(Shape):
    """Where the two may differ: a suggestion for a person to judge, never a verdict."""

    kind: str
    """`slipped_date` or `softened` of a text and what came after it, `date`, `number` or `level` of two that stand."""
    earlier: QuotedShape
    """Of the earlier text; of two that both stand, of `a`."""
    later: QuotedShape


class PlaceShape(Shape):
    """A paragraph of one text."""

    number: int
    """From 1."""
    kind: str
    """`heading`, `paragraph` or `item`."""
    start: int
    end: int
    quote: str


class StretchShape(Shape):
    """Words that are in both, in the first alone (`removed`) or in the second alone (`added`)."""

    kind: str
    a_start: int | None
    a_end: int | None
    b_start: int | None
    b_end: int | None


class RowShape(Shape):
    """Paragraphs beside each other."""

    label: str
    """`same`, `edited`, `moved`, `added` or `removed`."""
    a: PlaceShape | None
    b: PlaceShape | None
    words: list[StretchShape]
    """What differs inside an edited or moved paragraph; empty where nothing does."""


class CountsShape(Shape):
    """How many rows have each label."""

    same: int
    edited: int
    moved: int
    added: int
    removed: int


class CompareShape(Shape):
    """Two texts side by side."""

    a: SideShape
    b: SideShape
    outcome: str
    """`compared`, `same_text`, `not_in_full` or `two_languages`."""
    notes: list[str]
    """What to know first, in sentences."""
    bond: str
    """`versions`, `replaced`, `followed_up`, `current` or `apart`."""
    first_is_later: bool
    counts: CountsShape
    changes: list[ChangeShape]
    duties: list[DutyChangeShape]
    duties_kept: int
    tensions: list[TensionShape]
    rows: list[RowShape]


def compare_shape(comparison: Comparison, *, changes_only: bool = False) -> CompareShape:
    """A comparison; `changes_only` leaves out the rows that are the same."""
    shown = [row for row in comparison.rows if not (changes_only and row.label is Label.SAME)]
    return CompareShape(
        a=_side(comparison.first),
        b=_side(comparison.second),
        outcome=comparison.outcome,
        notes=notes(comparison, english()),
        bond=comparison.order.bond,
        first_is_later=comparison.order.first_is_later,
        counts=CountsShape(**{label.value: comparison.count(label) for label in Label}),
        changes=[ChangeShape(kind=one.kind, a=_quoted(one.before), b=_quoted(one.after)) for one in comparison.changes],
        duties=[DutyChangeShape(kind=one.kind, a=_duty(one.before), b=_duty(one.after)) for one in comparison.duties.changes],
        duties_kept=comparison.duties.kept,
        tensions=[
            TensionShape(kind=one.kind, earlier=_quoted(one.before), later=_quoted(one.after)) for one in comparison.tensions
        ],
        rows=[_row(comparison, row) for row in shown],
    )


def _side(side: Side) -> SideShape:
    record = side.publication
    return SideShape(
        asked=side.asked,
        publication_id=record.id,
        document_id=side.document.id,
        title=record.title,
        publisher=record.publisher,
        type=record.type,
        language=side.document.language,
        published=record.published,
        status=record.standing.status,
        force=record.standing.force,
        held=side.document.held,
        current=side.is_current,
        valid_from=record.standing.valid_from,
        valid_to=record.standing.valid_to,
        as_of=side.as_of,
        url=record.url,
    )


def _quoted(quoted: Quoted) -> QuotedShape:
    return QuotedShape(
        document_id=quoted.document_id,
        start=quoted.span.start,
        end=quoted.span.end,
        quote=quoted.quote,
        words_start=quoted.at.start if quoted.at else None,
        words_end=quoted.at.end if quoted.at else None,
        words=quoted.words,
        value=quoted.value,
    )


def _duty(asked: Asked | None) -> DutyShape | None:
    if asked is None:
        return None
    return DutyShape(
        document_id=asked.document_id,
        start=asked.span.start,
        end=asked.span.end,
        quote=asked.quote,
        introduction=asked.introduction,
        level=asked.level,
        negative=asked.negative,
        modal=asked.modal,
        action=asked.action,
        actors=list(asked.actors),
    )


def _row(comparison: Comparison, row: Row) -> RowShape:
    stretches = comparison.stretches(row) if row.label in {Label.EDITED, Label.MOVED} else ()
    words = [StretchShape(kind=one.kind, **_ends("a", one.first), **_ends("b", one.second)) for one in stretches]
    return RowShape(
        label=row.label,
        a=_place(comparison, 0, row.first),
        b=_place(comparison, 1, row.second),
        words=words if any(one.kind != Label.SAME for one in words) else [],
    )


def _ends(name: str, span: Span | None) -> dict[str, int | None]:
    return {f"{name}_start": span.start if span else None, f"{name}_end": span.end if span else None}


def _place(comparison: Comparison, side: int, number: int | None) -> PlaceShape | None:
    if number is None or comparison.cuts is None:
        return None
    one = comparison.cuts[side].paragraphs[number]
    return PlaceShape(number=number + 1, kind=one.kind, start=one.span.start, end=one.span.end, quote=one.quote)
