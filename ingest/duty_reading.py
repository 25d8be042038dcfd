"""Duties into the catalogue: of each text as it is stored, and of those stored before; does not find them."""

from corpus.catalogue import Catalogue, Writer
from corpus.document import Document
from corpus.duties import are_kept, keep_duties, unread_documents
from ingest.duties import duties_of, rules_version


def read_duties(write: Writer, document: Document) -> None:
    """Keep the duties of a text in the transaction that stores it; nothing where they are known."""
    rules = rules_version()
    if not are_kept(write, document.id, rules=rules):
        keep_duties(write, document.id, duties_of(document), rules=rules)


def bring_up_duties(catalogue: Catalogue) -> int:
    """Read the duties of every text whose are not known, as after an upgrade; how many texts were read.

    Each text is a transaction of its own: cut off anywhere, the next call goes on from there. Where all are known it is one
    statement, so whoever asks for duties calls it first.
    """
    rules = rules_version()
    waiting = unread_documents(catalogue, rules=rules)
    for document_id in waiting:
        document = catalogue.document(document_id)
        if document is not None:
            duties = duties_of(document)
            with catalogue.writing() as write:
                keep_duties(write, document_id, duties, rules=rules)
    return len(waiting)
