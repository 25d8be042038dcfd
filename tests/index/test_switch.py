"""A new text takes the place of the one before between two searches: at no moment is a publication not to be found.

After every single operation on the store a search is made, as a reader might make one just then.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from corpus.catalogue import Catalogue
from corpus.document import Document, Section, canonical
from corpus.errors import IndexUnavailable
from corpus.provenance import Held
from corpus.publication import Publication, PublicationType
from corpus.settings import Settings
from index.agreement import differences
from index.embed import SentenceEmbedder, Vectors
from index.open import Index, open_index
from index.point import Condition, Match, PassageStore, Point
from index.sync import BATCH, sync
from index.words import Terms
from search_api.library import Library
from search_api.question.question import Asked

Make = Callable[..., Publication]
Text = Callable[..., Document]
KEY = "guidance-otters"
ASKED = "otters pond"
START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
GUIDANCE, STATEMENT = PublicationType.GUIDANCE, PublicationType.WRITTEN_STATEMENT


class Watched:
    """A store that tells of every change made to it, just after."""

    def __init__(self, store: PassageStore) -> None:
        self._store = store
        self.told: Callable[[str], None] = lambda _: None

    def put(self, points: Sequence[Point]) -> None:
        self._store.put(points)
        self.told("put")

    def remove(self, ids: Sequence[str]) -> None:
        self._store.remove(ids)
        self.told("remove")

    def dense(self, vector: Vectors, conditions: Sequence[Condition], limit: int) -> list[Match]:
        return self._store.dense(vector, conditions, limit)

    def sparse(self, terms: Terms, conditions: Sequence[Condition], limit: int) -> list[Match]:
        return self._store.sparse(terms, conditions, limit)

    def marks(self, keys: Sequence[str], conditions: Sequence[Condition] = ()) -> Iterator[tuple[str, dict[str, Any]]]:
        return self._store.marks(keys, conditions)

    def vectors(self, ids: Sequence[str]) -> dict[str, Vectors]:
        return self._store.vectors(ids)

    def manifest(self) -> dict[str, Any] | None:
        return self._store.manifest()

    def write_manifest(self, manifest: Mapping[str, Any]) -> None:
        self._store.write_manifest(manifest)

    def close(self) -> None:
        self._store.close()


@pytest.fixture
def watched(settings: Settings, embedder: SentenceEmbedder) -> Iterator[tuple[Watched, Index]]:
    opened = open_index(settings, embedder)
    store = Watched(opened.store)
    yield store, Index(store, embedder)
    opened.close()


def put(catalogue: Catalogue, publication: Publication, document: Document, *, day: int = 0) -> None:
    with catalogue.writing() as write:
        write.put_publication(publication)
        write.put_document(document, seen_at=START + timedelta(days=day))


def long(document: Text, *, said: str, paragraphs: int) -> Document:
    """A text of one passage a section."""
    parts = [f"Rule {number}: otters {said} in the pond." for number in range(paragraphs)]
    text = canonical("\n\n".join(parts))
    starts = [text.index(part) for part in parts]
    ends = [*starts[1:], len(text)]
    sections = tuple(
        Section(heading=f"Rule {number}", level=1, start=start, end=end)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    return document(text, sections=sections)


def shown(library: Library) -> set[str]:
    found = library.search(library.read(Asked(q=ASKED)))
    return {one.document.id for one in found.shown if one.publication.id == KEY}


@pytest.mark.parametrize("kind", [GUIDANCE, STATEMENT])
@pytest.mark.parametrize("first", [Held.DIGEST, Held.FULL])
def test_a_publication_is_found_at_every_moment_of_a_change(
    watched: tuple[Watched, Index], catalogue: Catalogue, publication: Make, document: Text, kind: PublicationType, first: Held
) -> None:
    store, index = watched
    library = Library(catalogue=catalogue, index=index)
    record = publication(type=kind)
    # The old text fits the question better than the new one does, in more passages than a page shows of one publication.
    old = replace(long(document, said="and more otters swim", paragraphs=12), held=first)
    new = long(document, said="are seldom seen, with many other animals of the river,", paragraphs=BATCH + 6)
    put(catalogue, record, old)
    put(catalogue, publication("other", title="Herons"), document("Herons stand beside a river.", "other"))
    sync(index, catalogue)
    assert shown(library) == {old.id}
    moments: list[tuple[str, set[str], bool]] = []
    store.told = lambda what: moments.append((what, shown(library), new.id in index.whole))

    put(catalogue, record, new, day=1)
    before_any_sync = shown(library)
    sync(index, catalogue, progress=lambda _done, _of: store.told("between"))

    assert before_any_sync == {old.id}
    assert [what for what, _, _ in moments][:3] == ["between", "put", "put"]
    assert all(found for _, found, _ in moments), moments
    assert all(old.id not in found for _, found, switched in moments if switched)
    assert shown(library) == {new.id}
    assert list(differences(index, catalogue)) == []


@pytest.mark.parametrize("kind", [GUIDANCE, STATEMENT])
def test_order_is_put_then_verify_then_switch_then_retire(
    watched: tuple[Watched, Index], catalogue: Catalogue, publication: Make, document: Text, kind: PublicationType
) -> None:
    store, index = watched
    record = publication(type=kind)
    old, new = document("Otters may swim in the pond."), long(document, said="may not swim", paragraphs=BATCH + 6)
    put(catalogue, record, old)
    sync(index, catalogue)
    steps: list[tuple[str, bool, bool]] = []

    def there(key: str) -> bool:
        return any(fields["document_id"] == key for _, fields in store.marks(("document_id",)))

    def note(what: str) -> None:
        steps.append((what, new.id in index.whole, there(old.id)))

    store.told = note
    put(catalogue, record, new, day=1)
    sync(index, catalogue)

    assert steps[:2] == [("put", False, True), ("put", False, True)]
    assert all(old_there for _, switched, old_there in steps if not switched)
    assert steps[-1][1:] == (True, kind is GUIDANCE)  # an earlier text of guidance stays, as superseded


def test_what_is_deleted_or_gone_is_not_found_from_that_moment_on(
    watched: tuple[Watched, Index], catalogue: Catalogue, publication: Make, document: Text
) -> None:
    _, index = watched
    library = Library(catalogue=catalogue, index=index)
    put(catalogue, publication(), document("Otters may swim in the pond."))
    sync(index, catalogue)
    put(catalogue, publication(), document("Otters may not swim in the pond."), day=1)
    assert shown(library)

    with catalogue.writing() as write:
        write.mark_gone(KEY, date(2026, 3, 3), basis="missed on three days")
    assert shown(library) == set()

    with catalogue.writing() as write:
        write.mark_gone(KEY, None, basis=None)
    assert shown(library)

    with catalogue.writing() as write:
        write.remove_publication(KEY)
    assert shown(library) == set()
    assert sync(index, catalogue).removed == 1
    assert list(differences(index, catalogue)) == []


def test_a_store_that_loses_points_is_not_switched_to(
    watched: tuple[Watched, Index], catalogue: Catalogue, publication: Make, document: Text
) -> None:
    store, index = watched
    library = Library(catalogue=catalogue, index=index)
    old, new = document("Otters may swim in the pond."), long(document, said="may not swim", paragraphs=3)
    put(catalogue, publication(), old)
    sync(index, catalogue)
    put(catalogue, publication(), new, day=1)

    def lose(what: str) -> None:
        if what == "put":
            mine = [key for key, fields in store.marks(("document_id",)) if fields["document_id"] == new.id]
            store._store.remove(mine[:1])

    store.told = lose
    with pytest.raises(IndexUnavailable, match=r"The index holds 2 of the 3 passages of .* just after they were stored"):
        sync(index, catalogue)

    assert new.id not in index.whole
    assert old.id in shown(library)
    store.told = lambda _: None
    sync(index, catalogue)
    assert shown(library) == {new.id}
