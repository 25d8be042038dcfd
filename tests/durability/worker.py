"""A process to be killed: crawls some addresses and brings the index up to the catalogue, telling of each thing it finished.

    python -m tests.durability.worker DATA PORT DAYS ADDRESS...

`DAYS` is how many days from now its calendar stands. It prints `ack PUBLICATION DOCUMENT` after each visit that left a text,
and `synced REVISION` at the end. Parsers, catalogue, captures, model and index are the real ones; only the seconds between
two requests are left out.
"""

import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from corpus.settings import Settings
from corpus.visits import Crawl, Visit, Visits
from index.embed import SentenceEmbedder
from index.open import open_index
from index.sync import sync
from ingest.confined import Parse
from ingest.crawl import Crawler
from ingest.fetch import Fetcher
from ingest.frontier import Scope
from ingest.sources import read_sources
from search_api.crawls.crawling import intake

AGENT = "Canllaw/0.0 (+https://canllaw.example/; tests)"


def work(
    settings: Settings,
    urls: Sequence[str],
    *,
    days: int = 0,
    embedder: SentenceEmbedder | None = None,
    parse: Parse | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Crawl:
    """Crawl without a pause, then make the index equal to the catalogue; every text and the end are told.

    A test that has a model loaded, or reads in its own process to save a start, says so.
    """

    def now() -> datetime:
        return datetime.now(UTC) + timedelta(days=days)

    with intake(settings) as of_today:
        opened = replace(of_today, now=now, parse=parse or of_today.parse)

        def acknowledge(visit: Visit) -> None:
            held = opened.catalogue.current_document(visit.publication_id) if visit.publication_id else None
            if held:
                tell(f"ack {held.publication_id} {held.id}")

        sources = read_sources(settings.sources_path)
        fetcher = Fetcher(
            sources=sources, user_agent=AGENT, loopback_port=settings.loopback_port, sleep=lambda _: None, now=now
        )
        with fetcher:
            visits = Visits(opened.catalogue)
            crawler = Crawler(intake=opened, visits=visits, fetcher=fetcher, sources=sources, on_visit=acknowledge)
            done = crawler.crawl(Scope(urls=tuple(urls)))
        with closing(open_index(settings, embedder or SentenceEmbedder())) as index:
            sync(index, opened.catalogue)
        tell(f"synced {opened.catalogue.revision()}")
    return done


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(words: Sequence[str]) -> None:
    """Do what the words say."""
    data, port, days, *urls = words
    work(Settings(data_dir=Path(data), loopback_port=int(port)), urls, days=int(days), tell=_say)


if __name__ == "__main__":
    main(sys.argv[1:])
