"""Commitment: what a text binds government to do, with who promises what by when; does not find any.

The words are methods 5: a class for every sentence, and for a commitment its strength, specificity and due interval. The
other classes are told apart here because half of their sentences also say "will".
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.passage import Span


class Kind(StrEnum):
    """What a sentence or clause does: every one is of exactly one class (methods 5.2)."""

    COMMITMENT = "commitment"
    ONGOING_ACTION = "ongoing_action"
    """Under way: `we are strengthening …`, `… is being developed`."""
    DONE_NOW = "done_now"
    """Done by saying so, or done before: `I am today publishing …`."""
    ASPIRATION = "aspiration"
    NEED = "need"
    ATTRIBUTED_NEED = "attributed_need"
    """What a report or review says is needed, not the speaker."""
    EXPECTATION_OF_OTHERS = "expectation_of_others"
    THIRD_PARTY_UNDERTAKING = "third_party_undertaking"
    """What another body, or an adviser writing to government, says it will do."""
    OUTCOME_CLAIM = "outcome_claim"
    """A predicted effect: `This will give schools …`."""
    THANKS = "thanks"
    LIST_HEADER = "list_header"
    OTHER = "other"


KEPT = (
    Kind.COMMITMENT,
    Kind.ONGOING_ACTION,
    Kind.DONE_NOW,
    Kind.ASPIRATION,
    Kind.EXPECTATION_OF_OTHERS,
    Kind.THIRD_PARTY_UNDERTAKING,
    Kind.OUTCOME_CLAIM,
)
"""The classes that the catalogue keeps: promises, and what is read beside them or mistaken for them."""


class Form(StrEnum):
    """How a commitment is made."""

    FIRST_PERSON = "first_person"
    """`I will`, `we shall`."""
    NAMED = "named"
    """A part of government by name: `The Welsh Government will`, `my officials will`."""
    AGENTLESS = "agentless"
    """`… will be published`: not stated by whom."""
    SCHEDULED = "scheduled"
    """`will come into force`, `is due to`, `which we are publishing this week`."""
    INTENT = "intent"
    """`I intend to`, `we are committed to`."""
    DELEGATED = "delegated"
    """`I have asked officials to`."""
    DIGEST = "digest"
    """A line of the register, in our own words."""


class Strength(StrEnum):
    """How far it binds (methods 5.2)."""

    FIRM = "firm"
    WEAK = "weak"
    """`will work with`, `will consider`, `will continue to look at`."""
    INTENT = "intent"
    CONDITIONAL = "conditional"
    DELEGATED = "delegated"


class Basis(StrEnum):
    """How it is known who promises."""

    SPEAKER = "speaker"
    """`I` or `we`: whoever signed or spoke the words."""
    SUBJECT = "subject"
    """The words name who."""
    AGENTLESS = "agentless"
    """Not stated who."""


class Deliverable(StrEnum):
    """What kind of thing is promised."""

    DOCUMENT = "document"
    BODY = "body"
    FUND = "fund"
    REVIEW = "review"
    GROUP = "group"
    LEGISLATION = "legislation"
    EVENT = "event"
    PROGRAMME = "programme"
    OTHER = "other"


class Operator(StrEnum):
    """How a promise stands to its dates."""

    BY = "by"
    """Up to and with the last day."""
    ON = "on"
    """Some day from the first to the last: `in June`, `during 2025`, `this week`."""
    FROM = "from"
    """Begins between the first day and the last."""
    UNTIL = "until"


class Grain(StrEnum):
    """How fine a date is."""

    DAY = "day"
    WEEK = "week"
    PART_MONTH = "part_month"
    MONTH = "month"
    SEASON = "season"
    TERM = "term"
    PART_YEAR = "part_year"
    YEAR = "year"
    SCHOOL_YEAR = "school_year"
    FINANCIAL_YEAR = "financial_year"
    SENEDD_TERM = "senedd_term"
    PERIOD = "period"
    """Counted from the day it was said: `over the coming year`."""
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When something is promised for: an interval, never a guess."""

    words: str
    """As written, with its preposition: `by the end of June`."""
    operator: Operator
    first: date | None
    """First day that the words themselves name; None where vague, or where they count from a day that is not known."""
    last: date | None
    """Last day that they name: what is promised "by" them is late from the next day on. None as above."""
    grain: Grain
    rule: str
    """What read it; `needs_ref` where the day it was said is not known, so that nothing is worked out."""
    vague: bool = False
    """True for `shortly`, `in due course`: no interval, ever."""
    review_after: date | None = None
    """Of a vague one only: the day to look again, by methods 5.4; never a due date."""

    def window(self, made_on: date | None) -> tuple[date, date] | None:
        """The days on which it would be in time, both counted: of what is due "by" a day, from the day it was said on."""
        if self.first is None or self.last is None:
            return None
        if self.operator in {Operator.BY, Operator.UNTIL} and made_on and made_on <= self.last:
            return made_on, self.last
        return self.first, self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much is promised."""

    words: str
    """As written: `£28 million`, `up to 40 schools`."""
    value: float
    unit: str
    """`GBP`, `percent`, or the noun counted, as written: `places`."""
    period: str = ""
    """Over which time, as written: `in 2022-23`, `a year`."""
    span: Span
    """Where it stands, which may be the next sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One clause of a text that promises something, or that is told apart from those that do (`kind`)."""

    span: Span
    """The clause, in the document's text: the whole sentence or item where it holds one clause only."""
    sentence: Span
    """The sentence or item the clause stands in."""
    kind: Kind = Kind.COMMITMENT
    rule: str
    """What found it."""
    form: Form | None = None
    """None for all but commitments, as with what follows where it says nothing else."""
    strength: Strength | None = None
    specificity: int = 0
    """0 to 3: one each for a named thing, a date that is not vague, and an amount or those it is for."""
    basis: Basis | None = None
    speaker: str = ""
    """The person who signed or spoke the words; empty where no source says who."""
    office: str = ""
    """The speaker's office on the day, as their by-line or the table of offices has it; empty where neither does."""
    organisation: str = ""
    """Who is bound: `Welsh Government`, or the unit of it that the words name."""
    action: str = ""
    """What is to be done, as written, from behind `will`; of a digest, its words."""
    deliverable: str = ""
    """The thing promised, as written."""
    deliverable_type: Deliverable | None = None
    beneficiaries: tuple[str, ...] = ()
    """Ids in `bodies.toml` of those it is for."""
    themes: tuple[str, ...] = ()
    """Ids of `themes.toml`, the best first, at most two."""
    amount: Amount | None = None
    dues: tuple[Due, ...] = ()
    """When, the main one first."""
    condition: str = ""
    """`subject to …`, `if …`: as written."""
    negative: bool = False
    """True for a promise not to do something."""
    header: Span | None = None
    """The words that introduce the list it stands in."""
    made_on: date | None = None
    """The day the words were said or published; None where no source says."""
    language: str
    twin: str = ""
    """Id of the same commitment in the text in the other language, from which it was projected."""

    @property
    def due(self) -> Due | None:
        """The main date, where it has one."""
        return self.dues[0] if self.dues else None
