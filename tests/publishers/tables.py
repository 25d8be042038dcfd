"""Tables of many shapes, by fixed seeds, with the cells they hold: to be drawn, and to score what is read of them.

case = make_case("grid", seed=3)
score(case.cells, cells_read(lines))  # 1.0 where each cell came back with its row and column
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Cell = tuple[str, str, str]
"""Heading of the row, heading of the column, words."""
KINDS = (
    "grid",
    "shaded head",
    "plain head",
    "level rules",
    "three rules",
    "stripes",
    "merged head",
    "merged rows",
    "empty corner",
    "long cells",
    "page break",
    "page break without headings",
    "boxes",
    "bars",
    "tagged",
    "tagged merged",
    "tagged without heading cells",
)
_NAMES = (
    "Otter watch", "Clwb darllen", "Lunch duty", "Gwersi dŵr", "Choir", "Tŷ bach", "Late bus",
    "Garddio", "Chess", "Cadw gwenyn", "Map work", "Sums club", "Canu", "Kiln",
    "Pobi bara", "Tuck shop", "Cerdded", "Bell ringing", "Gwnïo", "Radio",
)  # fmt: skip
_HEADS = ("Hours", "Rate", "Lleoliad", "Pupils", "Blwyddyn", "Cost", "Lead", "Nifer")
_WORDS = "hall field bryn cwm river library shed nant barn yard tower stage pier gallery porth mill".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A table: `rows` begin with their headings, as `head` does with that of the first column."""

    kind: str
    over: tuple[tuple[str, int], ...] = ()
    """Headings over the headings, each with how many columns it spans; empty for none."""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def cells(self) -> set[Cell]:
        """All cells with words, each with its row and column."""
        over = [words for words, columns in self.over for _ in range(columns)] or [""] * len(self.head)
        heads = [f"{above} {own}".strip() for above, own in zip(over, self.head, strict=True)]
        return {(row[0], heads[column], row[column]) for row in self.rows for column in range(1, len(self.head)) if row[column]}


def make_case(kind: str, seed: int) -> Case:
    """The table of a kind and seed: 3 to 6 columns, 3 to 8 rows, many more where it goes over a page."""
    dice = random.Random(f"{kind} {seed}")  # noqa: S311  # not a secret
    columns = dice.randint(3, 6)
    count = dice.randint(40, 60) if "page break" in kind else dice.randint(3, 8)
    heads = ("" if kind == "empty corner" else "Activity", *dice.sample(_HEADS, columns - 1))
    names = [_name(at) for at in range(count)]
    dice.shuffle(names)
    rows = [
        (name, *(_words(dice, kind, empty=column > 0 and dice.random() < 0.1) for column in range(columns - 1)))
        for name in names
    ]
    over: tuple[tuple[str, int], ...] = ()
    if "merged" in kind and kind != "merged rows":
        split = dice.randint(2, columns - 1) if columns > 3 else 2
        over = (("", 1), ("Term", split), *((("Year", columns - 1 - split),) if columns - 1 > split else ()))
    return Case(kind=kind, over=over, head=heads, rows=tuple(rows))


def _name(at: int) -> str:
    turn, name = divmod(at, len(_NAMES))
    return _NAMES[name] + (f" {'ABCD'[turn]}" if turn else "")


def _words(dice: random.Random, kind: str, *, empty: bool) -> str:
    if empty:
        return ""
    if kind == "long cells" and dice.random() < 0.5:
        return " ".join(dice.choices(_WORDS, k=dice.randint(8, 20)))
    return dice.choice(
        [f"£{dice.randint(1, 900)}", f"{dice.randint(1, 99)}%", str(dice.randint(1, 4000)), " ".join(dice.sample(_WORDS, 2))]
    )


def cells_read(lines: Iterable[str], *, first: str) -> set[Cell]:
    """The cells that lines of text hold: `A: Rate: £5; Hours: 3`, or `Activity: A; Rate: £5` where `first` is `Activity`."""
    return {cell for line in lines for cell in _of_line(line.split("; "), first)}


def _of_line(parts: Sequence[str], first: str) -> set[Cell]:
    name, _, rest = parts[0].partition(": ")
    if name == first:
        return {(rest, *_pair(part)) for part in parts[1:]}
    return {(name, *_pair(part)) for part in (rest, *parts[1:])}


def _pair(part: str) -> tuple[str, str]:
    head, _, words = part.partition(": ")
    return head, words


def score(wanted: set[Cell], found: set[Cell]) -> float:
    """F1: 1.0 where all cells were found and nothing else."""
    return 2 * len(wanted & found) / (len(wanted) + len(found))
