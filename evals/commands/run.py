"""`canllaw eval run`: which suites put which questions to which systems; asking itself is `evals.runs`."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import SetupError
from corpus.settings import ROOT, read_settings
from evals.commands.given import embedder_of, need, questions_of
from evals.suites.names import chosen as suites_named
from evals.systems.names import LLAMA
from evals.systems.names import chosen as systems_named
from search_api.terminal import progress, put, say

if TYPE_CHECKING:
    from evals.gold.questions import GoldQuestion

SPLITS: Mapping[str, tuple[str, ...]] = {
    "open": ("dev", "calib"),
    "dev": ("dev",),
    "calib": ("calib",),
    "test": ("test",),
    "all": ("dev", "calib", "test"),
}
"""Which questions: `dev` to tune on, `calib` to set thresholds on, `test` to report; `open` may be looked at any time."""
STOPPED = 130


def run(
    out: Annotated[Path | None, typer.Option(help="Folder of the results; `evals/run` in the data folder by default.")] = None,
    suite: Annotated[
        list[str] | None,
        typer.Option(
            help="answers (the default), retrieval, commitments, duties, status, welsh, safety or all; repeat for more."
        ),
    ] = None,
    system: Annotated[list[str] | None, typer.Option(help="Only this system; repeat for more.")] = None,
    ablations: Annotated[
        bool, typer.Option("--ablations", help="Every ablation of ours too: ours with one step left out.")
    ] = False,
    split: Annotated[str, typer.Option(help="Only these questions: open (dev and calib), dev, calib, test or all.")] = "open",
    seeds: Annotated[bool, typer.Option(help="The checked questions on full texts too, where those texts are.")] = True,
    open_test: Annotated[bool, typer.Option("--open-test", help="Ask the test questions too: this is written down.")] = False,
    why: Annotated[str, typer.Option(help="With --open-test: what for.")] = "",
) -> None:
    """Run suites over the gold questions and every system, and write rows, summary and a report; a run cut off goes on."""
    parts = parts_of(split)
    if "test" in parts and not (open_test and why.strip()):
        raise SetupError(
            f"'--split {split}' opens the test questions, which are to report on and never to tune on: add `--open-test "
            "--why 'what for'`, and the opening is logged. Without them ask `--split open`."
        )
    suites, names = suites_named(suite or ["answers"]), systems_named(system or [], ablations=ablations)
    need("ir_measures")
    if LLAMA & set(names):
        need("llama_index.embeddings.huggingface")
    from evals.gold.lock import LOCK  # noqa: PLC0415
    from evals.gold.seeds import SHARED  # noqa: PLC0415
    from evals.runs.steady import FILE, Steady  # noqa: PLC0415 - the model's libraries
    from evals.runs.workshop import ASKED_ON, workshop  # noqa: PLC0415
    from evals.suites.named import suites_of  # noqa: PLC0415
    from evals.suites.running import Wanted, run_suites  # noqa: PLC0415
    from evals.systems.named import systems_of  # noqa: PLC0415

    settings = read_settings()
    questions = [question for question in questions_of(settings, seeds=seeds) if question.split in parts]
    if "test" in parts:
        _log_opening(names, questions, why=why)
    embedder = Steady(embedder_of(settings), settings.data_dir / "evals" / FILE)
    folder = out or settings.data_dir / "evals" / "run"
    place = settings.data_dir / "evals" / ("workshop-run" if seeds else "workshop-run-register")
    shared = SHARED if seeds else None
    register = settings.register_path
    try:
        with workshop(place, register=register, embedder=embedder, shared=shared, today=lambda: ASKED_ON) as library:
            wanted = Wanted(
                suites=suites_of(suites), questions=questions, systems=lambda: systems_of(library, embedder, names), lock=LOCK
            )
            run_suites(wanted, library, folder, settings=settings, embedder=embedder, bar=progress, put=put, say=say)
    except KeyboardInterrupt:
        say("Stopped. What was answered is kept: the same command goes on from there.")
        raise typer.Exit(STOPPED) from None
    finally:
        embedder.close()
    put(f"\nThe results are in {folder}")


def parts_of(split: str) -> tuple[str, ...]:
    """The splits of the questions that are asked; raises SetupError."""
    if split not in SPLITS:
        raise SetupError(f"There is no split '{split}': the splits are {', '.join(SPLITS)}.")
    return SPLITS[split]


def _log_opening(names: Sequence[str], questions: "Sequence[GoldQuestion]", *, why: str) -> None:
    from evals.runs.testlog import LOG, commit_of, log_opening  # noqa: PLC0415

    number = sum(question.split == "test" for question in questions)
    log_opening(
        LOG, on=datetime.now(tz=UTC).date(), systems=list(names), questions=number, why=why.strip(), commit=commit_of(ROOT)
    )
