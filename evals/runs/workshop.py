"""Workshop: a catalogue and an index made for one evaluation, from register, shelf, and the seed texts where they are held.

Does not touch the catalogue that people use: the gold is checked against the register, and a fetched text may say less.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from corpus.captures import FOLDER, Captures
from corpus.catalogue import Catalogue, open_catalogue
from corpus.errors import GoldError, IndexOutOfDate, IndexUnavailable
from corpus.settings import Settings
from evals.gold.questions import SHELF
from evals.gold.seeds import SHARED, seed_files
from index.embed import Embedder
from index.open import Index, open_index
from index.owner import own
from index.sync import sync
from ingest.files import ingest_paths
from ingest.intake import Intake
from ingest.load import load_register
from ingest.read import parse
from ingest.register import read_register
from search_api.library import Library

WAIT_SECONDS = 10.0
READ_AT = datetime(2026, 1, 1, tzinfo=UTC)
"""Set down as the day the seed texts were read, so that two runs hold the same."""
ASKED_ON = date(2026, 5, 1)
"""Set down as the day questions are asked on, so that "last year" means the same in every run; after all that is held."""


@contextmanager
def workshop(
    folder: Path,
    *,
    register: Path,
    embedder: Embedder,
    shared: Path | None = SHARED,
    shelf: Path = SHELF,
    today: Callable[[], date] | None = None,
) -> Iterator[Library]:
    """A library over everything the gold speaks of, in an empty or earlier folder; asked on the day `today` tells."""
    settings = Settings(data_dir=folder, register_path=register, database_url="", qdrant_url="")
    with own(folder, wait=WAIT_SECONDS) as ownership:
        if ownership is None:
            raise IndexUnavailable(f"Another evaluation is using '{folder}'. Wait until it ends.")
        catalogue = open_catalogue(settings.catalogue_url)
        index = _opened(settings, embedder)
        try:
            fill(catalogue, folder=folder, register=register, shared=shared, shelf=shelf)
            sync(index, catalogue)
            yield Library(catalogue=catalogue, index=index, today=today)
        finally:
            index.close()
            catalogue.close()


def _opened(settings: Settings, embedder: Embedder) -> Index:
    """The workshop's index: what other rules built is made anew, for nothing else rests on it."""
    try:
        return open_index(settings, embedder)
    except IndexOutOfDate:
        return open_index(settings, embedder, anew=True)


def fill(catalogue: Catalogue, *, folder: Path, register: Path, shared: Path | None, shelf: Path = SHELF) -> None:
    """Put register and shelf in a catalogue, and each full text in the place of its digest."""
    load_register(catalogue, read_register(register), prune=True)
    for records in sorted(shelf.glob("records*.jsonl")):
        load_register(catalogue, read_register(records))
    texts = {path.stem: path for path in sorted(shelf.glob("*.md"))} | (seed_files(shared) if shared else {})
    for publication_id, path in texts.items():
        with closing(Captures(folder / FOLDER, catalogue)) as captures:
            intake = Intake(catalogue=catalogue, captures=captures, parse=parse, now=lambda: READ_AT)
            done = ingest_paths(intake, [path], publication_id=publication_id)
        if done.failed:
            raise GoldError("; ".join(row.reason or f"{row.name} failed" for row in done.rows))
