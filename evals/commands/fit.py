"""`canllaw eval adapt`, `train` and `calibrate`: what is learnt from questions, written where the product reads it."""

from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import SetupError
from corpus.settings import ROOT, read_settings
from evals.commands.given import asked_of, embedder_of, need, questions_of
from search_api.terminal import progress, put

ADAPTER = ROOT / "index" / "question_adapter.safetensors"
THRESHOLDS = ROOT / "search_api" / "thresholds.json"


def calibrate(
    out: Annotated[Path, typer.Option(help="Where the thresholds are written.")] = THRESHOLDS,
) -> None:
    """Choose how sure an answer must be in each mode, from the calibration questions, and write the thresholds."""
    need("ir_measures")
    from evals.fitting.calibrate import choose, told, without_threshold, write  # noqa: PLC0415
    from evals.runs.asking import ask_all  # noqa: PLC0415 - the model's libraries
    from evals.runs.workshop import workshop  # noqa: PLC0415
    from evals.systems.ours import Ours  # noqa: PLC0415

    settings = read_settings()
    questions = [question for question in questions_of(settings, seeds=False) if question.split == "calib"]
    place = settings.data_dir / "evals" / "workshop-register"
    made = workshop(place, register=settings.register_path, embedder=embedder_of(settings), shared=None)
    with progress("Asking") as advance, made as library:
        rows, _ = ask_all(questions, [Ours(library)], library, progress=advance)
    judged = without_threshold(rows)
    if not judged:
        raise SetupError("No answer carries a probability, so that there is nothing to calibrate. Fit the confidence first.")
    chosen = choose(judged)
    write(out, chosen)
    put(f"{told(chosen)}\n\nWritten to {out}")


def adapt(
    out: Annotated[Path, typer.Option(help="Where the adapter is written.")] = ADAPTER,
) -> None:
    """Fit the question adapter on the questions of `asked.jsonl`, and write it."""
    from evals.fitting.halves import adapted  # noqa: PLC0415 - the model's libraries
    from evals.runs.workshop import workshop  # noqa: PLC0415

    settings = read_settings()
    asked = asked_of(settings)
    place = settings.data_dir / "evals" / "workshop-register"
    made = workshop(place, register=settings.register_path, embedder=embedder_of(settings), shared=None)
    with progress("Fitting") as advance, made as library:
        adapted(library, asked, out, progress=advance)
    put(f"Fitted on {len(asked)} questions; the adapter is in {out}. Run `canllaw eval train` next.")


def train_command(
    out: Annotated[Path, typer.Option(help="Folder of the coefficients.")] = ROOT / "search_api",
) -> None:
    """Fit the sentence scorer and the confidence on the development questions, and write their coefficients."""
    from evals.fitting.halves import libraries_apart  # noqa: PLC0415 - the model's libraries
    from evals.fitting.train import train, write  # noqa: PLC0415
    from evals.runs.workshop import workshop  # noqa: PLC0415

    settings = read_settings()
    questions = [question for question in questions_of(settings, seeds=False) if question.split == "dev"]
    folder = settings.data_dir / "evals"
    made = workshop(folder / "workshop-register", register=settings.register_path, embedder=embedder_of(settings), shared=None)
    with made as library:
        with progress("Fitting adapters") as advance:
            library_of = libraries_apart(library, asked_of(settings), questions, folder, progress=advance)
        with progress("Fitting") as advance:
            trained = train(library_of, questions, progress=advance)
    write(out, trained)
    put(f"Fitted on {len(questions)} questions; coefficients are in {out}. Run `canllaw eval calibrate` next.")
