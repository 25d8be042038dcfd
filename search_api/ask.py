"""THE LIFE OF A QUESTION: retrieve, select, weigh, compose; a cited answer, or a reasoned non-answer.

Reading the question comes before (`question.py`), showing the answer after (`shapes.py`, pages, command line).
"""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.publication import Status
from index.query import Filters, Hit, Query, matches
from index.search import search
from search_api.abstain import Support, support
from search_api.answer import Answer, AnswerStatus, Searched
from search_api.compose import compose
from search_api.found import Shown
from search_api.question import Question
from search_api.select import Candidate, Holding, Selection, best, select

if TYPE_CHECKING:
    from search_api.library import Library

DEPTH = 100
"""Passages retrieved: the first are read for sentences, all tell how rare the question's terms are."""
NEAREST = 3


def ask(library: "Library", question: Question) -> Answer:
    """Answer a question from what is held."""
    attempt = _Attempt(library, question, question.filters)
    searched = look(library, question.filters)
    if attempt.support.lacking is None:
        statements, citations = compose(attempt.chosen)
        if citations:
            return Answer(
                question=question,
                status=AnswerStatus.ANSWERED,
                reason="the sentences chosen have all that an answer must have",
                statements=statements,
                citations=citations,
                nearest=(),
                searched=searched,
            )
    status, nearest = _why_not(library, question, attempt)
    return Answer(
        question=question,
        status=status,
        reason=attempt.support.lacking or "no quotation could be shown",
        statements=(),
        citations=(),
        nearest=nearest,
        searched=searched,
    )


def look(library: "Library", filters: Filters) -> Searched:
    """What was looked through under these filters: how many publications, and between which dates."""
    held = library.catalogue.held()
    publications = [
        publication
        for publication in library.catalogue.publications()
        if publication.id in held and matches(publication, held[publication.id], filters)
    ]
    days: list[date] = sorted(publication.published for publication in publications if publication.published)
    return Searched(publications=len(publications), first=days[0] if days else None, last=days[-1] if days else None)


class _Attempt:
    """One try at a question under some filters."""

    def __init__(self, library: "Library", question: Question, filters: Filters) -> None:
        query = Query(text=question.text, language=question.language, filters=filters, limit=DEPTH)
        self.hits = search(library.index, query, per_publication=None, near=-1).hits  # the nearest are shown, however far
        reading = lru_cache(lambda document_id: _reading(library, document_id, filters))
        self.selection: Selection = select(question, self.hits, reading=reading, embedder=library.index.embedder)
        self.chosen: list[Candidate] = best(self.selection)
        self.support: Support = support(question, self.selection, self.chosen)


def _reading(library: "Library", document_id: str, filters: Filters) -> Holding | None:
    """A text found, unless what the catalogue now says of it no longer fits: the index may be seconds behind."""
    found = library.reading(document_id)
    return found if found and matches(found.publication, found.document.held, filters) else None


def _why_not(library: "Library", question: Question, attempt: _Attempt) -> tuple[AnswerStatus, tuple[Shown, ...]]:
    """Why there is no answer, and the passages nearest to one."""
    if not question.filters.any_status and not question.filters.as_of and not question.filters.status:
        replaced = _Attempt(library, question, replace(question.filters, status=(Status.SUPERSEDED,)))
        if replaced.support.lacking is None:
            return AnswerStatus.UNANSWERED_ONLY_SUPERSEDED, library.show(_passages(replaced))
    nearest = library.show(_passages(attempt))
    if attempt.support.off_subject:
        return AnswerStatus.UNANSWERED_OUT_OF_SCOPE, nearest
    return AnswerStatus.UNANSWERED_NO_EVIDENCE, nearest


def _passages(attempt: _Attempt) -> list[Hit]:
    """The passages of the best sentences, each publication once."""
    seen: dict[str, Hit] = {}
    for candidate in attempt.selection.candidates:
        seen.setdefault(candidate.hit.publication_id, candidate.hit)
    return list(seen.values())[:NEAREST]
