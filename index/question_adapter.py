"""Question adapter: a small change to the packaged model's last layers for questions alone; `evals.fitting.adapter` fits it.

People ask in other words than the texts use. Each weight W of the last two layers becomes W + SCALE B A with A and B of rank
16 (LoRA, Hu et al. 2021), fitted so that a question lies near the sentence that answers it. Texts keep the vectors of the
model as it comes, so no index is made anew. Does not touch any other model.
"""

from collections.abc import Iterator
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn.utils import parametrize

LAYERS = (4, 5)
"""Of six: deeper ones were not tried; these two alone need a third of the work to fit."""
RANK = 16
SCALE = 2.0
SPREAD = 0.02
"""Standard deviation of A before fitting, as BERT's own weights had (Devlin et al. 2019); B begins at nothing."""


class LowRank(nn.Module):
    """W -> W + SCALE B A."""

    def __init__(self, weight: torch.Tensor) -> None:
        super().__init__()
        rows, columns = weight.shape
        self.a = nn.Parameter(SPREAD * torch.randn(RANK, columns))
        self.b = nn.Parameter(torch.zeros(rows, RANK))

    def forward(self, weight: torch.Tensor) -> torch.Tensor:
        """The weight as changed."""
        return weight + SCALE * (self.b @ self.a)


def changed(transformer: nn.Module) -> Iterator[tuple[str, nn.Linear]]:
    """The matrices that are changed, by name: attention and both halves of the feed-forward step."""
    for name, module in transformer.named_modules():
        if isinstance(module, nn.Linear) and any(f"encoder.layer.{layer}." in f"{name}." for layer in LAYERS):
            yield name, module


def prepare(transformer: nn.Module) -> dict[str, LowRank]:
    """Give each matrix its change, which is nothing yet and alone can be fitted."""
    transformer.requires_grad_(False)
    made: dict[str, LowRank] = {}
    for name, module in list(changed(transformer)):
        made[name] = LowRank(module.weight)
        parametrize.register_parametrization(module, "weight", made[name])
    return made


def save(made: dict[str, LowRank], path: Path) -> None:
    """Write the changes, in half precision."""
    parts = {f"{name}.{part}": getattr(one, part).detach().half().contiguous() for name, one in made.items() for part in "ab"}
    save_file(parts, path)


def merge(transformer: nn.Module, path: Path) -> None:
    """Change a model as a file says, for good."""
    parts = load_file(path)
    with torch.no_grad():
        for name, module in changed(transformer):
            module.weight += SCALE * (parts[f"{name}.b"].float() @ parts[f"{name}.a"].float())
