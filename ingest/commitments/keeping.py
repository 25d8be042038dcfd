"""Commitments into the catalogue: of each text as it is stored, and of those stored before; does not find them.

What is read of a text depends on its record (who signed it, when) and on its English twin, so a digest of both is noted with a
reading: where they change, `bring_up_commitments` reads the text again.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select

from corpus.catalogue import Catalogue, Writer
from corpus.commitment import Commitment
from corpus.commitment_rows import commitment_rows, read_commitment
from corpus.commitments import (
    Reading,
    all_read,
    commitments_written,
    keep_commitments,
    note_all_read,
    put_groups,
    reading_of,
    readings,
)
from corpus.document import Document
from corpus.provenance import Held
from corpus.rows import read_document
from corpus.schema import commitment_table, document_table
from ingest.commitments.digests import RULE
from ingest.commitments.joining import groups_of
from ingest.commitments.occasion import occasion_of
from ingest.commitments.projection import Twin
from ingest.commitments.reading import commitments_of, rules_version
from ingest.commitments.sources import Source, sources_in, translations_of


def read_commitments(write: Writer, document: Document, *, due_days: Sequence[date | None] | None = None) -> None:
    """Keep the commitments of a text in the transaction that stores it; nothing where they are known.

    `due_days` are those of a digest's lines as the register has them; without them the ones kept before stay.
    """
    source = next(
        (one for one in sources_in(write.connection, document.publication_id) if one.document_id == document.id), None
    )
    if source is None:
        return
    known = reading_of(write, document.id)
    days = _day_key(due_days)
    if known is not None and known.rules == rules_version() and _same(known, source, days):
        return
    if document.held is Held.DIGEST and due_days is None:
        due_days, days = _kept_days(write, document.id), known.context.partition(":")[2] if known else ""
    found = commitments_of(
        document,
        occasion_of(source.publication, document, stated_on=source.stated_on),
        twin=_twin(write, source.twin),
        due_days=due_days or (),
    )
    reading = Reading(rules=rules_version(), context=f"{source.key}:{days}" if days else source.key)
    keep_commitments(write, document.id, found, reading)
    _regroup(write, document.publication_id)


def bring_up_commitments(catalogue: Catalogue) -> int:
    """Read every text whose commitments are not known, or rest on what has changed; how many texts were read.

    Each text is a transaction of its own: cut off anywhere, the next call goes on from there. Where the catalogue has not
    changed since all were read it is one statement, so whoever asks for commitments calls it first.
    """
    rules = rules_version()
    if all_read(catalogue, rules=rules):
        return 0
    revision = catalogue.revision()
    known = readings(catalogue)
    with catalogue.writing() as write:
        sources = list(sources_in(write.connection))
    waiting = [one.document_id for one in sources if not _is_read(known.get(one.document_id), one, rules)]
    # The English before the Welsh, which takes its promises from there.
    for document_id in sorted(waiting, key=lambda key: (".cy." in key, key)):
        document = catalogue.document(document_id)
        if document is not None:
            with catalogue.writing() as write:
                read_commitments(write, document)
    with catalogue.writing() as write:
        note_all_read(write, rules=rules, revision=revision)
    return len(waiting)


def _is_read(known: Reading | None, source: Source, rules: str) -> bool:
    return known is not None and known.rules == rules and _same(known, source, None)


def _same(known: Reading, source: Source, days: str | None) -> bool:
    """Whether a reading rests on what there is now; the register's days count where they are given."""
    base, _, before = known.context.partition(":")
    return base == source.key and (days is None or days == before)


def _day_key(due_days: Sequence[date | None] | None) -> str | None:
    if due_days is None:
        return None
    return hashlib.sha256(repr(list(due_days)).encode()).hexdigest()[:8] if any(due_days) else ""


def _kept_days(write: Writer, document_id: str) -> tuple[date | None, ...]:
    """The register's days as they were kept with a digest's commitments; None where the words alone name one."""
    table = commitment_table
    rows = write.connection.execute(select(table).where(table.c.document_id == document_id).order_by(table.c.position))
    kept: Iterable[Commitment] = (read_commitment(row) for row in rows.mappings())
    return tuple(one.due.last if one.due and one.due.rule == RULE else None for one in kept)


def _twin(write: Writer, source: Source | None) -> Twin | None:
    """The English text of a Welsh one with its commitments; read anew, for it may not be kept yet."""
    if source is None:
        return None
    query = select(document_table).where(document_table.c.id == source.document_id)
    row = write.connection.execute(query).mappings().first()
    if row is None:
        return None
    document = read_document(row)
    found = commitments_of(document, occasion_of(source.publication, document, stated_on=source.stated_on))
    rows = commitment_rows(document.id, found)
    return Twin(document=document, commitments=tuple((row["id"], one) for row, one in zip(rows, found, strict=True)))


def _regroup(write: Writer, publication_id: str) -> None:
    """Set anew which commitments of a publication and its translations are one."""
    translates = translations_of(write.connection, publication_id)
    family = sorted({publication_id, *translates, *translates.values()})
    put_groups(write, groups_of(commitments_written(write.connection, family), translates))
