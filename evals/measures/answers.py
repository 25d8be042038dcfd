"""Measures of one answer, by name: facts, citations, versions, lists, the short answer, abstention; means come elsewhere.

A measure that does not apply to a question is left out of its row, never counted as nothing. No judge, no model.
Definitions are those of methods 1.4.
"""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.document import Document
from evals.gold.places import Spans, hits
from evals.gold.questions import GoldQuestion, Kind
from evals.measures.citations import citation_scores, exact_scores
from evals.measures.lists import list_scores
from evals.measures.rankings import LEAST_GRADE
from evals.measures.short import says
from evals.measures.versions import version_scores, wrong_version
from evals.systems.response import Cited, Response

DocumentOf = Callable[[str], Document | None]
"""A document by its id."""
PENALTIES = (1, 2)
"""What a wrong answer costs where a right one earns 1 and a non-answer nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a question besides its words."""

    groups: tuple[Spans, ...] = ()
    """Where each of its facts, or quotations, is said."""
    lapsed: frozenset[str] = frozenset()
    """Publications that do not stand on the question's day: replaced, withdrawn, never more than a draft, or not yet made."""


def score_answer(question: GoldQuestion, response: Response, known: Known, document_of: DocumentOf) -> dict[str, float]:
    """The measures that apply to an answer, by name; `evals.report.markdown.MEANINGS` says what each is."""
    cited = response.cited if response.answered else ()
    scores = exact_scores(cited, document_of)
    scores |= version_scores(question, cited, known.lapsed)
    scores |= _abstention(question, response, known)
    if not question.answerable:
        return scores
    found = facts_found(question, cited, known.groups)
    scores["fact_recall"] = _share(found)
    if not response.answered:
        wanted = {key for key, grade in question.publications.items() if grade >= LEAST_GRADE}
        scores["useful_refusal"] = float(not wanted.isdisjoint(response.nearest))
        return scores
    vital = _vital(question, found)
    if vital:
        scores["vital_strict"] = _share(vital)
    scores |= citation_scores(question, cited, known.groups)
    if question.kind is Kind.LIST:
        scores |= list_scores(cited, known.groups, document_of)
    if question.short and response.short is not None:
        scores["short_given"] = float(bool(response.short.value))
        scores["short_exact"] = float(says(response.short, question.short))
    return scores


def is_right(question: GoldQuestion, cited: tuple[Cited, ...], groups: tuple[Spans, ...]) -> bool:
    """Whether quotations say every vital fact (all, where none is vital) and cite no wrong version."""
    if not question.answerable or wrong_version(question, cited):
        return False
    found = facts_found(question, cited, groups)
    return all(_vital(question, found) or found)


def facts_found(question: GoldQuestion, cited: tuple[Cited, ...], groups: tuple[Spans, ...]) -> list[bool]:
    """Which facts are said: a quotation from a publication that answers passes the match and hits the fact's group."""
    if question.quotes:
        return [any(hits(one.place, spans) for one in cited) for spans in groups]
    accepted = [one for one in cited if one.publication_id in question.publications]
    return [
        any(fact.match.passes(one.quote) and hits(one.place, spans) for one in accepted)
        for fact, spans in zip(question.facts, groups, strict=True)
    ]


def _abstention(question: GoldQuestion, response: Response, known: Known) -> dict[str, float]:
    """What answering or declining was worth."""
    right = response.answered and is_right(question, response.cited, known.groups)
    wrong = response.answered and not right
    scores = {f"penalised@{cost}": float(right) - cost * float(wrong) for cost in PENALTIES}
    scores["effective"] = float(right if question.answerable else not response.answered)
    if response.answered:
        scores["selective_correct"] = float(right)
    if question.answerable:
        return scores | {"answered": float(response.answered), "correct": float(right)}
    return scores | {"false_answer": float(response.answered)}


def _vital(question: GoldQuestion, found: list[bool]) -> list[bool]:
    if question.quotes:
        return found
    return [said for said, fact in zip(found, question.facts, strict=True) if fact.vital]


def _share(values: list[bool]) -> float:
    return sum(values) / len(values) if values else 0.0
