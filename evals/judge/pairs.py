"""Pairs: a sentence with the words it cites, of ours and of those that people labelled; judges none.

The labelled ones are the `held` half of altered.jsonl: sentences written to say the same as a text, and sentences written to
say something else, by the author of the texts. No prompt shows any of them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np

from evals.runs.differences import OURS, Row
from evals.written.altered import BY_HAND

SEED = 20_260_101
SPLIT = "held"


class Label(StrEnum):
    """How far words bear a sentence out."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"

    @property
    def worth(self) -> float:
        """What it counts for in a mean: full 1, partial a half (TREC's weights of support)."""
        return {"full": 1.0, "partial": 0.5, "none": 0.0}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sentence and the words it is said to rest on."""

    key: str
    family: str
    """Pairs on the same text: intervals resample families."""
    sentence: str
    words: str
    label: Label | None = None
    """What people say; None for pairs of a run."""

    @property
    def is_own_words(self) -> bool:
        """Whether the sentence is nothing but the words it cites."""
        return " ".join(self.sentence.split()) == " ".join(self.words.split())


def labelled_pairs(path: Path = BY_HAND) -> list[Pair]:
    """The pairs that people labelled: sentences kept are borne out in full, altered ones not at all."""
    found: list[Pair] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["split"] != SPLIT:
            continue
        said = [(Label.FULL, one) for one in row["kept"]] + [(Label.NONE, one["s"]) for one in row["altered"]]
        found += [
            Pair(key=f"{row['id']} {number}", family=row["id"], sentence=sentence, words=row["passage"], label=label)
            for number, (label, sentence) in enumerate(said, 1)
        ]
    return found


def pairs_of(rows: Sequence[Row]) -> list[Pair]:
    """Each cited sentence of ours: a written answer's statements where rows keep them, else each quotation by itself."""
    return [pair for row in rows if row["system"] == OURS and row["answered"] for pair in _pairs(row)]


def shuffled(pairs: Sequence[Pair], *, seed: int = SEED) -> list[Pair]:
    """The pairs in an order that says nothing of where they came from, the same each time."""
    order = np.random.default_rng(seed).permutation(len(pairs))
    return [pairs[int(place)] for place in order]


def _pairs(row: Row) -> Iterator[Pair]:
    quotes = [str(cited["quote"]) for cited in row["citations"]]
    statements: Sequence[Mapping[str, Any]] = row.get("statements") or [
        {"text": quote, "citations": [number]} for number, quote in enumerate(quotes, 1)
    ]
    for number, statement in enumerate(statements, 1):
        words = "\n".join(quotes[n - 1] for n in statement["citations"] if 0 < n <= len(quotes))
        if words:
            yield Pair(key=f"{row['id']} {number}", family=row["family"], sentence=str(statement["text"]), words=words)
