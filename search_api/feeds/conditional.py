"""Conditional: whether a client already has what it asks for (RFC 9110, section 13); does not make what it asks for."""

import hashlib
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from starlette.requests import Request
from starlette.responses import Response


def conditional(request: Request, content: bytes, *, media_type: str, changed: datetime, headers: dict[str, str]) -> Response:
    """The content with its tags, or 304 where the client has it; a tag counts before a day."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    moment = changed.astimezone(UTC).replace(microsecond=0)
    told = {"ETag": tag, "Last-Modified": format_datetime(moment, usegmt=True), **headers}
    if _has(request, tag, moment):
        return Response(status_code=304, headers=told)
    return Response(content, media_type=media_type, headers=told)


def _has(request: Request, tag: str, moment: datetime) -> bool:
    given = request.headers.get("if-none-match")
    if given is not None:
        return any(one.strip().removeprefix("W/") in {tag, "*"} for one in given.split(","))
    try:
        since = parsedate_to_datetime(request.headers.get("if-modified-since") or "")
    except ValueError:
        return False
    return moment <= (since if since.tzinfo else since.replace(tzinfo=UTC))
