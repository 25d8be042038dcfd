"""`canllaw eval report` and `compare`: what earlier runs found; asks nothing."""

from pathlib import Path
from typing import Annotated

import typer

from search_api.terminal import put


def report_command(folder: Annotated[Path, typer.Argument(help="A folder that `run` wrote.")]) -> None:
    """Print the report of an earlier run as Markdown."""
    from evals.report.markdown import report  # noqa: PLC0415

    put(report(folder).rstrip())


def compare_command(
    earlier: Annotated[Path, typer.Argument(help="The folder of an earlier run.")],
    later: Annotated[Path, typer.Argument(help="The folder of a later run.")],
    before: Annotated[str | None, typer.Option(help="System of the earlier run; ours, or the only one, by default.")] = None,
    after: Annotated[str | None, typer.Option(help="System of the later run; ours by default.")] = None,
) -> None:
    """Print what a later run gained and lost against an earlier one, question by question."""
    from evals.runs.compare import compare, told  # noqa: PLC0415

    put(told(compare(earlier, later, before=before, after=after)))
