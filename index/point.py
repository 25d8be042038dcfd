"""Point, Match, Condition: what the index stores and how it is asked, in no engine's words; does not store anything."""

import math
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np

from corpus.errors import IndexUnavailable
from index.embed import Vectors
from index.words import Terms

NAMESPACE = uuid.UUID("3b0f4b6e-6f0f-5c6e-9a3d-2f6d8b1c7e55")
"""Ours alone, drawn once: point ids are UUIDs of passage ids within it."""
MANIFEST_ID = str(uuid.uuid5(NAMESPACE, "manifest"))
KEYWORDS = ("publication_id", "document_id", "type", "publisher", "topics", "language", "status", "force", "held")
NUMBERS = ("day", "valid_from", "valid_to")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A passage as the index holds it."""

    passage_id: str
    dense: Vectors | None
    """None for a passage in a language the model does not understand."""
    sparse: Terms
    fields: Mapping[str, Any]
    """What is filtered on and given back."""

    @property
    def id(self) -> str:
        """The UUID of the passage id."""
        return point_id(self.passage_id)


class Match(NamedTuple):
    """A point found, with its score in one half of the index."""

    id: str
    score: float
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """A field holds one of these values."""

    key: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """A number lies in a range, both ends included."""

    key: str
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Among:
    """The point is one of these."""

    ids: frozenset[str]


Condition = AnyOf | Between | Among


class PassageStore(Protocol):
    """An index of points; two engines offer it (`store.py`)."""

    def put(self, points: Sequence[Point]) -> None:
        """Store points, in place of any with the same ids; durable on return."""

    def remove(self, ids: Sequence[str]) -> None:
        """Forget points; those not there are passed over."""

    def dense(self, vector: Vectors, conditions: Sequence[Condition], limit: int) -> list[Match]:
        """The nearest points by cosine, best first."""

    def sparse(self, terms: Terms, conditions: Sequence[Condition], limit: int) -> list[Match]:
        """The best points by BM25, best first."""

    def marks(self, keys: Sequence[str], conditions: Sequence[Condition] = ()) -> Iterator[tuple[str, dict[str, Any]]]:
        """The id of every point that fits, with these of its fields; the manifest's left out."""

    def vectors(self, ids: Sequence[str]) -> dict[str, Vectors]:
        """The dense vectors of those points that have one."""

    def manifest(self) -> dict[str, Any] | None:
        """What built this index; None for a new one."""

    def write_manifest(self, manifest: Mapping[str, Any]) -> None:
        """Record what built this index."""

    def close(self) -> None:
        """Write everything down and let go."""


def point_id(passage_id: str) -> str:
    """The UUID a passage has in the index."""
    return str(uuid.uuid5(NAMESPACE, passage_id))


def check(points: Iterable[Point]) -> None:
    """Refuse what an engine may take in silence: numbers that are none, and repeated terms (Edge does, measured)."""
    for point in points:
        numbers = point.sparse.values if point.dense is None else [*point.sparse.values, float(np.sum(point.dense))]
        if not all(math.isfinite(number) for number in numbers):
            raise IndexUnavailable(f"Passage '{point.passage_id}' has a vector that holds no number; it was not stored.")
        if len(set(point.sparse.indices)) != len(point.sparse.indices):
            raise IndexUnavailable(f"Passage '{point.passage_id}' repeats a term; it was not stored.")
