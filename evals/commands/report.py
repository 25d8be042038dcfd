"""`canllaw eval report` and `compare`: what earlier runs found; asks nothing."""

from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import ReportError
from search_api.terminal import put


def report_command(
    folder: Annotated[Path, typer.Argument(help="A folder that `run` wrote.")],
    html: Annotated[Path | None, typer.Option("--html", help="Write the report here too, as one HTML file with plots.")] = None,
) -> None:
    """Print the report of an earlier run as Markdown; with --html write it as one page with plots too."""
    from evals.report.markdown import report  # noqa: PLC0415

    put(report(folder, cost=True).rstrip())
    if html is not None:
        from evals.report.page import page  # noqa: PLC0415 - matplotlib

        made = page(folder)
        try:
            html.parent.mkdir(parents=True, exist_ok=True)
            html.write_bytes(made.encode())
        except OSError as error:
            raise ReportError(f"'{html}' cannot be written: {error.strerror}. Name another file.") from error


def compare_command(
    earlier: Annotated[Path, typer.Argument(help="The folder of an earlier run.")],
    later: Annotated[Path, typer.Argument(help="The folder of a later run.")],
    before: Annotated[str | None, typer.Option(help="System of the earlier run; ours, or the only one, by default.")] = None,
    after: Annotated[str | None, typer.Option(help="System of the later run; ours by default.")] = None,
) -> None:
    """Print what a later run gained and lost against an earlier one, question by question."""
    from evals.runs.compare import compare, told  # noqa: PLC0415

    put(told(compare(earlier, later, before=before, after=after)))
