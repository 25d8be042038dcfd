"""Web addresses: well formed or not, and when two are one page; does not say whose they are and does not fetch anything."""

from urllib.parse import parse_qsl, urlencode, urlsplit


def web_address(value: str | None) -> str | None:
    """The address without its fragment, where it is one of the web."""
    try:
        parts = urlsplit((value or "").strip())
    except ValueError:  # as in `http://[`
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    return parts._replace(fragment="").geturl()


def host_of(url: str | None) -> str:
    """The host of an address without `www.`; empty where there is none."""
    address = web_address(url)
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""


def address_key(url: str) -> str:
    """Equal for addresses of one page: scheme, `www.`, a slash at the end and `lang=en` make no difference."""
    address = web_address(url)
    if address is None:
        return url.strip()
    parts = urlsplit(address)
    pairs = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if (key, value) != ("lang", "en")]
    query = f"?{urlencode(pairs)}" if pairs else ""
    return f"{host_of(address)}{parts.path.rstrip('/')}{query}"
