"""An answer on the terminal: the reading, what to know, the words in their parts, and what became of old ones."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus.duty import Level
from corpus.passage import Span
from search_api.answering.answer import Answer, Checked, Note, Refusal, Statement
from search_api.answering.lines import OPTIONS, answer_lines, asked_again
from search_api.library import Library
from search_api.messages import ENGLISH, read_messages
from search_api.present import answer_shape
from search_api.question.question import Question
from search_api.terminal import WIDTH
from search_api.understood_words import read_as
from tests.search_api.made_answers import LOW, PLAN, answer_of, citation, listed, planned, read, refusal_of, replaced, span_of

Make = Callable[[Library, Question], Answer]
STYLE = re.compile(r"\x1b\[\dm")


def of_a_list(shelf: Library, question: Question) -> Answer:
    quote = listed(shelf)
    statement = Statement(text=" ".join(quote.split()), citations=(1,), more=4)
    return answer_of(question, citation(shelf, "statement-reading", quote), statements=(statement,))


def of_an_item(shelf: Library, question: Question) -> Answer:
    quote = "fund a reading coach for every cluster of schools;"
    statement = Statement(text=quote, citations=(1,), context=span_of(shelf, "statement-reading", "We will:"))
    return answer_of(question, citation(shelf, "statement-reading", quote), statements=(statement,), notes=(Note.CLOSEST,))


def of_a_duty(shelf: Library, question: Question) -> Answer:
    statement = Statement(text=LOW, citations=(1,), level=Level.MUST)
    return answer_of(question, citation(shelf, "guidance-uniform-2023", LOW), statements=(statement,), notes=(Note.DIGEST,))


def of_a_past_day(shelf: Library, question: Question) -> Answer:
    return replaced(shelf, question, refusal=None, status="answered", notes=(Note.AS_OF,))


def of_a_model(shelf: Library, question: Question) -> Answer:
    statement = Statement(text="Each child is to have a plan by 1 September 2026.", citations=(1,), written=True)
    checked = Checked(passed=1, rejected={"numbers": 1})
    return planned(shelf, question, statements=(statement,), checked=checked)


ANSWERS: dict[str, Make] = {
    "short": planned,
    "list": of_a_list,
    "item": of_an_item,
    "duty": of_a_duty,
    "replaced": replaced,
    "past day": of_a_past_day,
    "model": of_a_model,
}


@pytest.mark.parametrize(
    ("made", "lines"),
    [
        ("short", ["Read as: ", "By 1 September 2026", f"“{PLAN}” [1]"]),
        ("list", ["“We will:", "• publish a yearly report on early reading;", "… and 4 more items in the source"]),
        ("list", ["• ask Estyn to look at reading in every inspection.” [1]"]),
        ("item", ["Note: These are the closest words found.", "… We will:", "“fund a reading coach for every cluster"]),
        ("duty", [f"Must: {LOW} [1]", "digest in our words"]),
        ("replaced", ["An older text answers this, and it no longer stands", "replaced by: School uniform"]),
        ("replaced", ["superseded · force not stated · the publisher's words", "stood from 1 November 2019"]),
        ("past day", ["Note: As at 1 May 2023", "(Superseded since 1 January 2023.)", "that stood on 1 May 2023"]),
        ("model", ["Each child is to have a plan by 1 September 2026. [1]", "checked against the sources: 1 of 2 sentences."]),
    ],
)
def test_an_answer_shows_its_parts_in_their_order(shelf: Library, made: str, lines: list[str]) -> None:
    answer = ANSWERS[made](shelf, read(shelf, "When is it?", as_of="2023-05-01"))
    shown = "\n".join(answer_lines(answer_shape(answer)))

    places = [shown.find(line) for line in lines]

    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("refusal", Refusal)
def test_a_refusal_says_what_to_do_and_shows_what_is_nearest(shelf: Library, refusal: Refusal) -> None:
    answer = refusal_of(shelf, read(shelf, "What does a reading plan cost in 2040?"), refusal)
    shown = "\n".join(answer_lines(answer_shape(answer)))

    assert "\nRelated, may not answer:\n1. " in shown
    assert "Comes nearest:" not in shown
    assert shown.endswith("Searched 7 publications, dated 1 November 2019 to 29 January 2025.")
    assert ("To widen it: " in shown) == (refusal in OPTIONS)


def test_the_words_that_come_nearest_are_told_above_their_passage(shelf: Library) -> None:
    question = read(shelf, "What does a reading plan cost in 2040?")
    first = shelf.search(question).shown[0]
    words = replace(first, words=Span(first.hit.passage.span.start, first.hit.passage.span.start + 20))
    lines = answer_lines(answer_shape(refusal_of(shelf, question, Refusal.NEAR_MISS, nearest=(words,))))

    assert f"   Comes nearest: {words.quote}" in lines


def test_no_line_is_too_wide_but_an_address(shelf: Library) -> None:
    question = read(shelf, f"{'Is it so that every one of the schools of Wales has a plan ' * 4}?", as_of="2023-05-01")
    answers = [make(shelf, question) for make in ANSWERS.values()]
    answers += [refusal_of(shelf, question, refusal) for refusal in Refusal]
    for answer in answers:
        lines = answer_lines(answer_shape(answer), styled=True)

        assert [line for line in lines if len(STYLE.sub("", line)) > WIDTH and "://" not in line] == []


@pytest.mark.parametrize("make", ANSWERS.values(), ids=ANSWERS.keys())
def test_bold_and_dim_change_no_word(shelf: Library, make: Make) -> None:
    shape = answer_shape(make(shelf, read(shelf, "When is it?", as_of="2023-05-01")))

    assert [STYLE.sub("", line) for line in answer_lines(shape, styled=True)] == answer_lines(shape)
    assert not any("\x1b" in line for line in answer_lines(shape))


def test_on_a_terminal_the_short_answer_is_bold_in_its_place(shelf: Library) -> None:
    shown = "\n".join(answer_lines(answer_shape(planned(shelf, read(shelf, "When is it?"))), styled=True))

    assert "\x1b[1mBy 1 September 2026\x1b[0m" in shown
    assert "reading plan \x1b[1mby 1 September 2026\x1b[0m.”" in shown


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "By when must governing bodies publish a plan?"},
        {"q": "What did the guidance say in March 2023?"},
        {"q": "Which statements are about reading?", "kind": "list", "actor": "school", "scope": "history"},
        {"q": "What does Ofsted say?", "as_of": "2021-01-01"},
    ],
)
def test_a_reading_is_told_the_same_out_of_its_shape(shelf: Library, asked: dict[str, str]) -> None:
    question = read(shelf, **asked)
    spoken = read_messages()[ENGLISH]

    assert read_as(asked_again(answer_shape(planned(shelf, question))), spoken) == read_as(question, spoken)


def test_a_question_that_leant_on_the_one_before_is_shown_as_it_was_read(shelf: Library) -> None:
    question = read(shelf, "Since when?", after="When will every child have a reading plan?")
    lines = answer_lines(answer_shape(planned(shelf, question)))

    assert lines[0] == "Q. Since when?"
    assert f"Read with the question before it: {question.text}" in lines


def test_the_questions_in_a_question_are_told_apart(shelf: Library) -> None:
    lines = answer_lines(answer_shape(planned(shelf, read(shelf, "Who leads Dysgu and when does it meet?"))))

    assert "It asks more than one thing. Ask each by itself: Who leads Dysgu? When does Dysgu meet?" in lines
