"""Status: questions on which a text's status or the day decides, with the measures of versions; asks no others.

Which text answers hinges on a status or a day, the question is put as of a day, asks about texts that no longer stand, or has a
wrong version that must not be cited (methods 1.4.5).
"""

from collections.abc import Callable, Sequence

from evals.gold.questions import GoldQuestion, Kind
from evals.runs.differences import Row
from evals.suites.figures import means_of, table_of
from evals.suites.suite import Bench, Block

MEASURES = (
    "wrong_version",
    "lapsed_as_current",
    "as_of_right",
    "correct",
    "answered",
    "selective_correct",
    "false_answer",
    "effective",
    "ndcg@10",
)
KINDS = frozenset({Kind.STATUS, Kind.AS_OF, Kind.HISTORY})
PARTS: dict[str, Callable[[Row], bool]] = {
    "that hinge on a status": lambda row: row["hinges_on"] == "status",
    "that hinge on a day": lambda row: row["hinges_on"] == "date",
    "as of a day": lambda row: row["as_of"] is not None,
    "about texts that no longer stand": lambda row: row["kind"] == Kind.HISTORY.value,
    "about a status": lambda row: row["kind"] == Kind.STATUS.value,
    "with a wrong version to avoid": lambda row: "wrong_version" in row["scores"],
}
"""Sorts of these questions; a question may be of several."""
NOTES = (
    (
        "wrong_version is of questions that name one: cited, and not shown to be one (the gate is 0). lapsed_as_current is of "
        "every answer: any text that does not stand on the day, shown as in force or with no status. as_of_right is of answers "
        "as of a day."
    ),
)


def takes(questions: Sequence[GoldQuestion]) -> list[GoldQuestion]:
    """The questions on which a status or a day decides."""
    return [one for one in questions if one.hinges_on or one.as_of or one.kind in KINDS or one.must_not_cite]


def block(bench: Bench) -> Block:
    """The measures of versions, over all of these questions and by sort."""
    means = means_of(bench.rows, MEASURES)
    tables = [table_of("All questions on which a status or a day decides", means, MEASURES)]
    for name, belongs in PARTS.items():
        mine = [row for row in bench.rows if belongs(row)]
        if mine:
            tables.append(table_of(f"Questions {name}", means_of(mine, MEASURES), MEASURES))
    return Block(title="Status and date", notes=NOTES, tables=tables, measures=means, rows=bench.rows)
