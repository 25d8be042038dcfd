"""Compose: an answer out of quotations, each tied to its place; writes no words of its own.

A quotation that is not in its document to the letter is dropped, and so is a statement left without one.
"""

from collections.abc import Sequence

from corpus.passage import Citation, cite
from search_api.answer import Statement
from search_api.select import Candidate


def compose(chosen: Sequence[Candidate]) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """A statement for each sentence chosen, with its citation, numbered in the order shown."""
    statements: list[Statement] = []
    citations: list[Citation] = []
    for candidate in chosen:
        document = candidate.held.document
        citation = cite(
            n=len(citations) + 1,
            publication=candidate.held.publication,
            document=document,
            passage_id=candidate.hit.passage.id,
            span=candidate.span,
            quote=document.text[candidate.span.start : candidate.span.end],
        )
        if citation:
            citations.append(citation)
            statements.append(Statement(text=candidate.text, citations=(citation.n,)))
    return tuple(statements), tuple(citations)
