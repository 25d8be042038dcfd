"""Scorer: how well a candidate answers, from its features by coefficients in `scorer.json`; does not fit them.

A linear score fitted as a choice among a question's candidates (conditional logit, McFadden 1974), first of what is measured
of each alone, then with what reading the best together with the question told; then a chance by logistic
regression of the score and of how far it lies behind the question's best. `evals/fitting/train.py` fits both and says how.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from search_api.answering.features import Features, Measured

COEFFICIENTS = Path(__file__).parent / "scorer.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """Coefficients of the score and of the chance."""

    weights: dict[str, float]
    """By feature; a feature not named counts nothing."""
    first: dict[str, float] = field(default_factory=dict)
    """The same for the first look, before any is read together with the question; none where `weights` serve for both."""
    intercept: float
    slope: float
    behind: float
    """Of the chance: what the score, and its distance to the best, count."""

    def score(self, features: Features) -> float:
        """How well a candidate answers, on a scale of its own."""
        return _sum(self.weights, features)

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
    return Scorer(weights=read["weights"], first=read.get("first", {}), **read["chance"])


def first_look(made: Sequence[Measured], scorer: Scorer) -> list[Measured]:
    """Candidates by what was measured of each alone, best first; equal ones in the order of their places."""
    weights = scorer.first or scorer.weights
    scores = {one.candidate.key: _sum(weights, one.features) for one in made}
    return sorted(made, key=lambda one: (-scores[one.candidate.key], one.candidate.key))


def rank(made: Sequence[Measured], scorer: Scorer, *, unread: Sequence[Measured] = ()) -> tuple[Scored, ...]:
    """Candidates with their scores, best first, equal ones in the order of their places; the unread follow, with no chance."""
    scores = [scorer.score(one.features) for one in made]
    best, least = max(scores, default=0.0), min(scores, default=0.0)
    scored = [
        Scored(measured=one, score=score, chance=scorer.chance(score, best)) for one, score in zip(made, scores, strict=True)
    ]
    ranked = sorted(scored, key=lambda one: (-one.score, one.measured.candidate.key))
    return (*ranked, *(Scored(measured=one, score=least, chance=0.0) for one in unread))


def _sum(weights: Mapping[str, float], features: Features) -> float:
    return sum(weight * features.get(name, 0.0) for name, weight in weights.items())
