"""A tiny collection of our own: scores worked by hand, and an index that is made once for the same bytes."""

import json
from math import log2
from pathlib import Path

import pytest

from corpus.errors import CollectionError
from evals.collections.beir import BeirScores, beir
from evals.collections.collection import CORPUS, QRELS, QUERIES
from index.embed import SentenceEmbedder

TEXTS = [
    {"_id": "tŷ/1", "title": "Buses", "text": "The yellow bus leaves the depot at eight."},
    {"_id": "2", "title": "", "text": "Lunch is served in the hall.\n\nThe hall has forty tables."},
    {"_id": "3", "title": "Trousers", "text": ""},
    {"_id": "4", "title": "Old words", "text": "A gardener prunes roses."},
    {"_id": "4", "title": "Gardens", "text": "A gardener waters tomatoes."},
    {"_id": "5", "title": "", "text": "  "},
]
QUERIES_ASKED = [
    {"_id": "bus", "text": "yellow bus"},
    {"_id": "lunch", "text": "tables in the hall"},
    {"_id": "trousers", "text": "trousers"},
    {"_id": "roses", "text": "roses"},
]
JUDGED = [("bus", "tŷ/1", 1), ("lunch", "2", 1), ("lunch", "tŷ/1", 1), ("trousers", "3", 1), ("roses", "4", 1)]


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    folder = tmp_path / "collection"
    (folder / "qrels").mkdir(parents=True)
    for name, records in ((CORPUS, TEXTS), (QUERIES, QUERIES_ASKED)):
        (folder / name).write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    lines = "".join(f"{query}\t{text}\t{grade}\n" for query, text, grade in JUDGED)
    (folder / QRELS).write_text("query-id\tcorpus-id\tscore\n" + lines, encoding="utf-8")
    return folder


def _measure(folder: Path, data_dir: Path, embedder: SentenceEmbedder, system: str, said: list[str]) -> BeirScores:
    return beir(folder, system=system, data_dir=data_dir, embedder=embedder, say=said.append)


def test_bm25_by_hand(collection: Path, tmp_path: Path, embedder: SentenceEmbedder) -> None:
    scores = _measure(collection, tmp_path / "data", embedder, "bm25", [])
    # Words are in one text each, so BM25 finds just that; of the two judged for lunch one shares no word with it, and
    # "roses" stand only in the line that a later one of the same id replaced.
    half = 1 / (1 + 1 / log2(3))
    assert scores.by_query["bus"] == pytest.approx({"nDCG@10": 1, "R@10": 1, "R@100": 1, "MRR@10": 1})
    assert scores.by_query["lunch"] == pytest.approx({"nDCG@10": half, "R@10": 0.5, "R@100": 0.5, "MRR@10": 1})
    assert scores.by_query["trousers"]["MRR@10"] == 1
    assert set(scores.by_query["roses"].values()) == {0.0}
    assert {name: mean.mean for name, mean in scores.means.items()} == pytest.approx(
        {"nDCG@10": (2 + half) / 4, "R@10": 2.5 / 4, "R@100": 2.5 / 4, "MRR@10": 3 / 4}, abs=1e-6
    )
    assert (scores.texts, scores.queries) == (5, 4)


def test_meaning_ranks_every_text_with_words(collection: Path, tmp_path: Path, embedder: SentenceEmbedder) -> None:
    for system in ("dense", "ours"):
        scores = _measure(collection, tmp_path / "data", embedder, system, [])
        # Five texts hold words, one is empty: all judged are within ten.
        assert scores.means["R@100"].mean == 1.0
        assert scores.by_query["bus"]["MRR@10"] == scores.by_query["lunch"]["MRR@10"] == 1.0


def test_an_index_of_the_same_bytes_is_used_again(collection: Path, tmp_path: Path, embedder: SentenceEmbedder) -> None:
    first: list[str] = []
    again: list[str] = []
    scores = _measure(collection, tmp_path / "data", embedder, "ours", first)
    assert [line.split()[0] for line in first] == ["1", "Indexing"]
    assert "share the id of a later one" in first[0]
    assert _measure(collection, tmp_path / "data", embedder, "ours", again) == scores
    assert [line.split()[0] for line in again] == ["1"]


def test_other_bytes_get_an_index_of_their_own(collection: Path, tmp_path: Path, embedder: SentenceEmbedder) -> None:
    _measure(collection, tmp_path / "data", embedder, "bm25", [])
    with (collection / CORPUS).open("a", encoding="utf-8") as corpus:
        corpus.write(json.dumps({"_id": "6", "title": "Roses", "text": "Roses."}) + "\n")
    said: list[str] = []
    assert _measure(collection, tmp_path / "data", embedder, "bm25", said).texts == 6
    assert any(line.startswith("Indexing 6 texts") for line in said)


def test_an_index_that_was_cut_off_is_taken_up(collection: Path, tmp_path: Path, embedder: SentenceEmbedder) -> None:
    def stop(done: int, of: int) -> None:
        if (done, of) == (2, 5):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        beir(collection, data_dir=tmp_path / "cut", embedder=embedder, say=[].append, progress=stop)
    taken_up = _measure(collection, tmp_path / "cut", embedder, "ours", [])
    assert taken_up == _measure(collection, tmp_path / "whole", embedder, "ours", [])


def test_a_judged_text_that_is_not_held_is_a_sentence(collection: Path, tmp_path: Path, embedder: SentenceEmbedder) -> None:
    with (collection / QRELS).open("a", encoding="utf-8") as qrels:
        qrels.write("bus\tgone\t1\n")
    with pytest.raises(CollectionError, match="as in 'gone'"):
        _measure(collection, tmp_path / "data", embedder, "bm25", [])
