"""THE LIFE OF A QUESTION: retrieve, route, select, weigh, refuse or compose; a cited answer, or a reasoned non-answer.

What was promised is answered out of the register of commitments before anything is refused (`promised.py`), and what must be
done out of the register of duties (`owed.py`).

Reading the question comes before (`question.py`), showing the answer after (`shapes.py`, pages, command line).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.passage import Citation
from corpus.provenance import Held
from corpus.publication import Publication, Status
from search_api.answering.answer import Answer, AnswerStatus, Note, Refusal, Searched
from search_api.answering.attempt import Attempt, replaced_years
from search_api.answering.candidates import Candidate
from search_api.answering.choose import Chosen
from search_api.answering.compose import compose
from search_api.answering.differ import disagree, newest_first
from search_api.answering.owed import asks_for_duties, duties_owed, with_levels
from search_api.answering.promised import NEAR_CHANCE, promised
from search_api.answering.refuse import Lacking, Thresholds, refuse
from search_api.answering.route import replaced_by
from search_api.answering.select import Selection
from search_api.answering.shelf import look, may_look_back, shelf_of
from search_api.answering.short import words_of
from search_api.found import Shown
from search_api.modelled.modelled import modelled
from search_api.modelled.written_statements import WrittenStatement
from search_api.question.kind import Kind
from search_api.question.question import Question

if TYPE_CHECKING:
    from search_api.library import Library

NEAREST = 3
DUTIES_AMONG = 8
"""Best sentences whose publications duties are taken from."""
NEARER_BY = 1.2
"""How far the best sentence of texts that do not stand must score above the best of those that do, to answer in their stead. Of
17 questions to tune on that were answered so, 8 of the 10 beyond it are right and 2 of the 7 within it."""
SURE = 0.8
"""Chance from which an answer is given without a word of doubt (methods 2.6)."""
LAPSED = (Status.SUPERSEDED, Status.WITHDRAWN)
NOT_IN_FORCE = (*LAPSED, Status.DRAFT, Status.CONSULTATION)
STATUS_OF = {
    Refusal.OFF_TOPIC: AnswerStatus.UNANSWERED_OUT_OF_SCOPE,
    Refusal.OTHER_NATION: AnswerStatus.UNANSWERED_OUT_OF_SCOPE,
    Refusal.ONLY_SUPERSEDED: AnswerStatus.UNANSWERED_ONLY_SUPERSEDED,
}
"""How a refusal ends a question; every other one found no evidence."""


def ask(library: "Library", question: Question) -> Answer:
    """Answer a question from what is held."""
    answer = None
    for part in ask_as_it_comes(library, question):
        answer = part if isinstance(part, Answer) else answer
    assert answer is not None  # noqa: S101 - the last part is always the answer
    return answer


def ask_as_it_comes(library: "Library", question: Question) -> Iterator[WrittenStatement | Answer]:
    """A model's sentences as they are checked, where one is set; last the whole answer."""
    quoted, attempt = in_quotations(library, question)
    if library.model is None or quoted.status is not AnswerStatus.ANSWERED or Note.PROMISES in quoted.notes:
        yield quoted
        return
    yield from modelled(library, library.model, question, attempt.selection.ranked, quoted)


def in_quotations(library: "Library", question: Question, *, thresholds: Thresholds | None = None) -> tuple[Answer, "Attempt"]:
    """An answer in the texts' own words, or why there is none; and the attempt it rests on.

    `thresholds` are the packaged ones unless others are given.
    """
    filters = shelf_of(question)
    attempt = Attempt(library, question, filters)
    searched = look(library, filters)
    from_register = _from_register(library, question, searched)
    if from_register is not None:
        return from_register, attempt
    lacking = refuse(question, attempt.selection, attempt.chance, last_day=searched.last, thresholds=thresholds)
    if lacking is None:
        return _answered(library, question, attempt, searched), attempt
    if may_look_back(question, lacking):
        other = Attempt(library, question, replace(question.filters, status=NOT_IN_FORCE))
        is_nearer = other.best >= attempt.best + NEARER_BY
        if is_nearer and refuse(question, other.selection, other.chance, last_day=searched.last, thresholds=thresholds) is None:
            return _answered(library, question, other, searched, only=True), other
    return _refused(library, question, attempt, searched, lacking), attempt


def _from_register(library: "Library", question: Question, searched: Searched) -> Answer | None:
    """The promises that a question asks for; None where it asks for none, or none held is near enough."""
    understood = question.understood
    if understood.kind is not Kind.PROMISED or understood.elsewhere:
        return None
    statements, citations = promised(library, question)
    if not statements:
        return None
    notes = {
        Note.PROMISES: True,
        Note.AS_OF: question.filters.as_of is not None,
        Note.OTHER_LANGUAGE: all(one.document.language != question.language for one in citations),
        Note.DIGEST: any(one.document.held is Held.DIGEST for one in citations),
    }
    return Answer(
        question=question,
        status=AnswerStatus.ANSWERED,
        reason="the register of commitments holds promises near to the question",
        statements=statements,
        citations=citations,
        nearest=(),
        searched=searched,
        probability=NEAR_CHANCE,
        mode=question.mode,
        notes=tuple(note for note, applies in notes.items() if applies),
        replaced_by=_replacing(library, citations),
    )


def _answered(library: "Library", question: Question, attempt: Attempt, searched: Searched, *, only: bool = False) -> Answer:
    """An answer in quotations, with what a reader must know of it; `only` where nothing that stands answers."""
    selection = attempt.selection
    chosen, differs = _ordered(selection, question.text)
    named = words_of(question.text)
    statements, citations = compose(selection.kind, chosen, told=selection.told, named=named)
    if asks_for_duties(question):
        among = frozenset(one.measured.candidate.held.publication.id for one in selection.ranked[:DUTIES_AMONG])
        duties, where = duties_owed(library, question, attempt.filters, among)
        statements, citations, differs = (duties, where, False) if duties else (statements, citations, differs)
    statements = with_levels(library, statements, citations)
    lapsed = only and any(one.publication.standing.status in LAPSED for one in citations)
    notes = {
        Note.AS_OF: question.filters.as_of is not None,
        Note.ONLY_SUPERSEDED: lapsed,
        Note.NOT_IN_FORCE: only and not lapsed,
        Note.REPLACED: bool(replaced_years(library, question, [one.publication for one in citations])),
        Note.DISAGREE: differs,
        Note.CLOSEST: bool(statements) and attempt.chance < SURE,
        Note.OTHER_LANGUAGE: bool(citations) and all(one.document.language != question.language for one in citations),
        Note.DIGEST: any(one.document.held is Held.DIGEST for one in citations),
    }
    return Answer(
        question=question,
        status=AnswerStatus.UNANSWERED_ONLY_SUPERSEDED if lapsed else AnswerStatus.ANSWERED,
        reason="only texts that do not stand answer" if only else "the chance of a right answer is high enough",
        statements=statements,
        citations=citations,
        nearest=(),
        searched=searched,
        refusal=Refusal.ONLY_SUPERSEDED if lapsed else None,
        probability=attempt.chance,
        mode=question.mode,
        notes=tuple(note for note, applies in notes.items() if applies),
        replaced_by=_replacing(library, citations),
    )


def _refused(library: "Library", question: Question, attempt: Attempt, searched: Searched, lacking: Lacking) -> Answer:
    """Why there is no answer, with the passages nearest to one."""
    return Answer(
        question=question,
        status=STATUS_OF.get(lacking.refusal, AnswerStatus.UNANSWERED_NO_EVIDENCE),
        reason=lacking.why,
        statements=(),
        citations=(),
        nearest=_nearest(library, attempt.selection),
        searched=searched,
        refusal=lacking.refusal,
        probability=attempt.chance,
        mode=question.mode,
        withheld=_would_cite(attempt.selection) if lacking.by_chance else (),
    )


def _would_cite(selection: Selection) -> tuple[Citation, ...]:
    """What would have been cited."""
    return compose(selection.kind, selection.chosen, told=selection.told, named=frozenset())[1]


def _ordered(selection: Selection, asked: str) -> tuple[Sequence[Chosen], bool]:
    """What to show, in its order, and whether it disagrees: the newest first where texts differ or the past is asked about."""
    differs = disagree(selection.kind, selection.chosen, selection.told, asked=asked)
    if differs or selection.kind in (Kind.STATUS, Kind.COMPARE):
        return newest_first(selection.chosen), differs
    return selection.chosen, differs


def _replacing(library: "Library", citations: Sequence[Citation]) -> dict[str, Publication]:
    """What stands today in the place of publications cited that do not."""
    by = replaced_by(library.catalogue.relations())
    found = {
        one.publication.id: library.catalogue.publication(by[one.publication.id])
        for one in citations
        if one.publication.id in by
    }
    return {key: one for key, one in found.items() if one}


def _nearest(library: "Library", selection: Selection) -> tuple[Shown, ...]:
    """The passages of the best sentences, each publication once, and those sentences."""
    best: dict[str, Candidate] = {}
    for scored in selection.ranked:
        candidate = scored.measured.candidate
        best.setdefault(candidate.hit.publication_id, candidate)
    shown = library.show([one.hit for one in list(best.values())[:NEAREST]])
    return tuple(replace(one, words=best[one.publication.id].span) for one in shown)
