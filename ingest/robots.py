"""Robots: what a host asks of programs (RFC 9309); does not fetch its robots.txt."""

from dataclasses import dataclass

from protego import Protego

_MOST_BYTES = 512_000  # RFC 9309, 2.5: at least 500 kibibytes are read; what is beyond is left


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a host asks of us."""

    robots: Protego | None
    """None where it asks nothing."""
    token: str
    """Our name as robots.txt spells it."""

    def allow(self, url: str) -> bool:
        """True where the host lets us read an address."""
        return self.robots is None or self.robots.can_fetch(url, self.token)

    @property
    def delay(self) -> float:
        """Seconds it asks for between two requests, by Crawl-delay or Request-rate; 0 where it asks for none."""
        if self.robots is None:
            return 0.0
        rate = self.robots.request_rate(self.token)
        return max(self.robots.crawl_delay(self.token) or 0.0, rate.seconds / rate.requests if rate and rate.requests else 0.0)


def read_rules(status: int, body: bytes, *, token: str) -> Rules:
    """The rules in an answer below 500; a host without the file allows everything (RFC 9309, 2.3.1.3)."""
    if not 200 <= status < 300:
        return Rules(robots=None, token=token)
    return Rules(robots=Protego.parse(body[:_MOST_BYTES].decode("utf-8-sig", "replace")), token=token)
