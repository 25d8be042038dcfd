"""Two small texts on the bells of a school, one in force and one replaced, and citations of them; no measures."""

from datetime import UTC, datetime

from corpus.document import Document, Section, make_document
from corpus.ids import text_sha256
from corpus.provenance import Held, Provenance
from evals.systems.response import Cited, Response

NEW = """\
# Bells

Bells ring at nine each morning. They may be loud. Heads set the volume.

The caretaker must:

- oil each bell in March. Use thin oil;
- test it on Mondays;
- write to the council.

Doors, gates and windows are closed at four.
"""
OLD = "# Bells\n\nBells ring at eight each morning.\n"


def _document(publication_id: str, text: str) -> Document:
    return make_document(
        publication_id=publication_id,
        language="en",
        held=Held.FULL,
        text=text,
        sections=(Section(heading="Bells", level=1, start=0, end=len(text)),),
        provenance=Provenance(
            origin="a test",
            media_type="text/markdown",
            sha256=text_sha256(text),
            retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
            parser="test/1",
        ),
    )


DOCUMENTS = {one.id: one for one in (_document("bells-2024", NEW), _document("bells-2012", OLD))}
BELLS, OLD_BELLS = DOCUMENTS.values()


def cite(quote: str, document: Document = BELLS, *, status: str = "") -> Cited:
    """A citation of words that stand in a document."""
    start = document.text.index(quote)
    return Cited(
        publication_id=document.publication_id,
        document_id=document.id,
        start=start,
        end=start + len(quote),
        quote=quote,
        status=status,
    )


def answer(*cited: Cited, answered: bool = True, **more: object) -> Response:
    """A response with these citations."""
    return Response(ranking=(), answered=answered, status="", reason="", cited=cited, **more)  # type: ignore[arg-type]
