"""Makes documents and comparisons of a few words, and a catalogue and a site of texts that stand to each other in every way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpus.catalogue import Catalogue, open_catalogue
from corpus.document import Document
from corpus.settings import Settings
from index.embed import SentenceEmbedder
from index.open import open_index
from search_api.app import make_app
from search_api.comparing.align import align
from search_api.comparing.changes import Change, changes
from search_api.comparing.likeness import WORDS_ALONE, Meaning
from search_api.comparing.paragraphs import paragraphs_of
from search_api.comparing.said import said_otherwise
from search_api.library import Library
from search_api.messages import read_messages
from search_api.press import Press
from tests.past import guidance, text_of
from tests.search_api.comparing.texts import fill

WELSH = Path(__file__).parent / "cy"
"""The Welsh of the page, beside which the rest of the pages is in English."""
Found = Callable[..., list[Change]]


def document(text: str, *, key: str = "one", language: str = "en") -> Document:
    return text_of(guidance(key, key, language=language), text)


@pytest.fixture(scope="session")
def meaning(embedder: SentenceEmbedder) -> Meaning:
    return Meaning(read=embedder.passages, languages=embedder.languages)


@pytest.fixture(scope="session")
def changed() -> Found:
    """What changed that matters between two texts, by words alone."""

    def found(first: str, second: str, language: str = "en") -> list[Change]:
        mine, theirs = document(first, key="a", language=language), document(second, key="b", language=language)
        cuts = [paragraphs_of(one).paragraphs for one in (mine, theirs)]
        rows = align(*cuts, language=language, meaning=WORDS_ALONE).rows
        said = said_otherwise(rows, (mine.text, cuts[0]), (theirs.text, cuts[1]), language=language)
        return list(changes(said, mine, theirs))

    return found


@pytest.fixture(scope="session")
def kites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    opened = open_catalogue(f"sqlite:///{tmp_path_factory.mktemp('kites') / 'catalogue.sqlite'}")
    fill(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def held(kites: Catalogue, embedder: SentenceEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library over those texts, whose index nobody searches."""
    index = open_index(Settings(data_dir=tmp_path_factory.mktemp("index")), embedder)
    yield Library(catalogue=kites, index=index)
    index.close()


@pytest.fixture(scope="session")
def client(held: Library) -> Iterator[TestClient]:
    """The application over those texts, its page in Welsh too."""
    app = make_app(held)
    app.state.press = Press(read_messages(WELSH))
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened
