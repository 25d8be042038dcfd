"""The JSON shape of a timeline: what `canllaw timeline --json` prints and /api/v1/timeline answers with; makes none."""

from datetime import date

from corpus.publication import Publication
from search_api.answering.shapes import SearchedShape
from search_api.shapes import Shape
from search_api.timeline.entry import Bond, Entry, Quoted
from search_api.timeline.found import Gap, Row, Timeline

SCORE_DIGITS = 4


class NamedShape(Shape):
    """A publication by its id."""

    publication_id: str
    title: str
    published: date | None
    language: str


class MarkShape(Shape):
    """A commitment or duty that stands in a quotation, where it stands in the document's text."""

    mark: str
    """`commitment` or `duty`."""
    strength: str
    """Of a commitment how far it binds, of a duty its level."""
    due: str
    """When, as written; empty where no time is named."""
    due_first: date | None
    due_last: date | None
    start: int
    end: int


class QuoteShape(Shape):
    """A quotation: the document's `text[start:end] == quote`."""

    quote: str
    document_id: str
    passage_id: str
    start: int
    end: int
    section: str
    page: str | None
    context: str
    """Words of the text that it leans on; empty where it leans on none."""
    score: float
    marks: list[MarkShape]
    also_in: list[NamedShape]
    """Publications of about the same days that say the same."""


class BondShape(Shape):
    """How an entry's publication stands to another."""

    kind: str
    by_other: bool
    """True where the other publication supersedes, amends or follows up this one."""
    publication_id: str
    title: str
    published: date | None
    n: int | None
    """The other's number on the timeline; null where it is not on it."""


class EntryShape(Shape):
    """What one publication says."""

    n: int
    year: int | None
    published: date | None
    issued: str | None
    """Year or month, where the day is not known."""
    publication_id: str
    document_id: str
    title: str
    publisher: str
    type: str
    language: str
    speaker: str
    office: str
    status: str
    force: str
    held: str
    url: str | None
    quotes: list[QuoteShape]
    replaced_by: NamedShape | None
    relations: list[BondShape]
    twins: list[NamedShape]


class YearShape(Shape):
    """The entries of a year by type; a run of years without any is one."""

    first: int | None
    last: int | None
    total: int
    by_type: dict[str, int]


class GapShape(Shape):
    """What is not there: `silent`, `not_of_topic`, `nothing_fits`, `nothing_held`, `type_before` or `type_never`."""

    kind: str
    first: int | None
    last: int | None
    publications: int
    type: str | None
    before: date | None


class TimelineShape(Shape):
    """A timeline: one page of its entries, and the numbers of all."""

    query: str
    subject: str
    """What the words were read to be about."""
    language: str
    as_of: date | None
    total: int
    left_out: int
    entries: list[EntryShape]
    years: list[YearShape]
    gaps: list[GapShape]
    searched: SearchedShape


def timeline_shape(found: Timeline) -> TimelineShape:
    """A timeline as JSON."""
    query, searched = found.query, found.searched
    return TimelineShape(
        query=query.typed,
        subject=query.subject,
        language=query.question.language,
        as_of=query.as_of,
        total=found.total,
        left_out=found.left_out,
        entries=[_entry(one) for one in found.shown],
        years=[_year(row) for row in found.counts.rows],
        gaps=[_gap(one) for one in found.gaps],
        searched=SearchedShape(publications=searched.publications, first=searched.first, last=searched.last),
    )


def _entry(entry: Entry) -> EntryShape:
    publication = entry.publication
    return EntryShape(
        n=entry.n,
        year=entry.year,
        published=publication.published,
        issued=publication.issued,
        publication_id=publication.id,
        document_id=entry.document.id,
        title=publication.title,
        publisher=publication.publisher,
        type=publication.type,
        language=entry.document.language,
        speaker=entry.speaker,
        office=entry.office,
        status=publication.standing.status,
        force=publication.standing.force,
        held=entry.document.held,
        url=publication.url,
        quotes=[shape for quote in entry.quotes if (shape := _quote(quote))],
        replaced_by=_named(entry.replaced_by) if entry.replaced_by else None,
        relations=[_bond(one) for one in entry.bonds],
        twins=[_named(publication) for publication, _ in entry.twins],
    )


def _quote(quote: Quoted) -> QuoteShape | None:
    citation = quote.citation(1)
    if citation is None:
        return None
    return QuoteShape(
        quote=citation.quote,
        document_id=quote.document.id,
        passage_id=citation.passage_id,
        start=quote.span.start,
        end=quote.span.end,
        section=" > ".join(quote.document.heading_path(quote.span.start)),
        page=quote.document.page_at(quote.span.start),
        context=quote.before,
        score=round(quote.score, SCORE_DIGITS),
        marks=_marks(quote),
        also_in=[_named(one) for one in quote.also],
    )


def _marks(quote: Quoted) -> list[MarkShape]:
    promised = [
        MarkShape(
            mark="commitment",
            strength=one.strength or "",
            due=one.due.words if one.due else "",
            due_first=one.due.first if one.due else None,
            due_last=one.due.last if one.due else None,
            start=one.span.start,
            end=one.span.end,
        )
        for one in quote.commitments
    ]
    owed = [
        MarkShape(
            mark="duty",
            strength=f"{one.level} not" if one.negative else one.level,
            due=one.deadline,
            due_first=None,
            due_last=None,
            start=one.span.start,
            end=one.span.end,
        )
        for one in quote.duties
    ]
    return [*promised, *owed]


def _bond(bond: Bond) -> BondShape:
    other = bond.other
    return BondShape(
        kind=bond.kind,
        by_other=bond.is_target,
        publication_id=other.id,
        title=other.title,
        published=other.published,
        n=bond.n,
    )


def _named(publication: Publication) -> NamedShape:
    return NamedShape(
        publication_id=publication.id,
        title=publication.title,
        published=publication.published,
        language=publication.language,
    )


def _year(row: Row) -> YearShape:
    return YearShape(
        first=row.first,
        last=row.last,
        total=row.total,
        by_type={kind.value: count for kind, count in row.by_type.items()},
    )


def _gap(gap: Gap) -> GapShape:
    return GapShape(
        kind=gap.kind,
        first=gap.first,
        last=gap.last,
        publications=gap.publications,
        type=gap.type,
        before=gap.earliest.date if gap.earliest else None,
    )
