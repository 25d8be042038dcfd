"""Opening: what was run, on which texts and questions, and the goals beside what was measured; computes nothing."""

import json
from collections.abc import Iterator
from typing import Any

from evals.report.blocks import Block, Bullets, Section, Table, Text, table
from evals.report.cells import cell
from evals.report.folder import Held
from evals.report.goals import GOALS, said_of, value_of
from evals.runs.differences import is_ablation
from evals.statistics.intervals import DRAWS, FEW, LEVEL


def title_of(summary: dict[str, Any]) -> str:
    """The report's title."""
    config = summary["config"]
    return f"Evaluation: {config['questions']} questions over {config['documents']} texts"


def opening(held: Held) -> Section:
    """What was run."""
    config = held.summary["config"]
    index = ", ".join(f"{key} {value}" for key, value in sorted(config["index"].items()))
    splits = ", ".join(f"{count} of {split}" for split, count in config["splits"].items())
    locks = {name: str(config.get(f"{name}_sha256", ""))[:12] for name in ("documents", "questions", "register", "lock")}
    locked = ", ".join(f"{name} `{digest}`" for name, digest in locks.items() if digest)
    packages = ", ".join(f"{name} {version}" for name, version in sorted(config.get("packages", {}).items()))
    systems = dict(sorted(config["systems"].items()))
    blocks = (
        Bullets(tuple(f"**{name}**: {told}" for name, told in systems.items() if not is_ablation(name))),
        *_ablations(systems),
        Text(f"Questions: {splits}. One number of all is not given: no weights would be right for everybody."),
        Text(
            f"Intervals are {LEVEL} % bootstrap, {DRAWS:,} draws of whole families of questions: percentiles, and BCa where "
            f"there are fewer than {FEW} families. Where every question scored the same an interval has no width; with n "
            "questions about 3/n of the other sort may still be missed. Rankings are measured by ir-measures at publication "
            "level; every measure but those of confidence is the mean of rows."
        ),
        Text(
            f"Locks (first 12 characters of the SHA-256): {locked}. Index: {index}. Weights: {json.dumps(config['weights'])}."
        ),
        Text(f"Python {config.get('python', '')}; {packages}."),
    )
    return Section("What was run", blocks)


def goals(held: Held) -> Section:
    """The goals set before the test questions were opened, each beside what was measured."""
    splits = held.summary["config"]["splits"]
    about = "" if set(splits) == {"test"} else " They are for the test questions; this run asked others, or others too."
    rows = tuple(_goals(held))
    blocks: tuple[Block, ...] = (
        Text(f"Set before the test questions were first opened (methods 9).{about}"),
        Table(caption="Goals and what was measured", head=("measure", "goal", "floor", "measured", "said plainly"), rows=rows),
    )
    return Section("Goals", blocks)


def _goals(held: Held) -> Iterator[tuple[str, ...]]:
    for goal in GOALS:
        found = value_of(goal, held)
        sign = "at most" if goal.lower else "at least"
        yield (goal.told, f"{sign} {goal.goal:g}", f"{goal.floor:g}", cell(found) if found else "–", said_of(goal, found))


def _ablations(systems: dict[str, str]) -> tuple[Block, ...]:
    found = [(name, told) for name, told in systems.items() if is_ablation(name)]
    return table("Ablations of ours", ("ablation", "what is left out"), found)
