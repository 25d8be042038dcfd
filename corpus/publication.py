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


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`source` supersedes, amends, follows up or translates `target`."""

    source: str
    kind: RelationKind
    target: str
    basis: str = "register"
    """How it is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Status, force and the days between which a publication's words stand, each with how it is known."""

    status: Status
    status_basis: str
    force: Force
    force_basis: str
    valid_from: date | None
    """First day it stands; None where no date is known."""
    valid_to: date | None
    """First day it no longer stands; None while it does, or where the day is not known."""


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
    statutory: bool | None = None
    draft: bool = False
    """True for a text put out as a draft."""
    withdrawn: bool = False
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
