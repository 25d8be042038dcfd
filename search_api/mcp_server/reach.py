"""Reach: a tool's way to what is held: the library of this server, or from a command the catalogue and a session.

A command takes the index for each call and lets it go again: a `canllaw mcp` that a program keeps open all day keeps nobody
from indexing, and a server that starts meanwhile is asked from then on. Only the model stays loaded.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from functools import cached_property
from typing import Protocol

from corpus.catalogue import Catalogue, open_catalogue
from corpus.errors import CatalogueUnavailable
from corpus.settings import Settings
from index.embed import SentenceEmbedder
from index.owner import own, owner
from search_api.answering.shapes import AnswerShape
from search_api.library import Library
from search_api.present import answer_shape, search_shape
from search_api.question.question import Asked, Known
from search_api.session import Session, session
from search_api.shapes import SearchShape

WAIT_SECONDS = 40.0
"""How long a call waits for a command that is indexing: programs give up on a tool after a minute."""


class Reach(Protocol):
    """What a tool may use, wherever the index is."""

    @property
    def catalogue(self) -> Catalogue:
        """What is held."""

    def search(self, asked: Asked) -> SearchShape:
        """What a search finds."""

    def ask(self, asked: Asked) -> AnswerShape:
        """What a question gets."""

    def site(self) -> str | None:
        """Where our pages are served; None where nobody is known to serve them."""


def known(catalogue: Catalogue) -> Known:
    """Filter values that exist in a catalogue."""
    publications = catalogue.publications()
    return Known(
        publishers=frozenset(one.publisher for one in publications),
        topics=frozenset(topic for one in publications for topic in one.topics),
        today=datetime.now(UTC).date(),
    )


class InServer:
    """The library of this server; `find` raises IndexUnavailable while it is not open."""

    def __init__(self, find: Callable[[], Library], *, public_url: str = "") -> None:
        self._find = find
        self._public_url = public_url

    @property
    def catalogue(self) -> Catalogue:
        """What is held."""
        return self._find().catalogue

    def search(self, asked: Asked) -> SearchShape:
        """What a search finds."""
        library = self._find()
        return search_shape(library.search(library.read(asked)))

    def ask(self, asked: Asked) -> AnswerShape:
        """What a question gets."""
        library = self._find()
        return answer_shape(library.ask(library.read(asked)))

    def site(self) -> str | None:
        """The address people reach this server by, where one is set; else the request's own serves."""
        return self._public_url or None


class InCommand:
    """The catalogue, and for each call the index, or the server that owns it."""

    def __init__(self, settings: Settings, *, say: Callable[[str], None]) -> None:
        self._settings = settings
        self._say = say
        self._embedder = SentenceEmbedder(settings.embedding_model, languages=settings.dense_languages)
        self._opening = threading.Lock()
        self._turn = threading.Lock()

    @property
    def catalogue(self) -> Catalogue:
        """What is held; raises CatalogueUnavailable where nothing is."""
        with self._opening:
            opened = self._opened
        if not opened.revision():
            raise CatalogueUnavailable(f"The catalogue in '{self._settings.data_dir}' is empty: run `canllaw ingest` first.")
        return opened

    def search(self, asked: Asked) -> SearchShape:
        """What a search finds."""
        with self._session() as opened:
            return opened.search(asked)

    def ask(self, asked: Asked) -> AnswerShape:
        """What a question gets."""
        with self._session() as opened:
            return opened.ask(asked)

    def site(self) -> str | None:
        """Where people reach the server, or where one on this machine serves the same data folder."""
        return self._settings.public_url or self._served_at()

    def warm(self) -> None:
        """Load the model, where no server would be asked in our place: the first call then takes a second, not ten."""
        if not self._served_at():
            self._embedder.load()

    def close(self) -> None:
        """Let the catalogue go."""
        with self._opening:
            if "_opened" in self.__dict__:
                self._opened.close()

    @cached_property
    def _opened(self) -> Catalogue:
        return open_catalogue(self._settings.catalogue_url)

    @contextmanager
    def _session(self) -> Iterator[Session]:
        # One at a time takes the index; a server takes as many questions as come.
        turn = nullcontext() if self._served_at() else self._turn
        with turn, session(self._settings, say=self._say, embedder=self._embedder, wait=WAIT_SECONDS) as opened:
            yield opened

    def _served_at(self) -> str | None:
        """The address of a server that owns the index; a note that a killed one left behind names none."""
        noted = owner(self._settings.data_dir)
        if noted is None or noted.url is None:
            return None
        with own(self._settings.data_dir) as ours:
            return None if ours else noted.url
