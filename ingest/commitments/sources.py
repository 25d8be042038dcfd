"""What a reading of commitments rests on beside the words: the record, the day of the version, the English twin. Reads no text.

The words of a document never change under its id, so a digest of the rest tells whether it must be read again; it is worked
out for all documents in a few statements.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping, select

from corpus.provenance import Held
from corpus.publication import Publication, RelationKind
from corpus.rows import read_publication
from corpus.schema import document_table, publication_table, relation_table

_COLUMNS = ("id", "publication_id", "language", "held", "current", "stated_on")
_USED = ("title", "publisher", "type", "author", "role", "published", "updated", "dateline", "meetings", "topics", "issued")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text by its id, with what its reading rests on."""

    document_id: str
    publication: Publication
    stated_on: date | None
    twin: "Source | None" = None
    """Its English text, for a Welsh one."""

    @property
    def key(self) -> str:
        """A digest of it: another one means that the text must be read again."""
        parts = [repr([getattr(self.publication, name) for name in _USED]), repr(self.stated_on)]
        if self.twin is not None:
            parts += [self.twin.document_id, self.twin.key]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def sources_in(connection: Connection, publication_id: str | None = None) -> Iterator[Source]:
    """The sources of all texts, or of a publication's and its translations', that are not misread."""
    translates = _translations(connection, publication_id)
    family = {publication_id, *translates, *translates.values()} if publication_id else None
    table = publication_table
    query = select(table) if family is None else select(table).where(table.c.id.in_(family))
    records = {row["id"]: read_publication(row) for row in connection.execute(query).mappings()}
    documents = select(*(document_table.c[name] for name in _COLUMNS)).where(~document_table.c.misread)
    if family is not None:
        documents = documents.where(document_table.c.publication_id.in_(family))
    rows = list(connection.execute(documents.order_by(document_table.c.id)).mappings())
    english = {
        row["publication_id"]: row for row in rows if row["current"] and row["language"] == "en" and row["held"] == Held.FULL
    }
    for row in rows:
        if row["publication_id"] in records:
            twin = _twin(row, translates, english) if row["language"] == "cy" and row["held"] == Held.FULL else None
            yield _source(row, records, twin)


def translations_of(connection: Connection, publication_id: str) -> dict[str, str]:
    """Which publications of a family translate which."""
    return _translations(connection, publication_id)


def _translations(connection: Connection, publication_id: str | None) -> dict[str, str]:
    relation = relation_table
    query = select(relation.c.source, relation.c.target).where(relation.c.kind == RelationKind.TRANSLATES.value)
    if publication_id:
        query = query.where((relation.c.source == publication_id) | (relation.c.target == publication_id))
    return {str(row.source): str(row.target) for row in connection.execute(query.order_by(relation.c.source))}


def _twin(row: RowMapping, translates: Mapping[str, str], english: Mapping[str, RowMapping]) -> RowMapping | None:
    """The current English text held in full of what a Welsh publication translates, or of what translates it."""
    own = str(row["publication_id"])
    named = [translates[own]] if own in translates else []
    named += [source for source, target in translates.items() if target == own]
    return next((english[key] for key in named if key in english), None)


def _source(row: RowMapping, records: Mapping[str, Publication], twin: RowMapping | None) -> Source:
    stated = row["stated_on"]
    return Source(
        document_id=row["id"],
        publication=records[row["publication_id"]],
        stated_on=date.fromisoformat(stated) if stated else None,
        twin=_source(twin, records, None) if twin is not None else None,
    )
