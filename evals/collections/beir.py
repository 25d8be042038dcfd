"""BEIR: our retrieval over a test collection in BEIR's layout, measured by ir-measures.

A text becomes a publication with a document, so passages, vectors, BM25, fusion and inheritance are the product's own, and
a text's score is its best passage's in our ranking. Nothing is tuned here. The index is kept by the corpus's bytes and the
index manifest; one that was cut off is taken up where it stopped, since `sync` does that for any index.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.document import Document, Section, canonical, make_document
from corpus.errors import IndexUnavailable
from corpus.ids import text_sha256
from corpus.language import language_of
from corpus.provenance import Held, Provenance
from corpus.publication import Publication, PublicationType
from corpus.settings import Settings
from evals.collections.collection import Collection, Text, check_judged, read_collection
from evals.measures.rankings import beir_measures, score_rankings
from evals.statistics.intervals import Estimate, estimate
from index.embed import Embedder
from index.open import Index, manifest_of, open_index
from index.owner import own
from index.query import Filters, Query
from index.rank import BM25_ONLY, DENSE_ONLY, OURS
from index.search import search
from index.sync import Progress, sync
from search_api.question.question import LONGEST

WEIGHTS = {"ours": OURS, "bm25": BM25_ONLY, "dense": DENSE_ONLY}
TEXTS = 100
"""Texts ranked for a query, as R@100 needs."""
DEPTH = 500
"""Passages from each half: enough that a hundred texts of several passages each are among them."""
DONE = "complete"
"""A file that says a kept index is whole, so that it need not be compared with its texts again."""
WAIT_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BeirScores:
    """What a system scored on a collection."""

    texts: int
    queries: int
    means: Mapping[str, Estimate]
    by_query: Mapping[str, Mapping[str, float]]


def beir(
    folder: Path,
    *,
    system: str = "ours",
    data_dir: Path,
    embedder: Embedder,
    say: Callable[[str], None],
    progress: Progress | None = None,
) -> BeirScores:
    """Index a collection if need be, rank its texts for every judged query, and measure; raises CollectionError."""
    collection = read_collection(folder)
    ids = _ids(collection, say)
    check_judged(collection, set(ids.values()))
    mark = hashlib.sha256(json.dumps(manifest_of(embedder), sort_keys=True).encode()).hexdigest()
    cache = data_dir / "evals" / "beir" / f"{collection.digest[:16]}-{mark[:8]}"
    with own(cache, wait=WAIT_SECONDS) as ownership:
        if ownership is None:
            raise IndexUnavailable(f"Another process is using the collection's index in '{cache}'. Wait until it ends.")
        index = open_index(Settings(data_dir=cache, qdrant_url=""), embedder)
        try:
            if not (cache / DONE).exists():
                say(f"Indexing {len(ids):,} texts in '{cache}'.")
                # Straight from the file: 60,000 rows in SQLite would take minutes.
                sync(index, _Texts(collection, ids), progress=progress)
                (cache / DONE).touch()
            rankings = _rank(index, collection, ids, system=system, progress=progress)
        finally:
            index.close()
    scores = score_rankings(rankings, collection.qrels, beir_measures())
    return BeirScores(texts=len(ids), queries=len(scores), means=_means(scores), by_query=scores)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of a collection as `sync` reads a catalogue's: a stream of publications with their documents."""

    collection: Collection
    ids: Mapping[str, str]
    """The collection's id of each publication."""

    def searchable(self) -> Iterator[tuple[Publication, Document]]:
        """Every publication with its document, in the collection's order."""
        for number, text in enumerate(self.collection.texts()):
            publication_id = _publication_id(number)
            if publication_id in self.ids:
                yield _publication(publication_id, text), _document(publication_id, text)


def _ids(collection: Collection, say: Callable[[str], None]) -> dict[str, str]:
    """The collection's id by ours; of two texts of one id the last counts."""
    last: dict[str, int] = {}
    lines = 0
    for number, text in enumerate(collection.texts()):
        last[text.id] = number
        lines += 1
    if lines > len(last):
        say(f"{lines - len(last):,} texts share the id of a later one; the last of each counts, as in BEIR's own loader.")
    return {_publication_id(number): key for key, number in last.items()}


def _publication_id(number: int) -> str:
    """Numbers, since an id of a collection may be any string and ours are slugs."""
    return f"text-{number}"


def _publication(publication_id: str, text: Text) -> Publication:
    return Publication(
        id=publication_id,
        title=canonical(text.title).strip(),
        publisher="",
        type=PublicationType.OTHER,
        language=language_of(f"{text.title} {text.text}"),
        origin="beir",
    )


def _document(publication_id: str, text: Text) -> Document:
    words = canonical(text.text if text.text.strip() else text.title)
    return make_document(
        publication_id=publication_id,
        language=language_of(f"{text.title} {text.text}"),
        held=Held.FULL,
        text=words,
        sections=(Section(heading="", level=0, start=0, end=len(words)),),
        provenance=Provenance(
            origin="beir",
            media_type="application/jsonl",
            sha256=text_sha256(words),
            retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
            parser="beir/1",
            licence="not stated",
        ),
    )


def _rank(
    index: Index, collection: Collection, ids: Mapping[str, str], *, system: str, progress: Progress | None
) -> dict[str, list[str]]:
    """The ids of the best texts for each query."""
    rankings = {}
    for number, (key, words) in enumerate(collection.queries.items()):
        if progress:
            progress(number, len(collection.queries))
        text = " ".join(words.split())[:LONGEST]
        query = Query(text=text, language=language_of(text), filters=Filters(any_status=True), limit=TEXTS)
        # near=-1: a ranking is judged a hundred deep, where the product would rather show nothing than the far.
        hits = search(index, query, weights=WEIGHTS[system], per_publication=1, depth=DEPTH, near=-1).hits
        rankings[key] = [ids[hit.publication_id] for hit in hits]
    return rankings


def _means(scores: Mapping[str, Mapping[str, float]]) -> dict[str, Estimate]:
    """Means over queries; a query is its own family, since a collection does not say which belong together."""
    alone = {key: key for key in scores}
    means = {name: estimate({key: row[name] for key, row in scores.items()}, alone) for name in beir_measures()}
    return {name: mean for name, mean in means.items() if mean is not None}
