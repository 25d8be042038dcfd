"""Kinds: what can be taken away, each with the parameters it knows and what gathers it; gathers nothing itself.

A new kind is one more line of KINDS: a function that makes `Gathered` of a library and a request is all it takes, and every
format, face and replay then know it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from corpus.errors import InvalidQuery
from search_api.address import FILTERS, READING
from search_api.commitments.pack import PARAMETERS as OF_COMMITMENTS
from search_api.commitments.pack import gather_commitments
from search_api.duties.views import OWN
from search_api.library import Library
from search_api.messages import Messages
from search_api.packs.answer_pack import gather_answer
from search_api.packs.contents import Gathered
from search_api.packs.duties_pack import gather_duties
from search_api.packs.search_pack import gather_search
from search_api.packs.wanted import Wanted
from search_api.timeline.pack import PARAMETERS, gather_timeline

PAGED = ("limit", "page")


class Gather(Protocol):
    """Makes the contents of a pack; raises InvalidQuery where a parameter is at fault."""

    def __call__(self, library: Library, wanted: Wanted, spoken: Messages, /) -> Gathered:
        """The contents, in these words, and what decided them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that can be taken away."""

    parameters: tuple[str, ...]
    """Names of the parameters it knows."""
    gather: Gather


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "answer": Kind(("q", *FILTERS, *READING), gather_answer),
        "search": Kind(("q", *FILTERS, *PAGED), gather_search),
        "duties": Kind(("q", *FILTERS, *OWN, *PAGED), gather_duties),
        "timeline": Kind(PARAMETERS, gather_timeline),
        "commitments": Kind(OF_COMMITMENTS, gather_commitments),
    }
)
"""By the value of `of`."""


def kind_of(of: str) -> Kind:
    """A kind by its name; raises InvalidQuery."""
    if of not in KINDS:
        known = ", ".join(f"'{name}'" for name in KINDS)
        raise InvalidQuery(f"Unknown of '{of[:40]}'. Known values: {known}.", field="of")
    return KINDS[of]
