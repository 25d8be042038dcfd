"""The HTTP API under /api/v1: each endpoint reads its parameters, calls the library and answers in our shapes.

Does not know how anything is found; errors are turned into problem details in `app.py`.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent

from corpus.document import Document
from corpus.errors import IndexUnavailable, NotHeld
from corpus.ids import parse_passage_id
from corpus.passage import Span, make_passage
from corpus.publication import Publication
from corpus.visits import Visits
from index.query import matches
from search_api.answering.answer import Answer
from search_api.answering.refuse import threshold
from search_api.answering.shapes import AnswerShape
from search_api.api_stream import events
from search_api.crawls.shapes import CrawlShape, CrawlsShape, crawl_shape, tally_shape
from search_api.history.history import HistoryShape, history
from search_api.library import Library
from search_api.present import (
    answer_shape,
    document_shape,
    passage_shape,
    publication_shape,
    search_shape,
)
from search_api.question.question import MOST_HITS, Asked, Question, read_filters
from search_api.shapes import DocumentShape, PassageShape, ProblemShape, PublicationShape, PublicationsShape, SearchShape

PROBLEM: dict[str, Any] = {
    "description": "What happened, to which value, and what to do (RFC 9457)",
    "content": {"application/problem+json": {"schema": ProblemShape.model_json_schema()}},
}
ONE_TO_MOST: dict[str, Any] = {"minimum": 1, "maximum": MOST_HITS}
"""Described here, checked by `question.py`, whose sentence says what to do."""
LARGEST_NUMBER = 2**31 - 1
"""Of a crawl: what every database counts to."""
api = APIRouter(prefix="/api/v1", responses={422: PROBLEM, 503: PROBLEM})


def library_of(request: Request) -> Library:
    """The library this server holds; raises IndexUnavailable while it is not open."""
    library: Library | None = request.app.state.library
    if library is None:
        raise IndexUnavailable("The index is still being opened: try again in a few seconds, or ask /readyz what keeps it.")
    return library


def asked_of(
    q: Annotated[str, Query(description="What to look for, or the question", examples=["school development plan"])] = "",
    type: Annotated[list[str] | None, Query(description="Types of publication, as in `guidance`")] = None,  # noqa: A002
    publisher: Annotated[list[str] | None, Query(description="Publishers, as in `Estyn`")] = None,
    topic: Annotated[list[str] | None, Query(description="Topics, as in `attendance`")] = None,
    language: Annotated[str | None, Query(description="Language of the texts: `en` or `cy`")] = None,
    status: Annotated[list[str] | None, Query(description="Statuses, as in `superseded`")] = None,
    force: Annotated[list[str] | None, Query(description="`statutory`, `non_statutory` or `unknown`")] = None,
    from_: Annotated[str | None, Query(alias="from", description="Published on or after: 2024-05-01, 2024-05 or 2024")] = None,
    to: Annotated[str | None, Query(description="Published on or before")] = None,
    as_of: Annotated[str | None, Query(description="Only what stood on this day")] = None,
    any_status: Annotated[bool, Query(description="Superseded, draft and withdrawn texts too")] = False,
    held: Annotated[str | None, Query(description="`full` texts or `digest`s only")] = None,
    limit: Annotated[int, Query(description="Hits on a page", json_schema_extra=ONE_TO_MOST)] = 10,
    page: Annotated[int, Query(description="Which page", json_schema_extra=ONE_TO_MOST)] = 1,
) -> Asked:
    """The common parameters, one name everywhere."""
    return Asked(
        q=q,
        type=type or (),
        publisher=publisher or (),
        topic=topic or (),
        language=language,
        status=status or (),
        force=force or (),
        published_from=from_,
        published_to=to,
        as_of=as_of,
        any_status=any_status,
        held=held,
        limit=limit,
        page=page,
    )


def asked_to_answer(
    asked: Annotated[Asked, Depends(asked_of)],
    kind: Annotated[str | None, Query(description="What is asked for, as in `when`, in place of what its words say")] = None,
    actor: Annotated[str | None, Query(description="Whose duty it is, as in `governing-body`")] = None,
    scope: Annotated[str | None, Query(description="`current`, `as_of` (with a day) or `history`")] = None,
    mode: Annotated[str | None, Query(description="How sure to be: `strict`, `normal` or `explore`")] = None,
    after: Annotated[str | None, Query(description="The question before, which this one may lean on")] = None,
) -> Asked:
    """The common parameters, and how a question is to be read."""
    return replace(asked, kind=kind, actor=actor, scope=scope, mode=mode, after=after)


Holds = Annotated[Library, Depends(library_of)]
Parameters = Annotated[Asked, Depends(asked_of)]
QuestionParameters = Annotated[Asked, Depends(asked_to_answer)]


def question_of(library: Holds, asked: QuestionParameters) -> Question:
    """A question whose every fault is named before an answer begins to stream; raises InvalidQuery."""
    question = library.read(asked)
    threshold(question.mode)
    return question


Read = Annotated[Question, Depends(question_of)]


@api.get("/search", summary="Search", operation_id="search")
def search(library: Holds, asked: Parameters) -> SearchShape:
    """Passages for words or a question, best first."""
    return search_shape(library.search(library.read(asked)))


@api.get("/answers", summary="Answer a question", operation_id="answer")
def answer(library: Holds, asked: QuestionParameters) -> AnswerShape:
    """A short answer in quoted words with citations, or a reasoned non-answer."""
    return answer_shape(library.ask(library.read(asked)))


@api.get(
    "/answers/stream",
    summary="Answer a question, as it comes",
    operation_id="answer_stream",
    response_class=EventSourceResponse,
)
def answer_stream(library: Holds, question: Read) -> Iterator[ServerSentEvent]:
    """A model's sentences as soon as each is checked, where one is set; last the whole answer, which is what stands."""
    parts = library.ask_as_it_comes(question)
    yield from events(answer_shape(part) if isinstance(part, Answer) else part for part in parts)


@api.get("/publications", summary="List publications", operation_id="list_publications")
def publications(library: Holds, asked: Parameters) -> PublicationsShape:
    """Publications under the filters, by id; `q` is not used."""
    filters = read_filters(asked, library.known())
    held = library.catalogue.held()
    found = [one for one in library.catalogue.publications() if one.id in held and matches(one, held[one.id], filters)]
    first = (asked.page - 1) * asked.limit
    listed = [_publication(library, one) for one in found[first : first + asked.limit]]
    return PublicationsShape(total=len(found), publications=listed)


@api.get("/publications/{publication_id}", summary="A publication", operation_id="publication", responses={404: PROBLEM})
def publication(library: Holds, publication_id: str) -> PublicationShape:
    """A publication's record: what it is, whether it stands, and what it bears on."""
    found = library.catalogue.publication(publication_id)
    if found is None:
        raise NotHeld(f"No publication '{publication_id}' is held here: see /api/v1/publications for those that are.")
    return _publication(library, found)


@api.get(
    "/publications/{publication_id}/history",
    summary="The versions and evidence of a publication",
    operation_id="publication_history",
    responses={404: PROBLEM},
)
def publication_history(library: Holds, publication_id: str) -> HistoryShape:
    """How it came, changed and stands: its versions, and the words that its status, force and relations rest on."""
    return history(library.catalogue, library.captures, publication_id)


@api.get("/crawls", summary="List crawls", operation_id="list_crawls")
def crawls(library: Holds) -> CrawlsShape:
    """The last 50 crawls, newest first, with how many addresses came to what."""
    return CrawlsShape(crawls=[tally_shape(tally) for tally in Visits(library.catalogue).crawls()])


@api.get("/crawls/{crawl_id}", summary="A crawl", operation_id="crawl", responses={404: PROBLEM})
def crawl(library: Holds, crawl_id: Annotated[int, Path(ge=1, le=LARGEST_NUMBER)]) -> CrawlShape:
    """What came of every address a crawl asked for."""
    found = Visits(library.catalogue).crawl(crawl_id)
    if found is None:
        raise NotHeld(f"No crawl {crawl_id} is held here: see /api/v1/crawls for those that are.")
    return crawl_shape(found)


@api.get("/documents/{document_id}", summary="A document", operation_id="document", responses={404: PROBLEM})
def document(library: Holds, document_id: str) -> DocumentShape:
    """A document with its whole text; every citation counts its offsets."""
    found, record = held_document(library, document_id)
    current = library.catalogue.current_document(record.id)
    return document_shape(found, publication=record, is_current=current is not None and current.id == found.id)


@api.get("/passages/{passage_id}", summary="A passage", operation_id="passage", responses={404: PROBLEM})
def passage(library: Holds, passage_id: str) -> PassageShape:
    """A passage of a document, by the id that hits and citations give."""
    parts = parse_passage_id(passage_id)
    if parts is None:
        raise NotHeld(f"'{passage_id}' is not a passage's id: it ends in ':start-end'.")
    document_id, start, end = parts
    found, record = held_document(library, document_id)
    if not 0 <= start < end <= len(found.text):
        raise NotHeld(f"Document '{document_id}' holds no characters {start} to {end}: it is {len(found.text)} long.")
    return passage_shape(make_passage(found, Span(start, end)), publication=record, document=found)


def held_document(library: Library, document_id: str) -> tuple[Document, Publication]:
    """A document and its publication's record; raises NotHeld."""
    found = library.catalogue.document(document_id)
    record = library.catalogue.publication(found.publication_id) if found else None
    if found is None or record is None:
        raise NotHeld(f"No document '{document_id}' is held here: it may have been replaced, so search for its title.")
    return found, record


def _publication(library: Library, publication: Publication) -> PublicationShape:
    return publication_shape(
        publication,
        current=library.catalogue.current_document(publication.id),
        relations=library.catalogue.relations(publication.id),
    )
