"""A stock LlamaIndex query engine runs on our retriever."""

from llama_index.core.llms import MockLLM
from llama_index.core.query_engine import CitationQueryEngine, RetrieverQueryEngine
from llama_index.core.response_synthesizers import ResponseMode, get_response_synthesizer

from index.llama import PassageRetriever
from index.query import Filters, Query
from index.search import search
from search_api.library import Library

QUESTION = "On what grounds can a pupil be excluded?"


def test_its_nodes_are_our_hits_in_our_order(library: Library) -> None:
    nodes = PassageRetriever(library.index, limit=5).retrieve(QUESTION)

    hits = search(library.index, Query(text=QUESTION, language="en", limit=5)).hits
    assert [(node.node_id, node.score) for node in nodes] == [(hit.passage.id, hit.score) for hit in hits]


def test_a_node_s_words_are_the_document_s(library: Library) -> None:
    for found in PassageRetriever(library.index).retrieve(QUESTION):
        document = library.catalogue.document(found.node.metadata["document_id"])

        assert document is not None
        assert document.text[found.node.metadata["start"] : found.node.metadata["end"]] == found.node.get_content()


def test_a_stock_query_engine_answers_from_it(library: Library) -> None:
    """The mock model gives back its prompt, so that what it was shown can be seen."""
    engine = RetrieverQueryEngine(
        retriever=PassageRetriever(library.index, limit=3),
        response_synthesizer=get_response_synthesizer(llm=MockLLM(), response_mode=ResponseMode.COMPACT),
    )

    response = engine.query(QUESTION)

    assert response.source_nodes[0].node.metadata["publication_id"] == "guidance-exclusion-2024"
    assert "Only two grounds" in str(response)
    assert "document_id" not in str(response)


def test_the_citation_engine_takes_it_too(library: Library) -> None:
    engine = CitationQueryEngine(retriever=PassageRetriever(library.index, limit=2), llm=MockLLM())

    assert "Source 1:" in engine.query(QUESTION).source_nodes[0].node.get_content()


def test_it_keeps_to_its_filters(library: Library) -> None:
    nodes = PassageRetriever(library.index, filters=Filters(publisher=("Estyn",))).retrieve("inspection")

    publishers = {library.catalogue.publication(node.metadata["publication_id"]).publisher for node in nodes}  # type: ignore[union-attr]
    assert publishers == {"Estyn"}
