"""Answers are exact quotations from texts that stand, or an honest no with what was searched."""

from datetime import date

import pytest

from search_api.answer import Answer, AnswerStatus
from search_api.library import Library
from search_api.question import Asked


def ask(library: Library, q: str, **parameters: object) -> Answer:
    return library.ask(library.read(Asked(q=q, **parameters)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "publication", "words"),
    [
        ("Is the school improvement guidance statutory?", "guidance-si-2025", "without statutory force"),
        ("On what grounds can a pupil be excluded?", "guidance-exclusion-2024", "Only two grounds"),
        ("How much was invested in professional learning in 2022-23?", "ws-support-leaders-2022-05", "£28 million"),
        ("Must schools have regard to the uniform guidance?", "guidance-uniform-2023", "must have regard"),
        ("Must governing bodies draw up a school development plan?", "regs-sdp-2014", "must draw up"),
        ("Who was appointed chief executive of the new body?", "sipp-board-2025-07-14", "Gwenllian Lansdown Davies"),
    ],
)
def test_a_question_the_register_answers_is_answered(library: Library, question: str, publication: str, words: str) -> None:
    answer = ask(library, question)

    assert answer.status is AnswerStatus.ANSWERED
    assert any(one.publication.id == publication and words in one.quote for one in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Is the school improvement guidance statutory?",
        "What are the national priorities for schools?",
        "What did the review of the NPQH find?",
        "Beth mae canllawiau gwella ysgolion yn ei ddweud?",
    ],
)
def test_every_quotation_is_exact_and_every_statement_cited(library: Library, question: str) -> None:
    answer = ask(library, question, any_status=True)

    assert answer.citations
    assert [one.n for one in answer.citations] == list(range(1, len(answer.citations) + 1))
    for one in answer.citations:
        held = library.catalogue.document(one.document.id)
        assert held is not None
        assert held.text[one.span.start : one.span.end] == one.quote
    assert {n for statement in answer.statements for n in statement.citations} == {one.n for one in answer.citations}
    assert len(answer.statements) <= 3


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("What is the speed limit in residential areas?", AnswerStatus.UNANSWERED_OUT_OF_SCOPE),
        ("What does Ofsted require of multi-academy trusts?", AnswerStatus.UNANSWERED_OUT_OF_SCOPE),
        ("How do I bake sourdough bread?", AnswerStatus.UNANSWERED_OUT_OF_SCOPE),
    ],
)
def test_a_question_that_nothing_answers_gets_a_reasoned_no(library: Library, question: str, status: AnswerStatus) -> None:
    answer = ask(library, question)

    assert answer.status is status
    assert answer.statements == ()
    assert answer.citations == ()
    assert answer.searched.publications > 150
    assert answer.searched.first == date(2012, 5, 16)


def test_a_superseded_text_never_answers_unless_it_is_asked_for(library: Library) -> None:
    question = "On what grounds could a pupil be excluded under guidance document 255/2019?"

    assert all(one.publication.standing.status == "in_force" for one in ask(library, question).citations)
    assert any(one.publication.id == "guidance-exclusion-2019" for one in ask(library, question, as_of="2021-01-01").citations)


def test_as_of_a_day_nothing_later_answers(library: Library) -> None:
    answer = ask(library, "What is said about exclusion from school?", as_of="2016-01-01")

    assert all(one.publication.date is not None and one.publication.date <= date(2016, 1, 1) for one in answer.citations)
    assert answer.searched.last is not None
    assert answer.searched.last <= date(2016, 1, 1)


def test_only_what_the_filters_allow_is_quoted_and_counted(library: Library) -> None:
    answer = ask(library, "What do inspections look at?", publisher=("Estyn",))

    assert {one.publication.publisher for one in answer.citations} <= {"Estyn"}
    assert answer.searched.publications < 20


def test_an_answer_is_the_same_each_time(library: Library) -> None:
    question = "What are the national priorities for schools?"

    assert ask(library, question) == ask(library, question)
