"""Evidence kept: what was found for each commitment and from what, and every review; does not look for any.

What was found is derived, and is made again where a commitment or a later text changes. Reviews are people's words: they are
only ever added, they hang on no other row, and nothing here changes one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import RowMapping, delete, insert, select

from corpus.catalogue import Catalogue
from corpus.evidence import Bearing, Evidence, Reason, Review
from corpus.passage import Span
from corpus.schema import commitment_table, evidence_reading_table, evidence_table, review_table
from corpus.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """From what a commitment's evidence was found."""

    key: str
    """A digest of the commitment, of the rules and of all later passages that were looked at."""
    revision: int
    """The catalogue's revision when it was last looked for."""


def keep_evidence(write: Writer, commitment_id: str, found: Iterable[Evidence], looked: Looked) -> None:
    """Make this the evidence of a commitment: all of it, or none."""
    connection = write.connection
    for table in (evidence_table, evidence_reading_table):
        connection.execute(delete(table).where(table.c.commitment_id == commitment_id))
    rows = [_row(one) | {"commitment_id": commitment_id, "position": place} for place, one in enumerate(found)]
    if rows:
        connection.execute(insert(evidence_table), rows)
    connection.execute(
        insert(evidence_reading_table).values(commitment_id=commitment_id, key=looked.key, revision=looked.revision)
    )


def note_looked(write: Writer, commitment_ids: Sequence[str], *, revision: int) -> None:
    """Note that nothing has changed for some commitments up to a revision."""
    table = evidence_reading_table
    for commitment_id in commitment_ids:
        write.connection.execute(table.update().where(table.c.commitment_id == commitment_id).values(revision=revision))


def forget_strangers(write: Writer) -> int:
    """Take away what was found for commitments that are no more, or that are now another source of one; how many there were."""
    first = select(commitment_table.c.id).where(commitment_table.c.same_as == "")
    gone = evidence_reading_table.c.commitment_id.not_in(first)
    count = write.connection.execute(delete(evidence_reading_table).where(gone)).rowcount
    write.connection.execute(delete(evidence_table).where(evidence_table.c.commitment_id.not_in(first)))
    return int(count)


def looked_at(catalogue: Catalogue) -> dict[str, Looked]:
    """Every commitment that evidence was looked for, by id."""
    rows = catalogue.rows(select(evidence_reading_table))
    return {str(row["commitment_id"]): Looked(key=row["key"], revision=row["revision"]) for row in rows}


def evidence_of(catalogue: Catalogue, commitment_ids: Sequence[str] | None = None) -> Mapping[str, list[Evidence]]:
    """What was found for commitments, by id, nearest first; of all where no ids are given."""
    table = evidence_table
    query = select(table).order_by(table.c.commitment_id, table.c.position)
    if commitment_ids is not None:
        query = query.where(table.c.commitment_id.in_(commitment_ids))
    found: dict[str, list[Evidence]] = defaultdict(list)
    for row in catalogue.rows(query):
        found[row["commitment_id"]].append(_evidence(row))
    return found


def add_review(write: Writer, review: Review) -> int:
    """Keep a review; its number."""
    row = {
        "commitment_id": review.commitment_id,
        "publication_id": review.publication_id,
        "quote": review.quote,
        "document_id": review.document_id,
        "start": review.span.start,
        "end": review.span.end,
        "evidence_publication_id": review.evidence_publication_id,
        "evidence_quote": review.evidence_quote,
        "verdict": review.verdict,
        "by": review.by,
        "note": review.note,
        "at": review.at.astimezone(UTC).isoformat(timespec="seconds"),
    }
    key = write.connection.execute(insert(review_table).values(row)).inserted_primary_key
    return int(key[0]) if key else 0


def reviews(catalogue: Catalogue) -> list[Review]:
    """Every review, oldest first."""
    return [_review(row) for row in catalogue.rows(select(review_table).order_by(review_table.c.id))]


def _row(one: Evidence) -> dict[str, Any]:
    return {
        "document_id": one.document_id,
        "start": one.span.start,
        "end": one.span.end,
        "bearing": one.bearing.value,
        "score": one.score,
        "day": one.day.isoformat() if one.day else None,
        "effective": one.effective.isoformat() if one.effective else None,
        "reasons": [asdict(reason) for reason in one.reasons],
    }


def _evidence(row: RowMapping) -> Evidence:
    return Evidence(
        document_id=row["document_id"],
        span=Span(row["start"], row["end"]),
        bearing=Bearing(row["bearing"]),
        score=row["score"],
        day=_date(row["day"]),
        effective=_date(row["effective"]),
        reasons=tuple(Reason(**reason) for reason in row["reasons"]),
    )


def _review(row: RowMapping) -> Review:
    return Review(
        id=row["id"],
        commitment_id=row["commitment_id"],
        publication_id=row["publication_id"],
        quote=row["quote"],
        document_id=row["document_id"],
        span=Span(row["start"], row["end"]),
        evidence_publication_id=row["evidence_publication_id"],
        evidence_quote=row["evidence_quote"],
        verdict=row["verdict"],
        by=row["by"],
        note=row["note"],
        at=datetime.fromisoformat(row["at"]),
    )


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
