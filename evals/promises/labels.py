"""Labels of commitments: what a person says of one sentence and of each promise in it; does not read files or texts.

The words are `corpus/commitment.py`'s, the rules `data/promises/ANNOTATION.md`'s.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from corpus.commitment import Basis, Deliverable, Kind, Operator, Strength

STRICT = ConfigDict(extra="forbid")


class Split(StrEnum):
    """What a text is for."""

    DEV = "dev"
    """To write and mend rules on."""
    HELD = "held"
    """To report on; not looked at while rules are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLabel:
    """When a promise is due, as a person works it out from the day it was made on."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    words: Annotated[str, Field(min_length=1)]
    operator: Operator
    first: date | None
    last: date | None
    """Both None where no day follows from the words: vague, or counted from a day that is not known."""
    vague: bool

    def window(self, made_on: date) -> tuple[date, date] | None:
        """The days on which it would be in time, from the day it was made; None without an interval."""
        if self.first is None or self.last is None:
            return None
        return clipped(made_on if self.operator in {Operator.BY, Operator.UNTIL} else self.first, self.last, made_on)


def clipped(first: date, last: date, made_on: date) -> tuple[date, date]:
    """An interval without its days before a promise was made: `in 2022-23`, said in May, begins that day."""
    return min(max(first, made_on), last), last


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLabel:
    """One commitment clause as a person reads it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    quote: Annotated[str, Field(min_length=1)]
    strength: Strength
    specificity: Annotated[int, Field(ge=0, le=3)]
    speaker: str
    office: str
    organisation: Annotated[str, Field(min_length=1)]
    basis: Basis
    due: DueLabel | None
    amount: str
    deliverable_type: Deliverable
    condition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceLabel:
    """One sentence or list item, as a line of a file of labels has it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    split: Split
    quote: Annotated[str, Field(min_length=1)]
    kind: Kind
    commitments: tuple[PromiseLabel, ...]


def label_faults(label: SentenceLabel) -> Iterator[str]:
    """What is wrong with one label, as clauses."""
    if (label.kind is Kind.COMMITMENT) != bool(label.commitments):
        yield "a sentence of kind 'commitment' has its clauses, and no other has any"
    quotes = [one.quote for one in label.commitments]
    if len(set(quotes)) < len(quotes):
        yield "a clause is labelled twice"
    for one in label.commitments:
        if one.quote not in label.quote:
            yield f"the clause {one.quote!r} is not in its sentence"
        if (one.strength is Strength.CONDITIONAL) != bool(one.condition):
            yield f"strength 'conditional' and a condition go together: {one.quote!r}"
        if one.condition and one.condition not in label.quote:
            yield f"the condition {one.condition!r} is not in the sentence"
        yield from _due_faults(one.due)


def _due_faults(due: DueLabel | None) -> Iterator[str]:
    if due is None:
        return
    if (due.first is None) != (due.last is None) or (due.first and due.last and due.first > due.last):
        yield f"the interval of {due.words!r} has no first or last day, or they are the wrong way round"
    if due.vague and due.first:
        yield f"{due.words!r} is vague and so has no interval"
