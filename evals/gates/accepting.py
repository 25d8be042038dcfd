"""Accepting: a run becomes the baseline, with a line that says what changed and why; judges no gate and runs nothing.

Files beside each other in `evals/results/`: the report as Markdown and as one page, the summary, and scores by question. What
cannot be the baseline is refused with every reason at once, before anything is written.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.errors import ReportError
from corpus.ids import text_sha256
from evals.gates.kept import FILE, read_scores, scores_of, write_scores
from evals.gates.paired import Paired, change, pair
from evals.gates.thresholds import Baseline
from evals.gold.questions import GoldQuestion
from evals.report.folder import Held, read_folder
from evals.report.markdown import report
from evals.report.page import page
from evals.runs.config import differing
from evals.runs.differences import OURS

SPLIT = "test"
DIGITS = 12
MOST_NAMED = 3
TOLD = {
    "questions_sha256": "questions",
    "register_sha256": "register",
    "documents_sha256": "texts",
    "lock_sha256": "lock",
    "code_sha256": "code",
    "asked_on": "day asked on",
    "index": "index rules",
}
"""What of a configuration is told apart, in words; what is not here follows from these, or is told by its own name."""
FOLLOWS = frozenset({"questions", "splits", "documents"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a baseline is kept."""

    results: Path
    changelog: Path
    lock: Path


def accept(
    run: Path, *, why: str, questions: Sequence[GoldQuestion], baseline: Baseline, places: Places, on: date
) -> tuple[str, Paired | None]:
    """Make a run the baseline; gives back the line for the changelog, and the pairing behind it where there is one.

    `questions` are all there are. Raises ReportError naming everything that speaks against it; nothing is written then.
    """
    held = read_folder(run)
    faults = list(_faults(held, why=why, questions=questions, lock=places.lock))
    if faults:
        raise ReportError(f"'{run}' cannot be the baseline: {'; '.join(faults)}.")
    scores = scores_of(held.rows, baseline.headline)
    earlier = read_scores(places.results, baseline.headline)
    paired = pair(earlier, scores, baseline.headline) if earlier is not None else None
    line = changed_line(held.summary, _config(places.results), paired, why=why, on=on, headline=baseline.headline)
    texts = {"report.md": report(run), "report.html": page(run)}
    places.results.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (places.results / name).write_bytes(text.encode())
    write_scores(places.results / FILE, scores)
    (places.results / "summary.json").write_bytes((run / "summary.json").read_bytes())
    # Last, so that a line never speaks of what is not there.
    with places.changelog.open("a", encoding="utf-8", newline="\n") as log:
        log.write(f"{line}\n")
    return line, paired


def changed_line(
    summary: Mapping[str, Any],
    earlier: Mapping[str, Any] | None,
    paired: Paired | None,
    *,
    why: str,
    on: date,
    headline: Sequence[str],
) -> str:
    """A line of the changelog: the day, what was measured, why, what differs, and the headline before and after."""
    config = summary["config"]
    parts = [f"Other than before: {_differing(earlier, config)}." if earlier else "The first baseline."]
    if paired is None:
        means = summary["measures"][OURS]
        figures = [f"{name} {means[name]['mean']:.3f}" for name in headline if name in means]
        parts += [f"{', '.join(figures)}.", "No paired difference: no scores by question were kept before."]
    elif not paired.shared:
        parts.append("No paired difference: no question was asked, with the same gold, before.")
    else:
        parts += [f"{'; '.join(f'{name} {change(paired, name)}' for name in headline if name in paired.means)}."]
        parts.append(
            f"Paired on {len(paired.shared)} questions, {paired.apart} in one only: {len(paired.mended)} mended, "
            f"{len(paired.broken)} broken."
        )
    locked = f"lock `{config['lock_sha256'][:DIGITS]}`, " if config.get("lock_sha256") else ""
    coded = f"code `{config['code_sha256'][:DIGITS]}`" if config.get("code_sha256") else "code not noted"
    asked = f"questions `{config['questions_sha256'][:DIGITS]}` ({config['questions']} of {SPLIT}, {config['documents']} texts)"
    return f"- {on.isoformat()}, {asked}, {locked}{coded}: {_sentence(why)} {' '.join(parts)}"


def _faults(held: Held, *, why: str, questions: Sequence[GoldQuestion], lock: Path) -> list[str]:
    config = held.summary.get("config", {})
    wanted = [one for one in questions if one.split == SPLIT]
    faults = [] if why.strip() else ["no reason is given: say with --why what changed"]
    splits = sorted(config.get("splits", {}))
    if splits != [SPLIT]:
        faults.append(f"it asked the questions of {', '.join(splits) or 'no split'}, and a baseline is of {SPLIT} alone")
    else:
        faults += _asked_faults(held, wanted, config)
    measured = config.get("lock_sha256")
    if not lock.is_file():
        faults.append(f"there is no lock '{lock}' to hold it to: write it with `canllaw eval lock`")
    elif measured is None:
        faults.append("it names no lock of the texts that were measured")
    elif measured != sha256(lock.read_bytes()).hexdigest():
        faults.append(f"its texts were locked by another lock than {lock.name}: run it again")
    return faults


def _asked_faults(held: Held, wanted: Sequence[GoldQuestion], config: Mapping[str, Any]) -> list[str]:
    """What speaks against the questions that were asked; a run without one of ours has no headline."""
    ids = {one.id for one in wanted}
    by_system: dict[str, set[str]] = {}
    for row in held.rows:
        by_system.setdefault(row["system"], set()).add(row["id"])
    if OURS not in by_system:
        return [f"it did not ask {OURS}"]
    short = {name: sorted(ids - asked) for name, asked in sorted(by_system.items()) if ids - asked}
    if short:
        name, missing = next(iter(short.items()))
        return [f"{name} was not asked {len(missing)} of the {len(ids)} questions of {SPLIT} ({_some(missing)})"]
    more = sorted(by_system[OURS] - ids)
    if more:
        told = f"it asked {len(more)} questions that are not in the repository's files ({_some(more)})"
        return [f"{told}, and anybody must be able to run it again: use --no-seeds"]
    if config.get("questions_sha256") != text_sha256("\n".join(repr(one) for one in wanted)):
        return [f"the questions of {SPLIT}, or what answers them, have changed since it was run: run it again"]
    return []


def _config(results: Path) -> Mapping[str, Any] | None:
    return read_summary(results)["config"] if (results / "summary.json").is_file() else None


def read_summary(results: Path) -> Mapping[str, Any]:
    """The summary of accepted results; raises ReportError."""
    try:
        found: Mapping[str, Any] = json.loads((results / "summary.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReportError(f"'{results / 'summary.json'}' cannot be read ({error}). Take it back from git.") from error
    return found


def _differing(earlier: Mapping[str, Any], config: Mapping[str, Any]) -> str:
    names = [TOLD.get(name, name) for name in differing(earlier, config) if name not in FOLLOWS]
    return ", ".join(names) or "nothing"


def _some(keys: Sequence[str]) -> str:
    return ", ".join(keys[:MOST_NAMED]) + (", …" if len(keys) > MOST_NAMED else "")


def _sentence(why: str) -> str:
    said = " ".join(why.split()).rstrip(".")
    return f"{said[:1].upper()}{said[1:]}."
