"""Every way in which index and catalogue can differ is told in a sentence, and a sync mends it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from corpus.catalogue import Catalogue
from corpus.difference import Place
from corpus.document import Document, Section
from corpus.publication import Publication
from corpus.settings import Settings
from index.agreement import differences
from index.embed import SentenceEmbedder
from index.open import Index, open_index
from index.point import Point
from index.sync import sync
from index.words import Terms

Make = Callable[..., Publication]
Text = Callable[..., Document]
LONG = "Otters may swim in the school pond when the governing body has agreed to it in writing. " * 40


@pytest.fixture
def index(settings: Settings, embedder: SentenceEmbedder) -> Iterator[Index]:
    opened = open_index(settings, embedder)
    yield opened
    opened.close()


def put(catalogue: Catalogue, publication: Publication, document: Document) -> None:
    with catalogue.writing() as write:
        write.put_publication(publication)
        write.put_document(document)


def told(index: Index, catalogue: Catalogue) -> list[str]:
    found = list(differences(index, catalogue))
    assert {(one.place, one.mend) for one in found} <= {(Place.INDEX, "the index is brought up to the catalogue")}
    return [one.what for one in found]


def keys(index: Index, document: Document) -> list[str]:
    return sorted(key for key, fields in index.store.marks(("document_id",)) if fields["document_id"] == document.id)


def a_new_text(_index: Index, catalogue: Catalogue, publication: Make, document: Text) -> str:
    new = document("Herons.", "other")
    put(catalogue, publication("other", title="Herons"), new)
    return f"No passage of '{new.id}' (Herons) can be found by a search."


def lost_points(index: Index, _catalogue: Catalogue, _publication: Make, document: Text) -> str:
    text = document(LONG)
    mine = keys(index, text)
    index.store.remove(mine[:2])
    return f"{len(mine) - 2} of the {len(mine)} passages of '{text.id}' can be found by a search."


def all_points_lost(index: Index, _catalogue: Catalogue, _publication: Make, document: Text) -> str:
    text = document(LONG)
    index.store.remove(keys(index, text))
    return f"No passage of '{text.id}' (Otters in schools: guidance) can be found by a search."


def another_record(_index: Index, catalogue: Catalogue, publication: Make, document: Text) -> str:
    put(catalogue, publication(topics=("ponds",)), document(LONG))
    return f"The passages of '{document(LONG).id}' carry an earlier record of it."


def a_removed_text(index: Index, catalogue: Catalogue, _publication: Make, document: Text) -> str:
    with catalogue.writing() as write:
        write.remove_publication("guidance-otters")
    text = document(LONG)
    return f"{len(keys(index, text))} passages of '{text.id}' are left, which may no longer be searched."


def a_stranger(index: Index, _catalogue: Catalogue, _publication: Make, _document: Text) -> str:
    fields = {"document_id": "gone.en.0", "passage_id": "gone", "publication_id": "gone", "digest": "a", "of": 1}
    index.store.put([Point(passage_id="gone", dense=None, sparse=Terms([1], [1.0]), fields=fields)])
    return "1 passages of 'gone.en.0' are left, which may no longer be searched."


@pytest.mark.parametrize("harm", [a_new_text, lost_points, all_points_lost, another_record, a_removed_text, a_stranger])
def test_a_difference_is_told_and_mended(
    index: Index,
    catalogue: Catalogue,
    publication: Make,
    document: Text,
    harm: Callable[[Index, Catalogue, Make, Text], str],
) -> None:
    put(catalogue, publication(), document(LONG))
    sync(index, catalogue)
    assert told(index, catalogue) == []

    expected = harm(index, catalogue, publication, document)

    assert told(index, catalogue) == [expected]
    sync(index, catalogue)
    assert told(index, catalogue) == []
    assert not sync(index, catalogue).removed


def test_a_record_that_was_half_written_is_told_as_that(
    index: Index, catalogue: Catalogue, publication: Make, document: Text
) -> None:
    put(catalogue, publication(), document(LONG))
    sync(index, catalogue)
    [first, *_] = index.store.marks(("document_id", "passage_id", "publication_id", "of"))
    fields = first[1] | {"digest": "another"}
    index.store.put([Point(passage_id=fields["passage_id"], dense=None, sparse=Terms([1], [1.0]), fields=fields)])

    assert told(index, catalogue) == [f"The passages of '{document(LONG).id}' carry an earlier record of it."]
    sync(index, catalogue)
    assert told(index, catalogue) == []


def test_a_text_of_front_matter_only_has_nothing_to_find(
    index: Index, catalogue: Catalogue, publication: Make, document: Text
) -> None:
    text = document("Skip to main content.")
    text = replace(text, sections=(Section(heading="", level=0, start=0, end=len(text.text), front=True),))
    put(catalogue, publication(), text)

    sync(index, catalogue)

    assert told(index, catalogue) == []
    assert list(index.store.marks(())) == []
