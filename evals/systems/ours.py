"""Systems on trial: ours, its ranking by words alone and by meaning alone; all over one catalogue and index.

LlamaIndex's default pipeline has its own file (`evals.systems.llama_default`). Does not measure.
"""

from dataclasses import dataclass, replace

import numpy as np

from corpus.document import Document
from corpus.passage import Citation, Span
from corpus.units import UnitKind, units
from evals.gold.places import Place
from evals.gold.questions import GoldQuestion
from evals.systems.response import Cited, Response, ShortAnswer, each_once
from evals.systems.stages import Stages
from index.embed import Embedder
from index.rank import BM25_ONLY, DENSE_ONLY, Weights
from index.search import search
from search_api.answering.answer import Answer
from search_api.answering.ask import in_quotations
from search_api.answering.choose import room
from search_api.answering.scorer import Scored
from search_api.library import Library
from search_api.question.question import Asked, Question

DEEP = 50
"""Passages asked of a ranking, so that ten publications are there to be measured."""
BEST = 3
"""Sentences in a plain baseline's answer (methods 1.6)."""


@dataclass(frozen=True, slots=True)
class Ours:
    """The product: its search gives the ranking, its answer the citations.

    Whatever shows quotations counts as an answer, so that one from a text that no longer stands is judged by its label.
    """

    library: Library
    name: str = "ours"
    described: str = "Canllaw as shipped: both halves fused, what stands, answers in quotations or a reasoned non-answer."

    def respond(self, question: GoldQuestion) -> Response:
        """Its ranking and answer for a question."""
        clock = Stages()
        asked = clock.take("read", lambda: read(self.library, question))
        found = clock.take("rank", lambda: self.library.search(replace(asked, limit=DEEP)))
        quoted, attempt = clock.take("answer", lambda: in_quotations(self.library, asked))
        answer = quoted if self.library.model is None else clock.take("write", lambda: self.library.ask(asked))
        selection = attempt.selection
        return Response(
            ranking=each_once([shown.hit.publication_id for shown in found.shown]),
            answered=bool(answer.citations),
            status=answer.status.value,
            reason=answer.reason,
            cited=tuple(cited_of(citation) for citation in answer.citations),
            probability=answer.probability,
            withheld=tuple(cited_of(citation) for citation in answer.withheld),
            short=_short(answer),
            refusal=answer.refusal.value if answer.refusal else None,
            nearest=each_once([shown.publication.id for shown in answer.nearest]),
            chosen=tuple(_taken(scored) for one in selection.chosen for scored in (one.scored, *one.alike)),
            considered=tuple(scored.measured.candidate.key for scored in selection.ranked),
            room=room(selection.kind),
            stages=clock.taken,
        )


@dataclass(frozen=True, slots=True)
class Plain:
    """A ranking by given weights over the same passages and filters; answers with its best passage's best sentences."""

    library: Library
    weights: Weights
    name: str
    described: str

    def respond(self, question: GoldQuestion) -> Response:
        """Its ranking and answer for a question; it never declines."""
        asked = read(self.library, question)
        index = self.library.index
        hits = search(index, replace(asked.query, limit=DEEP), weights=self.weights, per_publication=None).hits
        document = self.library.catalogue.document(hits[0].passage.document_id) if hits else None
        cited = best_sentences(document, hits[0].passage.span, question.text, index.embedder) if document else ()
        return Response(
            ranking=each_once([hit.publication_id for hit in hits]),
            answered=bool(cited),
            status="answered" if cited else "nothing_found",
            reason="",
            cited=cited,
        )

    def passages(self, question: GoldQuestion, depth: int) -> tuple[Place, ...]:
        """Places of the passages it ranks for a question, best first."""
        query = replace(read(self.library, question).query, limit=depth)
        hits = search(self.library.index, query, weights=self.weights, per_publication=None).hits
        return tuple((hit.passage.document_id, *hit.passage.span) for hit in hits)


def cited_of(citation: Citation) -> Cited:
    """A citation as a reader sees it."""
    return Cited(
        publication_id=citation.publication.id,
        document_id=citation.document.id,
        start=citation.span.start,
        end=citation.span.end,
        quote=citation.quote,
        status=citation.publication.standing.status.value,
    )


def _taken(scored: Scored) -> Cited:
    """A sentence taken for an answer, as it would be cited."""
    candidate = scored.measured.candidate
    document = candidate.held.document
    return Cited(
        publication_id=candidate.held.publication.id,
        document_id=document.id,
        start=candidate.span.start,
        end=candidate.span.end,
        quote=document.text[slice(*candidate.span)],
        status=candidate.held.publication.standing.status.value,
    )


def _short(answer: Answer) -> ShortAnswer:
    """The first short answer among the statements."""
    found = next((statement.short for statement in answer.statements if statement.short), None)
    return ShortAnswer(words=found.words, value=found.value) if found else ShortAnswer(words="", value="")


def plain_systems(library: Library) -> tuple[Plain, ...]:
    """The two halves of the index, each alone."""
    rule = f"over our passages and filters, answering with its best passage's {BEST} best sentences by cosine; never declines."
    return (
        Plain(library, BM25_ONLY, "bm25", f"BM25 alone {rule}"),
        Plain(library, DENSE_ONLY, "dense", f"all-MiniLM-L6-v2 alone {rule}"),
    )


def read(library: Library, question: GoldQuestion) -> Question:
    """A gold question as a person would put it, with its day where it has one."""
    return library.read(Asked(q=question.text, as_of=question.as_of.isoformat() if question.as_of else None))


def best_sentences(
    document: Document, within: Span, question: str, embedder: Embedder, *, status: str = ""
) -> tuple[Cited, ...]:
    """The sentences of a span nearest to a question by cosine, in the order they stand, shown with a status."""
    spans = [
        unit.span
        for unit in units(document)
        if unit.kind is not UnitKind.HEADING and unit.span.start < within.end and unit.span.end > within.start
    ]
    if not spans:
        return ()
    rows = embedder.passages([document.text[span.start : span.end] for span in spans])
    nearest = np.argsort(-(rows @ embedder.question(question)), kind="stable")[:BEST]
    return tuple(
        Cited(
            publication_id=document.publication_id,
            document_id=document.id,
            start=spans[place].start,
            end=spans[place].end,
            quote=document.text[spans[place].start : spans[place].end],
            status=status,
        )
        for place in sorted(int(place) for place in nearest)
    )
