"""Commitments: promises read out of labelled texts, and what later texts are suggested to say of them; tunes nothing.

The figures of `canllaw eval commitments`, with and without `--linking`, as a block of a report. No question is asked.
"""

from collections.abc import Sequence

from evals.gold.questions import GoldQuestion
from evals.promises.gold import load_promises
from evals.promises.judged import Tally, class_f1, judge, macro_f1
from evals.promises.linking import LinkTally, f1_of, false_delivered, judge_linking
from evals.promises.linking import macro_f1 as macro_f1_of_links
from evals.promises.links import load_links
from evals.promises.ours import ours
from evals.statistics.intervals import estimate
from evals.suites.figures import DIGITS, figure, known, share, table_of
from evals.suites.suite import Bench, Block, Figure, Figures

RECALL = "linking, recall@10"
NOTES = (
    "Texts of our own with every sentence labelled; `held` was not looked at while the rules were written.",
    (
        "Precision, recall and F1 are of sentences, their intervals resample whole texts; the other shares are of the promises "
        "both read, with Wilson intervals. F1 by class has none."
    ),
)


def takes(_: Sequence[GoldQuestion]) -> list[GoldQuestion]:
    """No question."""
    return []


def block(bench: Bench) -> Block:
    """The texts judged, then the register's commitments linked."""
    read = {split: figures_of(tally) for split, tally in sorted(judge(load_promises(), ours).items())}
    linked = judge_linking(
        load_links(bench.register),
        register=bench.register,
        folder=bench.data_dir / "evals" / "workshop-digests",
        embedder=bench.embedder,
    )
    links = {split: links_of(tally) for split, tally in sorted(linked.items())}
    return Block(
        title="Commitments",
        notes=NOTES,
        tables=[
            table_of("Commitments read out of labelled texts", read, _names(read)),
            table_of("Later facts linked to the register's commitments", links, _names(links)),
        ],
        measures={split: {**read.get(split, {}), **links.get(split, {})} for split in sorted({*read, *links})},
    )


def figures_of(tally: Tally) -> Figures:
    """The figures of one split."""
    found, missed, invented = (tally.outcomes[name] for name in ("found", "missed", "invented"))
    clustered = {
        "precision": [*((key, 1.0) for key, _ in found), *((key, 0.0) for key, _ in invented)],
        "recall": [*((key, 1.0) for key, _ in found), *((key, 0.0) for key, _ in missed)],
        # F1 is a mean as well: each one found counts twice, each one missed or invented once.
        "F1": [*((key, 1.0) for key, _ in 2 * found), *((key, 0.0) for key, _ in missed + invented)],
    }
    figures: dict[str, Figure | None] = {name: _by_text(pairs) for name, pairs in clustered.items()}
    number = tally.kinds.total()
    figures["macro-F1 of classes"] = _alone(macro_f1(tally.kinds), number)
    figures |= {name: share(tally.right[name], of) for name, of in sorted(tally.judged.items())}
    kinds = sorted({wanted for wanted, _ in tally.kinds})
    figures |= {f"F1, {kind.value}": _alone(class_f1(tally.kinds, kind), number) for kind in kinds}
    return known(figures)


def links_of(tally: LinkTally) -> Figures:
    """The figures of one half of the links."""
    recall = estimate(tally.recalled, tally.family)
    wrong, others, suggested = false_delivered(tally.kinds)
    number = tally.kinds.total()
    figures: dict[str, Figure | None] = {
        RECALL: figure(recall) if recall else None,
        "linking, macro-F1 of outcomes": _alone(macro_f1_of_links(tally.kinds), number),
        "linking, false delivered": share(wrong, others),
        "linking, of deliveries suggested false": share(wrong, suggested),
    }
    kinds = sorted({label for label, _ in tally.kinds})
    return known(figures | {f"linking, F1 {one.value}": _alone(f1_of(tally.kinds, one), number) for one in kinds})


def _by_text(pairs: Sequence[tuple[str, float]]) -> Figure | None:
    found = estimate(
        {str(at): value for at, (_, value) in enumerate(pairs)}, {str(at): key for at, (key, _) in enumerate(pairs)}
    )
    return figure(found) if found else None


def _alone(value: float | None, n: int) -> Figure | None:
    """A figure without an interval of its own: its bounds are itself."""
    return None if value is None else {"mean": round(value, DIGITS), "low": None, "high": None, "n": n}


def _names(figures: dict[str, Figures]) -> list[str]:
    return list(dict.fromkeys(name for one in figures.values() for name in one))
