"""Rows to our nouns and back; does not run any statement and does not define any table."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import RowMapping

from corpus.document import Document, Page, Section
from corpus.finding import Finding, FindingKind
from corpus.flag import Flag, FlagReason
from corpus.provenance import Held, Provenance
from corpus.publication import Evidence, Force, Publication, PublicationType, Relation, RelationKind, Standing, Status
from corpus.version import Seen


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
        "dateline": _iso(publication.dateline),
        "meetings": [day.isoformat() for day in publication.meetings],
        "node": publication.node,
        "statutory": publication.statutory,
        "draft": publication.draft,
        "gone": _iso(publication.gone),
        "gone_basis": publication.gone_basis,
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
        "validity_basis": standing.validity_basis,
        "status_confidence": standing.status_confidence,
        "force_confidence": standing.force_confidence,
        "status_evidence": asdict(standing.status_evidence) if standing.status_evidence else None,
        "force_evidence": asdict(standing.force_evidence) if standing.force_evidence else None,
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
        validity_basis=row["validity_basis"],
        status_confidence=row["status_confidence"],
        force_confidence=row["force_confidence"],
        status_evidence=Evidence(**row["status_evidence"]) if row["status_evidence"] else None,
        force_evidence=Evidence(**row["force_evidence"]) if row["force_evidence"] else None,
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
        dateline=_date(row["dateline"]),
        meetings=tuple(date.fromisoformat(day) for day in row["meetings"]),
        node=row["node"],
        statutory=row["statutory"],
        draft=row["draft"],
        gone=_date(row["gone"]),
        gone_basis=row["gone_basis"],
        topics=tuple(row["topics"]),
        note=row["note"],
        facts_basis=row["facts_basis"],
        origin=row["origin"],
        standing=standing,
    )


def relation_row(relation: Relation, *, said_by: str) -> dict[str, Any]:
    """A Relation as a row; `said_by` is the group it is replaced with."""
    return asdict(relation) | {"kind": relation.kind.value, "said_by": said_by}


def read_relation(row: RowMapping) -> Relation:
    """A row as a Relation."""
    named = {key: value for key, value in row.items() if key != "said_by"}
    return Relation(**named | {"kind": RelationKind(row["kind"])})


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
        "findings": [asdict(finding) for finding in document.findings],
        "flags": [asdict(flag) for flag in document.flags],
        "origin": provenance.origin,
        "media_type": provenance.media_type,
        "sha256": provenance.sha256,
        "retrieved_at": moment(provenance.retrieved_at),
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
        findings=read_findings(row["findings"]),
        flags=tuple(Flag(**flag | {"reason": FlagReason(flag["reason"])}) for flag in row["flags"]),
        provenance=Provenance(
            origin=row["origin"],
            media_type=row["media_type"],
            sha256=row["sha256"],
            retrieved_at=datetime.fromisoformat(row["retrieved_at"]),
            parser=row["parser"],
            licence=row["licence"],
        ),
    )


def read_seen(row: RowMapping) -> Seen:
    """A row as a Document with when it was seen."""
    return Seen(
        document=read_document(row),
        current=row["current"],
        stated_on=_date(row["stated_on"]),
        first_seen=datetime.fromisoformat(row["first_seen"]),
        last_seen=datetime.fromisoformat(row["last_seen"]),
        since=datetime.fromisoformat(row["since"]),
    )


def read_findings(value: list[dict[str, Any]]) -> tuple[Finding, ...]:
    """Findings as a document's row keeps them."""
    return tuple(Finding(**one | {"kind": FindingKind(one["kind"])}) for one in value)


def to_json(value: object) -> str:
    """JSON as the catalogue stores it: the same value gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def moment(value: datetime) -> str:
    """A moment as the catalogue stores it: UTC, to the second, in a form that sorts."""
    return value.astimezone(UTC).isoformat(timespec="seconds")


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
