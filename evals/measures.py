"""Measures of one answer: facts found, exact quotation, wrong version, abstention; each row first, means elsewhere.

A measure that does not apply to a question is left out of its row, never counted as nothing. No judge, no model.
"""

from collections.abc import Callable

from evals.gold import GoldQuestion
from evals.response import Cited, Response

Spans = tuple[tuple[str, int, int], ...]
"""Gold spans that any one of satisfies: (document id, start, end)."""
TextOf = Callable[[str], str | None]
"""The text of a document by its id."""
HALF = 0.5  # methods 1.4: at least half of the shorter of two spans is shared


def score_answer(
    question: GoldQuestion, response: Response, gold_spans: tuple[Spans, ...], text_of: TextOf
) -> dict[str, float]:
    """The measures that apply to an answer, by name.

    exact_quotes: share of citations whose words stand where they say. fact_recall: share of facts said inside a citation
    of a publication that answers (of gold spans hit, for questions that have spans); none when not answered. correct: all
    of them, and no wrong version. selective_correct: the same, over answered questions only, answerable or not.
    """
    scores: dict[str, float] = {}
    cited = response.cited if response.answered else ()
    if cited:
        scores["exact_quotes"] = _share([text_of_span(one, text_of) == one.quote for one in cited])
        scores["quoted_words"] = float(sum(len(one.quote.split()) for one in cited))
    if not question.answerable:
        scores["false_answer"] = float(response.answered)
        if response.answered:
            scores["selective_correct"] = 0.0
        return scores
    wrong = any(one.publication_id in question.must_not_cite for one in cited)
    found = _facts_found(question, cited, gold_spans)
    correct = all(found) and not wrong
    scores |= {"answered": float(response.answered), "fact_recall": _share(found), "correct": float(correct)}
    if question.must_not_cite:
        scores["wrong_version"] = float(wrong)
    if response.answered:
        scores["selective_correct"] = float(correct)
    if cited:
        scores["citation_precision"] = _share([one.publication_id in question.publications for one in cited])
        scores["citation_support"] = _share([_supports(question, one, gold_spans) for one in cited])
    return scores


def text_of_span(cited: Cited, text_of: TextOf) -> str | None:
    """What the document truly says at the place a citation names."""
    text = text_of(cited.document_id)
    return text[cited.start : cited.end] if text is not None else None


def shared(first: tuple[str, int, int], second: tuple[str, int, int]) -> int:
    """Characters that two spans share; none across documents."""
    return max(0, min(first[2], second[2]) - max(first[1], second[1])) if first[0] == second[0] else 0


def hits(cited: Cited, spans: Spans) -> bool:
    """Whether a citation covers one of a group of spans, fairly to short and long citations (methods 1.4)."""
    place = (cited.document_id, cited.start, cited.end)
    return any(shared(place, span) / max(1, min(place[2] - place[1], span[2] - span[1])) >= HALF for span in spans)


def _facts_found(question: GoldQuestion, cited: tuple[Cited, ...], gold_spans: tuple[Spans, ...]) -> list[bool]:
    if question.quotes:
        return [any(hits(one, spans) for one in cited) for spans in gold_spans]
    accepted = [one for one in cited if one.publication_id in question.publications]
    return [any(fact.match.passes(one.quote) for one in accepted) for fact in question.facts]


def _supports(question: GoldQuestion, cited: Cited, gold_spans: tuple[Spans, ...]) -> bool:
    if question.quotes:
        return any(hits(cited, spans) for spans in gold_spans)
    return cited.publication_id in question.publications and any(fact.match.passes(cited.quote) for fact in question.facts)


def _share(values: list[bool]) -> float:
    return sum(values) / len(values) if values else 0.0
