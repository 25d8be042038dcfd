"""Compose: an answer out of quotations, each tied to its place; writes no words of its own.

A quotation that is not in its document to the letter is dropped, and so is a statement left without one.
"""

from collections.abc import Mapping, Sequence

from corpus.passage import Citation, cite
from search_api.answering.answer import Statement
from search_api.answering.candidates import MOST_ITEMS, Candidate
from search_api.answering.choose import Chosen
from search_api.answering.short import names_many, short_of
from search_api.question.kind import Kind


def compose(
    kind: Kind, chosen: Sequence[Chosen], *, told: Mapping[str, float], named: frozenset[str]
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """A statement for each sentence chosen, with its citations, numbered in the order shown."""
    statements: list[Statement] = []
    citations: list[Citation] = []
    for one in chosen:
        candidate = one.scored.measured.candidate
        cited = [made for made in (_cite(candidate, len(citations) + 1),) if made]
        if not cited:
            continue
        citations += cited
        for alike in one.alike:
            made = _cite(alike.measured.candidate, len(citations) + 1)
            if made:
                cited.append(made)
                citations.append(made)
        statements.append(
            Statement(
                text=candidate.text,
                citations=tuple(citation.n for citation in cited),
                short=None if names_many(kind, candidate, named) else short_of(kind, candidate, told, named),
                context=one.context,
                more=max(candidate.items - MOST_ITEMS, 0),
            )
        )
    return tuple(statements), tuple(citations)


def _cite(candidate: Candidate, n: int) -> Citation | None:
    document = candidate.held.document
    return cite(
        n=n,
        publication=candidate.held.publication,
        document=document,
        passage_id=candidate.hit.passage.id,
        span=candidate.span,
        quote=document.text[candidate.span.start : candidate.span.end],
    )
