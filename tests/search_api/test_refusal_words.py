"""Every refusal has its heading, sentence and step, filled from the answer and no further than it knows."""

from dataclasses import replace
from datetime import date
from gettext import NullTranslations

import pytest

from search_api.answering.answer import AnswerStatus, Refusal, Searched
from search_api.library import Library
from search_api.messages import Messages
from search_api.present import answer_shape
from search_api.refusal_words import REFUSALS, STATUSES, refused
from tests.search_api.made_answers import read, refusal_of, replaced

ENGLISH = Messages("en", NullTranslations())


@pytest.mark.parametrize(
    ("refusal", "q", "heading", "sentence"),
    [
        (Refusal.OFF_TOPIC, "How do I bake bread?", "outside what Canllaw covers", "education policy in Wales"),
        (Refusal.OTHER_NATION, "What does Ofsted look at?", "another nation", "“Ofsted”, which is not of Wales"),
        (Refusal.OTHER_NATION, "What does Ofsted look at?", "another nation", "In Wales its place is taken by: Estyn."),
        (Refusal.UNDERSPECIFIED, "When is the deadline?", "What is your question about?", "names no subject"),
        (Refusal.NOT_YET, "What is planned for 2040?", "later than anything held", "which is dated 29 January 2025"),
        (Refusal.NOT_HELD, "What did Zog say?", "Nothing we found speaks of what you name", "may not be held"),
        (
            Refusal.NEAR_MISS,
            "What does a plan cost?",
            "Texts about this are held, but none is sure to answer",
            "likely enough to say",
        ),
        (Refusal.NO_EVIDENCE, "What does a plan cost?", "did not find an answer", "does not mean there is no answer"),
        (Refusal.ONLY_SUPERSEDED, "A blazer?", "Nothing that stands today", "replaced or withdrawn"),
        (Refusal.LANGUAGE, "Beth yw cynllun?", "No text in that language", "the other language may answer"),
    ],
)
def test_a_refusal_says_what_it_is_and_what_that_means(
    shelf: Library, refusal: Refusal, q: str, heading: str, sentence: str
) -> None:
    told = refused(answer_shape(refusal_of(shelf, read(shelf, q), refusal)), ENGLISH)

    assert told is not None
    assert heading in told.heading
    assert sentence in told.sentence
    assert told.step


def test_every_refusal_and_status_has_words() -> None:
    assert set(REFUSALS) == set(Refusal)
    assert set(STATUSES) == set(AnswerStatus) - {AnswerStatus.ANSWERED, AnswerStatus.ANSWERED_PARTLY}


def test_what_another_nation_has_is_not_said_to_have_a_place_here_where_none_is_certain(shelf: Library) -> None:
    question = read(shelf, "What do academies teach?")
    told = refused(answer_shape(refusal_of(shelf, question, Refusal.OTHER_NATION)), ENGLISH)

    assert told is not None
    assert "its place is taken by" not in told.sentence


def test_nothing_searched_is_no_word_on_the_subject(shelf: Library) -> None:
    none = Searched(publications=0, first=None, last=None)
    answer = refusal_of(shelf, read(shelf, "What is a reading plan?"), Refusal.OFF_TOPIC, searched=none)
    told = refused(answer_shape(answer), ENGLISH)

    assert told is not None
    assert told.heading == "No text held here fits the filters"


@pytest.mark.parametrize(
    ("valid_to", "by", "sentence"),
    [
        (date(2023, 1, 1), True, "it was replaced on 1 January 2023 by “School uniform: statutory guidance”. It said:"),
        (None, True, "it was replaced by “School uniform: statutory guidance”. It said:"),
        (None, False, "The only text that answers no longer stands. It said:"),
    ],
)
def test_words_that_no_longer_stand_say_so_first(shelf: Library, valid_to: date | None, by: bool, sentence: str) -> None:
    answer = replaced(shelf, read(shelf, "May a school ask for a blazer?"), **({} if by else {"replaced_by": {}}))
    old = answer.citations[0]
    standing = replace(old.publication.standing, valid_to=valid_to)
    answer = replace(answer, citations=(replace(old, publication=replace(old.publication, standing=standing)),))
    told = refused(answer_shape(answer), ENGLISH)

    assert told is not None
    assert told.sentence.endswith(sentence)
    assert told.heading == "An older text answers this, and it no longer stands"
