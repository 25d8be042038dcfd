"""Both engines hold, find, filter and forget alike: one set of facts, run on Edge and through the server's client."""

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from qdrant_client import QdrantClient

from corpus.errors import IndexUnavailable
from index.point import Among, AnyOf, Between, PassageStore, Point, point_id
from index.store import EdgeStore, ServerStore, open_store
from index.words import Terms

Open = Callable[[], PassageStore]


@pytest.fixture(params=["edge", "server"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PassageStore]:
    """An empty store of each engine."""
    store: PassageStore
    if request.param == "edge":
        store = EdgeStore(tmp_path / "index", dimensions=lambda: 2)
    else:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # the client's own memory engine says it keeps no payload indexes
            store = ServerStore(QdrantClient(":memory:"), dimensions=lambda: 2)
    yield store
    store.close()


def point(key: str, *, dense: list[float] | None = None, terms: dict[int, float] | None = None, **fields: object) -> Point:
    sparse = Terms(sorted(terms or {}), [(terms or {})[number] for number in sorted(terms or {})])
    vector = None if dense is None else np.asarray(dense, np.float32)
    return Point(passage_id=key, dense=vector, sparse=sparse, fields={"key": key, **fields})


def keys(matches: list) -> list[str]:  # type: ignore[type-arg]
    return [match.fields["key"] for match in matches]


def test_the_nearest_come_first_and_points_without_a_vector_not_at_all(opened: PassageStore) -> None:
    opened.put([point("a", dense=[1, 0]), point("b", dense=[1, 1]), point("c", terms={1: 1.0})])

    assert keys(opened.dense(np.asarray([1, 0], np.float32), [], 10)) == ["a", "b"]
    assert keys(opened.sparse(Terms([1], [1.0]), [], 10)) == ["c"]


def test_conditions_are_all_kept(opened: PassageStore) -> None:
    opened.put(
        [
            point("a", dense=[1, 0], type="guidance", topics=["x", "y"], day=20240501),
            point("b", dense=[1, 0.1], type="letter", topics=["y"], day=20230101),
            point("c", dense=[1, 0.2], type="guidance", topics=[], day=0),
        ]
    )
    query = np.asarray([1, 0], np.float32)

    assert keys(opened.dense(query, [AnyOf("type", ("guidance",))], 10)) == ["a", "c"]
    assert keys(opened.dense(query, [AnyOf("topics", ("y", "z"))], 10)) == ["a", "b"]
    assert keys(opened.dense(query, [Between("day", 1, 20240101)], 10)) == ["b"]
    assert keys(opened.dense(query, [Between("day", least=20240501)], 10)) == ["a"]
    assert keys(opened.dense(query, [AnyOf("type", ("guidance",)), Between("day", 1)], 10)) == ["a"]
    assert keys(opened.dense(query, [Among(frozenset({point_id("b"), point_id("c")}))], 10)) == ["b", "c"]


def test_a_point_put_again_takes_its_own_place(opened: PassageStore) -> None:
    opened.put([point("a", dense=[1, 0], of=1)])
    opened.put([point("a", dense=[0, 1], of=2)])

    assert list(opened.marks(("of",))) == [(point_id("a"), {"of": 2})]
    assert opened.vectors([point_id("a")])[point_id("a")].tolist() == [0.0, 1.0]


def test_what_is_removed_is_not_found(opened: PassageStore) -> None:
    opened.put([point("a", dense=[1, 0]), point("b", dense=[1, 1])])
    opened.remove([point_id("a"), point_id("never there")])
    opened.remove([])

    assert keys(opened.dense(np.asarray([1, 0], np.float32), [], 10)) == ["b"]
    assert opened.vectors([point_id("a")]) == {}


def test_the_manifest_is_kept_and_never_found(opened: PassageStore) -> None:
    assert opened.manifest() is None

    opened.write_manifest({"model": "m"})

    assert opened.manifest() == {"model": "m"}
    assert list(opened.marks(("key",))) == []
    assert opened.dense(np.asarray([1, 0], np.float32), [], 10) == []


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (point("a", dense=[float("nan"), 0]), "holds no number"),
        (point("a", terms={1: float("inf")}), "holds no number"),
        (Point(passage_id="a", dense=None, sparse=Terms([1, 1], [1.0, 1.0]), fields={}), "repeats a term"),
    ],
)
def test_what_an_engine_would_take_in_silence_is_refused(opened: PassageStore, made: Point, said: str) -> None:
    with pytest.raises(IndexUnavailable, match=said):
        opened.put([made])

    assert list(opened.marks(("key",))) == []


def test_edge_keeps_its_points_when_it_is_opened_again(tmp_path: Path) -> None:
    store = EdgeStore(tmp_path / "index", dimensions=lambda: 2)
    store.put([point("a", dense=[1, 0])])
    store.close()

    again = EdgeStore(tmp_path / "index", dimensions=lambda: 2)
    assert [key for key, _ in again.marks(("key",))] == [point_id("a")]
    again.close()

    anew = EdgeStore(tmp_path / "index", dimensions=lambda: 2, anew=True)
    assert list(anew.marks(("key",))) == []
    anew.close()


def test_an_index_that_is_open_elsewhere_is_refused_with_a_sentence(tmp_path: Path) -> None:
    store = EdgeStore(tmp_path / "index", dimensions=lambda: 2)

    with pytest.raises(IndexUnavailable, match="no other program has it open"):
        EdgeStore(tmp_path / "index", dimensions=lambda: 2)
    store.close()


def test_a_damaged_index_names_the_way_back(tmp_path: Path) -> None:
    EdgeStore(tmp_path / "index", dimensions=lambda: 2).close()
    (tmp_path / "index" / "edge_config.json").write_text("{")

    with pytest.raises(IndexUnavailable, match="canllaw index --rebuild"):
        EdgeStore(tmp_path / "index", dimensions=lambda: 2)


def test_a_disk_without_room_is_refused_before_edge_writes(tmp_path: Path) -> None:
    """Edge maps its files, so a disk that fills would end the process without a word."""
    with pytest.raises(IndexUnavailable, match="nothing already stored was lost"):
        EdgeStore(tmp_path / "index", dimensions=lambda: 2, least_free=2**60)

    assert not (tmp_path / "index").exists()


def test_a_server_that_does_not_answer_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable, match="QDRANT_URL"):
        open_store(folder=tmp_path, url="http://127.0.0.1:9", api_key="", dimensions=lambda: 2)
