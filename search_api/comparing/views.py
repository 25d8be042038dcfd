"""Views: what the page of a comparison shows: marked words, links into our copies, folded rows, what to compare with next.

Does not compare anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from starlette.requests import Request

from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.duty import Level
from corpus.passage import Span
from corpus.provenance import Held
from corpus.publication import Publication, RelationKind
from search_api.address import Address
from search_api.comparing.align import Label, Row
from search_api.comparing.changes import Quoted
from search_api.comparing.compare import Comparison
from search_api.comparing.duties import Asked, DutyChangeKind
from search_api.comparing.facts import FactKind
from search_api.comparing.sides import Side
from search_api.comparing.tensions import TensionKind
from search_api.comparing.tokens import Kind
from search_api.marking import Piece, cut
from search_api.messages import message
from search_api.reading import BlockKind

PARAMETERS = ("a", "b", "language", "changes_only", "page", "ui")
ROWS_ON_A_PAGE = 200
MOST_SHOWN = 60
"""Changes, duties or tensions of a kind that a page shows: all are given to programs."""
MOST_OFFERED = 400
"""Texts that the fields suggest, the newest first."""
LABELS: Mapping[Label, str] = MappingProxyType(
    {
        Label.SAME: message("Same"),
        Label.EDITED: message("Edited"),
        Label.MOVED: message("Moved"),
        Label.ADDED: message("Added"),
        Label.REMOVED: message("Removed"),
    }
)
KINDS: Mapping[FactKind, str] = MappingProxyType(
    {
        FactKind.MODAL: message("What is asked or promised"),
        FactKind.DATE: message("Dates"),
        FactKind.NUMBER: message("Numbers and sums"),
        FactKind.ACTOR: message("Who it falls on"),
        FactKind.NEGATION: message("A “not” that came in or fell out"),
    }
)
DUTY_KINDS: Mapping[DutyChangeKind, str] = MappingProxyType(
    {
        DutyChangeKind.LEVEL: message("Stronger or weaker"),
        DutyChangeKind.ACTOR: message("On somebody else"),
        DutyChangeKind.ADDED: message("Only in the second text"),
        DutyChangeKind.REMOVED: message("Only in the first text"),
    }
)
TENSIONS: Mapping[TensionKind, str] = MappingProxyType(
    {
        TensionKind.SLIPPED_DATE: message("A date that may have slipped"),
        TensionKind.SOFTENED: message("Words that may have been softened"),
        TensionKind.DATE: message("Two dates that may differ"),
        TensionKind.NUMBER: message("Two numbers that may differ"),
        TensionKind.LEVEL: message("Two levels that may differ"),
    }
)
LEVELS: Mapping[tuple[Level, bool], str] = MappingProxyType(
    {
        (Level.MUST, False): message("Must"),
        (Level.SHOULD, False): message("Should"),
        (Level.MAY, False): message("May"),
        (Level.NEEDS, False): message("Needs to"),
        (Level.MUST, True): message("Must not"),
        (Level.SHOULD, True): message("Should not"),
        (Level.MAY, True): message("May not"),
        (Level.NEEDS, True): message("Needs not to"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A paragraph of one side; its marked pieces stand on that side alone."""

    number: int
    is_heading: bool
    span: Span
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """A row of the table."""

    label: Label
    first: Cell | None
    second: Cell | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Another text that one may be compared with, and the address that does."""

    publication: Publication
    says: str
    """How it stands to the text: `Superseded by`, `Version before`."""
    address: Address


def read_address(request: Request) -> Address:
    """The address of a request: of each parameter we know, the first value that is not empty."""
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name in PARAMETERS and value.strip():
            given.setdefault(name, value.strip())
    return Address(request.url.path, tuple(given.items()))


def quoted_pieces(quoted: Quoted) -> tuple[Piece, ...]:
    """A sentence with the words that matter marked."""
    marks = [Span(quoted.at.start - quoted.span.start, quoted.at.end - quoted.span.start)] if quoted.at else []
    return cut(quoted.quote, Span(0, len(quoted.quote)), marks)


def shown_rows(comparison: Comparison, rows: Sequence[Row]) -> tuple[ShownRow, ...]:
    """Rows as the table has them."""
    return tuple(_shown(comparison, row) for row in rows)


def _shown(comparison: Comparison, row: Row) -> ShownRow:
    stretches = comparison.stretches(row) if row.label in {Label.EDITED, Label.MOVED} else ()
    gone = [one.first for one in stretches if one.kind is Kind.REMOVED and one.first]
    come = [one.second for one in stretches if one.kind is Kind.ADDED and one.second]
    return ShownRow(
        label=row.label,
        first=_cell(comparison, 0, row.first, gone, whole=row.label is Label.REMOVED),
        second=_cell(comparison, 1, row.second, come, whole=row.label is Label.ADDED),
    )


def _cell(comparison: Comparison, side: int, number: int | None, marks: Sequence[Span], *, whole: bool) -> Cell | None:
    if number is None or comparison.cuts is None:
        return None
    paragraph = comparison.cuts[side].paragraphs[number]
    text = (comparison.first, comparison.second)[side].document.text
    return Cell(
        number=number + 1,
        is_heading=paragraph.kind is BlockKind.HEADING,
        span=paragraph.span,
        pieces=cut(text, paragraph.span, [paragraph.span] if whole else [_trimmed(text, mark) for mark in marks]),
    )


def _trimmed(text: str, span: Span) -> Span:
    """A stretch without the white space behind it, which is not to be struck out."""
    words = text[slice(*span)].rstrip()
    return Span(span.start, span.start + len(words)) if words else span


def level_words(asked: Asked) -> str:
    """What a duty's level is called."""
    return LEVELS[asked.level, asked.negative]


def side_of(comparison: Comparison, document_id: str) -> Side:
    """The text that a quotation stands in."""
    return comparison.first if comparison.first.document.id == document_id else comparison.second


def offered_texts(catalogue: Catalogue) -> list[Publication]:
    """Publications that the fields suggest: those held in full first, the newest first."""
    held = catalogue.held()
    known = [one for one in catalogue.publications() if one.id in held]
    known.sort(key=lambda one: (held[one.id] is Held.FULL, str(one.date or "")), reverse=True)
    return known[:MOST_OFFERED]


def offers(catalogue: Catalogue, side: Side, here: Address) -> list[Offer]:
    """Texts to compare one with: its other versions, what it replaced, what replaced it, and what followed it up."""
    found = []
    for version in catalogue.versions(side.publication.id):
        document = version.document
        if document.held is Held.FULL and document.id != side.document.id:
            found.append(_offer(side.publication, message("Another version of it"), side.document, document, here))
    for relation in catalogue.relations(side.publication.id):
        says = _says(relation.kind, is_source=relation.source == side.publication.id)
        other_id = relation.target if relation.source == side.publication.id else relation.source
        publication, current = catalogue.publication(other_id), catalogue.current_document(other_id)
        if says and publication and current:
            found.append(_offer(publication, says, side.document, current, here))
    return found


def _offer(publication: Publication, says: str, first: Document, second: Document, here: Address) -> Offer:
    return Offer(publication=publication, says=says, address=here.having("a", first.id).having("b", second.id))


def _says(kind: RelationKind, *, is_source: bool) -> str:
    names = {
        RelationKind.SUPERSEDES: (message("Supersedes"), message("Superseded by")),
        RelationKind.FOLLOWS_UP: (message("Follows up"), message("Followed up by")),
    }
    return names[kind][0 if is_source else 1] if kind in names else ""
