"""Wanted: what is to be packed, as every face asks for it: a kind, parameters by their one name, a language and a day.

Parameters are put in one order, so that the same request gives the same bytes however it was written. Gathers nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from corpus.errors import InvalidQuery
from search_api.address import Address, read_asked
from search_api.library import Library
from search_api.question.question import Question, read_question

LANGUAGES = ("en", "cy")
PLAIN = frozenset({("page", "1"), ("limit", "10")})
"""What goes without saying: to say it makes no other request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A pack that is wanted."""

    of: str
    parameters: tuple[tuple[str, str], ...]
    """Those its kind knows, sorted by name, values of one name as given."""
    ui: str
    """Language of the pack's own words."""
    asked_on: date
    """The day it is asked on: "last year" is read from it."""

    @property
    def address(self) -> Address:
        """The parameters as an address, which every reader of parameters takes."""
        return Address(f"/{self.of}", self.parameters)


def wanted(
    *, of: str, parameters: Iterable[tuple[str, str]], known: Iterable[str], ui: str, asked_on: date | str | None, today: date
) -> Wanted:
    """A Wanted from raw parameters; those its kind does not know are left out. Raises InvalidQuery."""
    names = frozenset(known)
    given = ((name, value.strip()) for name, value in parameters if name in names and value.strip())
    tidy = dict.fromkeys(pair for pair in given if pair not in PLAIN)
    if ui not in LANGUAGES:
        raise InvalidQuery(f"Unknown ui '{ui[:20]}'. Known values: 'en', 'cy'.", field="ui")
    return Wanted(
        of=of,
        parameters=tuple(sorted(tidy, key=lambda pair: pair[0])),
        ui=ui,
        asked_on=_day(asked_on) or today,
    )


def read_on(library: Library, asked_for: Wanted) -> Question:
    """The question that is wanted, read as on the day it is asked on; raises InvalidQuery."""
    return read_question(read_asked(asked_for.address), replace(library.known(), today=asked_for.asked_on))


def _day(value: date | str | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value.strip()) if value.strip() else None
    except ValueError as error:
        raise InvalidQuery(f"asked_on='{value[:40]}' is not a day: write it as 2024-05-01.", field="asked_on") from error
