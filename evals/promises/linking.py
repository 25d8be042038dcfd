"""Linking judged: what is found to have come of the register's commitments, beside what a person joined; tunes nothing.

Half of the commitments, by family, is there to tune on; the other half is only reported. A family is all commitments that share
a later fact, so that no fact is seen in both halves. Goals (methods 5.6, 9): recall@10 .85, macro-F1 .60, false deliveries .05.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from scipy.stats import binomtest

from corpus.commitment import Kind
from corpus.commitments import KeptCommitment, kept_commitments
from corpus.evidence import DONE, Bearing, Evidence
from corpus.evidence_kept import evidence_of
from evals.promises.labels import Split
from evals.promises.links import LinkLabel
from evals.report.table import table
from evals.runs.workshop import workshop
from evals.statistics.intervals import estimate
from index.embed import Embedder
from search_api.commitments.linking import MOST, Linker
from search_api.library import Library

GOALS = {"recall@10": 0.85, "macro-F1": 0.60, "false delivered": 0.05}
SCORED = (Bearing.DELIVERED, Bearing.DELIVERED_LATE, Bearing.PROGRESS, Bearing.REVISED, Bearing.REAFFIRMED, Bearing.NONE)
"""Kinds in the macro-F1: no later fact of the register drops a commitment."""
Pair = tuple[str, int]


@dataclass(slots=True)
class LinkTally:
    """What came of the commitments of one half."""

    commitments: list[Pair] = field(default_factory=list)
    recalled: dict[str, float] = field(default_factory=dict)
    """Of each fact a person joined, whether it is among the candidates."""
    family: dict[str, str] = field(default_factory=dict)
    kinds: Counter[tuple[Bearing, Bearing]] = field(default_factory=Counter)
    """Pairs by what a person says and what is suggested; a pair that only one of both has is `none` for the other."""


def families(links: Sequence[LinkLabel]) -> dict[Pair, str]:
    """The family of each commitment, by the first of its publications."""
    above: dict[str, str] = {}

    def root(key: str) -> str:
        while above.setdefault(key, key) != key:
            key = above[key]
        return key

    for link in links:
        mine = root(link.publication)
        if link.fact:
            other = root(f"{link.evidence}: {link.fact}")
            above[max(mine, other)] = min(mine, other)
    return {(link.publication, link.commitment): root(link.publication) for link in links}


def halves(links: Sequence[LinkLabel]) -> dict[Pair, Split]:
    """Which half each commitment is of: whole families, those with most links first, each to the half that has fewer."""
    family = families(links)
    facts = Counter(family[link.publication, link.commitment] for link in links if link.fact)
    members = Counter(family.values())
    size: Counter[Split] = Counter({Split.DEV: 0, Split.HELD: 0})
    split: dict[str, Split] = {}
    for key in sorted(members, key=lambda one: (-facts[one], -members[one], one)):
        split[key] = min((Split.DEV, Split.HELD), key=lambda one: (size[one], one.value))
        size[split[key]] += facts[key] or members[key]
    return {pair: split[key] for pair, key in family.items()}


def judge_linking(
    links: Sequence[LinkLabel],
    *,
    register: Path,
    folder: Path,
    embedder: Embedder,
    tell: Callable[[str, str], None] = lambda *_: None,
) -> dict[str, LinkTally]:
    """Tallies by half, over the register's digests alone; `tell` is given the half and a line for each difference."""
    with workshop(folder, register=register, embedder=embedder, shared=None, shelf=folder / "no-shelf") as library:
        Linker(library).bring_up()
        return tallies(library, links, tell)


def tallies(
    library: Library, links: Sequence[LinkLabel], tell: Callable[[str, str], None] = lambda *_: None
) -> dict[str, LinkTally]:
    """Tallies by half of what a library has linked."""
    places = _places(library)
    found = evidence_of(library.catalogue)
    half, family = halves(links), families(links)
    labels: dict[Pair, dict[tuple[str, str], Bearing]] = defaultdict(dict)
    for link in links:
        mine = labels[link.publication, link.commitment]
        if link.evidence and link.fact:
            mine[link.evidence, link.fact] = Bearing(link.label.value)
    made: dict[str, LinkTally] = defaultdict(LinkTally)
    for pair, wanted in labels.items():
        tally = made[half[pair].value]
        tally.commitments.append(pair)
        kept = places[pair]
        got = dict(_suggested(library, found.get(kept.group, ())))
        for key, label in wanted.items():
            name = f"{pair[0]}:{pair[1]} {key[0]}: {key[1]}"
            tally.recalled[name] = float(key in got)
            tally.family[name] = family[pair]
            _note(tally, label, got.get(key), partial(tell, half[pair].value), name)
        for key, bearing in got.items():
            if key not in wanted:
                name = f"{pair[0]}:{pair[1]} {key[0]}: {key[1]}"
                _note(tally, Bearing.NONE, bearing, partial(tell, half[pair].value), name)
    return dict(made)


def _note(tally: LinkTally, label: Bearing, got: Bearing | None, tell: Callable[[str], None], name: str) -> None:
    tally.kinds[label, got or Bearing.NONE] += 1
    if label is not (got or Bearing.NONE):
        tell(f"{label.value} read as {got.value if got else 'not among the candidates'}: {name}")


def _places(library: Library) -> Mapping[Pair, KeptCommitment]:
    """Commitments by publication and place in its record's list."""
    counted: Counter[str] = Counter()
    places = {}
    for one in kept_commitments(library.catalogue, kinds=(Kind.COMMITMENT,)):
        places[one.publication_id, counted[one.publication_id]] = one
        counted[one.publication_id] += 1
    return places


def _suggested(library: Library, found: Iterable[Evidence]) -> Iterable[tuple[tuple[str, str], Bearing]]:
    for one in found:
        if any(reason.code == "promise" for reason in one.reasons):
            continue  # a promise made again is no fact of the register: nobody labelled it
        document = library.catalogue.document(one.document_id)
        if document is not None:
            yield (document.publication_id, document.text[one.span.start : one.span.end]), one.bearing


def linking_report(made: Mapping[str, LinkTally]) -> list[str]:
    """The figures of each half, with intervals and goals."""
    return [line for split in sorted(made) for line in _lines(split, made[split])]


def macro_f1(kinds: Counter[tuple[Bearing, Bearing]]) -> float:
    """The mean F1 over the kinds that a person gave at least once."""
    scores = [one for bearing in SCORED if (one := f1_of(kinds, bearing)) is not None]
    return sum(scores) / (len(scores) or 1)


def f1_of(kinds: Counter[tuple[Bearing, Bearing]], bearing: Bearing) -> float | None:
    """F1 of a kind; None where nobody gave it."""
    right = kinds[bearing, bearing]
    given = sum(count for (label, _), count in kinds.items() if label is bearing)
    read = sum(count for (_, got), count in kinds.items() if got is bearing)
    return 2 * right / (given + read) if given else None


def false_delivered(kinds: Counter[tuple[Bearing, Bearing]]) -> tuple[int, int, int]:
    """Deliveries suggested where a person saw none; of how many pairs that are none; of how many deliveries suggested."""
    wrong = sum(count for (label, got), count in kinds.items() if got in DONE and label not in DONE)
    others = sum(count for (label, _), count in kinds.items() if label not in DONE)
    return wrong, others, sum(count for (_, got), count in kinds.items() if got in DONE)


def _lines(split: str, tally: LinkTally) -> list[str]:
    recall = estimate(tally.recalled, tally.family)
    wrong, others, suggested = false_delivered(tally.kinds)
    bearings = [*SCORED, *([Bearing.DROPPED] if any(got is Bearing.DROPPED for _, got in tally.kinds) else [])]
    rows = [
        [
            label.value,
            *(tally.kinds[label, got] for got in bearings),
            f"{score:.2f}" if (score := f1_of(tally.kinds, label)) is not None else "",
        ]
        for label in bearings
    ]
    lines = [f"linking, {split}: {len(tally.commitments)} commitments, {len(tally.recalled)} later facts that a person joined"]
    if recall:
        lines.append(
            f"  recall@{MOST}                   {recall.mean:.3f} [{recall.low:.3f}, {recall.high:.3f}]  "
            f"of {recall.n} in {recall.families} families, goal {GOALS['recall@10']:.2f}"
        )
    return [
        *lines,
        f"  macro-F1 of outcomes        {macro_f1(tally.kinds):.3f}  goal {GOALS['macro-F1']:.2f}",
        f"  false delivered             {_share(wrong, others)} pairs that are none, goal {GOALS['false delivered']:.2f}",
        f"  of deliveries suggested     {_share(wrong, suggested)} are none",
        "",
        table(["labelled \\ suggested", *(one.value for one in bearings), "F1"], rows),
        "",
    ]


def _share(part: int, whole: int) -> str:
    if not whole:
        return "0 of 0"
    low, high = binomtest(part, whole).proportion_ci(method="wilson")
    return f"{part / whole:.3f} [{low:.3f}, {high:.3f}]  {part} of {whole}"
