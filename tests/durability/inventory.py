"""What a data folder holds after a death: what was lost, what is there twice, what belongs to nothing; changes nothing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.addresses import address_key
from corpus.captures import Captures
from corpus.catalogue import Catalogue
from corpus.errors import CaptureDamaged
from corpus.provenance import Held
from corpus.warc import Torn
from index import agreement as of_index
from index.open import Index
from index.sync import held_points
from ingest import agreement as of_captures


@dataclass(frozen=True, kw_only=True)
class Inventory:
    """Sentences, by kind; all empty where nothing is wrong."""

    lost: tuple[str, ...]
    """Documents that were acknowledged and are not in the catalogue."""
    twice: tuple[str, ...]
    """Addresses of two publications, and texts that two publications have."""
    orphans: tuple[str, ...]
    """Records without rows, rows without records, answers never read, points and documents that come from nothing."""
    differences: tuple[str, ...]
    """As `canllaw verify` says them."""

    @property
    def faults(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.lost, *self.twice, *self.orphans, *self.differences)


def take(catalogue: Catalogue, captures: Captures, index: Index, *, acknowledged: Iterable[str] = ()) -> Inventory:
    """The inventory of what is open."""
    found = [*of_captures.differences(catalogue, captures), *of_index.differences(index, catalogue)]
    return Inventory(
        lost=tuple(f"'{key}' was acknowledged and is lost" for key in acknowledged if catalogue.document(key) is None),
        twice=(*_same_address(catalogue), *_same_text(catalogue)),
        orphans=(*_captures(captures), *_documents(catalogue, captures), *_points(catalogue, index)),
        differences=tuple(one.what for one in found),
    )


def _same_address(catalogue: Catalogue) -> list[str]:
    counted = Counter(address_key(one.url) for one in catalogue.publications() if one.url)
    return [f"{count} publications are at '{key}'" for key, count in counted.items() if count > 1]


def _same_text(catalogue: Catalogue) -> list[str]:
    current = [(one.language, document.text) for one, document in catalogue.current()]
    publications = Counter(one.id for one, _ in catalogue.current())
    return [
        *(f"{count} publications have the text '{text[:40]}…'" for (_, text), count in Counter(current).items() if count > 1),
        *(f"'{key}' has {count} current texts" for key, count in publications.items() if count > 1),
    ]


def _captures(captures: Captures) -> list[str]:
    rows = {one.id: one for one in captures.all()}
    records = list(captures.scan())
    faults = [f"'{file}' is torn" for file, one in records if isinstance(one, Torn)]
    ids = {one.id for _, one in records if not isinstance(one, Torn)}
    faults += [f"record {key} has no row" for key in ids - rows.keys()]
    faults += [f"row {key} has no record" for key in rows.keys() - ids]
    for one in captures.unread():
        faults.append(f"'{one.url}' was never read")
    for one in rows.values():
        try:
            captures.body(one)
        except CaptureDamaged as error:
            faults.append(str(error))
    return faults


def _documents(catalogue: Catalogue, captures: Captures) -> list[str]:
    return [
        f"'{version.document.id}' was read from nothing"
        for one in catalogue.publications()
        for version in catalogue.versions(one.id)
        if version.document.held is Held.FULL and not captures.of_document(version.document.id)
    ]


def _points(catalogue: Catalogue, index: Index) -> list[str]:
    searched = {document.id for _, document in catalogue.searchable()}
    return [f"{len(have.ids)} points are of '{key}'" for key, have in held_points(index).items() if key not in searched]
