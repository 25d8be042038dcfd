"""TREC: the rankings of a run as files that trec_eval and ir-measures read; does not measure them.

`publications.SYSTEM.run` with `publications.qrels`, from the answers' rows; `passages.SYSTEM.run` with `passages.SYSTEM.qrels`,
from those of the retrieval suite, where the judgements belong to a ranking (`evals.measures.passages`). Scores fall by one a
rank, since trec_eval sorts by score and breaks ties by id.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.errors import ReportError

ANSWERS, PASSAGES = "rows.jsonl", "retrieval.rows.jsonl"
Rows = Sequence[Mapping[str, Any]]


def export_run(folder: Path, out: Path) -> list[Path]:
    """Write the files of a run's folder; gives them back. Raises ReportError for a folder without rankings."""
    answers, passages = _read(folder / ANSWERS), _read(folder / PASSAGES)
    if not answers and not passages:
        raise ReportError(
            f"'{folder}' does not hold the rankings of a run. Make one with `canllaw eval run --suite answers "
            f"--suite retrieval --out {folder}`."
        )
    files = dict(_files(answers, passages))
    out.mkdir(parents=True, exist_ok=True)
    for name, lines in sorted(files.items()):
        (out / name).write_bytes("".join(f"{line}\n" for line in lines).encode())
    return [out / name for name in sorted(files)]


def run_lines(system: str, rankings: Mapping[str, Sequence[str]]) -> list[str]:
    """`qid Q0 unit rank score tag`, by question, best first."""
    return [
        f"{key} Q0 {unit} {rank} {len(ranking) - rank + 1} {system}"
        for key, ranking in sorted(rankings.items())
        for rank, unit in enumerate(ranking, start=1)
    ]


def qrels_lines(grades: Mapping[str, Mapping[str, int]]) -> list[str]:
    """`qid 0 unit grade`, by question and unit."""
    return [f"{key} 0 {unit} {grade}" for key, judged in sorted(grades.items()) for unit, grade in sorted(judged.items())]


def _files(answers: Rows, passages: Rows) -> Iterator[tuple[str, list[str]]]:
    if answers:
        yield "publications.qrels", qrels_lines({row["id"]: row["wanted"] for row in answers if row["answerable"]})
    for name, mine in _by_system(answers):
        yield f"publications.{name}.run", run_lines(name, {row["id"]: row["ranking"] for row in mine if row["answerable"]})
    for name, mine in _by_system(passages):
        yield f"passages.{name}.run", run_lines(name, {row["id"]: row["units"] for row in mine})
        yield f"passages.{name}.qrels", qrels_lines({row["id"]: row["judged"] for row in mine})


def _by_system(rows: Rows) -> Iterator[tuple[str, Rows]]:
    for name in sorted({row["system"] for row in rows}):
        yield name, [row for row in rows if row["system"] == name]


def _read(path: Path) -> Rows:
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
