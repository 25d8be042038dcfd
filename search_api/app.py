"""The web application: API, pages, health, and one table from our errors to what a client is told.

Makes an app over a library, or over a keeper that opens one; nothing happens before one of the two is called.
"""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Route

from corpus.errors import CanllawError, IndexUnavailable, InvalidQuery, NotHeld, SetupError
from search_api.api import api
from search_api.commitments.api import commitments_api
from search_api.comparing.api import comparing
from search_api.duties.api import desk
from search_api.error_pages import error_page
from search_api.evaluation import RESULTS
from search_api.feeds.api_feeds import feeds
from search_api.health import health
from search_api.keeper import Keeper
from search_api.library import Library
from search_api.mcp_server import over_http
from search_api.mcp_server.reach import InServer
from search_api.packs.api_packs import exports
from search_api.pages import make_pages
from search_api.shapes import ProblemShape
from search_api.timeline.api import timelines

log = logging.getLogger("canllaw")
STATUS_OF: tuple[tuple[type[CanllawError], int], ...] = ((InvalidQuery, 422), (NotHeld, 404), (SetupError, 503))
"""Which HTTP status each error gets, the first that fits; any other of ours is a 500."""
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
MACHINE_PATHS = ("/api/", "/livez", "/readyz", over_http.PATH)
WRONG_ADDRESS = {
    404: "Nothing is at this address: check it, or start from the front page.",
    405: "This address only answers GET.",
}


def make_app(
    library: Library | None = None,
    *,
    keeper: Keeper | None = None,
    public_url: str = "",
    review_key: str = "",
    results: Path = RESULTS,
) -> FastAPI:
    """The application over an open library, or over a keeper that it starts and stops.

    `public_url` is the address people reach it by, where it goes by another name than this machine's; `review_key` opens
    reviews of commitments to programs, which are off without one; `results` is where the accepted evaluation is kept.
    """

    def opened() -> Library:
        found: Library | None = app.state.library
        if found is None:
            raise IndexUnavailable("The index is still being opened: try again in a few seconds.")
        return found

    mcp = over_http.OverHttp(InServer(opened, public_url=public_url), public_url=public_url)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        if keeper:
            keeper.start(lambda opened: setattr(app.state, "library", opened))
        async with mcp.open():
            yield
        if keeper:
            keeper.stop()

    app = FastAPI(
        title="Canllaw",
        summary="Welsh education policy, searched and answered in exact, cited words",
        version="1",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # FastAPI's pages load scripts from elsewhere, which our policy forbids
        redoc_url=None,
        lifespan=life,
    )
    app.state.library = library
    app.state.keeper = keeper
    app.state.public_url = public_url
    app.state.review_key = review_key
    app.state.results = results
    app.include_router(api)
    app.include_router(desk)
    app.include_router(exports)
    app.include_router(feeds)
    app.include_router(commitments_api)
    app.include_router(comparing)
    app.include_router(timelines)
    app.include_router(health)
    app.include_router(make_pages())
    app.router.routes.append(Route(over_http.PATH, endpoint=mcp))
    app.middleware("http")(_with_headers)
    app.add_exception_handler(CanllawError, _ours)
    app.add_exception_handler(RequestValidationError, _not_valid)
    app.add_exception_handler(HTTPException, _wrong_address)
    app.add_exception_handler(Exception, _broken)
    return app


async def _with_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await call_next(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


async def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, CanllawError)  # noqa: S101 - this handler is registered for nothing else
    status = next((status for kind, status in STATUS_OF if isinstance(error, kind)), 500)
    field = error.field if isinstance(error, InvalidQuery) else None
    return _tell(request, status=status, title=error.title, detail=str(error), field=field)


async def _not_valid(request: Request, error: Exception) -> Response:
    faults: list[dict[str, Any]] = list(error.errors()) if isinstance(error, RequestValidationError) else []
    told = "; ".join(f"{fault['loc'][-1]}={str(fault.get('input'))[:40]!r}: {fault['msg']}" for fault in faults)
    field = str(faults[0]["loc"][-1]) if faults else None
    return _tell(request, status=422, title=InvalidQuery.title, detail=f"{told}.", field=field)


async def _wrong_address(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _tell(
        request, status=status, title="Not found" if status == 404 else "Not possible", detail=WRONG_ADDRESS.get(status, "")
    )


async def _broken(request: Request, error: Exception) -> Response:
    log.error("A request to %s failed.", request.url.path, exc_info=error)
    detail = "Something in Canllaw failed; it has been written to the log. Try again, or report what you asked."
    response = _tell(request, status=500, title="Something failed", detail=detail)
    response.headers.update(HEADERS)  # this handler stands outside the middleware
    return response


def _tell(request: Request, *, status: int, title: str, detail: str, field: str | None = None) -> Response:
    """Problem details for machines (RFC 9457), a page for people."""
    path = request.url.path
    if not path.startswith(MACHINE_PATHS):
        return error_page(request, status=status, title=title, detail=detail, field=field)
    problem = ProblemShape(type="about:blank", title=title, status=status, detail=detail, instance=path, field=field)
    headers = {"Retry-After": "5"} if status == 503 else {}
    return JSONResponse(
        problem.model_dump(exclude_none=True), status_code=status, media_type="application/problem+json", headers=headers
    )
