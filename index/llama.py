"""Llama: our search as a LlamaIndex retriever, so that any of its query engines can sit on it; does not call a model.

LlamaIndex's node is our passage, with the place of its words in `metadata`: its stops at this file.
"""

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from corpus.language import language_of
from index.open import Index
from index.query import Filters, Query
from index.search import search


class PassageRetriever(BaseRetriever):
    """Finds passages for LlamaIndex as `index.search` does, with the same filters and order."""

    def __init__(self, index: Index, *, filters: Filters | None = None, limit: int = 10) -> None:
        super().__init__()
        self._index = index
        self._filters = filters or Filters()
        self._limit = limit

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        text = query_bundle.query_str
        query = Query(text=text, language=language_of(text), filters=self._filters, limit=self._limit)
        nodes = []
        for hit in search(self._index, query).hits:
            passage = hit.passage
            node = TextNode(
                id_=passage.id,
                text=passage.text,
                metadata={
                    "publication_id": hit.publication_id,
                    "document_id": passage.document_id,
                    "passage_id": passage.id,
                    "section": " > ".join(passage.headings),
                    "start": passage.span.start,
                    "end": passage.span.end,
                },
                start_char_idx=passage.span.start,
                end_char_idx=passage.span.end,
            )
            # A model reads the words alone: ids and offsets would only teach it to repeat them.
            node.excluded_llm_metadata_keys = [*node.metadata]
            nodes.append(NodeWithScore(node=node, score=hit.score))
        return nodes
