"""Comparisons judged: pairs of texts of our own whose paragraphs and changes were labelled by hand; does not tune anything.

A label was given by reading, before anything was run on the pair; pairs marked `test` are only ever reported. How they are
written is in `data/comparing/README.md`. Goals: F1 .95 of changed paragraphs, every change of a modal (methods 7.5).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from scipy.stats import binomtest

from corpus.document import Document
from corpus.duties import Kept
from evals.comparing.gold import Marked, Pair, wanted_rows
from ingest.duties import duties_of
from search_api.comparing.align import Label, Row, align
from search_api.comparing.bond import Bond, Order
from search_api.comparing.changes import changes
from search_api.comparing.duties import duty_changes
from search_api.comparing.likeness import Meaning
from search_api.comparing.paragraphs import Paragraph, paragraphs_of
from search_api.comparing.said import said_otherwise
from search_api.comparing.tensions import tensions

GOALS = {"changed paragraphs": 0.95, "modal": 1.0}


@dataclass(slots=True)
class Counts:
    """What came of some pairs: by name, what was found, missed and invented."""

    pairs: int = 0
    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)

    def f1(self, name: str) -> float:
        """Harmonic mean of precision and recall."""
        found = self.found[name]
        return 2 * found / ((2 * found + self.missed[name] + self.invented[name]) or 1)

    def recall(self, name: str) -> float:
        """Share of what a person labelled that was found."""
        return self.found[name] / ((self.found[name] + self.missed[name]) or 1)


def judge(pairs: Sequence[Pair], *, meaning: Meaning, tell: Callable[[str], None] = lambda _: None) -> dict[str, Counts]:
    """Counts by split; `tell` is given each difference in a line."""
    counts: dict[str, Counts] = {}
    for pair in pairs:
        _judge(pair, counts.setdefault(pair.split, Counts()), meaning, tell)
    return counts


def _judge(pair: Pair, tally: Counts, meaning: Meaning, tell: Callable[[str], None]) -> None:
    tally.pairs += 1
    mine, theirs = (paragraphs_of(document).paragraphs for document in (pair.first, pair.second))
    rows = align(mine, theirs, language=pair.language, meaning=meaning).rows
    got = {_row(pair, row, mine, theirs) for row in rows if row.label is not Label.SAME}
    wanted = wanted_rows(pair)
    for name, some in (("found", got & wanted), ("missed", wanted - got), ("invented", got - wanted)):
        tally_of: Counter[str] = getattr(tally, name)
        tally_of["changed paragraphs"] += len(some)
        tally_of.update(label for label, _, _ in some)
        if name != "found":
            for one in sorted(some):
                tell(f"{pair.name}: {name} {one}")
    said = said_otherwise(rows, (pair.first.text, mine), (pair.second.text, theirs), language=pair.language, meaning=meaning)
    found = changes(said, pair.first, pair.second)
    read = [(one.kind.value, one.before.words, one.after.words, one.before.span.start) for one in found]
    _match(pair, pair.changes, read, tally, tell)
    duties = duty_changes(_kept(pair.first), _kept(pair.second), rows, (mine, theirs), language=pair.language)
    order = Order(bond=Bond.REPLACED if pair.succeeds else Bond.CURRENT, first_is_later=False)
    tense = tensions(found, duties.changes, order, language=pair.language)
    of_tension = [
        (one.kind.value, one.before.words or one.before.value, one.after.words or one.after.value, one.before.span.start)
        for one in tense
    ]
    _match(pair, pair.tensions, of_tension, tally, tell, prefix="may differ: ")
    for label in pair.duties:
        levels = {(one.before and one.before.level.value, one.after and one.after.level.value) for one in duties.changes}
        fits = (label.get("before"), label.get("after")) in levels
        (tally.found if fits else tally.missed)["duty"] += 1
        if not fits:
            tell(f"{pair.name}: missed duty {label}")


def _row(pair: Pair, row: Row, mine: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> tuple[str, str, str]:
    first = _key(pair.paragraphs[0], mine[row.first].span.start) if row.first is not None else ""
    second = _key(pair.paragraphs[1], theirs[row.second].span.start) if row.second is not None else ""
    return row.label.value, first, second


def _key(marked: Sequence[Marked], start: int) -> str:
    return next(one.key for one in reversed(marked) if one.start <= start)


def _kept(document: Document) -> list[Kept]:
    return [
        Kept(
            document_id=document.id,
            n=number,
            duty=duty,
            quote=document.text[slice(*duty.span)],
            introduction=document.text[slice(*duty.header)] if duty.header else "",
        )
        for number, duty in enumerate(duties_of(document), 1)
    ]


Read = tuple[str, str, str, int]
"""Kind, words before and after, and where those before stand."""


def _match(
    pair: Pair,
    labels: Sequence[dict[str, str]],
    read: Sequence[Read],
    tally: Counts,
    tell: Callable[[str], None],
    *,
    prefix: str = "",
) -> None:
    left = list(read)
    for label in labels:
        fitting = next((one for one in left if _fits(pair, label, one)), None)
        (tally.found if fitting else tally.missed)[f"{prefix}{label['kind']}"] += 1
        if fitting:
            left.remove(fitting)
        else:
            tell(f"{pair.name}: missed {prefix}{label}")
    for one in left:
        tally.invented[f"{prefix}{one[0]}"] += 1
        tell(f"{pair.name}: invented {prefix}{one[:3]}")


def _fits(pair: Pair, label: dict[str, str], read: Read) -> bool:
    kind, before, after, start = read
    if kind != label["kind"] or _key(pair.paragraphs[0], start) != label["at"]:
        return False
    return all(
        _overlap(" ".join(words.casefold().split()), label[name].casefold())
        for words, name in ((before, "before"), (after, "after"))
    )


def _overlap(words: str, label: str) -> bool:
    return words == label or bool(words and label and (words in label or label in words))


def report(counts: dict[str, Counts]) -> list[str]:
    """The figures in lines; shares with their Wilson intervals."""
    lines = []
    for split, tally in sorted(counts.items()):
        lines.append(f"{split}: {tally.pairs} pairs of texts")
        for name in ("changed paragraphs", *(label.value for label in Label if label is not Label.SAME)):
            found, missed, invented = tally.found[name], tally.missed[name], tally.invented[name]
            goal = f"  goal {GOALS[name]:.2f}" if name in GOALS else ""
            lines.append(f"  {name:26} F1 {tally.f1(name):.3f}  found {found}, missed {missed}, invented {invented}{goal}")
        kinds = ("modal", "date", "number", "actor", "negation")
        names = [*kinds, *sorted(name for name in {*tally.found, *tally.missed, *tally.invented} if name.startswith("may"))]
        for name in (*names, "duty"):
            found, missed = tally.found[name], tally.missed[name]
            goal = f"  goal {GOALS[name]:.2f}" if name in GOALS else ""
            more = "" if name == "duty" else f", invented {tally.invented[name]}"
            lines.append(f"  {name:26} recall {_share(found, found + missed)}{more}{goal}")
    return lines


def _share(right: int, of: int) -> str:
    if not of:
        return "none to judge"
    interval = binomtest(right, of).proportion_ci(method="wilson")
    return f"{right / of:.3f}  [{interval.low:.3f}, {interval.high:.3f}]  of {of}"
