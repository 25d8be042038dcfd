"""The `canllaw eval` commands, from `run` to `beir`; each reads, calls and prints.

Loaded by the command line through the entry point group `canllaw.commands`, since nothing below may import this room: so
nothing heavy is imported until a command runs.
"""

import json
from datetime import UTC, datetime
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import SetupError
from corpus.settings import ROOT, Settings, read_settings
from search_api.terminal import progress, put, say

if TYPE_CHECKING:
    from evals.gold import GoldQuestion
    from evals.response import System
    from index.embed import SentenceEmbedder
    from search_api.library import Library

eval_app = typer.Typer(help="Measure search and answers.", no_args_is_help=True)
THRESHOLDS = ROOT / "search_api" / "thresholds.json"
NEEDED = {"ir_measures": "ir-measures", "llama_index.embeddings.huggingface": "llama-index-embeddings-huggingface"}


class SystemName(StrEnum):
    """The systems of `run`."""

    OURS = "ours"
    BM25 = "bm25"
    DENSE = "dense"
    LLAMAINDEX = "llamaindex"
    LLAMA_TUNED = "llama-tuned"


class BeirSystem(StrEnum):
    """The systems of `beir`."""

    OURS = "ours"
    BM25 = "bm25"
    DENSE = "dense"


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


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


@eval_app.command()
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
    _need("ir_measures")
    from evals.report import headline, report  # noqa: PLC0415
    from evals.run import run as run_all  # noqa: PLC0415 - the model's libraries
    from evals.seeds import SHARED  # noqa: PLC0415
    from evals.workshop import workshop  # noqa: PLC0415

    settings = read_settings()
    folder = out or settings.data_dir / "evals" / "run"
    questions = [question for question in _questions(settings, seeds=seeds) if question.split in split.parts]
    names = system or list(SystemName)
    if "test" in split.parts:
        _log_opening(names, questions, why=why)
    embedder = _embedder(settings)
    place = settings.data_dir / "evals" / ("workshop" if seeds else "workshop-register")
    made = workshop(place, register=settings.register_path, embedder=embedder, shared=SHARED if seeds else None)
    with progress("Asking") as advance, made as library:
        systems = _systems(library, embedder, names)
        run_all(questions, systems, library, folder, register=settings.register_path, progress=advance)
    (folder / "report.md").write_text(report(folder), encoding="utf-8")
    put(f"{headline(folder)}\n\nRows, summary and report are in {folder}")


@eval_app.command("report")
def report_command(folder: Annotated[Path, typer.Argument(help="A folder that `run` wrote.")]) -> None:
    """Print the report of an earlier run as Markdown."""
    from evals.report import report  # noqa: PLC0415

    put(report(folder).rstrip())


@eval_app.command()
def duties(
    differences: Annotated[
        bool, typer.Option("--differences", help="Name each sentence read otherwise than it was labelled.")
    ] = False,
) -> None:
    """Judge the rules of duties against sentences labelled by hand."""
    from evals.duties import judge, load_labels, report  # noqa: PLC0415

    counts = judge(load_labels(), tell=say if differences else lambda _: None)
    put("\n".join(report(counts)))


@eval_app.command()
def commitments(
    differences: Annotated[
        bool,
        typer.Option("--differences", help="Name each sentence of the texts to tune on that was read otherwise than labelled."),
    ] = False,
    held: Annotated[
        bool,
        typer.Option(
            "--held", help="With --differences: name those of the texts held apart too, to report and never to tune on."
        ),
    ] = False,
    linking: Annotated[
        bool, typer.Option("--linking", help="Judge what later texts are suggested to say of the register's promises.")
    ] = False,
) -> None:
    """Judge the reading of commitments against texts labelled by hand, and against ordinary sentences."""
    from evals.promises import judge  # noqa: PLC0415
    from evals.promises_gold import load_promises  # noqa: PLC0415
    from evals.promises_labels import Split  # noqa: PLC0415
    from evals.promises_ordinary import load_ordinary  # noqa: PLC0415
    from evals.promises_ours import ours  # noqa: PLC0415
    from evals.promises_report import ordinary_report, report  # noqa: PLC0415

    named = {Split.DEV.value, *([Split.HELD.value] if held else [])} if differences else set()
    if linking:
        from evals.promises_linking import judge_linking, linking_report  # noqa: PLC0415
        from evals.promises_links import load_links  # noqa: PLC0415

        settings = read_settings()
        linked = judge_linking(
            load_links(settings.register_path),
            register=settings.register_path,
            folder=settings.data_dir / "evals" / "workshop-digests",
            embedder=_embedder(settings),
            tell=lambda split, line: say(f"{split}: {line}") if split in named else None,
        )
        put("\n".join(linking_report(linked)))
        return
    tallies = judge(load_promises(), ours, tell=lambda split, line: say(f"{split}: {line}") if split in named else None)
    put("\n".join([*report(tallies), *ordinary_report(load_ordinary(), ours)]))


@eval_app.command()
def comparing(
    differences: Annotated[bool, typer.Option("--differences", help="Name each label that was not met.")] = False,
) -> None:
    """Judge comparisons of two texts against paragraphs and changes labelled by hand, and modals changed by a machine."""
    from evals.comparing import judge, report  # noqa: PLC0415 - the model's libraries
    from evals.comparing_gold import load_pairs  # noqa: PLC0415
    from evals.comparing_seeded import seeded, told  # noqa: PLC0415
    from search_api.comparing.asked import meaning_of  # noqa: PLC0415

    tell = say if differences else lambda _: None
    counts = judge(load_pairs(), meaning=meaning_of(_embedder(read_settings())), tell=tell)
    put("\n".join([*report(counts), told(seeded(tell))]))


@eval_app.command("compare")
def compare_command(
    earlier: Annotated[Path, typer.Argument(help="The folder of an earlier run.")],
    later: Annotated[Path, typer.Argument(help="The folder of a later run.")],
    before: Annotated[str | None, typer.Option(help="System of the earlier run; ours, or the only one, by default.")] = None,
    after: Annotated[str | None, typer.Option(help="System of the later run; ours by default.")] = None,
) -> None:
    """Print what a later run gained and lost against an earlier one, question by question."""
    from evals.compare import compare, told  # noqa: PLC0415

    put(told(compare(earlier, later, before=before, after=after)))


@eval_app.command()
def calibrate(
    out: Annotated[Path, typer.Option(help="Where the thresholds are written.")] = THRESHOLDS,
) -> None:
    """Choose how sure an answer must be in each mode, from the calibration questions, and write the thresholds."""
    _need("ir_measures")
    from evals.calibrate import choose, told, without_threshold, write  # noqa: PLC0415
    from evals.run import ask_all  # noqa: PLC0415 - the model's libraries
    from evals.systems import Ours  # noqa: PLC0415
    from evals.workshop import workshop  # noqa: PLC0415

    settings = read_settings()
    questions = [question for question in _questions(settings, seeds=False) if question.split == "calib"]
    place = settings.data_dir / "evals" / "workshop-register"
    made = workshop(place, register=settings.register_path, embedder=_embedder(settings), shared=None)
    with progress("Asking") as advance, made as library:
        rows, _ = ask_all(questions, [Ours(library)], library, progress=advance)
    judged = without_threshold(rows)
    if not judged:
        raise SetupError("No answer carries a probability, so that there is nothing to calibrate. Fit the confidence first.")
    chosen = choose(judged)
    write(out, chosen)
    put(f"{told(chosen)}\n\nWritten to {out}")


@eval_app.command("train")
def train_command(
    out: Annotated[Path, typer.Option(help="Folder of the coefficients.")] = ROOT / "search_api",
) -> None:
    """Fit the sentence scorer and the confidence on the development questions, and write their coefficients."""
    from evals.train import train, write  # noqa: PLC0415 - the model's libraries
    from evals.workshop import workshop  # noqa: PLC0415

    settings = read_settings()
    questions = [question for question in _questions(settings, seeds=False) if question.split == "dev"]
    place = settings.data_dir / "evals" / "workshop-register"
    made = workshop(place, register=settings.register_path, embedder=_embedder(settings), shared=None)
    with progress("Fitting") as advance, made as library:
        trained = train(library, questions, progress=advance)
    write(out, trained)
    put(f"Fitted on {len(questions)} questions; coefficients are in {out}. Run `canllaw eval calibrate` next.")


@eval_app.command()
def verifier(
    differences: Annotated[
        bool, typer.Option("--differences", help="Name each sentence made by rule or tuned on that was judged wrongly.")
    ] = False,
) -> None:
    """Measure the checks of written sentences: false ones caught, true ones kept."""
    from evals.altered import LEAST_CAUGHT, LEAST_KEPT, cases, judge, table  # noqa: PLC0415 - the model's libraries

    settings = read_settings()
    with progress("Judging") as advance:
        judged = judge(cases(settings.register_path), embedder=_embedder(settings), progress=advance)
    put(table(judged))
    for case in judged.wrong if differences else ():
        if case.made != "held":
            say(f"{'lost' if case.true else 'missed'} ({case.kind}): {case.sentence} | {case.quote}")
    shares = {line.what: line.share for line in judged.lines}
    if shares["caught: all"] < LEAST_CAUGHT or shares["kept: all"] < LEAST_KEPT:
        raise typer.Exit(1)


@eval_app.command()
def injection(
    blind: Annotated[bool, typer.Option("--blind", help="Show the model every passage, to measure the checks alone.")] = False,
) -> None:
    """Plant orders in passages for a model that obeys them all; exit code 1 where any gets through."""
    from evals.injection import attack, load_payloads, succeeded, table  # noqa: PLC0415 - the model's libraries
    from search_api.source import is_plain  # noqa: PLC0415

    settings = read_settings()
    with progress("Attacking") as advance:
        admit = (lambda _: True) if blind else is_plain
        outcomes = attack(load_payloads(), embedder=_embedder(settings), admit=admit, progress=advance)
    put(table(outcomes))
    if succeeded(outcomes) and not blind:
        raise typer.Exit(1)


@eval_app.command()
def beir(
    folder: Annotated[Path, typer.Argument(help="A folder with corpus.jsonl, queries.jsonl and qrels/test.tsv.")],
    system: Annotated[BeirSystem, typer.Option(help="Our fusion, or one half of the index.")] = BeirSystem.OURS,
    as_json: AsJson = False,
) -> None:
    """Measure our retrieval on a test collection in BEIR's layout."""
    _need("ir_measures")
    from evals.beir import beir as measure  # noqa: PLC0415 - the model's libraries

    settings = read_settings()
    embedder = _embedder(settings)
    with progress("Working") as advance:
        scores = measure(folder, system=system.value, data_dir=settings.data_dir, embedder=embedder, say=say, progress=advance)
    if as_json:
        means = {name: mean.mean for name, mean in scores.means.items()}
        put(json.dumps({"system": system.value, "texts": scores.texts, "queries": scores.queries, **means}, indent=2))
        return
    put(f"{system.value} on {folder.name}: {scores.texts:,} texts, {scores.queries:,} judged queries")
    for name, mean in scores.means.items():
        put(f"{name:8} {mean.mean:.4f}  [{mean.low:.4f}, {mean.high:.4f}]")


def _log_opening(names: list[SystemName], questions: "list[GoldQuestion]", *, why: str) -> None:
    from evals.testlog import LOG, commit_of, log_opening  # noqa: PLC0415

    number = sum(question.split == "test" for question in questions)
    systems = [name.value for name in names]
    log_opening(LOG, on=datetime.now(tz=UTC).date(), systems=systems, questions=number, why=why.strip(), commit=commit_of(ROOT))


def _questions(settings: Settings, *, seeds: bool) -> "list[GoldQuestion]":
    from evals.gold import QUESTIONS, load_questions, read_said  # noqa: PLC0415
    from evals.seeds import load_seed_questions  # noqa: PLC0415

    ours = load_questions(QUESTIONS, read_said(settings.register_path))
    return [*ours, *load_seed_questions()] if seeds else list(ours)


def _systems(library: "Library", embedder: "SentenceEmbedder", names: list[SystemName]) -> "list[System]":
    from evals.systems import Ours, plain_systems  # noqa: PLC0415

    systems: list[System] = [Ours(library), *plain_systems(library)]
    if SystemName.LLAMAINDEX in names:
        _need("llama_index.embeddings.huggingface")
        from evals.llama_default import LlamaDefault, packaged_model  # noqa: PLC0415

        systems.append(LlamaDefault(library.catalogue.current(), embedder, model_path=packaged_model()))
    if SystemName.LLAMA_TUNED in names:
        _need("llama_index.embeddings.huggingface")
        from evals.llama_default import packaged_model  # noqa: PLC0415
        from evals.llama_tuned import LlamaTuned  # noqa: PLC0415

        systems.append(LlamaTuned(library.catalogue.current(), embedder, model_path=packaged_model()))
    return [system for system in systems if system.name in names]


def _embedder(settings: Settings) -> "SentenceEmbedder":
    from index.embed import SentenceEmbedder  # noqa: PLC0415

    return SentenceEmbedder(settings.embedding_model, languages=settings.dense_languages)


def _need(module: str) -> None:
    top = module.partition(".")[0]
    if find_spec(top) is None or find_spec(module) is None:
        raise SetupError(f"'{NEEDED[module]}' is not installed: run `pip install -e '.[dev]' -c constraints.txt`.")
