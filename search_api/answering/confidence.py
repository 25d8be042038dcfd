"""Confidence: the calibrated chance that what would be shown answers the question, by coefficients in `confidence.json`.

No single score tells whether there is an answer at all (methods 0, D5), so a logistic regression of many signals does.
`evals/fitting/train.py` fits it. Does not say why an answer is lacking.
"""

import json
import math
import statistics
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from search_api.answering.scorer import Scored
from search_api.answering.select import Selection
from search_api.question.question import Question

COEFFICIENTS = Path(__file__).parent / "confidence.json"
TOP = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """Coefficients on signals, each first made a number of standard deviations from its mean."""

    intercept: float
    weights: dict[str, float]
    means: dict[str, float]
    deviations: dict[str, float]

    def chance(self, signals: dict[str, float]) -> float:
        """The chance, 0 to 1, that a right answer is shown."""
        total = self.intercept + sum(
            weight * (signals[name] - self.means[name]) / self.deviations[name] for name, weight in self.weights.items()
        )
        return (1 + math.tanh(total / 2)) / 2  # never overflows


@lru_cache(maxsize=1)
def packaged_confidence() -> Confidence:
    """The coefficients in use."""
    read = json.loads(COEFFICIENTS.read_text(encoding="utf-8"))
    return Confidence(**{name: read[name] for name in ("intercept", "weights", "means", "deviations")})


def signals(question: Question, selection: Selection) -> dict[str, float]:
    """What tells whether there is an answer among the sentences found (methods 3.2), by name."""
    ranked, shown = selection.ranked, selection.chosen
    chances = [one.chance for one in ranked[:TOP]] + [0.0] * TOP
    scores = [one.score for one in ranked[:TOP]]
    cosines = [one.measured.features["cosine"] for one in ranked[:TOP]]
    read = sorted((_read(one) for one in ranked if one.chance), reverse=True)[:TOP] + [0.0] * TOP
    own = [one.measured.features["cosine_own"] for one in ranked]
    first = shown[0].scored.measured.features if shown else {}
    total = sum(selection.told.values()) or 1.0
    covered = frozenset[str]().union(*(one.scored.measured.covered for one in shown)) if shown else frozenset()
    top = [one.measured.candidate.held.publication.id for one in ranked[:TOP]]
    return {
        "chance": chances[0],
        "chance_second": chances[1],
        "score": scores[0] if scores else 0.0,
        "score_gap": scores[0] - statistics.fmean(scores[1:]) if len(scores) > 1 else 0.0,
        "read_most": read[0],
        "read_second": read[1],
        "read_shown": max((_read(one.scored) for one in shown), default=0.0),
        "unread": first.get("unread", 0.0),
        "cosine_most": max(cosines, default=0.0),
        "cosine_own_most": max(own, default=0.0),
        "coverage_shown": sum(selection.told[term] for term in covered) / total,
        "told_most_missing": max((weight for term, weight in selection.told.items() if term not in covered), default=0.0),
        "one_text": max((top.count(key) for key in top), default=0) / TOP,
        "untyped": 1.0 if shown and all(one.scored.measured.features["untyped"] for one in shown) else 0.0,
        "years_missing": first.get("years_missing", 0.0),
        "terms": math.log1p(len(selection.told)),
        "elsewhere": 1.0 if question.understood.elsewhere else 0.0,
        "by_meaning": first.get("by_meaning", 0.0),
    }


def _read(scored: Scored) -> float:
    """The logit of a candidate read together with the question; 0 where it was not read."""
    return scored.measured.features.get("read", 0.0)
