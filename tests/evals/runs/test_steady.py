"""A text's vector is the same whatever it is embedded with, and is read from the file the next time."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from evals.runs.steady import Steady
from index.embed import SentenceEmbedder

TEXTS = ["Bells ring.", "Bells ring at nine each morning, and again at three.", "A bell may be as loud as 70 decibels " * 9]


@pytest.fixture
def steady(embedder: SentenceEmbedder, tmp_path: Path) -> Iterator[Steady]:
    opened = Steady(embedder, tmp_path / "evals" / "vectors.db")
    yield opened
    opened.close()


def test_the_company_of_a_text_does_not_change_its_vector(steady: Steady, embedder: SentenceEmbedder, tmp_path: Path) -> None:
    together = steady.passages(TEXTS)
    other = Steady(embedder, tmp_path / "other.db")
    alone = np.asarray([other.passages([text])[0] for text in reversed(TEXTS)][::-1])
    other.close()
    assert together.tobytes() == alone.tobytes()
    assert np.allclose(together, embedder.passages(TEXTS), atol=1e-5)


def test_vectors_are_read_again(steady: Steady, embedder: SentenceEmbedder, tmp_path: Path) -> None:
    first = steady.passages(TEXTS)
    again = Steady(_Broken(embedder), tmp_path / "evals" / "vectors.db")
    assert again.passages(TEXTS).tobytes() == first.tobytes()
    with pytest.raises(AssertionError):
        again.passages(["Another text."])
    again.close()


def test_no_text_has_no_row(steady: Steady) -> None:
    assert len(steady.passages([])) == 0


def test_the_rest_is_the_embedders_own(steady: Steady, embedder: SentenceEmbedder) -> None:
    assert (steady.name, steady.languages, steady.dimensions) == (embedder.name, embedder.languages, embedder.dimensions)
    assert steady.pieces(TEXTS[1]) == embedder.pieces(TEXTS[1])
    assert np.allclose(steady.question(TEXTS[0]), embedder.question(TEXTS[0]))


class _Broken(SentenceEmbedder):
    """The same model, which may not be asked."""

    def __init__(self, embedder: SentenceEmbedder) -> None:
        super().__init__()
        self.name = embedder.name

    def passages(self, texts: list[str]) -> np.ndarray:  # type: ignore[override, type-arg]
        """Nothing."""
        raise AssertionError(texts)
