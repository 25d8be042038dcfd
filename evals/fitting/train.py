"""Train: the coefficients of the sentence scorer and of the confidence, fitted on development questions; measures nothing else.

`canllaw eval train`. The scorer is a conditional logit over each question's candidates, held near hand-set weights by an L2
penalty; the confidence a logistic regression over what would be shown, each question also with its gold texts taken away and
with only its gold sentences taken away (methods 3.3). For the confidence every question is scored by a scorer fitted without
its family, so that it never sees scores that were fitted to the very question.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import logsumexp
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from evals.gold.places import Spans, hits
from evals.gold.questions import GoldQuestion
from evals.measures.answers import is_right
from evals.runs.rows import Marker
from evals.systems.ours import read
from evals.systems.response import Cited
from search_api.ask import retrieve
from search_api.candidates import Candidate, Holding
from search_api.choose import Chosen
from search_api.confidence import signals
from search_api.library import Library
from search_api.question import Question
from search_api.scorer import Scorer
from search_api.select import Selection, select
from search_api.shelf import shelf_of

Numbers = npt.NDArray[np.float64]
Progress = Callable[[int, int], None]

PRIOR = {"cosine": 2.4, "coverage": 2.0, "coverage_own": 1.2, "passage": 1.6, "holds": 0.8}
"""The untrained weights of methods 2.4, on the scale of a logit."""
USED = (
    "cosine cosine_also cosine_own cosine_own_clause coverage coverage_own coverage_before coverage_title coverage_share near "
    "near_own near_clause near_own_clause passage passage_share rank publication publication_sum publication_passages holds "
    "lacks typed untyped also also_context run thanks years_missing other_language"
).split()
"""Features of the scorer. On 327 development questions, scored out of family: a right sentence first for .51, among three for
.69 (hand weights .48 and .63); without the words near in meaning, the clause and the publication .50 and .68. The length of a
sentence is left out: it tells a digest's lines from a publisher's sentences, and nothing of the question."""
L2 = 0.2
"""Penalty on the distance to PRIOR in standard deviations; .1 to .3 do alike."""
FULL_TEXT_WEIGHT = 3.0
"""Of a question that a full text answers: most of ours are answered by digests, and most of a reader's will not be."""
CONFIDENCE_C = 0.1
MADE_WEIGHT = 0.2
"""Of a question made unanswerable by taking its texts or sentences away: two of them to every real question would else make
the chances far too low."""
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


def train(
    library_of: Callable[[GoldQuestion], Library], questions: Sequence[GoldQuestion], *, progress: Progress | None = None
) -> dict[str, Any]:
    """`{"scorer": …, "confidence": …}`, ready for the files that the product reads.

    `library_of` gives the library that a question is asked of: one whose question adapter was fitted without its texts.
    """
    trainer = _Trainer(library_of, questions)
    asked = [trainer.measured(question) for question in _told(questions, progress, part=0)]
    scorer = fit_scorer(asked)
    apart = _apart(asked)
    rows: list[dict[str, float]] = []
    labels: list[bool] = []
    weights: list[float] = []
    for question in _told(questions, progress, part=1):
        for number, (made, right) in enumerate(trainer.shown(question, apart[question.family])):
            rows.append(made)
            labels.append(right)
            weights.append(MADE_WEIGHT if number else 1.0)
    confidence = fit_confidence(rows, labels, weights)
    about = {
        "fitted_on": "questions of split dev",
        "questions": len(questions),
        "answerable": sum(question.answerable for question in questions),
    }
    return {
        "scorer": {"about": about, "weights": _rounded(scorer.weights), "chance": _rounded(_chance_of(scorer))},
        "confidence": {"about": about | {"examples": len(rows), "right": sum(labels)}, **confidence},
    }


def write(folder: Path, trained: Mapping[str, Any]) -> None:
    """Both files, as the product reads them."""
    for name, found in trained.items():
        (folder / f"{name}.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def fit_scorer(asked: Sequence[Choice]) -> Scorer:
    """Weights that make the right candidates of each question the likely choice, then a chance for each score."""
    usable = [one for one in asked if one.right.any()]
    weights = _fit_choice(usable)
    scores = [one.features @ weights for one in usable]
    behind = np.concatenate([score.max() - score for score in scores])
    made = np.column_stack([np.concatenate(scores), behind])
    model = LogisticRegression(C=10.0, max_iter=1000).fit(made, np.concatenate([one.right for one in usable]))
    slope, step = model.coef_[0]
    return Scorer(
        weights=dict(zip(USED, map(float, weights), strict=True)),
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
        "weights": _rounded({names[number]: model.coef_[0][place] for place, number in enumerate(kept)}),
        "means": _rounded({names[number]: means[number] for number in kept}),
        "deviations": _rounded({names[number]: deviations[number] for number in kept}),
    }


def _fit_choice(asked: Sequence[Choice]) -> Numbers:
    """Weights of a conditional logit: the log chance that a right candidate is chosen, less the penalty, at its most."""
    spread = np.vstack([one.features for one in asked]).std(axis=0)
    spread[spread < STEADY] = 1.0
    made = [(one.features / spread, one.right) for one in asked]
    prior = np.array([PRIOR.get(name, 0.0) for name in USED]) * spread

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


def _apart(asked: Sequence[Choice]) -> dict[str, Scorer]:
    """For each family, a scorer fitted without it."""
    families = [one.gold.family for one in asked]
    folds = GroupKFold(min(FOLDS, len(set(families)))).split(asked, groups=families)
    found: dict[str, Scorer] = {}
    for kept, out in folds:
        scorer = fit_scorer([asked[number] for number in kept])
        found |= {families[number]: scorer for number in out}
    return found


class _Trainer:
    """Asks the product's own steps, with coefficients of our choice."""

    def __init__(self, library_of: Callable[[GoldQuestion], Library], questions: Sequence[GoldQuestion]) -> None:
        self._library_of = library_of
        first = library_of(questions[0])  # all hold the same texts
        self._marker = Marker(first, questions)
        self._reading = lru_cache(maxsize=None)(first.reading)

    def measured(self, question: GoldQuestion) -> Choice:
        library = self._library_of(question)
        selection = self._select(library, read(library, question), NEUTRAL)
        groups = self._marker.known[question.id].groups
        ranked = [one.measured for one in selection.ranked]
        made = np.array([[one.features[name] for name in USED] for one in ranked]).reshape(len(ranked), len(USED))
        right = np.array([bool(_said(question, groups, one.candidate)) for one in ranked], dtype=bool)
        of_full_text = self._marker.source(question) not in (None, "register")
        return Choice(question, groups, made, right, FULL_TEXT_WEIGHT if of_full_text else 1.0)

    def shown(self, question: GoldQuestion, scorer: Scorer) -> Iterator[tuple[dict[str, float], bool]]:
        """Signals and whether what is shown is right: as it is, without the gold texts, without the gold sentences."""
        library = self._library_of(question)
        asked = read(library, question)
        groups = self._marker.known[question.id].groups
        ways: list[Callable[[Candidate], bool] | None] = [None]
        if question.answerable:
            ways += [
                lambda one: one.held.publication.id in question.publications,
                lambda one: bool(_said(question, groups, one)),
            ]
        for without in ways:
            selection = self._select(library, asked, scorer, without)
            if selection.chosen:
                cited = tuple(_cited(one) for one in _all(selection.chosen))
                yield signals(asked, selection), is_right(question, cited, groups)

    def _select(
        self, library: Library, asked: Question, scorer: Scorer, without: Callable[[Candidate], bool] | None = None
    ) -> Selection:
        return select(
            asked,
            retrieve(library, asked, shelf_of(asked)),
            reading=self._holding,
            meanings=library.meanings,
            scorer=scorer,
            without=without,
        )

    def _holding(self, document_id: str) -> Holding | None:
        found: Holding | None = self._reading(document_id)
        return found


def _said(question: GoldQuestion, groups: Sequence[Spans], candidate: Candidate) -> list[int]:
    """Which facts a candidate says, by number."""
    if candidate.held.publication.id not in question.publications:
        return []
    return [number for number, spans in enumerate(groups) if hits(candidate.key, spans)]


def _all(chosen: Sequence[Chosen]) -> Iterator[Candidate]:
    for one in chosen:
        yield one.scored.measured.candidate
        yield from (alike.measured.candidate for alike in one.alike)


def _cited(candidate: Candidate) -> Cited:
    document_id, start, end = candidate.key
    return Cited(
        publication_id=candidate.held.publication.id,
        document_id=document_id,
        start=start,
        end=end,
        quote=candidate.held.document.text[start:end],
        status=candidate.held.publication.standing.status.value,
    )


def _chance_of(scorer: Scorer) -> dict[str, float]:
    return {"intercept": scorer.intercept, "slope": scorer.slope, "behind": scorer.behind}


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    return {name: round(float(value), 5) for name, value in values.items()}


def _told(questions: Sequence[GoldQuestion], progress: Progress | None, *, part: int) -> Iterator[GoldQuestion]:
    for number, question in enumerate(questions):
        if progress:
            progress(part * len(questions) + number, 2 * len(questions))
        yield question
