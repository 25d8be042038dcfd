"""Halves: adapters fitted apart from half of the questions each, so that no question is measured by one that knows its texts.

Does not fit by itself: `evals.fitting.adapter` does.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from evals.fitting.adapter import Embed, Progress, fit_adapter, pools_of
from evals.fitting.asked import Asked, apart_from
from evals.gold.questions import GoldQuestion
from index.embed import SentenceEmbedder
from index.question_adapter import save
from index.remembered import Remembered
from search_api.library import Library


def adapted(
    library: Library, asked: Sequence[Asked], path: Path, *, vectors: Embed | None = None, progress: Progress | None = None
) -> None:
    """Fit an adapter on some pairs over the texts of a library, and write it."""
    plain = SentenceEmbedder(adapter=None)
    pools = pools_of(library, asked, vectors or plain.passages)
    save(fit_adapter(plain.copied(), asked, pools, progress=progress), path)


def libraries_apart(
    library: Library,
    asked: Sequence[Asked],
    questions: Sequence[GoldQuestion],
    folder: Path,
    *,
    progress: Progress | None = None,
) -> Callable[[GoldQuestion], Library]:
    """Which library to ask a question of: the same texts, the questions read by an adapter that was fitted without its own."""
    families = sorted({question.family for question in questions})
    half_of = {family: number % 2 for number, family in enumerate(families)}
    vectors = Remembered(SentenceEmbedder(adapter=None))
    made = []
    for half in (0, 1):
        path = folder / f"question_adapter-{half}.safetensors"
        other = apart_from(asked, [one for one in questions if half_of[one.family] == half])
        adapted(library, other, path, vectors=vectors, progress=progress)
        embedder = SentenceEmbedder(library.index.embedder.name, languages=library.index.embedder.languages, adapter=path)
        made.append(Library(catalogue=library.catalogue, index=replace(library.index, embedder=embedder)))
    return lambda question: made[half_of[question.family]]
