"""Asking: the tools that search, ask and list duties; each hands on what the other faces give, with links and words to tell.

An unanswered question is a value here as everywhere. Does not find or decide anything itself.
"""

from collections.abc import Iterable
from functools import lru_cache

from corpus.catalogue import Catalogue
from corpus.passage import Span
from search_api.answering import words as answer_words
from search_api.answering.lines import asked_again
from search_api.answering.shapes import AnswerShape
from search_api.duties.asked import DutiesAsked, read_duties_asked
from search_api.duties.register import find_duties as find
from search_api.duties.shapes import duties_shape
from search_api.mcp_server.arguments import AskArguments, DutiesArguments, SearchArguments
from search_api.mcp_server.links import Links
from search_api.mcp_server.reach import Reach
from search_api.mcp_server.reading import warnings
from search_api.mcp_server.results import (
    AnswerResult,
    CitationResult,
    DutiesResult,
    DutyResult,
    HitResult,
    SearchResult,
)
from search_api.messages import ENGLISH, Messages, read_messages
from search_api.question.question import MOST_HITS
from search_api.refusal_words import refused
from search_api.shapes import HitShape
from search_api.understood_words import read_as


def search(reach: Reach, wanted: SearchArguments, links: Links) -> SearchResult:
    """Passages for words, best first."""
    found = reach.search(wanted.asked(q=wanted.q, limit=wanted.limit, page=wanted.page))
    return SearchResult(
        query=found.query,
        total=found.total,
        next_page=next_page(wanted.page, wanted.limit, found.total),
        hits=_hits(found.hits, reach.catalogue, links),
    )


def ask(reach: Reach, wanted: AskArguments, links: Links) -> AnswerResult:
    """An answer in quotations, or why there is none with the nearest passages."""
    answer = reach.ask(
        wanted.asked(q=wanted.q, actor=wanted.actor or None, mode=wanted.mode or None, after=wanted.after or None)
    )
    spoken = _messages().get(answer.language) or _messages()[ENGLISH]
    return AnswerResult(
        question=answer.question,
        language=answer.language,
        read_as=read_as(asked_again(answer), spoken),
        as_of=answer.as_of,
        status=answer.status,
        refusal=answer.refusal,
        told=_told(answer, spoken),
        statements=answer.statements,
        citations=[
            CitationResult(**dict(one), read_at=links.words(one.document_id, one.start, one.end)) for one in answer.citations
        ],
        nearest=_hits(answer.nearest, reach.catalogue, links),
        searched=answer.searched,
        probability=answer.probability,
        mode=answer.mode,
        notes=answer.notes,
    )


def find_duties(reach: Reach, wanted: DutiesArguments, links: Links) -> DutiesResult:
    """Who must, should or may do what: best first for words, else by actor and publication."""
    asked = DutiesAsked(
        asked=wanted.asked(q=wanted.q, limit=wanted.limit, page=wanted.page),
        actor=wanted.actor,
        level=wanted.level,
        publication=wanted.publication or None,
        law=wanted.law or None,
    )
    found = duties_shape(find(reach.catalogue, read_duties_asked(asked, reach.catalogue)))
    return DutiesResult(
        total=found.total,
        next_page=next_page(wanted.page, wanted.limit, found.total),
        duties=[DutyResult(**dict(one), read_at=links.words(one.document_id, one.start, one.end)) for one in found.duties],
    )


def next_page(page: int, limit: int, total: int) -> int | None:
    """The page after this one; None at the end."""
    return page + 1 if page * limit < total and page < MOST_HITS else None


def _told(answer: AnswerShape, spoken: Messages) -> list[str]:
    """What to tell of an answer as a whole: how it was refused, then its notes."""
    told = refused(answer, spoken)
    first = [part for part in (told.heading, told.sentence, "" if answer.statements else told.step) if part] if told else []
    return [*first, *answer_words.notes(answer, spoken).values()]


def _hits(hits: Iterable[HitShape], catalogue: Catalogue, links: Links) -> list[HitResult]:
    return [
        HitResult(
            **dict(one),
            read_at=links.words(one.document_id, one.start, one.end),
            warnings=warnings(catalogue.document(one.document_id), Span(one.start, one.end)),
        )
        for one in hits
    ]


@lru_cache
def _messages() -> dict[str, Messages]:
    return dict(read_messages())
