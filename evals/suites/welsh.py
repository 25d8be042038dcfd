"""Welsh: the questions in Welsh, and how they fare beside their English twins; asks no English question that is no twin.

Parity is a ratio of means, Welsh over English, over twins alone: 1 is as good (methods 8.4).
"""

from collections.abc import Sequence

from evals.gold.questions import GoldQuestion
from evals.measures.parity import parity
from evals.runs.differences import OURS, Row, values
from evals.suites.figures import figure, means_of, table_of
from evals.suites.suite import Bench, Block, Figures

MEASURES = (
    "ndcg@10",
    "recall@10",
    "success@1",
    "answered",
    "correct",
    "selective_correct",
    "fact_recall",
    "false_answer",
    "effective",
)
PARITY = ("ndcg@10", "recall@10", "success@1", "answered", "correct", "fact_recall", "effective")
"""Measures of which more is better, so that a ratio says something."""
NOTES = (
    "Parity is the mean over Welsh questions divided by the mean over their English twins; its interval resamples families.",
    "The model reads no Welsh: those questions are found by their words, and by what is known of them in English.",
)


def takes(questions: Sequence[GoldQuestion]) -> list[GoldQuestion]:
    """The questions in Welsh, with the English twins of those that have one."""
    twins = {one.twin for one in questions if one.language == "cy"}
    return [one for one in questions if one.language == "cy" or one.id in twins]


def block(bench: Bench) -> Block:
    """Welsh questions by themselves and beside their twins."""
    welsh = [row for row in bench.rows if row["language"] == "cy"]
    there = [row for row in welsh if not row["other_language_only"]]
    only_english = [row for row in welsh if row["other_language_only"]]
    beside = parities(bench.rows)
    captions = {
        "Questions in Welsh": welsh,
        "Questions in Welsh that a Welsh text answers, or nothing": there,
        "Questions in Welsh that only an English text answers": only_english,
    }
    tables = [table_of(caption, means_of(mine, MEASURES), MEASURES) for caption, mine in captions.items() if mine]
    if beside:
        tables.append(table_of("Welsh over English, over twins", beside, PARITY))
    means = {f"{name}": figures for name, figures in means_of(welsh, MEASURES).items()}
    return Block(
        title="Welsh beside English",
        notes=NOTES,
        tables=tables,
        measures=means | {f"{name}, parity": figures for name, figures in beside.items()},
        rows=bench.rows,
    )


def parities(rows: Sequence[Row]) -> dict[str, Figures]:
    """The ratio of each measure for each system, ours first; none where no twin was asked."""
    found: dict[str, Figures] = {}
    family = {row["id"]: row["family"] for row in rows}
    for name in sorted({row["system"] for row in rows}, key=lambda one: (one != OURS, one)):
        mine = [row for row in rows if row["system"] == name]
        twins = {row["id"]: row["twin"] for row in mine if row["twin"]}
        ratios = {one: parity(values(mine, one), values(mine, one), twins, family) for one in PARITY}
        figures = {measure: figure(ratio) for measure, ratio in ratios.items() if ratio}
        if figures:
            found[name] = figures
    return found
