"""Commitments kept: those of each document in the catalogue, and by which rules and from what it was read; does not read texts.

They are derived from a document's words, its publication's record (who signed it, when) and its text in the other language:
where one of these changes, the document is unread until it is read again. Which of them are one promise with several sources
(a digest of the register and the full text, the two languages, two versions) is derived from them in turn: `same_as`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, delete, func, insert, select, update

from corpus.catalogue import Catalogue
from corpus.commitment import Commitment, Kind
from corpus.commitment_rows import commitment_rows, read_commitment
from corpus.provenance import Held
from corpus.schema import commitment_reading_table, commitment_table, counter_table, document_table
from corpus.writer import REVISION, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCommitment:
    """A commitment with the document it stands in, and the words of its spans."""

    id: str
    """Derived from what it names, as every id: `ws-kites-2026.en.1f0c9a3b:120-388:1`; the last number counts the
    commitments of that very span, so that a rule that finds more elsewhere changes no other's id."""
    document_id: str
    publication_id: str
    commitment: Commitment
    quote: str
    """Exactly the document's `text[start:end]`."""
    sentence: str
    """The whole sentence or item it stands in, exactly."""
    introduction: str
    """The words of its header; empty where it has none."""
    held: Held
    """`digest` for a line of the register: reworded, never to be shown as the publisher's words."""
    current: bool
    """Whether it stands in the text that its publication has now."""
    same_as: str = ""
    """Id of the commitment that this one is another source of; empty where it is its own first source."""

    @property
    def group(self) -> str:
        """One id for all sources of one commitment: that of the first."""
        return self.same_as or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """By which rules a document was read, and a digest of what beside its words was used."""

    rules: str
    context: str


def keep_commitments(write: Writer, document_id: str, commitments: Iterable[Commitment], reading: Reading) -> None:
    """Make these the commitments of a document; in the transaction that its text is written in. Groups are put after."""
    connection = write.connection
    for table in (commitment_reading_table, commitment_table):
        connection.execute(delete(table).where(table.c.document_id == document_id))
    rows = commitment_rows(document_id, commitments)
    if rows:
        connection.execute(insert(commitment_table), rows)
    row = {"document_id": document_id, "rules": reading.rules, "context": reading.context}
    connection.execute(insert(commitment_reading_table).values(row))


def put_groups(write: Writer, same_as: Mapping[str, str]) -> None:
    """Set which commitments are other sources of one; by id, empty for one that is its own first source."""
    table = commitment_table
    for key, first in same_as.items():
        write.connection.execute(update(table).where(table.c.id == key, table.c.same_as != first).values(same_as=first))


def reading_of(write: Writer, document_id: str) -> Reading | None:
    """By which rules a document was read; None where it was not, or where its words were put otherwise since."""
    table = commitment_reading_table
    row = write.connection.execute(select(table).where(table.c.document_id == document_id)).mappings().first()
    return Reading(rules=row["rules"], context=row["context"]) if row else None


def readings(catalogue: Catalogue) -> dict[str, Reading | None]:
    """Every document that may be shown, by id, with by which rules it was read; None for one that was not."""
    table, known = document_table, commitment_reading_table
    query = select(table.c.id, known.c.rules, known.c.context).join(known, known.c.document_id == table.c.id, isouter=True)
    rows = catalogue.rows(query.where(~table.c.misread).order_by(table.c.id))
    return {str(row["id"]): Reading(rules=row["rules"], context=row["context"]) if row["rules"] else None for row in rows}


def all_read(catalogue: Catalogue, *, rules: str) -> bool:
    """Whether every document was read by these rules since the catalogue last changed: one statement, asked before each use."""
    table = counter_table
    rows = catalogue.rows(select(table.c.name, table.c.value).where(table.c.name.in_([REVISION, rules])))
    counted = {row["name"]: row["value"] for row in rows}
    return bool(counted.get(rules) == counted[REVISION])


def note_all_read(write: Writer, *, rules: str, revision: int) -> None:
    """Note that every document was read by these rules when the catalogue stood at that revision."""
    table = counter_table
    write.connection.execute(delete(table).where(table.c.name.startswith(f"{rules.partition('/')[0]}/", autoescape=True)))
    write.connection.execute(insert(table).values(name=rules, value=revision))


def kept_commitments(
    catalogue: Catalogue,
    *,
    kinds: Sequence[Kind] = (Kind.COMMITMENT,),
    speakers: Sequence[str] = (),
    offices: Sequence[str] = (),
    documents: Sequence[str] | None = None,
    publications: Sequence[str] | None = None,
    made_from: date | None = None,
    made_to: date | None = None,
    due_before: date | None = None,
) -> list[KeptCommitment]:
    """Commitments in the order of their documents' ids and of their text; an empty tuple sets no limit.

    All texts are looked through, earlier versions too: `current` and `same_as` tell them apart. `due_before` asks for those
    whose main date ends before a day.
    """
    table = commitment_table
    limits: list[ColumnElement[bool]] = []
    if kinds:
        limits.append(table.c.kind.in_([kind.value for kind in kinds]))
    for column, values in (
        (table.c.speaker, speakers or None),
        (table.c.office, offices or None),
        (table.c.document_id, documents),
        (document_table.c.publication_id, publications),
    ):
        if values is not None:
            limits.append(column.in_(values))
    if made_from:
        limits.append(table.c.made_on >= made_from.isoformat())
    if made_to:
        limits.append(table.c.made_on <= made_to.isoformat())
    if due_before:
        limits.append(table.c.due_last < due_before.isoformat())
    return [_kept(row) for row in catalogue.rows(_with_words().where(*limits))]


def commitments_of_ids(catalogue: Catalogue, ids: Sequence[str]) -> list[KeptCommitment]:
    """The commitments by these ids, in the order of their texts; ids that are not held are left out."""
    return [_kept(row) for row in catalogue.rows(_with_words().where(commitment_table.c.id.in_(ids)))]


def sources_of(catalogue: Catalogue, group: str) -> list[KeptCommitment]:
    """Every source of one commitment, its first one first."""
    table = commitment_table
    rows = catalogue.rows(_with_words().where((table.c.id == group) | (table.c.same_as == group)))
    return sorted((_kept(row) for row in rows), key=lambda one: bool(one.same_as))


def commitments_written(connection: Connection, publications: Sequence[str]) -> list[KeptCommitment]:
    """The commitments of some publications as they stand inside a transaction."""
    query = _with_words().where(
        document_table.c.publication_id.in_(publications), commitment_table.c.kind == Kind.COMMITMENT.value
    )
    return [_kept(row) for row in connection.execute(query).mappings()]


def _with_words() -> Select[Any]:
    table, text = commitment_table, document_table.c.text
    length = func.length(text)
    return (
        select(
            table,
            document_table.c.publication_id,
            document_table.c.held,
            document_table.c.current,
            func.substr(text, table.c.start + 1, table.c.end - table.c.start).label("quote"),
            func.substr(text, table.c.sentence_start + 1, table.c.sentence_end - table.c.sentence_start).label("sentence"),
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


def _kept(row: RowMapping) -> KeptCommitment:
    return KeptCommitment(
        id=row["id"],
        document_id=row["document_id"],
        publication_id=row["publication_id"],
        commitment=read_commitment(row),
        quote=row["quote"],
        sentence=row["sentence"],
        introduction=row["introduction"],
        held=Held(row["held"]),
        current=row["current"],
        same_as=row["same_as"],
    )
