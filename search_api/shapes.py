"""The JSON shapes that the API answers with and `--json` prints; nothing else knows them. Those of an answer are in
`answer_shapes.py`.

The search shape is fixed by the design: a new key here needs a decision record.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A JSON object of ours: frozen, and without keys it does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class QuoteShape(Shape):
    """Words of a document: its `text[start:end] == quote`."""

    quote: str
    start: int
    end: int


class HitShape(Shape):
    """A passage found."""

    rank: int
    score: float
    publication_id: str
    document_id: str
    passage_id: str
    title: str
    text: str
    start: int
    end: int
    section: str
    published: date | None
    status: str
    force: str
    language: str
    held: str
    url: str | None
    nearest: QuoteShape | None
    """The words of it that come nearest to an answer, where a question got none; null in a search."""


class SearchShape(Shape):
    """What a search found."""

    query: str
    total: int
    hits: list[HitShape]


class SectionShape(Shape):
    """A heading and the span under it."""

    heading: str
    level: int
    start: int
    end: int


class PublicationShape(Shape):
    """A publication's record."""

    id: str
    title: str
    publisher: str
    type: str
    language: str
    author: str | None
    role: str | None
    published: date | None
    issued: str | None
    updated: date | None
    status: str
    status_basis: str
    force: str
    force_basis: str
    valid_from: date | None
    valid_to: date | None
    held: str | None
    document_id: str | None
    topics: list[str]
    url: str | None
    relations: list["RelationShape"]


class RelationShape(Shape):
    """How a publication bears on another."""

    source: str
    kind: str
    target: str


class PublicationsShape(Shape):
    """A list of publications."""

    total: int
    publications: list[PublicationShape]


class DocumentShape(Shape):
    """A document with its text."""

    id: str
    publication_id: str
    title: str
    language: str
    held: str
    current: bool
    text: str
    sections: list[SectionShape]
    retrieved_at: str
    sha256: str
    licence: str
    url: str | None


class PassageShape(Shape):
    """A passage of a document: the document's `text[start:end] == text`."""

    id: str
    document_id: str
    publication_id: str
    title: str
    text: str
    start: int
    end: int
    section: str
    page: str | None
    url: str | None


class ReadyShape(Shape):
    """Whether the server can answer."""

    status: str
    """`ready`, `degraded` (it answers, but its index lags) or `not ready`."""
    detail: str
    catalogue_revision: int | None = None
    indexed_revision: int | None = None


class ProblemShape(Shape):
    """An error, as RFC 9457 problem details."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    field: str | None = None
