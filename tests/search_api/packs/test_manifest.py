"""The manifest: the same for the same corpus wherever it is held, another for another, and whole in any string."""

import hashlib
import json
from dataclasses import replace
from datetime import date

from hypothesis import given, strategies

from corpus.catalogue import Catalogue, open_catalogue
from corpus.document import Document
from corpus.publication import Publication
from search_api.packs.manifest import _escape, manifest_text
from search_api.packs.state import corpus_now, mark, marked
from tests.search_api.packs.packing import document, otters, publication


def hold(catalogue: Catalogue, *held: tuple[Publication, Document]) -> None:
    with catalogue.writing() as write:
        for one, text in held:
            write.put_publication(one)
            write.put_document(text)


def shelf() -> list[tuple[Publication, Document]]:
    first, second = publication(), publication("letter-newts", title="Newts", published=date(2025, 1, 2))
    return [(first, document(first, "Otters must sleep.")), (second, document(second, "Newts may swim."))]


def test_the_version_of_a_corpus_is_the_same_wherever_the_same_is_held(tmp_path: object) -> None:
    one, other = open_catalogue(f"sqlite:///{tmp_path}/one.sqlite"), open_catalogue(f"sqlite:///{tmp_path}/other.sqlite")
    hold(one, *shelf())
    hold(other, *reversed(shelf()))
    hold(other, *shelf())

    assert corpus_now(one) == corpus_now(other)
    assert (corpus_now(one).texts, corpus_now(one).publications, corpus_now(one).newest) == (2, 2, date(2025, 1, 2))
    one.close()
    other.close()


def test_it_is_another_once_a_text_or_a_record_is(catalogue: Catalogue) -> None:
    hold(catalogue, *shelf())
    first = corpus_now(catalogue)
    record, text = shelf()[0]
    hold(catalogue, (replace(record, title="Otters at school"), text))
    second = corpus_now(catalogue)
    newt = publication("report-voles", title="Voles")
    hold(catalogue, (newt, document(newt, "Voles should dig.")))
    third = corpus_now(catalogue)

    assert len({one.version for one in (first, second, third)}) == 3
    assert first.marks == second.marks
    new = marked(third) or frozenset()
    assert new - (marked(first) or frozenset()) == {mark(document(newt, "Voles should dig.").id)}


def test_a_manifest_holds_no_clock_and_names_each_text_with_its_hash(catalogue: Catalogue) -> None:
    pack = otters(catalogue, "Otters must sleep.")
    [cited] = pack.manifest.documents

    assert manifest_text(pack.manifest) == manifest_text(otters(catalogue, "Otters must sleep.").manifest)
    assert cited.sha256 == hashlib.sha256(b"Otters must sleep.").hexdigest()
    assert cited.record.status == "in_force"
    assert pack.manifest.citations[0].end == len("Otters must sleep.")


@given(strategies.text(strategies.characters()), strategies.text(alphabet="{}@<>&", max_size=4))
def test_letters_that_may_not_stand_in_strings_are_written_by_their_numbers(words: str, letters: str) -> None:
    told = json.dumps({"a": [words, words], 'b"\\': words}, ensure_ascii=True)
    escaped = _escape(told, letters)

    assert json.loads(escaped) == json.loads(told)
    inside = json.dumps(words)
    assert not set(letters) & set(_escape(inside, letters))


def test_what_a_pack_says_is_told_apart_by_its_parts(catalogue: Catalogue) -> None:
    one, other = otters(catalogue, "Otters must sleep.").manifest, otters(catalogue, "Otters must rest.").manifest

    assert {name for name in one.parts if one.parts[name] != other.parts[name]} == {"citations"}
