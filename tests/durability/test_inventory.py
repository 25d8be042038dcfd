"""The inventory names what is wrong with a folder: each kind of damage, done here by hand, is seen."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from corpus.schema import capture_table, manifestation_table, publication_table
from corpus.settings import Settings
from index.embed import SentenceEmbedder
from index.open import Index, open_index
from index.sync import sync
from tests.durability.inventory import Inventory, take
from tests.durability.small_site import STATEMENTS, lay
from tests.publishers.runs import Runs
from tests.publishers.server import Publishers

Damage = Callable[[Runs, Index], None]


@pytest.fixture
def runs(tmp_path: Path, publishers: Publishers) -> Iterator[Runs]:
    lay(publishers, {})
    with Runs(tmp_path / "data", publishers) as made:
        made.crawl(*STATEMENTS[:2])
        yield made


@pytest.fixture
def index(runs: Runs, embedder: SentenceEmbedder) -> Iterator[Index]:
    with closing(open_index(Settings(data_dir=runs.settings.data_dir), embedder)) as opened:
        sync(opened, runs.catalogue)
        yield opened


def look(runs: Runs, index: Index, *acknowledged: str) -> Inventory:
    return take(runs.catalogue, runs.captures, index, acknowledged=acknowledged)


def test_a_sound_folder_has_no_faults(runs: Runs, index: Index) -> None:
    held = [document.id for _, document in runs.catalogue.current()]

    assert look(runs, index, *held).faults == ()


def test_what_was_acknowledged_and_is_not_there_is_lost(runs: Runs, index: Index) -> None:
    assert look(runs, index, "otters.en.00000000").lost == ("'otters.en.00000000' was acknowledged and is lost",)


def row_lost(runs: Runs, _: Index) -> None:
    capture = runs.captures.all()[-1]
    with runs.catalogue.writing() as write:
        write.connection.execute(delete(manifestation_table).where(manifestation_table.c.capture_id == capture.id))
        write.connection.execute(delete(capture_table).where(capture_table.c.id == capture.id))


def file_lost(runs: Runs, _: Index) -> None:
    runs.captures.close()
    (file,) = runs.captures.folder.iterdir()
    file.unlink()


def never_read(runs: Runs, _: Index) -> None:
    runs.captures.mark(runs.captures.all()[:1], None)


def half_record(runs: Runs, _: Index) -> None:
    (file,) = runs.captures.folder.iterdir()
    with file.open("ab") as opened:
        opened.write(b"\x1f\x8bhalf")


def document_gone(runs: Runs, _: Index) -> None:
    with runs.catalogue.writing() as write:
        write.remove_publication(str(runs.catalogue.publication_met_at(STATEMENTS[1])))


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (row_lost, "has no row"),
        (row_lost, "was read from nothing"),
        (file_lost, "has no record"),
        (never_read, "was never read"),
        (half_record, "is torn"),
        (document_gone, "points are of"),
    ],
)
def test_what_belongs_to_nothing_is_an_orphan(runs: Runs, index: Index, damage: Damage, words: str) -> None:
    damage(runs, index)

    found = look(runs, index)

    assert [one for one in found.orphans if words in one]
    assert found.differences


def test_one_address_of_two_publications_is_there_twice(runs: Runs, index: Index) -> None:
    with runs.catalogue.writing() as write:
        write.connection.execute(
            update(publication_table).where(publication_table.c.url == STATEMENTS[0]).values(url=f"{STATEMENTS[1]}/")
        )

    assert look(runs, index).twice == (f"2 publications are at '{STATEMENTS[1].removeprefix('https://www.')}'",)


def test_one_text_of_two_publications_is_there_twice(runs: Runs, index: Index) -> None:
    publication, document = next(iter(runs.catalogue.current()))
    with runs.catalogue.writing() as write:
        write.put_publication(replace(publication, id="another", url=None))
        write.put_document(replace(document, id="another.en.00000000", publication_id="another"))

    assert look(runs, index).twice == (f"2 publications have the text '{document.text[:40]}…'",)
