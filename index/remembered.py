"""Remembered: vectors of sentences already embedded, the least lately used forgotten first; does not embed by itself.

The same sentences come up question after question: half a second of work the first time, none after.
"""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

import numpy as np

from index.embed import Embedder, Vectors

MOST = 20_000
"""Vectors kept: 31 MB of 384 numbers each."""


class Remembered:
    """Vectors of sentences by an embedder, kept in memory; threads may share one."""

    def __init__(self, embedder: Embedder, *, most: int = MOST) -> None:
        self._embedder = embedder
        self._most = most
        self._kept: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """A row of unit length for each text."""
        with self._lock:
            found = {text: self._kept[text] for text in texts if text in self._kept}
            for text in found:
                self._kept.move_to_end(text)
        new = [text for text in dict.fromkeys(texts) if text not in found]
        if new:
            found.update(zip(new, self._embedder.passages(new), strict=True))
            with self._lock:
                self._kept.update((text, found[text]) for text in new)
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        rows: Vectors = np.asarray([found[text] for text in texts], dtype=np.float32)
        return rows
