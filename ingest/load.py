"""Load: a register's entries into the catalogue in one transaction; does not read the file."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.catalogue import Catalogue, Outcome
from corpus.provenance import Held
from corpus.publication import Publication
from ingest.commitments.keeping import read_commitments
from ingest.duty_reading import read_duties
from ingest.register import Entry

REGISTER = "register"
READ_FROM_PAGES = ("author", "role", "published", "published_basis", "issued", "updated", "dateline", "node", "url")
"""What a page may fill in where the register says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What loading a register did, counted in publications."""

    added: int
    changed: int
    unchanged: int
    removed: int
    strangers: tuple[str, ...]
    """Publications that an earlier register brought and this one does not name."""


def load_register(catalogue: Catalogue, entries: Sequence[Entry], *, prune: bool = False) -> Loaded:
    """Make publications, relations and digests equal to the register's; full texts and their history stay.

    A register may be a part of another, so what it does not name is only counted, unless `prune` asks for its removal;
    a publication whose full text is held is never removed so.
    """
    known = {publication.id: publication for publication in catalogue.publications()}
    named = {entry.publication.id for entry in entries}
    held = catalogue.held()
    strangers = tuple(
        publication.id
        for publication in known.values()
        if publication.origin == REGISTER and publication.id not in named and held.get(publication.id) is not Held.FULL
    )
    outcomes: dict[str, set[Outcome]] = {}
    with catalogue.writing() as write:
        for entry in entries:
            key = entry.publication.id
            read = known.get(key) if held.get(key) is Held.FULL else None
            outcomes[key] = {write.put_publication(_completed(entry.publication, read))}
        for entry in entries:  # every publication stands before a relation names it
            outcomes[entry.publication.id].add(write.put_relations(entry.publication.id, entry.relations))
            outcomes[entry.publication.id].add(write.put_document(entry.digest))
            read_duties(write, entry.digest)
            read_commitments(write, entry.digest, due_days=entry.due_days)
        for publication_id in strangers if prune else ():
            write.remove_publication(publication_id)
    counts = Counter(_of(done) for done in outcomes.values())
    return Loaded(
        added=counts[Outcome.ADDED],
        changed=counts[Outcome.CHANGED],
        unchanged=counts[Outcome.UNCHANGED],
        removed=len(strangers) if prune else 0,
        strangers=() if prune else strangers,
    )


def _completed(record: Publication, read: Publication | None) -> Publication:
    """The register's record with what its page said where the register says nothing."""
    if read is None:
        return record
    told = {name: getattr(record, name) for name in READ_FROM_PAGES}
    filled = {name: getattr(read, name) if value is None else value for name, value in told.items()}
    return replace(record, **filled, meetings=read.meetings)


def _of(done: set[Outcome]) -> Outcome:
    """What happened to a publication as a whole."""
    if Outcome.ADDED in done:
        return Outcome.ADDED
    return Outcome.CHANGED if Outcome.CHANGED in done else Outcome.UNCHANGED
