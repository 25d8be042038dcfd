"""Running: suites over one library, each question put to each system once for all of them; does not choose which.

Into one folder: the answers' own files, `NAME.json` and `NAME.rows.jsonl` of every other suite, and `responses.jsonl`, from
which a run cut off goes on.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from corpus.settings import Settings
from evals.gold.lock import check_lock
from evals.gold.questions import GoldQuestion
from evals.report.markdown import headline, report
from evals.runs.config import config_of
from evals.runs.run import Asked, ask, write_answers
from evals.suites.figures import lines_of
from evals.suites.suite import Bench, Suite, write_block
from evals.systems.response import System
from index.embed import Embedder
from search_api.library import Library

Bar = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]
"""A progress bar with a label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be run."""

    suites: Sequence[Suite]
    questions: Sequence[GoldQuestion]
    systems: Callable[[], Sequence[System]]
    """Makes them: LlamaIndex embeds every text first, which a suite of labels need not wait for."""
    lock: Path

    def asked(self) -> list[GoldQuestion]:
        """The questions that any suite has answered, each once and in their order."""
        ids = {one.id for suite in self.suites if suite.asks for one in suite.takes(self.questions)}
        return [one for one in self.questions if one.id in ids]


def run_suites(
    wanted: Wanted,
    library: Library,
    folder: Path,
    *,
    settings: Settings,
    embedder: Embedder,
    bar: Bar,
    put: Callable[[str], None],
    say: Callable[[str], None],
) -> None:
    """Run suites into a folder and print what each found; raises GoldError where the texts are not those of the lock."""
    check_lock(library.catalogue, wanted.lock)
    folder.mkdir(parents=True, exist_ok=True)
    register, questions = settings.register_path, wanted.asked()
    systems = wanted.systems() if any(suite.takes(wanted.questions) for suite in wanted.suites) else ()
    asked: Asked | None = None
    if questions:
        with bar("Asking") as advance:
            asked = ask(questions, systems, library, folder, register=register, lock=wanted.lock, progress=advance, say=say)
    config = asked.config if asked else config_of(wanted.questions, systems, library, register=register, lock=wanted.lock)
    answers = asked is not None and any(suite.block is None for suite in wanted.suites)
    if asked and answers:
        write_answers(folder, asked)
    for suite in wanted.suites:
        if suite.block is None:
            continue
        mine = suite.takes(wanted.questions)
        ids = {one.id for one in mine}
        with bar(suite.name.capitalize()) as advance:
            block = suite.block(
                Bench(
                    questions=mine,
                    rows=[row for row in asked.rows if row["id"] in ids] if asked and suite.asks else (),
                    systems=systems,
                    library=library,
                    register=register,
                    data_dir=settings.data_dir,
                    embedder=embedder,
                    progress=advance,
                )
            )
        write_block(folder, suite, block, config=config)
        put("\n".join(lines_of(block)))
    if answers:
        (folder / "report.md").write_text(report(folder), encoding="utf-8")
        put(headline(folder))
