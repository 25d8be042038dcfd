"""Commitments in the HTTP API: /api/v1/commitments, one of them, and reviews behind a key; finds and judges nothing itself.

A review is sent with `Authorization: Bearer` and the key that CANLLAW_REVIEW_KEY sets; without that setting reviews are off.
"""

import hmac
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import Field, ValidationError
from starlette.concurrency import run_in_threadpool

from corpus.errors import InvalidQuery
from search_api.api import ONE_TO_MOST, PROBLEM, Holds
from search_api.commitments.asked import CommitmentsAsked, read_commitments_asked, read_day
from search_api.commitments.register import Register, find_commitments
from search_api.commitments.reviewing import Reviewed, keep_review
from search_api.commitments.shapes import (
    CommitmentsShape,
    OneCommitmentShape,
    ReviewShape,
    commitments_shape,
    one_commitment_shape,
    review_shape,
)
from search_api.question.question import Asked
from search_api.shapes import ProblemShape, Shape

LARGEST_BODY = 16_384
"""Bytes of a review: its longest note takes half of it."""
MOST_KEY = 1_000


class ReviewGivenShape(Shape):
    """A review as it is sent."""

    evidence: str = Field(description="Where the later words stand: `document:start-end`")
    as_: str = Field(
        alias="as",
        description="`delivered`, `delivered_late`, `progress`, `revised`, `reaffirmed`, `dropped` or `reject`",
    )
    by: str = Field(description="Who reviews it")
    note: str = ""


commitments_api = APIRouter(prefix="/api/v1", responses={422: PROBLEM, 503: PROBLEM})


@commitments_api.get("/commitments", summary="List commitments", operation_id="list_commitments")
def commitments(
    library: Holds,
    q: Annotated[str, Query(description="Words of the promise")] = "",
    topic: Annotated[list[str] | None, Query(description="Themes, as in `attendance`, or topics of publications")] = None,
    speaker: Annotated[list[str] | None, Query(description="Whoever promised it, by name")] = None,
    office: Annotated[list[str] | None, Query(description="The office it was promised in")] = None,
    from_: Annotated[str | None, Query(alias="from", description="Promised on or after: 2024-05-01, 2024-05 or 2024")] = None,
    to: Annotated[str | None, Query(description="Promised on or before")] = None,
    due_before: Annotated[str | None, Query(description="Its last day is before this day")] = None,
    status: Annotated[
        list[str] | None, Query(description="What came of it, as in `progress`, `no_evidence_found` or `overdue`")
    ] = None,
    publisher: Annotated[list[str] | None, Query(description="Publishers, as in `Welsh Government`")] = None,
    publication: Annotated[str | None, Query(description="Only of this publication, by its id")] = None,
    language: Annotated[str | None, Query(description="Language of a source: `en` or `cy`")] = None,
    held: Annotated[str | None, Query(description="`full` texts or `digest`s only")] = None,
    as_of: Annotated[str | None, Query(description="As it was known on this day: nothing said later counts")] = None,
    limit: Annotated[int, Query(description="Commitments on a page", json_schema_extra=ONE_TO_MOST)] = 10,
    page: Annotated[int, Query(description="Which page", json_schema_extra=ONE_TO_MOST)] = 1,
) -> CommitmentsShape:
    """What was promised, by whom, by when, and what later texts suggest came of it: best first for words, else the newest."""
    asked = Asked(
        q=q,
        topic=topic or (),
        status=status or (),
        publisher=publisher or (),
        language=language,
        held=held,
        published_from=from_,
        published_to=to,
        as_of=as_of,
        limit=limit,
        page=page,
    )
    wanted = CommitmentsAsked(
        asked=asked, speaker=speaker or (), office=office or (), due_before=due_before, publication=publication
    )
    query = read_commitments_asked(wanted, library.catalogue)
    return commitments_shape(find_commitments(library.catalogue, query))


@commitments_api.get(
    "/commitments/{commitment_id}", summary="One commitment", operation_id="get_commitment", responses={404: PROBLEM}
)
def commitment(
    library: Holds,
    commitment_id: Annotated[str, Path(description="Of any of its sources")],
    as_of: Annotated[str | None, Query(description="As it was known on this day")] = None,
) -> OneCommitmentShape:
    """A commitment with every source, the later words that may bear on it, and those that were looked at and not taken."""
    day = read_day("as_of", as_of)
    register = Register(library.catalogue, as_of=day)
    return one_commitment_shape(register.one(commitment_id), register)


_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": ReviewGivenShape.model_json_schema(by_alias=True)}},
    }
}


@commitments_api.post(
    "/commitments/{commitment_id}/reviews",
    summary="Review later words",
    operation_id="review_commitment",
    status_code=201,
    response_model=ReviewShape,
    responses={401: PROBLEM, 403: PROBLEM, 404: PROBLEM, 413: PROBLEM},
    openapi_extra=_BODY,
)
async def review(request: Request, library: Holds, commitment_id: Annotated[str, Path()]) -> Response:
    """A person's word on what later words say came of it; kept with who and when, and never overwritten."""
    refused = _refused(request)
    if refused is not None:
        return refused
    body = await _body(request)
    if body is None:
        return _problem(request, 413, "Too much", f"A review is at most {LARGEST_BODY:,} bytes.")
    try:
        given = ReviewGivenShape.model_validate_json(body)
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0]) if first["loc"] else "body"
        raise InvalidQuery(f"The review cannot be read: {field}: {first['msg']}.", field=field) from error
    made = Reviewed(commitment_id=commitment_id, evidence=given.evidence, verdict=given.as_, by=given.by, note=given.note)
    kept = await run_in_threadpool(keep_review, library.catalogue, made)
    return Response(review_shape(kept).model_dump_json(), status_code=201, media_type="application/json")


def _refused(request: Request) -> Response | None:
    """Why a review is not taken; None where the key is right. Keys are compared in a time that tells nothing of them."""
    key: str = getattr(request.app.state, "review_key", "")
    if not key:
        detail = "Reviews over HTTP are off: set CANLLAW_REVIEW_KEY where the server runs, or use `canllaw commitments review`."
        return _problem(request, 403, "Reviews are off", detail)
    scheme, _, given = request.headers.get("authorization", "")[:MOST_KEY].partition(" ")
    if scheme.casefold() == "bearer" and hmac.compare_digest(given.strip().encode(), key.encode()):
        return None
    response = _problem(request, 401, "The key is missing or wrong", "Send the key as `Authorization: Bearer KEY`.")
    response.headers["WWW-Authenticate"] = 'Bearer realm="reviews"'
    return response


async def _body(request: Request) -> bytes | None:
    """What was sent; None where it is too much, which is then not read on."""
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > LARGEST_BODY:
            return None
    return bytes(read)


def _problem(request: Request, status: int, title: str, detail: str) -> Response:
    problem = ProblemShape(type="about:blank", title=title, status=status, detail=detail, instance=request.url.path)
    content = problem.model_dump(exclude_none=True)
    return JSONResponse(content, status_code=status, media_type="application/problem+json")
