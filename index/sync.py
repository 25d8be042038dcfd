"""Sync: make the index equal to the catalogue, from any state it was left in; does not write the catalogue.

Each point carries a digest of all it was made from and how many points its document has, so a document is whole, or it
is made again. A text is put, verified by counting, switched to, and only then is the one before it retired: until the
switch, searches go on finding the text before.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol

from corpus.crash import Step, pass_by
from corpus.document import Document
from corpus.errors import IndexUnavailable
from corpus.ids import text_sha256
from corpus.passage import Passage
from corpus.publication import Publication
from index.embed import Vectors
from index.gloss import readable
from index.open import Index
from index.passages import passages, searched_text
from index.point import AnyOf, Condition, Point, point_id
from index.search import day_number
from index.words import document_terms, terms

K1, B = 1.2, 0.75
"""BM25's constants as Robertson and Zaragoza (2009) recommend them."""
MEAN_TERMS = 64.0
"""Terms in a mean passage with its header. A constant, so that the same text has the same weights in any collection."""
OPEN_END = 99_991_231
"""A `valid_to` after every day: still standing."""
BATCH = 64
"""Passages embedded and stored at a time; what is stored survives a kill."""

Progress = Callable[[int, int], None]


class Texts(Protocol):
    """Whatever has texts to search: the catalogue, or a test collection."""

    def searchable(self) -> Iterable[tuple[Publication, Document]]:
        """Every text that may be searched, with its publication's record; of one publication, the current text first."""


@dataclass(slots=True)
class SyncReport:
    """What a sync did, counted in passages."""

    embedded: int = 0
    rewritten: int = 0
    """Stored again with other fields and the vector they had."""
    removed: int = 0
    unchanged: int = 0


@dataclass(slots=True)
class HeldPoints:
    """What the index holds of one document."""

    publication_id: str = ""
    ids: set[str] = field(default_factory=set)
    embedded: dict[str, str] = field(default_factory=dict)
    digests: Counter[str] = field(default_factory=Counter)
    of: int = 0

    @property
    def is_whole(self) -> bool:
        """True where all its points are of one making and none is missing."""
        return len(self.digests) == 1 and len(self.ids) == self.of


@dataclass(frozen=True, slots=True)
class _Wanted:
    publication: Publication
    document: Document
    digest: str


def sync(index: Index, catalogue: Texts, *, progress: Progress | None = None) -> SyncReport:
    """Bring the index up to the catalogue; a second run at once changes nothing."""
    report = SyncReport()
    held = held_points(index)
    index.whole.update(key for key, have in held.items() if have.is_whole)
    wanted: list[_Wanted] = []
    kept: set[str] = set()
    current: dict[str, str] = {}
    for publication, document in catalogue.searchable():
        kept.add(document.id)
        current.setdefault(publication.id, document.id)
        digest = digest_of(publication, document)
        have = held.get(document.id)
        if have and have.digests == {digest: have.of}:
            report.unchanged += have.of
        else:
            wanted.append(_Wanted(publication, document, digest))
    changes = _Changes(current, held, outdated={item.document.id for item in wanted} | (held.keys() - kept))
    index.hidden = changes.hidden(index.whole)
    for done, item in enumerate(wanted):
        if progress:
            progress(done, len(wanted))
        _write(index, item, held.get(item.document.id, HeldPoints()), report)
        # Hidden first, then whole: a search between the two finds the new text, which may be read already.
        changes.outdated.discard(item.document.id)
        index.hidden = changes.hidden(index.whole | {item.document.id})
        index.whole.add(item.document.id)
        pass_by(Step.SWITCHED)
    if progress and wanted:
        progress(len(wanted), len(wanted))
    index.whole.intersection_update(kept)
    stale = sorted(key for document_id, have in held.items() if document_id not in kept for key in have.ids)
    for start in range(0, len(stale), BATCH):
        index.store.remove(stale[start : start + BATCH])
        pass_by(Step.RETIRED)
    report.removed += len(stale)
    index.hidden = frozenset()
    return report


class _Changes:
    """Publications of which the index holds another text than the current one, and what a search may find of them."""

    def __init__(self, current: dict[str, str], held: dict[str, HeldPoints], *, outdated: set[str]) -> None:
        self.outdated = outdated
        """Ids of documents whose points are still to be written or removed."""
        others: dict[str, set[str]] = defaultdict(set)
        for document_id, have in held.items():
            if current.get(have.publication_id, document_id) != document_id:
                others[current[have.publication_id]].add(document_id)
        self._others = others

    def hidden(self, whole: set[str]) -> frozenset[str]:
        """Ids of documents not to be found: never both a current text and the one before it."""
        found: set[str] = set()
        for current, others in self._others.items():
            if current in whole:
                found |= others & self.outdated
            elif others & whole:
                found.add(current)
        return frozenset(found)


def held_points(index: Index, conditions: Sequence[Condition] = ()) -> dict[str, HeldPoints]:
    """What the index holds, by document."""
    held: dict[str, HeldPoints] = defaultdict(HeldPoints)
    for key, fields in index.store.marks(("document_id", "publication_id", "digest", "embedded", "of"), conditions):
        have = held[fields.get("document_id", "")]
        have.publication_id = fields.get("publication_id", "")
        have.ids.add(key)
        have.embedded[key] = fields.get("embedded", "")
        have.digests[fields.get("digest", "")] += 1
        have.of = fields.get("of", 0)
    return held


def _write(index: Index, item: _Wanted, have: HeldPoints, report: SyncReport) -> None:
    made = passages(item.document, index.embedder)
    fields = _fields(item.publication, item.document) | {"digest": item.digest, "of": len(made)}
    for start in range(0, len(made), BATCH):
        points = list(_points(index, item, made[start : start + BATCH], fields, have, report))
        pass_by(Step.EMBEDDED)
        index.store.put(points)
        pass_by(Step.PUT)
    gone = sorted(have.ids - {point_id(passage.id) for passage in made})
    index.store.remove(gone)
    report.removed += len(gone)
    _verify(index, item, len(made))
    pass_by(Step.VERIFIED)


def _verify(index: Index, item: _Wanted, count: int) -> None:
    """Count what the index now holds of a document: nothing is switched to on trust."""
    have = held_points(index, [AnyOf("document_id", (item.document.id,))]).get(item.document.id, HeldPoints())
    if count and have.digests != {item.digest: count}:
        raise IndexUnavailable(
            f"The index holds {have.digests[item.digest]} of the {count} passages of '{item.document.id}' just after they were "
            "stored, so searches still find the text before it. Run `canllaw index` again, or `canllaw index --rebuild`."
        )


def _points(
    index: Index, item: _Wanted, made: list[Passage], fields: dict[str, Any], have: HeldPoints, report: SyncReport
) -> Iterator[Point]:
    texts = [searched_text(item.publication, passage, index.embedder) for passage in made]
    digests = [text_sha256(text) for text in texts]
    ids = [point_id(passage.id) for passage in made]
    same = [key for key, digest in zip(ids, digests, strict=True) if have.embedded.get(key) == digest]
    vectors: dict[str, Vectors] = index.store.vectors(same) if same else {}
    read = [readable(text, item.document.language, index.embedder.languages) for text in texts]
    if None not in read:
        missing = [place for place, key in enumerate(ids) if key not in vectors]
        rows = index.embedder.passages([read[place] or "" for place in missing]) if missing else ()
        vectors |= {ids[place]: row for place, row in zip(missing, rows, strict=True)}
        report.embedded += len(missing)
        report.rewritten += len(made) - len(missing)
    else:
        report.rewritten += len(made)
    for passage, key, text, digest in zip(made, ids, texts, digests, strict=True):
        counts = Counter(terms(text, item.document.language))
        yield Point(
            passage_id=passage.id,
            dense=vectors.get(key),
            sparse=document_terms(counts, mean_length=MEAN_TERMS, k1=K1, b=B),
            fields=fields | _passage_fields(passage) | {"embedded": digest},
        )


def _passage_fields(passage: Passage) -> dict[str, Any]:
    return {
        "passage_id": passage.id,
        "start": passage.span.start,
        "end": passage.span.end,
        "text": passage.text,
        "headings": list(passage.headings),
        "header": passage.header,
    }


def _fields(publication: Publication, document: Document) -> dict[str, Any]:
    standing = publication.standing
    return {
        "publication_id": publication.id,
        "document_id": document.id,
        "type": publication.type.value,
        "publisher": publication.publisher,
        "topics": list(publication.topics),
        "language": publication.language,
        "status": standing.status.value,
        "force": standing.force.value,
        "held": document.held.value,
        "day": day_number(publication.date),
        "valid_from": day_number(standing.valid_from),
        "valid_to": day_number(standing.valid_to) or OPEN_END,
    }


def digest_of(publication: Publication, document: Document) -> str:
    """A digest of all that a document's points are made of."""
    made_of = {
        "fields": _fields(publication, document),
        "header": [publication.title, str(publication.published), publication.issued],
        "sections": [asdict(section) for section in document.sections],
    }
    return hashlib.sha256(json.dumps(made_of, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
