"""Pages of the desk: the register of duties, by who owes them; does not find any."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from corpus.errors import InvalidQuery
from search_api import views
from search_api.address import Address, read_asked
from search_api.duties import views as duty_views
from search_api.duties.asked import DutiesAsked, read_duties_asked
from search_api.duties.register import find_duties
from search_api.library import Library
from search_api.press import press_of

DUTIES_ON_A_PAGE = 30


def duties(request: Request, library: Library) -> Response:
    """Who must, should or may do what, each with its words and the place they stand."""
    here = duty_views.read_address(request)
    if any(not value.strip() for value in request.query_params.values()):
        return RedirectResponse(str(here), status_code=303)
    press = press_of(request)
    offered = duty_views.choices()
    try:
        asked = read_asked(here)
        asked = asked if here.first("limit") else replace(asked, limit=DUTIES_ON_A_PAGE)
        query = read_duties_asked(
            DutiesAsked(
                asked=asked,
                actor=here.every("actor"),
                level=here.every("level"),
                publication=here.first("publication") or None,
                law=here.first("law") or None,
            ),
            library.catalogue,
        )
    except InvalidQuery as error:
        problem = duty_views.problem(error)
        kept = here.without(problem.field) if problem.field in {"actor", "level"} else here
        words = {"levels": duty_views.LEVELS, "negated": duty_views.NEGATED, "choices": offered, "problem": problem}
        return press.page(request, "duties.html", status=422, here=kept, found=None, applied=(), **words)
    here = duty_views.settled(here, query)
    found = find_duties(library.catalogue, query)
    if query.page > 1 and not found.shown:
        return RedirectResponse(str(here.without("page")), status_code=303)
    return press.page(
        request,
        "duties.html",
        here=here,
        found=found,
        groups=duty_views.grouped(found.shown),
        choices=offered,
        levels=duty_views.LEVELS,
        negated=duty_views.NEGATED,
        cleared=duty_views.cleared(here),
        applied=duty_views.applied(here, press.messages_for(request)),
        pager=_pager(here, query.page, query.limit, found.total),
        problem=None,
    )


def _pager(here: Address, page: int, limit: int, total: int) -> views.Pager:
    return views.Pager(page=page, pages=min(100, max(1, -(-total // limit))), address=here)
