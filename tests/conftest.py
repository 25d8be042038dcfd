"""Fixtures that many rooms share: the real model, and a library over the real register."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock

from corpus.captures import FOLDER, Captures
from corpus.catalogue import Catalogue, open_catalogue
from corpus.document import Document, Section, canonical, make_document
from corpus.provenance import Held, Provenance
from corpus.publication import Publication, PublicationType
from corpus.settings import ROOT, Settings
from index.embed import SentenceEmbedder
from index.open import open_index
from index.sync import sync
from ingest.load import load_register
from ingest.register import read_register
from search_api.library import Library
from tests.catalogues import catalogue_in
from tests.durability.folders import copy_folder
from tests.past import fill
from tests.publishers.server import Publishers

REGISTER = ROOT / "corpus" / "register.jsonl"
SEEDS = ROOT.parent / "shared" / "seeds"

# A busy machine makes any example slow once: time is not what these tests judge.
hypothesis.settings.register_profile("canllaw", deadline=None)
hypothesis.settings.load_profile("canllaw")


def pytest_configure(config: pytest.Config) -> None:
    """Marks of our own."""
    config.addinivalue_line("markers", "gate: an exact gate of the evaluation, held by `make gate`")


@pytest.fixture(scope="session")
def embedder() -> SentenceEmbedder:
    """The packaged model, loaded once."""
    return SentenceEmbedder()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings over a data folder of this test's own."""
    return Settings(data_dir=tmp_path / "data")


@pytest.fixture
def catalogue(settings: Settings) -> Iterator[Catalogue]:
    """An empty catalogue."""
    opened = catalogue_in(settings.data_dir)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def register_folder(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, embedder: SentenceEmbedder
) -> Path:
    """A data folder with the whole register in its catalogue and its index, built once for all workers: copy it to open it."""
    place = tmp_path_factory.getbasetemp()
    place = place.parent if hasattr(request.config, "workerinput") else place
    made, making = place / "register", place / "register-making"
    with FileLock(place / "register.lock"):
        if not made.exists():
            settings = Settings(data_dir=making)
            catalogue = open_catalogue(settings.catalogue_url)
            load_register(catalogue, read_register(REGISTER))
            index = open_index(settings, embedder)
            sync(index, catalogue)
            index.close()
            catalogue.close()
            making.rename(made)
    return made


@pytest.fixture(scope="session")
def library(register_folder: Path, tmp_path_factory: pytest.TempPathFactory, embedder: SentenceEmbedder) -> Iterator[Library]:
    """A library over the whole register, for tests that only read."""
    settings = Settings(data_dir=copy_folder(register_folder, tmp_path_factory.mktemp("library") / "data"))
    catalogue = open_catalogue(settings.catalogue_url)
    index = open_index(settings, embedder)
    sync(index, catalogue)
    yield Library(catalogue=catalogue, index=index)
    index.close()
    catalogue.close()


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory, embedder: SentenceEmbedder) -> Iterator[Library]:
    """A library over the shelf with a past, for tests that only read."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("past"))
    catalogue = open_catalogue(settings.catalogue_url)
    captures = Captures(settings.data_dir / FOLDER, catalogue)
    fill(catalogue, captures)
    index = open_index(settings, embedder)
    sync(index, catalogue)
    yield Library(catalogue=catalogue, index=index, captures=captures)
    captures.close()
    index.close()
    catalogue.close()


@pytest.fixture(scope="session")
def publication() -> Callable[..., Publication]:
    """Makes a publication: guidance in English, unless told otherwise."""

    def make(key: str = "guidance-otters", **fields: object) -> Publication:
        given = {
            "title": "Otters in schools: guidance",
            "publisher": "Welsh Government",
            "type": PublicationType.GUIDANCE,
            "language": "en",
            "published": date(2024, 5, 1),
        }
        return Publication(id=key, **(given | fields))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Makes a document of one section, or of the sections given."""

    def make(text: str, key: str = "guidance-otters", **fields: object) -> Document:
        words = canonical(text)
        given = {
            "publication_id": key,
            "language": "en",
            "held": Held.FULL,
            "text": words,
            "sections": (Section(heading="", level=0, start=0, end=len(words)),),
            "provenance": Provenance(
                origin="otters.txt",
                media_type="text/plain",
                sha256="0" * 64,
                retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
                parser="test/1",
            ),
        }
        return make_document(**(given | fields))  # type: ignore[arg-type]

    return make


@pytest.fixture
def publishers() -> Iterator[Publishers]:
    """Every publisher, played on this machine; `publishers.port` is what a Fetcher takes as its loopback port."""
    with Publishers() as playing:
        yield playing
