"""Original: the link to a publisher's own page, at the quoted words where it can be; does not fetch it.

Only an http or https address becomes a link, whatever a record or an imported file says of itself.
"""

from urllib.parse import quote, urlsplit

from corpus.passage import Citation
from corpus.provenance import Held

_EDGE = 5
"""Words at each end of a quotation that name it in a link."""


def web_address(url: str | None) -> str | None:
    """The address if a browser may follow it, else None."""
    if not url or url != url.strip() or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def secure_address(url: str | None) -> str | None:
    """The address if a browser may follow it and nobody can change what comes back, else None."""
    address = web_address(url)
    return address if address and urlsplit(address).scheme == "https" else None


def host(url: str) -> str:
    """The site an address is on: `gov.wales`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def original_address(citation: Citation) -> str | None:
    """The publisher's page, opened at the quotation: at its page of a PDF, else by a text fragment."""
    url = web_address(citation.publication.url)
    if url is None or citation.document.held is not Held.FULL or "#" in url:
        return url
    if urlsplit(url).path.casefold().endswith(".pdf"):
        return f"{url}#page={_page_number(citation)}"
    return f"{url}#:~:text={_fragment(citation.quote)}"


def _page_number(citation: Citation) -> int:
    """The place of the quotation's page in the file, from 1: viewers count pages, whatever number is printed on them."""
    pages = citation.document.pages
    return next((place for place, page in enumerate(pages, 1) if page.start <= citation.span.start < page.end), 1)


def _fragment(words: str) -> str:
    """A quotation as a text fragment: its first and last words."""
    parts = words.split()
    if len(parts) <= 2 * _EDGE:
        return _escaped(" ".join(parts))
    return f"{_escaped(' '.join(parts[:_EDGE]))},{_escaped(' '.join(parts[-_EDGE:]))}"


def _escaped(words: str) -> str:
    # A hyphen means something in a text fragment, and quote() leaves it alone.
    return quote(words, safe="").replace("-", "%2D")
