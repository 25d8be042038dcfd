"""Entry: what one publication says of a subject, with its day, its speaker and what surrounds it; does not find any."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.commitment import Commitment
from corpus.document import Document
from corpus.duty import Duty
from corpus.ids import passage_id
from corpus.passage import Citation, Span, cite
from corpus.publication import Publication, RelationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A sentence or item of a text: the document's `text[start:end]`, exactly."""

    publication: Publication
    document: Document
    span: Span
    score: float
    """The scorer's, for the words asked about."""
    context: Span | None = None
    """Words before it that it leans on: a list's header, or the sentence a pronoun points to."""
    also: tuple[Publication, ...] = ()
    """Other publications of about the same days that say the same."""
    commitments: tuple[Commitment, ...] = ()
    """What it binds government to do, as the register of commitments has it."""
    duties: tuple[Duty, ...] = ()
    """What it says that somebody must, should or may do."""

    @property
    def words(self) -> str:
        """Its words, exactly."""
        return self.document.text[self.span.start : self.span.end]

    @property
    def before(self) -> str:
        """The words it leans on, exactly; empty where it leans on none."""
        return self.document.text[self.context.start : self.context.end] if self.context else ""

    def citation(self, n: int) -> Citation | None:
        """Its citation; None where the text does not hold those words at that place."""
        key = passage_id(document_id=self.document.id, start=self.span.start, end=self.span.end)
        return cite(n=n, publication=self.publication, document=self.document, passage_id=key, span=self.span, quote=self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """How an entry's publication stands to another, which is on the timeline or not."""

    kind: RelationKind
    is_target: bool
    """True where the other one is the source of the relation: it supersedes, amends or follows up this one."""
    other: Publication
    n: int | None
    """The other's number on the timeline; None where it is not on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A publication on the timeline."""

    n: int
    """Its place on the whole timeline, from 1."""
    publication: Publication
    """Its record as it was on the day looked from."""
    document: Document
    quotes: tuple[Quoted, ...]
    """One to three, in the order of the text."""
    speaker: str = ""
    """Who signed or spoke the words; empty where no source says."""
    office: str = ""
    """The office they held on the day."""
    replaced_by: Publication | None = None
    """What stands in its place on the day looked from."""
    bonds: tuple[Bond, ...] = ()
    twins: tuple[tuple[Publication, Document], ...] = ()
    """The same publication in the other language."""

    @property
    def day(self) -> date | None:
        """The first day known for it: of a month or year, its first."""
        return self.publication.date

    @property
    def year(self) -> int | None:
        """None for an undated one."""
        return self.day.year if self.day else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The entries of one year, in their order."""

    year: int | None
    """None for undated ones."""
    entries: tuple[Entry, ...]


def by_year(entries: Sequence[Entry]) -> tuple[Year, ...]:
    """Entries under their years, which keep their order."""
    years: dict[int | None, list[Entry]] = {}
    for one in entries:
        years.setdefault(one.year, []).append(one)
    return tuple(Year(year=year, entries=tuple(mine)) for year, mine in years.items())


def in_order(entries: Sequence[Entry], *, oldest_first: bool) -> list[Entry]:
    """Entries by day, undated ones last; those of one day by id."""
    dated = sorted((one for one in entries if one.day), key=lambda one: one.publication.id)
    dated.sort(key=lambda one: one.day or date.min, reverse=not oldest_first)
    return [*dated, *sorted((one for one in entries if not one.day), key=lambda one: one.publication.id)]
