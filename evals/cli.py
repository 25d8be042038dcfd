"""The `canllaw eval` commands, mounted; each is in `evals.commands`.

Loaded by the command line through the entry point group `canllaw.commands`, since nothing below may import this room: so
nothing heavy is imported until a command runs.
"""

from collections.abc import Callable

import typer

from evals.commands import beir, fit, judged, report, run

eval_app = typer.Typer(help="Measure search and answers.", no_args_is_help=True)
COMMANDS: dict[str, Callable[..., None]] = {
    "run": run.run,
    "report": report.report_command,
    "compare": report.compare_command,
    "duties": judged.duties,
    "commitments": judged.commitments,
    "comparing": judged.comparing,
    "verifier": judged.verifier,
    "injection": judged.injection,
    "train": fit.train_command,
    "calibrate": fit.calibrate,
    "beir": beir.beir,
}
for name, command in COMMANDS.items():
    eval_app.command(name)(command)
