"""Our own reading of commitments as a Reader of the measure, a Welsh twin read with its English text; judges nothing."""

from collections.abc import Sequence

from corpus.commitment import Commitment
from corpus.document import Document
from corpus.ids import passage_id
from corpus.publication import Publication
from ingest.commitments.occasion import occasion_of
from ingest.commitments.projection import Twin
from ingest.commitments.reading import commitments_of


def ours(
    document: Document, publication: Publication, twin: tuple[Document, Publication] | None = None, /
) -> Sequence[Commitment]:
    """What the rules find in a text, as an import of it would."""
    return commitments_of(document, occasion_of(publication, document), twin=_twin(*twin) if twin else None)


def _twin(document: Document, publication: Publication) -> Twin:
    found = ours(document, publication)
    named = ((passage_id(document_id=document.id, start=one.span.start, end=one.span.end), one) for one in found)
    return Twin(document=document, commitments=tuple(named))
