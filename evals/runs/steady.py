"""Steady: an embedder whose vector of a text never depends on what was embedded beside it; does not compare vectors.

A model that reads several texts at once pads them to one length, and its last bits follow: up to 3e-7 here (measured), enough
that a run taken up halfway would not end in the same bytes. So each text is read alone, at about twice the time, and kept in a
file, so that the time is spent once. The file is derived: delete it at any time.
"""

import sqlite3
from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import numpy as np

from index.embed import Embedder, Vectors

FILE = "vectors.db"
WAIT_SECONDS = 30.0
TOGETHER = 64
"""Vectors written down at a time."""


class Steady:
    """An embedder over another, one text at a time."""

    def __init__(self, embedder: Embedder, path: Path) -> None:
        self._embedder = embedder
        self.name = embedder.name
        self.languages = embedder.languages
        self._kind = f"{embedder.name} {version('torch')} {version('sentence-transformers')}"
        path.parent.mkdir(parents=True, exist_ok=True)
        self._kept = sqlite3.connect(path, timeout=WAIT_SECONDS, check_same_thread=False, isolation_level=None)
        self._kept.execute("PRAGMA journal_mode=WAL")
        self._kept.execute("PRAGMA synchronous=NORMAL")
        self._kept.execute("CREATE TABLE IF NOT EXISTS vector (key BLOB PRIMARY KEY, row BLOB) WITHOUT ROWID")

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._embedder.dimensions

    def passages(self, texts: Sequence[str]) -> Vectors:
        """A row of unit length for each text."""
        rows: list[Vectors] = []
        new: list[tuple[bytes, bytes]] = []
        for text in texts:
            key = self._key("passage", text)
            found = self._kept.execute("SELECT row FROM vector WHERE key = ?", (key,)).fetchone()
            row = np.frombuffer(found[0], dtype=np.float32) if found else self._embedder.passages([text])[0]
            rows.append(row)
            if not found:
                new.append((key, row.tobytes()))
            if len(new) >= TOGETHER:
                new = self._write(new)
        self._write(new)
        return np.asarray(rows, dtype=np.float32)

    def question(self, text: str) -> Vectors:
        """A vector of unit length for a question."""
        return self._embedder.question(text)

    def pieces(self, text: str) -> int:
        """Word pieces of a text."""
        return self._embedder.pieces(text)

    def close(self) -> None:
        """Let go of the file."""
        self._kept.close()

    def _write(self, new: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        if new:
            self._kept.execute("BEGIN IMMEDIATE")
            self._kept.executemany("INSERT OR IGNORE INTO vector VALUES (?, ?)", new)
            self._kept.execute("COMMIT")
        return []

    def _key(self, how: str, text: str) -> bytes:
        return sha256(f"{self._kind}\n{how}\n{text}".encode()).digest()
