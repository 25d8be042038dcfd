"""Frontier: the addresses a crawl begins with, from what it was asked for; does not ask for any of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from corpus.addresses import address_key, web_address
from corpus.catalogue import Catalogue
from corpus.errors import InvalidQuery, NotHeld
from corpus.visits import Purpose, Visit, Visits
from ingest.sources import Source, Sources

EARLIEST = date(1999, 5, 6)
"""The first day of devolved government: nothing a listing holds is older."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a crawl was asked for; nothing at all asks for everything."""

    urls: tuple[str, ...] = ()
    source: str | None = None
    publication_id: str | None = None
    since: date | None = None
    """Only what listings date on this day or later."""

    def __str__(self) -> str:
        """In words that say the same for the same scope: a crawl that was cut off is found by them."""
        parts = [*self.urls]
        if self.source:
            parts.append(f"all of {self.source}")
        if self.publication_id:
            parts.append(f"publication {self.publication_id}")
        since = f" since {self.since.isoformat()}" if self.since else ""
        return (", ".join(parts) or "everything") + since


def first_visits(scope: Scope, catalogue: Catalogue, visits: Visits, sources: Sources) -> list[Visit]:
    """The visits a crawl begins with, each address once, listings last.

    Addresses given by hand are taken as they are, so that a wrong one is refused by name; of the register's, those of
    hosts that may be asked. Raises NotHeld for a publication and InvalidQuery for a source that does not exist.
    """
    if scope.urls:
        return list(_once(Visit(url=url) for url in scope.urls))
    if scope.publication_id:
        return _of_publication(scope.publication_id, catalogue, visits, sources)
    wanted = _sources(scope, sources)
    pages = [url for one in catalogue.publications() for url in (one.url, *one.also_at) if url] + visits.pages()
    of_pages = (Visit(url=url) for page in pages if (url := allowed(page, sources)) and _source(url, sources) in wanted)
    listings = (
        Visit(
            url=listing.address(page=listing.first_page, since=scope.since or EARLIEST),
            purpose=Purpose.LISTING,
            layout=listing.layout.value,
            number=listing.first_page,
        )
        for source in wanted
        for listing in source.listings
    )
    return list(_once([*of_pages, *listings]))


def allowed(url: str, sources: Sources) -> str | None:
    """The address, by HTTPS, where its host may be asked; the register also names mirrors, which are not."""
    address = web_address(url)
    if address is None or _source(address, sources) is None:
        return None
    return urlsplit(address)._replace(scheme="https").geturl()


def _of_publication(publication_id: str, catalogue: Catalogue, visits: Visits, sources: Sources) -> list[Visit]:
    publication = catalogue.publication(publication_id)
    if publication is None:
        raise NotHeld(f"No publication '{publication_id}' is held. Search by title to find its id.")
    named = [url for url in (publication.url, *publication.also_at) if url] + visits.pages_of(publication_id)
    found = [Visit(url=url) for one in named if (url := allowed(one, sources))]
    if not found:
        raise NotHeld(f"'{publication_id}' has no address at a publisher that may be asked. Import a saved page of it.")
    return list(_once(found))


def _sources(scope: Scope, sources: Sources) -> tuple[Source, ...]:
    if scope.source is None:
        return sources.all
    named = sources.named(scope.source)
    if named is None:
        known = ", ".join(source.name for source in sources.all)
        raise InvalidQuery(f"There is no source '{scope.source}'. Sources: {known}.", field="source")
    return (named,)


def _source(url: str, sources: Sources) -> Source | None:
    return sources.of_host((urlsplit(url).hostname or "").lower())


def _once(visits: Iterable[Visit]) -> Iterator[Visit]:
    seen = set()
    for visit in visits:
        if (key := address_key(visit.url)) not in seen:
            seen.add(key)
            yield visit
