"""`canllaw eval judge`: an optional column by a model, beside its agreement with people; no gate rests on it."""

from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import SetupError
from corpus.settings import read_settings
from search_api.terminal import progress, put, say


def judge(folder: Annotated[Path, typer.Argument(help="A folder that `run` wrote.")]) -> None:
    """Have the model that the settings name judge how far cited words bear our sentences out; written as judge.json."""
    from evals.judge.asking import Gone  # noqa: PLC0415 - scikit-learn
    from evals.judge.column import judge_column, write_column  # noqa: PLC0415
    from evals.judge.pairs import labelled_pairs  # noqa: PLC0415
    from evals.report.folder import read_run  # noqa: PLC0415
    from evals.suites.figures import lines_of  # noqa: PLC0415
    from search_api.modelled.model import open_model  # noqa: PLC0415

    summary, rows = read_run(folder)
    model = open_model(read_settings())
    if model is None:
        raise SetupError(
            "No model is set to judge: set CANLLAW_LLM_BASE_URL and CANLLAW_LLM_MODEL to a server that speaks OpenAI's "
            "protocol. The column is optional: no gate and no other figure needs it."
        )
    block = judge_column(rows, labelled_pairs(), model, bar=progress)
    if isinstance(block, Gone):
        say(f"{block.told} Nothing was written. Check the server at CANLLAW_LLM_BASE_URL, and run this again.")
        raise typer.Exit(1)
    written = write_column(folder, block, config=summary["config"])
    put("\n".join([*lines_of(block), "", *block.notes, "", f"Written to {written}"]))
