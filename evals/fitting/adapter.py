"""Adapter: the question adapter fitted, so that a question lies near the sentence that answers it; measures nothing.

Texts keep their vectors. Each question is drawn to its own statement, away from every other sentence held (the softmax over
all of them, as in Oord et al. 2018), those that say nearly the same left out.
"""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn import functional
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from corpus.units import UnitKind, units
from evals.fitting.asked import Asked
from index.embed import Vectors
from index.question_adapter import LowRank, prepare
from search_api.candidates import Holding
from search_api.features import in_context
from search_api.library import Library

Progress = Callable[[int, int], None]
Embed = Callable[[Sequence[str]], Vectors]
EPOCHS = 3
"""On the 128 answerable calibration questions, with texts of their own: a right sentence nearest for .359 before, .398 after
one turn, .430 after two, .414 after three, .422 after four; among the three nearest .547, .617, .648, .648, .633."""
BATCH = 64
RATE = 1e-3
TEMPERATURE = 0.05  # a cosine times 20, as sentence-transformers' own ranking losses have it
ALIKE = 0.92
"""Cosine of two sentences that may say the same: the one is then not told apart from the other."""
WARM = 0.1
LONGEST_STEP = 1.0
SEED = 7
SORTED_TOGETHER = 8
"""Batches whose questions are sorted by length, so that little is padding."""


@dataclass(frozen=True, slots=True)
class Pools:
    """Sentences that a question may be drawn to, alone and in their context, with a row for each."""

    rows: tuple[torch.Tensor, torch.Tensor]
    places: tuple[tuple[int, ...], tuple[int, ...]]
    """Where the statement of each pair stands in both."""


def fit_adapter(model: Any, asked: Sequence[Asked], pools: Pools, *, progress: Progress | None = None) -> dict[str, LowRank]:
    """The changes of the last layers of `model`, which is `SentenceEmbedder.copied()` and is changed too."""
    torch.manual_seed(SEED)
    order = random.Random(SEED)  # noqa: S311 - an order, not a secret
    made = prepare(model)
    parameters = [one for change in made.values() for one in change.parameters()]
    optimiser = AdamW(parameters, lr=RATE, weight_decay=0.01)
    steps = EPOCHS * math.ceil(len(asked) / BATCH)
    pace = LambdaLR(optimiser, lambda step: min((step + 1) / (WARM * steps), max(0.0, (steps - step) / (steps * (1 - WARM)))))
    wanted = [torch.tensor(places) for places in pools.places]
    model.train()
    for number, batch in enumerate(_batches([len(one.asked) for one in asked], order)):
        if progress:
            progress(number, steps)
        features = model.preprocess([asked[place].asked for place in batch])
        rows = functional.normalize(model(features)["sentence_embedding"], dim=-1)
        loss = torch.stack([_loss(rows, pool, places[batch]) for pool, places in zip(pools.rows, wanted, strict=True)]).sum()
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(parameters, LONGEST_STEP)
        optimiser.step()
        pace.step()
    model.eval()
    return made


def pools_of(library: Library, asked: Sequence[Asked], vectors: Embed) -> Pools:
    """Every sentence held in a language the model knows, and every statement asked for, with their vectors."""
    known_languages = library.index.embedder.languages
    alone: list[str] = []
    placed: list[str] = []
    known: dict[tuple[str, str], str] = {}
    for publication, document in library.catalogue.current():
        if document.language not in known_languages:
            continue
        held = Holding(publication=publication, document=document)
        for unit in units(document):
            if unit.kind is not UnitKind.HEADING:
                text = " ".join(document.text[slice(*unit.span)].split())
                alone.append(text)
                placed.append(in_context(held, unit.span, unit.header))
                known[publication.id, text] = placed[-1]
    own = [" ".join(one.says.split()) for one in asked]
    around = [known.get((one.of, text), text) for one, text in zip(asked, own, strict=True)]
    texts = (list(dict.fromkeys([*alone, *own])), list(dict.fromkeys([*placed, *around])))
    rows = (torch.from_numpy(vectors(texts[0])), torch.from_numpy(vectors(texts[1])))
    places = [{text: place for place, text in enumerate(some)} for some in texts]
    return Pools(rows=rows, places=(tuple(places[0][text] for text in own), tuple(places[1][text] for text in around)))


def _loss(rows: torch.Tensor, pool: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    near = rows @ pool.T
    alike = (pool[wanted] @ pool.T) > ALIKE
    alike[torch.arange(len(wanted)), wanted] = False
    return functional.cross_entropy(near.masked_fill(alike, -1.0) / TEMPERATURE, wanted)


def _batches(lengths: Sequence[int], order: random.Random) -> Iterator[list[int]]:
    """Places of each batch of every turn, those of like length together."""
    for _ in range(EPOCHS):
        places = list(range(len(lengths)))
        order.shuffle(places)
        made: list[list[int]] = []
        for start in range(0, len(places), BATCH * SORTED_TOGETHER):
            near = sorted(places[start : start + BATCH * SORTED_TOGETHER], key=lambda place: (lengths[place], place))
            made += [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
        order.shuffle(made)
        yield from made
