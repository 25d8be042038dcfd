"""The JSON of an answer: the design's keys as they were, the later ones beside them, and nothing lost on the way back."""

from datetime import date

import pytest

from corpus.duty import Level
from corpus.passage import Span
from search_api.answering.answer import Checked, Note, Refusal, Statement
from search_api.answering.shapes import AnswerShape
from search_api.library import Library
from search_api.present import answer_shape
from tests.search_api.made_answers import (
    BLAZER,
    BY,
    PLAN,
    answer_of,
    citation,
    listed,
    planned,
    read,
    refusal_of,
    replaced,
    span_of,
)

DESIGN = {
    "question": str,
    "language": str,
    "as_of": type(None),
    "status": str,
    "statements": list,
    "citations": list,
    "nearest": list,
    "searched": dict,
}
CITATION = {
    **dict.fromkeys("publication_id document_id passage_id title quote section url published status force held".split(), str),
    **dict.fromkeys(("n", "start", "end"), int),
    "page": type(None),
}


def test_the_design_s_keys_keep_their_types(shelf: Library) -> None:
    made = answer_shape(planned(shelf, read(shelf, "When will every child have a reading plan?"))).model_dump(
        mode="json", by_alias=True
    )

    assert {key: type(made[key]) for key in DESIGN} == DESIGN
    assert {key: type(made["citations"][0][key]) for key in CITATION} == CITATION
    assert {key: type(made["statements"][0][key]) for key in ("text", "citations")} == {"text": str, "citations": list}
    assert list(made["searched"]) == ["publications", "from", "to"]


def test_a_short_answer_stands_in_its_document(shelf: Library) -> None:
    shape = answer_shape(planned(shelf, read(shelf, "When will every child have a reading plan?")))
    document = shelf.catalogue.document(shape.citations[0].document_id)
    short = shape.statements[0].short

    assert short is not None
    assert document is not None
    assert document.text[short.start : short.end] == short.words == BY
    assert short.value == "2026-09-01"
    assert shape.probability == 0.91


def test_words_a_quotation_leans_on_stand_in_its_document(shelf: Library) -> None:
    quote = "fund a reading coach for every cluster of schools;"
    leaning = Statement(
        text=quote, citations=(1,), context=span_of(shelf, "statement-reading", "We will:"), more=2, level=Level.SHOULD
    )
    answer = answer_of(read(shelf, "Who pays for coaches?"), citation(shelf, "statement-reading", quote), statements=(leaning,))
    shape = answer_shape(answer).statements[0]
    document = shelf.catalogue.document(answer.citations[0].document.id)

    assert document is not None
    assert shape.context is not None
    assert shape.context.quote == "We will:" == document.text[shape.context.start : shape.context.end]
    assert (shape.more, shape.level, shape.written) == (2, "should", False)


def test_a_text_that_was_replaced_names_what_replaced_it(shelf: Library) -> None:
    shape = answer_shape(replaced(shelf, read(shelf, "May a school ask for a blazer?")))
    after = shape.citations[0].replaced_by

    assert after is not None
    assert (after.publication_id, after.title, after.published) == (
        "guidance-uniform-2023",
        "School uniform: statutory guidance",
        None,
    )
    assert (shape.status, shape.refusal) == ("unanswered_only_superseded", "only_superseded")
    assert shape.citations[0].quote == BLAZER
    assert shape.citations[0].valid_from == date(2019, 11, 1)


def test_the_reading_the_mode_the_notes_and_the_checks_go_with_it(shelf: Library) -> None:
    question = read(shelf, "When will every child have a reading plan?", mode="strict")
    shape = answer_shape(
        planned(shelf, question, mode=question.mode, notes=(Note.CLOSEST,), checked=Checked(passed=2, rejected={"numbers": 1}))
    )

    assert (shape.understood.kind, shape.mode, shape.notes) == ("when", "strict", ["closest"])
    assert shape.checked is not None
    assert (shape.checked.passed, shape.checked.rejected, shape.checked.reason) == (2, {"numbers": 1}, "")


@pytest.mark.parametrize("refusal", Refusal)
def test_a_shape_comes_back_whole_from_a_server(shelf: Library, refusal: Refusal) -> None:
    for answer in (
        refusal_of(shelf, read(shelf, "What does a reading plan cost?"), refusal),
        replaced(shelf, read(shelf, "A blazer?"), checked=Checked(passed=0, rejected={"quote": 1}, reason="nothing passed")),
        planned(shelf, read(shelf, "And for teachers?", after="When will every child have a reading plan?")),
    ):
        shape = answer_shape(answer)

        assert AnswerShape.model_validate_json(shape.model_dump_json(by_alias=True)) == shape


def test_a_list_s_quotation_is_exact(shelf: Library) -> None:
    quote = listed(shelf)
    shape = answer_shape(answer_of(read(shelf, "What will they do?"), citation(shelf, "statement-reading", quote)))
    document = shelf.catalogue.document(shape.citations[0].document_id)
    span = Span(shape.citations[0].start, shape.citations[0].end)

    assert document is not None
    assert document.text[span.start : span.end] == quote == shape.citations[0].quote
    assert PLAN not in shape.statements[0].text
