"""Web addresses: whose they are, and when two are one page; does not fetch anything."""

from urllib.parse import parse_qsl, urlencode, urlsplit

_PUBLISHERS = (
    # The first host that ends the address's host decides, so the narrow ones come first.
    ("hwb.gov.wales", "Hwb"),
    ("hwb.llyw.cymru", "Hwb"),
    ("estyn.gov.wales", "Estyn"),
    ("estyn.llyw.cymru", "Estyn"),
    ("gov.wales", "Welsh Government"),
    ("llyw.cymru", "Welsh Government"),
    ("senedd.wales", "Senedd"),
    ("senedd.cymru", "Senedd"),
    ("assembly.wales", "Senedd"),
    ("legislation.gov.uk", "UK legislation"),
)
GOVWALES_HOSTS = frozenset({"gov.wales", "llyw.cymru"})
OPEN_LICENCE = frozenset(name for _, name in _PUBLISHERS)
"""Publishers whose words are under the Open Government Licence."""


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


def publisher_of(url: str | None, *, site_name: str | None = None) -> str | None:
    """Who publishes at an address: the register's name for it, else what the site calls itself, else its host."""
    host = host_of(url)
    for ending, name in _PUBLISHERS:
        if host == ending or host.endswith(f".{ending}"):
            return name
    return site_name or host or None
