"""Route: passages found, put in an order that heeds what the question names: a series, a date, a speaker, a replaced text.

A question about the framework of 2022 finds the text that replaced it. Does not search; moves what was found.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from corpus.publication import Publication, Relation, RelationKind
from index.query import Hit
from index.words import terms
from search_api.question.question import Question

BOOSTS = {"type": 0.08, "period": 0.06, "speaker": 0.08, "title": 0.10}
"""Added to a passage's score, 0 to 1, for what its publication has and the question names (development questions)."""
TITLE_NAMED = 0.75
"""Share of a title's words that must stand in the question for it to name the title."""
LEAST_TITLE = 2
REPLACING = 0.95
"""Score of the text that replaced one, as a share of the replaced one's."""
REPLACED_LOOKED_AT = 5


def route(question: Question, hits: Sequence[Hit], publication_of: Callable[[str], Publication | None]) -> list[Hit]:
    """Passages by score with what their publications have of what the question names, best first."""
    asked = frozenset(terms(question.text, question.language))
    boosts: dict[str, float] = {}
    for hit in hits:
        if hit.publication_id not in boosts:
            found = publication_of(hit.publication_id)
            boosts[hit.publication_id] = _boost(question, asked, found) if found else 0.0
    return best_first([replace(hit, score=hit.score + boosts[hit.publication_id]) for hit in hits])


def with_replacing(hits: Sequence[Hit], replaced: Sequence[Hit], by: Mapping[str, str]) -> list[Hit]:
    """Passages, those of a text that replaced a better match raised to it; `by` gives the current text of a replaced one."""
    raised: dict[str, float] = {}
    for hit in replaced[:REPLACED_LOOKED_AT]:
        current = by.get(hit.publication_id)
        if current:
            raised[current] = max(raised.get(current, 0.0), REPLACING * hit.score)
    best = {key: max((hit.score for hit in hits if hit.publication_id == key), default=0.0) for key in raised}
    return best_first(
        [
            replace(hit, score=hit.score + max(raised[hit.publication_id] - best[hit.publication_id], 0.0))
            if hit.publication_id in raised
            else hit
            for hit in hits
        ]
    )


def replaced_by(relations: Sequence[Relation]) -> dict[str, str]:
    """The text that stands at the end of each replaced one's chain, by their ids; a chain that turns in a ring has none."""
    by = {one.target: one.source for one in relations if one.kind is RelationKind.SUPERSEDES}
    ends = {}
    for first in by:
        current, seen = first, set[str]()
        while current in by and current not in seen:
            seen.add(current)
            current = by[current]
        if current not in seen:
            ends[first] = current
    return ends


def _boost(question: Question, asked: frozenset[str], publication: Publication) -> float:
    understood = question.understood
    title = frozenset(terms(publication.title, publication.language))
    surname = (publication.author or "").split()[-1:] or [""]
    day = publication.date
    has = {
        "type": publication.type in understood.types,
        "period": day is not None and any(period.first <= day <= period.last for period in understood.periods),
        "speaker": len(surname[0]) > 2 and bool(re.search(rf"\b{re.escape(surname[0])}\b", question.text, re.IGNORECASE)),
        "title": len(title) >= LEAST_TITLE and len(title & asked) >= TITLE_NAMED * len(title),
    }
    return sum(BOOSTS[name] for name, true in has.items() if true)


def best_first(hits: Sequence[Hit]) -> list[Hit]:
    """Passages by score, equal ones in the order of their ids."""
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))
