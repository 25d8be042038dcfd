"""Duties kept: those of each document in the catalogue, and by which rules it was read; does not read any text.

They are derived from a document's words, so a document whose words or outline change is unread until it is read again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select

from corpus.catalogue import Catalogue
from corpus.duty import Duty, Level
from corpus.passage import Span
from corpus.schema import document_table, duty_reading_table, duty_table
from corpus.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A duty with the document it stands in, and the words of its spans."""

    document_id: str
    n: int
    """Its place among the duties of the document, from 1."""
    duty: Duty
    quote: str
    """Exactly the document's `text[start:end]`."""
    introduction: str
    """The words of its header; empty where it has none."""

    @property
    def id(self) -> str:
        """Derived from what it names, as every id: `guidance-si-2022.en.1f0c9a3b:120-388:7`."""
        return f"{self.document_id}:{self.duty.span.start}-{self.duty.span.end}:{self.n}"


def keep_duties(write: Writer, document_id: str, duties: Iterable[Duty], *, rules: str) -> None:
    """Make these the duties of a document, read by these rules; in the transaction that its text is written in."""
    connection = write.connection
    _forget(connection, document_id)
    connection.execute(delete(duty_table).where(duty_table.c.document_id == document_id))
    rows = [duty_row(duty) | {"document_id": document_id, "position": place} for place, duty in enumerate(duties)]
    if rows:
        connection.execute(insert(duty_table), rows)
    connection.execute(insert(duty_reading_table).values(document_id=document_id, rules=rules))


def are_kept(write: Writer, document_id: str, *, rules: str) -> bool:
    """Whether a document's duties were read by these rules from its words as they are."""
    table = duty_reading_table
    found = write.connection.execute(select(table.c.rules).where(table.c.document_id == document_id)).first()
    return found is not None and found[0] == rules


def unread_documents(catalogue: Catalogue, *, rules: str) -> list[str]:
    """Ids of the documents whose duties are not known, or were read by other rules."""
    table, reading = document_table, duty_reading_table
    joined = table.outerjoin(reading, reading.c.document_id == table.c.id)
    others = reading.c.rules.is_(None) | (reading.c.rules != rules)
    query = select(table.c.id).select_from(joined).where(others, ~table.c.misread).order_by(table.c.id)
    return [str(row["id"]) for row in catalogue.rows(query)]


def kept_duties(
    catalogue: Catalogue,
    *,
    actors: Sequence[str] = (),
    levels: Sequence[Level] = (),
    documents: Sequence[str] | None = None,
) -> list[Kept]:
    """Duties in the order of their documents' ids and of their text; an empty tuple sets no limit."""
    table = duty_table
    text = document_table.c.text
    length = func.length(text)
    query = (
        select(
            table,
            func.substr(text, table.c.start + 1, table.c.end - table.c.start).label("quote"),
            func.substr(
                text,
                func.coalesce(table.c.header_start, length) + 1,
                func.coalesce(table.c.header_end - table.c.header_start, 0),
            ).label("introduction"),
        )
        .join(document_table, document_table.c.id == table.c.document_id)
        .where(~document_table.c.misread)
        .order_by(table.c.document_id, table.c.position)
    )
    if actors:
        query = query.where(table.c.actor.in_(actors))
    if levels:
        query = query.where(table.c.level.in_([level.value for level in levels]))
    if documents is not None:
        query = query.where(table.c.document_id.in_(documents))
    rows = catalogue.rows(query)
    return [_kept(row) for row in rows]


def duty_row(duty: Duty) -> dict[str, Any]:
    """A Duty as a row, without its document."""
    return {
        "start": duty.span.start,
        "end": duty.span.end,
        "level": duty.level.value,
        "modal": duty.modal,
        "negative": duty.negative,
        "actor": duty.actor,
        "actor_words": duty.actor_words,
        "action": duty.action,
        "header_start": duty.header.start if duty.header else None,
        "header_end": duty.header.end if duty.header else None,
        "condition": duty.condition,
        "deadline": duty.deadline,
        "laws": list(duty.laws),
        "key_start": duty.key.start if duty.key else None,
        "key_end": duty.key.end if duty.key else None,
        "rule": duty.rule,
    }


def read_duty(row: Mapping[str, Any] | RowMapping) -> Duty:
    """A row as a Duty."""
    return Duty(
        span=Span(row["start"], row["end"]),
        level=Level(row["level"]),
        modal=row["modal"],
        negative=row["negative"],
        actor=row["actor"],
        actor_words=row["actor_words"],
        action=row["action"],
        header=None if row["header_start"] is None else Span(row["header_start"], row["header_end"]),
        condition=row["condition"],
        deadline=row["deadline"],
        laws=tuple(row["laws"]),
        key=None if row["key_start"] is None else Span(row["key_start"], row["key_end"]),
        rule=row["rule"],
    )


def _forget(connection: Connection, document_id: str) -> None:
    connection.execute(delete(duty_reading_table).where(duty_reading_table.c.document_id == document_id))


def _kept(row: RowMapping) -> Kept:
    return Kept(
        document_id=row["document_id"],
        n=row["position"] + 1,
        duty=read_duty(row),
        quote=row["quote"],
        introduction=row["introduction"],
    )
