"""Duties judged: what the rules read out of invented texts against sentences labelled by hand; does not tune anything.

Every sentence with a word of duty, and every item of a list, was labelled by reading it, before the rules had seen the text;
the texts marked `test` are only ever reported. Goals: level .97, actor .85 (methods 6.4).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from scipy.stats import binomtest

from corpus.document import Document, make_document
from corpus.duty import Duty
from corpus.errors import GoldError
from corpus.ids import text_sha256
from corpus.provenance import Held, Provenance
from ingest.duties import duties_of
from ingest.text import parse_text

DATA = Path(__file__).parent / "data"
GOLD = DATA / "duties.jsonl"
SHELF = DATA / "shelf"
GOALS = {"level": 0.97, "actor": 0.85}
LONGEST_SHOWN = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One duty as a person or the rules read it: of several actors together."""

    level: str
    actors: frozenset[str]
    negative: bool
    passive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A sentence or item with the duties a person found in it; none where it asks nothing."""

    text: str
    split: str
    language: str
    quote: str
    start: int
    item: bool
    duties: tuple[Owed, ...]


@dataclass(slots=True)
class Counts:
    """What came of some sentences."""

    found: int = 0
    """Duties that both read."""
    missed: int = 0
    invented: int = 0
    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """Of those both read: with the same `level`, `actor`, `polarity`; `actor` by slice too."""
    judged: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def precision(self) -> float:
        """Share of what the rules read that a person read too."""
        return self.found / ((self.found + self.invented) or 1)

    @property
    def recall(self) -> float:
        """Share of what a person read that the rules read too."""
        return self.found / ((self.found + self.missed) or 1)

    def note(self, name: str, *, right: bool) -> None:
        """Count one judgement."""
        self.judged[name] += 1
        self.right[name] += right


def load_labels(path: Path = GOLD) -> list[Labelled]:
    """The labelled sentences, each checked against its text; raises GoldError."""
    labels = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        owed = tuple(
            Owed(level=one["level"], actors=frozenset(one["actors"]), negative=one["negative"], passive=one["passive"])
            for one in row.pop("duties")
        )
        labels.append(Labelled(**row, duties=owed))
    texts = {label.text: read_text(label.text).text for label in labels}
    moved = [one for one in labels if texts[one.text][one.start : one.start + len(one.quote)] != one.quote]
    if moved:
        raise GoldError(
            f"{len(moved)} labelled sentences are no longer where they were, the first: '{moved[0].quote[:80]}'. Label "
            f"them anew."
        )
    return labels


def read_text(name: str, folder: Path = SHELF) -> Document:
    """One of the invented texts as a document."""
    data = (folder / f"{name}.md").read_bytes()
    parsed = parse_text(data, name=f"{name}.md")
    return make_document(
        publication_id=name,
        language=parsed.language,
        held=Held.FULL,
        text=parsed.text,
        sections=parsed.sections,
        provenance=Provenance(
            origin=f"evals/data/shelf/{name}.md",
            media_type=parsed.media_type,
            sha256=text_sha256(parsed.text),
            retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
            parser=parsed.parser,
            licence="our own",
        ),
    )


def judge(
    labels: Sequence[Labelled],
    read: Callable[[str], Document] = read_text,
    tell: Callable[[str], None] = lambda _: None,
) -> dict[str, Counts]:
    """Counts by split; `tell` is given each difference in a line."""
    by_text: dict[str, list[Labelled]] = defaultdict(list)
    for label in labels:
        by_text[label.text].append(label)
    counts: dict[str, Counts] = defaultdict(Counts)
    for name, mine in by_text.items():
        document = read(name)
        found: dict[int, list[Duty]] = defaultdict(list)
        for duty in duties_of(document):
            found[duty.span.start].append(duty)
        tally = counts[mine[0].split]
        for label in mine:
            _compare(label, together(found.pop(label.start, [])), tally, tell)
        # What was read where no word of duty stands is invented as well.
        for start, duties in found.items():
            tally.invented += len(together(duties))
            tell(f"invented {name}:{start} {document.text[start : start + LONGEST_SHOWN]}")
    return dict(counts)


def together(duties: Iterable[Duty]) -> list[Owed]:
    """Duties of one sentence, those that only differ in their actor as one."""
    actors: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    for duty in duties:
        actors[duty.action, duty.level.value, duty.negative].update({duty.actor} - {None})  # type: ignore[arg-type]
    return [Owed(level=level, actors=frozenset(who), negative=negative) for (_, level, negative), who in actors.items()]


def _compare(label: Labelled, read: Sequence[Owed], tally: Counts, tell: Callable[[str], None]) -> None:
    pairs = _pairs(label.duties, read)
    tally.found += len(pairs)
    tally.missed += len(label.duties) - len(pairs)
    tally.invented += len(read) - len(pairs)
    if len(label.duties) != len(read):
        tell(f"{len(label.duties)} labelled, {len(read)} read: {label.text} {label.quote[:LONGEST_SHOWN]}")
    for wanted, got in pairs:
        right = {
            "level": wanted.level == got.level,
            "actor": wanted.actors == got.actors,
            "polarity": wanted.negative == got.negative,
        }
        for name, is_right in right.items():
            tally.note(name, right=is_right)
            if not is_right:
                tell(f"{name}: {label.text} wanted {_of(wanted, name)}, read {_of(got, name)}: {label.quote[:LONGEST_SHOWN]}")
        for slice_, applies in (
            ("actor, passive", wanted.passive),
            ("actor, list", label.item),
            ("actor, named", bool(wanted.actors)),
            ("actor, Welsh", label.language == "cy"),
        ):
            if applies:
                tally.note(slice_, right=right["actor"])


def _of(owed: Owed, name: str) -> str:
    return {
        "level": owed.level,
        "actor": "+".join(sorted(owed.actors)) or "nobody",
        "polarity": "not" if owed.negative else "to",
    }[name]


def _pairs(wanted: Sequence[Owed], got: Sequence[Owed]) -> list[tuple[Owed, Owed]]:
    """The two lists beside each other, in order, so that as much as can be agrees."""
    few, many = sorted((wanted, got), key=len)
    best = max(combinations(many, len(few)), key=lambda chosen: sum(_alike(a, b) for a, b in zip(few, chosen, strict=True)))
    paired = zip(few, best, strict=True)
    return [(a, b) if few is wanted else (b, a) for a, b in paired]


def _alike(one: Owed, other: Owed) -> int:
    return 2 * (one.level == other.level) + (one.negative == other.negative) + (one.actors == other.actors)


def report(counts: dict[str, Counts]) -> list[str]:
    """The figures in lines, each with its Wilson interval."""
    lines = []
    for split, tally in sorted(counts.items()):
        lines.append(
            f"{split}: {tally.found + tally.missed} duties labelled, {tally.found} read, {tally.missed} missed, "
            f"{tally.invented} invented"
        )
        lines.append(f"  {'precision':16} {_share(tally.found, tally.found + tally.invented)}")
        lines.append(f"  {'recall':16} {_share(tally.found, tally.found + tally.missed)}")
        for name, judged in tally.judged.items():
            goal = f"  goal {GOALS[name]:.2f}" if name in GOALS else ""
            lines.append(f"  {name:16} {_share(tally.right[name], judged)}{goal}")
    return lines


def _share(right: int, of: int) -> str:
    if not of:
        return "none to judge"
    interval = binomtest(right, of).proportion_ci(method="wilson")
    return f"{right / of:.3f}  [{interval.low:.3f}, {interval.high:.3f}]  of {of}"
