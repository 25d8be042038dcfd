"""Retrieval: the passages each system ranks, against the spans that say the facts; no answer is given.

The rows hold each ranking, a hundred deep, with its judgements: `canllaw eval export` makes TREC files of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from evals.gold.places import Place, Spans
from evals.gold.questions import GoldQuestion
from evals.gold.spans import gold_spans
from evals.measures.passages import (
    DEPTH,
    TOKENS,
    Wanted,
    facts_within,
    facts_within_tokens,
    judged,
    passage_measures,
    score_judged,
    wanted_of,
)
from evals.measures.rankings import score_rankings
from evals.suites.figures import means_of, table_of
from evals.suites.suite import Bench, Block
from evals.systems.passages import Ranker, rankers
from evals.systems.response import each_once
from search_api.library import Library

DIGITS = 6
DOCUMENTS = "publications_ndcg@10"
FACTS, FACTS_TOKENS = f"facts@{DEPTH}", f"facts@{TOKENS}tok"
MEASURES = (*passage_measures(), FACTS_TOKENS, FACTS, DOCUMENTS)
NOTES = (
    (
        "A passage has the grade of a fact it holds at least half of, once, where it first stands: a fact alone 3, one "
        "of several 2, one that may be left out 1. Grades 2 and 3 are relevant."
    ),
    "nDCG, RR, R and Success are by ir-measures, over each system's own passages.",
    (
        f"{FACTS_TOKENS} is the share of facts in the first {TOKENS:,} word pieces of ranked text, {FACTS} in {DEPTH} "
        "passages (the ceiling of the first stage): both are of facts, however a system cuts its texts."
    ),
    (
        "Ours is what its answers are made from, under the filters it reads out of the words; the other baselines get the "
        "filters of today or of the day given; LlamaIndex knows neither. llama-tuned ranks 50 chunks and no more."
    ),
)


def takes(questions: Sequence[GoldQuestion]) -> list[GoldQuestion]:
    """The questions that something answers."""
    return [question for question in questions if question.answerable]


def block(bench: Bench) -> Block:
    """Every ranking of passages measured."""
    found, texts = rankers(bench.systems), Texts(bench.library)
    wanted = {question.id: wanted_of(question, groups_of(bench.library, question)) for question in bench.questions}
    rows: list[dict[str, Any]] = []
    for number, ranker in enumerate(found):
        bench.progress(number, len(found))
        rows += rows_of(ranker, bench.questions, wanted, texts)
    rows.sort(key=lambda row: (row["id"], row["system"]))
    means = means_of(rows, MEASURES)
    return Block(
        title="Retrieval of passages",
        notes=NOTES,
        tables=[table_of("Passages ranked for questions that something answers", means, MEASURES)],
        measures=means,
        rows=rows,
    )


class Texts:
    """The documents of places, each read and counted once."""

    def __init__(self, library: Library) -> None:
        self._document = lru_cache(maxsize=None)(library.catalogue.document)
        self._embedder = library.index.embedder
        self.pieces = lru_cache(maxsize=None)(self._pieces)

    def publication(self, place: Place) -> str:
        """The publication whose text a place is in."""
        document = self._document(place[0])
        return document.publication_id if document else ""

    def _pieces(self, place: Place) -> int:
        document = self._document(place[0])
        return self._embedder.pieces(document.text[place[1] : place[2]]) if document else 0


def groups_of(library: Library, question: GoldQuestion) -> tuple[Spans, ...]:
    """Where each fact of a question is said."""
    return gold_spans(question, [one for one in map(library.catalogue.current_document, question.publications) if one])


def rows_of(
    ranker: Ranker, questions: Sequence[GoldQuestion], wanted: Mapping[str, tuple[Wanted, ...]], texts: Texts
) -> Iterator[dict[str, Any]]:
    """A row for each question: the units ranked, their grades, and every measure."""
    units = {question.id: ranker.passages(question, DEPTH) for question in questions}
    judgements = {key: judged(found, wanted[key]) for key, found in units.items()}
    by_unit = score_judged(judgements)
    rankings = {key: each_once([texts.publication(place) for place in found]) for key, found in units.items()}
    by_document = score_rankings(rankings, {one.id: one.publications for one in questions}, {DOCUMENTS: "nDCG@10"})
    for question in questions:
        key = question.id
        facts = {
            FACTS: facts_within(units[key], wanted[key]),
            FACTS_TOKENS: facts_within_tokens(units[key], wanted[key], texts.pieces),
        }
        scores = by_unit[key] | by_document[key] | facts
        yield {
            "id": key,
            "system": ranker.name,
            "family": question.family,
            "split": question.split,
            "language": question.language,
            "units": list(judgements[key].units),
            "judged": dict(sorted(judgements[key].grades.items())),
            "scores": {name: round(value, DIGITS) for name, value in sorted(scores.items())},
        }
