"""Measures of citations: whether the words stand where they say, and whether they are the ones wanted; no list, no version."""

from collections.abc import Callable

from corpus.document import Document
from evals.gold.places import Spans, hits
from evals.gold.questions import GoldQuestion
from evals.systems.response import Cited


def exact_scores(cited: tuple[Cited, ...], document_of: Callable[[str], Document | None]) -> dict[str, float]:
    """exact_quotes: share of citations whose words are the document's own at that place; quoted_words: how many in all."""
    if not cited:
        return {}
    exact = [words_at(one, document_of) == one.quote for one in cited]
    return {"exact_quotes": sum(exact) / len(exact), "quoted_words": float(sum(len(one.quote.split()) for one in cited))}


def words_at(cited: Cited, document_of: Callable[[str], Document | None]) -> str | None:
    """What the document truly says at the place a citation names; None where there is no such document."""
    document = document_of(cited.document_id)
    return document.text[cited.start : cited.end] if document else None


def citation_scores(question: GoldQuestion, cited: tuple[Cited, ...], groups: tuple[Spans, ...]) -> dict[str, float]:
    """Precision, recall and F1 of citations against gold groups (methods 1.4.2); how many are of a publication that answers."""
    if not cited or not groups:
        return {}
    recall = sum(any(hits(one.place, spans) for one in cited) for spans in groups) / len(groups)
    precision = sum(any(hits(one.place, spans) for spans in groups) for one in cited) / len(cited)
    return {
        "citation_precision": precision,
        "citation_recall": recall,
        "citation_f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "cited_publication": sum(one.publication_id in question.publications for one in cited) / len(cited),
    }
