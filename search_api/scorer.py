"""Scorer: how well a candidate answers, from its features by coefficients in `scorer.json`; does not fit them.

A linear score fitted as a choice among a question's candidates (conditional logit, McFadden 1974), then a chance by logistic
regression of the score and of how far it lies behind the question's best. `evals/fitting/train.py` fits both and says how.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from search_api.features import Features, Measured

COEFFICIENTS = Path(__file__).parent / "scorer.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """Coefficients of the score and of the chance."""

    weights: dict[str, float]
    """By feature; a feature not named counts nothing."""
    intercept: float
    slope: float
    behind: float
    """Of the chance: what the score, and its distance to the best, count."""

    def score(self, features: Features) -> float:
        """How well a candidate answers, on a scale of its own."""
        return sum(weight * features[name] for name, weight in self.weights.items())

    def chance(self, score: float, best: float) -> float:
        """The chance, 0 to 1, that a candidate of this score holds a fact that answers, where the question has an answer."""
        return (1 + math.tanh((self.intercept + self.slope * score + self.behind * (best - score)) / 2)) / 2  # never overflows


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A candidate with its score and chance."""

    measured: Measured
    score: float
    chance: float


@lru_cache(maxsize=1)
def packaged_scorer() -> Scorer:
    """The scorer in use."""
    read = json.loads(COEFFICIENTS.read_text(encoding="utf-8"))
    return Scorer(weights=read["weights"], **read["chance"])


def rank(made: Sequence[Measured], scorer: Scorer) -> tuple[Scored, ...]:
    """Candidates with their scores, best first; equal ones in the order of their places."""
    scores = [scorer.score(one.features) for one in made]
    best = max(scores, default=0.0)
    scored = [
        Scored(measured=one, score=score, chance=scorer.chance(score, best)) for one, score in zip(made, scores, strict=True)
    ]
    return tuple(sorted(scored, key=lambda one: (-one.score, one.measured.candidate.key)))
