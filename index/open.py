"""Index: a store and the model that fills it, opened together and held to one manifest; does not fill or search it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.errors import IndexOutOfDate
from corpus.settings import Settings
from index import lexicon, passages, words
from index.embed import Embedder
from index.point import PassageStore
from index.store import open_store

FOLDER = "index"
REBUILD = "canllaw index --rebuild"


@dataclass(slots=True)
class Index:
    """An open index."""

    store: PassageStore
    embedder: Embedder
    whole: set[str] = field(default_factory=set)
    """Ids of documents whose every passage is there, as the last sync found or left them: others cannot be relied on."""
    hidden: frozenset[str] = frozenset()
    """Ids of documents that no search finds just now: a new text until all of it is there, then the one before it until it is
    marked as that or removed. Set whole, so that one search never finds neither."""

    def close(self) -> None:
        """Write everything down and let go."""
        self.store.close()


def open_index(settings: Settings, embedder: Embedder, *, anew: bool = False) -> Index:
    """The index the settings name; raises IndexOutOfDate where another model or other rules built it."""
    folder = settings.data_dir / FOLDER
    store = open_store(
        folder=folder,
        url=settings.qdrant_url,
        api_key=settings.qdrant_api_key,
        dimensions=lambda: embedder.dimensions,
        anew=anew,
    )
    return hold(store, embedder, place=settings.qdrant_url or folder)


def hold(store: PassageStore, embedder: Embedder, *, place: str | Path) -> Index:
    """A store held to the manifest of this model and these rules; a new store gets it."""
    wanted = manifest_of(embedder)
    written = store.manifest()
    if written is None:
        store.write_manifest(wanted)
    elif written != wanted:
        store.close()
        raise IndexOutOfDate(
            f"The index at '{place}' was built with {_named(written, wanted)}; this run uses {_named(wanted, written)}. "
            f"Rebuild it with `{REBUILD}`, or set CANLLAW_EMBEDDING_MODEL and CANLLAW_EMBEDDING_LANGUAGES back."
        )
    return Index(store, embedder)


def manifest_of(embedder: Embedder) -> dict[str, Any]:
    """What an index depends on: the model, the languages it embeds, and the rules of words, passages and the Welsh gloss."""
    return {
        "model": embedder.name,
        "languages": sorted(embedder.languages),
        "words": words.RULES,
        "passages": passages.RULES,
        "gloss": lexicon.rules(),
    }


def _named(manifest: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    differing = [key for key in sorted({*manifest, *other}) if manifest.get(key) != other.get(key)]
    return ", ".join(f"{key} '{manifest.get(key)}'" for key in differing)
