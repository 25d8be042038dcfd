"""The timeline in the HTTP API: /api/v1/timeline; reads parameters and answers in our shape, and makes none itself."""

from typing import Annotated

from fastapi import APIRouter, Query

from search_api.api import PROBLEM, Holds, Parameters
from search_api.timeline.asked import TimelineAsked
from search_api.timeline.shapes import TimelineShape, timeline_shape
from search_api.timeline.timeline import timeline_asked

timelines = APIRouter(prefix="/api/v1", responses={422: PROBLEM, 503: PROBLEM})


@timelines.get("/timeline", summary="A timeline", operation_id="timeline")
def timeline(
    library: Holds,
    asked: Parameters,
    oldest_first: Annotated[bool, Query(description="The oldest entries first, not the newest")] = False,
) -> TimelineShape:
    """Who said what about a subject, when: of words or a question (`q`), of a topic (`topic`), or of both."""
    return timeline_shape(timeline_asked(library, TimelineAsked(asked=asked, oldest_first=oldest_first)))
