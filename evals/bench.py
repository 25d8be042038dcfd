"""Bench: how long a search, an answer and an embedding take here; prints figures and judges none of them.

`make bench`. Machines differ and are noisy: compare two versions on one machine, in turn, and quote ratios.
"""

import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.settings import read_settings
from search_api.terminal import put

if TYPE_CHECKING:
    from index.query import Hit
    from search_api.answering.select import Selection
    from search_api.library import Library
    from search_api.question.question import Question

WARM_UP = 5
QUESTIONS = 60


def main() -> None:
    """Measure over a fresh index of the register."""
    from evals.gold.questions import QUESTIONS as GOLD  # noqa: PLC0415 - the model's libraries
    from evals.gold.questions import load_questions, read_said  # noqa: PLC0415
    from evals.runs.workshop import workshop  # noqa: PLC0415
    from index.embed import SentenceEmbedder  # noqa: PLC0415
    from search_api.answering.attempt import retrieve  # noqa: PLC0415
    from search_api.answering.shelf import shelf_of  # noqa: PLC0415
    from search_api.question.question import Asked  # noqa: PLC0415

    settings = read_settings()
    questions = [one.text for one in load_questions(GOLD, read_said(settings.register_path))][:QUESTIONS]
    began = time.perf_counter()
    embedder = SentenceEmbedder(settings.embedding_model, languages=settings.dense_languages)
    embedder.load()
    put(f"model loaded           {time.perf_counter() - began:8.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        with workshop(Path(folder), register=settings.register_path, embedder=embedder, shared=None) as library:
            count = sum(1 for _ in library.index.store.marks(()))
            spent = time.perf_counter() - began
            put(f"register indexed       {spent:8.2f} s   {count} passages, {count / spent:.0f} a second")
            size = _size(Path(folder) / "index") / 2**20
            put(f"index on disk          {size:8.1f} MB, {1000 * size / count:.1f} MB a thousand passages")
            asked = [library.read(Asked(q=text)) for text in questions]
            _time("question embedded", lambda number: embedder.question(questions[number]), len(questions))
            hits = [retrieve(library, one, shelf_of(one)) for one in asked]
            _time("question read", lambda number: library.read(Asked(q=questions[number])), len(questions))
            _time("passages retrieved", lambda number: retrieve(library, asked[number], shelf_of(asked[number])), len(asked))
            _time("sentences selected", lambda number: _selected(library, asked[number], hits[number]), len(asked))
            _time("search", lambda number: library.search(asked[number]), len(asked))
            _time("answer", lambda number: library.ask(asked[number]), len(asked))
    put(f"most memory held       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10:8.0f} MB")


def _selected(library: "Library", question: "Question", hits: "list[Hit]") -> "Selection":
    from search_api.answering.select import select  # noqa: PLC0415

    return select(question, hits, reading=library.reading, meanings=library.meanings)


def _time(label: str, call: Callable[[int], object], count: int) -> None:
    for number in range(WARM_UP):
        call(number)
    spent = []
    for number in range(count):
        began = time.perf_counter()
        call(number)
        spent.append((time.perf_counter() - began) * 1000)
    half, most = statistics.median(spent), statistics.quantiles(spent, n=20)[-1]
    put(f"{label:22} {half:8.1f} ms median, {most:.1f} ms at the 95th of 100, n={count}")


def _size(folder: Path) -> int:
    """Bytes the files of a folder take on disk; their stated length counts holes."""
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
