"""`canllaw eval run`: which questions are put to which systems; asking itself is `evals.runs`."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import SetupError
from corpus.settings import ROOT, read_settings
from evals.commands.given import embedder_of, need, questions_of
from search_api.terminal import progress, put

if TYPE_CHECKING:
    from evals.gold.questions import GoldQuestion
    from evals.systems.response import System
    from index.embed import SentenceEmbedder
    from search_api.library import Library


class SystemName(StrEnum):
    """The systems of `run`."""

    OURS = "ours"
    BM25 = "bm25"
    DENSE = "dense"
    LLAMAINDEX = "llamaindex"
    LLAMA_TUNED = "llama-tuned"


class Split(StrEnum):
    """Which questions: `dev` to tune on, `calib` to set thresholds on, `test` to report."""

    OPEN = "open"
    """`dev` and `calib`, which may be looked at any time."""
    DEV = "dev"
    CALIB = "calib"
    TEST = "test"
    ALL = "all"

    @property
    def parts(self) -> tuple[str, ...]:
        """The splits of the questions that are asked."""
        return {Split.OPEN: ("dev", "calib"), Split.ALL: ("dev", "calib", "test")}.get(self, (self.value,))


def run(
    out: Annotated[Path | None, typer.Option(help="Folder of the results; `evals/run` in the data folder by default.")] = None,
    system: Annotated[list[SystemName] | None, typer.Option(help="Only this system; repeat for more.")] = None,
    split: Annotated[Split, typer.Option(help="Only these questions: `open` is dev and calib.")] = Split.OPEN,
    seeds: Annotated[bool, typer.Option(help="The checked questions on full texts too, where those texts are.")] = True,
    open_test: Annotated[bool, typer.Option("--open-test", help="Ask the test questions too: this is written down.")] = False,
    why: Annotated[str, typer.Option(help="With --open-test: what for.")] = "",
) -> None:
    """Put the gold questions to every system and write rows, summary and a report."""
    if "test" in split.parts and not (open_test and why.strip()):
        raise SetupError(
            f"'--split {split.value}' opens the test questions, which are to report on and never to tune on: add `--open-test "
            "--why 'what for'`, and the opening is logged. Without them ask `--split open`."
        )
    need("ir_measures")
    from evals.gold.seeds import SHARED  # noqa: PLC0415
    from evals.report.markdown import headline, report  # noqa: PLC0415
    from evals.runs.run import run as run_all  # noqa: PLC0415 - the model's libraries
    from evals.runs.workshop import workshop  # noqa: PLC0415

    settings = read_settings()
    folder = out or settings.data_dir / "evals" / "run"
    questions = [question for question in questions_of(settings, seeds=seeds) if question.split in split.parts]
    names = system or list(SystemName)
    if "test" in split.parts:
        _log_opening(names, questions, why=why)
    embedder = embedder_of(settings)
    place = settings.data_dir / "evals" / ("workshop" if seeds else "workshop-register")
    made = workshop(place, register=settings.register_path, embedder=embedder, shared=SHARED if seeds else None)
    with progress("Asking") as advance, made as library:
        systems = systems_of(library, embedder, names)
        run_all(questions, systems, library, folder, register=settings.register_path, progress=advance)
    (folder / "report.md").write_text(report(folder), encoding="utf-8")
    put(f"{headline(folder)}\n\nRows, summary and report are in {folder}")


def _log_opening(names: list[SystemName], questions: "list[GoldQuestion]", *, why: str) -> None:
    from evals.runs.testlog import LOG, commit_of, log_opening  # noqa: PLC0415

    number = sum(question.split == "test" for question in questions)
    systems = [name.value for name in names]
    log_opening(LOG, on=datetime.now(tz=UTC).date(), systems=systems, questions=number, why=why.strip(), commit=commit_of(ROOT))


def systems_of(library: "Library", embedder: "SentenceEmbedder", names: list[SystemName]) -> "list[System]":
    """The systems of those names over a library."""
    from evals.systems.ours import Ours, plain_systems  # noqa: PLC0415

    systems: list[System] = [Ours(library), *plain_systems(library)]
    if SystemName.LLAMAINDEX in names:
        need("llama_index.embeddings.huggingface")
        from evals.systems.llama_default import LlamaDefault, packaged_model  # noqa: PLC0415

        systems.append(LlamaDefault(library.catalogue.current(), embedder, model_path=packaged_model()))
    if SystemName.LLAMA_TUNED in names:
        need("llama_index.embeddings.huggingface")
        from evals.systems.llama_default import packaged_model  # noqa: PLC0415
        from evals.systems.llama_tuned import LlamaTuned  # noqa: PLC0415

        systems.append(LlamaTuned(library.catalogue.current(), embedder, model_path=packaged_model()))
    return [system for system in systems if system.name in names]
