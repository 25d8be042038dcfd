"""Ranking: the passages that a search found, put in the order in which they answer; does not search, choose or decline.

As both halves of the index have them, moved by what the question names (`route`), and raised by the chance that a sentence of
theirs answers (`select`): the nearest in subject is often not the one that says it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.publication import Publication
from index.query import Hit
from search_api.answering.candidates import Holding
from search_api.answering.choices import Choices
from search_api.answering.meanings import Meanings
from search_api.answering.route import best_first, route
from search_api.answering.select import weigh
from search_api.question.question import Question

RAISED = 1.0
"""Weight of the chance beside a passage's own score, both 0 to 1. nDCG@10 of 114 English and 29 Welsh calibration questions: as
found .758 and .742, routed .756 and .733, at .3 .812 and .777, at 1 .826 and .786, at 2 .828 and .787."""


def by_answers(
    question: Question,
    hits: Sequence[Hit],
    *,
    publication_of: Callable[[str], Publication | None],
    reading: Callable[[str], Holding | None],
    meanings: Meanings,
    choices: Choices,
) -> list[Hit]:
    """Hits in the order in which they answer; `reading` gives a document with its record, None where it may not be shown."""
    routed = route(question, hits, publication_of)
    best: dict[str, float] = {}
    for scored in weigh(question, routed, reading=reading, meanings=meanings, choices=choices):
        passage = scored.measured.candidate.hit.passage.id
        best[passage] = max(scored.chance, best.get(passage, 0.0))
    return best_first(
        [replace(hit, score=(hit.score + RAISED * best.get(hit.passage.id, 0.0)) / (1 + RAISED)) for hit in routed]
    )
