"""The labelled pairs of texts that comparisons are judged by, each label checked against its texts; judges nothing.

The two texts of a pair stand in one file, each paragraph under a key: the same key in both is the same paragraph, as a person
reads it. How they are written is in `data/comparing/README.md`.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.document import Document, make_document
from corpus.errors import GoldError
from corpus.ids import text_sha256
from corpus.provenance import Held, Provenance
from ingest.text import parse_text
from search_api.comparing.align import Label
from search_api.comparing.paragraphs import paragraphs_of

DATA = Path(__file__).parents[1] / "data" / "comparing"
_KEY = re.compile(r"^\[(?P<key>[\w-]+)(?P<moved>>?)\] ", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A paragraph under the name that a person gave it."""

    key: str
    moved: bool
    start: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two texts with what a person says of them."""

    name: str
    split: str
    language: str
    succeeds: bool
    """True where the second took the first's place; else both stand."""
    first: Document
    second: Document
    paragraphs: tuple[tuple[Marked, ...], tuple[Marked, ...]]
    changes: tuple[dict[str, str], ...]
    duties: tuple[dict[str, str], ...]
    """Not all of them: those a person thought worth a line."""
    tensions: tuple[dict[str, str], ...]


def load_pairs(folder: Path = DATA) -> list[Pair]:
    """The labelled pairs, each label checked against its texts; raises GoldError."""
    return [_pair(path, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.toml"))]


def _pair(path: Path, read: dict[str, Any]) -> Pair:
    sides = [_side(f"{path.stem}-{side}", read[side], read["language"]) for side in ("a", "b")]
    pair = Pair(
        name=path.stem,
        split=read["split"],
        language=read["language"],
        succeeds=read["succeeds"],
        first=sides[0][0],
        second=sides[1][0],
        paragraphs=(sides[0][1], sides[1][1]),
        changes=tuple(read["change"]),
        duties=tuple(read["duty"]),
        tensions=tuple(read["tension"]),
    )
    faults = list(_faults(pair))
    if faults:
        raise GoldError(f"'{path.name}' breaks its own rules: {'; '.join(faults)}.")
    return pair


def _side(name: str, raw: str, language: str) -> tuple[Document, tuple[Marked, ...]]:
    raw = raw.strip() + "\n"
    text, marked, last = "", [], 0
    for match in _KEY.finditer(raw):
        text += raw[last : match.start()]
        end = raw.find("\n", match.end())
        words = " ".join(raw[match.end() : end].lstrip("#- ").split())
        marked.append(Marked(key=match["key"], moved=bool(match["moved"]), start=len(text), words=words))
        last = match.end()
    text += raw[last:]
    parsed = parse_text(text.encode(), name=f"{name}.md")
    made = make_document(
        publication_id=name,
        language=language,
        held=Held.FULL,
        text=parsed.text,
        sections=parsed.sections,
        provenance=Provenance(
            origin=name,
            media_type="text/markdown",
            sha256=text_sha256(parsed.text),
            retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
            parser=parsed.parser,
            licence="our own",
        ),
    )
    return made, tuple(marked)


def _faults(pair: Pair) -> Iterator[str]:
    for number, (marked, document) in enumerate(zip(pair.paragraphs, (pair.first, pair.second), strict=True)):
        if len({one.key for one in marked}) < len(marked):
            yield f"a key stands twice in {'ab'[number]}"
        if len(marked) != len(paragraphs_of(document).paragraphs):
            yield f"not every paragraph of {'ab'[number]} has a key"
    words = [{one.key: one.words.casefold() for one in marked} for marked in pair.paragraphs]
    for label in (*pair.changes, *pair.tensions):
        for side, name in zip(words, ("before", "after"), strict=True):
            if label.get(name, "").casefold() not in side.get(label["at"], ""):
                yield f"'{label.get(name)}' does not stand in paragraph {label['at']}"


def wanted_rows(pair: Pair) -> set[tuple[str, str, str]]:
    """The label of each paragraph that changed, with its key in both texts: by the keys, as a person wrote them."""
    first = {one.key: one for one in pair.paragraphs[0]}
    second = {one.key: one for one in pair.paragraphs[1]}
    wanted = {(Label.REMOVED.value, key, "") for key in first.keys() - second.keys()}
    wanted |= {(Label.ADDED.value, "", key) for key in second.keys() - first.keys()}
    for key in first.keys() & second.keys():
        if second[key].moved:
            wanted.add((Label.MOVED.value, key, key))
        elif first[key].words != second[key].words:
            wanted.add((Label.EDITED.value, key, key))
    return wanted
