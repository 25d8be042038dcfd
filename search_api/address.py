"""Address: a page's path and parameters, read from a request and changed to make links; does not check the values.

The address is the state of a page: a link to it shows the same search to whoever opens it.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from corpus.errors import InvalidQuery
from search_api.question.question import Asked

MANY = ("type", "publisher", "topic", "status", "force")
"""Filters that may be given several times."""
ONE = ("language", "held", "from", "to", "as_of", "any_status")
"""Filters that are given once."""
FILTERS = (*MANY, *ONE)
READING = ("kind", "actor", "scope", "mode", "after")
"""How a question is to be read and answered."""
KNOWN = ("q", *FILTERS, *READING, "limit", "page", "start", "end", "outcome", "ui")
_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class Address:
    """A path of ours with its parameters, in the order they were given."""

    path: str
    parameters: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return f"{self.path}?{urlencode(self.parameters)}" if self.parameters else self.path

    def first(self, name: str) -> str:
        """The first value of a parameter; empty where it has none."""
        return next((value for key, value in self.parameters if key == name), "")

    def every(self, name: str) -> tuple[str, ...]:
        """Every value of a parameter."""
        return tuple(value for key, value in self.parameters if key == name)

    def having(self, name: str, value: str) -> "Address":
        """The same with a parameter set to one value; an empty value takes it away."""
        kept = tuple(pair for pair in self.parameters if pair[0] != name)
        return Address(self.path, (*kept, (name, value)) if value else kept)

    def without(self, name: str, value: str | None = None) -> "Address":
        """The same with a parameter, or one value of it, taken away."""
        kept = tuple((key, held) for key, held in self.parameters if key != name or (value is not None and held != value))
        return Address(self.path, kept)

    def at(self, path: str) -> "Address":
        """The same parameters at another path."""
        return Address(path, self.parameters)

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """The parameters that narrow or widen what is searched."""
        return tuple((key, value) for key, value in self.parameters if key in FILTERS)

    @property
    def unfiltered(self) -> "Address":
        """The same question without filters, from its first page."""
        return Address(self.path, tuple(pair for pair in self.parameters if pair[0] not in (*FILTERS, "page")))


def read_address(request: Request) -> Address:
    """The address of a request, without repeats or the empty fields a form sends."""
    pairs = ((key, value.strip()) for key, value in request.query_params.multi_items() if key in KNOWN)
    return Address(request.url.path, tuple(dict.fromkeys(pair for pair in pairs if pair[1])))


def read_asked(address: Address) -> Asked:
    """What an address asks; raises InvalidQuery where a number or a yes is something else."""
    return Asked(
        q=address.first("q"),
        type=address.every("type"),
        publisher=address.every("publisher"),
        topic=address.every("topic"),
        language=address.first("language") or None,
        status=address.every("status"),
        force=address.every("force"),
        published_from=address.first("from") or None,
        published_to=address.first("to") or None,
        as_of=address.first("as_of") or None,
        any_status=_yes(address, "any_status"),
        held=address.first("held") or None,
        limit=_number(address, "limit", 10),
        page=_number(address, "page", 1),
        kind=address.first("kind") or None,
        actor=address.first("actor") or None,
        scope=address.first("scope") or None,
        mode=address.first("mode") or None,
        after=address.first("after") or None,
    )


def _number(address: Address, name: str, default: int) -> int:
    value = address.first(name)
    if not value:
        return default
    if not (value.isascii() and value.isdecimal() and len(value) < 10):
        raise InvalidQuery(f"{name}='{value[:40]}' is not a whole number.", field=name)
    return int(value)


def _yes(address: Address, name: str) -> bool:
    value = address.first(name).casefold()
    if value and value not in _YES | _NO:
        raise InvalidQuery(f"{name}='{value[:40]}' is neither true nor false.", field=name)
    return value in _YES
