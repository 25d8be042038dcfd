"""What the pages of the desk show beside the duties themselves: groups, filters, faults; does not find any."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from starlette.requests import Request

from corpus.bodies import Body, bodies
from corpus.duty import Level
from corpus.errors import InvalidQuery
from search_api import wording
from search_api.address import KNOWN, Address
from search_api.duties.asked import DutyQuery
from search_api.duties.register import Owed, name_of
from search_api.error_pages import DATES, HINTS, OTHER_HINT
from search_api.messages import Messages, message
from search_api.question.question import LANGUAGES
from search_api.views import FILTER_NAMES, AppliedFilter

OWN = ("actor", "level", "law", "publication")
"""Parameters that only duties have."""
LEVELS: Mapping[Level, str] = MappingProxyType(
    {Level.MUST: message("Must"), Level.SHOULD: message("Should"), Level.MAY: message("May"), Level.NEEDS: message("Needs to")}
)
NEGATED: Mapping[Level, str] = MappingProxyType(
    {
        Level.MUST: message("Must not"),
        Level.SHOULD: message("Should not"),
        Level.MAY: message("May not"),
        Level.NEEDS: message("Needs not to"),
    }
)
NAMES = {
    **FILTER_NAMES,
    "actor": message("Who"),
    "level": message("How strongly"),
    "law": message("Law"),
    "publication": message("Publication"),
}
FAULTS = {
    **HINTS,
    "q": message("Write fewer words."),
    "actor": message("Choose from the list whose duty it is."),
    "level": message("Choose must, should, may or needs."),
    "publication": message("No publication of that name is held: take it out of the address."),
}
FIELDS = frozenset({"q", "actor", "level", "law", "as_of", "language"})
"""What the form has a field for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the form offers."""

    actors: tuple[Body, ...]
    levels: tuple[Level, ...] = tuple(Level)
    languages: tuple[str, ...] = LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with what was asked, and with which field."""

    field: str
    target: str
    """The field to go to; the first one for a parameter without a field."""
    hint: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Duties of one actor in one text."""

    first: Owed
    duties: tuple[Owed, ...]

    @property
    def key(self) -> Owed | None:
        """A duty whose word the text explains; None where it explains none of these."""
        return next((one for one in self.duties if one.kept.duty.key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Duties of one actor."""

    actor: str | None
    texts: tuple[Texts, ...]

    def name(self, language: str) -> str:
        """Its name; empty for no actor."""
        return name_of(self.actor, language)


def read_address(request: Request) -> Address:
    """The address of a request, without repeats, empty fields or parameters that nobody knows."""
    pairs = ((key, value.strip()) for key, value in request.query_params.multi_items() if key in {*KNOWN, *OWN})
    return Address(request.url.path, tuple(dict.fromkeys(pair for pair in pairs if pair[1])))


def choices() -> Choices:
    """What the form offers."""
    return Choices(actors=tuple(bodies().values()))


def settled(here: Address, query: DutyQuery) -> Address:
    """An address with actors and levels as we spell them."""
    spelled = {"actor": query.actors, "level": tuple(level.value for level in query.levels)}
    kept = tuple(pair for pair in here.parameters if pair[0] not in spelled)
    return Address(here.path, (*kept, *((name, value) for name, values in spelled.items() for value in values)))


def grouped(shown: Sequence[Owed]) -> tuple[Group, ...]:
    """Duties by actor and then by text; each group where its first duty is."""
    by_actor: dict[str | None, list[Owed]] = {}
    for one in shown:
        by_actor.setdefault(one.kept.duty.actor, []).append(one)
    return tuple(Group(actor=actor, texts=tuple(_texts(mine))) for actor, mine in by_actor.items())


def _texts(duties: Sequence[Owed]) -> Iterator[Texts]:
    places = {document_id: place for place, document_id in reversed(list(enumerate(one.document.id for one in duties)))}
    for _, mine in groupby(sorted(duties, key=lambda one: places[one.document.id]), key=lambda one: one.document.id):
        together = tuple(mine)
        yield Texts(first=together[0], duties=together)


def applied(here: Address, messages: Messages) -> tuple[AppliedFilter, ...]:
    """The filters in use, named for people, each with the address without it."""
    return tuple(
        AppliedFilter(
            name=messages.text(NAMES[name]),
            value=_words(name, value, messages),
            removal=here.without(name, value).without("page"),
        )
        for name, value in here.parameters
        if name in NAMES
    )


def cleared(here: Address) -> Address:
    """The same words without filters."""
    return Address(here.path, tuple(pair for pair in here.parameters if pair[0] in {"q", "ui"}))


def problem(error: InvalidQuery) -> Problem:
    """What to put right."""
    field = error.field or "q"
    return Problem(
        field=field,
        target=field if field in FIELDS else "q",
        hint=FAULTS.get(field, OTHER_HINT),
        detail="" if field in DATES else str(error),
    )


def _words(name: str, value: str, messages: Messages) -> str:
    if name == "actor":
        return name_of(value, messages.language)
    if name == "level":
        return messages.text(LEVELS[Level(value)])
    if name in OWN:
        return value
    tables = {"type": wording.TYPES, "status": wording.STATUS_FILTERS, "force": wording.FORCES, "held": wording.HELD}
    if name == "any_status":
        return ""
    if name == "language" and value in LANGUAGES:
        return messages.language_called(value)
    return messages.text(tables.get(name, {}).get(value, value))  # type: ignore[attr-defined]
