"""Fetched and Refused: what comes of asking a publisher for an address, and the limits kept in asking; does not ask."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Reason(StrEnum):
    """Why an address was not fetched."""

    BAD_ADDRESS = "bad_address"
    NOT_HTTPS = "not_https"
    USERINFO = "userinfo"
    ODD_PORT = "odd_port"
    NOT_ALLOWED_HOST = "not_allowed_host"
    NOT_ALLOWED_PATH = "not_allowed_path"
    PRIVATE_ADDRESS = "private_address"
    """The host's name leads into a network that is not public."""
    REDIRECT_REFUSED = "redirect_refused"
    ROBOTS = "robots"
    """The publisher asks programs not to read this address."""
    TOO_MANY_REDIRECTS = "too_many_redirects"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    BAD_ENCODING = "bad_encoding"
    DAMAGED = "damaged"
    """Not HTTP, cut short, or of another length than it states."""
    BAD_CERTIFICATE = "bad_certificate"
    NOT_RESOLVED = "not_resolved"
    UNREACHABLE = "unreachable"
    BUSY = "busy"
    """429 or 503 to the last, or a wait longer than we wait."""
    SERVER_ERROR = "server_error"
    BREAKER_OPEN = "breaker_open"
    """The host failed too often and is left alone for a while."""


_OURS = frozenset(
    {
        Reason.BAD_ADDRESS,
        Reason.NOT_HTTPS,
        Reason.USERINFO,
        Reason.ODD_PORT,
        Reason.NOT_ALLOWED_HOST,
        Reason.NOT_ALLOWED_PATH,
        Reason.PRIVATE_ADDRESS,
        Reason.REDIRECT_REFUSED,
        Reason.ROBOTS,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """An address that gave nothing, with the reason for a program and the sentence for a person."""

    url: str
    reason: Reason
    detail: str
    retry_after: float | None = None
    """Seconds after which asking again is welcome, where that is known."""

    @property
    def ours(self) -> bool:
        """True where our own rules forbid the address: asking again gives the same. False where the publisher failed."""
        return self.reason in _OURS


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """A redirect that was followed."""

    url: str
    status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A publisher's answer, whole, of any status below 500 but 429."""

    url: str
    """The address asked for."""
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    """As received, but true of `body`: no encodings, its real length; cookies are left out."""
    body: bytes
    """Without transfer and content encoding; empty for a 304."""
    fetched_at: datetime
    """When the answer began to be asked for (UTC)."""
    hops: tuple[Hop, ...]
    """The redirects on the way, first first; empty where there were none."""
    request_headers: tuple[tuple[str, str], ...]

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return first_header(self.headers, name)

    @property
    def media_type(self) -> str:
        """As in `text/html`, from the header; empty where it does not say."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of anything is taken, and how long anything may last; bytes and seconds."""

    body_bytes: int = 50_000_000
    """Of an answer as sent."""
    decoded_bytes: int = 200_000_000
    """Of an answer unpacked; a page of policy has under 10 MB."""
    redirects: int = 5
    """As many as RFC 9309 asks a crawler to follow."""
    connect_seconds: float = 10.0
    total_seconds: float = 60.0
    """For one answer, from connecting to its last byte."""
    attempts: int = 4
    """Requests for one address that fails in a way that may pass."""
    spacing_seconds: float = 1.0
    """Between the starts of two requests to a host; a longer Crawl-delay is kept."""
    backoff_seconds: float = 2.0
    """Before the second attempt; doubled before each one more."""
    longest_wait_seconds: float = 300.0
    """A host that asks for more (Retry-After, Crawl-delay) is not waited for, and not asked before."""
    breaker_failures: int = 5
    """Failures and 403s in a row after which a host is left alone."""
    breaker_seconds: float = 900.0
    """For how long; also how long a host is left alone whose robots.txt could not be read."""


def first_header(headers: tuple[tuple[str, str], ...], name: str) -> str | None:
    """The first value under a name, whatever its case."""
    return next((value for key, value in headers if key.lower() == name.lower()), None)
