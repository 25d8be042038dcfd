"""Found: a timeline with all that is said about it as a whole: numbers, gaps, what was looked through; does not make one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.publication import Publication, PublicationType
from search_api.answering.answer import Searched
from search_api.timeline.asked import TimelineQuery
from search_api.timeline.entry import Entry


class GapKind(StrEnum):
    """What is not there."""

    SILENT = "silent"
    """Publications of those years are held, and none of them speaks of it."""
    NOT_OF_TOPIC = "not_of_topic"
    """Publications of those years are held, and none of them has the topic."""
    NOTHING_FITS = "nothing_fits"
    """Publications of those years are held, and none of them fits the filters."""
    NOTHING_HELD = "nothing_held"
    """No publication of those years is held at all."""
    TYPE_BEFORE = "type_before"
    """Publications of a type are held from a later day on only."""
    TYPE_NEVER = "type_never"
    """No publication of a type is held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that the catalogue shows to be missing."""

    kind: GapKind
    first: int | None = None
    """First and last year, of all kinds but the last two."""
    last: int | None = None
    publications: int = 0
    """How many of those years were looked through."""
    type: PublicationType | None = None
    earliest: Publication | None = None
    """The earliest one held, of TYPE_BEFORE."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The entries of a year, or of a run of years without any, by type of publication."""

    first: int | None
    """None for undated ones."""
    last: int | None
    """The same as `first` but for a run of empty years."""
    by_type: Mapping[PublicationType, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Entries of all types."""
        return sum(self.by_type.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Entries by year and type: what the chart draws and the table lists."""

    types: tuple[PublicationType, ...]
    """Those that occur, in one order for all timelines."""
    rows: tuple[Row, ...]
    """In the order of the timeline, undated ones last."""

    def of_type(self, kind: PublicationType) -> int:
        """Entries of one type in all years."""
        return sum(row.by_type.get(kind, 0) for row in self.rows)

    @property
    def total(self) -> int:
        """All entries."""
        return sum(row.total for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Who said what, when."""

    query: TimelineQuery
    entries: tuple[Entry, ...]
    """All, in their order."""
    shown: tuple[Entry, ...]
    """Those of the page asked for."""
    counts: Counts
    gaps: tuple[Gap, ...]
    searched: Searched
    left_out: int = 0
    """Publications that speak of it less than those shown, and are left out for their number."""

    @property
    def total(self) -> int:
        """Entries on all pages."""
        return len(self.entries)
