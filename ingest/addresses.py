"""Publishers by their hosts; does not fetch anything."""

from corpus.addresses import host_of

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


def publisher_of(url: str | None, *, site_name: str | None = None) -> str | None:
    """Who publishes at an address: the register's name for it, else what the site calls itself, else its host."""
    host = host_of(url)
    for ending, name in _PUBLISHERS:
        if host == ending or host.endswith(f".{ending}"):
            return name
    return site_name or host or None
