"""`canllaw eval export`: an earlier run as TREC files; asks nothing."""

from pathlib import Path
from typing import Annotated

import typer

from search_api.terminal import put


def export(
    folder: Annotated[Path, typer.Argument(help="A folder that `run` wrote.")],
    out: Annotated[Path, typer.Argument(help="Folder to write the TREC files into.")],
) -> None:
    """Write the rankings of a run as TREC runs and qrels, for any other program that measures them."""
    from evals.runs.trec import export_run  # noqa: PLC0415

    written = export_run(folder, out)
    put("\n".join([*(str(path) for path in written), f"{len(written)} files"]))
