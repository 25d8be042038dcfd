"""The only file that speaks Qdrant: points in Qdrant Edge inside this process, or on a Qdrant server.

Edge scans exactly and its `optimize()` is never called: it holds the interpreter's lock for seconds, and up to 100,000
passages the scan takes under 30 ms (measured). Does not decide what is stored or how halves are fused.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import qdrant_edge as edge
from qdrant_client import QdrantClient, models
from qdrant_client.http.exceptions import ApiException, ResponseHandlingException

from corpus.errors import IndexUnavailable
from index.embed import Vectors
from index.point import KEYWORDS, MANIFEST_ID, NUMBERS, Among, AnyOf, Condition, Match, PassageStore, Point, check
from index.words import Terms

COLLECTION = "canllaw"
DENSE, SPARSE = "dense", "bm25"
PAGE = 2_000  # points read at a time when all are listed
LEAST_FREE = 128 * 2**20
"""Bytes a disk must have free before Edge writes: it maps files that grow by 32 MB, and a full disk kills the process
(measured)."""


class EdgeStore:
    """Points in a folder, owned by this process."""

    def __init__(
        self, folder: Path, *, dimensions: Callable[[], int], anew: bool = False, least_free: int = LEAST_FREE
    ) -> None:
        self._folder = folder
        self._least_free = least_free
        with self._explained():
            if not anew and (folder / "edge_config.json").exists():
                self._shard = edge.EdgeShard.load(str(folder))
            else:
                self._need_room()
                shutil.rmtree(folder, ignore_errors=True)  # or left by a start cut off before it stored anything
                folder.mkdir(parents=True)
                self._shard = edge.EdgeShard.create(str(folder), _edge_config(dimensions()))
                for key in KEYWORDS:
                    self._shard.update(edge.UpdateOperation.create_field_index(key, edge.PayloadSchemaType.Keyword))
                for key in NUMBERS:
                    self._shard.update(edge.UpdateOperation.create_field_index(key, edge.PayloadSchemaType.Integer))

    def put(self, points: Sequence[Point]) -> None:
        """Store points, in place of any with the same ids; durable on return."""
        check(points)
        self._need_room()
        made = [edge.Point(point.id, _edge_vectors(point), dict(point.fields)) for point in points]
        with self._explained():
            self._shard.update(edge.UpdateOperation.upsert_points(made))

    def remove(self, ids: Sequence[str]) -> None:
        """Forget points; those not there are passed over."""
        if ids:
            with self._explained():
                self._shard.update(edge.UpdateOperation.delete_points(list(ids)))

    def dense(self, vector: Vectors, conditions: Sequence[Condition], limit: int) -> list[Match]:
        """The nearest points by cosine, best first."""
        return self._nearest(edge.Query.Nearest(vector.tolist(), using=DENSE), conditions, limit)

    def sparse(self, terms: Terms, conditions: Sequence[Condition], limit: int) -> list[Match]:
        """The best points by BM25, best first."""
        return self._nearest(edge.Query.Nearest(edge.SparseVector(*terms), using=SPARSE), conditions, limit)

    def _nearest(self, query: edge.Query, conditions: Sequence[Condition], limit: int) -> list[Match]:
        where = edge.Filter(must=[_edge_condition(condition) for condition in conditions]) if conditions else None
        request = edge.QueryRequest(query=query, limit=limit, filter=where, with_payload=True)
        with self._explained():
            return [Match(str(found.id), found.score, found.payload or {}) for found in self._shard.query(request)]

    def marks(self, keys: Sequence[str], conditions: Sequence[Condition] = ()) -> Iterator[tuple[str, dict[str, Any]]]:
        """The id of every point that fits, with these of its fields; the manifest's left out."""
        offset = None
        wanted = edge.PayloadSelector.Include(list(keys))
        where = edge.Filter(must=[_edge_condition(condition) for condition in conditions]) if conditions else None
        while True:
            with self._explained():
                request = edge.ScrollRequest(offset=offset, limit=PAGE, filter=where, with_payload=wanted)
                records, offset = self._shard.scroll(request)
            yield from ((str(record.id), record.payload or {}) for record in records if str(record.id) != MANIFEST_ID)
            if offset is None:
                return

    def vectors(self, ids: Sequence[str]) -> dict[str, Vectors]:
        """The dense vectors of those points that have one."""
        with self._explained():
            records = self._shard.retrieve(list(ids), False, True)
        return _dense_of(records)

    def manifest(self) -> dict[str, Any] | None:
        """What built this index; None for a new one."""
        with self._explained():
            records = self._shard.retrieve([MANIFEST_ID], True, False)
        return next((dict(record.payload or {})["manifest"] for record in records), None)

    def write_manifest(self, manifest: Mapping[str, Any]) -> None:
        """Record what built this index, in a point without vectors, which no search finds."""
        point = edge.Point(MANIFEST_ID, {}, {"manifest": dict(manifest)})
        with self._explained():
            self._shard.update(edge.UpdateOperation.upsert_points([point]))

    def close(self) -> None:
        """Write everything down and let go."""
        with self._explained():
            self._shard.flush()
            self._shard.close()

    def _need_room(self) -> None:
        place = next(folder for folder in (self._folder, *self._folder.parents) if folder.exists())
        free = shutil.disk_usage(place).free
        if free < self._least_free:
            raise IndexUnavailable(
                f"The disk of '{self._folder}' has {free // 2**20} MB free, and the index writes only where there are "
                f"{self._least_free // 2**20} MB. Make room, or set CANLLAW_DATA_DIR to a folder on another disk; nothing "
                "already stored was lost."
            )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except IndexUnavailable:
            raise
        except Exception as error:
            raise IndexUnavailable(
                f"The index in '{self._folder}' cannot be used: {error}. Check that its disk has room and that no other "
                "program has it open; `canllaw index --rebuild` makes it anew from the catalogue."
            ) from error


class ServerStore:
    """Points in one collection of a Qdrant server."""

    def __init__(
        self, client: QdrantClient, *, dimensions: Callable[[], int], anew: bool = False, collection: str = COLLECTION
    ) -> None:
        self._client = client
        self._collection = collection
        with self._explained():
            if anew:
                client.delete_collection(collection)
            if not client.collection_exists(collection):
                client.create_collection(
                    collection,
                    vectors_config={DENSE: models.VectorParams(size=dimensions(), distance=models.Distance.COSINE)},
                    sparse_vectors_config={SPARSE: models.SparseVectorParams(modifier=models.Modifier.IDF)},
                )
                for key in KEYWORDS:
                    client.create_payload_index(collection, key, models.PayloadSchemaType.KEYWORD)
                for key in NUMBERS:
                    client.create_payload_index(collection, key, models.PayloadSchemaType.INTEGER)

    def put(self, points: Sequence[Point]) -> None:
        """Store points, in place of any with the same ids; durable on return."""
        check(points)
        made = [models.PointStruct(id=point.id, vector=_server_vectors(point), payload=dict(point.fields)) for point in points]
        with self._explained():
            self._client.upsert(self._collection, made, wait=True)

    def remove(self, ids: Sequence[str]) -> None:
        """Forget points; those not there are passed over."""
        if ids:
            with self._explained():
                self._client.delete(self._collection, models.PointIdsList(points=list(ids)), wait=True)

    def dense(self, vector: Vectors, conditions: Sequence[Condition], limit: int) -> list[Match]:
        """The nearest points by cosine, best first."""
        return self._nearest(vector.tolist(), DENSE, conditions, limit)

    def sparse(self, terms: Terms, conditions: Sequence[Condition], limit: int) -> list[Match]:
        """The best points by BM25, best first."""
        return self._nearest(models.SparseVector(indices=terms.indices, values=terms.values), SPARSE, conditions, limit)

    def _nearest(
        self, query: list[float] | models.SparseVector, using: str, conditions: Sequence[Condition], limit: int
    ) -> list[Match]:
        where = models.Filter(must=[_server_condition(condition) for condition in conditions]) if conditions else None
        with self._explained():
            found = self._client.query_points(
                self._collection, query=query, using=using, query_filter=where, limit=limit, with_payload=True
            )
        return [Match(str(point.id), point.score, point.payload or {}) for point in found.points]

    def marks(self, keys: Sequence[str], conditions: Sequence[Condition] = ()) -> Iterator[tuple[str, dict[str, Any]]]:
        """The id of every point that fits, with these of its fields; the manifest's left out."""
        offset: Any = None
        where = models.Filter(must=[_server_condition(condition) for condition in conditions]) if conditions else None
        while True:
            with self._explained():
                records, offset = self._client.scroll(
                    self._collection, scroll_filter=where, limit=PAGE, offset=offset, with_payload=list(keys)
                )
            yield from ((str(record.id), record.payload or {}) for record in records if str(record.id) != MANIFEST_ID)
            if offset is None:
                return

    def vectors(self, ids: Sequence[str]) -> dict[str, Vectors]:
        """The dense vectors of those points that have one."""
        with self._explained():
            records = self._client.retrieve(self._collection, list(ids), with_payload=False, with_vectors=[DENSE])
        return _dense_of(records)

    def manifest(self) -> dict[str, Any] | None:
        """What built this index; None for a new one."""
        with self._explained():
            records = self._client.retrieve(self._collection, [MANIFEST_ID], with_payload=True)
        return next((dict(record.payload or {})["manifest"] for record in records), None)

    def write_manifest(self, manifest: Mapping[str, Any]) -> None:
        """Record what built this index, in a point without vectors, which no search finds."""
        point = models.PointStruct(id=MANIFEST_ID, vector={}, payload={"manifest": dict(manifest)})
        with self._explained():
            self._client.upsert(self._collection, [point], wait=True)

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (ApiException, ResponseHandlingException, ValueError, OSError) as error:
            raise IndexUnavailable(
                f"The Qdrant server cannot be used: {error}. Start it, correct QDRANT_URL and QDRANT_API_KEY, or unset "
                "QDRANT_URL to use the index inside Canllaw."
            ) from error


def open_store(*, folder: Path, url: str, api_key: str, dimensions: Callable[[], int], anew: bool = False) -> PassageStore:
    """The store that the settings ask for, emptied first where `anew`; raises IndexUnavailable.

    `dimensions` is asked only when a new one is made: to know it, the model must be loaded.
    """
    if url:
        # The client's own check warns from a thread of its own; what does not work is told by our own errors.
        return ServerStore(
            QdrantClient(url=url, api_key=api_key or None, check_compatibility=False), dimensions=dimensions, anew=anew
        )
    return EdgeStore(folder, dimensions=dimensions, anew=anew)


def _edge_config(dimensions: int) -> edge.EdgeConfig:
    return edge.EdgeConfig(
        vectors={DENSE: edge.EdgeVectorParams(size=dimensions, distance=edge.Distance.Cosine)},
        sparse_vectors={SPARSE: edge.EdgeSparseVectorParams(modifier=edge.Modifier.Idf)},
        # m=0: no graph is built, every search scans exactly.
        hnsw_config=edge.HnswIndexConfig(m=0, ef_construct=64, full_scan_threshold=10_000, payload_m=0),
    )


def _edge_vectors(point: Point) -> dict[str, Any]:
    vectors: dict[str, Any] = {SPARSE: edge.SparseVector(*point.sparse)} if point.sparse.indices else {}
    return vectors if point.dense is None else vectors | {DENSE: point.dense.tolist()}


def _edge_condition(condition: Condition) -> Any:
    if isinstance(condition, Among):
        return edge.HasIdCondition(set(condition.ids))
    if isinstance(condition, AnyOf):
        return edge.FieldCondition(key=condition.key, match=edge.MatchAny(list(condition.values)))
    return edge.FieldCondition(key=condition.key, range=edge.RangeFloat(gte=condition.least, lte=condition.most))


def _server_vectors(point: Point) -> dict[str, Any]:
    vectors: dict[str, Any] = {}
    if point.sparse.indices:
        vectors[SPARSE] = models.SparseVector(indices=point.sparse.indices, values=point.sparse.values)
    return vectors if point.dense is None else vectors | {DENSE: point.dense.tolist()}


def _server_condition(condition: Condition) -> Any:
    if isinstance(condition, Among):
        return models.HasIdCondition(has_id=sorted(condition.ids))
    if isinstance(condition, AnyOf):
        return models.FieldCondition(key=condition.key, match=models.MatchAny(any=list(condition.values)))
    return models.FieldCondition(key=condition.key, range=models.Range(gte=condition.least, lte=condition.most))


def _dense_of(records: Sequence[edge.Record | models.Record]) -> dict[str, Vectors]:
    """The dense vectors among what an engine gave back."""
    return {
        str(record.id): np.asarray(record.vector[DENSE], np.float32)
        for record in records
        if isinstance(record.vector, dict) and DENSE in record.vector
    }
