"""Small: the texts that the gate's fixed questions speak of, cut out of register and shelf; builds no index.

A workshop over these few dozen texts is made in seconds, where the whole one takes half a minute. What a text replaced or was
replaced by is kept with it, and its twin in the other language, so that a wrong version is there to be cited.
"""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.errors import GoldError
from evals.gold.questions import SHELF, GoldQuestion

Record = dict[str, Any]
NEAR = ("supersedes", "superseded_by")
NAMED = (*NEAR, "amends", "follows_up", "followed_up_by")
"""Lists of other publications in a record."""
STEPS = 2
"""A text that was replaced twice is kept with both."""


def fixed_questions(questions: Sequence[GoldQuestion], ids: Sequence[str]) -> list[GoldQuestion]:
    """The questions of some ids in their order; raises GoldError for one that is not there, or is not to develop on."""
    known = {one.id: one for one in questions if one.split == "dev"}
    missing = [key for key in ids if key not in known]
    if missing:
        raise GoldError(f"gates.toml names questions that are not among those to develop on: {', '.join(missing)}.")
    return [known[key] for key in ids]


def cut(questions: Sequence[GoldQuestion], *, register: Path, folder: Path, shelf: Path = SHELF) -> tuple[Path, Path]:
    """Write the register and shelf that some questions need into a folder; gives back both paths."""
    files = [register, *sorted(shelf.glob("records*.jsonl"))]
    records: dict[Path, list[Record]] = {file: _read(file) for file in files}
    kept = _wanted(questions, {one["id"]: one for found in records.values() for one in found})
    small = folder / "shelf"
    small.mkdir(parents=True)
    for file, found in records.items():
        lines = [json.dumps(_trimmed(one, kept), ensure_ascii=False) for one in found if one["id"] in kept]
        out = folder / file.name if file == register else small / file.name
        out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    for text in sorted(shelf.glob("*.md")):
        if text.stem in kept:
            shutil.copy(text, small / text.name)
    return folder / register.name, small


def _wanted(questions: Sequence[GoldQuestion], records: Mapping[str, Record]) -> frozenset[str]:
    kept = {key for question in questions for key in (*question.publications, *question.must_not_cite)}
    for _ in range(STEPS):
        kept |= {other for key in kept for name in NEAR for other in records[key].get(name) or ()}
        kept |= {found for key in kept if (found := records[key].get("translation_of"))}
        kept |= {key for key, one in records.items() if one.get("translation_of") in kept}
    return frozenset(kept)


def _trimmed(record: Record, kept: frozenset[str]) -> Record:
    """A record that names no other than those kept."""
    lists = {name: [key for key in record[name] if key in kept] for name in NAMED if name in record}
    original = record.get("translation_of")
    return record | lists | ({"translation_of": original if original in kept else None} if original else {})


def _read(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
