"""`canllaw eval together`, `train` and `calibrate`: what is learnt from questions, written where the product reads it."""

from pathlib import Path
from random import Random
from typing import Annotated

import typer

from corpus.errors import SetupError
from corpus.settings import ROOT, read_settings
from evals.commands.given import asked_of, embedder_of, need, questions_of
from search_api.terminal import progress, put

SEED = 7
FIRST_RATE, SECOND_RATE = 1e-3, 6e-4
AGAIN = 5_000
"""Questions of the first stage that the second goes through again, so that what was learnt there is kept."""
THRESHOLDS = ROOT / "search_api" / "answering" / "thresholds.json"


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


def together(
    out: Annotated[Path | None, typer.Option(help="Where the weights are written, else where the product reads them.")] = None,
) -> None:
    """Fit the cross-encoder, which reads a question and a sentence together, on questions of our own, and write its weights.

    None of its questions rests on a text that a question of the evaluation names. The texts that stand alone are gone through
    twice, then those with sisters once, more slowly, with some of the first; the questions asked of texts held with both.
    """
    from evals.fitting.exercises import load_exercises  # noqa: PLC0415 - the model's libraries
    from evals.fitting.groups import beside_wrong_ones, of_asked, of_exercises  # noqa: PLC0415
    from evals.fitting.together import Stage, fit_together  # noqa: PLC0415
    from evals.runs.workshop import workshop  # noqa: PLC0415
    from index.cross_encoder import WEIGHTS  # noqa: PLC0415
    from index.embed import SentenceEmbedder  # noqa: PLC0415

    settings = read_settings()
    exercises = load_exercises()
    asked = asked_of(settings)
    place = settings.data_dir / "evals" / "workshop-register"
    made = workshop(place, register=settings.register_path, embedder=embedder_of(settings), shared=None)
    with progress("Finding") as advance, made as library:
        found = of_asked(library, asked, advance)
    order = Random(SEED)  # noqa: S311 - an order, not a secret
    alone, sisters = ([one for one in exercises if bool(one.family) is among] for among in (False, True))
    first = [of_exercises(alone, order) + beside_wrong_ones(found, order) for _ in range(2)]
    again = of_exercises(alone, order)
    second = of_exercises(sisters, order) + beside_wrong_ones(found, order) + order.sample(again, min(AGAIN, len(again)))
    stages = [Stage(first, rate=FIRST_RATE), Stage([second], rate=SECOND_RATE)]
    with progress("Fitting") as advance:
        model, changes = fit_together(SentenceEmbedder().copied(), stages, progress=advance)
    model.save(changes, out or WEIGHTS)
    turns = [turn for stage in stages for turn in stage.turns]
    pairs = sum(len(group.sentences) for turn in turns for group in turn)
    put(f"Fitted on {sum(map(len, turns))} questions, {pairs} pairs; the weights are in {out or WEIGHTS}.")
    put("Run `canllaw eval train` next.")


def train_command(
    out: Annotated[Path, typer.Option(help="Folder of the coefficients.")] = ROOT / "search_api" / "answering",
) -> None:
    """Fit the scorer on the development questions and the confidence on exercises too, and write their coefficients."""
    from evals.fitting.exercises import load_exercises  # noqa: PLC0415 - the model's libraries
    from evals.fitting.staged import APART, put_on_shelf, questions_of_exercises  # noqa: PLC0415
    from evals.fitting.train import train, write  # noqa: PLC0415
    from evals.runs.workshop import workshop  # noqa: PLC0415

    settings = read_settings()
    register, embedder, folder = settings.register_path, embedder_of(settings), settings.data_dir / "evals"
    questions = [question for question in questions_of(settings, seeds=False) if question.split == "dev"]
    exercises = load_exercises(APART)
    put_on_shelf(exercises, folder / "exercises")
    made = workshop(folder / "workshop-register", register=register, embedder=embedder, shared=None)
    beside = workshop(
        folder / "workshop-exercises", register=register, embedder=embedder, shared=None, shelf=folder / "exercises"
    )
    with progress("Fitting") as advance, made as library, beside as other:
        strangers = (other, questions_of_exercises(exercises))
        trained = train(library, questions, strangers=strangers, progress=advance)
    write(out, trained)
    put(
        f"Fitted on {len(questions)} questions and {len(strangers[1])} to exercises; coefficients are in {out}. "
        "Run `canllaw eval calibrate` next."
    )
