"""Vectors are made once and kept, the least lately used forgotten first; they are those of the embedder."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from index.embed import SentenceEmbedder, Vectors
from index.remembered import Remembered

TEXTS = ["Otters swim.", "Bats fly by night.", "A governing body must publish its plan.", "Otters swim."]


class Letters:
    """An embedder that counts letters, and notes what it was asked for."""

    name = "letters"
    dimensions = 26
    languages = frozenset({"en"})

    def __init__(self) -> None:
        self.asked: list[str] = []

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.asked.extend(texts)
        counts = np.array([[text.count(chr(97 + place)) for place in range(26)] for text in texts], dtype=np.float32)
        rows: Vectors = counts / np.linalg.norm(counts, axis=1, keepdims=True)
        return rows

    def question(self, text: str) -> Vectors:
        row: Vectors = self.passages([text])[0]
        return row

    def pieces(self, text: str) -> int:
        return len(text.split())


def test_the_rows_are_those_of_the_embedder(embedder: SentenceEmbedder) -> None:
    remembered = Remembered(embedder)
    expected = embedder.passages(TEXTS)

    for _ in range(2):
        np.testing.assert_allclose(remembered(TEXTS), expected, atol=1e-5)
    np.testing.assert_allclose(remembered(TEXTS[::-1]), expected[::-1], atol=1e-5)
    assert remembered(TEXTS).dtype == np.float32


def test_a_text_is_embedded_once() -> None:
    embedder = Letters()
    remembered = Remembered(embedder)
    for texts in (["a", "b", "a"], ["b"], ["c", "a"]):
        remembered(texts)

    assert embedder.asked == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("used", "again", "embedded"),
    [
        ([["a", "b"], ["c"]], "a", True),
        ([["a", "b"], ["c"]], "b", False),
        ([["a", "b"], ["a"], ["c"]], "a", False),
        ([["a", "b"], ["a"], ["c"]], "b", True),
        ([["a"], ["b"], ["c"], ["d"]], "c", False),
        ([["a", "b", "c", "d"]], "a", True),
        ([["a", "b", "c", "d"]], "d", False),
    ],
)
def test_of_two_kept_the_least_lately_used_is_forgotten(used: list[list[str]], again: str, embedded: bool) -> None:
    embedder = Letters()
    remembered = Remembered(embedder, most=2)
    for texts in used:
        remembered(texts)
    before = len(embedder.asked)
    remembered([again])

    assert embedder.asked[before:] == ([again] if embedded else [])


def test_more_texts_than_are_kept_are_all_answered() -> None:
    texts = list("abcdef")

    assert (Remembered(Letters(), most=2)(texts) == Letters().passages(texts)).all()


def test_threads_share_one() -> None:
    texts = [f"{first}{second}" for first in "abcdefgh" for second in "abcdefgh"]
    expected = Letters().passages(texts)
    remembered = Remembered(Letters(), most=20)

    def ask(start: int) -> bool:
        order = [(start * 7 + step * 5) % len(texts) for step in range(30)]
        return bool((remembered([texts[place] for place in order]) == expected[order]).all())

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(ask, range(200)))
