"""Publication: what a publisher issued, one record and one id; its status and force are data with a reason.

Does not hold any text: a Document does.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class PublicationType(StrEnum):
    """What kind of publication it is; the register's words, and `other` for an imported text of no known kind."""

    WRITTEN_STATEMENT = "written-statement"
    ORAL_STATEMENT = "oral-statement"
    WRITTEN_ANSWER = "written-answer"
    LETTER = "letter"
    MINUTES = "minutes"
    NEWS = "news"
    REPORT = "report"
    RESEARCH_BRIEFING = "research-briefing"
    GUIDANCE = "guidance"
    LEGISLATION = "legislation"
    CONSULTATION = "consultation"
    TERMS_OF_REFERENCE = "terms-of-reference"
    OTHER = "other"


EVENT_TYPES = frozenset(
    {
        PublicationType.WRITTEN_STATEMENT,
        PublicationType.ORAL_STATEMENT,
        PublicationType.WRITTEN_ANSWER,
        PublicationType.LETTER,
        PublicationType.MINUTES,
        PublicationType.NEWS,
        PublicationType.REPORT,
        PublicationType.RESEARCH_BRIEFING,
    }
)
"""Types that record something said or found on a day: dated, not in force for a period."""


class Status(StrEnum):
    """Whether a publication's words stand today."""

    IN_FORCE = "in_force"
    """Stands: a state nothing has replaced, or an event on the record."""
    SUPERSEDED = "superseded"
    DRAFT = "draft"
    CONSULTATION = "consultation"
    WITHDRAWN = "withdrawn"


class Force(StrEnum):
    """Whether the law makes people follow it."""

    STATUTORY = "statutory"
    NON_STATUTORY = "non_statutory"
    UNKNOWN = "unknown"


class RelationKind(StrEnum):
    """How one publication bears on another, read from left to right."""

    SUPERSEDES = "supersedes"
    AMENDS = "amends"
    FOLLOWS_UP = "follows_up"
    TRANSLATES = "translates"
    ANNEXES = "annexes"
    """A file of a publication with several: it stands as its whole does."""


REGISTER = "register"
"""Basis of what the register says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`source` supersedes, amends, follows up, translates or annexes `target`."""

    source: str
    kind: RelationKind
    target: str
    basis: str = REGISTER
    """How it is known: the register, or a sentence on what was found where."""
    confidence: float = 1.0
    """Below `corpus.finding.SURE` it is a suggestion and settles nothing."""
    document_id: str | None = None
    """The text that says so, with the span of its words where they stand in it."""
    start: int | None = None
    end: int | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words a status or force rests on."""

    document_id: str
    quote: str
    start: int | None
    """Offset in that document's text; None where the page prints the words around its text."""
    end: int | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Status, force and the days between which a publication's words stand, each with how it is known."""

    status: Status
    status_basis: str
    force: Force
    force_basis: str
    valid_from: date | None
    """First day it stands; None where no date is known, and for what never stood (a draft)."""
    valid_to: date | None
    """First day it no longer stands; None while it does, or where the day is not known."""
    validity_basis: str = ""
    status_confidence: float = 1.0
    force_confidence: float = 1.0
    status_evidence: Evidence | None = None
    """None where the register says it, or where it follows from another text."""
    force_evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a publisher issued."""

    id: str
    title: str
    publisher: str
    type: PublicationType
    language: str
    """`en` or `cy`."""
    url: str | None = None
    also_at: tuple[str, ...] = ()
    author: str | None = None
    role: str | None = None
    """The office its author held."""
    published: date | None = None
    published_basis: str | None = None
    """How the date is known."""
    issued: str | None = None
    """Year or month (`2019`, `2019-11`), where the day is not known."""
    updated: date | None = None
    dateline: date | None = None
    """The date a letter is written under, which may be weeks before it is published."""
    meetings: tuple[date, ...] = ()
    """Days of the meetings that minutes are of."""
    node: str | None = None
    """Its page's number at the publisher, the same in both languages."""
    statutory: bool | None = None
    """What the register says; a page's own words are findings of its document."""
    draft: bool = False
    """True where the register calls it a draft."""
    gone: date | None = None
    """The day its page was confirmed to be gone: it is kept as a record and never searched."""
    gone_basis: str | None = None
    topics: tuple[str, ...] = ()
    note: str | None = None
    facts_basis: str | None = None
    """How much of the text the register's facts rest on."""
    origin: str = "register"
    """`register`, or `import` for a publication first met as a file."""
    standing: Standing = field(
        default=Standing(
            status=Status.IN_FORCE,
            status_basis="not yet settled",
            force=Force.UNKNOWN,
            force_basis="not yet settled",
            valid_from=None,
            valid_to=None,
        )
    )

    @property
    def date(self) -> date | None:
        """The first day known for it: day, else the start of its month or year, else its last update."""
        if self.published:
            return self.published
        if self.issued:
            year, _, month = self.issued.partition("-")
            return date(int(year), int(month or 1), 1)
        return self.updated

    @property
    def is_event(self) -> bool:
        """True for a record of something said or found on a day."""
        return self.type in EVENT_TYPES

    @property
    def stands_for_a_period(self) -> bool:
        """True for guidance, plans and the like, whose words stand until others take their place."""
        return not self.is_event
