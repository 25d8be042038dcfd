"""Settings: the address people reach a server by is one that links can be made of."""

import pytest
from pydantic import ValidationError

from corpus.settings import Settings


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        ("https://canllaw.example", "https://canllaw.example"),
        ("https://canllaw.example/", "https://canllaw.example"),
        ("http://10.0.0.7:8000/canllaw/", "http://10.0.0.7:8000/canllaw"),
    ],
)
def test_the_public_address_is_kept_without_its_last_slash(given: str, kept: str) -> None:
    assert Settings(public_url=given).public_url == kept


@pytest.mark.parametrize("given", ["canllaw.example", "ftp://canllaw.example", "https://", "https://a.example/?q=1", "/mcp"])
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(ValidationError, match=r"write it as https://canllaw\.example"):
        Settings(public_url=given)
