"""Passages: what a system ranks before it answers, as places in documents; does not grade them.

Ours is asked for what its answers are made from: the passages found for a question, in the order that routing gives them,
under the filters its words ask for. The search page shows the same passages, at most two of a publication.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from evals.gold.places import Place
from evals.gold.questions import GoldQuestion
from evals.systems.ours import Ours, read
from evals.systems.response import System
from search_api.answering.attempt import retrieve
from search_api.answering.shelf import shelf_of
from search_api.library import Library


@runtime_checkable
class Ranker(Protocol):
    """Whatever ranks passages for a question."""

    @property
    def name(self) -> str:
        """Its column in a report."""

    def passages(self, question: GoldQuestion, depth: int) -> tuple[Place, ...]:
        """Places of the passages it ranks, best first, at most `depth`."""


@dataclass(frozen=True, slots=True)
class OursRanked:
    """The passages that our answers are made from."""

    library: Library
    name: str

    def passages(self, question: GoldQuestion, depth: int) -> tuple[Place, ...]:
        """Places of the passages it ranks for a question, best first."""
        asked = read(self.library, question)
        hits = retrieve(self.library, asked, shelf_of(asked))
        return tuple((hit.passage.document_id, *hit.passage.span) for hit in hits[:depth])


def rankers(systems: Sequence[System]) -> list[Ranker]:
    """Those of some systems that rank passages, ours among them, in their order."""
    found = (OursRanked(one.library, one.name) if isinstance(one, Ours) else one for one in systems)
    return [one for one in found if isinstance(one, Ranker)]
