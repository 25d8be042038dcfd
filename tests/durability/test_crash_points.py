"""A process killed at any step of a document's life: nothing finished is lost, and the next start ends as if it had lived."""

import signal
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue, open_catalogue
from corpus.crash import Step
from corpus.settings import Settings
from index.embed import SentenceEmbedder
from ingest.read import parse
from search_api.library import Library
from search_api.question.question import Asked
from tests.durability.folders import acknowledged, copy_folder, inventory, opened, start
from tests.durability.small_site import FILES, KITES, PARTS, STATEMENTS, lay
from tests.durability.worker import work
from tests.publishers.runs import State, state
from tests.publishers.server import Publishers

ASKED = (STATEMENTS[0], KITES, PARTS[0])
CHANGED = (*ASKED, FILES[0])
SECONDS = 120
BEFORE_STORED = frozenset({Step.FETCHED, Step.KEPT, Step.CAPTURED, Step.PARSED, Step.STORING})


@dataclass(frozen=True, kw_only=True)
class Town:
    """A folder with a crawled and indexed town, of which everything has changed since."""

    folder: Path
    port: int
    before: dict[str, str]
    """Publications and their texts in that folder."""
    after: State
    """The catalogue once a crawl that nothing ended has seen the changes."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, embedder: SentenceEmbedder) -> Iterator[Town]:
    with Publishers() as publishers:
        folder, whole = tmp_path_factory.mktemp("town") / "data", tmp_path_factory.mktemp("whole") / "data"
        settings = Settings(data_dir=folder, loopback_port=publishers.port)
        lay(publishers, {})
        work(settings, ASKED, days=-1, embedder=embedder, parse=parse)
        lay(publishers, dict.fromkeys(CHANGED, 2))
        copy_folder(folder, whole)
        work(settings.model_copy(update={"data_dir": whole}), ASKED, embedder=embedder, parse=parse)
        yield Town(
            folder=folder,
            port=publishers.port,
            before=read(settings),
            after=read_state(settings.model_copy(update={"data_dir": whole})),
        )


def read(settings: Settings) -> dict[str, str]:
    with closing(open_catalogue(settings.catalogue_url)) as catalogue:
        return current(catalogue)


def read_state(settings: Settings) -> State:
    with closing(open_catalogue(settings.catalogue_url)) as catalogue:
        return state(catalogue)


def shown(library: Library, publication_id: str) -> set[str]:
    """Documents of one publication that a search for its title shows."""
    publication = library.catalogue.publication(publication_id)
    assert publication
    found = library.search(library.read(Asked(q=publication.title, limit=100)))
    return {one.document.id for one in found.shown if one.publication.id == publication_id}


def current(catalogue: Catalogue) -> dict[str, str]:
    return {publication.id: document.id for publication, document in catalogue.current()}


def test_the_town_changes_in_every_way_that_matters(town: Town) -> None:
    assert len(town.before) == 5
    versions = {key: value[2:] for key, value in town.after.items() if key != "relations"}
    changed = {key for key, texts in versions.items() if len(texts) == 2}
    assert len(changed) == 4


@pytest.mark.parametrize("step", Step)
def test_a_death_at_any_step_loses_nothing_and_is_healed_by_the_next_start(
    town: Town, tmp_path: Path, embedder: SentenceEmbedder, step: Step
) -> None:
    settings = Settings(data_dir=copy_folder(town.folder, tmp_path / "data"), loopback_port=town.port)

    worker = start(settings, ASKED, step=step)
    said, errors = worker.communicate(timeout=SECONDS)

    assert worker.returncode == -signal.SIGKILL, errors  # else the step is never passed
    assert "synced" not in said
    assert bool(acknowledged(said)) == (step not in BEFORE_STORED | {Step.STORED})

    # As it was left.
    left = settings.model_copy(update={"data_dir": copy_folder(settings.data_dir, tmp_path / "left")})
    with opened(left, embedder) as library:
        assert [key for key in acknowledged(said) if library.catalogue.document(key) is None] == []
        now = current(library.catalogue)
        for publication_id, before in town.before.items():
            switched = now[publication_id] in library.index.whole
            assert shown(library, publication_id) == {now[publication_id] if switched else before}

    # And healed.
    work(settings, ASKED, embedder=embedder, parse=parse)

    assert read_state(settings) == town.after
    found = inventory(settings, embedder, acknowledged(said))
    assert found.faults == ()
    with opened(settings, embedder) as library:
        for publication_id, document_id in current(library.catalogue).items():
            assert shown(library, publication_id) == {document_id}


def test_the_steps_named_here_are_those_before_a_text_is_stored() -> None:
    assert list(Step)[: len(BEFORE_STORED)] == sorted(BEFORE_STORED, key=list(Step).index)
    assert list(Step)[len(BEFORE_STORED)] is Step.STORED
