"""A short soak, as `make soak` runs a long one: a few deaths at random, and nothing lost, there twice or left over."""

from pathlib import Path

from corpus.settings import Settings
from index.embed import SentenceEmbedder
from ingest.read import parse
from tests.durability.small_site import PAGES
from tests.durability.soak import Tally, soak
from tests.durability.worker import work


def test_a_few_deaths_at_random_lose_nothing(tmp_path: Path, embedder: SentenceEmbedder) -> None:
    said: list[str] = []

    def restart(settings: Settings, days: int) -> str:
        """A start in this process, which has the model."""
        told: list[str] = []
        work(settings, PAGES, days=days, embedder=embedder, parse=parse, tell=told.append)
        return "".join(f"{line}\n" for line in told)

    tally = soak(tmp_path / "data", kills=3, seed=4, embedder=embedder, say=said.append, restart=restart)

    assert tally.faults == set()
    assert tally.kills == 3
    assert len(tally.documents) >= 10
    assert said == [f"3 kills, {len(tally.documents)} documents acknowledged, 0 faults"]


def test_a_soak_fails_for_anything_that_is_wrong_and_names_it() -> None:
    for wrong in ("lost", "twice", "orphans", "left", "stale"):
        tally = Tally(seconds=[1.0])
        assert not tally.failed
        getattr(tally, wrong).add("'otters' is gone")
        assert tally.failed
        assert tally.lines()[-1] == "'otters' is gone"
