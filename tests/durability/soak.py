"""The soak: a crawl killed many times while its publishers change, and then counted; `make soak`.

    python -m tests.durability.soak --kills 200 --seed 1

Half of the deaths come after a random time, half at a random step. After every CLEAN deaths one start is left alone until it
ends, and what it left is counted: anything lost, there twice or belonging to nothing makes the soak fail. It ends no process
but those it started.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from corpus.catalogue import open_catalogue
from corpus.crash import Step
from corpus.settings import Settings
from index.embed import SentenceEmbedder
from tests.durability.folders import acknowledged, inventory, start
from tests.durability.small_site import FILES, KITES, PAGES, PARTS, PONDS, TWIN, WORDS, lay
from tests.publishers.server import Publishers

CLEAN = 25
"""Deaths between two starts that are left alone."""
LOOK = 5
"""Deaths between two looks at what a death leaves, before anything is mended."""
SLOWEST = 300.0
"""Seconds after which a start that is left alone counts as stuck."""
REMOVABLE = (*WORDS, TWIN, *FILES)
BELONGS = ((KITES, TWIN), (KITES, FILES[0]), (PONDS, FILES[1]))


@dataclass
class Tally:
    """What the soak has seen so far."""

    kills: int = 0
    ended: int = 0
    """Starts that were done before their death came."""
    at_step: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    """Acknowledged ones."""
    differences: list[int] = field(default_factory=list)
    """Found by `verify` after each death that was looked into, before anything was mended."""
    seconds: list[float] = field(default_factory=list)
    """From a start after a death until the index was in step."""
    lost: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    orphans: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    """Differences after an unaided restart."""
    stale: set[str] = field(default_factory=set)
    """Pages that are held in other words than they are served in, after one."""
    changes: int = 0

    @property
    def failed(self) -> bool:
        """True where anything is not as it must be."""
        return bool(self.faults)

    @property
    def faults(self) -> set[str]:
        """A sentence for each thing that is wrong."""
        return self.lost | self.twice | self.orphans | self.left | self.stale

    def lines(self) -> list[str]:
        """The table that is printed."""
        steps = ", ".join(f"{count} at '{step}'" for step, count in sorted(self.at_step.items()))
        counted = {
            "kills": f"{self.kills} ({self.kills - self.at_step.total()} at a random time; {steps or 'none at a step'})",
            "starts that ended before their kill": self.ended,
            "changes of the sites": self.changes,
            "acknowledged documents": len(self.documents),
            "lost": len(self.lost),
            "duplicates": len(self.twice),
            "orphans": len(self.orphans),
            "differences after a kill": f"{sum(self.differences)} in {len(self.differences)} looks",
            "differences after a restart": len(self.left),
            "texts not up to date after a restart": len(self.stale),
            "seconds until ready": f"{statistics.median(self.seconds):.1f} (median), {max(self.seconds):.1f} (most)",
        }
        return [*(f"{name:36} {value}" for name, value in counted.items()), *sorted(self.faults)]


class Sites:
    """The publishers' pages, each in an edition, some of them removed."""

    def __init__(self, publishers: Publishers, chance: random.Random) -> None:
        self._publishers, self._chance = publishers, chance
        self._editions: Counter[str] = Counter()
        self._removed: set[str] = set()
        self.lay()

    def lay(self) -> None:
        """Put everything where it lies now."""
        lay(self._publishers, {url: count + 1 for url, count in self._editions.items()}, removed=frozenset(self._removed))

    def change(self) -> int:
        """Change some things, remove or put back others; how many."""
        changed = self._chance.sample([*WORDS, TWIN, PARTS[0], *FILES], k=self._chance.randint(1, 4))
        self._editions.update(changed)
        moved = self._chance.sample(REMOVABLE, k=self._chance.randint(0, 1))
        self._removed.symmetric_difference_update(moved)
        self.lay()
        return len(changed) + len(moved)

    def served(self) -> dict[str, str]:
        """Words that each thing that is there has in its edition and in no other."""
        # A file or twin is found from its page: while that is away, nobody asks for it.
        away = self._removed | {found for page, found in BELONGS if page in self._removed}
        there = [url for url in (*WORDS, TWIN, PARTS[0], *FILES) if url not in away]
        named = {TWIN: "yn rhifyn {}."} | dict.fromkeys(FILES, "Plan {} is")
        return {url: named.get(url, "edition {} ").format(self._editions[url] + 1) for url in there}


def alone(settings: Settings, days: int) -> str:
    """What a start says that nobody kills; it ends by itself."""
    worker = start(settings, PAGES, days=days)
    said, errors = worker.communicate(timeout=SLOWEST)
    if worker.returncode != 0:
        raise RuntimeError(f"The worker ended with {worker.returncode}: {errors}")
    return said


def soak(
    folder: Path,
    *,
    kills: int,
    seed: int,
    embedder: SentenceEmbedder,
    say: Callable[[str], None],
    restart: Callable[[Settings, int], str] = alone,
) -> Tally:
    """Kill that often, and count after every CLEAN deaths and at the end."""
    chance = random.Random(seed)  # noqa: S311 - for variety, not for secrets
    tally = Tally()
    with Publishers() as publishers:
        sites = Sites(publishers, chance)
        settings = Settings(data_dir=folder, loopback_port=publishers.port)
        usual = _restart(settings, tally, restart, days=0)
        days = 1
        while tally.kills < kills:
            tally.changes += sites.change()
            step = chance.choice(list(Step)) if chance.random() < 0.5 else None
            killed = _kill(settings, tally, days=days, step=step, seconds=chance.uniform(0.1, 0.8 * usual))
            days += 1
            if killed and tally.kills % LOOK == 0:
                tally.differences.append(len(inventory(settings, embedder).differences))
            if killed and (tally.kills % CLEAN == 0 or tally.kills == kills):
                tally.seconds.append(_restart(settings, tally, restart, days=days))  # what was cut off
                _restart(settings, tally, restart, days=days)  # and what has changed since
                _count(settings, embedder, tally, sites.served())
                say(f"{tally.kills} kills, {len(tally.documents)} documents acknowledged, {len(tally.faults)} faults")
    return tally


def _kill(settings: Settings, tally: Tally, *, days: int, step: Step | None, seconds: float) -> bool:
    """One start and its death, at a step or after some seconds; False for a start that was done before."""
    worker = start(settings, PAGES, days=days, step=step)
    began = time.monotonic()
    while step is None and worker.poll() is None and time.monotonic() - began < seconds:
        time.sleep(0.01)
    if step is None and worker.poll() is None:
        worker.kill()
    said, errors = worker.communicate(timeout=SLOWEST)
    tally.documents.update(acknowledged(said))
    if worker.returncode == 0:
        tally.ended += 1
    elif worker.returncode == -9:
        tally.kills += 1
        tally.at_step.update([step.value] if step else [])
    else:
        raise RuntimeError(f"The worker ended with {worker.returncode}: {errors}")
    return worker.returncode != 0


def _restart(settings: Settings, tally: Tally, restart: Callable[[Settings, int], str], *, days: int) -> float:
    """Seconds until a start that nobody kills is done."""
    began = time.monotonic()
    tally.documents.update(acknowledged(restart(settings, days)))
    return time.monotonic() - began


def _count(settings: Settings, embedder: SentenceEmbedder, tally: Tally, served: Mapping[str, str]) -> None:
    found = inventory(settings, embedder, sorted(tally.documents))
    tally.lost.update(found.lost)
    tally.twice.update(found.twice)
    tally.orphans.update(found.orphans)
    tally.left.update(found.differences)
    with closing(open_catalogue(settings.catalogue_url)) as catalogue:
        for url, words in served.items():
            held = catalogue.current_document(catalogue.publication_met_at(url) or "")
            if held is None or words not in held.text:
                tally.stale.add(f"'{url}' is not held in the words '{words}'")


def main(arguments: Sequence[str]) -> int:
    """The exit code: 1 where anything was lost, is there twice or belongs to nothing."""
    parser = argparse.ArgumentParser(description="Kill a crawl many times and count what was lost.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        tally = soak(Path(folder), kills=asked.kills, seed=asked.seed, embedder=SentenceEmbedder(), say=_say)
    _say("\n".join(tally.lines()))
    return 1 if tally.failed else 0


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
