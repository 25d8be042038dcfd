"""Report: a run's folder as one Markdown page, tables with n and intervals first, worst cases and limits last.

Writes what the rows and the summary say; computes nothing that they do not hold.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus.errors import ReportError
from evals.blame import LABELS
from evals.intervals import DRAWS, LEVEL
from evals.summary import COMPARED, GROUPS, HEADLINE, OURS, Row

MEANINGS = {
    "success@1": "the first publication answers (grade 2 or 3)",
    "recall@1": "share of the publications that answer in the first 1 (at most 1 can be, where several answer)",
    "recall@5": "the same in the first 5",
    "recall@10": "the same in the first 10",
    "ndcg@10": "nDCG of the first 10 publications, by grade",
    "rr@10": "1 / rank of the first publication that answers",
    "fact_recall": "share of a question's facts inside a quotation; 0 when it declined",
    "correct": "every fact quoted and no wrong version cited; 0 when it declined",
    "selective_correct": "the same, of what it answered, unanswerable questions included",
    "answered": "coverage: answerable questions it answered",
    "false_answer": "unanswerable questions it answered: lower is better",
    "wrong_version": "cited a replaced text, or one not yet made: lower is better",
    "citation_precision": "share of citations from a publication that answers",
    "citation_support": "share of citations that hold a wanted fact",
    "exact_quotes": "share of citations whose words stand at their place: must be 1.000",
    "quoted_words": "words quoted in an answer",
}
BY_GROUP = ("ndcg@10", "recall@10", "fact_recall", "correct")
WORST = 20
LIMITS = """\
- **Digests, mostly.** Most texts held are digests: one reworded fact a line. Full texts are longer and harder to search; what
  is measured here does not carry over to them. The seeds' questions are the only ones on publishers' own words.
- **Who wrote the questions.** We did, from the register, one author, before any retrieval. There is no second annotator, so no
  agreement can be given. Real users ask otherwise.
- **A matcher is a string test.** It can miss a right answer in other words (more likely on full texts) and cannot judge tone,
  order or completeness beyond the listed facts. Grades of publications were given from the register's facts alone.
- **Few questions in a cell.** Rows by kind or audience hold 5 to 60 questions: read their intervals, not their order.
- **Not measured here:** latency under load, pages, language-model answers, usefulness to a person at work.
"""


def report(folder: Path) -> str:
    """The page for a run's folder; raises ReportError where it holds none."""
    summary, rows = _read(folder)
    parts = [_opening(summary), _headline(summary), _differences(summary, rows)]
    parts += [_group(summary, name) for name in GROUPS if name != "unanswerable_kind"]
    parts += [_unanswerable(summary), _blame(summary), _worst(rows), f"## What this does not measure\n\n{LIMITS}"]
    return "\n\n".join(part.rstrip() for part in parts if part) + "\n"


def headline(folder: Path) -> str:
    """The first numbers of a run, for a terminal; raises ReportError."""
    measures = _read(folder)[0]["measures"]
    names = _systems({"measures": measures})
    shown = [measure for measure in HEADLINE if any(measure in measures[name] for name in names)]
    lines = [f"{'':18}" + "".join(f"{name:>12}" for name in names)]
    for measure in shown:
        cells = [f"{measures[name][measure]['mean']:.3f}" if measure in measures[name] else "-" for name in names]
        lines.append(f"{measure:18}" + "".join(f"{cell:>12}" for cell in cells))
    return "\n".join(lines)


def _read(folder: Path) -> tuple[dict[str, Any], list[Row]]:
    try:
        summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
        rows = [json.loads(line) for line in (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        raise ReportError(f"'{folder}' does not hold a run: {error}. Make one with `canllaw eval run`.") from error
    return summary, rows


def _opening(summary: dict[str, Any]) -> str:
    config = summary["config"]
    listed = "\n".join(f"- **{name}**: {text}" for name, text in sorted(config["systems"].items()))
    index = ", ".join(f"{key} {value}" for key, value in sorted(config["index"].items()))
    locks = f"Texts `{config['documents_sha256'][:12]}`, questions `{config['questions_sha256'][:12]}`."
    return (
        f"# Evaluation: {config['questions']} questions over {config['documents']} texts\n\n{listed}\n\n"
        f"Intervals are {LEVEL} % percentile bootstrap, {DRAWS:,} draws of whole families of questions. Rankings are "
        "measured by ir-measures at publication level; every measure is the mean of rows.\n\n"
        f"Index: {index}. Weights: {json.dumps(config['weights'])}. {locks}"
    )


def _headline(summary: dict[str, Any]) -> str:
    systems = _systems(summary)
    lines = [_row("measure", "what", *systems), _rule(2 + len(systems))]
    for measure in HEADLINE:
        cells = [_cell(summary["measures"][name].get(measure)) for name in systems]
        lines.append(_row(f"`{measure}`", MEANINGS[measure], *cells))
    return "## All questions\n\n" + "\n".join(lines)


def _differences(summary: dict[str, Any], rows: Sequence[Row]) -> str:
    texts = {row["id"]: row["text"] for row in rows}
    parts = []
    for other, by_measure in summary["differences"].items():
        lines = [_row("measure", f"ours minus {other}", "p", "gained", "lost"), _rule(5)]
        for measure in COMPARED:
            found = by_measure[measure]
            if found:
                lines.append(
                    _row(f"`{measure}`", _signed(found), f"{found['p']:.4f}", len(found["gained"]), len(found["lost"]))
                )
        flips = by_measure["correct"] or {"gained": [], "lost": []}
        listed = [f"\nQuestions {name} (`correct`):\n{_listed(flips[name], texts)}" for name in ("gained", "lost")]
        parts.append(f"### Ours and {other}\n\n" + "\n".join(lines) + "\n" + "\n".join(listed))
    return "## Paired differences\n\n" + "\n\n".join(parts) if parts else ""


def _group(summary: dict[str, Any], name: str) -> str:
    groups = summary["groups"][name]
    systems = _systems(summary)
    lines = [_row(name, "measure", *systems), _rule(2 + len(systems))]
    for group, means in groups.items():
        held = [measure for measure in BY_GROUP if any(measure in means[system] for system in systems)]
        lines += [_row(group, f"`{measure}`", *(_cell(means[name].get(measure)) for name in systems)) for measure in held]
    return f"## By {name.replace('_', ' ')}\n\n" + "\n".join(lines)


def _unanswerable(summary: dict[str, Any]) -> str:
    systems = _systems(summary)
    lines = [_row("kind", *systems), _rule(1 + len(systems))]
    for group, means in summary["groups"]["unanswerable_kind"].items():
        lines.append(_row(group, *(_cell(means[system].get("false_answer")) for system in systems)))
    return "## Questions with no answer held: share answered all the same\n\n" + "\n".join(lines)


def _blame(summary: dict[str, Any]) -> str:
    systems = _systems(summary)
    lines = [_row("step", "meaning", *systems), _rule(2 + len(systems))]
    for label, meaning in LABELS.items():
        lines.append(_row(label, meaning, *(summary["blame"][system].get(label, 0) for system in systems)))
    return "## Where answerable questions were lost\n\n" + "\n".join(lines)


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


def _systems(summary: dict[str, Any]) -> list[str]:
    """Systems in a table's order: ours first."""
    return sorted(summary["measures"], key=lambda name: (name != OURS, name))


def _listed(keys: Sequence[str], texts: dict[str, str]) -> str:
    return "\n".join(f"- `{key}` {texts[key]}" for key in keys) or "- none"


def _cell(mean: dict[str, Any] | None) -> str:
    return f"{mean['mean']:.3f} [{mean['low']:.3f}, {mean['high']:.3f}] n={mean['n']}" if mean else "–"


def _signed(found: dict[str, Any]) -> str:
    return f"{found['mean']:+.3f} [{found['low']:+.3f}, {found['high']:+.3f}] n={found['n']}"


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _rule(columns: int) -> str:
    return "|" + " --- |" * columns
