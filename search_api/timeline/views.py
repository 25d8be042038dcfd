"""Views: what the page of a timeline shows beside its entries: filters in use, faults, choices, links; makes no timeline."""

from dataclasses import dataclass

from starlette.requests import Request

from corpus.errors import InvalidQuery
from search_api import wording
from search_api.address import KNOWN, Address
from search_api.error_pages import DATES, HINTS, OTHER_HINT
from search_api.messages import Messages, message
from search_api.question.question import LANGUAGES
from search_api.timeline.asked import TimelineQuery
from search_api.views import FILTER_NAMES, AppliedFilter

OWN = ("oldest_first",)
FILTERS = ("type", "publisher", "topic", "status", "force", "language", "held", "from", "to", "as_of", "any_status")
PARAMETERS = ("q", *FILTERS, *OWN, "limit", "page")
FIELDS = frozenset({"q", "topic", "from", "to", "type", "publisher", "language", "as_of"})
"""What the form has a field for."""
YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"0", "false", "no", "off"})
FAULTS = {
    **HINTS,
    "q": message("Write what the timeline is to be about in a few words, or choose a topic."),
    "oldest_first": message("Say true or false."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with what was asked, and with which field."""

    field: str
    target: str
    """The field to go to."""
    hint: str
    detail: str
    """The error's own English words, where they say more."""


def read_address(request: Request) -> Address:
    """The address of a request, without repeats, empty fields or parameters that nobody knows."""
    pairs = ((key, value.strip()) for key, value in request.query_params.multi_items() if key in {*KNOWN, *OWN})
    return Address(request.url.path, tuple(dict.fromkeys(pair for pair in pairs if pair[1])))


def read_oldest_first(here: Address) -> bool:
    """Whether the oldest come first; raises InvalidQuery for what is neither yes nor no."""
    value = here.first("oldest_first").casefold()
    if value and value not in YES | NO:
        raise InvalidQuery(f"oldest_first='{value[:40]}' is neither true nor false.", field="oldest_first")
    return value in YES


def settled(here: Address, query: TimelineQuery) -> Address:
    """An address with its filters spelled as the catalogue spells them."""
    filters = query.filters
    spelled = {
        "type": tuple(one.value for one in filters.type),
        "publisher": filters.publisher,
        "topic": filters.topic,
        "status": tuple(one.value for one in filters.status),
        "force": tuple(one.value for one in filters.force),
    }
    kept = tuple(pair for pair in here.parameters if pair[0] not in spelled)
    return Address(here.path, (*kept, *((name, value) for name, values in spelled.items() for value in values)))


def applied(here: Address, spoken: Messages) -> tuple[AppliedFilter, ...]:
    """The filters in use, named for people, each with the address without it."""
    return tuple(
        AppliedFilter(
            name=spoken.text(FILTER_NAMES[name]),
            value=_words(name, value, spoken),
            removal=here.without(name, value).without("page"),
        )
        for name, value in here.parameters
        if name in FILTER_NAMES and name != "any_status"
    )


def cleared(here: Address) -> Address:
    """The same words without filters."""
    return Address(here.path, tuple(pair for pair in here.parameters if pair[0] in {"q", "ui", "oldest_first"}))


def turned(here: Address, *, oldest_first: bool) -> Address:
    """The same timeline from its other end."""
    return here.without("page").having("oldest_first", "" if oldest_first else "true")


def problem(error: InvalidQuery) -> Problem:
    """What to put right."""
    field = error.field or "q"
    return Problem(
        field=field,
        target=field if field in FIELDS else "q",
        hint=FAULTS.get(field, OTHER_HINT),
        detail="" if field in DATES else str(error),
    )


def _words(name: str, value: str, spoken: Messages) -> str:
    tables = {"type": wording.TYPES, "status": wording.STATUS_FILTERS, "force": wording.FORCES, "held": wording.HELD}
    if name == "language" and value in LANGUAGES:
        return spoken.language_called(value)
    return spoken.text(tables.get(name, {}).get(value, value))  # type: ignore[attr-defined]
