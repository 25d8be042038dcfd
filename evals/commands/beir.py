"""`canllaw eval beir`: our retrieval on a public test collection."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus.settings import read_settings
from evals.commands.given import embedder_of, need
from search_api.terminal import progress, put, say

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


class BeirSystem(StrEnum):
    """The systems of `beir`."""

    OURS = "ours"
    BM25 = "bm25"
    DENSE = "dense"


def beir(
    folder: Annotated[Path, typer.Argument(help="A folder with corpus.jsonl, queries.jsonl and qrels/test.tsv.")],
    system: Annotated[BeirSystem, typer.Option(help="Our fusion, or one half of the index.")] = BeirSystem.OURS,
    as_json: AsJson = False,
) -> None:
    """Measure our retrieval on a test collection in BEIR's layout."""
    need("ir_measures")
    from evals.collections.beir import beir as measure  # noqa: PLC0415 - the model's libraries

    settings = read_settings()
    embedder = embedder_of(settings)
    with progress("Working") as advance:
        scores = measure(folder, system=system.value, data_dir=settings.data_dir, embedder=embedder, say=say, progress=advance)
    if as_json:
        means = {name: mean.mean for name, mean in scores.means.items()}
        put(json.dumps({"system": system.value, "texts": scores.texts, "queries": scores.queries, **means}, indent=2))
        return
    put(f"{system.value} on {folder.name}: {scores.texts:,} texts, {scores.queries:,} judged queries")
    for name, mean in scores.means.items():
        put(f"{name:8} {mean.mean:.4f}  [{mean.low:.4f}, {mean.high:.4f}]")
