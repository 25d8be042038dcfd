"""Sources: the publishers we may ask, their hosts and their listings, as `corpus/sources.toml` says; does not ask them."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import SourcesError
from ingest.addresses import publisher_of

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z](?:[a-z0-9-]*[a-z0-9])")
_PLACE = re.compile(r"\{([^{}]*)\}|[{}]")


class Layout(StrEnum):
    """How a listing is laid out."""

    GOVWALES_ANNOUNCEMENTS = "govwales-announcements"
    GOVWALES_PUBLICATIONS = "govwales-publications"
    GOVWALES_CONSULTATIONS = "govwales-consultations"
    RSS = "rss"
    HWB_TREE = "hwb-tree"
    ESTYN = "estyn"
    SENEDD_SEARCH = "senedd-search"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Where a publisher lists what it publishes."""

    url: str
    """An https address with `{page}` and `{since}` where those go, either, both or none."""
    layout: Layout
    first_page: int = 0
    """The number of its first page."""

    @property
    def paged(self) -> bool:
        """True where it has more pages than one."""
        return "{page}" in self.url

    def address(self, *, page: int, since: date) -> str:
        """The address of a page, counted as the publisher does, of what was published since a day."""
        return self.url.replace("{page}", str(page)).replace("{since}", since.isoformat())


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One publisher."""

    name: str
    """As `ingest/addresses.py` names it."""
    hosts: tuple[str, ...]
    """To the letter, lower case; `www.` is a host of its own."""
    paths: tuple[str, ...]
    """Beginnings of the paths that may be read; empty means all."""
    listings: tuple[Listing, ...]
    licence: str

    def allows(self, path: str) -> bool:
        """True for a path that may be read."""
        return not self.paths or path.startswith(self.paths)


@dataclass(frozen=True, slots=True)
class Sources:
    """Every publisher we may ask."""

    all: tuple[Source, ...]
    _by_host: Mapping[str, Source] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_host", {host: source for source in self.all for host in source.hosts})

    def of_host(self, host: str) -> Source | None:
        """The publisher that answers at a host, to the letter."""
        return self._by_host.get(host)

    def named(self, name: str) -> Source | None:
        """The publisher of a name."""
        return next((source for source in self.all if source.name == name), None)


class _ListingEntry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    url: Annotated[str, Field(pattern=r"^https://[^/\s]+/\S*$")]
    layout: Layout
    first_page: Annotated[int, Field(ge=0)] = 0


class _SourceEntry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1)]
    licence: Annotated[str, Field(min_length=1)]
    hosts: Annotated[list[str], Field(min_length=1)]
    paths: list[Annotated[str, Field(pattern=r"^/\S*$")]] = []
    listing: list[_ListingEntry] = []


class _SourcesFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    source: Annotated[list[_SourceEntry], Field(min_length=1)]


def read_sources(path: Path) -> Sources:
    """The publishers a file names; raises SourcesError with every fault in it."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SourcesError(f"The list of publishers '{path}' cannot be read: {error}. Restore or correct it.") from error
    try:
        read = _SourcesFile.model_validate(data)
    except ValidationError as error:
        faults = [f"{'.'.join(str(step) for step in fault['loc'])}: {fault['msg']}" for fault in error.errors()]
        raise _not_valid(path, faults) from error
    faults = _faults(read.source)
    if faults:
        raise _not_valid(path, faults)
    return Sources(tuple(_source(entry) for entry in read.source))


def _source(entry: _SourceEntry) -> Source:
    return Source(
        name=entry.name,
        hosts=tuple(entry.hosts),
        paths=tuple(entry.paths),
        listings=tuple(Listing(url=each.url, layout=each.layout, first_page=each.first_page) for each in entry.listing),
        licence=entry.licence,
    )


def _not_valid(path: Path, faults: Sequence[str]) -> SourcesError:
    return SourcesError(f"The list of publishers '{path}' breaks its own rules: {'; '.join(faults)}. Correct these entries.")


def _faults(entries: Sequence[_SourceEntry]) -> list[str]:
    """What shapes alone do not show: names and hosts named twice or wrongly, listings that lead elsewhere."""
    names = [entry.name for entry in entries]
    hosts = [host for entry in entries for host in entry.hosts]
    faults = [f"the publisher '{name}' is there twice" for name in sorted({name for name in names if names.count(name) > 1})]
    faults += [f"the host '{host}' is there twice" for host in sorted({host for host in hosts if hosts.count(host) > 1})]
    for entry in entries:
        faults += [fault for host in entry.hosts if (fault := _fault_of_host(host, entry.name))]
        faults += [fault for listing in entry.listing if (fault := _fault_of_listing(listing, entry))]
    return faults


def _fault_of_host(host: str, name: str) -> str | None:
    if not _HOST.fullmatch(host):
        return f"'{host}' of {name} is not a host's name in lower case, as in 'www.gov.wales'"
    known = publisher_of(f"https://{host}/")
    if known != name:
        return f"the host '{host}' is under {name}, but ingest/addresses.py knows it as {known}"
    return None


def _fault_of_listing(listing: _ListingEntry, entry: _SourceEntry) -> str | None:
    unknown = [found[0] for found in _PLACE.finditer(listing.url) if found[0] not in {"{page}", "{since}"}]
    parts = urlsplit(listing.url)
    if unknown:
        return f"the listing '{listing.url}' holds {' '.join(unknown)}; only {{page}} and {{since}} can be filled in"
    if parts.netloc not in entry.hosts:
        return f"the listing '{listing.url}' is not on a host of {entry.name}"
    if entry.paths and not parts.path.startswith(tuple(entry.paths)):
        return f"the listing '{listing.url}' is not under a path of {entry.name}"
    return None
