"""Over HTTP: the server at /mcp by the streamable transport: one POST, one JSON answer, no sessions and nothing kept.

Does not know the tools; who may come in is said in `guard.py`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from search_api.mcp_server.guard import Refused, refused
from search_api.mcp_server.reach import Reach
from search_api.mcp_server.server import Context, make_server
from search_api.shapes import ProblemShape

PATH = "/mcp"
LARGEST_BODY = 64 * 1024
"""Bytes of a request: thirty times the longest question."""
NOT_OPEN = Refused(503, "Not ready", "The server is starting or being stopped: try again in a few seconds.")


class OverHttp:
    """The ASGI application at /mcp, open while `open` is."""

    def __init__(self, reach: Reach, *, public_url: str = "") -> None:
        self._reach = reach
        self._public_url = public_url
        self._manager: StreamableHTTPSessionManager | None = None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Answer while this lasts."""
        manager = StreamableHTTPSessionManager(
            app=make_server(self._reach, site=_site), json_response=True, stateless=True, max_request_body_size=LARGEST_BODY
        )
        async with manager.run():
            self._manager = manager
            try:
                yield
            finally:
                self._manager = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        why = refused(Request(scope), public_url=self._public_url)
        if why is None and self._manager is not None:
            await self._manager.handle_request(scope, receive, send)
        else:
            await _problem(why or NOT_OPEN)(scope, receive, send)


def _problem(why: Refused) -> JSONResponse:
    problem = ProblemShape(type="about:blank", title=why.title, status=why.status, detail=why.detail, instance=PATH)
    headers = {405: {"Allow": "POST"}, 503: {"Retry-After": "5"}}.get(why.status, {})
    return JSONResponse(
        problem.model_dump(exclude_none=True),
        status_code=why.status,
        media_type="application/problem+json",
        headers=headers,
    )


def _site(context: Context) -> str | None:
    """Our pages stand beside /mcp: the address a request was sent to serves them too."""
    request = context.request
    return str(request.base_url).rstrip("/") if isinstance(request, Request) else None
