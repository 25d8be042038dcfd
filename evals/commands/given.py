"""What several commands are given: the questions, the model that embeds, and a word where a package is missing; no command."""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from corpus.errors import GoldError, SetupError
from corpus.settings import Settings

if TYPE_CHECKING:
    from evals.fitting.asked import Asked
    from evals.gold.questions import GoldQuestion
    from index.embed import SentenceEmbedder

NEEDED = {"ir_measures": "ir-measures", "llama_index.embeddings.huggingface": "llama-index-embeddings-huggingface"}


def questions_of(settings: Settings, *, seeds: bool) -> "list[GoldQuestion]":
    """The questions of our own, and those on the seed texts where they are held and wanted."""
    from evals.gold.questions import QUESTIONS, load_questions, read_said  # noqa: PLC0415
    from evals.gold.seeds import load_seed_questions  # noqa: PLC0415

    ours = load_questions(QUESTIONS, read_said(settings.register_path))
    return [*ours, *load_seed_questions()] if seeds else list(ours)


def asked_of(settings: Settings) -> "tuple[Asked, ...]":
    """The pairs to fit the cross-encoder on; raises GoldError where one rests on a text that the evaluation asks about."""
    from evals.fitting.asked import faults_of, load_asked, read_texts  # noqa: PLC0415

    asked = load_asked()
    faults = faults_of(asked, questions_of(settings, seeds=False), read_texts(settings.register_path))
    if faults:
        raise GoldError("\n".join([f"{len(faults)} fault(s) in asked.jsonl:", *faults]))
    return asked


def embedder_of(settings: Settings) -> "SentenceEmbedder":
    """The model that the settings name."""
    from index.embed import SentenceEmbedder  # noqa: PLC0415

    return SentenceEmbedder(settings.embedding_model, languages=settings.dense_languages)


def need(module: str) -> None:
    """Raise SetupError where the package of a module is not installed."""
    top = module.partition(".")[0]
    if find_spec(top) is None or find_spec(module) is None:
        raise SetupError(f"'{NEEDED[module]}' is not installed: run `pip install -e '.[dev]' -c constraints.txt`.")
