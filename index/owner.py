"""Owner: one process owns the index of a data folder, and says where it serves; does not open the index.

The lock is the operating system's, so a killed owner owns nothing. A command that finds it taken asks the server whose
address stands beside it, or waits for a command that is soon done.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from corpus.errors import IndexUnavailable

LOCK = "index.lock"
NOTE = "index.owner.json"


class Owner(NamedTuple):
    """Who owns an index."""

    process: int
    url: str | None
    """Where it serves; None for a command, or a server that is still starting."""


class Ownership:
    """The index is ours until `own` ends."""

    def __init__(self, folder: Path) -> None:
        self._note = folder / NOTE
        self.announce(None)

    def announce(self, url: str | None) -> None:
        """Say where we serve."""
        draft = self._note.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps({"process": os.getpid(), "url": url}), encoding="utf-8")
        draft.replace(self._note)  # whole or not at all: others may be reading


@contextmanager
def own(folder: Path, *, wait: float = 0.0) -> Iterator[Ownership | None]:
    """Own the index of a data folder, after waiting so many seconds at most; None while another process does."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK)
        lock.acquire(timeout=wait)
    except Timeout:
        yield None
        return
    except OSError as error:
        raise IndexUnavailable(
            f"The data folder '{folder}' cannot be written: {error.strerror}. Make it writable, or set CANLLAW_DATA_DIR."
        ) from error
    try:
        yield Ownership(folder)
    finally:
        (folder / NOTE).unlink(missing_ok=True)
        lock.release()


def owner(folder: Path) -> Owner | None:
    """Who wrote that it owns the index; the note may outlive a killed owner, the lock does not."""
    try:
        note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
        return Owner(int(note["process"]), note["url"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
