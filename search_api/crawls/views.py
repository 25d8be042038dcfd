"""Crawl views: the report of a crawl as its page shows it: what came of each address, group by group; does not crawl."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from corpus.visits import TO_DO, Crawl, Visit, VisitOutcome
from search_api.address import Address
from search_api.messages import message
from search_api.views import Pager

ROWS = 200
"""Addresses on a page."""


class OutcomeWords(NamedTuple):
    """What an outcome is called, and what it means."""

    name: str
    meaning: str


OUTCOMES: Mapping[str, OutcomeWords] = MappingProxyType(
    {
        VisitOutcome.FETCHED: OutcomeWords(message("Fetched"), message("New to us, and read.")),
        VisitOutcome.CHANGED: OutcomeWords(message("Changed"), message("The words or the record are not what they were.")),
        VisitOutcome.MOVED: OutcomeWords(message("Moved"), message("Read at another address that it now leads to.")),
        VisitOutcome.MISSED: OutcomeWords(
            message("Missed"), message("Not there this time. What is held of it stays, until it is missed on more days.")
        ),
        VisitOutcome.GONE: OutcomeWords(
            message("Gone"), message("Not there on several days. It is kept as a record and no longer searched.")
        ),
        VisitOutcome.REFUSED: OutcomeWords(
            message("Refused"), message("Not read: our rules, the publisher’s rules or the publisher itself forbid it.")
        ),
        VisitOutcome.FAILED: OutcomeWords(message("Failed"), message("Nothing whole came, or it could not be read.")),
        VisitOutcome.WAITING: OutcomeWords(
            message("Waiting"), message("A part of a publication whose other parts are not here yet.")
        ),
        TO_DO: OutcomeWords(message("Still to be asked"), message("The crawl has not come to these addresses.")),
        VisitOutcome.UNCHANGED: OutcomeWords(message("Unchanged"), message("The same as when it was last read.")),
    }
)
"""By outcome, in the order of the page: what a person should look at comes before what is as it was."""
_ORDER = {outcome: place for place, outcome in enumerate(OUTCOMES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A link to the addresses of one outcome, or to all."""

    words: OutcomeWords | None
    """None for all."""
    count: int
    address: Address
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Addresses of one outcome."""

    words: OutcomeWords
    total: int
    """How many the whole crawl has."""
    visits: tuple[Visit, ...]
    """Those on this page."""

    @property
    def has_reasons(self) -> bool:
        """Whether anything is told of any of them that its outcome does not say."""
        return any(visit.reason for visit in self.visits)

    @property
    def has_publications(self) -> bool:
        """Whether any of them led to a publication."""
        return any(visit.publication_id for visit in self.visits)

    @property
    def anchor(self) -> str:
        """What a link to it ends in."""
        return f"group-{_of(self.visits[0]).replace(' ', '-')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A crawl as its page shows it."""

    crawl: Crawl
    tabs: tuple[Tab, ...]
    groups: tuple[Group, ...]
    pager: Pager
    chosen: OutcomeWords | None


def counted(counts: Mapping[str, int]) -> list[tuple[OutcomeWords, int]]:
    """Outcomes with how many addresses each had, in the order of the page."""
    return [(words, counts[outcome]) for outcome, words in OUTCOMES.items() if counts.get(outcome)]


def settled(crawl: Crawl, address: Address) -> Address:
    """An address of the report that there is: an outcome nothing had, or a page past the last, falls away."""
    outcome = address.first("outcome")
    if outcome and not crawl.counts().get(outcome):
        return address.without("outcome").without("page")
    page = address.first("page")
    if page and not 1 < _number(page) <= _pages(_chosen(crawl, outcome)):
        return address.without("page")
    return address


def report(crawl: Crawl, address: Address) -> Report:
    """A crawl at a settled address."""
    counts = crawl.counts()
    outcome = address.first("outcome")
    rows = sorted(_chosen(crawl, outcome), key=lambda visit: _ORDER[_of(visit)])
    page = _number(address.first("page")) or 1
    shown = rows[(page - 1) * ROWS : page * ROWS]
    every = address.without("page").without("outcome")
    tabs = [Tab(words=None, count=len(crawl.visits), address=every, chosen=not outcome)]
    for known, words in OUTCOMES.items():
        if counts.get(known):
            there = every.having("outcome", str(known))
            tabs.append(Tab(words=words, count=counts[known], address=there, chosen=known == outcome))
    return Report(
        crawl=crawl,
        tabs=tuple(tabs),
        groups=tuple(
            Group(words=OUTCOMES[name], total=counts[name], visits=tuple(group)) for name, group in groupby(shown, key=_of)
        ),
        pager=Pager(page=page, pages=_pages(rows), address=address),
        chosen=OUTCOMES[outcome] if outcome else None,
    )


def _chosen(crawl: Crawl, outcome: str) -> list[Visit]:
    return [visit for visit in crawl.visits if not outcome or _of(visit) == outcome]


def _of(visit: Visit) -> str:
    return visit.outcome.value if visit.outcome else TO_DO


def _pages(rows: list[Visit]) -> int:
    return max(1, -(-len(rows) // ROWS))


def _number(value: str) -> int:
    """A whole number as written in an address; 0 for anything else."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else 0
