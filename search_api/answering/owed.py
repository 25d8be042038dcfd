"""Owed: a question of what somebody must do, answered from the register of duties; and the level of any quotation that is one.

Must, should and may are the text's own words, by its own key where it has one. Does not read duties out of texts.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.duties import kept_duties
from corpus.duty import Level
from corpus.ids import passage_id
from corpus.passage import Citation, cite
from index.query import Filters
from search_api.answering.answer import Statement
from search_api.duties.register import Owed, duties_for
from search_api.question.kind import Kind
from search_api.question.question import Question

if TYPE_CHECKING:
    from search_api.library import Library

MOST = 6
LEVELS = (Level.MUST, Level.NEEDS, Level.SHOULD, Level.MAY)
_OPEN = re.compile(
    r"\bwhat\b.{0,40}\b(?:must|should|shall|may|need|needs|have|has|required|expected|supposed|obliged|allowed)\b|"
    r"\b(?:duties|responsibilities|obligations)\b|\bbeth\b.{0,30}\b(?:rhaid|dylai|caiff)\b|\bdyletswyddau\b",
    re.IGNORECASE,
)
"""A question that asks for duties, not whether one holds."""


def asks_for_duties(question: Question) -> bool:
    """Whether a question asks what some body must, should or may do."""
    understood = question.understood
    return bool(understood.actor) and understood.kind in (Kind.MUST, Kind.LIST) and bool(_OPEN.search(question.text))


def duties_owed(
    library: "Library", question: Question, filters: Filters, among: frozenset[str]
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Duties of the actor about the question's words, in publications `among` those that answer; musts first."""
    actor = question.understood.actor
    found = duties_for(library, actor=actor, words=question.text, filters=filters, limit=4 * MOST)
    kept = [one for one in found if one.publication.id in among][:MOST]
    kept.sort(key=lambda one: (LEVELS.index(one.kept.duty.level), one.document.id, one.kept.duty.span))
    statements: dict[str, Statement] = {}
    citations: list[Citation] = []
    for one in kept:
        citation = _cite(one, len(citations) + 1)
        if citation is None:
            continue
        citations.append(citation)
        text, duty = " ".join(citation.quote.split()), one.kept.duty
        made = Statement(text=text, citations=(citation.n,), context=duty.header, level=duty.level)
        said = statements.get(text)
        statements[text] = replace(said, citations=(*said.citations, citation.n)) if said else made
    return tuple(statements.values()), tuple(citations)


def with_levels(library: "Library", statements: Sequence[Statement], citations: Sequence[Citation]) -> tuple[Statement, ...]:
    """Statements with the level of the duty that their first citation states, where it states one."""
    documents = frozenset(one.document.id for one in citations)
    levels: dict[tuple[str, int, int], Level] = {}
    for kept in kept_duties(library.catalogue, documents=sorted(documents)) if documents else ():
        key = (kept.document_id, *kept.duty.span)
        levels[key] = min(levels.get(key, kept.duty.level), kept.duty.level, key=LEVELS.index)
    return tuple(_levelled(one, citations, levels) for one in statements)


def _levelled(statement: Statement, citations: Sequence[Citation], levels: Mapping[tuple[str, int, int], Level]) -> Statement:
    first = citations[statement.citations[0] - 1]
    level = levels.get((first.document.id, *first.span))
    return replace(statement, level=level) if level and statement.level is None else statement


def _cite(one: Owed, n: int) -> Citation | None:
    span = one.kept.duty.span
    return cite(
        n=n,
        publication=one.publication,
        document=one.document,
        passage_id=passage_id(document_id=one.document.id, start=span.start, end=span.end),
        span=span,
        quote=one.document.text[span.start : span.end],
    )
