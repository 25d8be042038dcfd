"""Quotations: citations as a pack is gathered, numbered from 1 in the order they are met; does not choose them."""

from corpus.document import Document
from corpus.ids import passage_id
from corpus.passage import Citation, Span, cite
from corpus.publication import Publication


class Quotations:
    """Citations as they are made, numbered from 1."""

    def __init__(self) -> None:
        self._made: list[Citation] = []

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Those made so far."""
        return tuple(self._made)

    def cite(self, publication: Publication, document: Document, span: Span) -> int | None:
        """The number of the citation of a span, the same for the same span; None where it holds no words."""
        known = next((one.n for one in self._made if one.document.id == document.id and one.span == span), None)
        if known is not None:
            return known
        made = cite(
            n=len(self._made) + 1,
            publication=publication,
            document=document,
            passage_id=passage_id(document_id=document.id, start=span.start, end=span.end),
            span=span,
            quote=document.text[span.start : span.end],
        )
        if made is None:
            return None
        self._made.append(made)
        return made.n
