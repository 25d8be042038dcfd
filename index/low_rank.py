"""Low rank: a small change of a transformer's matrices that can be fitted, kept and merged (LoRA); does not fit it.

Each weight W becomes W + SCALE B A, with A and B of a small rank (Hu et al. 2021), so that what is fitted on a few thousand
questions stays near the model it began as, and its file is small.
"""

from collections.abc import Iterator, Mapping

import torch
from torch import nn
from torch.nn.utils import parametrize

RANK = 32
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
    """The matrices that are changed, by name: attention and both halves of the feed-forward step of every layer."""
    for name, module in transformer.named_modules():
        if isinstance(module, nn.Linear) and "encoder.layer." in name:
            yield name, module


def prepare(transformer: nn.Module) -> dict[str, LowRank]:
    """Give each matrix its change, which is nothing yet and alone can be fitted."""
    transformer.requires_grad_(False)
    made: dict[str, LowRank] = {}
    for name, module in list(changed(transformer)):
        made[name] = LowRank(module.weight)
        parametrize.register_parametrization(module, "weight", made[name])
    return made


def parts_of(made: Mapping[str, LowRank]) -> dict[str, torch.Tensor]:
    """The changes by name, in half precision."""
    return {f"{name}.{part}": getattr(one, part).detach().half().contiguous() for name, one in made.items() for part in "ab"}


def merge(transformer: nn.Module, parts: Mapping[str, torch.Tensor]) -> None:
    """Change a model as parts say, for good."""
    with torch.no_grad():
        for name, module in changed(transformer):
            module.weight += SCALE * (parts[f"{name}.b"].float() @ parts[f"{name}.a"].float())
