"""Keeper: holds the library open inside a server and keeps its index equal to the catalogue; does not answer requests.

The catalogue's revision is read every second, so whatever any process ingests is found within seconds (measured in
tests), and a server that starts beside a busy command waits for it.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

from corpus.captures import FOLDER, Captures
from corpus.catalogue import Catalogue, open_catalogue
from corpus.errors import CanllawError, SetupError
from corpus.settings import Settings
from index.cross_encoder import packaged_cross_encoder
from index.embed import SentenceEmbedder
from index.open import open_index
from index.owner import Ownership, own
from index.sync import Progress, sync
from search_api.answering.prepared import prepare
from search_api.commitments.linking import Linker
from search_api.library import Library
from search_api.modelled.model import open_model

SECONDS_BETWEEN_LOOKS = 1.0
PREPARING_SECONDS = 1.0
"""How long sentences are embedded between two looks after a start: half of the time, so that questions come first."""
LINKING_SECONDS = 5.0
"""How long evidence for commitments is looked for between two looks: a long search must not keep new texts waiting."""
log = logging.getLogger("canllaw")


class _EndedError(Exception):
    """The server was told to stop while it indexed."""


class Keeper:
    """The library of a server, from a thread of its own."""

    def __init__(self, settings: Settings, *, progress: Progress | None = None) -> None:
        self._settings = settings
        self._progress = progress
        self._publish: Callable[[Library | None], None] = lambda _: None
        self._ending = threading.Event()
        self._settled = threading.Event()
        self._url: str | None = None
        self._ownership: Ownership | None = None
        self._thread = threading.Thread(target=self._keep, name="keeper", daemon=True)
        self._library: Library | None = None
        self.indexed_revision = 0
        """The catalogue's revision that the index equals."""
        self.trouble: CanllawError | None = None
        """Why the library is not open, or why the last sync failed."""

    def start(self, publish: Callable[[Library | None], None]) -> None:
        """Begin to open the library; `publish` is given it once it is open, and None when it is closed."""
        self._publish = publish
        self._thread.start()

    def stop(self) -> None:
        """Close the library; waits for a batch that is being stored."""
        self._ending.set()
        self._thread.join()

    @property
    def opened(self) -> bool:
        """True once the library has been open and in step."""
        return self._library is not None

    def wait(self) -> Library:
        """The library once it is open and in step; raises what kept it from opening."""
        self._settled.wait()
        if self._library is None:
            raise self.trouble or SetupError("The server was stopped before its index was open.")
        return self._library

    def announce(self, url: str) -> None:
        """Say where we serve, so that commands ask us."""
        self._url = url
        if self._ownership:
            self._ownership.announce(url)

    def _keep(self) -> None:
        try:
            with ExitStack() as stack:
                self._hold(stack)
        except _EndedError:
            log.info("Stopped while indexing; the next start goes on from there.")
        except CanllawError as error:
            self.trouble = error
        finally:
            self._settled.set()

    def _hold(self, stack: ExitStack) -> None:
        catalogue = open_catalogue(self._settings.catalogue_url)
        stack.callback(catalogue.close)
        ownership = None
        while ownership is None and not self._ending.is_set():
            ownership = stack.enter_context(own(self._settings.data_dir, wait=SECONDS_BETWEEN_LOOKS))
        if ownership is None:
            return
        self._ownership = ownership
        ownership.announce(self._url)
        embedder = SentenceEmbedder(self._settings.embedding_model, languages=self._settings.dense_languages)
        captures = Captures(self._settings.data_dir / FOLDER, catalogue)
        library = Library(
            catalogue=catalogue,
            index=open_index(self._settings, embedder),
            captures=captures,
            model=open_model(self._settings),
        )
        stack.callback(library.index.close)
        stack.callback(self._publish, None)  # first of all at the end: no request may meet a closed index
        embedder.load()
        packaged_cross_encoder().load()
        linker = Linker(library)
        preparing = prepare(library)
        while not self._ending.is_set():
            self._look(catalogue, library)
            if self._library is None and self.trouble is None:
                self._library = library
                self._publish(library)
            self._settled.set()
            if self._prepared(preparing):
                self._link(linker)
            self._ending.wait(SECONDS_BETWEEN_LOOKS)

    def _prepared(self, preparing: Iterator[int]) -> bool:
        """Embed sentences for a while; True where none is left to embed."""
        until = time.monotonic() + PREPARING_SECONDS
        while time.monotonic() < until and self.trouble is None and not self._ending.is_set():
            try:
                next(preparing)
            except StopIteration:
                return True
            except CanllawError as error:
                log.error("Sentences could not be embedded beforehand, and will be when they are asked for: %s", error)
                return True
        return False

    def _link(self, linker: Linker) -> None:
        if self.trouble is not None or self._ending.is_set():
            return
        try:
            linker.bring_up(seconds=LINKING_SECONDS, stop=self._ending.is_set)
        except CanllawError as error:
            log.error("Evidence for commitments could not be looked for: %s", error)

    def _advance(self, done: int, of: int) -> None:
        if self._ending.is_set():
            raise _EndedError
        if self._progress:
            self._progress(done, of)

    def _look(self, catalogue: Catalogue, library: Library) -> None:
        try:
            revision = catalogue.revision()
            if revision != self.indexed_revision or self.trouble:
                sync(library.index, catalogue, progress=self._advance)
                self.indexed_revision, self.trouble = revision, None
        except CanllawError as error:
            if str(error) != str(self.trouble):  # once, not every second
                log.error("%s", error)
            self.trouble = error
