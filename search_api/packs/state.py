"""State: of all that may be searched, as one hash and a mark for each text, and of the records that packs show; no clock in it.

The same texts and records give the same state on any machine. Does not read a text, and does not say what is cited.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from corpus.catalogue import Catalogue
from corpus.publication import Publication
from search_api import wording
from search_api.shapes import Shape

MOST_MARKED = 2_000
"""Texts of a corpus that a manifest marks one by one (11 kB of it): of a larger one only the version is told."""
MARK_BYTES = 4


class RecordShape(Shape):
    """What a pack shows of a publication's record."""

    title: str
    publisher: str
    dated: str
    """The day, month or year of publication; empty where none is known."""
    url: str | None
    status: str
    force: str
    valid_from: date | None
    valid_to: date | None


class CorpusShape(Shape):
    """The state of all that may be searched."""

    version: str
    """SHA-256 over the ids and records of its texts: the same wherever the same is held."""
    texts: int
    publications: int
    newest: date | None
    """The latest day of publication."""
    marks: str
    """The first bytes of the SHA-256 of each text's id, sorted, in base64; empty where there are too many."""


def corpus_now(catalogue: Catalogue) -> CorpusShape:
    """The state of what may be searched; reads no text, and the records only once for each state."""
    return _corpus_at(catalogue, catalogue.revision())


@lru_cache(maxsize=4)
def _corpus_at(catalogue: Catalogue, revision: int) -> CorpusShape:  # noqa: ARG001 - equal revisions mean equal content
    standings = catalogue.standings()
    digest = hashlib.sha256()
    for document_id, (publication, held) in sorted(standings.items()):
        told = [document_id, held, publication.type, record_shape(publication).model_dump(mode="json")]
        digest.update(f"{json.dumps(told, separators=(',', ':'))}\n".encode("utf-8", "surrogatepass"))
    days = [publication.published for publication, _ in standings.values() if publication.published]
    return CorpusShape(
        version=digest.hexdigest(),
        texts=len(standings),
        publications=len({publication.id for publication, _ in standings.values()}),
        newest=max(days, default=None),
        marks=_marks(standings) if len(standings) <= MOST_MARKED else "",
    )


def mark(document_id: str) -> bytes:
    """What stands for a text among the marks of a corpus."""
    return hashlib.sha256(document_id.encode()).digest()[:MARK_BYTES]


def marked(corpus: CorpusShape) -> frozenset[bytes] | None:
    """The marks of a corpus; None where it has none to read."""
    try:
        whole = base64.b64decode(corpus.marks, validate=True)
    except ValueError:
        return None
    return frozenset(whole[at : at + MARK_BYTES] for at in range(0, len(whole), MARK_BYTES)) or None


def record_shape(publication: Publication) -> RecordShape:
    """What a pack shows of a record."""
    standing = publication.standing
    return RecordShape(
        title=publication.title,
        publisher=publication.publisher,
        dated=wording.date_machine(publication),
        url=publication.url,
        status=standing.status,
        force=standing.force,
        valid_from=standing.valid_from,
        valid_to=standing.valid_to,
    )


def _marks(standings: Mapping[str, object]) -> str:
    return base64.b64encode(b"".join(sorted(mark(document_id) for document_id in standings))).decode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
