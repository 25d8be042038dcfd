"""Modelled: an answer in a language model's sentences, each checked against the passages; else the quotations stand.

Chooses the passages a model reads, and turns what it wrote into an Answer. Does not speak to the model or check its words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.ids import passage_id
from corpus.passage import Citation, cite
from search_api.answering.answer import Answer, AnswerStatus, Checked, Note, Statement
from search_api.answering.scorer import Scored
from search_api.modelled.model import Model
from search_api.modelled.prompt import MOST_PASSAGES
from search_api.modelled.source import Source, make_source
from search_api.modelled.written import write_as_it_comes
from search_api.modelled.written_statements import NotWritten, Tally, Written, WrittenStatement
from search_api.question.question import Question

if TYPE_CHECKING:
    from search_api.library import Library


def modelled(
    library: "Library", model: Model, question: Question, ranked: Sequence[Scored], quoted: Answer
) -> Iterator[WrittenStatement | Answer]:
    """Each sentence of a model that passed its checks, as it comes; last the whole answer, in quotations where it must be."""
    for part in write_as_it_comes(question, sources_of(ranked), model, embedder=library.index.embedder):
        yield part if isinstance(part, WrittenStatement) else settle(part, quoted)


def sources_of(ranked: Sequence[Scored]) -> list[Source]:
    """The passages of the best sentences, each once, best first."""
    found: dict[str, Scored] = {}
    for scored in ranked:
        found.setdefault(scored.measured.candidate.hit.passage.id, scored)
    sources = []
    for number, scored in enumerate(list(found.values())[:MOST_PASSAGES], start=1):
        held, passage = scored.measured.candidate.held, scored.measured.candidate.hit.passage
        sources.append(make_source(number, held.publication, held.document, passage.span, context=passage.header))
    return sources


def settle(result: Written | NotWritten, quoted: Answer) -> Answer:
    """The answer to show: the model's where it wrote one that passed, else the one in quotations, saying why."""
    if isinstance(result, NotWritten):
        checked = Checked(passed=0, rejected=_codes(result.tally), reason=result.detail)
        return replace(quoted, checked=checked, notes=(*quoted.notes, Note.MODEL_UNAVAILABLE))
    statements, citations = _shown(result.statements)
    if not statements:
        checked = Checked(passed=0, rejected=_codes(result.tally), reason="The model found no answer in the passages.")
        return replace(quoted, checked=checked)
    return replace(
        quoted,
        status=AnswerStatus.ANSWERED_PARTLY if result.insufficient else AnswerStatus.ANSWERED,
        reason="every sentence of the model's passed the checks",
        statements=statements,
        citations=citations,
        checked=Checked(passed=result.tally.passed, rejected=_codes(result.tally)),
    )


def _shown(written: Sequence[WrittenStatement]) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    statements: list[Statement] = []
    citations: list[Citation] = []
    for one in written:
        source = one.source
        citation = cite(
            n=len(citations) + 1,
            publication=source.publication,
            document=source.document,
            passage_id=passage_id(document_id=source.document.id, start=source.span.start, end=source.span.end),
            span=one.span,
            quote=one.quote,
        )
        if citation:
            citations.append(citation)
            statements.append(Statement(text=one.text, citations=(citation.n,), written=not one.verbatim))
    return tuple(statements), tuple(citations)


def _codes(tally: Tally | None) -> dict[str, int]:
    """How many sentences each check refused."""
    return dict(sorted(Counter(one.code.value for one in tally.rejected).items())) if tally else {}
