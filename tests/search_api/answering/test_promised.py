"""What was promised is answered by the promises themselves, to the letter, of the days and subjects asked about alone."""

from collections.abc import Callable
from datetime import date

import pytest

from corpus.publication import PublicationType
from evals.promises.asked import WORDINGS, asked_report, judge_asked, load_asked_of_promises
from search_api.answering.answer import Answer, AnswerStatus, Note
from search_api.answering.ask import ask
from search_api.library import Library
from search_api.question.question import Asked
from tests.search_api.making import assert_exact, text

KITES = "We will publish guidance on kites by the end of June 2026."
PONDS = "We will fund a fence for every school pond."
BELLS = "We will consult on the length of the lunch bell in the autumn."
CLOCH = "Byddwn yn cyhoeddi canllawiau ar glychau ysgol erbyn mis Medi 2026."
TEXTS = [
    ("ws-kites", "Written Statement: Kites", "2025-03-12", "en", f"{KITES} Kites are popular in every school."),
    ("ws-ponds", "Written Statement: School ponds", "2024-05-01", "en", f"{PONDS} Ponds are deep."),
    ("ws-bells", "Written Statement: The school day", "2024-05-20", "en", f"{BELLS} Bells must ring at noon."),
    ("ws-clychau", "Datganiad Ysgrifenedig: Clychau ysgol", "2026-01-20", "cy", f"{CLOCH} Mae clychau yn bwysig."),
]


@pytest.fixture(scope="module")
def shelf(make_library: Callable[..., Library]) -> Library:
    held = [
        text(
            words,
            key,
            title=title,
            type=PublicationType.WRITTEN_STATEMENT,
            published=date.fromisoformat(day),
            language=language,
        )
        for key, title, day, language, words in TEXTS
    ]
    return make_library([(one.publication, one.document) for one in held])


def answer(library: Library, q: str, **parameters: object) -> Answer:
    return ask(library, library.read(Asked(q=q, **parameters)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("What has the Welsh Government promised on kites?", [KITES]),
        ("commitments on school ponds", [PONDS]),
        ("What did ministers promise in May 2024?", [BELLS, PONDS]),
        ("What did they promise in May 2024 about ponds?", [PONDS]),
        ("Beth mae'r llywodraeth wedi'i addo ar glychau ysgol?", [CLOCH, BELLS]),
        ("What guidance on school bells has been promised?", [CLOCH, BELLS]),
    ],
)
def test_a_promise_answers_in_its_own_words(shelf: Library, asked: str, words: list[str]) -> None:
    found = answer(shelf, asked)

    assert found.status is AnswerStatus.ANSWERED
    assert Note.PROMISES in found.notes
    assert [one.quote for one in found.citations] == words
    assert_exact(shelf, found)


@pytest.mark.parametrize(
    "asked",
    [
        "What has the Welsh Government promised on submarines?",
        "What has been promised on school submarines?",
        "What did ministers promise in May 2019?",
    ],
)
def test_no_promise_is_shown_for_another_subject_or_time(shelf: Library, asked: str) -> None:
    assert Note.PROMISES not in answer(shelf, asked).notes


def test_nothing_said_later_is_a_promise_of_the_day_asked_about(shelf: Library) -> None:
    assert Note.PROMISES not in answer(shelf, "What has been promised on kites?", as_of="2025-03-11").notes
    assert [one.quote for one in answer(shelf, "What has been promised on kites?", as_of="2025-03-12").citations] == [KITES]


def test_filters_hold(shelf: Library) -> None:
    assert Note.PROMISES not in answer(shelf, "What has been promised on kites?", language="cy").notes


def test_another_question_is_not_answered_by_the_register(shelf: Library) -> None:
    assert Note.PROMISES not in answer(shelf, "When must bells ring?").notes


def test_a_person_may_say_that_promises_are_asked_for(shelf: Library) -> None:
    assert [one.quote for one in answer(shelf, "kites", kind="promised").citations] == [KITES]


def test_questions_of_promises_are_judged_by_half(shelf: Library) -> None:
    asked = load_asked_of_promises()
    assert len(asked) >= 100

    tallies = judge_asked(asked[:6], shelf)

    assert sum(one.questions for one in tallies.values()) == 6
    assert all(one.right == 0 for one in tallies.values())
    report = asked_report(tallies, load_asked_of_promises(WORDINGS))
    assert "questions read as what they are" in report
    assert "43 of 60" in report  # wordings held apart
