"""Span, Passage, Citation: words that never lose their place in a Document."""

from dataclasses import dataclass
from typing import NamedTuple

from corpus.document import Document
from corpus.ids import passage_id
from corpus.publication import Publication


class Span(NamedTuple):
    """Start and end offsets in a document's text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is searched: a span of a document with the headings above it."""

    id: str
    document_id: str
    span: Span
    text: str
    """Exactly `document.text[start:end]`."""
    headings: tuple[str, ...]
    header: str
    """The words that introduce the list it stands in; empty outside a list, or where they are in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quotation tied to its document: `document.text[start:end] == quote`, always."""

    n: int
    publication: Publication
    document: Document
    passage_id: str
    span: Span
    quote: str


def make_passage(document: Document, span: Span, *, header: str = "") -> Passage:
    """The passage at a span of a document."""
    return Passage(
        id=passage_id(document_id=document.id, start=span.start, end=span.end),
        document_id=document.id,
        span=span,
        text=document.text[span.start : span.end],
        headings=document.heading_path(span.start),
        header=header,
    )


def cite(*, n: int, publication: Publication, document: Document, passage_id: str, span: Span, quote: str) -> Citation | None:
    """The citation of a quotation, or None where the document does not hold those words at that place."""
    if not quote.strip() or document.text[span.start : span.end] != quote:
        return None
    return Citation(n=n, publication=publication, document=document, passage_id=passage_id, span=span, quote=quote)
