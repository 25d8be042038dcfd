"""Gold passage: our answerer given only the passages where the facts stand; an upper bound for what finding better could give.

Choosing among sentences and putting them together are the product's own; nothing is retrieved, and nothing is declined where
there is an answer. A question that nothing answers gets no passage and so no answer: that is by construction, and no merit.
"""

from functools import lru_cache

import numpy as np

from corpus.document import Document
from corpus.passage import Passage
from evals.gold.places import Place, Spans
from evals.gold.questions import GoldQuestion
from evals.gold.spans import gold_spans
from evals.measures.passages import covers
from evals.systems.ours import cited_of, read
from evals.systems.response import Response, each_once
from index.passages import passages, searched_text
from index.query import Hit
from search_api.answering.compose import compose
from search_api.answering.select import select
from search_api.answering.short import words_of
from search_api.library import Library


class GoldPassage:
    """Our answerer over the right passages."""

    name = "gold-passage"
    described = (
        "An upper bound: our answerer given only the passages where the facts stand, nearest to the question first; retrieves "
        "nothing, declines nothing that has an answer, and knows which questions have none."
    )

    def __init__(self, library: Library) -> None:
        self._library = library
        self._passages = lru_cache(maxsize=None)(lambda document: tuple(passages(document, library.index.embedder)))

    def respond(self, question: GoldQuestion) -> Response:
        """Its ranking and answer for a question."""
        hits = self._hits(question)
        asked = read(self._library, question)
        selection = select(
            asked, hits, reading=self._library.reading, meanings=self._library.meanings, choices=self._library.choices
        )
        made = compose(selection.kind, selection.chosen, told=selection.told, named=words_of(asked.text))[1]
        return Response(
            ranking=each_once([hit.publication_id for hit in hits]),
            answered=bool(made),
            status="answered" if made else "nothing_found",
            reason="" if made else "no text held says any of the facts",
            cited=tuple(cited_of(one) for one in made),
        )

    def passages(self, question: GoldQuestion, depth: int) -> tuple[Place, ...]:
        """Places of the passages it is given, nearest to the question first."""
        return tuple((hit.passage.document_id, *hit.passage.span) for hit in self._hits(question)[:depth])

    def _hits(self, question: GoldQuestion) -> list[Hit]:
        """The passages that hold a place of a fact, by cosine where the model reads the question and them."""
        catalogue = self._library.catalogue
        documents = [one for one in map(catalogue.current_document, question.publications) if one]
        groups = gold_spans(question, documents)
        hits = [self._hit(question, document, one) for document in documents for one in self._holding(document, groups)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))

    def _holding(self, document: Document, groups: tuple[Spans, ...]) -> list[Passage]:
        return [
            one
            for one in self._passages(document)
            if any(covers((document.id, *one.span), span) for spans in groups for span in spans)
        ]

    def _hit(self, question: GoldQuestion, document: Document, passage: Passage) -> Hit:
        embedder = self._library.index.embedder
        publication = self._library.catalogue.publication(document.publication_id)
        dense = None
        if publication and {question.language, document.language} <= embedder.languages:
            row = embedder.passages([searched_text(publication, passage, embedder)])[0]
            dense = float(np.dot(row, embedder.question(question.text)))
        return Hit(
            passage=passage,
            publication_id=document.publication_id,
            language=document.language,
            score=max(dense, 0.0) if dense is not None else 1.0,
            dense=dense,
            sparse=None,
        )
