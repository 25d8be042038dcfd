"""Column: how far our cited words bear our sentences out by a judge, beside its agreement with people, or why it is hidden.

The judge is measured first. Where it does not agree with people enough, nothing of ours is put to it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from evals.judge.agreement import Agreement, agreement
from evals.judge.asking import Gone, Progress, ask_judge
from evals.judge.corrected import corrected
from evals.judge.pairs import Label, Pair, pairs_of, shuffled
from evals.judge.prompt import Basis, Verdict
from evals.runs.differences import OURS, Row
from evals.runs.run import write_json, write_rows
from evals.statistics.intervals import Estimate
from evals.suites.suite import Block, Figure, Table
from search_api.modelled.model import Model

NAME = "judge"
TITLE = "Judge: how far cited words bear out what is said"
DIGITS = 4
Bar = Callable[[str], AbstractContextManager[Progress]]


def judge_column(rows: Sequence[Row], labelled: Sequence[Pair], model: Model, *, bar: Bar) -> Block | Gone:
    """The column as a block of a report: the judge's agreement, and our means where it is good enough."""
    known = shuffled(labelled)
    with bar("Labelled") as advance:
        verdicts = ask_judge(known, model, progress=advance)
    if isinstance(verdicts, Gone):
        return verdicts
    measured = agreement(known, verdicts)
    notes = list(_notes(model.name, measured, verdicts))
    tables = [_agreement_table(measured), _counts_table(measured)]
    measures: dict[str, Mapping[str, Figure]] = {"judge": _figures(measured)}
    lines = [_line("labelled", pair, verdict) for pair, verdict in zip(known, verdicts, strict=True)]
    if measured.against:
        notes.append(f"The column is hidden: {measured.against}.")
        return Block(title=TITLE, notes=notes, tables=tables, measures=measures, rows=lines)
    pairs = shuffled(pairs_of(rows))
    with bar("Ours") as advance:
        mine = ask_judge(pairs, model, progress=advance)
    if isinstance(mine, Gone):
        return mine
    errors = [(pair.label.worth, one.label.worth) for pair, one in zip(known, verdicts, strict=True) if pair.label]
    found = corrected([one.label.worth for one in mine], errors)
    if found is None:
        notes.append("This run has fewer than two cited sentences of ours, so that there is nothing to show.")
        return Block(title=TITLE, notes=notes, tables=tables, measures=measures, rows=lines)
    own = sum(pair.is_own_words for pair in pairs)
    notes.append(
        f"{own} of the {len(pairs)} sentences of ours are themselves the words they cite, which a right judge calls full; "
        "what is left of the column is about the sentences a model wrote."
    )
    mean = {"mean": found.mean, "low": found.low, "high": found.high}
    measures[OURS] = {"support, corrected": {name: round(value, DIGITS) for name, value in mean.items()} | {"n": found.n}}
    counts = [sum(one.label is label for one in mine) for label in Label]
    head = ["sentences of ours", *(label.value for label in Label), "mean", "corrected, 95 % interval"]
    cells = [len(mine), *counts, f"{found.raw:.3f}", f"{found.mean:.3f} [{found.low:.3f}, {found.high:.3f}]"]
    tables.append(Table(caption="Sentences of ours by the judge", head=head, rows=[[str(cell) for cell in cells]]))
    lines += [_line(OURS, pair, verdict) for pair, verdict in zip(pairs, mine, strict=True)]
    return Block(title=TITLE, notes=notes, tables=tables, measures=measures, rows=lines)


def write_column(folder: Path, block: Block, *, config: Mapping[str, Any]) -> Path:
    """Write the column into a run's folder, in the form that suites write; gives back the file."""
    tables = [{"caption": one.caption, "head": list(one.head), "rows": [list(row) for row in one.rows]} for one in block.tables]
    told = {"suite": NAME, "title": block.title, "notes": list(block.notes), "tables": tables, "measures": block.measures}
    write_json(folder / f"{NAME}.json", told | {"config": config})
    write_rows(folder / f"{NAME}.rows.jsonl", block.rows)
    return folder / f"{NAME}.json"


def _notes(name: str, measured: Agreement, verdicts: Sequence[Verdict]) -> Iterator[str]:
    yield (
        f"The judge is the model '{name}', asked one pair at a time in an order drawn by lot, without the names of systems, at "
        "temperature 0. Where it, or a model of its family, wrote the answers, it judges its own."
    )
    yield (
        f"It was measured first on {measured.accuracy.n} invented pairs, labelled full or none by their author; nobody "
        "labelled them a second time. A verdict whose quotation does not stand in the text counts as none."
    )
    turned = sum(one.basis in {Basis.NO_QUOTATION, Basis.INVENTED, Basis.UNREADABLE} for one in verdicts)
    if turned:
        yield f"{turned} of these verdicts were counted as none for want of a true quotation or a reply that can be read."
    yield (
        "Means are corrected by prediction-powered inference, which takes pairs as independent, and the labelled ones as like "
        "ours: they are invented and half of them false."
    )


def _figures(measured: Agreement) -> dict[str, Figure]:
    found = {"accuracy": measured.accuracy, "kappa": measured.kappa, "recall of none": measured.recall_none}
    return {name: _rounded(one) for name, one in found.items()}


def _agreement_table(measured: Agreement) -> Table:
    rows = [
        [name, f"{one['mean']:.3f} [{one['low']:.3f}, {one['high']:.3f}] n={one['n']}"]
        for name, one in _figures(measured).items()
    ]
    return Table(caption="The judge beside people", head=["measure", "with 95 % interval"], rows=rows)


def _counts_table(measured: Agreement) -> Table:
    told = (Label.FULL, Label.NONE)
    rows = [[f"people: {one.value}", *(str(measured.counts[one, other]) for other in Label)] for one in told]
    return Table(caption="Labels", head=["", *(f"judge: {label.value}" for label in Label)], rows=rows)


def _rounded(found: Estimate) -> dict[str, Any]:
    return {name: round(value, DIGITS) if isinstance(value, float) else value for name, value in asdict(found).items()}


def _line(part: str, pair: Pair, verdict: Verdict) -> dict[str, Any]:
    return {
        "part": part,
        "key": pair.key,
        "wanted": pair.label.value if pair.label else None,
        "label": verdict.label.value,
        "basis": verdict.basis.value,
    }
