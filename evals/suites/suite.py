"""Suite: a name, which questions it puts to the systems, and what it makes of them; does not run anything.

What a suite finds is a Block: tables to print and means to hold to goals, written as `NAME.json`, and the rows they are made of
in `NAME.rows.jsonl`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.gold.questions import GoldQuestion
from evals.runs.differences import Row
from evals.runs.run import write_json, write_rows
from evals.systems.response import System
from index.embed import Embedder
from search_api.library import Library

Figure = Mapping[str, Any]
"""A mean or share: `mean`, `low`, `high`, `n`."""
Figures = Mapping[str, Figure]
"""By measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a suite may use."""

    questions: Sequence[GoldQuestion]
    """Those it takes."""
    rows: Sequence[Row]
    """What came of asking them; empty for a suite that asks nothing."""
    systems: Sequence[System]
    library: Library
    register: Path
    data_dir: Path
    """Where the suite may keep an index of its own."""
    embedder: Embedder
    progress: Callable[[int, int], None] = lambda _, __: None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of a report."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What a suite found."""

    title: str
    notes: Sequence[str] = ()
    """Sentences a reader of the tables needs."""
    tables: Sequence[Table] = ()
    measures: Mapping[str, Figures] = field(default_factory=dict)
    """By system, or by the part of the labels that was judged."""
    rows: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """One of the suites."""

    name: str
    takes: Callable[[Sequence[GoldQuestion]], list[GoldQuestion]]
    """Which of the questions it is about; none for a suite of labels."""
    asks: bool = True
    """Whether the systems are to answer them."""
    block: Callable[[Bench], Block] | None = None
    """What it makes of them; None for `answers`, which is the run itself."""


def write_block(folder: Path, suite: Suite, block: Block, *, config: Mapping[str, Any]) -> None:
    """Write a block and its rows into a run's folder."""
    tables = [{"caption": one.caption, "head": list(one.head), "rows": [list(row) for row in one.rows]} for one in block.tables]
    found = {"suite": suite.name, "title": block.title, "notes": list(block.notes), "tables": tables}
    write_json(folder / f"{suite.name}.json", found | {"measures": block.measures, "config": config})
    write_rows(folder / f"{suite.name}.rows.jsonl", block.rows)
