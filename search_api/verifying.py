"""Verifying: whether catalogue, captures and index agree, and mending what does not; what `canllaw verify` does."""

from contextlib import closing

from corpus.catalogue import open_catalogue
from corpus.difference import Difference
from corpus.errors import IndexUnavailable
from corpus.settings import Settings
from index import agreement as of_index
from index.embed import SentenceEmbedder
from index.open import open_index
from index.owner import own, owner
from index.sync import sync
from ingest import agreement as of_captures
from search_api.crawls.crawling import alone, captures_of, intake
from search_api.session import WAIT_SECONDS


def verify(settings: Settings, *, mend: bool) -> list[Difference]:
    """The differences found, before any mending; raises IndexUnavailable while a server owns the index."""
    holder = owner(settings.data_dir)
    with own(settings.data_dir, wait=0 if holder and holder.url else WAIT_SECONDS) as ownership:
        if ownership is None:
            place = f"The server at {holder.url}" if holder and holder.url else "Another command"
            raise IndexUnavailable(f"{place} owns the index: stop it, then verify. It mends its own index every second.")
        found = _captures(settings, mend=mend)
        return found + _index(settings, mend=mend)


def _captures(settings: Settings, *, mend: bool) -> list[Difference]:
    with closing(open_catalogue(settings.catalogue_url)) as catalogue:
        found = list(of_captures.differences(catalogue, captures_of(settings, catalogue)))
    if mend and any(one.mend for one in found):
        with alone(settings), intake(settings) as opened:
            of_captures.mend(opened)
    return found


def _index(settings: Settings, *, mend: bool) -> list[Difference]:
    embedder = SentenceEmbedder(settings.embedding_model, languages=settings.dense_languages)
    with (
        closing(open_catalogue(settings.catalogue_url)) as catalogue,
        closing(open_index(settings, embedder)) as index,
    ):
        found = list(of_index.differences(index, catalogue))
        if mend:
            sync(index, catalogue)
        return found


def verify_lines(found: list[Difference], *, mended: bool) -> list[str]:
    """What was found, in words."""
    if not found:
        return ["Catalogue, captures and index agree: 0 differences."]
    lines = []
    for one in found:
        told = f"mended: {one.mend}" if mended and one.mend else f"`--mend`: {one.mend}" if one.mend else "not mended by us"
        lines.append(f"{one.place:9} {one.what} ({told})")
    left = sum(not one.mend for one in found) if mended else len(found)
    return [*lines, f"{len(found)} differences, {left} left."]
