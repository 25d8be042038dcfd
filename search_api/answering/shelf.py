"""Shelf: which texts may answer a question, and what was looked through; does not search."""

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from corpus.publication import Status
from index.query import Filters, matches
from search_api.answering.answer import Refusal, Searched
from search_api.answering.refuse import Lacking
from search_api.question.question import Question

if TYPE_CHECKING:
    from search_api.library import Library

_PROPOSALS = re.compile(
    r"\b(?:drafts?|propos(?:al|als|ed|es|ing)|consult\w*|drafft\w*|ddrafft\w*|[cg]ynigion|ymgyngh\w+)\b", re.IGNORECASE
)
"""Words that ask for what is proposed, whether or not it stands."""


def shelf_of(question: Question) -> Filters:
    """The filters of a question, drafts and consultations let in where its words ask for them."""
    filters = question.filters
    if _limited(filters) or not _PROPOSALS.search(question.text):
        return filters
    return replace(filters, status=(Status.IN_FORCE, Status.DRAFT, Status.CONSULTATION))


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


def may_look_back(question: Question, lacking: Lacking) -> bool:
    """Whether texts that no longer stand may be tried: nothing was said of which texts, and the subject is ours."""
    return not _limited(question.filters) and lacking.refusal not in (
        Refusal.OTHER_NATION,
        Refusal.UNDERSPECIFIED,
        Refusal.NOT_YET,
    )


def _limited(filters: Filters) -> bool:
    return bool(filters.any_status or filters.as_of or filters.status)
