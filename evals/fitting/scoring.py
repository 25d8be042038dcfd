"""Scoring: the coefficients of the sentence scorer and of the confidence, fitted to what was measured; asks no question.

The scorer is a conditional logit over each question's candidates, held near hand-set weights by an L2 penalty; the confidence
a logistic regression over what would be shown. `evals.fitting.train` measures both out of the product's own steps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import logsumexp
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from evals.gold.places import Spans
from evals.gold.questions import GoldQuestion
from search_api.answering.scorer import Scorer

Numbers = npt.NDArray[np.float64]

PRIOR = {"cosine": 2.4, "coverage": 2.0, "coverage_own": 1.2, "passage": 1.6, "holds": 0.8}
"""The untrained weights of methods 2.4, on the scale of a logit."""
USED = (
    "cosine cosine_also cosine_own cosine_own_clause coverage coverage_own coverage_before coverage_title coverage_share near "
    "near_own near_clause near_own_clause passage passage_share rank publication publication_sum publication_passages holds "
    "lacks typed untyped also also_context run thanks years_missing older introduces titled "
    "other_language"
).split()
"""Features of the scorer. On 327 development questions, scored out of family: a right sentence first for .51, among three for
.69 (hand weights .48 and .63); without the words near in meaning, the clause and the publication .50 and .68. The length of a
sentence is left out: it tells a digest's lines from a publisher's sentences, and nothing of the question."""
TOGETHER = (*USED, "read", "unread")
"""Features of the scorer once the best have been read together with the question. On the 289 development questions that have a
right sentence among those read, out of family: right first for .71, among three for .86; without what was read .63 and .81."""
L2 = 0.01
"""Penalty on the distance to PRIOR in standard deviations. On 478 answerable questions to tune on, out of family: a right
sentence first for .663; at .05 for .646, at .1 for .621: what is read is left too light. Below .01 nothing is gained."""
CONFIDENCE_C = 0.1
MADE_WEIGHT = 0.2
"""Of a question made unanswerable by taking its texts or sentences away, and of one to an exercise: two of the former to every
real question would else make the chances far too low. With the 1,074 questions to exercises the area under the curve on the
calibration questions is .836, without .825."""
STEADY = 1e-9
"""Standard deviation under which a number never varies: that of 0.7, again and again, is 1e-16 and not nothing."""
FOLDS = 10
NEUTRAL = Scorer(weights=PRIOR, intercept=0.0, slope=1.0, behind=0.0)


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with what was measured of its candidates and which of them are right."""

    gold: GoldQuestion
    groups: tuple[Spans, ...]
    features: Numbers
    right: npt.NDArray[np.bool_]
    weight: float = 1.0


def fit_scorer(asked: Sequence[Choice], used: Sequence[str] = USED) -> Scorer:
    """Weights that make the right candidates of each question the likely choice, then a chance for each score."""
    usable = [one for one in asked if one.right.any()]
    weights = _fit_choice(usable, used)
    scores = [one.features @ weights for one in usable]
    behind = np.concatenate([score.max() - score for score in scores])
    made = np.column_stack([np.concatenate(scores), behind])
    model = LogisticRegression(C=10.0, max_iter=1000).fit(made, np.concatenate([one.right for one in usable]))
    slope, step = model.coef_[0]
    return Scorer(
        weights=dict(zip(used, map(float, weights), strict=True)),
        intercept=float(model.intercept_[0]),
        slope=float(slope),
        behind=float(step),
    )


def fit_confidence(
    rows: Sequence[Mapping[str, float]], labels: Sequence[bool], weights: Sequence[float] | None = None
) -> dict[str, Any]:
    """A logistic regression of signals, made standard; L2 with C as in CONFIDENCE_C."""
    names = sorted(rows[0])
    made = np.array([[row[name] for name in names] for row in rows])
    means, deviations = made.mean(axis=0), made.std(axis=0)
    kept = [number for number, deviation in enumerate(deviations) if deviation >= STEADY]
    standard = (made[:, kept] - means[kept]) / deviations[kept]
    model = LogisticRegression(C=CONFIDENCE_C, max_iter=2000).fit(standard, np.array(labels), sample_weight=weights)
    return {
        "intercept": round(float(model.intercept_[0]), 5),
        "weights": rounded({names[number]: model.coef_[0][place] for place, number in enumerate(kept)}),
        "means": rounded({names[number]: means[number] for number in kept}),
        "deviations": rounded({names[number]: deviations[number] for number in kept}),
    }


def _fit_choice(asked: Sequence[Choice], used: Sequence[str]) -> Numbers:
    """Weights of a conditional logit: the log chance that a right candidate is chosen, less the penalty, at its most."""
    spread = np.vstack([one.features for one in asked]).std(axis=0)
    spread[spread < STEADY] = 1.0
    made = [(one.features / spread, one.right) for one in asked]
    prior = np.array([PRIOR.get(name, 0.0) for name in used]) * spread

    sum_of_weights = sum(one.weight for one in asked)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        total, slope = 0.0, np.zeros_like(weights)
        for (features, right), one in zip(made, asked, strict=True):
            scores = features @ weights
            every, wanted = logsumexp(scores), logsumexp(scores[right])
            total += one.weight * (every - wanted)
            slope += one.weight * (np.exp(scores - every) @ features - np.exp(scores[right] - wanted) @ features[right])
        off = weights - prior
        return total / sum_of_weights + L2 * float(off @ off), slope / sum_of_weights + 2 * L2 * off

    found = minimize(loss, prior, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    weights: Numbers = found.x / spread
    return weights


def apart(asked: Sequence[Choice], used: Sequence[str] = USED) -> dict[str, Scorer]:
    """For each family, a scorer fitted without it."""
    families = [one.gold.family for one in asked]
    folds = GroupKFold(min(FOLDS, len(set(families)))).split(asked, groups=families)
    found: dict[str, Scorer] = {}
    for kept, out in folds:
        scorer = fit_scorer([asked[number] for number in kept], used)
        found |= {families[number]: scorer for number in out}
    return found


def rounded(values: Mapping[str, float]) -> dict[str, float]:
    """Numbers as the files hold them."""
    return {name: round(float(value), 5) for name, value in values.items()}
