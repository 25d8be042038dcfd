"""Correction: the form that puts the reading of a question right, and what it and a follow-up carry on; reads no question."""

from dataclasses import dataclass

from corpus.bodies import Body, bodies
from corpus.errors import InvalidQuery
from search_api.address import FILTERS, Address
from search_api.answering.refuse import threshold
from search_api.question.kind import Kind
from search_api.question.mode import Mode
from search_api.question.scope import Scope
from search_api.understood_words import KINDS

FORM = ("kind", "actor", "scope", "as_of", "mode")
"""Parameters that the form of a reading sets itself."""
PLACES = ("page", "start", "end", "outcome")
"""Parameters that name a place in another page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The form that puts a reading right: what it offers, what is set, and what it carries along."""

    kinds: tuple[Kind, ...]
    bodies: tuple[Body, ...]
    modes: tuple[Mode, ...]
    scope: str
    """The choice of texts that is set; empty where the question's words say."""
    day: str
    kept: tuple[tuple[str, str], ...]
    undone: Address | None
    """The same question read by its words alone; None where nothing is put right."""


def correction(here: Address) -> Correction:
    """The form, as an address sets it: what is read out of the words is left to them."""
    bare = here.without("kind").without("actor").without("scope")
    return Correction(
        kinds=tuple(KINDS),
        bodies=tuple(sorted(bodies().values(), key=lambda body: body.name["en"])),
        modes=offered_modes(),
        scope=Scope.AS_OF.value if here.first("as_of") else here.first("scope"),
        day=here.first("as_of"),
        kept=tuple(pair for pair in here.parameters if pair[0] not in (*FORM, *PLACES)),
        undone=bare if bare != here else None,
    )


def followed(here: Address) -> tuple[tuple[str, str], ...]:
    """What a follow-up carries along from the question before it: its filters, how sure to be, and the pages' language."""
    return tuple(pair for pair in here.parameters if pair[0] in (*FILTERS, "mode", "ui"))


def question_before(here: Address) -> Address:
    """The question that an address follows, under the same filters."""
    read = {"kind", "actor", "scope", "after", *PLACES}
    kept = (pair for pair in here.parameters if pair[0] not in read)
    return Address(here.path, tuple(("q", here.first("after")) if pair[0] == "q" else pair for pair in kept))


def settled_scope(address: Address) -> Address:
    """An address whose choice of texts agrees with itself: a day belongs to texts of a day, and needs no other word."""
    if address.first("scope") in (Scope.CURRENT, Scope.HISTORY):
        return address.without("as_of")
    return address.without("scope") if address.first("as_of") else address


def offered_modes() -> tuple[Mode, ...]:
    """The modes whose promise was calibrated."""
    return tuple(mode for mode in Mode if least_chance(mode) is not None)


def least_chance(mode: Mode) -> float | None:
    """The least chance of a mode; None where calibration could not support one."""
    try:
        return threshold(mode)
    except InvalidQuery:
        return None
