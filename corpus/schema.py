"""The catalogue's tables, and rows to our nouns and back; a change here needs a migration beside it.

Does not run any statement: `catalogue.py` does.
"""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, MetaData, RowMapping, String, Table, Text, text

from corpus.document import Document, Page, Section
from corpus.provenance import Held, Provenance
from corpus.publication import Force, Publication, PublicationType, Relation, RelationKind, Standing, Status

metadata = MetaData()

publication_table = Table(
    "publication",
    metadata,
    Column("id", String, primary_key=True),
    Column("title", Text, nullable=False),
    Column("publisher", String, nullable=False),
    Column("type", String, nullable=False),
    Column("language", String(2), nullable=False),
    Column("url", Text),
    Column("also_at", JSON, nullable=False),
    Column("author", Text),
    Column("role", Text),
    Column("published", String(10)),
    Column("published_basis", Text),
    Column("issued", String(7)),
    Column("updated", String(10)),
    Column("statutory", Boolean),
    Column("draft", Boolean, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("topics", JSON, nullable=False),
    Column("note", Text),
    Column("facts_basis", Text),
    Column("origin", String, nullable=False),
    Column("status", String, nullable=False),
    Column("status_basis", Text, nullable=False),
    Column("force", String, nullable=False),
    Column("force_basis", Text, nullable=False),
    Column("valid_from", String(10)),
    Column("valid_to", String(10)),
)

relation_table = Table(
    "relation",
    metadata,
    Column("source", ForeignKey("publication.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("target", ForeignKey("publication.id", ondelete="CASCADE"), primary_key=True),
    Column("basis", Text, nullable=False),
)

document_table = Table(
    "document",
    metadata,
    Column("id", String, primary_key=True),
    Column("publication_id", ForeignKey("publication.id", ondelete="CASCADE"), nullable=False),
    Column("language", String(2), nullable=False),
    Column("held", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("sections", JSON, nullable=False),
    Column("pages", JSON, nullable=False),
    Column("origin", Text, nullable=False),
    Column("media_type", String, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("retrieved_at", String, nullable=False),
    Column("parser", String, nullable=False),
    Column("licence", String, nullable=False),
    Column("current", Boolean, nullable=False),
    Index(
        "one_current_document",
        "publication_id",
        unique=True,
        sqlite_where=text("current"),
        postgresql_where=text("current"),
    ),
)

counter_table = Table(
    "counter",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
)


def publication_row(publication: Publication) -> dict[str, Any]:
    """A Publication as a row."""
    standing = publication.standing
    return {
        "id": publication.id,
        "title": publication.title,
        "publisher": publication.publisher,
        "type": publication.type.value,
        "language": publication.language,
        "url": publication.url,
        "also_at": list(publication.also_at),
        "author": publication.author,
        "role": publication.role,
        "published": _iso(publication.published),
        "published_basis": publication.published_basis,
        "issued": publication.issued,
        "updated": _iso(publication.updated),
        "statutory": publication.statutory,
        "draft": publication.draft,
        "withdrawn": publication.withdrawn,
        "topics": list(publication.topics),
        "note": publication.note,
        "facts_basis": publication.facts_basis,
        "origin": publication.origin,
        **standing_row(standing),
    }


def standing_row(standing: Standing) -> dict[str, Any]:
    """A Standing as the columns it fills."""
    return {
        "status": standing.status.value,
        "status_basis": standing.status_basis,
        "force": standing.force.value,
        "force_basis": standing.force_basis,
        "valid_from": _iso(standing.valid_from),
        "valid_to": _iso(standing.valid_to),
    }


def read_publication(row: RowMapping) -> Publication:
    """A row as a Publication."""
    standing = Standing(
        status=Status(row["status"]),
        status_basis=row["status_basis"],
        force=Force(row["force"]),
        force_basis=row["force_basis"],
        valid_from=_date(row["valid_from"]),
        valid_to=_date(row["valid_to"]),
    )
    return Publication(
        id=row["id"],
        title=row["title"],
        publisher=row["publisher"],
        type=PublicationType(row["type"]),
        language=row["language"],
        url=row["url"],
        also_at=tuple(row["also_at"]),
        author=row["author"],
        role=row["role"],
        published=_date(row["published"]),
        published_basis=row["published_basis"],
        issued=row["issued"],
        updated=_date(row["updated"]),
        statutory=row["statutory"],
        draft=row["draft"],
        withdrawn=row["withdrawn"],
        topics=tuple(row["topics"]),
        note=row["note"],
        facts_basis=row["facts_basis"],
        origin=row["origin"],
        standing=standing,
    )


def relation_row(relation: Relation) -> dict[str, Any]:
    """A Relation as a row."""
    return {"source": relation.source, "kind": relation.kind.value, "target": relation.target, "basis": relation.basis}


def read_relation(row: RowMapping) -> Relation:
    """A row as a Relation."""
    return Relation(source=row["source"], kind=RelationKind(row["kind"]), target=row["target"], basis=row["basis"])


def document_row(document: Document) -> dict[str, Any]:
    """A Document as a row, without its `current` mark."""
    provenance = document.provenance
    return {
        "id": document.id,
        "publication_id": document.publication_id,
        "language": document.language,
        "held": document.held.value,
        "text": document.text,
        "sections": [asdict(section) for section in document.sections],
        "pages": [asdict(page) for page in document.pages],
        "origin": provenance.origin,
        "media_type": provenance.media_type,
        "sha256": provenance.sha256,
        "retrieved_at": provenance.retrieved_at.astimezone(UTC).isoformat(timespec="seconds"),
        "parser": provenance.parser,
        "licence": provenance.licence,
    }


def read_document(row: RowMapping) -> Document:
    """A row as a Document."""
    return Document(
        id=row["id"],
        publication_id=row["publication_id"],
        language=row["language"],
        held=Held(row["held"]),
        text=row["text"],
        sections=tuple(Section(**section) for section in row["sections"]),
        pages=tuple(Page(**page) for page in row["pages"]),
        provenance=Provenance(
            origin=row["origin"],
            media_type=row["media_type"],
            sha256=row["sha256"],
            retrieved_at=datetime.fromisoformat(row["retrieved_at"]),
            parser=row["parser"],
            licence=row["licence"],
        ),
    )


def to_json(value: object) -> str:
    """JSON as the catalogue stores it: the same value gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
