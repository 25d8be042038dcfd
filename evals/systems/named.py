"""Named: the systems of some names, each made over one library; `names` says which there are. Does not ask them anything."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from evals.systems.ablations import ablation
from evals.systems.gold_passage import GoldPassage
from evals.systems.names import ABLATIONS, LLAMA
from evals.systems.ours import Ours, plain_systems
from evals.systems.random_passages import Random
from evals.systems.response import System
from evals.systems.rrf import Rrf
from index.embed import Embedder, packaged_model
from search_api.library import Library


def systems_of(library: Library, embedder: Embedder, names: Sequence[str]) -> list[System]:
    """The systems of those names over a library, in their order."""
    return [_made(name, library, embedder) for name in names]


def _made(name: str, library: Library, embedder: Embedder) -> System:
    if name in LLAMA:
        from evals.systems.llama_default import LlamaDefault  # noqa: PLC0415
        from evals.systems.llama_tuned import LlamaTuned  # noqa: PLC0415

        made = LlamaDefault if name == LlamaDefault.name else LlamaTuned
        return made(library.catalogue.current(), embedder, model_path=Path(packaged_model()))
    if name in ABLATIONS:
        return ablation(name, library)
    others: Mapping[str, Callable[[Library], System]] = {
        "ours": Ours,
        "gold-passage": GoldPassage,
        "random": Random,
    }
    if name in others:
        return others[name](library)
    halves: Mapping[str, System] = {one.name: one for one in plain_systems(library)}
    return Rrf(library) if name == "rrf" else halves[name]
