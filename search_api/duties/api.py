"""The desk's part of the HTTP API: /api/v1/duties; reads parameters and answers in our shapes, and finds nothing itself."""

from typing import Annotated

from fastapi import APIRouter, Query

from search_api.api import PROBLEM, Holds, Parameters
from search_api.duties.asked import DutiesAsked, read_duties_asked
from search_api.duties.register import find_duties
from search_api.duties.shapes import DutiesShape, duties_shape

desk = APIRouter(prefix="/api/v1", responses={422: PROBLEM, 503: PROBLEM})


@desk.get("/duties", summary="List duties", operation_id="list_duties")
def duties(
    library: Holds,
    asked: Parameters,
    actor: Annotated[list[str] | None, Query(description="Bodies that owe it, as in `governing-body`")] = None,
    level: Annotated[list[str] | None, Query(description="`must`, `should`, `may` or `needs`")] = None,
    publication: Annotated[str | None, Query(description="Only of this publication, by its id")] = None,
    law: Annotated[str | None, Query(description="Only under a law whose name holds these words")] = None,
) -> DutiesShape:
    """Who must, should or may do what: best first for words, else by actor and publication."""
    wanted = DutiesAsked(asked=asked, actor=actor or (), level=level or (), publication=publication, law=law)
    return duties_shape(find_duties(library.catalogue, read_duties_asked(wanted, library.catalogue)))
