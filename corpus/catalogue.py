"""The catalogue: publications, documents and relations in SQLite, the truth that the index is derived from.

Reads and writes through SQLAlchemy Core, so that another database is an address. Does not parse, rank or embed anything.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Select, delete, insert, select, update

from corpus.database import explained, open_engine
from corpus.document import Document
from corpus.provenance import Held
from corpus.publication import Publication, Relation
from corpus.schema import (
    counter_table,
    document_row,
    document_table,
    publication_row,
    publication_table,
    read_document,
    read_publication,
    read_relation,
    relation_row,
    relation_table,
    standing_row,
    to_json,
)
from corpus.standing import settle

REVISION = "revision"
OUTLINE = ("sections", "pages", "held")
"""Columns of a document that may change while its words stay."""


class Outcome(StrEnum):
    """What writing a publication or document did."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Catalogue:
    """What is held. `with catalogue.writing() as write:` makes all its changes at once, or none."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()

    def revision(self) -> int:
        """A count that grows with every change; equal counts mean equal content."""
        return next((row["value"] for row in self._rows(select(counter_table).where(counter_table.c.name == REVISION))), 0)

    def publication(self, publication_id: str) -> Publication | None:
        """The publication by that id."""
        found = self._rows(select(publication_table).where(publication_table.c.id == publication_id))
        return next((read_publication(row) for row in found), None)

    def publications(self) -> list[Publication]:
        """Every publication, by id."""
        query = select(publication_table).order_by(publication_table.c.id)
        return [read_publication(row) for row in self._rows(query)]

    def relations(self, publication_id: str | None = None) -> list[Relation]:
        """Every relation, or those one publication takes part in."""
        query = select(relation_table).order_by(relation_table.c.source, relation_table.c.kind, relation_table.c.target)
        if publication_id:
            query = query.where((relation_table.c.source == publication_id) | (relation_table.c.target == publication_id))
        return [read_relation(row) for row in self._rows(query)]

    def document(self, document_id: str) -> Document | None:
        """The document by that id, current or not."""
        found = self._rows(select(document_table).where(document_table.c.id == document_id))
        return next((read_document(row) for row in found), None)

    def current_document(self, publication_id: str) -> Document | None:
        """The text of a publication that is searched and shown."""
        found = self._rows(
            select(document_table).where(document_table.c.publication_id == publication_id, document_table.c.current)
        )
        return next((read_document(row) for row in found), None)

    def versions(self, publication_id: str) -> list[tuple[Document, bool]]:
        """Every document ever held of a publication, newest first, each with whether it is the current one."""
        query = select(document_table).where(document_table.c.publication_id == publication_id)
        order = (document_table.c.current.desc(), document_table.c.retrieved_at.desc(), document_table.c.id)
        return [(read_document(row), row["current"]) for row in self._rows(query.order_by(*order))]

    def current(self) -> Iterator[tuple[Publication, Document]]:
        """Every publication with its current document, by id."""
        query = select(document_table).where(document_table.c.current).order_by(document_table.c.publication_id)
        publications = {publication.id: publication for publication in self.publications()}
        for row in self._rows(query):
            yield publications[row["publication_id"]], read_document(row)

    def held(self) -> dict[str, Held]:
        """How much is held of each publication, by id."""
        query = select(document_table.c.publication_id, document_table.c.held).where(document_table.c.current)
        return {row["publication_id"]: Held(row["held"]) for row in self._rows(query)}

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """One transaction of changes; standings are settled and the revision grows when it ends well."""
        with explained(self._engine), self._engine.execution_options(immediate=True).begin() as connection:
            writer = Writer(connection)
            yield writer
            writer.finish()

    def _rows(self, query: Select[Any]) -> list[RowMapping]:
        with explained(self._engine), self._engine.connect() as connection:
            return list(connection.execute(query).mappings())


class Writer:
    """Changes to the catalogue inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changed = False

    def put_publication(self, publication: Publication) -> Outcome:
        """Add a publication, or bring its record up to date; its standing is settled at the end."""
        table = publication_table
        old = self._connection.execute(select(table).where(table.c.id == publication.id)).mappings().first()
        if old is None:
            self._connection.execute(insert(table).values(publication_row(publication)))
            return self._note(Outcome.ADDED)
        known = read_publication(old)
        new = replace(publication, standing=known.standing)
        if new == known:
            return Outcome.UNCHANGED
        self._connection.execute(update(table).where(table.c.id == new.id).values(publication_row(new)))
        return self._note(Outcome.CHANGED)

    def put_relations(self, publication_id: str, relations: list[Relation]) -> Outcome:
        """Make these the relations that start from a publication."""
        table = relation_table
        rows = self._connection.execute(select(table).where(table.c.source == publication_id)).mappings().all()
        if sorted(map(repr, relations)) == sorted(repr(read_relation(row)) for row in rows):
            return Outcome.UNCHANGED
        self._connection.execute(delete(table).where(table.c.source == publication_id))
        if relations:
            self._connection.execute(insert(table), [relation_row(relation) for relation in relations])
        return self._note(Outcome.CHANGED)

    def put_document(self, document: Document) -> Outcome:
        """Hold a text and make it the current one, unless it is a digest and a full text is held already."""
        table = document_table
        mine = table.c.publication_id == document.publication_id
        old = self._connection.execute(select(table).where(table.c.id == document.id)).mappings().first()
        held = self._connection.execute(select(table.c.held).where(mine, table.c.current)).scalar()
        shadowed = document.held is Held.DIGEST and held == Held.FULL
        row = document_row(document)
        # The same words read again keep their first provenance: only a better outline is worth a change.
        if old is not None and (old["current"] or shadowed) and all(to_json(old[key]) == to_json(row[key]) for key in OUTLINE):
            return Outcome.UNCHANGED
        if not shadowed:
            self._connection.execute(update(table).where(mine, table.c.current).values(current=False))
        if old is not None:
            self._connection.execute(update(table).where(table.c.id == document.id).values(row | {"current": not shadowed}))
        else:
            self._connection.execute(insert(table).values(row | {"current": not shadowed}))
        return self._note(Outcome.CHANGED if old is not None or held is not None else Outcome.ADDED)

    def remove_publication(self, publication_id: str) -> bool:
        """Forget a publication, its documents and relations; False where it is not held."""
        gone = self._connection.execute(delete(publication_table).where(publication_table.c.id == publication_id))
        self._changed = self._changed or gone.rowcount > 0
        return gone.rowcount > 0

    def finish(self) -> None:
        """Settle every standing and count the change; nothing where nothing changed."""
        if not self._changed:
            return
        rows = self._connection.execute(select(publication_table)).mappings()
        publications = {row["id"]: read_publication(row) for row in rows}
        relations = [read_relation(row) for row in self._connection.execute(select(relation_table)).mappings()]
        for key, standing in settle(publications, relations).items():
            if standing != publications[key].standing:
                change = update(publication_table).where(publication_table.c.id == key)
                self._connection.execute(change.values(standing_row(standing)))
        counted = update(counter_table).where(counter_table.c.name == REVISION).values(value=counter_table.c.value + 1)
        self._connection.execute(counted)

    def _note(self, outcome: Outcome) -> Outcome:
        self._changed = True
        return outcome


def open_catalogue(url: str) -> Catalogue:
    """The catalogue at an SQLAlchemy address, brought to the newest schema; raises CatalogueUnavailable."""
    return Catalogue(open_engine(url))
