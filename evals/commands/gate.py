"""`canllaw eval gate`: a run held to exact values, floors and the accepted baseline; asks nothing."""

from pathlib import Path
from typing import Annotated

import typer

from search_api.terminal import put


def gate(
    folder: Annotated[Path, typer.Argument(help="A folder that `run` wrote.")],
    against: Annotated[
        Path | None, typer.Option(help="Accepted results or an earlier run to compare with; `evals/results` by default.")
    ] = None,
) -> None:
    """Hold a run to the gates of evals/gates.toml, and question by question to the accepted one; exit code 1 if one fails."""
    from evals.gates.judging import judge, told  # noqa: PLC0415 - scipy
    from evals.gates.kept import RESULTS  # noqa: PLC0415
    from evals.gates.thresholds import read_thresholds  # noqa: PLC0415

    found = judge(folder, baseline=against or RESULTS, thresholds=read_thresholds())
    put(told(found))
    if not found.passes:
        raise typer.Exit(1)
