"""Sync makes the index equal to the catalogue from any state, and embeds nothing twice."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.finding import Finding, FindingKind
from corpus.publication import Publication, PublicationType
from corpus.settings import Settings
from index.embed import SentenceEmbedder
from index.open import Index, open_index
from index.point import Point
from index.sync import SyncReport, sync
from index.words import Terms

Make = Callable[..., Publication]
Text = Callable[..., Document]
LONG = "Otters may swim in the school pond when the governing body has agreed to it in writing. " * 40


@pytest.fixture
def index(settings: Settings, embedder: SentenceEmbedder) -> Iterator[Index]:
    opened = open_index(settings, embedder)
    yield opened
    opened.close()


@pytest.fixture
def put(catalogue: Catalogue) -> Callable[..., None]:
    def put(publication: Publication, document: Document) -> None:
        with catalogue.writing() as write:
            write.put_publication(publication)
            write.put_document(document)

    return put


def held(index: Index) -> dict[str, set[str]]:
    """Passage ids by document."""
    found: dict[str, set[str]] = {}
    for _, fields in index.store.marks(("document_id", "passage_id")):
        found.setdefault(fields["document_id"], set()).add(fields["passage_id"])
    return found


def test_a_second_sync_changes_nothing(
    index: Index, catalogue: Catalogue, put: Callable[..., None], publication: Make, document: Text
) -> None:
    put(publication(), document(LONG))
    first = sync(index, catalogue)

    assert first.embedded > 3
    assert sync(index, catalogue) == SyncReport(unchanged=first.embedded)


def test_a_changed_text_of_an_event_takes_the_old_one_s_place(
    index: Index, catalogue: Catalogue, put: Callable[..., None], publication: Make, document: Text
) -> None:
    statement = publication(type=PublicationType.WRITTEN_STATEMENT)
    old, new = document(LONG), document("Otters may not swim.")
    put(statement, old)
    before = sync(index, catalogue).embedded
    put(statement, new)

    report = sync(index, catalogue)

    assert set(held(index)) == {new.id}
    assert (report.embedded, report.removed) == (1, before)


def test_an_earlier_text_of_guidance_stays_as_superseded(
    index: Index, catalogue: Catalogue, put: Callable[..., None], publication: Make, document: Text
) -> None:
    old, new = document(LONG), document("Otters may not swim.")
    put(publication(), old)
    before = sync(index, catalogue).embedded
    put(publication(), new)

    report = sync(index, catalogue)

    assert (report.embedded, report.rewritten, report.removed) == (1, before, 0)
    status = {fields["document_id"]: fields["status"] for _, fields in index.store.marks(("document_id", "status"))}
    assert status == {old.id: "superseded", new.id: "in_force"}


def test_a_changed_status_is_written_without_embedding_again(
    index: Index, catalogue: Catalogue, put: Callable[..., None], publication: Make, document: Text
) -> None:
    put(publication(), document(LONG))
    made = sync(index, catalogue).embedded
    vectors = index.store.vectors([key for key, _ in index.store.marks(())])
    withdrawn = Finding(kind=FindingKind.WITHDRAWN, quote="Otters", start=0, end=6, confidence=1.0, rule="test")
    put(publication(), replace(document(LONG), findings=(withdrawn,)))

    assert sync(index, catalogue) == SyncReport(rewritten=made)
    assert {fields["status"] for _, fields in index.store.marks(("status",))} == {"withdrawn"}
    again = index.store.vectors(list(vectors))
    assert all((again[key] == vectors[key]).all() for key in vectors)


def test_a_changed_title_is_embedded_again(
    index: Index, catalogue: Catalogue, put: Callable[..., None], publication: Make, document: Text
) -> None:
    put(publication(), document("Otters may swim."))
    sync(index, catalogue)
    put(publication(title="Badgers"), document("Otters may swim."))

    assert sync(index, catalogue) == SyncReport(embedded=1)


def test_a_removed_publication_leaves_the_index(
    index: Index, catalogue: Catalogue, put: Callable[..., None], publication: Make, document: Text
) -> None:
    put(publication(), document(LONG))
    put(publication("other"), document("Other words.", "other"))
    made = sync(index, catalogue).embedded
    with catalogue.writing() as write:
        write.remove_publication("guidance-otters")

    assert sync(index, catalogue) == SyncReport(removed=made - 1, unchanged=1)
    assert len(held(index)) == 1


def test_a_welsh_text_gets_a_vector_by_its_gloss(
    index: Index, catalogue: Catalogue, put: Callable[..., None], publication: Make, document: Text
) -> None:
    put(publication(language="cy"), document("Caiff dyfrgwn nofio.", language="cy"))

    assert sync(index, catalogue) == SyncReport(embedded=1)
    assert len(index.store.vectors([key for key, _ in index.store.marks(())])) == 1


def test_a_text_in_a_language_the_model_cannot_read_gets_no_vector(
    settings: Settings, catalogue: Catalogue, put: Callable[..., None], publication: Make, document: Text
) -> None:
    put(publication(), document("Otters may swim."))

    with closing(open_index(settings, SentenceEmbedder(languages=frozenset({"cy"})))) as index:
        assert sync(index, catalogue) == SyncReport(rewritten=1)
        assert index.store.vectors([key for key, _ in index.store.marks(())]) == {}


@pytest.mark.parametrize("stop_after", [0, 1, 2])
def test_a_sync_that_is_cut_off_is_finished_by_the_next(
    index: Index, catalogue: Catalogue, put: Callable[..., None], publication: Make, document: Text, stop_after: int
) -> None:
    for key in ("a", "b", "c"):
        put(publication(key), document(LONG + key, key))

    def stop(done: int, _of: int) -> None:
        if done == stop_after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sync(index, catalogue, progress=stop)

    assert len(held(index)) == stop_after
    sync(index, catalogue)
    assert len(held(index)) == 3
    assert sync(index, catalogue).embedded == 0


def test_a_document_that_is_half_there_is_made_whole(
    index: Index, catalogue: Catalogue, put: Callable[..., None], publication: Make, document: Text
) -> None:
    put(publication(), document(LONG))
    made = sync(index, catalogue).embedded
    whole = held(index)
    index.store.remove([key for key, _ in index.store.marks(())][:2])

    report = sync(index, catalogue)

    assert held(index) == whole
    assert (report.embedded, report.rewritten) == (2, made - 2)


def test_points_that_no_document_claims_are_swept_away(
    index: Index, catalogue: Catalogue, put: Callable[..., None], publication: Make, document: Text
) -> None:
    put(publication(), document("Otters may swim."))
    sync(index, catalogue)
    [(key, _)] = index.store.marks(())
    stranger = {"document_id": "gone.en.00000000", "passage_id": "gone", "publication_id": "gone"}
    sparse = Terms([1], [1.0])
    index.store.put([Point(passage_id="gone", dense=None, sparse=sparse, fields=stranger)])

    assert sync(index, catalogue).removed == 1
    assert [one for one, _ in index.store.marks(())] == [key]


def test_an_index_made_anew_has_the_same_ids(
    settings: Settings,
    embedder: SentenceEmbedder,
    catalogue: Catalogue,
    put: Callable[..., None],
    publication: Make,
    document: Text,
) -> None:
    put(publication(), document(LONG))
    first = open_index(settings, embedder)
    sync(first, catalogue)
    before = sorted(key for key, _ in first.store.marks(()))
    first.close()

    second = open_index(settings, embedder, anew=True)
    sync(second, catalogue)
    assert sorted(key for key, _ in second.store.marks(())) == before
    second.close()
