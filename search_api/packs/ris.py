"""RIS: the texts a pack cites, one record each, with every quotation as a note; for Zotero, EndNote and Mendeley.

A value is one line: a line end inside it would end the record. The manifest stands in `U1`, which the format leaves to its
user. Writers of RIS on the shelf put values down as they come, so that this is written here and read by one in tests.
"""

from collections.abc import Iterator
from types import MappingProxyType

from search_api.packs.letters import one_line
from search_api.packs.manifest import manifest_text
from search_api.packs.pack import Pack
from search_api.packs.reference import Reference, Sort, place_words, quoted, references
from search_api.packs.standing import notes_of_nothing, standing_words

TYPES = MappingProxyType(
    {
        Sort.REPORT: "RPRT",
        Sort.HEARING: "HEAR",
        Sort.WEBPAGE: "ELEC",
        Sort.LETTER: "PCOMM",
        Sort.LEGISLATION: "STAT",
        Sort.DOCUMENT: "GEN",
    }
)
MANIFEST = "U1"


def ris(pack: Pack) -> bytes:
    """A pack as RIS, UTF-8."""
    manifest = manifest_text(pack.manifest)
    records = [list(_record(pack, one)) for one in references(pack.contents.citations)] or [list(_nothing(pack))]
    records[0].append((MANIFEST, manifest))
    return "".join(_written(record) for record in records).encode()


def _written(record: list[tuple[str, str]]) -> str:
    kind, *rest = record
    lines = [*(f"{tag}  - {one_line(value)}" for tag, value in (kind, *rest) if value), "ER  - ", ""]
    return "".join(f"{line}\r\n" for line in lines)


def _record(pack: Pack, source: Reference) -> Iterator[tuple[str, str]]:
    publication, spoken = source.publication, pack.spoken
    yield "TY", TYPES[source.sort]
    yield "ID", source.document.id
    for name in source.authors:
        yield "AU", name.marked
    yield "TI", publication.title
    if source.day:
        year, *rest = source.day
        yield "PY", f"{year:04}"
        yield "DA", "/".join([f"{year:04}", *(f"{part:02}" for part in rest), *[""] * (3 - len(rest))])
    yield "PB", publication.publisher
    yield "M3", source.sort_words(spoken)
    yield "LA", source.document.language
    yield "UR", source.address or ""
    yield "DB", "Canllaw"
    for citation in source.quotations:
        place = place_words(citation, spoken)
        yield "N1", f"{quoted(citation)} ({place})" if place else quoted(citation)
    yield "N1", standing_words(pack, source)
    for topic in publication.topics:
        yield "KW", topic


def _nothing(pack: Pack) -> Iterator[tuple[str, str]]:
    """That nothing was found can be cited too."""
    contents = pack.contents
    yield "TY", TYPES[Sort.DOCUMENT]
    yield "TI", contents.title
    yield "PY", f"{pack.manifest.asked_on:%Y}"
    yield "DA", f"{pack.manifest.asked_on:%Y/%m/%d}/"
    yield "LA", contents.language
    yield "DB", "Canllaw"
    for note in notes_of_nothing(pack):
        yield "N1", note
