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
FIRST_RATE, SECOND_RATE, THIRD_RATE = 1e-3, 6e-4, 4e-4
THIRD_SHARE = 0.6
"""Of the weights after the third stage in those that are written, the rest is of those before it. Of 478 answerable questions
to tune on a right sentence is first, out of family, for .672 with all of it, .674 with .7, .682 with .5 and .663 with none; F1
of lists .45, .43, .40 and .36."""
AGAIN = 5_000
"""Questions gone through before that a later stage goes through again, so that what was learnt there is kept."""
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
    begin: Annotated[
        Path | None, typer.Option(help="Weights of the first two stages, to go on from with the third alone.")
    ] = None,
) -> None:
    """Fit the cross-encoder, which reads a question and a sentence together, on questions of our own, and write its weights.

    None of its questions rests on a text that a question of the evaluation names. The texts that stand alone are gone through
    twice, then those with sisters once, more slowly, with some of the first; the questions asked of texts held with both. Last
    come the texts with lists and those asked plainly, with some of all the others; the weights from before and after that are
    blended.
    """
    from evals.fitting.exercises import LISTS, PLAIN, load_exercises  # noqa: PLC0415 - the model's libraries
    from evals.fitting.groups import beside_wrong_ones, of_asked, of_exercises  # noqa: PLC0415
    from evals.fitting.together import Stage, blend, fit_together  # noqa: PLC0415
    from evals.runs.workshop import workshop  # noqa: PLC0415
    from index.cross_encoder import WEIGHTS  # noqa: PLC0415
    from index.embed import SentenceEmbedder  # noqa: PLC0415

    settings, written = read_settings(), out or WEIGHTS
    exercises, late = load_exercises(), (*load_exercises(LISTS), *load_exercises(PLAIN))
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
    third = of_exercises(late, order) + of_exercises(late, order) + order.sample(second, min(AGAIN, len(second)))
    two = begin or settings.data_dir / "evals" / "two_stages.safetensors"
    if not begin:
        stages = [Stage(first, rate=FIRST_RATE), Stage([second], rate=SECOND_RATE)]
        with progress("Fitting two stages") as advance:
            model, changes = fit_together(SentenceEmbedder().copied(), stages, progress=advance)
        model.save(changes, two)
    with progress("Fitting the third") as advance:
        model, changes = fit_together(
            SentenceEmbedder().copied(), [Stage([third], rate=THIRD_RATE)], begin=two, progress=advance
        )
    model.save(changes, written)
    blend(two, written, THIRD_SHARE)
    put(f"The weights are in {written}. Run `canllaw eval train` next.")


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
