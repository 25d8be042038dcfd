"""Data folders of dead processes: copied, opened, and looked into; the look itself repairs nothing in the one it copies."""

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from corpus.captures import FOLDER, Captures
from corpus.catalogue import open_catalogue
from corpus.crash import SETTING, Step
from corpus.settings import Settings
from index.embed import SentenceEmbedder
from index.open import open_index
from index.sync import held_points
from search_api.library import Library
from tests.durability import worker
from tests.durability.inventory import Inventory, take
from tests.forked import Forked

PIECE = 1 << 20


def copy_folder(source: Path, target: Path) -> Path:
    """A copy in which holes stay holes: the index maps files of 32 MB that are nearly empty."""
    for path in sorted(source.rglob("*")):
        there = target / path.relative_to(source)
        if path.is_dir():
            there.mkdir(parents=True, exist_ok=True)
            continue
        there.parent.mkdir(parents=True, exist_ok=True)
        with path.open("rb") as file, there.open("wb") as made:
            while piece := file.read(PIECE):
                if piece.count(0) < len(piece):
                    made.write(piece)
                else:
                    made.seek(len(piece), os.SEEK_CUR)
            made.truncate()
    return target


def start(settings: Settings, urls: Sequence[str], *, days: int = 0, step: Step | None = None) -> Forked:
    """The worker, to be killed by whoever started it, or by itself at a step."""
    environment = {key: value for key, value in os.environ.items() if key != SETTING} | ({SETTING: step.value} if step else {})
    return Forked(worker.main, [str(settings.data_dir), str(settings.loopback_port), str(days), *urls], environment=environment)


def acknowledged(said: str) -> list[str]:
    """Ids of the documents that a worker finished, in order; a line it was cut off in counts for nothing."""
    lines = said.splitlines(keepends=True)
    return [line.split()[2] for line in lines if line.startswith("ack ") and line.endswith("\n")]


@contextmanager
def opened(settings: Settings, embedder: SentenceEmbedder) -> Iterator[Library]:
    """The library over a folder as it was left: what is whole in the index is found, and nothing is brought up to date."""
    with (
        closing(open_catalogue(settings.catalogue_url)) as catalogue,
        closing(open_index(settings, embedder)) as index,
    ):
        index.whole.update(key for key, have in held_points(index).items() if have.is_whole)
        yield Library(catalogue=catalogue, index=index)


def inventory(settings: Settings, embedder: SentenceEmbedder, acknowledged: Sequence[str] = ()) -> Inventory:
    """The inventory of a folder that nobody else has open."""
    with opened(settings, embedder) as library:
        captures = Captures(settings.data_dir / FOLDER, library.catalogue)
        return take(library.catalogue, captures, library.index, acknowledged=acknowledged)
