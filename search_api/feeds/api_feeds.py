"""The feeds' part of the HTTP API: /api/v1/feeds/search, /duties and /commitments, as Atom; gathers none itself."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from search_api.address import Address
from search_api.api import PROBLEM, Holds, Parameters
from search_api.feeds.atom import MEDIA_TYPE, atom
from search_api.feeds.conditional import conditional
from search_api.feeds.sources import FEEDS
from search_api.library import Library
from search_api.messages import ENGLISH
from search_api.press import press_of

PREFIX = "/api/v1/feeds"
KEPT_SECONDS = 300
TAGS: dict[str, Any] = {
    "ETag": {"description": "Changes with the feed", "schema": {"type": "string"}},
    "Last-Modified": {"description": "When its newest entry came", "schema": {"type": "string"}},
}
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The feed (RFC 4287)",
        "content": {MEDIA_TYPE: {"schema": {"type": "string"}}},
        "headers": TAGS,
    },
    304: {"description": "The client has it already: nothing has changed", "headers": TAGS},
}
Ui = Annotated[str, Query(description="Language of the feed's own words: `en` or `cy`")]
feeds = APIRouter(prefix=PREFIX, responses={422: PROBLEM, 503: PROBLEM})


@feeds.get("/search", summary="Follow a search", operation_id="feed_search", responses=ANSWERS, response_class=Response)
def search_feed(
    request: Request,
    library: Holds,
    asked: Parameters,  # noqa: ARG001 - described here; the source reads those it knows from the address
    ui: Ui = ENGLISH,
) -> Response:
    """New and changed publications that a search finds, newest first; without `q`, all under the filters."""
    return served(request, library, "search", ui)


@feeds.get("/duties", summary="Follow duties", operation_id="feed_duties", responses=ANSWERS, response_class=Response)
def duties_feed(
    request: Request,
    library: Holds,
    asked: Parameters,  # noqa: ARG001
    actor: Annotated[list[str] | None, Query(description="Bodies that owe it, as in `governing-body`")] = None,  # noqa: ARG001
    level: Annotated[list[str] | None, Query(description="`must`, `should`, `may` or `needs`")] = None,  # noqa: ARG001
    publication: Annotated[str | None, Query(description="Only of this publication, by its id")] = None,  # noqa: ARG001
    law: Annotated[str | None, Query(description="Only under a law whose name holds these words")] = None,  # noqa: ARG001
    ui: Ui = ENGLISH,
) -> Response:
    """New and changed publications with duties under a filter, newest first."""
    return served(request, library, "duties", ui)


@feeds.get(
    "/commitments", summary="Follow commitments", operation_id="feed_commitments", responses=ANSWERS, response_class=Response
)
def commitments_feed(
    request: Request,
    library: Holds,
    q: Annotated[str, Query(description="Words of the promise")] = "",  # noqa: ARG001 - described here, as the rest
    topic: Annotated[list[str] | None, Query(description="Themes, or topics of publications")] = None,  # noqa: ARG001
    speaker: Annotated[list[str] | None, Query(description="Whoever promised it, by name")] = None,  # noqa: ARG001
    office: Annotated[list[str] | None, Query(description="The office it was promised in")] = None,  # noqa: ARG001
    status: Annotated[list[str] | None, Query(description="What came of it, as in `overdue`")] = None,  # noqa: ARG001
    due_before: Annotated[str | None, Query(description="Its last day is before this day")] = None,  # noqa: ARG001
    publication: Annotated[str | None, Query(description="Only of this publication, by its id")] = None,  # noqa: ARG001
    ui: Ui = ENGLISH,
) -> Response:
    """New and changed publications with commitments under a filter, newest first."""
    return served(request, library, "commitments", ui)


def served(request: Request, library: Library, name: str, ui: str) -> Response:
    """A feed of FEEDS as it is asked for, or 304; a language without a catalogue of messages gets English words."""
    source = FEEDS[name]
    known = (
        (key, value.strip()) for key, value in request.query_params.multi_items() if key in source.parameters and value.strip()
    )
    address = Address(f"{PREFIX}/{name}", tuple(dict.fromkeys(known)))
    messages = press_of(request).messages
    spoken = messages.get(ui, messages[ENGLISH])
    feed = source.gather(library, address, spoken)
    own = address if spoken.language == ENGLISH else address.having("ui", spoken.language)
    base = getattr(request.app.state, "public_url", "") or str(request.base_url).rstrip("/")
    rights = {entry.id: entry.reference.attribution(spoken) for entry in feed.entries}
    content = atom(feed, base=base, own=str(own), rights=rights)
    headers = {"Content-Language": spoken.language, "Cache-Control": f"public, max-age={KEPT_SECONDS}"}
    return conditional(request, content, media_type=f"{MEDIA_TYPE}; charset=utf-8", changed=feed.updated, headers=headers)
