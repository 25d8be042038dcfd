"""Cross-encoder: two texts read together by the packaged model with weights of its own; does not rank, choose or fit.

A vector of a question and one of a sentence, each made alone, tell whether they are about the same thing. Whether the one
answers the other shows only where every word of both is read beside the others (Nogueira and Cho 2019). The packaged model is
changed for it by little (`index.low_rank`), with a head of its own; `evals/fitting/together.py` fits both.
"""

from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.embed import packaged_model, settle

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from index.pair_model import PairModel

Logits = npt.NDArray[np.float32]
Pair = tuple[str, str]
"""A question, and a sentence with what stands above it."""
WEIGHTS = Path(__file__).parent / "cross_encoder.safetensors"
LONGEST = 160
"""Word pieces of both texts together; the second is cut."""
BATCH = 8
"""Pairs of like length read at once: half the time of one by one, on two cores."""
MOST = 500
"""Questions whose readings are remembered: the same one comes again from a page, its programming interface and a pack."""


class CrossEncoder:
    """The packaged model reading pairs; loaded when first needed, shared by threads."""

    languages = frozenset({"en"})
    """Languages it was fitted on."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        self._weights = weights
        self._loading = Lock()
        self._kept: OrderedDict[tuple[Pair, ...], Logits] = OrderedDict()
        self._keeping = Lock()

    def __call__(self, pairs: Sequence[Pair]) -> Logits:
        """The log odds, for each pair, that the sentence answers the question.

        Remembered whole: beside other pairs one may differ in its sixth digit, and the same call must give the same bytes.
        """
        key = tuple(pairs)
        with self._keeping:
            found = self._kept.get(key)
        if found is None:
            found = self._read(key)
            with self._keeping:
                self._kept[key] = found
                while len(self._kept) > MOST:
                    self._kept.popitem(last=False)
        return found

    def load(self) -> None:
        """Load the model now."""
        _ = self._model

    def _read(self, pairs: Sequence[Pair]) -> Logits:
        import torch  # noqa: PLC0415 - loaded with the model

        model, tokenizer = self._model
        encoded = [tokenizer.encode(*pair) for pair in pairs]
        order = sorted(range(len(pairs)), key=lambda place: (len(encoded[place].ids), place))
        made = np.zeros(len(pairs), dtype=np.float32)
        with torch.inference_mode():
            for start in range(0, len(order), BATCH):
                places = order[start : start + BATCH]
                some = [encoded[place] for place in places]
                made[places] = model([one.ids for one in some], [one.type_ids for one in some]).numpy()
        return made

    @property
    def _model(self) -> "tuple[PairModel, Tokenizer]":
        with self._loading:  # two requests may come before the model has been loaded
            return self._loaded

    @cached_property
    def _loaded(self) -> "tuple[PairModel, Tokenizer]":
        settle()
        from transformers import AutoModel  # noqa: PLC0415

        from index.pair_model import PairModel  # noqa: PLC0415 - torch

        return PairModel.read(AutoModel.from_pretrained(packaged_model()), self._weights), pair_tokenizer()


def pair_tokenizer() -> "Tokenizer":
    """The packaged model's tokenizer, set to cut a pair's second text alone."""
    from tokenizers import Tokenizer  # noqa: PLC0415

    made: Tokenizer = Tokenizer.from_file(str(Path(packaged_model()) / "tokenizer.json"))
    made.no_padding()
    made.enable_truncation(LONGEST, strategy="only_second")
    return made


@lru_cache(maxsize=1)
def packaged_cross_encoder() -> CrossEncoder:
    """The one in use, for all libraries of a process."""
    return CrossEncoder()
