"""Pages under the same path as a page that leads to them, as Hwb's sections do; does not walk further down."""

from urllib.parse import urlsplit

from corpus.addresses import address_key
from ingest.characters import collapse
from ingest.listing_html import ListingTree, RawItem

_PLACES = "main a[href], [role=main] a[href], nav a[href]"


def pages_below(tree: ListingTree) -> list[RawItem]:
    """Links of the content and of the navigation that lead below the page's own path; none has a day."""
    own = urlsplit(tree.base)
    prefix = f"{own.path.rstrip('/')}/"
    found = []
    for link in tree.soup.select(_PLACES) or tree.soup.select("a[href]"):
        url = tree.link(link)
        title = collapse(link.get_text(" "))
        parts = urlsplit(url or "")
        is_below = parts.hostname == own.hostname and parts.path.startswith(prefix)
        if url and title and is_below and address_key(url) != address_key(tree.base):
            found.append(RawItem(url, title, None, None))
    return found
