"""Duties: questions about who must, should or may do what, and the rules that read duties judged by labels; tunes nothing."""

from collections.abc import Sequence

from evals.duties import Counts, judge, load_labels
from evals.gold.questions import GoldQuestion, Kind
from evals.suites.figures import known, means_of, share, table_of
from evals.suites.suite import Bench, Block, Figures

MEASURES = ("answered", "correct", "selective_correct", "fact_recall", "list_f1", "wrong_version", "false_answer", "ndcg@10")
LABELLED = (
    "precision",
    "recall",
    "level",
    "actor",
    "polarity",
    "actor, passive",
    "actor, list",
    "actor, named",
    "actor, Welsh",
)
NOTES = (
    "Sentences were labelled by reading them, before the rules had seen them; those of `test` are only reported.",
    "Level, actor and polarity are of the duties that both a person and the rules read; shares with Wilson intervals.",
)


def takes(questions: Sequence[GoldQuestion]) -> list[GoldQuestion]:
    """The questions about duties."""
    return [one for one in questions if one.actor is not None or one.kind is Kind.MUST]


def block(bench: Bench) -> Block:
    """What came of the questions, and of the labelled sentences."""
    asked = means_of(bench.rows, MEASURES)
    labelled = {f"sentences, {split}": figures_of(counts) for split, counts in sorted(judge(load_labels()).items())}
    return Block(
        title="Duties",
        notes=NOTES,
        tables=[
            *([table_of("Questions about a duty", asked, MEASURES)] if asked else []),
            table_of("Duties read out of labelled sentences", labelled, LABELLED),
        ],
        measures=asked | labelled,
        rows=bench.rows,
    )


def figures_of(counts: Counts) -> Figures:
    """Precision, recall, and of what both read each thing judged."""
    found = {"precision": share(counts.found, counts.found + counts.invented)}
    found |= {"recall": share(counts.found, counts.found + counts.missed)}
    found |= {name: share(counts.right[name], judged) for name, judged in counts.judged.items()}
    return known(found)
