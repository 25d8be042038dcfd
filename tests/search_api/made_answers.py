"""Answers made by hand over the shelf, for what shows them; and a library that gives one whatever it is asked."""

from collections.abc import Callable
from datetime import date

from corpus.passage import Citation, Span, cite
from search_api.answering.answer import Answer, AnswerStatus, Refusal, Searched, Short, Statement
from search_api.answering.ask import STATUS_OF
from search_api.library import Library
from search_api.question.question import Asked, Question

PLAN = "Every child in Wales will have a reading plan by 1 September 2026."
BY = "by 1 September 2026"
BLAZER = "Schools should not ask for a blazer."
LOW = "Governing bodies must keep the cost of school uniform low."


class Scripted(Library):
    """A library whose answers are given in advance, for states that real questions seldom reach."""

    def __init__(self, library: Library, answer: Callable[[Question], Answer]) -> None:
        super().__init__(catalogue=library.catalogue, index=library.index)
        self._answer = answer

    def ask(self, question: Question) -> Answer:
        return self._answer(question)


def span_of(library: Library, publication: str, words: str) -> Span:
    """Where words stand in a publication's text."""
    document = library.catalogue.current_document(publication)
    assert document is not None
    start = document.text.index(words)
    return Span(start, start + len(words))


def citation(library: Library, publication: str, words: str, n: int = 1) -> Citation:
    """A citation of these words."""
    record, document = library.catalogue.publication(publication), library.catalogue.current_document(publication)
    assert record is not None
    assert document is not None
    span = span_of(library, publication, words)
    made = cite(n=n, publication=record, document=document, passage_id="x", span=span, quote=words)
    assert made is not None
    return made


def listed(library: Library) -> str:
    """The words of the shelf's list, with what introduces it."""
    document = library.catalogue.current_document("statement-reading")
    assert document is not None
    return document.text[document.text.index("We will:") : document.text.index("every inspection.") + len("every inspection.")]


def answer_of(question: Question, *citations: Citation, **more: object) -> Answer:
    """An answer that quotes these, a statement each unless told otherwise."""
    given: dict[str, object] = {
        "status": AnswerStatus.ANSWERED,
        "reason": "for the log",
        "statements": tuple(Statement(text=" ".join(one.quote.split()), citations=(one.n,)) for one in citations),
        "nearest": (),
        "searched": Searched(publications=7, first=date(2019, 11, 1), last=date(2025, 1, 29)),
        "probability": 0.913,
    }
    return Answer(question=question, citations=citations, **(given | more))  # type: ignore[arg-type]


def refusal_of(library: Library, question: Question, refusal: Refusal, **more: object) -> Answer:
    """A refusal with what is nearest."""
    given = {
        "refusal": refusal,
        "status": STATUS_OF.get(refusal, AnswerStatus.UNANSWERED_NO_EVIDENCE),
        "nearest": library.search(question).shown[:3],
        "probability": 0.2,
    }
    return answer_of(question, **(given | more))


def planned(library: Library, question: Question, **more: object) -> Answer:
    """The answer that every child will have a reading plan, with its short answer."""
    short = Short(span=span_of(library, "statement-reading", BY), words=BY, value="2026-09-01")
    statement = Statement(text=PLAN, citations=(1,), short=short)
    return answer_of(question, citation(library, "statement-reading", PLAN), **({"statements": (statement,)} | more))


def replaced(library: Library, question: Question, **more: object) -> Answer:
    """Words of guidance that no longer stands, with what took its place."""
    quoted = citation(library, "guidance-uniform-2019", BLAZER)
    given = {
        "status": AnswerStatus.UNANSWERED_ONLY_SUPERSEDED,
        "refusal": Refusal.ONLY_SUPERSEDED,
        "replaced_by": {quoted.publication.id: library.catalogue.publication("guidance-uniform-2023")},
    }
    return answer_of(question, quoted, **(given | more))


def read(library: Library, q: str, **parameters: object) -> Question:
    """A question as the library reads it."""
    return library.read(Asked(q=q, **parameters))  # type: ignore[arg-type]
