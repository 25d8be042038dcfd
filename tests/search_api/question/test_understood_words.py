"""A reading is said in words a person can check, in the language of the pages."""

from datetime import date
from gettext import NullTranslations

import pytest

from search_api.messages import Messages
from search_api.present import understood_shape
from search_api.question.kind import Kind
from search_api.question.mode import Mode
from search_api.question.question import Asked, Known, Question, read_question
from search_api.question.scope import Scope
from search_api.understood_words import KINDS, MODES, PARTS, QUESTIONS_OF, SCOPES, Phrase, phrases, read_as

ENGLISH = Messages("en", NullTranslations())
KNOWN = Known(publishers=frozenset(), topics=frozenset(), today=date(2026, 8, 20))


def question(q: str, **parameters: str) -> Question:
    return read_question(Asked(q=q, **parameters), KNOWN)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("q", "line"),
    [
        ("By when must governors publish it?", "Read as: a question of when, for Governing body, as it stands today."),
        (
            "What did the guidance say in March 2023?",
            "Read as: a question of what is said, Guidance, as it stood on 31 March 2023.",
        ),
        (
            "What replaced the framework since 2019?",
            "Read as: a question of what differs or has changed, from 1 January 2019, with texts that no longer stand.",
        ),
        ("Who is in charge at Ofsted?", "Read as: a question of who, as it stands today, “Ofsted” is of another nation."),
    ],
)
def test_a_reading_in_one_line(q: str, line: str) -> None:
    assert read_as(question(q), ENGLISH) == line


def test_a_phrase_shows_the_words_it_was_read_from_or_that_it_was_set() -> None:
    read = phrases(question("By when must governors publish?"), ENGLISH)
    assert read[0] == Phrase(part="kind", text="a question of when", from_words="by when")
    assert read[1] == Phrase(part="actor", text="for Governing body", from_words="governors")
    [kind, *_] = phrases(question("By when must governors publish?", kind="list"), ENGLISH)
    assert kind == Phrase(part="kind", text="a question that asks for a list", corrected=True)


def test_a_question_rewritten_is_shown_whole() -> None:
    [first, *_] = phrases(question("Is it statutory?", after="What is the uniform guidance?"), ENGLISH)
    assert first == Phrase(part="rewritten", text="Is the uniform guidance statutory?", from_words="Is it statutory?")


def test_a_body_is_called_by_its_name_in_the_language_shown() -> None:
    welsh = Messages("cy", NullTranslations())
    assert phrases(question("Must governors publish?"), welsh)[1].text == "for Corff llywodraethu"


def test_everything_that_can_be_read_has_a_name() -> None:
    assert (set(KINDS), set(QUESTIONS_OF), set(SCOPES), set(MODES)) == (set(Kind), set(Kind), set(Scope), set(Mode))
    assert {phrase.part for phrase in phrases(question("Must Estyn write a letter in 2030 like Ofsted?"), ENGLISH)} <= set(
        PARTS
    )


def test_a_reading_as_json() -> None:
    shape = understood_shape(question("When does it start?", after="What is the pilot of 2019?", actor="estyn"))
    assert shape.rewritten == "When does the pilot of 2019 start?"
    assert (shape.kind, shape.kind_words, shape.scope, shape.actor, shape.corrected) == (
        "when",
        "when",
        "current",
        "estyn",
        ["actor"],
    )
    found = understood_shape(question("What changed since 2019?")).model_dump(mode="json", by_alias=True)["periods"]
    assert found == [{"from": "2019-01-01", "to": None, "words": "since 2019"}]
    assert understood_shape(question("Who leads it?")).rewritten is None
    assert understood_shape(question("Who leads it?")).parts == []
    assert understood_shape(question("Who leads Dysgu and when does it meet?")).parts == [
        "Who leads Dysgu?",
        "When does Dysgu meet?",
    ]
