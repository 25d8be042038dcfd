"""The way to the library from a command: the index is taken for a call and let go, and a server is asked where one runs."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.catalogue import open_catalogue
from corpus.errors import CatalogueUnavailable, IndexUnavailable
from corpus.settings import Settings
from index.owner import own
from search_api.mcp_server.reach import InCommand
from search_api.question.question import Asked
from tests.search_api.conftest import shelf_entries
from tests.search_api.mcp_server.conftest import Served, serving

READING = Asked(q="reading plan", limit=3)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder that no server owns."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("alone"))
    catalogue = open_catalogue(settings.catalogue_url)
    with catalogue.writing() as write:
        for publication, text in shelf_entries():
            write.put_publication(publication)
            write.put_document(text)
    catalogue.close()
    return settings


@pytest.fixture(scope="module")
def said() -> list[str]:
    return []


@pytest.fixture(scope="module")
def reach(alone: Settings, said: list[str]) -> Iterator[InCommand]:
    made = InCommand(alone, say=said.append)
    made.warm()
    yield made
    made.close()


def is_free(settings: Settings) -> bool:
    with own(settings.data_dir) as ours:
        return ours is not None


def test_the_index_is_let_go_between_calls(reach: InCommand, alone: Settings) -> None:
    assert reach.search(READING).hits[0].publication_id == "statement-reading"
    assert is_free(alone)
    assert reach.catalogue.publications()
    assert reach.site() is None


def test_calls_at_once_take_turns(reach: InCommand, said: list[str]) -> None:
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(reach.search, [READING] * 3))

    assert found[0] == found[1] == found[2]
    assert said == []


def test_a_server_that_starts_meanwhile_is_asked_from_then_on(reach: InCommand, alone: Settings) -> None:
    before = reach.search(READING)
    with serving(alone) as running:
        assert reach.site() == running.url
        assert reach.search(READING) == before
        assert not is_free(alone)
    assert reach.site() is None
    assert reach.search(READING) == before


def test_an_address_that_a_killed_server_left_behind_names_nobody(reach: InCommand, alone: Settings) -> None:
    note = Path(alone.data_dir / "index.owner.json")
    note.write_text('{"process": 1, "url": "http://127.0.0.1:9"}', encoding="utf-8")

    assert reach.site() is None
    assert reach.search(READING).total


def test_people_s_own_address_of_a_server_stands_before_the_one_found_here(served: Served) -> None:
    named = served.settings.model_copy(update={"public_url": "https://canllaw.example"})

    assert InCommand(named, say=lambda _: None).site() == "https://canllaw.example"


def test_an_empty_catalogue_names_the_first_command(settings: Settings) -> None:
    reach = InCommand(settings, say=lambda _: None)
    try:
        with pytest.raises(CatalogueUnavailable, match="is empty: run `canllaw ingest` first"):
            _ = reach.catalogue
        with pytest.raises(IndexUnavailable, match="is empty: run `canllaw ingest` first"):
            reach.search(READING)
    finally:
        reach.close()
