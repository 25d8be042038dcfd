"""Results: what each tool gives, as typed values; the same names as in the HTTP API's shapes, from which they are made.

Every text comes with where it stands, whether it stands, and links; does not find anything.
"""

from datetime import date

from pydantic import Field

from search_api.answering.shapes import CitationShape, SearchedShape, StatementShape
from search_api.commitments.shapes import CommitmentShape
from search_api.duties.shapes import DutyShape
from search_api.shapes import DocumentShape, HitShape, PassageShape, PublicationShape, RelationShape, Shape


class HitResult(HitShape):
    """A passage found: the document's `text[start:end] == text`."""

    read_at: str | None
    """Our page with these words marked; null where no pages are served."""
    warnings: list[str]
    """Reasons to take care with these words, as where they speak to a machine."""


class SearchResult(Shape):
    """What a search found, best first."""

    query: str
    total: int
    next_page: int | None
    hits: list[HitResult]


class CitationResult(CitationShape):
    """A quotation: the document's `text[start:end] == quote`."""

    read_at: str | None


class AnswerResult(Shape):
    """What a question got."""

    question: str
    language: str
    read_as: str
    """How the question was understood, in a sentence."""
    as_of: date | None
    status: str
    refusal: str | None
    told: list[str]
    """What to tell the reader of the answer as a whole: why there is none, what was replaced, what to do."""
    statements: list[StatementShape]
    citations: list[CitationResult]
    nearest: list[HitResult]
    """Related passages, where there is no answer."""
    searched: SearchedShape
    probability: float | None
    mode: str
    notes: list[str]


class Standing(Shape):
    """Whether a text's words stand, as its publication's record says of this version; each with the days."""

    published: date | None
    status: str
    force: str
    valid_from: date | None
    valid_to: date | None
    instead: str | None
    """Id of the text held now, where this one is no longer that."""
    warnings: list[str]
    read_at: str | None


class DocumentResult(Standing, DocumentShape):
    """A page of a document: `text` is its characters from `start` to `end`."""

    start: int
    end: int
    length: int
    """Characters in the whole text."""
    next_offset: int | None
    """Where the next page begins; null at the end."""
    sections_left_out: int
    """The deepest headings, left out of `sections` where the text has very many."""


class PassageResult(Standing, PassageShape):
    """A passage of a document: the document's `text[start:end] == text`."""

    language: str
    held: str
    current: bool


class DutyResult(DutyShape):
    """A duty: the document's `text[start:end] == quote`."""

    read_at: str | None


class DutiesResult(Shape):
    """A page of the register of duties."""

    total: int
    next_page: int | None
    duties: list[DutyResult]


class EvidenceResult(Shape):
    """Later words that may bear on a promise: the document's `text[start:end] == quote`."""

    evidence_id: str
    publication_id: str
    document_id: str
    title: str
    quote: str
    start: int
    end: int
    published: date | None
    url: str | None
    held: str
    outcome: str
    basis: str
    """`suggested` by a machine, or `confirmed` by a person."""
    confirmed_by: str | None
    confirmed_on: date | None
    effective: date | None
    promise: str | None
    read_at: str | None


class CommitmentResult(CommitmentShape):
    """A promise in its first source's words: the document's `text[start:end] == quote`; and what may have come of it."""

    evidence: list[EvidenceResult]  # type: ignore[assignment] # the same without the workings, and with a link
    evidence_left_out: int
    """Earlier evidence, where there is very much; so with sources."""
    sources_left_out: int
    read_at: str | None


class CommitmentsResult(Shape):
    """A page of the register of commitments."""

    total: int
    next_page: int | None
    commitments: list[CommitmentResult]


class PublicationResult(PublicationShape):
    """A publication's record."""

    relations: list[RelationShape]
    read_at: str | None


class SourceResult(Shape):
    """A publisher, and what is held of it under the filters."""

    publisher: str
    publications: int
    full: int
    """Held in the publisher's own words."""
    digests: int
    """Held as facts in our words."""
    first: date | None = Field(alias="from", serialization_alias="from")
    """Earliest and latest date among them; some have none."""
    last: date | None = Field(alias="to", serialization_alias="to")


class SourcesResult(Shape):
    """What is held under the filters."""

    sources: list[SourceResult]
    topics: list[str]
    total: int
    next_page: int | None
    publications: list[PublicationResult]
