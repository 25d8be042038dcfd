"""Indexing: what `canllaw index` does, here or by waiting for the server that owns the index; returns one line."""

import time
from collections.abc import Callable

from corpus.catalogue import open_catalogue
from corpus.errors import IndexUnavailable
from corpus.settings import Settings
from index.embed import SentenceEmbedder
from index.open import open_index
from index.owner import own, owner
from index.sync import Progress, sync
from search_api.commitments.linking import Linker
from search_api.library import Library
from search_api.session import WAIT_SECONDS, wait_for_server


def bring_up(settings: Settings, *, rebuild: bool, progress: Progress, say: Callable[[str], None]) -> str:
    """Make the index equal to the catalogue and say what that took; raises IndexUnavailable."""
    holder = owner(settings.data_dir)
    with own(settings.data_dir, wait=0 if holder and holder.url else WAIT_SECONDS) as ownership:
        if ownership:
            return _here(settings, rebuild=rebuild, progress=progress)
    holder = owner(settings.data_dir)
    if holder is None or holder.url is None:
        raise IndexUnavailable(
            f"The index in '{settings.data_dir}' has been in use for {WAIT_SECONDS:.0f} seconds. "
            "Wait for the other command to end, or stop it."
        )
    if rebuild:
        raise IndexUnavailable(f"The server at {holder.url} is using the index: stop it, then rebuild.")
    say(f"The server at {holder.url} owns the index: waiting until it has caught up.")
    wait_for_server(settings, holder.url)
    return f"The server at {holder.url} has indexed the catalogue as it is now."


def _here(settings: Settings, *, rebuild: bool, progress: Progress) -> str:
    catalogue = open_catalogue(settings.catalogue_url)
    try:
        if not catalogue.revision():
            raise IndexUnavailable(f"The catalogue in '{settings.data_dir}' is empty: run `canllaw ingest` first.")
        embedder = SentenceEmbedder(settings.embedding_model, languages=settings.dense_languages)
        began = time.monotonic()
        index = open_index(settings, embedder, anew=rebuild)
        try:
            report = sync(index, catalogue, progress=progress)
            looked = Linker(Library(catalogue=catalogue, index=index)).bring_up(progress=progress)
        finally:
            index.close()
        return (
            f"Index in step: {report.embedded} passages embedded, {report.rewritten} rewritten, {report.removed} removed, "
            f"{report.unchanged} unchanged, later evidence looked for anew for {looked} commitments, "
            f"in {time.monotonic() - began:.1f} s."
        )
    finally:
        catalogue.close()
