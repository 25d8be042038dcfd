"""Collection: a test collection in BEIR's layout, read a line at a time with faults as sentences; does not rank it.

`corpus.jsonl` {_id, title, text}, `queries.jsonl` {_id, text} and `qrels/test.tsv` (query-id, corpus-id, score, with a
header). Unknown keys are passed over, as BEIR's own loader does.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import CollectionError

CORPUS, QUERIES, QRELS = "corpus.jsonl", "queries.jsonl", "qrels/test.tsv"
MOST_FAULTS = 10
"""Faults named in one message; a file of another kind would else print for ever."""
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of the corpus."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A collection whose files were found and whose judgements fit its queries."""

    folder: Path
    digest: str
    """Of the corpus's bytes: an index of the same bytes can be used again."""
    queries: Mapping[str, str]
    """The judged queries by id."""
    qrels: Mapping[str, Mapping[str, int]]

    def texts(self) -> Iterator[Text]:
        """The corpus, a text at a time."""
        return read_texts(self.folder / CORPUS)


def read_collection(folder: Path) -> Collection:
    """A collection checked whole, texts excepted; raises CollectionError."""
    missing = [name for name in (CORPUS, QUERIES, QRELS) if not (folder / name).is_file()]
    if missing:
        raise CollectionError(
            f"'{folder}' is not a BEIR collection: {', '.join(missing)} is missing. "
            f"It needs {CORPUS}, {QUERIES} and {QRELS}; check the path."
        )
    queries = _queries(folder / QUERIES)
    qrels = _qrels(folder / QRELS)
    strangers = sorted(qrels.keys() - queries.keys())
    if strangers:
        raise CollectionError(
            f"{folder / QRELS} judges {len(strangers)} queries that {QUERIES} does not hold, {_some(strangers)}. "
            "Take both files from the same release."
        )
    return Collection(
        folder=folder, digest=_digest(folder / CORPUS), queries={key: queries[key] for key in sorted(qrels)}, qrels=qrels
    )


def read_texts(path: Path) -> Iterator[Text]:
    """The texts of a corpus file, a line at a time; raises CollectionError at a line that is none."""
    for place, record in _records(path):
        yield Text(id=_id(record, place), title=_words(record, "title", place), text=_words(record, "text", place))


def check_judged(collection: Collection, known: set[str]) -> None:
    """Raise CollectionError where a relevant text is not in the corpus: its query could never be answered."""
    strangers = sorted({key for judged in collection.qrels.values() for key, grade in judged.items() if grade > 0} - known)
    if strangers:
        raise CollectionError(
            f"{collection.folder / QRELS} judges {len(strangers)} texts that {CORPUS} does not hold, {_some(strangers)}. "
            "Take both files from the same release."
        )


def _queries(path: Path) -> dict[str, str]:
    queries: dict[str, str] = {}
    for place, record in _records(path):
        key = _id(record, place)
        if key in queries and queries[key] != _words(record, "text", place):
            raise CollectionError(f"{place}: the query id '{key}' is used twice with different words. Keep one.")
        queries[key] = _words(record, "text", place)
    return queries


def _qrels(path: Path) -> dict[str, dict[str, int]]:
    qrels: dict[str, dict[str, int]] = {}
    faults = []
    for number, line in enumerate(_open(path), start=1):
        parts = line.rstrip("\r\n").split("\t")
        if number == 1 and not _is_grade(parts[-1]):
            continue  # the header
        if not line.strip():
            continue
        if len(parts) != 3 or not _is_grade(parts[2]):
            faults.append(f"{path.name}:{number}: wants query-id, corpus-id and a whole number, apart by tabs")
            continue
        qrels.setdefault(parts[0], {})[parts[1]] = int(parts[2])
    if faults:
        raise CollectionError(f"{len(faults)} line(s) of {path} cannot be read: {'; '.join(faults[:MOST_FAULTS])}.")
    if not qrels:
        raise CollectionError(f"{path} judges nothing: it holds no line after its header.")
    return qrels


def _records(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, line in enumerate(_open(path), start=1):
        if not line.strip():
            continue
        place = f"{path.name}:{number}"
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise CollectionError(f"{place}: not JSON ({error.msg} at character {error.colno}).") from error
        if not isinstance(record, dict):
            raise CollectionError(f"{place}: not a JSON object.")
        yield place, record


def _open(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            yield from lines
    except UnicodeDecodeError as error:
        raise CollectionError(f"{path} is not UTF-8 text: byte {error.start} of a block. Save it as UTF-8.") from error
    except OSError as error:
        raise CollectionError(f"{path} cannot be read: {error.strerror}.") from error


def _id(record: Mapping[str, Any], place: str) -> str:
    key = record.get("_id")
    if not isinstance(key, str | int) or isinstance(key, bool) or not str(key):
        raise CollectionError(f"{place}: '_id' must be a word or number, not {key!r:.40}.")
    return str(key)


def _words(record: Mapping[str, Any], name: str, place: str) -> str:
    words = record.get(name)
    if words is None:
        return ""
    if not isinstance(words, str):
        raise CollectionError(f"{place}: '{name}' must be text, not {words!r:.40}.")
    return words


def _is_grade(word: str) -> bool:
    return word.strip().removeprefix("-").isdecimal()


def _some(ids: list[str]) -> str:
    return f"as in '{ids[0]}'" if len(ids) == 1 else f"as in '{ids[0]}' and '{ids[1]}'"


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
