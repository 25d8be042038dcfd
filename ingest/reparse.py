"""Reparse: every text read again from the bytes that were kept, by the parsers as they are now; nothing is fetched."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.captures import Capture, ReadAs, read_into
from corpus.catalogue import Outcome
from corpus.document import Document
from corpus.errors import CanllawError, SetupError
from ingest.assemble import assemble
from ingest.commitments.keeping import read_commitments
from ingest.duty_reading import read_duties
from ingest.identify import identify
from ingest.intake import Became, Intake, Life
from ingest.pipeline import document_of, live, name_of, read, stem_of


def reparse(intake: Intake, *, on_text: Callable[[Life], None] = lambda _: None) -> list[Life]:
    """What became of every text; one that can no longer be read stays as it is, one set aside before is tried again.

    A better reading takes the place of the text it mends, with the days that one had: the publisher changed nothing.
    """
    rows = []
    for document_id in intake.captures.documents():
        row = _again(intake, document_id)
        on_text(row)
        rows.append(row)
    for capture in intake.captures.all(ReadAs.QUARANTINED):
        row = live(intake, capture)
        on_text(row)
        rows.append(row)
    return rows


def _again(intake: Intake, document_id: str) -> Life:
    captures = intake.captures.of_document(document_id)
    name = name_of(captures[0])
    held = intake.catalogue.document(document_id)
    try:
        if held is None:
            return live(intake, captures[0])
        return _reread(intake, held, captures)
    except SetupError:
        raise
    except CanllawError as error:
        return Life(name=name, became=Became.FAILED, document_id=document_id, reason=str(error))


def _reread(intake: Intake, held: Document, captures: Sequence[Capture]) -> Life:
    name = name_of(captures[0])
    parts = [read(intake, capture) for capture in captures]
    parsed = assemble(parts) if len(parts) > 1 else parts[0]
    publication = identify(
        intake.catalogue, parsed, name=name, fallback_title=stem_of(captures[0]), publication_id=held.publication_id
    )
    document = document_of(publication, parsed, captures)
    document = replace(document, provenance=replace(document.provenance, retrieved_at=held.provenance.retrieved_at))
    current = intake.catalogue.current_document(held.publication_id)
    known = intake.captures.of_document(document.id)
    with intake.catalogue.writing() as write:
        is_current = current is not None and current.id == held.id
        record = write.put_publication(publication) if is_current else Outcome.UNCHANGED
        text = write.reread(held.id, document)
        read_duties(write, document)
        read_commitments(write, document)
        links = write.put_links(publication.id, parsed.links) if is_current else Outcome.UNCHANGED
        # A text that was there already keeps what it was read from, unless this is the current one's.
        if document.id != held.id and (is_current or not known):
            read_into(write, document.id, captures)
    became = Became.UNCHANGED if {record, text, links} == {Outcome.UNCHANGED} else Became.CHANGED
    return Life(
        name=name,
        became=became,
        publication_id=publication.id,
        document_id=document.id,
        warnings=tuple(flag.detail for flag in document.flags),
    )
