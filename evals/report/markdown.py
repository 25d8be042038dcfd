"""Report: a run's folder as one Markdown page, tables with n and intervals first, worst cases and limits last.

Writes what the rows and the summary say; computes nothing that they do not hold.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus.errors import ReportError
from evals.measures.meanings import GROUPS, MEANINGS
from evals.report.confidence import confidence
from evals.report.table import cell, listed, signed, systems_of, table
from evals.runs.blame import LABELS
from evals.runs.summary import COMPARED, HEADLINE, OURS, Row
from evals.statistics.intervals import DRAWS, LEVEL

BY_GROUP = ("ndcg@10", "recall@10", "fact_recall", "answered", "correct", "selective_correct")
BY_GROUP_TOO = {
    "kind": ("list_f1", "as_of_right", "short_exact"),
    "hinges_on": ("wrong_version", "lapsed_as_current"),
    "duties": ("vital_strict", "wrong_version"),
}
"""Measures that a group shows besides."""
WORST = 20
LIMITS = """\
- **Digests and texts of our own.** Most texts held are digests, one reworded fact a line; the shelf's are whole texts in the
  publishers' genre that we wrote. Real texts are longer and harder to search; what is measured here does not carry over to
  them. The seeds' questions are the only ones on publishers' own words.
- **Who wrote the questions.** We did, before any retrieval. There is no second annotator, so no agreement can be given. Real
  users ask otherwise.
- **A matcher is a string test.** It can miss a right answer in other words and cannot judge tone, order or completeness beyond
  the listed facts. Grades of publications were given from the facts alone.
- **Probabilities of what was declined.** Such a question counts as not right unless the system says what it would have shown.
- **Few questions in a cell.** Rows by kind or audience hold 5 to 60 questions: read their intervals, not their order.
- **Not measured here:** latency under load, pages, language-model answers, usefulness to a person at work.
"""


def report(folder: Path) -> str:
    """The page for a run's folder; raises ReportError where it holds none."""
    summary, rows = read_run(folder)
    parts = [_opening(summary), _headline(summary), _unanswerable(summary), confidence(summary), _differences(summary, rows)]
    parts += [_group(summary, name) for name in GROUPS]
    parts += [_refusals(summary), _blame(summary), _worst(rows), f"## What this does not measure\n\n{LIMITS}"]
    return "\n\n".join(part.rstrip() for part in parts if part) + "\n"


def headline(folder: Path) -> str:
    """The first numbers of a run, for a terminal; raises ReportError."""
    measures = read_run(folder)[0]["measures"]
    names = systems_of({"measures": measures})
    shown = [measure for measure in HEADLINE if any(measure in measures[name] for name in names)]
    lines = [f"{'':18}" + "".join(f"{name:>12}" for name in names)]
    for measure in shown:
        cells = [f"{measures[name][measure]['mean']:.3f}" if measure in measures[name] else "-" for name in names]
        lines.append(f"{measure:18}" + "".join(f"{one:>12}" for one in cells))
    return "\n".join(lines)


def read_run(folder: Path) -> tuple[dict[str, Any], list[Row]]:
    """Summary and rows of a run; raises ReportError where the folder holds none."""
    try:
        summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
        rows = [json.loads(line) for line in (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        raise ReportError(f"'{folder}' does not hold a run: {error}. Make one with `canllaw eval run`.") from error
    return summary, rows


def _opening(summary: dict[str, Any]) -> str:
    config = summary["config"]
    systems = "\n".join(f"- **{name}**: {text}" for name, text in sorted(config["systems"].items()))
    index = ", ".join(f"{key} {value}" for key, value in sorted(config["index"].items()))
    splits = ", ".join(f"{count} of {split}" for split, count in config["splits"].items())
    locks = f"Texts `{config['documents_sha256'][:12]}`, questions `{config['questions_sha256'][:12]}`."
    return (
        f"# Evaluation: {config['questions']} questions over {config['documents']} texts\n\n{systems}\n\n"
        f"Intervals are {LEVEL} % percentile bootstrap, {DRAWS:,} draws of whole families of questions. Rankings are "
        "measured by ir-measures at publication level; every measure but those of confidence is the mean of rows. "
        f"Questions: {splits}.\n\n"
        f"Index: {index}. Weights: {json.dumps(config['weights'])}. {locks}"
    )


def _headline(summary: dict[str, Any]) -> str:
    systems = systems_of(summary)
    lines = (
        [f"`{measure}`", MEANINGS[measure], *(cell(summary["measures"][name].get(measure)) for name in systems)]
        for measure in HEADLINE
        if any(measure in summary["measures"][name] for name in systems)
    )
    return "## All questions\n\n" + table(["measure", "what", *systems], lines)


def _differences(summary: dict[str, Any], rows: Sequence[Row]) -> str:
    texts = {row["id"]: row["text"] for row in rows}
    parts = []
    for other, by_measure in summary["differences"].items():
        lines = [
            [f"`{measure}`", signed(found), f"{found['p']:.4f}", len(found["gained"]), len(found["lost"])]
            for measure in COMPARED
            if (found := by_measure[measure])
        ]
        flips = by_measure["correct"] or {"gained": [], "lost": []}
        told = [f"\nQuestions {name} (`correct`):\n{listed(flips[name], texts)}" for name in ("gained", "lost")]
        compared = table(["measure", f"ours minus {other}", "p", "gained", "lost"], lines)
        parts.append(f"### Ours and {other}\n\n{compared}\n" + "\n".join(told))
    return "## Paired differences\n\n" + "\n\n".join(parts) if parts else ""


def _group(summary: dict[str, Any], name: str) -> str:
    """A group's table; empty where no question is in it."""
    systems = systems_of(summary)
    lines: list[list[str]] = []
    for group, means in summary["groups"][name].items():
        wanted = (*BY_GROUP, *BY_GROUP_TOO.get(name, ()))
        held = [measure for measure in wanted if any(measure in means[system] for system in systems)]
        lines += [[group, f"`{measure}`", *(cell(means[name].get(measure)) for name in systems)] for measure in held]
    return f"## {GROUPS[name]}\n\n" + table([name.replace("_", " "), "measure", *systems], lines) if lines else ""


def _unanswerable(summary: dict[str, Any]) -> str:
    systems = systems_of(summary)
    groups = summary["groups"]["unanswerable_kind"].items()
    lines = ([group, *(cell(means[system].get("false_answer")) for system in systems)] for group, means in groups)
    return "## Questions with no answer held: share answered all the same\n\n" + table(["kind", *systems], lines)


def _refusals(summary: dict[str, Any]) -> str:
    told = {name: counts for name, counts in summary["refusals"].items() if counts}
    kinds = sorted({kind for counts in told.values() for kind in counts})
    lines = ([kind, *(counts.get(kind, 0) for counts in told.values())] for kind in kinds)
    return "## Non-answers by their reason\n\n" + table(["reason", *told], lines) if told else ""


def _blame(summary: dict[str, Any]) -> str:
    systems = systems_of(summary)
    lines = (
        [label, meaning, *(summary["blame"][system].get(label, 0) for system in systems)] for label, meaning in LABELS.items()
    )
    return "## Where answerable questions were lost\n\n" + table(["step", "meaning", *systems], lines)


def _worst(rows: Sequence[Row]) -> str:
    """Our failures, those that should not happen first."""
    order = {label: place for place, label in enumerate(("wrong_version", *LABELS))}
    failed = [row for row in rows if row["system"] == OURS and (row["blame"] or row["scores"].get("false_answer"))]
    failed.sort(key=lambda row: (row["answerable"], order.get(row["blame"] or "", 0), row["id"]))
    bad = [row for row in failed if not row["answerable"]][: WORST // 2]
    shown = bad + [row for row in failed if row["answerable"]][: WORST - len(bad)]
    return "## Worst cases of ours\n\n" + "\n".join(line for row in shown for line in _case(row))


def _case(row: Row) -> Iterator[str]:
    why = row["blame"] or f"answered, though {row['unanswerable_kind']}"
    yield f"- **{row['id']}** ({why}): {row['text']}"
    if row["wanted"]:
        yield f"  wanted {', '.join(f'`{key}`' for key, grade in row['wanted'].items() if grade > 1)}"
    for cited in row["citations"][:3]:
        yield f"  - `{cited['publication_id']}` at {cited['start']}-{cited['end']}"
    if not row["answered"]:
        yield f"  - {row['status']}: {row['reason']}"
