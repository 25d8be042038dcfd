"""Crawls of a test: publishers on this machine, a clock nobody waits for, and a catalogue with captures in a folder.

    with Runs(tmp_path, publishers) as runs:
        crawl = runs.crawl("https://www.gov.wales/otters")
        runs.next_day()

Does not lay any page down.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from corpus.captures import FOLDER, Captures
from corpus.catalogue import Catalogue
from corpus.settings import ROOT, Settings
from corpus.visits import Crawl, Visit, VisitOutcome, Visits
from ingest.confined import Parse
from ingest.crawl import Crawler
from ingest.fetch import Fetcher
from ingest.frontier import Scope
from ingest.intake import Intake
from ingest.read import parse
from ingest.sources import Sources, read_sources
from tests.catalogues import catalogue_in
from tests.publishers.clock import Clock
from tests.publishers.server import Publishers

SOURCES = read_sources(ROOT / "corpus" / "sources.toml")
AGENT = "Canllaw/0.0 (+https://canllaw.example/; tests)"
State = dict[str, tuple[object, ...]]
parse_once: Parse = lru_cache(maxsize=64)(parse)
"""The real parsers; what many tests serve to the letter is read once."""


class Runs:
    """One data folder and the crawls over it."""

    def __init__(
        self, folder: Path, publishers: Publishers, *, parse: Parse = parse_once, sources: Sources = SOURCES, **arguments: Any
    ) -> None:
        """`arguments` go to the Fetcher: `loopback_port`, `resolve`."""
        self.settings = Settings(data_dir=folder)
        self.time = Clock()
        self.publishers = publishers
        publishers.clock = self.time.clock
        self.catalogue = catalogue_in(folder)
        self.captures = Captures(folder / FOLDER, self.catalogue)
        self.visits = Visits(self.catalogue)
        self.intake = Intake(catalogue=self.catalogue, captures=self.captures, parse=parse, now=self.time.now)
        self._sources = sources
        self._arguments = {"loopback_port": publishers.port} | arguments

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.captures.close()
        self.catalogue.close()

    def crawl(
        self,
        *urls: str,
        source: str | None = None,
        publication_id: str | None = None,
        since: date | None = None,
        on_visit: Callable[[Visit], None] = lambda _: None,
    ) -> Crawl:
        """One crawl, as a process of its own would make it."""
        fetcher = Fetcher(
            sources=self._sources,
            user_agent=AGENT,
            sleep=self.time.sleep,
            clock=self.time.clock,
            now=self.time.now,
            **self._arguments,
        )
        with fetcher:
            crawler = Crawler(intake=self.intake, visits=self.visits, fetcher=fetcher, sources=self._sources, on_visit=on_visit)
            return crawler.crawl(Scope(urls=urls, source=source, publication_id=publication_id, since=since))

    def next_day(self, days: int = 1) -> None:
        """Let some days go by."""
        self.time.seconds += timedelta(days=days).total_seconds()

    def text(self, publication_id: str) -> str:
        """The current text of a publication."""
        held = self.catalogue.current_document(publication_id)
        assert held, publication_id
        return held.text


def at(crawl: Crawl, url: str) -> Visit:
    """The visit of an address."""
    found = [visit for visit in crawl.visits if visit.url == url]
    assert len(found) == 1, [visit.url for visit in crawl.visits]
    return found[0]


def outcomes(crawl: Crawl) -> set[VisitOutcome | None]:
    """What came of the visits, each once."""
    return {visit.outcome for visit in crawl.visits}


def state(catalogue: Catalogue) -> State:
    """What a catalogue says: of every publication its address, texts and whether it is gone, and all relations."""
    said: State = {one.id: (one.url, one.gone, *_texts(catalogue, one.id)) for one in catalogue.publications()}
    return said | {"relations": tuple((one.source, one.kind.value, one.target) for one in catalogue.relations())}


def _texts(catalogue: Catalogue, publication_id: str) -> Iterator[tuple[str, bool]]:
    return ((version.document.id, version.current) for version in catalogue.versions(publication_id))
