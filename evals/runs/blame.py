"""Blame: the first step at which an answerable question was lost, so that a report says what to mend next.

One label a question, the first that applies (methods 1.4.6). Does not score.
"""

from collections.abc import Collection, Mapping

from evals.gold.questions import GoldQuestion
from evals.measures.rankings import DEPTH, LEAST_GRADE
from evals.systems.response import Response

LABELS = {
    "wrong_version": "cites a text that was replaced, or not yet made",
    "hidden": "no publication that answers may be found under the filters the question got",
    "first_stage_miss": "no publication that answers is ranked at all",
    "incomplete": "some of the facts are quoted, not all",
    "rank_miss": "a publication that answers is ranked, but below the tenth",
    "declined": "a publication that answers is in the top ten, but no answer was given",
    "sentence_miss": "a publication that answers is in the top ten, but its fact is not in the quotations",
}


def blame(question: GoldQuestion, response: Response, scores: Mapping[str, float], *, findable: Collection[str]) -> str | None:
    """Why a question was not answered whole; None where it was, or has no answer."""
    if not question.answerable or scores["correct"]:
        return None
    wanted = [key for key, grade in question.publications.items() if grade >= LEAST_GRADE]
    places = [response.ranking.index(key) for key in wanted if key in response.ranking]
    applies = {
        "wrong_version": scores.get("wrong_version", 0.0) > 0,
        "hidden": not any(key in findable for key in wanted),
        "first_stage_miss": not places,
        "incomplete": scores["fact_recall"] > 0,
        "rank_miss": min(places, default=0) >= DEPTH,
        "declined": not response.answered,
    }
    return next((label for label, true in applies.items() if true), "sentence_miss")
