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
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.crash import Step
from corpus.settings import Settings
from index.embed import SentenceEmbedder
from tests.durability.folders import acknowledged, inventory, start
from tests.durability.small_site import FILES, PAGES, PARTS, TWIN, WORDS, lay
from tests.publishers.server import Publishers

CLEAN = 25
"""Deaths between two starts that are left alone."""
LOOK = 5
"""Deaths between two looks at what a death leaves, before anything is mended."""
SLOWEST = 300.0
"""Seconds after which a start that is left alone counts as stuck."""
REMOVABLE = (*WORDS, TWIN, *FILES)


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
    changes: int = 0

    @property
    def failed(self) -> bool:
        """True where anything is not as it must be."""
        return bool(self.lost or self.twice or self.orphans or self.left)

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
            "seconds until ready": f"{statistics.median(self.seconds):.1f} (median), {max(self.seconds):.1f} (most)",
        }
        faults = sorted({*self.lost, *self.twice, *self.orphans, *self.left})
        return [*(f"{name:36} {value}" for name, value in counted.items()), *faults]


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


def soak(
    folder: Path, *, kills: int, seed: int, embedder: SentenceEmbedder, say: Callable[[str], None], clean: int = CLEAN
) -> Tally:
    """Kill that often, count every `clean` deaths and at the end."""
    chance = random.Random(seed)  # noqa: S311 - for variety, not for secrets
    tally = Tally()
    with Publishers() as publishers:
        sites = Sites(publishers, chance)
        settings = Settings(data_dir=folder, loopback_port=publishers.port)
        usual = _start_alone(settings, tally, days=0)
        days = 1
        while tally.kills < kills:
            tally.changes += sites.change()
            step = chance.choice(list(Step)) if chance.random() < 0.5 else None
            killed = _kill(settings, tally, days=days, step=step, seconds=chance.uniform(0.1, usual))
            days += 1
            if killed and tally.kills % LOOK == 0:
                tally.differences.append(len(inventory(settings, embedder).differences))
            if killed and (tally.kills % clean == 0 or tally.kills == kills):
                tally.seconds.append(_start_alone(settings, tally, days=days))  # what was cut off
                _start_alone(settings, tally, days=days)  # and what has changed since
                _count(settings, embedder, tally)
                say(f"{tally.kills} kills, {len(tally.documents)} documents acknowledged, {_faults(tally)} faults")
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


def _start_alone(settings: Settings, tally: Tally, *, days: int) -> float:
    """Seconds until a start that nobody kills is done."""
    began = time.monotonic()
    worker = start(settings, PAGES, days=days)
    said, errors = worker.communicate(timeout=SLOWEST)
    if worker.returncode != 0:
        raise RuntimeError(f"The worker ended with {worker.returncode}: {errors}")
    tally.documents.update(acknowledged(said))
    return time.monotonic() - began


def _count(settings: Settings, embedder: SentenceEmbedder, tally: Tally) -> None:
    found = inventory(settings, embedder, sorted(tally.documents))
    tally.lost.update(found.lost)
    tally.twice.update(found.twice)
    tally.orphans.update(found.orphans)
    tally.left.update(found.differences)


def _faults(tally: Tally) -> int:
    return len(tally.lost) + len(tally.twice) + len(tally.orphans) + len(tally.left)


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
