"""RRF: BM25 and dense fused by reciprocal rank, which needs no weights; does not read scores.

Cormack, Clarke and Büttcher 2009: a passage scores the sum of 1 / (k + its rank) over both rankings, k = 60. Same passages,
filters and way of answering as the halves alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evals.gold.places import Place
from evals.gold.questions import GoldQuestion
from evals.systems.ours import BEST, DEEP, best_sentences, read
from evals.systems.response import Response, each_once
from index.query import Hit
from index.rank import BM25_ONLY, DENSE_ONLY
from index.search import search
from search_api.library import Library

K = 60
DEPTH = 200
"""Passages taken from each half."""


@dataclass(frozen=True, slots=True)
class Rrf:
    """Both halves of the index by reciprocal rank."""

    library: Library
    name: str = "rrf"
    described: str = (
        f"BM25 and all-MiniLM-L6-v2 by reciprocal rank (k={K}) over our passages and filters, answering with its best "
        f"passage's {BEST} best sentences by cosine; never declines."
    )

    def respond(self, question: GoldQuestion) -> Response:
        """Its ranking and answer for a question."""
        hits = self._fused(question)[:DEEP]
        document = self.library.catalogue.document(hits[0].passage.document_id) if hits else None
        embedder = self.library.index.embedder
        cited = best_sentences(document, hits[0].passage.span, question.text, embedder) if document else ()
        return Response(
            ranking=each_once([hit.publication_id for hit in hits]),
            answered=bool(cited),
            status="answered" if cited else "nothing_found",
            reason="",
            cited=cited,
        )

    def passages(self, question: GoldQuestion, depth: int) -> tuple[Place, ...]:
        """Places of the passages it ranks for a question, best first."""
        return tuple((hit.passage.document_id, *hit.passage.span) for hit in self._fused(question)[:depth])

    def _fused(self, question: GoldQuestion) -> list[Hit]:
        query = replace(read(self.library, question).query, limit=DEPTH)
        halves = (
            search(self.library.index, query, weights=weights, per_publication=None).hits for weights in (BM25_ONLY, DENSE_ONLY)
        )
        by_id: dict[str, Hit] = {}
        ranked = []
        for hits in halves:
            by_id |= {hit.passage.id: hit for hit in hits}
            ranked.append([hit.passage.id for hit in hits])
        return [by_id[key] for key in by_reciprocal_rank(ranked)]


def by_reciprocal_rank(rankings: Sequence[Sequence[str]], k: int = K) -> list[str]:
    """Several rankings of ids as one, best first; equal scores in the order of the ids."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, key in enumerate(ranking, start=1):
            scores[key] = scores.get(key, 0.0) + 1 / (k + rank)
    return sorted(scores, key=lambda key: (-scores[key], key))
