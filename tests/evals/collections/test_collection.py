"""BEIR folders are read as they come, and what cannot be read is a sentence with its file and line."""

import json
from pathlib import Path

import pytest

from corpus.errors import CollectionError
from evals.collections.collection import CORPUS, QRELS, QUERIES, check_judged, read_collection

TEXTS = [{"_id": "a", "title": "One", "text": "First."}, {"_id": "b", "title": "", "text": "Second.", "metadata": {"x": 1}}]
ASKED = [{"_id": "q1", "text": "first?"}, {"_id": "q2", "text": "never judged?"}]
JUDGED = "query-id\tcorpus-id\tscore\nq1\ta\t1\n"


def _lines(*records: object) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _make(folder: Path, *, corpus: str = _lines(*TEXTS), queries: str = _lines(*ASKED), qrels: str = JUDGED) -> Path:
    (folder / "qrels").mkdir()
    for name, text in ((CORPUS, corpus), (QUERIES, queries), (QRELS, qrels)):
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def test_judged_queries_and_all_texts_are_read(tmp_path: Path) -> None:
    collection = read_collection(_make(tmp_path))
    assert dict(collection.queries) == {"q1": "first?"}
    assert [(text.id, text.title, text.text) for text in collection.texts()] == [("a", "One", "First."), ("b", "", "Second.")]
    assert collection.qrels == {"q1": {"a": 1}}


@pytest.mark.parametrize(
    ("qrels", "read"),
    [
        ("q1\ta\t2\n", {"q1": {"a": 2}}),
        ("query-id\tcorpus-id\tscore\r\nq1\ta\t1\r\nq1\tb\t0\r\n", {"q1": {"a": 1, "b": 0}}),
        ("query-id\tcorpus-id\tscore\n\nq1\ta\t-1\n", {"q1": {"a": -1}}),
    ],
)
def test_qrels_with_or_without_a_header(tmp_path: Path, qrels: str, read: dict[str, dict[str, int]]) -> None:
    assert read_collection(_make(tmp_path, qrels=qrels)).qrels == read


def test_ids_may_be_numbers_or_any_letters(tmp_path: Path) -> None:
    corpus = _lines({"_id": 7, "text": "x"}, {"_id": "tŷ/\u2028 1", "title": None, "text": "y"})
    collection = read_collection(_make(tmp_path, corpus=corpus))
    assert [text.id for text in collection.texts()] == ["7", "tŷ/\u2028 1"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"corpus": '{"_id": "a"\n'}, "corpus.jsonl:1: not JSON"),
        ({"corpus": "[1]\n"}, "corpus.jsonl:1: not a JSON object"),
        ({"corpus": _lines({"text": "x"})}, "corpus.jsonl:1: '_id' must be a word or number, not None"),
        ({"corpus": _lines(TEXTS[0], {"_id": "b", "text": 4})}, "corpus.jsonl:2: 'text' must be text, not 4"),
        ({"queries": _lines(ASKED[0], ASKED[0] | {"text": "other"})}, "queries.jsonl:2: the query id 'q1' is used twice"),
        ({"qrels": "query-id\tcorpus-id\tscore\nq1\ta\n"}, "test.tsv:2: wants query-id"),
        ({"qrels": "query-id\tcorpus-id\tscore\nq1\ta\thigh\n"}, "test.tsv:2: wants query-id"),
        ({"qrels": "query-id\tcorpus-id\tscore\n"}, "judges nothing"),
        ({"qrels": "query-id\tcorpus-id\tscore\nq7\ta\t1\n"}, "judges 1 queries that queries.jsonl does not hold, as in 'q7'"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(tmp_path: Path, changes: dict[str, str], sentence: str) -> None:
    with pytest.raises(CollectionError) as raised:
        list(read_collection(_make(tmp_path, **changes)).texts())
    assert sentence in str(raised.value)


def test_missing_files_are_named_together(tmp_path: Path) -> None:
    (tmp_path / CORPUS).write_text("", encoding="utf-8")
    with pytest.raises(CollectionError, match=r"queries\.jsonl, qrels/test\.tsv is missing"):
        read_collection(tmp_path)


def test_bytes_that_are_not_utf8_are_a_sentence(tmp_path: Path) -> None:
    (_make(tmp_path) / QUERIES).write_bytes(b'{"_id": "q1", "text": "\xff"}\n')
    with pytest.raises(CollectionError, match="not UTF-8"):
        read_collection(tmp_path)


def test_judgements_of_texts_not_held_are_a_fault_where_they_are_relevant(tmp_path: Path) -> None:
    collection = read_collection(_make(tmp_path, qrels="q1\ta\t1\nq1\tgone\t1\nq1\tlost\t0\n"))
    with pytest.raises(CollectionError, match=r"judges 1 texts that corpus\.jsonl does not hold, as in 'gone'"):
        check_judged(collection, {"a", "b"})
    check_judged(collection, {"a", "b", "gone"})
