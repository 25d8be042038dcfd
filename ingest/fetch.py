"""Fetch: the one function of the program that asks publishers for anything, in turn, by their rules and within limits.

An address is checked, its host's robots.txt read and obeyed, its turn waited for, and only then asked for; each redirect
takes the same way. Does not read what it fetched, and keeps nothing but the manners of its run.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

from ingest.body import ACCEPTED_ENCODINGS
from ingest.egress import Address, check_address
from ingest.fetched import Fetched, Hop, Limits, Reason, Refused, first_header
from ingest.pace import Pace
from ingest.patience import Patience
from ingest.robots import Rules, read_rules
from ingest.sources import Sources
from ingest.wire import Answer, Dial, Headers, Resolve, Trust, Wire, system_dial, system_resolve

ACCEPTED = "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.8"
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Fetcher:
    """A run of fetches. `with` ends it: what was learnt of hosts (rules, pace, failures) is forgotten. One thread."""

    def __init__(
        self,
        *,
        sources: Sources,
        user_agent: str,
        loopback_port: int | None = None,
        limits: Limits | None = None,
        resolve: Resolve = system_resolve,
        dial: Dial = system_dial,
        trust: Trust | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`user_agent` begins with our name and leads to us: `Canllaw/1.0 (+https://…)`. `loopback_port`: see Wire."""
        self._sources = sources
        self._agent = user_agent
        self._limits = limits or Limits()
        self._clock, self._sleep, self._now = clock, sleep, now
        self._wire = Wire(
            limits=self._limits, clock=clock, now=now, loopback_port=loopback_port, resolve=resolve, dial=dial, trust=trust
        )
        self._forget()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._forget()

    def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched | Refused:
        """What a publisher answers at an address; `etag` and `last_modified` of the copy held make a 304 possible."""
        asked = check_address(url, self._sources)
        if isinstance(asked, Refused):
            return asked
        conditions = (("If-None-Match", etag), ("If-Modified-Since", last_modified))
        return self._follow(url, asked, tuple((name, value) for name, value in conditions if value), obey=True)

    def _forget(self) -> None:
        self._rules: dict[str, tuple[Rules | Refused, float]] = {}
        self._pace = Pace(limits=self._limits, clock=self._clock, sleep=self._sleep)
        self._patience = Patience(wire=self._wire, pace=self._pace, limits=self._limits, sleep=self._sleep, now=self._now)

    def _follow(self, url: str, asked: Address, conditions: Headers, *, obey: bool) -> Fetched | Refused:
        """The answer at the end of the redirects; `obey` the hosts' rules, or fetch those."""
        hops: list[Hop] = []
        here = asked
        while True:
            answer = (self._forbidden(here) if obey else None) or self._ask(here, conditions)
            if isinstance(answer, Refused):
                return replace(answer, url=url)
            place = first_header(answer.headers, "location") if answer.status in REDIRECTS else None
            if not place:
                return _fetched(url, here, answer, hops)
            hops.append(Hop(url=here.url, status=answer.status))
            there = self._redirected(here, place, len(hops))
            if isinstance(there, Refused):
                return replace(there, url=url)
            here = there

    def _ask(self, address: Address, conditions: Headers) -> Answer | Refused:
        headers = (("User-Agent", self._agent), ("Accept", ACCEPTED), ("Accept-Encoding", ACCEPTED_ENCODINGS), *conditions)
        return self._patience.ask(address, headers)

    def _redirected(self, here: Address, place: str, hops: int) -> Address | Refused:
        """Where a redirect leads, through the same gate as any address."""
        if hops > self._limits.redirects:
            why = f"'{here.url}' was the last of {hops} redirects, and {self._limits.redirects} are the most."
            return Refused(url=here.url, reason=Reason.TOO_MANY_REDIRECTS, detail=why)
        try:
            there = check_address(urljoin(here.url, _readable(place)), self._sources)
        except ValueError as error:  # what `urljoin` says of `https://[`
            why = f"'{here.url}' redirects to {place!r}, which is not an address ({error})."
            return Refused(url=here.url, reason=Reason.REDIRECT_REFUSED, detail=why)
        if isinstance(there, Refused):
            why = f"'{here.url}' redirects to where we do not go. {there.detail}"
            return Refused(url=here.url, reason=Reason.REDIRECT_REFUSED, detail=why)
        return there

    def _forbidden(self, address: Address) -> Refused | None:
        """Why a host's own rules keep us from an address; None where they do not."""
        rules = self._rules_of(address)
        if isinstance(rules, Refused):
            return rules
        if rules.allow(address.url):
            return None
        why = f"'{address.url}' was not fetched: '{address.robots.url}' asks programs not to read it."
        return Refused(url=address.url, reason=Reason.ROBOTS, detail=why)

    def _rules_of(self, address: Address) -> Rules | Refused:
        """A host's rules, read once a run; where they cannot be read, it is left alone a while (RFC 9309, 2.3.1.4)."""
        known, until = self._rules.get(address.host, (None, 0.0))
        if known and self._clock() < until:
            return known
        rules, lasts = self._read_rules(address)
        self._rules[address.host] = rules, self._clock() + lasts
        return rules

    def _read_rules(self, address: Address) -> tuple[Rules | Refused, float]:
        """A host's rules or why there are none, and the seconds for which that stands."""
        answer = self._follow(address.robots.url, address.robots, (), obey=False)
        if isinstance(answer, Refused):
            why = f"Nothing is read from '{address.host}' until its rules for programs can be. {answer.detail}"
            return replace(answer, detail=why), answer.retry_after or self._limits.breaker_seconds
        rules = read_rules(answer.status, answer.body, token=self._agent.partition("/")[0])
        self._pace.slow_down(address.host, rules.delay)
        return rules, float("inf")


def _readable(place: str) -> str:
    """A Location as its publisher meant it: UTF-8, which headers are not read as, and spaces, which they should not hold."""
    with suppress(UnicodeError):
        place = place.encode("latin-1").decode("utf-8")
    return place.replace(" ", "%20")


def _fetched(url: str, here: Address, answer: Answer, hops: list[Hop]) -> Fetched:
    return Fetched(
        url=url,
        final_url=here.url,
        status=answer.status,
        headers=answer.headers,
        body=answer.body,
        fetched_at=answer.at,
        hops=tuple(hops),
        request_headers=answer.request_headers,
    )
