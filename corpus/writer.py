"""Writer: changes to the catalogue inside one transaction; standings are settled when it ends. Does not open transactions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, select, update

from corpus.addresses import address_key
from corpus.carried import carried_up
from corpus.document import Document
from corpus.finding import Finding
from corpus.link import Link, LinkKind, relations_linked
from corpus.provenance import Held
from corpus.publication import REGISTER, Publication, Relation
from corpus.rows import (
    document_row,
    moment,
    publication_row,
    read_findings,
    read_publication,
    read_relation,
    relation_row,
    standing_row,
    to_json,
)
from corpus.schema import (
    commitment_reading_table,
    counter_table,
    document_table,
    duty_reading_table,
    link_table,
    page_table,
    publication_table,
    relation_table,
)
from corpus.standing import settle
from corpus.supersession import relations_found

REVISION = "revision"
PAGE = "page"
"""Who says a relation, beside the register: a page by its links and number, or a text by its words. Both are derived anew
with every change, so that a publication that comes later is found too."""
WORDS = "words"
OUTLINE = ("sections", "pages", "held", "findings", "flags")
"""Columns of a document that may change while its words stay."""


class Outcome(StrEnum):
    """What writing a publication or document did."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Writer:
    """Changes to the catalogue inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        """For what is kept beside publications and must change with them: captures and visits."""
        self._changed = False

    def put_publication(self, publication: Publication) -> Outcome:
        """Add a publication, or bring its record up to date; standing and tombstone are not the record's to say."""
        table = publication_table
        old = self.connection.execute(select(table).where(table.c.id == publication.id)).mappings().first()
        if old is None:
            self.connection.execute(insert(table).values(publication_row(publication)))
            return self._note(Outcome.ADDED)
        known = read_publication(old)
        new = replace(publication, standing=known.standing, gone=known.gone, gone_basis=known.gone_basis)
        if new == known:
            return Outcome.UNCHANGED
        self.connection.execute(update(table).where(table.c.id == new.id).values(publication_row(new)))
        return self._note(Outcome.CHANGED)

    def mark_gone(self, publication_id: str, day: date | None, *, basis: str | None) -> None:
        """Set a publication's tombstone, or take it away (`day` None): it is kept, and no longer searched."""
        table = publication_table
        mine = update(table).where(table.c.id == publication_id, table.c.gone.is_not(day.isoformat() if day else None))
        gone = self.connection.execute(mine.values(gone=day.isoformat() if day else None, gone_basis=basis))
        self._changed = self._changed or gone.rowcount > 0

    def put_relations(self, publication_id: str, relations: list[Relation]) -> Outcome:
        """Make these the relations that start from a publication, of those that the register says."""
        table = relation_table
        mine = (table.c.source == publication_id, table.c.said_by == REGISTER)
        rows = self.connection.execute(select(table).where(*mine)).mappings().all()
        if sorted(map(repr, relations)) == sorted(repr(read_relation(row)) for row in rows):
            return Outcome.UNCHANGED
        self.connection.execute(delete(table).where(*mine))
        if relations:
            self.connection.execute(insert(table), [relation_row(relation, said_by=REGISTER) for relation in relations])
        return self._note(Outcome.CHANGED)

    def put_links(self, publication_id: str, links: Sequence[Link]) -> Outcome:
        """Make these the links of a publication's page."""
        table = link_table
        rows = self.connection.execute(select(table).where(table.c.publication_id == publication_id)).mappings()
        wanted = {(link.kind.value, address_key(link.url)): link for link in links}
        if {(row["kind"], row["key"]): (row["url"], row["title"]) for row in rows} == {
            key: (link.url, link.title) for key, link in wanted.items()
        }:
            return Outcome.UNCHANGED
        self.connection.execute(delete(table).where(table.c.publication_id == publication_id))
        made = [
            {"publication_id": publication_id, "kind": kind, "key": key, "url": link.url, "title": link.title}
            for (kind, key), link in wanted.items()
        ]
        if made:
            self.connection.execute(insert(table), made)
        return self._note(Outcome.CHANGED)

    def put_page(self, url: str, publication_id: str) -> None:
        """Note which publication an address led to."""
        table = page_table
        mine = table.c.key == address_key(url)
        old = self.connection.execute(select(table.c.publication_id).where(mine)).first()
        if old is None:
            row = {"key": address_key(url), "url": url, "publication_id": publication_id, "misses": 0}
            self.connection.execute(insert(table).values(row))
        elif old[0] != publication_id:
            self.connection.execute(update(table).where(mine).values(publication_id=publication_id))
        else:
            return
        self._changed = True

    def put_document(
        self, document: Document, *, stated_on: date | None = None, seen_at: datetime | None = None, served: bool = False
    ) -> Outcome:
        """Hold a text and make it the current one.

        It stays an earlier one where it is a digest and a full text is held, where the page gave it (`stated_on`) an
        earlier day than the current text has, and, of the same day or none, where it was seen before the current one came.
        What its publisher itself `served` is current whatever day it gives, unless a later text was seen since.
        """
        old = self._document(document_table.c.id == document.id)
        current = self._document(document_table.c.publication_id == document.publication_id, document_table.c.current)
        seen = moment(seen_at or document.provenance.retrieved_at)
        behind = (
            current is not None
            and current["id"] != document.id
            and _is_behind(document, None if served else stated_on, seen, current)
        )
        row = document_row(document)
        # The same words read again keep their first provenance: only a better outline is worth a change.
        if old is not None and (old["current"] or behind) and all(to_json(old[key]) == to_json(row[key]) for key in OUTLINE):
            return self._see_again(old, stated_on, seen)
        if not behind and current is not None:
            self._set(str(current["id"]), current=False)
        since = old["since"] if old is not None and (old["current"] or behind) else seen
        last = max(seen, old["last_seen"]) if old is not None else seen
        times = {"stated_on": stated_on and stated_on.isoformat(), "last_seen": last, "since": since, "misread": False}
        if old is not None:
            self._set(document.id, **row, **times, current=not behind)
            self._unread(document.id)
        else:
            self.connection.execute(insert(document_table).values(row | times | {"first_seen": seen, "current": not behind}))
        return self._note(Outcome.CHANGED if old is not None or current is not None else Outcome.ADDED)

    def see_again(self, document_id: str, *, at: datetime) -> None:
        """Note that a publisher still serves these words; no change to what is held, but that it is gone no more."""
        old = self._document(document_table.c.id == document_id)
        if old is not None:
            self._set(document_id, last_seen=max(moment(at), old["last_seen"]))
            self.mark_gone(str(old["publication_id"]), None, basis=None)

    def reread(self, document_id: str, document: Document) -> Outcome:
        """Put a better reading of the same bytes in the place of a document, which stays findable by its id alone."""
        old = self._document(document_table.c.id == document_id)
        row = document_row(document)
        if old is None:
            return Outcome.UNCHANGED
        if document.id == document_id:
            if all(to_json(old[key]) == to_json(row[key]) for key in (*OUTLINE, "parser")):
                return Outcome.UNCHANGED
            self._set(document_id, **{key: row[key] for key in (*OUTLINE, "parser")})
            self._unread(document_id)
            return self._note(Outcome.CHANGED)
        self._set(document_id, misread=True, current=False)
        times = {key: old[key] for key in ("stated_on", "first_seen", "last_seen", "since", "current")}
        same = self._document(document_table.c.id == document.id)
        if same is None:
            self.connection.execute(insert(document_table).values(row | times | {"misread": False}))
        else:
            self._set(document.id, **row, **(times if same["misread"] else _both(times, same)), misread=False)
            self._unread(document.id)
        return self._note(Outcome.CHANGED)

    def remove_publication(self, publication_id: str) -> bool:
        """Forget a publication, its documents and relations; False where it is not held."""
        gone = self.connection.execute(delete(publication_table).where(publication_table.c.id == publication_id))
        self._changed = self._changed or gone.rowcount > 0
        return gone.rowcount > 0

    def finish(self) -> None:
        """Settle every standing and count the change; nothing where nothing changed."""
        if not self._changed:
            return
        rows = self.connection.execute(select(publication_table)).mappings()
        publications = {row["id"]: read_publication(row) for row in rows}
        findings = self._findings()
        stated = self._stated()
        linked, found = self._linked(publications), relations_found(publications, findings)
        found += carried_up(publications, [*stated, *linked, *found])
        self._derive({PAGE: linked, WORDS: found})
        relations = [*stated, *linked, *found]
        for key, standing in settle(publications, relations, findings).items():
            if standing != publications[key].standing:
                change = update(publication_table).where(publication_table.c.id == key)
                self.connection.execute(change.values(standing_row(standing)))
        counted = update(counter_table).where(counter_table.c.name == REVISION).values(value=counter_table.c.value + 1)
        self.connection.execute(counted)

    def _stated(self) -> list[Relation]:
        """What the register says."""
        said = select(relation_table).where(relation_table.c.said_by == REGISTER)
        return [read_relation(row) for row in self.connection.execute(said).mappings()]

    def _derive(self, derived: Mapping[str, list[Relation]]) -> None:
        """Write anew what follows from pages and words."""
        table = relation_table
        self.connection.execute(delete(table).where(table.c.said_by.in_(derived)))
        rows = [relation_row(one, said_by=said_by) for said_by, found in derived.items() for one in found]
        if rows:
            self.connection.execute(insert(table), rows)

    def _linked(self, publications: Mapping[str, Publication]) -> list[Relation]:
        rows = self.connection.execute(select(link_table)).mappings()
        links = [(row["publication_id"], Link(kind=LinkKind(row["kind"]), url=row["url"], title=row["title"])) for row in rows]
        led = select(page_table.c.key, page_table.c.publication_id).where(page_table.c.publication_id.is_not(None))
        return relations_linked(publications, links, {row.key: row.publication_id for row in self.connection.execute(led)})

    def _findings(self) -> dict[str, list[tuple[str, Finding]]]:
        """What current texts say of their own standing, by publication."""
        table = document_table
        query = select(table.c.id, table.c.publication_id, table.c.findings).where(table.c.current)
        found: dict[str, list[tuple[str, Finding]]] = defaultdict(list)
        for document_id, publication_id, findings in self.connection.execute(query):
            found[publication_id] += [(document_id, one) for one in read_findings(findings)]
        return found

    def _document(self, *where: ColumnElement[bool]) -> RowMapping | None:
        return self.connection.execute(select(document_table).where(*where)).mappings().first()

    def _set(self, document_id: str, **values: Any) -> None:
        self.connection.execute(update(document_table).where(document_table.c.id == document_id).values(values))

    def _unread(self, document_id: str) -> None:
        """What was read out of a text under another outline must be read again (`corpus.duties`, `corpus.commitments`)."""
        for table in (duty_reading_table, commitment_reading_table):
            self.connection.execute(delete(table).where(table.c.document_id == document_id))

    def _see_again(self, old: RowMapping, stated_on: date | None, seen: str) -> Outcome:
        stated = stated_on.isoformat() if stated_on else old["stated_on"]
        self._set(str(old["id"]), last_seen=max(seen, old["last_seen"]), stated_on=stated)
        return Outcome.UNCHANGED if stated == old["stated_on"] else self._note(Outcome.CHANGED)

    def _note(self, outcome: Outcome) -> Outcome:
        self._changed = True
        return outcome


def _is_behind(document: Document, stated_on: date | None, seen: str, current: RowMapping) -> bool:
    """True for a text that does not take the place of the current one."""
    if current["held"] != Held.FULL:
        return False
    if document.held is Held.DIGEST:
        return True
    stated = stated_on.isoformat() if stated_on else None
    if stated and current["stated_on"] and stated != current["stated_on"]:
        return stated < str(current["stated_on"])
    return seen < str(current["since"])


def _both(times: Mapping[str, Any], same: RowMapping) -> dict[str, Any]:
    """The times of two texts that turn out to be one: it was there from the first of them, and is current if either was."""
    now = times if times["current"] else same
    return {
        "stated_on": now["stated_on"],
        "since": now["since"],
        "current": now["current"],
        "first_seen": min(times["first_seen"], same["first_seen"]),
        "last_seen": max(times["last_seen"], same["last_seen"]),
    }
