"""Run: every question put to every system; a folder of config, rows and summary, the same bytes each time.

Only `timing.json` differs between two runs of the same thing. Rows first; every number in the summary is a mean of them.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from corpus.ids import text_sha256
from evals.gold.questions import GoldQuestion
from evals.runs.rows import Marker, rows_of
from evals.runs.summary import Row, summarise
from evals.systems.response import Response, System
from index.open import manifest_of
from index.rank import OURS
from search_api.library import Library

Progress = Callable[[int, int], None]
PACKAGES = ("ir-measures", "llama-index-core", "numpy", "qdrant-edge-py", "sentence-transformers", "torch")


def run(
    questions: Sequence[GoldQuestion],
    systems: Sequence[System],
    library: Library,
    folder: Path,
    *,
    register: Path,
    progress: Progress | None = None,
) -> Path:
    """Put every question to every system and write the results into a folder, which is given back."""
    folder.mkdir(parents=True, exist_ok=True)
    rows, timing = ask_all(questions, systems, library, progress=progress)
    config = _config(questions, systems, library, register)
    _write(folder / "rows.jsonl", "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows))
    _write(folder / "config.json", _pretty(config))
    _write(folder / "summary.json", _pretty({"config": config, **summarise(rows)}))
    _write(folder / "timing.json", _pretty(timing))
    return folder


def ask_all(
    questions: Sequence[GoldQuestion], systems: Sequence[System], library: Library, *, progress: Progress | None = None
) -> tuple[list[Row], dict[str, dict[str, float]]]:
    """The rows of every question and system, in order, and the milliseconds each took."""
    marker = Marker(library, questions)
    rows: list[Row] = []
    timing: dict[str, dict[str, float]] = {}
    for number, system in enumerate(systems):
        responses: dict[str, Response] = {}
        taken: dict[str, float] = {}
        for place, question in enumerate(questions):
            if progress:
                progress(number * len(questions) + place, len(systems) * len(questions))
            began = time.perf_counter()
            responses[question.id] = system.respond(question)
            taken[question.id] = round(1000 * (time.perf_counter() - began), 1)
        timing[system.name] = taken
        rows += rows_of(system.name, questions, responses, marker)
    return sorted(rows, key=lambda row: (row["id"], row["system"])), timing


def _config(questions: Sequence[GoldQuestion], systems: Sequence[System], library: Library, register: Path) -> dict[str, Any]:
    """All that a run depends on, as used."""
    documents = sorted(f"{publication.id} {document.id}" for publication, document in library.catalogue.current())
    return {
        "questions": len(questions),
        "splits": dict(sorted(Counter(question.split for question in questions).items())),
        "questions_sha256": text_sha256("\n".join(repr(question) for question in questions)),
        "documents": len(documents),
        "documents_sha256": text_sha256("\n".join(documents)),
        "register_sha256": sha256(register.read_bytes()).hexdigest(),
        "index": manifest_of(library.index.embedder),
        "weights": {"dense": OURS.dense, "sparse": OURS.sparse, "inherit": OURS.inherit},
        "systems": {system.name: system.described for system in systems},
        "packages": {name: version(name) for name in PACKAGES},
        "python": ".".join(map(str, sys.version_info[:3])),
    }


def _pretty(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
