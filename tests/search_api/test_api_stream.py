"""Checked sentences go out as events, and the answer has the last word."""

from corpus.passage import Span
from search_api.api_stream import StreamedShape, events
from search_api.library import Library
from search_api.modelled.written_statements import WrittenStatement
from search_api.present import answer_shape
from search_api.question.question import Asked
from tests.search_api.writing import source


def test_statements_come_first_and_nothing_after_the_answer(shelf: Library) -> None:
    told = source()
    statement = WrittenStatement(
        text="Schools must publish.", source=told, span=Span(0, 12), quote=told.document.text[:12], verbatim=False
    )
    answer = answer_shape(shelf.ask(shelf.read(Asked(q="Must the cost of uniform be low?"))))
    sent = list(events([statement, answer, statement]))

    assert [event.event for event in sent] == ["statement", "answer"]
    shape = sent[0].data
    assert isinstance(shape, StreamedShape)
    assert told.document.text[shape.start : shape.end] == shape.quote
    assert sent[1].data is answer
