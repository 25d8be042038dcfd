"""Rank: fuse the two halves of the index, let passages inherit from their publication, group; does not search.

Weighted fusion beat reciprocal-rank fusion and each half alone on every collection tried (docs/adr/0004). The constants
are written here and nowhere else; nothing is an engine's default.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each half counts, and how much a passage inherits from its publication's best."""

    dense: float
    sparse: float
    inherit: float


OURS = Weights(dense=0.6, sparse=0.4, inherit=0.5)
DENSE_ONLY = Weights(dense=1.0, sparse=0.0, inherit=0.0)
BM25_ONLY = Weights(dense=0.0, sparse=1.0, inherit=0.0)


class Scores(NamedTuple):
    """A passage's score in each half; None where a half has none for it."""

    dense: float | None
    sparse: float | None


def fuse(found: Mapping[str, Scores], weights: Weights) -> dict[str, float]:
    """The fused score of each passage, 0 to 1.

    Each half is divided by its best, so that the weights compare like with like; a negative cosine counts as nothing.
    """
    best_dense = max((scores.dense or 0.0 for scores in found.values()), default=0.0) or 1.0
    best_sparse = max((scores.sparse or 0.0 for scores in found.values()), default=0.0) or 1.0
    total = weights.dense + weights.sparse

    return {
        key: (
            weights.dense * max(scores.dense or 0.0, 0.0) / best_dense + weights.sparse * (scores.sparse or 0.0) / best_sparse
        )
        / total
        for key, scores in found.items()
    }


def inherit(fused: Mapping[str, float], publication_of: Mapping[str, str], weights: Weights) -> dict[str, float]:
    """Scores with a share of the publication's best passage added, again 0 to 1."""
    best: dict[str, float] = {}
    for key, score in fused.items():
        publication = publication_of[key]
        best[publication] = max(score, best.get(publication, 0.0))
    share = weights.inherit
    return {key: (score + share * best[publication_of[key]]) / (1 + share) for key, score in fused.items()}


def group(ranked: list[str], publication_of: Mapping[str, str], *, most: int) -> list[str]:
    """A ranking with at most so many passages of one publication."""
    seen: dict[str, int] = {}
    kept = []
    for key in ranked:
        publication = publication_of[key]
        seen[publication] = seen.get(publication, 0) + 1
        if seen[publication] <= most:
            kept.append(key)
    return kept
