"""Guard: which requests may reach /mcp: by method, by the name they call us, and by the page they come from; reads no body.

The protocol asks servers to check `Origin`, and names DNS rebinding as the reason: a page on the web may give its own name our
address, and a browser then lets it read what we answer. So a request must call us by a name that is ours.
"""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.requests import Request


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a request may not come in."""

    status: int
    title: str
    detail: str


def refused(request: Request, *, public_url: str = "") -> Refused | None:
    """Why a request may not come in; None where it may."""
    if request.method != "POST":
        return Refused(405, "Not possible", "This address only answers POST: no sessions or streams are kept.")
    called = _name(f"//{request.headers.get('host', '')}")
    ours = _name(public_url)
    if called is None or not (_is_this_machine(called) or called in {ours, _reached_at(request)}):
        return Refused(
            421,
            "Called by another name",
            f"This server does not go by the name '{(called or '')[:80]}'. Set CANLLAW_PUBLIC_URL to the address that people "
            "reach it by.",
        )
    origin = request.headers.get("origin")
    if origin is not None and not _is_welcome(origin, called=called, ours=ours):
        return Refused(403, "Not from there", f"A page at '{origin[:80]}' may not use this server.")
    return None


def _is_welcome(origin: str, *, called: str, ours: str | None) -> bool:
    """Whether pages of an origin may ask: our own, and those of this machine."""
    name = _name(origin)
    return name is not None and (name in {called, ours} or _is_this_machine(name))


def _reached_at(request: Request) -> str | None:
    """The number of the network address a request came in by: a page elsewhere cannot take that for its name."""
    reached = request.scope.get("server")
    host = reached[0] if reached else ""
    try:
        return str(ip_address(host))
    except ValueError:
        return None


def _name(address: str) -> str | None:
    """The host of an address in lower case; None where it has none."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _is_this_machine(name: str) -> bool:
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"
