"""Who may come in: by the name a request calls us, the address it came to, and the page it comes from."""

import pytest
from starlette.requests import Request

from search_api.mcp_server.guard import refused

LAN = "192.168.1.5"


def status(*, host: str | None, origin: str | None = None, reached: str = "127.0.0.1", public_url: str = "") -> int | None:
    given = {"host": host, "origin": origin}
    headers = [(name.encode(), value.encode()) for name, value in given.items() if value is not None]
    scope = {"type": "http", "method": "POST", "headers": headers, "server": (reached, 8000)}
    why = refused(Request(scope), public_url=public_url)
    return why.status if why else None


@pytest.mark.parametrize(
    ("host", "reached", "public_url", "told"),
    [
        ("127.0.0.1:8000", "127.0.0.1", "", None),
        ("LocalHost", "127.0.0.1", "", None),
        ("[::1]:9", "::1", "", None),
        ("192.168.1.5:8000", LAN, "", None),
        ("192.168.1.6:8000", LAN, "", 421),
        ("rebound.example:8000", "127.0.0.1", "", 421),
        ("rebound.example:8000", LAN, "", 421),
        ("canllaw.example", LAN, "https://canllaw.example", None),
        ("canllaw.example:443", "127.0.0.1", "https://canllaw.example/", None),
        ("other.example", LAN, "https://canllaw.example", 421),
        ("", "127.0.0.1", "", 421),
        (None, "127.0.0.1", "", 421),
        ("a]b[", "127.0.0.1", "", 421),
    ],
)
def test_a_request_must_call_us_by_a_name_of_ours(host: str | None, reached: str, public_url: str, told: int | None) -> None:
    assert status(host=host, reached=reached, public_url=public_url) == told


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        (None, None),
        ("http://127.0.0.1:8000", None),
        ("http://localhost:6274", None),
        ("https://canllaw.example", None),
        ("http://canllaw.example.attacker.example", 403),
        ("null", 403),
        ("", 403),
        ("http://[", 403),
    ],
)
def test_a_page_elsewhere_may_not_ask(origin: str | None, told: int | None) -> None:
    assert status(host="127.0.0.1:8000", origin=origin, public_url="https://canllaw.example") == told
