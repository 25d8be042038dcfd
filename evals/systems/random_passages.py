"""Random: a floor, the passages a question's filters let through in an order drawn from its id; does not read the question.

The draw is Python's own generator seeded by a digest of the id, so that every machine and every run draw alike.
"""

import random
from functools import lru_cache
from hashlib import sha256

from corpus.document import Document
from corpus.passage import Span
from evals.gold.places import Place
from evals.gold.questions import GoldQuestion
from evals.systems.ours import BEST, DEEP, best_sentences, read
from evals.systems.response import Cited, Response, each_once
from index.passages import passages
from index.query import matches
from search_api.library import Library


class Random:
    """Passages in a random order."""

    name = "random"
    described = (
        "A floor: our passages under the same filters in an order drawn from the question's id, answering with the first one's "
        f"{BEST} best sentences by cosine; never declines."
    )

    def __init__(self, library: Library) -> None:
        self._library = library
        self._held: dict[str, Document] = {document.id: document for _, document in library.catalogue.searchable()}
        self._places = lru_cache(maxsize=None)(self._places_of)

    def respond(self, question: GoldQuestion) -> Response:
        """Its ranking and answer for a question."""
        drawn = self._drawn(question)[:DEEP]
        cited: tuple[Cited, ...] = ()
        if drawn:
            key, start, end = drawn[0]
            cited = best_sentences(self._held[key], Span(start, end), question.text, self._library.index.embedder)
        return Response(
            ranking=each_once([self._held[key].publication_id for key, _, _ in drawn]),
            answered=bool(cited),
            status="answered" if cited else "nothing_found",
            reason="",
            cited=cited,
        )

    def passages(self, question: GoldQuestion, depth: int) -> tuple[Place, ...]:
        """Places of the passages it draws for a question."""
        return tuple(self._drawn(question)[:depth])

    def _drawn(self, question: GoldQuestion) -> list[Place]:
        filters = read(self._library, question).given
        found = [
            place
            for publication, document in self._library.catalogue.searchable()
            if matches(publication, document.held, filters)
            for place in self._places(document.id)
        ]
        random.Random(int(sha256(question.id.encode()).hexdigest(), 16)).shuffle(found)  # noqa: S311 - a floor, no secret
        return found

    def _places_of(self, document_id: str) -> tuple[Place, ...]:
        found = passages(self._held[document_id], self._library.index.embedder)
        return tuple((document_id, *one.span) for one in found)
