"""Health: is the process alive, and can it answer; says reasons, never internals."""

from fastapi import APIRouter, Request, Response

from search_api.shapes import ReadyShape

health = APIRouter(include_in_schema=False)


@health.get("/livez")
def live() -> dict[str, str]:
    """The process answers."""
    return {"status": "alive"}


@health.get("/readyz")
def ready(request: Request, response: Response) -> ReadyShape:
    """Whether questions can be answered, and up to which revision of the catalogue; 503 while they cannot."""
    library, keeper = request.app.state.library, request.app.state.keeper
    trouble = keeper.trouble if keeper else None
    if library is None:
        response.status_code = 503
        return ReadyShape(status="not ready", detail=str(trouble) if trouble else "The index is being opened.")
    revision = library.catalogue.revision()
    indexed = keeper.indexed_revision if keeper else revision
    if trouble:
        return ReadyShape(status="degraded", detail=str(trouble), catalogue_revision=revision, indexed_revision=indexed)
    return ReadyShape(status="ready", detail="", catalogue_revision=revision, indexed_revision=indexed)
