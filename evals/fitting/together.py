"""Together: the cross-encoder's weights, fitted on groups of a question with sentences; measures nothing.

Each pair is told right from wrong by itself, so that a group may hold nothing right; where a group holds what is right, that is
drawn above the rest of it.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch.nn import functional
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from index.cross_encoder import pair_tokenizer
from index.low_rank import LowRank
from index.pair_model import PairModel

Progress = Callable[[int, int], None]
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

    asked: str
    sentences: tuple[str, ...]
    """Each with what stands above it."""
    labels: tuple[int, ...]
    """1 of a sentence that answers, 0 of one that does not."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Turns gone through at one rate, which rises to it and falls to nothing."""

    turns: Sequence[Sequence[Group]]
    """The groups of each turn."""
    rate: float


def fit_together(
    packaged: Any, stages: Sequence[Stage], *, begin: Path | None = None, progress: Progress | None = None
) -> tuple[PairModel, dict[str, LowRank]]:
    """A fitted model with its changes; `packaged` is `SentenceEmbedder.copied()`, and a stage goes on from the one before.

    `begin` is a file of weights that the first stage goes on from.
    """
    torch.manual_seed(SEED)
    order = random.Random(SEED)  # noqa: S311 - an order, not a secret
    transformer = packaged[0].auto_model
    # In bfloat16 forward takes .39 s of 128 pairs of 64 pieces where the fused one takes .90 (measured on two cores).
    transformer.set_attn_implementation("eager")
    transformer.train(mode=False)  # the head alone drops: the changes are small as they are
    model = PairModel(transformer, drop=DROP)
    changes = model.to_fit()
    if begin:
        model.go_on(changes, begin)
    encode = pair_tokenizer().encode
    parameters = [one for one in model.parameters() if one.requires_grad]
    plans = [[(turn, step) for turn in stage.turns for step in _steps(turn, order)] for stage in stages]
    model.drop.train()
    done, steps = 0, sum(map(len, plans))
    for stage, plan in zip(stages, plans, strict=True):
        optimiser = AdamW(parameters, lr=stage.rate, weight_decay=0.01)
        pace = LambdaLR(optimiser, _pace(len(plan)))
        for turn, places in plan:
            if progress:
                progress(done, steps)
            done += 1
            loss = _loss(model, encode, [turn[place] for place in places])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(parameters, LONGEST_STEP)
            optimiser.step()
            pace.step()
    return model.eval(), changes


def blend(before: Path, after: Path, share: float) -> None:
    """Write, in place of the weights in `after`, the mean of both, those in `after` having a share of 0 to 1.

    What is fitted further on little is surer of that and less sure of all else; between the two is the better of both
    (Wortsman et al. 2022).
    """
    earlier, later = load_file(before), load_file(after)
    mean = {name: (1 - share) * earlier[name].float() + share * value.float() for name, value in later.items()}
    save_file({name: value.half().contiguous() for name, value in mean.items()}, after)


def _pace(steps: int) -> Callable[[int], float]:
    """The share of the rate at each step."""
    return lambda step: min((step + 1) / (WARM * steps), max(0.0, (1 - step / steps) / (1 - WARM)))


def _loss(model: PairModel, encode: Any, groups: Sequence[Group]) -> torch.Tensor:
    scores = _logits(model, encode, [(group.asked, sentence) for group in groups for sentence in group.sentences])
    right = torch.tensor([float(label) for group in groups for label in group.labels])
    weight = torch.tensor(RIGHT_WEIGHT)
    loss = functional.binary_cross_entropy_with_logits(scores, right, pos_weight=weight)
    drawn, start = [], 0
    for group in groups:
        some = scores[start : start + len(group.sentences)]
        mine = right[start : start + len(group.sentences)] > 0
        start += len(group.sentences)
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
        near = sorted(places[start : start + SORTED_TOGETHER], key=lambda place: max(map(len, groups[place].sentences)))
        step: list[int] = []
        pairs = 0
        for place in near:
            if step and pairs + len(groups[place].sentences) > PAIRS:
                made.append(step)
                step, pairs = [], 0
            step.append(place)
            pairs += len(groups[place].sentences)
        made.append(step)
    order.shuffle(made)
    yield from made
