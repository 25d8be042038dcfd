"""The figures of commitments in lines: shares with intervals, the table of classes, ordinary sentences; judges nothing."""

from collections.abc import Sequence

from scipy.stats import binomtest

from corpus.commitment import KEPT, Kind
from evals.promises.gold import LabelledText, Sentence
from evals.promises.judged import Reader, Tally, class_f1, macro_f1
from evals.promises.labels import Split
from evals.promises.ordinary import ISSUED, Ordinary, invented_in
from evals.report.table import table
from evals.statistics.intervals import estimate

GOALS = {"precision": 0.90, "recall": 0.80, "speaker and office": 0.95, "due interval": 0.95}
MOST_INVENTED = 2
"""Ordinary sentences that may be read as a promise."""
WIDTH = 28
SHORT = {
    Kind.COMMITMENT: "commit",
    Kind.ONGOING_ACTION: "ongoing",
    Kind.DONE_NOW: "done",
    Kind.ASPIRATION: "aspire",
    Kind.EXPECTATION_OF_OTHERS: "expect",
    Kind.THIRD_PARTY_UNDERTAKING: "others'",
    Kind.OUTCOME_CLAIM: "outcome",
}
REST = "rest"


def report(tallies: dict[str, Tally]) -> list[str]:
    """The figures of each split, with their intervals and goals."""
    return [line for split in sorted(tallies) for line in _split(split, tallies[split])]


def _split(split: str, tally: Tally) -> list[str]:
    found, missed, invented = (tally.outcomes[name] for name in ("found", "missed", "invented"))
    lines = [
        (
            f"{split}: {tally.texts} texts, {tally.kinds.total()} sentences, {len(found) + len(missed)} of them with "
            f"{tally.labelled} commitments; {len(missed)} sentences missed, {len(invented)} invented"
        ),
        _clustered("precision", [*((key, 1.0) for key, _ in found), *((key, 0.0) for key, _ in invented)]),
        _clustered("recall", [*((key, 1.0) for key, _ in found), *((key, 0.0) for key, _ in missed)]),
        # F1 is a mean as well: each one found counts twice, each one missed or invented once.
        _clustered("F1", [*((key, 1.0) for key, _ in 2 * found), *((key, 0.0) for key, _ in missed + invented)]),
    ]
    clauses = [len(tally.outcomes[f"clause {name}"]) for name in ("found", "missed", "invented")]
    lines += [
        _line("clauses found", f"{clauses[0]}, with {clauses[1]} missed and {clauses[2]} invented in sentences both read"),
        _line("count of a text, error", f"{_count_error(tally):.2f} promises on average"),
        _line("macro-F1 of 7 classes", f"{macro_f1(tally.kinds):.3f}"),
        _line("span, token F1", f"{sum(tally.overlap) / (len(tally.overlap) or 1):.3f}  of {len(tally.overlap)}"),
        *(_share(name, tally.right[name], of) for name, of in tally.judged.items()),
    ]
    return [*lines, "", classes(tally), ""]


def _count_error(tally: Tally) -> float:
    gaps = [abs(labelled - read) for labelled, read in tally.per_text.values()]
    return sum(gaps) / (len(gaps) or 1)


def classes(tally: Tally) -> str:
    """The table of classes: labelled in rows, read in columns; the classes that are not kept are one."""
    names = [*SHORT.values(), REST]
    counts = {(one, other): 0 for one in names for other in names}
    for (wanted, got), count in tally.kinds.items():
        counts[SHORT.get(wanted, REST), SHORT.get(got, REST)] += count
    f1 = {SHORT[kind]: value for kind in KEPT if (value := class_f1(tally.kinds, kind)) is not None}
    rows = [[one, *(counts[one, other] for other in names), f"{f1[one]:.2f}" if one in f1 else ""] for one in names]
    return table(["labelled \\ read", *names, "F1"], rows)


def ordinary_report(sentences: Sequence[Ordinary], reader: Reader, *, called: str = "ordinary") -> list[str]:
    """What a reader makes of ordinary sentences, as an import of no known publisher and as if a government had issued them."""
    lines = ordinary_lines(invented_in(sentences, reader), len(sentences), called=called, published_as="of nobody known")
    for issuer, published_as in zip(ISSUED, ("government news", "a minister's"), strict=True):
        found = invented_in(sentences, reader, by=issuer)
        lines += ordinary_lines(found, len(sentences), called=called, published_as=published_as, goal=False)
    return lines


def ordinary_lines(
    found: Sequence[Ordinary], of: int, *, published_as: str, called: str = "ordinary", goal: bool = True
) -> list[str]:
    """How many sentences unlike the genre were read as a promise, and which."""
    most = f"  at most {MOST_INVENTED}" if goal else ""
    first = _line(f"{called}, {published_as}", f"{len(found)} of {of} read as a promise{most}")
    return [first, *(f"    {one.kind}: {one.text}" for one in found)]


def counts(texts: Sequence[LabelledText]) -> str:
    """How much is labelled, by split: the table of `ANNOTATION.md`."""
    sides = [[text for text in texts if split in {None, text.split}] for split in (*Split, None)]
    rows: list[list[object]] = [
        ["texts", *map(len, sides)],
        ["in Welsh", *(sum(text.document.language == "cy" for text in side) for side in sides)],
        ["sentences and items", *(sum(len(text.sentences) for text in side) for side in sides)],
        ["commitments, clause by clause", *(sum(len(one.label.commitments) for one in _sentences(side)) for side in sides)],
    ]
    rows += [[f"`{kind.value}`", *(sum(one.label.kind is kind for one in _sentences(side)) for side in sides)] for kind in Kind]
    return table(["", *(split.value for split in Split), "all"], rows)


def _sentences(texts: Sequence[LabelledText]) -> list[Sentence]:
    return [one for text in texts for one in text.sentences]


def _clustered(name: str, values: Sequence[tuple[str, float]]) -> str:
    """A mean with an interval that resamples whole texts."""
    keyed = {f"{at}": value for at, (_, value) in enumerate(values)}
    mean = estimate(keyed, {f"{at}": key for at, (key, _) in enumerate(values)})
    told = f"{mean.mean:.3f}  [{mean.low:.3f}, {mean.high:.3f}]  of {mean.n}" if mean else "none to judge"
    return _line(name, told, goal=GOALS.get(name))


def _share(name: str, right: int, of: int) -> str:
    interval = binomtest(right, of).proportion_ci(method="wilson")
    return _line(name, f"{right / of:.3f}  [{interval.low:.3f}, {interval.high:.3f}]  of {of}", goal=GOALS.get(name))


def _line(name: str, told: str, *, goal: float | None = None) -> str:
    return f"  {name:{WIDTH}} {told}{f'  goal {goal:.2f}' if goal else ''}"
