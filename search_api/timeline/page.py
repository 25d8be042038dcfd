"""The page /timeline: a form, the chart with its table, and the entries under their years; makes no timeline itself."""

from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from corpus.errors import InvalidQuery
from search_api.address import read_asked
from search_api.library import Library
from search_api.messages import Messages
from search_api.press import press_of
from search_api.timeline import said, svg, views
from search_api.timeline.asked import TimelineAsked, read_timeline_asked
from search_api.timeline.bars import chart_of, row_label
from search_api.timeline.entry import by_year
from search_api.timeline.found import Timeline
from search_api.timeline.timeline import make_timeline
from search_api.views import Pager, choices

ENTRIES_ON_A_PAGE = 30


def timeline(request: Request, library: Library) -> Response:
    """Who said what about a subject, when."""
    here = views.read_address(request)
    asked_for = bool(here.first("q") or here.every("topic"))
    given = request.query_params
    if asked_for and any(not value.strip() for value in given.values()):
        return RedirectResponse(str(here), status_code=303)
    press = press_of(request)
    spoken = press.messages_for(request)
    common: dict[str, Any] = {
        "choices": choices(library.known()),
        "problem": None,
        "found": None,
        "applied": (),
        "said": said,
        "views": views,
    }
    if not asked_for and "q" not in given:
        return press.page(request, "timeline.html", here=here, **common)
    try:
        asked = read_asked(here)
        asked = asked if here.first("limit") else replace(asked, limit=ENTRIES_ON_A_PAGE)
        wanted = TimelineAsked(asked=asked, oldest_first=views.read_oldest_first(here))
        query = read_timeline_asked(wanted, library.known())
    except InvalidQuery as error:
        wrong = views.problem(error)
        kept = here.without(wrong.field) if wrong.field in {"topic", "type", "publisher", "language"} else here
        return press.page(request, "timeline.html", status=422, here=kept, **common | {"problem": wrong})
    here = views.settled(here, query)
    found = make_timeline(library, query)
    if query.page > 1 and not found.shown:
        return RedirectResponse(str(here.without("page")), status_code=303)
    shown = {"found": found, "applied": views.applied(here, spoken), **_drawn(found, spoken)}
    pages = max(1, -(-found.total // query.limit))
    pager = Pager(page=query.page, pages=pages, address=here)
    return press.page(request, "timeline.html", here=here, pager=pager, **common | shown)


def _drawn(found: Timeline, spoken: Messages) -> dict[str, Any]:
    """What is made of a timeline for the page."""
    chart = chart_of(found.counts, found.query.subject, spoken)
    return {
        "chart": chart,
        "picture": svg.draw(chart),
        "swatch": svg.swatch,
        "years": by_year(found.shown),
        "row_label": row_label,
        "notes": list(said.notes(found, spoken)),
    }
