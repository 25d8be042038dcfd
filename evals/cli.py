"""The `canllaw eval` commands, mounted; each is in `evals.commands`.

Loaded by the command line through the entry point group `canllaw.commands`, since nothing below may import this room: so
nothing heavy is imported until a command runs.
"""

from collections.abc import Callable

import typer

from evals.commands import accept, add, beir, export, fit, gate, judge, judged, lock, report, run

eval_app = typer.Typer(help="Measure search and answers.", no_args_is_help=True)
COMMANDS: dict[str, Callable[..., None]] = {
    "run": run.run,
    "report": report.report_command,
    "compare": report.compare_command,
    "gate": gate.gate,
    "accept": accept.accept,
    "judge": judge.judge,
    "export": export.export,
    "lock": lock.lock,
    "duties": judged.duties,
    "commitments": judged.commitments,
    "comparing": judged.comparing,
    "verifier": judged.verifier,
    "injection": judged.injection,
    "together": fit.together,
    "train": fit.train_command,
    "calibrate": fit.calibrate,
    "beir": beir.beir,
    "add": add.add,
}
for name, command in COMMANDS.items():
    eval_app.command(name)(command)
