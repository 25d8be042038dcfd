"""The catalogue keeps everything or nothing, and knows when it changed."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue, Outcome, open_catalogue
from corpus.document import Document, Section
from corpus.errors import CatalogueUnavailable
from corpus.finding import Finding, FindingKind
from corpus.provenance import Held
from corpus.publication import Publication, Relation, RelationKind
from corpus.schema import metadata
from corpus.settings import Settings

Make = Callable[..., Publication]
Text = Callable[..., Document]


def put(catalogue: Catalogue, publication: Publication, *documents: Document) -> list[Outcome]:
    with catalogue.writing() as write:
        return [write.put_publication(publication), *(write.put_document(document) for document in documents)]


def test_what_is_put_is_read_back(catalogue: Catalogue, publication: Make, document: Text) -> None:
    text = document("Otters may swim.\n", sections=(Section(heading="", level=0, start=0, end=17),))

    put(catalogue, publication(topics=("otters",), also_at=("https://a.example",)), text)

    [(record, held)] = catalogue.current()
    assert held == text
    assert (record.topics, record.also_at) == (("otters",), ("https://a.example",))
    assert record.standing.status_basis == "nothing held supersedes or withdraws it"


def test_the_same_again_changes_nothing(catalogue: Catalogue, publication: Make, document: Text) -> None:
    put(catalogue, publication(), document("One."))
    before = catalogue.revision()

    outcomes = put(catalogue, publication(), document("One."))

    assert outcomes == [Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert catalogue.revision() == before


def test_a_full_text_takes_the_digest_s_place_and_the_digest_stays_in_history(
    catalogue: Catalogue, publication: Make, document: Text
) -> None:
    digest, full = document("A fact.", held=Held.DIGEST), document("The whole text.")
    put(catalogue, publication(), digest)
    put(catalogue, publication(), full)

    assert catalogue.current_document("guidance-otters") == full
    assert [(one.document.id, one.current) for one in catalogue.versions("guidance-otters")] == [
        (full.id, True),
        (digest.id, False),
    ]


def test_a_newer_digest_does_not_displace_a_full_text(catalogue: Catalogue, publication: Make, document: Text) -> None:
    full = document("The whole text.")
    put(catalogue, publication(), full)

    put(catalogue, publication(), document("Another fact.", held=Held.DIGEST))

    assert catalogue.current_document("guidance-otters") == full


def test_an_earlier_text_put_again_is_current_again(catalogue: Catalogue, publication: Make, document: Text) -> None:
    one, two = document("One."), document("Two.")
    put(catalogue, publication(), one)
    put(catalogue, publication(), two)

    put(catalogue, publication(), one)

    assert catalogue.current_document("guidance-otters") == one
    assert len(catalogue.versions("guidance-otters")) == 2


def test_a_failure_midway_leaves_all_as_it_was(catalogue: Catalogue, publication: Make, document: Text) -> None:
    put(catalogue, publication(), document("One."))
    before = catalogue.revision()

    def write_and_be_stopped() -> None:
        with catalogue.writing() as write:
            write.put_publication(publication(title="Changed"))
            write.put_document(document("Two."))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_and_be_stopped()

    assert catalogue.revision() == before
    assert [(one.title, text.text) for one, text in catalogue.current()] == [("Otters in schools: guidance", "One.")]


def test_a_relation_to_a_publication_that_is_not_held_is_refused(catalogue: Catalogue, publication: Make) -> None:
    def write_a_relation() -> None:
        relation = Relation(source="guidance-otters", kind=RelationKind.AMENDS, target="nope")
        with catalogue.writing() as write:
            write.put_publication(publication())
            write.put_relations("guidance-otters", [relation])

    with pytest.raises(CatalogueUnavailable, match="FOREIGN KEY"):
        write_a_relation()

    assert catalogue.publications() == []


def test_a_removed_publication_takes_its_texts_and_relations_along(
    catalogue: Catalogue, publication: Make, document: Text
) -> None:
    put(catalogue, publication("other"))
    put(catalogue, publication(), document("One."))
    with catalogue.writing() as write:
        write.put_relations("other", [Relation(source="other", kind=RelationKind.SUPERSEDES, target="guidance-otters")])

    with catalogue.writing() as write:
        assert write.remove_publication("guidance-otters")
        assert not write.remove_publication("guidance-otters")

    assert list(catalogue.current()) == []
    assert catalogue.relations() == []


def test_standing_is_settled_anew_with_every_change(catalogue: Catalogue, publication: Make, document: Text) -> None:
    text = document("Withdrawn.")
    put(catalogue, publication(), text)
    withdrawn = Finding(kind=FindingKind.WITHDRAWN, quote="Withdrawn.", start=0, end=10, confidence=1.0, rule="test")

    put(catalogue, publication(), replace(text, findings=(withdrawn,)))

    [held] = catalogue.publications()
    assert held.standing.status == "withdrawn"
    assert held.standing.status_evidence is not None
    assert (held.standing.status_evidence.document_id, held.standing.status_evidence.quote) == (text.id, "Withdrawn.")


@pytest.mark.usefixtures("catalogue")
def test_the_migrations_make_the_schema_the_code_expects(settings: Settings) -> None:
    with sqlite3.connect(settings.data_dir / "catalogue.sqlite") as connection:
        tables = {name for (name,) in connection.execute("select name from sqlite_master where type='table'")}
        columns = {table: {row[1] for row in connection.execute(f"pragma table_info({table})")} for table in tables}
        mode = connection.execute("pragma journal_mode").fetchone()

    assert mode == ("wal",)
    assert tables - {"alembic_version"} == set(metadata.tables)
    assert all(columns[name] == {column.name for column in table.columns} for name, table in metadata.tables.items())


def test_a_catalogue_of_a_later_version_is_refused_with_a_sentence(settings: Settings, catalogue: Catalogue) -> None:
    catalogue.close()
    with sqlite3.connect(settings.data_dir / "catalogue.sqlite") as connection:
        connection.execute("update alembic_version set version_num = '9999'")

    with pytest.raises(CatalogueUnavailable, match="another version of Canllaw"):
        open_catalogue(settings.catalogue_url)


def test_a_file_that_is_no_database_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(b"not a database at all" * 100)

    with pytest.raises(CatalogueUnavailable, match="cannot be used: file is not a database"):
        open_catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}")


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(CatalogueUnavailable, match="CANLLAW_DATA_DIR"):
        open_catalogue(f"sqlite:///{tmp_path / 'file' / 'data' / 'catalogue.sqlite'}")
