"""`canllaw eval accept`: a run becomes the baseline that later ones are held to; asks nothing."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from corpus.settings import ROOT, read_settings
from evals.commands.given import questions_of
from search_api.terminal import put, say

CHANGELOG = ROOT / "evals" / "CHANGELOG.md"


def accept(
    folder: Annotated[Path, typer.Argument(help="A folder that `run --split test --no-seeds` wrote.")],
    why: Annotated[str, typer.Option(help="What changed and why this is the baseline now: a sentence for the changelog.")],
) -> None:
    """Make a run of all test questions the accepted baseline, with a line in evals/CHANGELOG.md."""
    from evals.gates import accepting  # noqa: PLC0415 - scipy, and matplotlib for the page
    from evals.gates.judging import judge  # noqa: PLC0415
    from evals.gates.kept import RESULTS  # noqa: PLC0415
    from evals.gates.thresholds import read_thresholds  # noqa: PLC0415
    from evals.gates.verdict import failed  # noqa: PLC0415
    from evals.gold.lock import LOCK  # noqa: PLC0415

    thresholds = read_thresholds()
    places = accepting.Places(results=RESULTS, changelog=CHANGELOG, lock=LOCK)
    failures = failed(judge(folder, baseline=RESULTS, thresholds=thresholds).verdicts)
    line, _ = accepting.accept(
        folder,
        why=why,
        questions=questions_of(read_settings(), seeds=False),
        baseline=thresholds.baseline,
        places=places,
        on=datetime.now(tz=UTC).date(),
    )
    put(line)
    for one in failures:
        say(f"Accepted although a gate says: {one.line}")
    say(f"The baseline is in {RESULTS}. `make readme` renews README's numbers; commit the folder with evals/CHANGELOG.md.")
