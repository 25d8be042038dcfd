"""LlamaIndex as its defaults leave it: chunks of 1024 tokens, the two nearest, our embedding model, no language model.

The ranking is asked ten deep, where the default would show two; the answer is the best three sentences of its top chunk,
since there is no model to write one. MiniLM reads 256 word pieces, so most of a full chunk is never embedded: that is the
default, not our choice. It is given each title and date as metadata, and knows neither what stands nor an as-of day.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Document
from corpus.passage import Span
from corpus.publication import Publication
from evals.gold.places import Place
from evals.gold.questions import GoldQuestion
from evals.systems.ours import best_sentences
from evals.systems.response import Cited, Response, each_once
from index.embed import Embedder

if TYPE_CHECKING:
    from llama_index.core import VectorStoreIndex
    from llama_index.core.schema import TextNode

TOP_K = 10


class LlamaDefault:
    """`VectorStoreIndex.from_documents` with nothing changed."""

    name = "llamaindex"
    described = (
        f"LlamaIndex's VectorStoreIndex with its defaults (chunks of 1024 tokens), asked {TOP_K} deep for the ranking; answers "
        "with its top chunk's 3 best sentences by cosine; never declines and knows no status or as-of day."
    )

    def __init__(self, held: Iterable[tuple[Publication, Document]], embedder: Embedder, *, model_path: Path) -> None:
        pairs = list(held)
        self._embedder = embedder
        self._documents = {document.id: document for _, document in pairs}
        self._index = _build(pairs, model_path)

    def respond(self, question: GoldQuestion) -> Response:
        """Its ranking and answer for a question."""
        from llama_index.core.schema import TextNode  # noqa: PLC0415

        nodes = [found.node for found in self._index.as_retriever(similarity_top_k=TOP_K).retrieve(question.text)]
        chunks = [node for node in nodes if isinstance(node, TextNode)]
        cited: tuple[Cited, ...] = ()
        if chunks:
            top = chunks[0]
            document = self._documents[str(top.ref_doc_id)]
            span = Span(top.start_char_idx or 0, top.end_char_idx or len(document.text))
            cited = best_sentences(document, span, question.text, self._embedder)
        return Response(
            ranking=each_once([self._documents[str(chunk.ref_doc_id)].publication_id for chunk in chunks]),
            answered=bool(cited),
            status="answered" if cited else "nothing_found",
            reason="",
            cited=cited,
        )

    def passages(self, question: GoldQuestion, depth: int) -> tuple[Place, ...]:
        """Places of the chunks it retrieves for a question, best first."""
        from llama_index.core.schema import TextNode  # noqa: PLC0415

        nodes = [found.node for found in self._index.as_retriever(similarity_top_k=depth).retrieve(question.text)]
        return tuple(place_of(node, self._documents) for node in nodes if isinstance(node, TextNode))


def place_of(chunk: "TextNode", documents: Mapping[str, Document]) -> Place:
    """Where a chunk stands; a chunk that does not say is the whole of its document."""
    key = str(chunk.ref_doc_id)
    return (key, chunk.start_char_idx or 0, chunk.end_char_idx or len(documents[key].text))


def _build(held: list[tuple[Publication, Document]], model_path: Path) -> "VectorStoreIndex":
    # Seconds to import, and wanted by this system alone.
    from llama_index.core import Document as LlamaDocument  # noqa: PLC0415
    from llama_index.core import Settings, VectorStoreIndex  # noqa: PLC0415
    from llama_index.core.llms import MockLLM  # noqa: PLC0415
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding  # noqa: PLC0415

    Settings.llm = MockLLM()
    documents = [
        LlamaDocument(
            doc_id=document.id,
            text=document.text,
            metadata={"title": publication.title, "date": str(publication.date or "")},
        )
        for publication, document in held
    ]
    return VectorStoreIndex.from_documents(documents, embed_model=HuggingFaceEmbedding(model_name=str(model_path)))
