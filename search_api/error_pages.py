"""Error pages: what people see when a page cannot be shown; does not decide which error that is."""

from starlette.requests import Request
from starlette.responses import HTMLResponse

from search_api import views
from search_api.address import FILTERS, Address, read_address
from search_api.messages import message
from search_api.press import press_of
from search_api.question.question import Known

QUESTION_PATHS = frozenset({"/search", "/answers"})
RETRY_SECONDS = 15
DATES = frozenset({"from", "to", "as_of"})
"""Fields whose hint says all that the error does."""
HINTS = {
    "q": message("Write your question in a few words."),
    "type": message("Choose a type from the list."),
    "publisher": message("Choose a publisher from the list."),
    "topic": message("Choose a topic from the list."),
    "status": message("Choose a status from the list."),
    "force": message("Choose from the list whether the law stands behind it."),
    "language": message("Choose English or Welsh."),
    "from": message("Write the first date as 2024-05-01, 2024-05 or 2024, and before the last date."),
    "to": message("Write the last date as 2024-05-01, 2024-05 or 2024."),
    "as_of": message("Write the day as 2024-05-01, 2024-05 or 2024."),
    "held": message("Choose how much is held from the list."),
    "kind": message("Choose what is asked for from the list."),
    "actor": message("Choose whose duty it is from the list."),
    "scope": message("Choose today, a day in the past, or earlier texts too."),
    "mode": message("Choose how sure the answer must be from the list."),
    "after": message("Ask the question before this one again, in fewer words."),
}
"""What to do about each field, in every language: the error's own words are English."""
OTHER_HINT = message("Check the address of this page, or start again from the question.")


def error_page(request: Request, *, status: int, title: str, detail: str, field: str | None = None) -> HTMLResponse:
    """The page for an error: with `field`, the form again with what to put right; else what happened and where to go."""
    press = press_of(request)
    if field is not None and request.url.path in QUESTION_PATHS:
        return _form_again(request, status=status, detail=detail, field=field)
    response = press.page(request, "error.html", status=status, code=status, title=title, detail=detail)
    if status == 503:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def _form_again(request: Request, *, status: int, detail: str, field: str) -> HTMLResponse:
    press = press_of(request)
    address = read_address(request)
    library = getattr(request.app.state, "library", None)
    known = library.known() if library else Known(publishers=frozenset(), topics=frozenset())
    return press.page(
        request,
        "search.html",
        status=status,
        here=_without_faults(address, known),
        found=None,
        choices=views.choices(known),
        applied=(),
        problem={
            "field": field if field in FILTERS else "q",
            "hint": HINTS.get(field, OTHER_HINT),
            "detail": "" if field in DATES else detail,
        },
    )


def _without_faults(address: Address, known: Known) -> Address:
    """The address without what the form could not put right: unknown names would stay ticked, and pages have no field."""
    names = {"publisher": known.publishers, "topic": known.topics}
    kept = tuple(
        (name, value)
        for name, value in address.parameters
        if name not in ("page", "limit") and (name not in names or value in names[name])
    )
    return Address(address.path, kept)
