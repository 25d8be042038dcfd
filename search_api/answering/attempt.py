"""Attempt: one try at a question under some filters: retrieve, route, select, weigh; does not refuse or compose."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.publication import Publication, Status
from index.query import Filters, Hit, Query, matches
from index.search import search
from search_api.answering.candidates import Holding
from search_api.answering.confidence import packaged_confidence, signals
from search_api.answering.route import replaced_by, route, with_replacing
from search_api.answering.select import Selection, select
from search_api.question.question import Question
from search_api.question.scope import Scope

if TYPE_CHECKING:
    from search_api.library import Library

DEPTH = 100
"""Passages retrieved: the first are read for sentences, all tell how rare the question's terms are."""
REPLACED_DEPTH = 10
_PAST = re.compile(r"\b(?:was|were|did|had|oedd|roedd|oeddent|wnaeth|ddywedodd)\b", re.IGNORECASE)


class Attempt:
    """One try at a question under some filters: what was found, what would be shown, and how likely it is right."""

    def __init__(self, library: "Library", question: Question, filters: Filters) -> None:
        reading = lru_cache(lambda document_id: _reading(library, document_id, filters))
        self.hits = retrieve(library, question, filters)
        selection = select(question, self.hits, reading=reading, meanings=library.meanings, choices=library.choices)
        shown = [one.scored.measured.candidate.held.publication for one in selection.chosen]
        self.selection: Selection = replace(selection, replaced_years=replaced_years(library, question, shown))
        self.filters = filters
        self.best = max((one.score for one in selection.ranked[:1]), default=-math.inf)
        self.chance = packaged_confidence().chance(signals(question, self.selection)) if self.selection.chosen else 0.0


def retrieve(library: "Library", question: Question, filters: Filters) -> list[Hit]:
    """Passages for a question, best first: by words and meaning, then by what the question names."""
    understood = question.understood
    query = Query(
        text=question.text,
        language=question.language,
        filters=filters,
        limit=DEPTH,
        also=understood.also,
        across=understood.across,
    )
    # The nearest are shown, however far.
    found = search(library.index, query, per_publication=None, near=-1).hits
    hits = route(question, found, lru_cache(library.catalogue.publication))
    if understood.scope is not Scope.CURRENT or filters.statuses != (Status.IN_FORCE,):
        return hits
    by = replaced_by(library.catalogue.relations())
    if not by:
        return hits
    older = replace(query, filters=replace(filters, status=(Status.SUPERSEDED,)), limit=REPLACED_DEPTH)
    replaced = search(library.index, older, per_publication=1, near=-1).hits
    return with_replacing(hits, route(question, replaced, lru_cache(library.catalogue.publication)), by)


def replaced_years(library: "Library", question: Question, shown: Sequence[Publication]) -> frozenset[str]:
    """Years that the question names of texts which those shown have replaced, and of none of these.

    None for a question in the past tense: it asks what the replaced text said.
    """
    past = _PAST.search(question.text)
    asked = set() if past else {str(period.first.year) for period in question.understood.periods}
    by = replaced_by(library.catalogue.relations()) if asked else {}
    ids = {one.id for one in shown}
    older = (library.catalogue.publication(key) for key, current in by.items() if current in ids)
    years = {str(one.date.year) for one in older if one and one.date}
    return frozenset(asked & years - {str(one.date.year) for one in shown if one.date})


def _reading(library: "Library", document_id: str, filters: Filters) -> Holding | None:
    """A text found, unless what the catalogue now says of it no longer fits: the index may be seconds behind."""
    found = library.reading(document_id)
    return found if found and matches(found.publication, found.document.held, filters) else None
