"""Train: the coefficients of the sentence scorer and of the confidence, fitted on development questions; measures nothing else.

`canllaw eval train`. The scorer learns from every candidate of a question; the confidence from what would be shown, of each
question also with its gold texts taken away and with only its gold sentences taken away (methods 3.3), and from the exercises
that the cross-encoder was not fitted on. For the confidence every question is scored by a scorer fitted without its family, so
that it never sees scores that were fitted to the very question.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from evals.fitting.scoring import MADE_WEIGHT, NEUTRAL, TOGETHER, USED, Choice, apart, fit_confidence, fit_scorer, rounded
from evals.gold.places import Spans, hits
from evals.gold.questions import GoldQuestion
from evals.measures.answers import is_right
from evals.runs.rows import Marker
from evals.systems.ours import read
from evals.systems.response import Cited
from search_api.answering.attempt import retrieve
from search_api.answering.candidates import Candidate, Holding
from search_api.answering.choices import SHIPPED, Choices
from search_api.answering.choose import Chosen
from search_api.answering.confidence import signals
from search_api.answering.scorer import Scorer
from search_api.answering.select import Selection, select
from search_api.answering.shelf import shelf_of
from search_api.answering.together import READ
from search_api.library import Library
from search_api.question.question import Question

Progress = Callable[[int, int], None]
FULL_TEXT_WEIGHT = 3.0
"""Of a question that a full text answers: most of ours are answered by digests, and most of a reader's will not be."""


def train(
    library: Library,
    questions: Sequence[GoldQuestion],
    *,
    strangers: tuple[Library, Sequence[GoldQuestion]] | None = None,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """`{"scorer": …, "confidence": …}`, ready for the files that the product reads.

    `strangers` are exercises with a library that holds them. The cross-encoder must know none of the questions' texts.
    """
    trainer = _Trainer(library, questions)
    alone = [trainer.measured(question, NEUTRAL) for question in _told(questions, progress, part=0)]
    first = replace(NEUTRAL, first=fit_scorer(alone, USED).weights)
    asked = [trainer.measured(question, first, TOGETHER) for question in _told(questions, progress, part=1)]
    scorer = replace(fit_scorer(asked, TOGETHER), first=first.first)
    without = {family: replace(one, first=first.first) for family, one in apart(asked, TOGETHER).items()}
    rows: list[dict[str, float]] = []
    labels: list[bool] = []
    weights: list[float] = []
    for question in _told(questions, progress, part=2):
        for number, (made, right) in enumerate(trainer.shown(question, without[question.family])):
            rows.append(made)
            labels.append(right)
            weights.append(MADE_WEIGHT if number else 1.0)
    for made, right in _of_strangers(*strangers, scorer) if strangers else ():
        rows.append(made)
        labels.append(right)
        weights.append(MADE_WEIGHT)
    confidence = fit_confidence(rows, labels, weights)
    about = {
        "fitted_on": "questions of split dev",
        "questions": len(questions),
        "answerable": sum(question.answerable for question in questions),
    }
    return {
        "scorer": {
            "about": about,
            "first": rounded(scorer.first),
            "weights": rounded(scorer.weights),
            "chance": rounded(_chance_of(scorer)),
        },
        "confidence": {"about": about | {"examples": len(rows), "right": sum(labels)}, **confidence},
    }


def write(folder: Path, trained: Mapping[str, Any]) -> None:
    """Both files, as the product reads them."""
    for name, found in trained.items():
        (folder / f"{name}.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _of_strangers(
    library: Library, questions: Sequence[GoldQuestion], scorer: Scorer
) -> Iterator[tuple[dict[str, float], bool]]:
    """Signals of exercises, and whether a sentence that answers is shown."""
    trainer = _Trainer(library, questions)
    for question in questions:
        yield from trainer.shown_as_it_is(question, scorer)


class _Trainer:
    """Asks the product's own steps, with coefficients of our choice."""

    def __init__(self, library: Library, questions: Sequence[GoldQuestion]) -> None:
        self._library = library
        self._marker = Marker(library, questions)
        self._reading = lru_cache(maxsize=None)(library.reading)

    def measured(self, question: GoldQuestion, scorer: Scorer, used: Sequence[str] = USED) -> Choice:
        """What was measured of the candidates: of all of them, or of those that `scorer` would have read together."""
        together = "read" in used
        selection = self._select(read(self._library, question), scorer, choices=Choices(together=together))
        groups = self._marker.known[question.id].groups
        ranked = [one.measured for one in selection.ranked][: READ if together else None]
        made = np.array([[one.features[name] for name in used] for one in ranked]).reshape(len(ranked), len(used))
        right = np.array([bool(_said(question, groups, one.candidate)) for one in ranked], dtype=bool)
        of_full_text = self._marker.source(question) not in (None, "register")
        return Choice(question, groups, made, right, FULL_TEXT_WEIGHT if of_full_text else 1.0)

    def shown(self, question: GoldQuestion, scorer: Scorer) -> Iterator[tuple[dict[str, float], bool]]:
        """Signals and whether what is shown is right: as it is, without the gold texts, without the gold sentences."""
        asked = read(self._library, question)
        groups = self._marker.known[question.id].groups
        ways: list[Callable[[Candidate], bool] | None] = [None]
        if question.answerable:
            ways += [
                lambda one: one.held.publication.id in question.publications,
                lambda one: bool(_said(question, groups, one)),
            ]
        for without in ways:
            selection = self._select(asked, scorer, without)
            if selection.chosen:
                cited = tuple(_cited(one) for one in _all(selection.chosen))
                yield signals(asked, selection), is_right(question, cited, groups)

    def shown_as_it_is(self, question: GoldQuestion, scorer: Scorer) -> Iterator[tuple[dict[str, float], bool]]:
        """Signals and whether any sentence that answers is shown; nothing where nothing would be."""
        asked = read(self._library, question)
        selection = self._select(asked, scorer)
        groups = self._marker.known[question.id].groups
        if selection.chosen:
            yield signals(asked, selection), any(_said(question, groups, one) for one in _all(selection.chosen))

    def _select(
        self,
        asked: Question,
        scorer: Scorer,
        without: Callable[[Candidate], bool] | None = None,
        *,
        choices: Choices = SHIPPED,
    ) -> Selection:
        return select(
            asked,
            retrieve(self._library, asked, shelf_of(asked)),
            reading=self._holding,
            meanings=self._library.meanings,
            scorer=scorer,
            without=without,
            choices=choices,
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


def _told(questions: Sequence[GoldQuestion], progress: Progress | None, *, part: int) -> Iterator[GoldQuestion]:
    for number, question in enumerate(questions):
        if progress:
            progress(part * len(questions) + number, 3 * len(questions))
        yield question
