"""Bars: what the chart of a timeline shows, one bar a year and one part a type, in shares of its width; draws nothing.

Each type has a colour of its family and a texture of its own, so that no two look alike where colours are not told apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from corpus.publication import PublicationType
from search_api import wording
from search_api.messages import Messages, message
from search_api.timeline.found import Counts, Row

LOOKS: Mapping[PublicationType, tuple[str, str]] = MappingProxyType(
    {
        PublicationType.WRITTEN_STATEMENT: ("spoken", "plain"),
        PublicationType.ORAL_STATEMENT: ("spoken", "stripes"),
        PublicationType.WRITTEN_ANSWER: ("spoken", "dots"),
        PublicationType.LETTER: ("advice", "plain"),
        PublicationType.MINUTES: ("advice", "stripes"),
        PublicationType.GUIDANCE: ("rules", "plain"),
        PublicationType.LEGISLATION: ("rules", "stripes"),
        PublicationType.TERMS_OF_REFERENCE: ("rules", "dots"),
        PublicationType.CONSULTATION: ("asking", "plain"),
        PublicationType.REPORT: ("found", "plain"),
        PublicationType.RESEARCH_BRIEFING: ("found", "stripes"),
        PublicationType.NEWS: ("told", "plain"),
        PublicationType.OTHER: ("told", "stripes"),
    }
)
"""The colour and the texture of each type."""
UNDATED = message("No date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a bar."""

    type: PublicationType
    label: str
    count: int
    start: float
    """From where to where it reaches, as shares of the longest bar."""
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A year."""

    label: str
    total: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """All bars, with the words that say what they show."""

    title: str
    summary: str
    bars: tuple[Bar, ...]
    key: tuple[tuple[PublicationType, str], ...]
    """Types that occur, with their names."""


def chart_of(counts: Counts, subject: str, spoken: Messages) -> Chart:
    """The chart of a timeline's numbers, in a language."""
    most = max((row.total for row in counts.rows), default=0) or 1
    return Chart(
        title=spoken.text(message("Entries by year and type: %(subject)s")) % {"subject": subject},
        summary=_summary(counts, spoken),
        bars=tuple(_bar(row, counts, most, spoken) for row in counts.rows),
        key=tuple((kind, spoken.text(wording.TYPES[kind])) for kind in counts.types),
    )


def row_label(row: Row, spoken: Messages) -> str:
    """`2024`, `2014–2018`, `No date`."""
    if row.first is None:
        return spoken.text(UNDATED)
    return str(row.first) if row.first == row.last else f"{row.first}–{row.last}"


def _bar(row: Row, counts: Counts, most: int, spoken: Messages) -> Bar:
    parts, before = [], 0
    for kind in counts.types:
        count = row.by_type.get(kind, 0)
        if count:
            label = spoken.text(wording.TYPES[kind])
            parts.append(Part(type=kind, label=label, count=count, start=before / most, end=(before + count) / most))
            before += count
    return Bar(label=row_label(row, spoken), total=row.total, parts=tuple(parts))


def _summary(counts: Counts, spoken: Messages) -> str:
    """What the chart shows in a sentence: the fullest year, and where the numbers stand."""
    dated = [row for row in counts.rows if row.first is not None]
    if not dated:
        return spoken.text(message("No entry has a date. The table beneath has the same numbers."))
    fullest = max(dated, key=lambda row: row.total)
    told = spoken.text(message("Most entries are of %(year)s: %(number)s. The table beneath has the same numbers."))
    return told % {"year": row_label(fullest, spoken), "number": spoken.number(fullest.total)}
