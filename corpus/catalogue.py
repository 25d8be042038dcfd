"""The catalogue: publications, documents and relations in SQLite, the truth that the index is derived from.

Reads and writes through SQLAlchemy Core, so that another database is an address. Does not parse, rank or embed anything.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import JSON, Engine, RowMapping, Select, literal, select

from corpus.addresses import address_key
from corpus.database import explained, open_engine
from corpus.document import Document
from corpus.ids import document_id
from corpus.link import Link, LinkKind
from corpus.provenance import Held
from corpus.publication import REGISTER, Publication, Relation
from corpus.rows import read_document, read_publication, read_relation, read_seen
from corpus.schema import counter_table, document_table, link_table, page_table, publication_table, relation_table
from corpus.version import Version, as_it_stood, may_be_searched, versions_of
from corpus.writer import REVISION, Outcome, Writer

__all__ = ["Catalogue", "Outcome", "Writer", "open_catalogue"]


class Catalogue:
    """What is held. `with catalogue.writing() as write:` makes all its changes at once, or none."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()

    def revision(self) -> int:
        """A count that grows with every change; equal counts mean equal content."""
        return next((row["value"] for row in self.rows(select(counter_table).where(counter_table.c.name == REVISION))), 0)

    def publication(self, publication_id: str) -> Publication | None:
        """The publication by that id."""
        found = self.rows(select(publication_table).where(publication_table.c.id == publication_id))
        return next((read_publication(row) for row in found), None)

    def publications(self) -> list[Publication]:
        """Every publication, by id."""
        query = select(publication_table).order_by(publication_table.c.id)
        return [read_publication(row) for row in self.rows(query)]

    def relations(self, publication_id: str | None = None) -> list[Relation]:
        """Every relation, or those one publication takes part in."""
        query = select(relation_table)
        if publication_id:
            query = query.where((relation_table.c.source == publication_id) | (relation_table.c.target == publication_id))
        # Where several say the same, the register's word is the one that counts.
        rows = sorted(self.rows(query), key=lambda row: (row["said_by"] != REGISTER, row["said_by"]))
        said = {(row["source"], row["kind"], row["target"]): row for row in reversed(rows)}
        return [read_relation(said[key]) for key in sorted(said)]

    def document(self, document_id: str) -> Document | None:
        """The document by that id, current or not."""
        found = self.rows(select(document_table).where(document_table.c.id == document_id))
        return next((read_document(row) for row in found), None)

    def current_document(self, publication_id: str) -> Document | None:
        """The text of a publication that is searched and shown."""
        found = self.rows(
            select(document_table).where(document_table.c.publication_id == publication_id, document_table.c.current)
        )
        return next((read_document(row) for row in found), None)

    def versions(self, publication_id: str) -> tuple[Version, ...]:
        """Every text a publication has had, newest first, each with the days it stood."""
        publication = self.publication(publication_id)
        query = select(document_table).where(document_table.c.publication_id == publication_id, ~document_table.c.misread)
        return versions_of(publication, [read_seen(row) for row in self.rows(query)]) if publication else ()

    def current(self) -> Iterator[tuple[Publication, Document]]:
        """Every publication that is not gone with its current document, by id."""
        return ((publication, document) for publication, document, is_current in self._shelf() if is_current)

    def searchable(self) -> Iterator[tuple[Publication, Document]]:
        """All that may be searched: current texts, and earlier versions of what stands for a period.

        Each comes with its publication's record as it applies to that text.
        """
        return ((publication, document) for publication, document, _ in self._shelf())

    def standings(self) -> dict[str, tuple[Publication, Held]]:
        """What may be searched, by the id of its text: the record as it applies to that text, and how much is held of it.

        Reads no text: the whole shelf is looked over in one go.
        """
        table = document_table
        left_out = {"text": literal(""), "sections": literal([], JSON), "pages": literal([], JSON)} | {
            name: literal([], JSON) for name in ("findings", "flags")
        }
        columns = [left_out[column.name].label(column.name) if column.name in left_out else column for column in table.c]
        query = select(*columns).where(~table.c.misread).order_by(table.c.publication_id)
        publications = {publication.id: publication for publication in self.publications()}
        found = {}
        for publication_id, rows in groupby(self.rows(query), key=lambda row: str(row["publication_id"])):
            publication = publications[publication_id]
            for version in versions_of(publication, [read_seen(row) for row in rows]):
                if may_be_searched(publication, version):
                    found[version.document.id] = as_it_stood(publication, version), version.document.held
        return found

    def work_of(self, document_id: str) -> tuple[Publication, tuple[Version, ...]] | None:
        """The publication of a document with all its versions, newest first; None where it is not held."""
        table = document_table
        mine = select(table.c.publication_id).where(table.c.id == document_id).scalar_subquery()
        found = self.rows(select(publication_table).where(publication_table.c.id == mine))
        if not found:
            return None
        publication = read_publication(found[0])
        rows = self.rows(select(table).where(table.c.publication_id == publication.id, ~table.c.misread))
        return publication, versions_of(publication, [read_seen(row) for row in rows])

    def _shelf(self) -> Iterator[tuple[Publication, Document, bool]]:
        query = select(document_table).where(~document_table.c.misread).order_by(document_table.c.publication_id)
        publications = {publication.id: publication for publication in self.publications()}
        for publication_id, rows in groupby(self.rows(query), key=lambda row: str(row["publication_id"])):
            publication = publications[publication_id]
            for version in versions_of(publication, [read_seen(row) for row in rows]):
                if may_be_searched(publication, version):
                    yield as_it_stood(publication, version), version.document, version.current

    def held(self) -> dict[str, Held]:
        """How much is held of each publication, by id."""
        query = select(document_table.c.publication_id, document_table.c.held).where(document_table.c.current)
        return {row["publication_id"]: Held(row["held"]) for row in self.rows(query)}

    def publication_met_at(self, url: str) -> str | None:
        """Id of the publication that an address led to when it was last read."""
        found = self.rows(select(page_table.c.publication_id).where(page_table.c.key == address_key(url)))
        return found[0]["publication_id"] if found else None

    def links(self, publication_id: str) -> list[Link]:
        """What a publication's page says belongs to it."""
        query = select(link_table).where(link_table.c.publication_id == publication_id)
        rows = self.rows(query.order_by(link_table.c.kind, link_table.c.key))
        return [Link(kind=LinkKind(row["kind"]), url=row["url"], title=row["title"]) for row in rows]

    def page_listing(self, url: str) -> Publication | None:
        """The publication whose page has an address in its list of documents."""
        mine = (link_table.c.key == address_key(url), link_table.c.kind == LinkKind.FILE.value)
        found = self.rows(select(link_table.c.publication_id).where(*mine).order_by(link_table.c.publication_id))
        return self.publication(found[0]["publication_id"]) if found else None

    def files_listed(self, publication_ids: Sequence[str]) -> dict[str, str]:
        """Addresses of the files that publications list, by the name of the file; names that two share are left out."""
        query = select(link_table.c.url).where(
            link_table.c.kind == LinkKind.FILE.value, link_table.c.publication_id.in_(publication_ids)
        )
        urls = sorted({str(row["url"]) for row in self.rows(query)}) if publication_ids else []
        names = Counter(_file_name(url) for url in urls)
        return {_file_name(url): url for url in urls if names[_file_name(url)] == 1}

    def of_text(self, text: str, *, language: str) -> list[Publication]:
        """Publications whose current text is exactly that."""
        table = document_table
        named = table.c.id.endswith(document_id(publication_id="", language=language, text=text), autoescape=True)
        same = (table.c.current, named, table.c.held == Held.FULL.value, table.c.text == text)
        found = self.rows(select(table.c.publication_id).where(*same).order_by(table.c.publication_id))
        return [known for row in found if (known := self.publication(row["publication_id"]))]

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """One transaction of changes; standings are settled and the revision grows when it ends well."""
        with explained(self._engine), self._engine.execution_options(immediate=True).begin() as connection:
            writer = Writer(connection)
            yield writer
            writer.finish()

    def rows(self, query: Select[Any]) -> list[RowMapping]:
        """What a statement selects: for what is kept beside publications (captures, visits)."""
        with explained(self._engine), self._engine.connect() as connection:
            return list(connection.execute(query).mappings())


def _file_name(url: str) -> str:
    return unquote(urlsplit(url).path).rpartition("/")[2]


def open_catalogue(url: str) -> Catalogue:
    """The catalogue at an SQLAlchemy address, brought to the newest schema; raises CatalogueUnavailable."""
    return Catalogue(open_engine(url))
