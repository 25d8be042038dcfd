"""Together: the cross-encoder's weights, fitted on groups of a question with sentences; measures nothing.

Each pair is told right from wrong by itself (so that
a group may hold nothing right), and where a group holds what is right, that is drawn above the rest of it.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn import functional
from torch.optim import AdamW

from index.cross_encoder import LONGEST
from index.low_rank import LowRank
from index.pair_model import PairModel

Progress = Callable[[int, int], None]
RATE = 1e-3
WARM = 0.06
LONGEST_STEP = 1.0
DROP = 0.1
PAIRS = 128
"""Pairs in a step."""
AT_ONCE = 32
"""Pairs read at once, those of like length together, so that little is padding."""
SORTED_TOGETHER = 256
"""Groups among which those of like length are put into a step."""
RIGHT_WEIGHT = 3.0
"""Of a right pair: of ten pairs about one is."""
SEED = 7


@dataclass(frozen=True, slots=True)
class Group:
    """A question with sentences, of which some answer it, or none."""

    first: str
    seconds: tuple[str, ...]
    labels: tuple[int, ...]
    """1 of a sentence that answers, 0 of one that does not."""


def fit_together(
    packaged: Any, groups: Sequence[Sequence[Group]], *, progress: Progress | None = None
) -> tuple[PairModel, dict[str, LowRank]]:
    """A fitted model with its changes; `packaged` is `SentenceEmbedder.copied()`, `groups` those of each turn."""
    torch.manual_seed(SEED)
    order = random.Random(SEED)  # noqa: S311 - an order, not a secret
    transformer = packaged[0].auto_model
    transformer.set_attn_implementation("eager")  # in bfloat16 twice as fast as the fused one on two cores (measured)
    transformer.train(mode=False)  # what the packaged model drops while it learns slows a step by a fifth, for few weights
    model = PairModel(transformer, drop=DROP)
    changes = model.to_fit()
    encode = _encoder(packaged)
    parameters = [one for one in model.parameters() if one.requires_grad]
    optimiser = AdamW(parameters, lr=RATE, weight_decay=0.01)
    plan = [(turn, step) for turn in groups for step in _steps(turn, order)]
    for number, (turn, places) in enumerate(plan):
        if progress:
            progress(number, len(plan))
        for group in optimiser.param_groups:
            group["lr"] = RATE * _pace(number, len(plan))
        model.drop.train()
        loss = _loss(model, encode, [turn[place] for place in places])
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(parameters, LONGEST_STEP)
        optimiser.step()
    return model.eval(), changes


def _encoder(packaged: Any) -> Any:
    from tokenizers import Tokenizer  # noqa: PLC0415

    counter = Tokenizer.from_str(packaged.tokenizer.backend_tokenizer.to_str())
    counter.no_padding()
    counter.enable_truncation(LONGEST, strategy="only_second")
    return counter.encode


def _pace(number: int, steps: int) -> float:
    return min((number + 1) / (WARM * steps), max(0.0, (steps - number) / (steps * (1 - WARM))))


def _loss(model: PairModel, encode: Any, groups: Sequence[Group]) -> torch.Tensor:
    scores = _logits(model, encode, [(group.first, second) for group in groups for second in group.seconds])
    right = torch.tensor([float(label) for group in groups for label in group.labels])
    weight = torch.tensor(RIGHT_WEIGHT)
    loss = functional.binary_cross_entropy_with_logits(scores, right, pos_weight=weight)
    drawn, start = [], 0
    for group in groups:
        some = scores[start : start + len(group.seconds)]
        mine = right[start : start + len(group.seconds)] > 0
        start += len(group.seconds)
        if mine.any():
            drawn.append(torch.logsumexp(some, 0) - torch.logsumexp(some[mine], 0))
    return loss + torch.stack(drawn).mean() if drawn else loss


def _logits(model: PairModel, encode: Any, pairs: Sequence[tuple[str, str]]) -> torch.Tensor:
    encoded = [encode(*pair) for pair in pairs]
    order = sorted(range(len(pairs)), key=lambda place: len(encoded[place].ids))
    made = []
    with torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), AT_ONCE):
            some = [encoded[place] for place in order[start : start + AT_ONCE]]
            made.append(model([one.ids for one in some], [one.type_ids for one in some]).float())
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(made)[back]


def _steps(groups: Sequence[Group], order: random.Random) -> Iterator[list[int]]:
    """Places of the groups of each step of a turn."""
    places = list(range(len(groups)))
    order.shuffle(places)
    made: list[list[int]] = []
    for start in range(0, len(places), SORTED_TOGETHER):
        near = sorted(places[start : start + SORTED_TOGETHER], key=lambda place: max(map(len, groups[place].seconds)))
        step: list[int] = []
        pairs = 0
        for place in near:
            if step and pairs + len(groups[place].seconds) > PAIRS:
                made.append(step)
                step, pairs = [], 0
            step.append(place)
            pairs += len(groups[place].seconds)
        made.append(step)
    order.shuffle(made)
    yield from made
