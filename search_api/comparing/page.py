"""The page /compare: a form to choose two texts, and the two side by side; does not compare anything.

What is wrong with a name is told beside its field, so that the form comes again with what was typed.
"""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from corpus.errors import InvalidQuery, NotHeld
from search_api.address import Address
from search_api.comparing import views
from search_api.comparing.align import Label
from search_api.comparing.asked import meaning_of
from search_api.comparing.compare import compare as compare_texts
from search_api.comparing.notes import notes
from search_api.comparing.sides import Side, find_side, language_asked
from search_api.library import Library
from search_api.messages import message
from search_api.press import press_of
from search_api.views import Pager

HINTS = {
    "empty": message("Name a text: choose one from the list, or write its id."),
    "held": message("No such text is held: choose one from the list, or write its id."),
    "day": message("No text of it is known to have stood on that day: choose another day, or leave the day out."),
    "name": message("Write an id, or an id with a day, as in ID@2024-05-01."),
    "language": message("Choose English or Welsh."),
}
YES = frozenset({"1", "true", "yes", "on"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, and with which field."""

    field: str
    hint: str
    detail: str
    """The error's own English words."""
    status: int


def compare(request: Request, library: Library) -> Response:
    """Two texts side by side, or a form to choose them."""
    here = views.read_address(request)
    if any(not value.strip() for value in request.query_params.values()):
        return RedirectResponse(str(here), status_code=303)
    sides, problems = _sides(library, here)
    status = max((one.status for one in problems), default=200)
    found = None
    if len(sides) == 2:
        found = compare_texts(library.catalogue, sides["a"], sides["b"], meaning=meaning_of(library.index.embedder))
    page = _page(here)
    changes_only = here.first("changes_only").casefold() in YES
    rows = [row for row in (found.rows if found else ()) if not (changes_only and row.label is Label.SAME)]
    pages = max(1, -(-len(rows) // views.ROWS_ON_A_PAGE))
    if page > pages:
        return RedirectResponse(str(here.without("page")), status_code=303)
    first_row = (page - 1) * views.ROWS_ON_A_PAGE
    press = press_of(request)
    return press.page(
        request,
        "compare.html",
        status=status,
        here=here,
        found=found,
        problems=problems,
        notes=notes(found, press.messages_for(request)) if found else [],
        rows=views.shown_rows(found, rows[first_row : first_row + views.ROWS_ON_A_PAGE]) if found else (),
        pager=Pager(page=page, pages=pages, address=here),
        turned=_turned(here) if found else None,
        offers=views.offers(library.catalogue, sides["a"], here) if sides.keys() == {"a"} else [],
        texts=views.offered_texts(library.catalogue),
        changes_only=changes_only,
        views=views,
        labels=tuple(Label),
    )


def _sides(library: Library, here: Address) -> tuple[dict[str, Side], list[Problem]]:
    """The texts that are named, and what is wrong; with neither named nothing is, and with the first only nothing yet."""
    sides: dict[str, Side] = {}
    problems: list[Problem] = []
    try:
        language = language_asked(here.first("language"))
    except InvalidQuery as error:
        return {}, [Problem(field="language", hint=HINTS["language"], detail=str(error), status=422)]
    for field in ("a", "b"):
        asked = here.first(field)
        if not asked and (field == "b" or not here.first("b")):
            continue
        try:
            sides[field] = find_side(library.catalogue, asked, field=field, language=language)
        except InvalidQuery as error:
            hint = HINTS["name" if asked else "empty"]
            problems.append(Problem(field=field, hint=hint, detail=str(error) if asked else "", status=422))
        except NotHeld as error:
            of_a_day = library.catalogue.publication(asked.rpartition("@")[0]) is not None
            problems.append(Problem(field=field, hint=HINTS["day" if of_a_day else "held"], detail=str(error), status=404))
    return sides, problems


def _turned(here: Address) -> Address:
    """The same comparison the other way round."""
    return here.without("page").having("a", here.first("b")).having("b", here.first("a"))


def _page(here: Address) -> int:
    value = here.first("page")
    return int(value) if value.isascii() and value.isdecimal() and 0 < len(value) < 6 and int(value) else 1
