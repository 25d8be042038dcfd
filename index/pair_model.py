"""Pair model: a transformer with a head over two texts read together, as torch has it; does not know words.

The head sees the mean of all word pieces and the first of them, so that it has both what the packaged model was made to give
and the place where BERT gathers a pair.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import nn

from index.low_rank import LowRank, merge, parts_of, prepare


class PairModel(nn.Module):
    """Word pieces of pairs -> a logit for each."""

    def __init__(self, transformer: Any, *, drop: float = 0.0) -> None:
        super().__init__()
        width = int(transformer.config.hidden_size)
        self.transformer: nn.Module = transformer
        self.dense = nn.Linear(2 * width, width)
        self.out = nn.Linear(width, 1)
        self.drop = nn.Dropout(drop)

    def forward(self, ids: Sequence[Sequence[int]], types: Sequence[Sequence[int]]) -> torch.Tensor:
        """A logit for each pair; the pairs are padded to the longest."""
        longest = max(map(len, ids))
        mask = torch.tensor([[1] * len(one) + [0] * (longest - len(one)) for one in ids])
        rows = self.transformer(
            input_ids=torch.tensor([[*one, *[0] * (longest - len(one))] for one in ids]),
            token_type_ids=torch.tensor([[*one, *[0] * (longest - len(one))] for one in types]),
            attention_mask=mask,
        ).last_hidden_state.float()
        parts = mask.unsqueeze(-1).float()
        mean = (rows * parts).sum(1) / parts.sum(1)
        seen = self.drop(torch.cat([mean, rows[:, 0]], dim=-1))
        made: torch.Tensor = self.out(self.drop(torch.tanh(self.dense(seen))))
        return made.squeeze(-1)

    def to_fit(self) -> dict[str, LowRank]:
        """Make the transformer's changes and the head alone fittable; the changes by name."""
        return prepare(self.transformer)

    def save(self, changes: dict[str, LowRank], path: Path) -> None:
        """Write what was fitted, in half precision."""
        head = {f"head.{name}": value.detach().half().contiguous() for name, value in self._head().items()}
        save_file(parts_of(changes) | head, path)

    def go_on(self, changes: dict[str, LowRank], path: Path) -> None:
        """Begin what is fitted where a file left it."""
        parts = load_file(path)
        with torch.no_grad():
            for name, one in changes.items():
                one.a.copy_(parts[f"{name}.a"].float())
                one.b.copy_(parts[f"{name}.b"].float())
            self._take_head(parts)

    @classmethod
    def read(cls, transformer: Any, path: Path) -> "PairModel":
        """A transformer, which is changed, with what a file holds."""
        parts = load_file(path)
        made = cls(transformer)
        merge(transformer, parts)
        with torch.no_grad():
            made._take_head(parts)
        return made.eval()

    def _take_head(self, parts: Mapping[str, torch.Tensor]) -> None:
        for name, value in self._head().items():
            value.copy_(parts[f"head.{name}"].float())

    def _head(self) -> dict[str, torch.Tensor]:
        return {name: value for name, value in self.named_parameters() if name.startswith(("dense.", "out."))}
