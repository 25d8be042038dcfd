"""The guard: which addresses may be asked for, and which machines may answer; does not connect.

Whoever can name an address to a fetcher can try to make it reach what only this machine reaches (SSRF; OWASP ASVS 5.0,
1.3.6 and 15.3.2). So an address must name a publisher's host to the letter, and every machine that the name leads to must
be public. `ingest/wire.py` then connects to the very machine that was checked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urlsplit

from ingest.fetched import Reason, Refused
from ingest.sources import Source, Sources

LONGEST_ADDRESS = 4_000
"""Characters; the longest of a publisher seen so far has 210."""
ROBOTS_PATH = "/robots.txt"

# Control characters, whitespace and invisible marks: parsers disagree about them, so none may stand in an address.
_UNSEEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
_DOT_SEGMENT = re.compile(r"(?:^|/)(?:\.|%2e){1,2}(?:/|$)", re.IGNORECASE)
_KEPT = "/:@!$&'()*+,;=~%-._?"  # characters of a path or query that stand as they are (RFC 3986); all else is escaped

# Not public although `is_global` of Python 3.11 says so, by the IANA registries of special addresses.
_NOT_PUBLIC_V4 = tuple(
    IPv4Network(network)
    for network in (
        "192.0.0.0/24",  # protocol assignments; 192.0.0.192 answers with a cloud's credentials
        "192.88.99.0/24",  # relays of 6to4, given up (RFC 7526)
        "168.63.129.16/32",  # a cloud's own platform service, inside each of its machines
    )
)
_PUBLIC_V6 = IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation (RFC 9637)
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)  # the middle of an address that tunnels to the IPv4 address at its end (RFC 5214)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address that may be asked for."""

    host: str
    """Lower case, one of the source's."""
    target: str
    """Path and query as they are sent."""
    source: Source

    @property
    def url(self) -> str:
        """The address in its one form: `https`, no port, no fragment."""
        return f"https://{self.host}{self.target}"

    @property
    def robots(self) -> "Address":
        """Where its host keeps the rules for programs."""
        return Address(host=self.host, target=ROBOTS_PATH, source=self.source)


def check_address(url: str, sources: Sources) -> Address | Refused:
    """The address, if it is one of a publisher; else why not. Asks nobody."""
    parts = _split(url)
    if isinstance(parts, str):
        return _refused(url, Reason.BAD_ADDRESS, parts)
    fault = _fault_of_form(parts)
    if fault:
        return _refused(url, *fault)
    host = (parts.hostname or "").removesuffix(".")
    source = sources.of_host(host)
    if source is None:
        return _refused(
            url,
            Reason.NOT_ALLOWED_HOST,
            f"its host {host!r} is not one of the publishers'. Add it to corpus/sources.toml if it publishes policy.",
        )
    path = quote(parts.path, safe=_KEPT) or "/"
    if path != ROBOTS_PATH and not source.allows(path):
        allowed = ", ".join(source.paths)
        return _refused(url, Reason.NOT_ALLOWED_PATH, f"of '{host}' only addresses under {allowed} are read.")
    target = f"{path}?{quote(parts.query, safe=_KEPT)}" if parts.query else path
    return Address(host=host, target=target, source=source)


def check_machines(host: str, machines: Sequence[str]) -> str | None:
    """Why the machines a host's name leads to may not be asked; None where each of them is public."""
    for machine in machines:
        try:
            found = ip_address(machine)
        except ValueError:
            return f"The name '{host}' leads to {machine!r}, which is not an IP address."
        if not is_public(found):
            return (
                f"The name '{host}' leads to {machine}, which is not on the public internet. "
                "Nothing was sent; if the name service was not tampered with, remove the host from corpus/sources.toml."
            )
    return None


def is_public(machine: IPv4Address | IPv6Address) -> bool:
    """True for an address of the public internet, judged by the IPv4 address inside it where it wraps one."""
    if isinstance(machine, IPv4Address):
        return machine.is_global and not machine.is_multicast and not any(machine in network for network in _NOT_PUBLIC_V4)
    inner = _wrapped(machine)
    if inner is not None:
        return is_public(inner)
    return machine in _PUBLIC_V6 and machine.is_global and not any(machine in network for network in _NOT_PUBLIC_V6)


def _wrapped(machine: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that packets to this one end at: mapped, 6to4, NAT64 and ISATAP."""
    if machine.ipv4_mapped or machine.sixtofour:
        return machine.ipv4_mapped or machine.sixtofour
    number = int(machine)
    if machine in _NAT64 or (number >> 32) & 0xFFFFFFFF in _ISATAP:
        return IPv4Address(number & 0xFFFFFFFF)
    return None


def _split(url: str) -> SplitResult | str:
    """The parts of an address, or what is wrong with its writing."""
    if len(url) > LONGEST_ADDRESS:
        return f"it has {len(url)} characters; {LONGEST_ADDRESS} are the most."
    if _UNSEEN.search(url):
        return "it holds a space or a character that cannot be seen. Write it without."
    if "\\" in url:
        return "it holds a backslash, which programs read in different ways."
    try:
        return urlsplit(url)
    except ValueError as error:
        return f"it is not an address ({error})."


def _fault_of_form(parts: SplitResult) -> tuple[Reason, str] | None:
    """What is wrong with the parts before any list is asked."""
    said = f"it begins with '{parts.scheme}:'" if parts.scheme else "it does not say how to reach it"
    faults = (
        (parts.scheme != "https", Reason.NOT_HTTPS, f"{said}; only 'https://' is used."),
        ("@" in parts.netloc, Reason.USERINFO, "it holds a name or a password before '@'; a public page needs none."),
        (
            not parts.netloc.isascii(),
            Reason.NOT_ALLOWED_HOST,
            f"its host {parts.netloc!r} holds letters that look like others. Write it in a to z.",
        ),
        (not _usual_port(parts), Reason.ODD_PORT, "it names a port; publishers answer on the usual one of https only."),
        (not parts.hostname, Reason.BAD_ADDRESS, "it names no host."),
        (
            _DOT_SEGMENT.search(parts.path) is not None,
            Reason.BAD_ADDRESS,
            "its path holds '.' or '..', which stands for another address. Write that one.",
        ),
    )
    return next(((reason, why) for wrong, reason, why in faults if wrong), None)


def _usual_port(parts: SplitResult) -> bool:
    try:
        return parts.port in {None, 443}
    except ValueError:  # not a number, or none of a port
        return False


def _refused(url: str, reason: Reason, why: str) -> Refused:
    shown = url if len(url) <= 200 else f"{url[:200]}…"
    return Refused(url=url, reason=reason, detail=f"{shown!r} was not fetched: {why}")
