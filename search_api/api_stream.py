"""Streaming an answer: checked sentences as events, then the whole answer, which has the last word; does not answer.

Server-sent events: `statement` for each sentence that passed its checks, in JSON; `answer` once, in the shape of
`/api/v1/answers`. A client that reads the last event alone misses nothing.
"""

from collections.abc import Iterable, Iterator

from fastapi.sse import ServerSentEvent

from search_api.answering.shapes import AnswerShape
from search_api.modelled.written_statements import WrittenStatement
from search_api.shapes import Shape


class StreamedShape(Shape):
    """A checked sentence on its way: the document's `text[start:end] == quote`."""

    text: str
    publication_id: str
    document_id: str
    title: str
    quote: str
    start: int
    end: int


def events(parts: Iterable[WrittenStatement | AnswerShape]) -> Iterator[ServerSentEvent]:
    """An event for each part; nothing follows the answer."""
    for part in parts:
        if isinstance(part, AnswerShape):
            yield ServerSentEvent(event="answer", data=part)
            return
        yield ServerSentEvent(event="statement", data=streamed(part))


def streamed(statement: WrittenStatement) -> StreamedShape:
    """The shape of a checked sentence."""
    source = statement.source
    return StreamedShape(
        text=statement.text,
        publication_id=source.publication.id,
        document_id=source.document.id,
        title=source.publication.title,
        quote=statement.quote,
        start=statement.span.start,
        end=statement.span.end,
    )
