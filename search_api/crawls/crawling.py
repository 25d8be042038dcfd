"""Crawling: what `canllaw crawl` and `canllaw reparse` do, and the report of a crawl as text."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from importlib.metadata import version

from filelock import FileLock, Timeout

from corpus.captures import FOLDER, Captures
from corpus.catalogue import Catalogue, open_catalogue
from corpus.errors import CatalogueUnavailable, SetupError
from corpus.settings import Settings
from corpus.visits import Crawl, Visit, VisitOutcome, Visits
from ingest.confined import Confined
from ingest.crawl import Crawler
from ingest.fetch import Fetcher
from ingest.fetched import Limits
from ingest.frontier import Scope, first_visits
from ingest.intake import Intake, Life
from ingest.reparse import reparse
from ingest.sources import read_sources
from search_api.crawls.shapes import in_short

LOCK = "crawl.lock"


def crawl_lines(crawl: Crawl) -> list[str]:
    """A crawl in words: the counts, then every address that is not simply unchanged, with its reason."""
    counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(crawl.counts().items())) or "nothing to visit"
    quiet = {VisitOutcome.UNCHANGED, VisitOutcome.FETCHED, VisitOutcome.CHANGED}
    told = [visit_line(visit) for visit in crawl.visits if visit.outcome not in quiet or visit.reason]
    end = f"ended {crawl.ended_at:%H:%M:%S}" if crawl.ended_at else "not ended: the same command goes on with it"
    began = f"Crawl {crawl.id} of {in_short(crawl.asked)}, begun {crawl.started_at:%d %B %Y %H:%M:%S}, {end}"
    return [*told, began, counts]


def visit_line(visit: Visit) -> str:
    """One visit on one line."""
    return f"{visit.outcome or 'to do':10} {visit.url}" + (f": {visit.reason}" if visit.reason else "")


def refused_by_us(crawl: Crawl, scope: Scope) -> bool:
    """True where an address given by hand was refused or failed: the command then fails."""
    bad = {VisitOutcome.REFUSED, VisitOutcome.FAILED}
    return any(visit.url in scope.urls and visit.outcome in bad for visit in crawl.visits)


def planned(settings: Settings, scope: Scope) -> list[Visit]:
    """The visits a crawl would begin with; nothing is asked."""
    with closing(open_catalogue(settings.catalogue_url)) as catalogue:
        return first_visits(scope, catalogue, Visits(catalogue), read_sources(settings.sources_path))


def run_crawl(settings: Settings, scope: Scope, *, on_visit: Callable[[Visit], None]) -> Crawl:
    """Crawl; raises SetupError where nobody can be reached about it, or another crawl runs."""
    sources = read_sources(settings.sources_path)
    with alone(settings), intake(settings) as opened:
        fetcher = Fetcher(
            sources=sources, user_agent=user_agent(settings), loopback_port=settings.loopback_port or None, limits=Limits()
        )
        with fetcher:
            crawler = Crawler(
                intake=opened, visits=Visits(opened.catalogue), fetcher=fetcher, sources=sources, on_visit=on_visit
            )
            return crawler.crawl(scope)


def run_reparse(settings: Settings, *, on_text: Callable[[Life], None]) -> str:
    """Read every text again from its captures and say in a line what that changed."""
    with alone(settings), intake(settings) as opened:
        rows = reparse(opened, on_text=on_text)
    counts = Counter(row.became.value for row in rows)
    return f"{len(rows)} texts read again: " + (", ".join(f"{n} {name}" for name, n in sorted(counts.items())) or "none held")


def user_agent(settings: Settings) -> str:
    """Who asks, and where they can be reached; raises SetupError where that is not set."""
    if not settings.contact:
        raise SetupError(
            "Publishers must be able to reach whoever reads their pages. Set CANLLAW_CONTACT to your mail or web address, as "
            "in CANLLAW_CONTACT=knowledge@school.example, then crawl again."
        )
    return f"Canllaw/{version('canllaw')} (+{settings.contact}; reads Welsh education policy, obeys robots.txt)"


@contextmanager
def intake(settings: Settings) -> Iterator[Intake]:
    """An intake over the data folder, its parsers in a process of their own."""
    with (
        closing(open_catalogue(settings.catalogue_url)) as catalogue,
        closing(captures_of(settings, catalogue)) as captures,
        Confined() as confined,
    ):
        yield Intake(catalogue=catalogue, captures=captures, parse=confined.parse, now=lambda: datetime.now(UTC))


def captures_of(settings: Settings, catalogue: Catalogue) -> Captures:
    """The captures of the data folder."""
    return Captures(settings.data_dir / FOLDER, catalogue)


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """One crawl at a time: two would ask a publisher twice as often."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(settings.data_dir / LOCK, timeout=0):
            yield
    except Timeout as error:
        raise CatalogueUnavailable(
            f"Another crawl or reparse is at work in '{settings.data_dir}'. Wait until it ends: two at once would ask "
            "publishers twice as often as they agreed to."
        ) from error
