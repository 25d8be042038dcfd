"""Config: all that the answers of a run depend on, as used, and a key of it; does not run anything."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from corpus.ids import text_sha256
from corpus.settings import ROOT
from evals.gold.questions import GoldQuestion
from evals.systems.response import System
from index.open import manifest_of
from index.rank import OURS
from search_api.library import Library

Config = Mapping[str, Any]
PACKAGES = ("ir-measures", "llama-index-core", "numpy", "qdrant-edge-py", "sentence-transformers", "torch")
CODE = ("corpus", "ingest", "index", "search_api", "evals/systems", "evals/gold")
"""Folders whose files decide what is answered: code, tables, coefficients and weights."""
READ = frozenset({".py", ".json", ".toml", ".safetensors"})


def config_of(
    questions: Sequence[GoldQuestion], systems: Sequence[System], library: Library, *, register: Path, lock: Path | None = None
) -> dict[str, Any]:
    """All that a run depends on."""
    documents = sorted(f"{publication.id} {document.id}" for publication, document in library.catalogue.current())
    return {
        "questions": len(questions),
        "splits": dict(sorted(Counter(question.split for question in questions).items())),
        "questions_sha256": text_sha256("\n".join(repr(question) for question in questions)),
        "documents": len(documents),
        "documents_sha256": text_sha256("\n".join(documents)),
        "register_sha256": _sha256_of(register),
        "lock_sha256": _sha256_of(lock) if lock else None,
        "code_sha256": code_sha256(),
        "asked_on": library.today().isoformat(),
        "index": manifest_of(library.index.embedder),
        "weights": {"dense": OURS.dense, "sparse": OURS.sparse, "inherit": OURS.inherit},
        "systems": {system.name: system.described for system in systems},
        "packages": {name: version(name) for name in PACKAGES},
        "python": ".".join(map(str, sys.version_info[:3])),
    }


def key_of(config: Config) -> str:
    """A key that two configurations share only where they are the same."""
    return text_sha256(json.dumps(config, ensure_ascii=False, sort_keys=True))


def differing(one: Config, other: Config) -> list[str]:
    """Names of what two configurations do not share."""
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]


@lru_cache(maxsize=1)
def code_sha256() -> str:
    """A digest of the code and tables that answer, as they were when first asked for."""
    digest = sha256()
    for path in _code():
        digest.update(f"{path.relative_to(ROOT).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _code() -> Iterator[Path]:
    for folder in CODE:
        yield from sorted(path for path in (ROOT / folder).rglob("*") if path.suffix in READ)


def _sha256_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
