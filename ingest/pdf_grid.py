"""The grids that rules and shaded boxes of a PDF page make, with cells merged where no rule parts them; does not read words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.pdf_drawn import Area, Drawn, Rule

NEAR = 2.5  # points: rules so near are one line, as the two edges of neighbouring boxes
MEETS = 3.0  # points a rule may end before the one it meets
MOST_LINES = 1500  # after joining, in one direction on a page: more is a drawing
WIDEST, LONGEST = 60, 400  # columns and rows of a grid, as for tables on web pages
WHOLE_PAGE = 0.9  # of its width and height: a box so large is its ground
Place = tuple[int, int]
"""Row and column, from the top left, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lattice:
    """A grid: its lines, and which cell each place belongs to."""

    across: tuple[float, ...]
    """Where columns begin and end, from the left."""
    down: tuple[float, ...]
    """Where rows begin and end, from the top."""
    owner: dict[Place, Place]
    """The top left place of the cell each place is part of."""

    @property
    def area(self) -> Area:
        """All of it."""
        return Area(self.across[0], self.down[-1], self.across[-1], self.down[0])

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.down) - 1

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.across) - 1

    def at(self, x: float, y: float) -> Place:
        """The cell a point inside lies in."""
        column = min(max(bisect_right(self.across, x) - 1, 0), self.columns - 1)
        row = min(max(bisect_right([-line for line in self.down], -y) - 1, 0), self.rows - 1)
        return self.owner[row, column]

    def cells_in(self, row: int) -> int:
        """How many cells stand beside each other in a row."""
        return len({self.owner[row, column] for column in range(self.columns)})

    def cell_area(self, place: Place) -> Area:
        """The rectangle of one place."""
        row, column = place
        return Area(self.across[column], self.down[row + 1], self.across[column + 1], self.down[row])


def lattices(drawn: Drawn) -> list[Lattice]:
    """The grids of a page, of one row or column too; none where it draws more lines than a table has."""
    rules = [*drawn.rules, *_edges(drawn)]
    level = joined_rules([rule for rule in rules if rule.level])
    upright = joined_rules([rule for rule in rules if not rule.level])
    if max(len(level), len(upright)) > MOST_LINES:
        return []
    found = [_lattice(*group) for group in _touching(level, upright)]
    return [lattice for lattice in found if lattice]


def _edges(drawn: Drawn) -> Iterator[Rule]:
    """The edges of boxes that shade a cell or a row."""
    for box in drawn.boxes:
        area = box.area
        is_ground = area.width > drawn.area.width * WHOLE_PAGE and area.height > drawn.area.height * WHOLE_PAGE
        if box.rectangle and not is_ground:
            yield Rule(True, area.bottom, area.left, area.right)
            yield Rule(True, area.top, area.left, area.right)
            yield Rule(False, area.left, area.bottom, area.top)
            yield Rule(False, area.right, area.bottom, area.top)


def joined_rules(rules: Sequence[Rule]) -> list[Rule]:
    """Rules on one line that meet, as one."""
    joined: list[Rule] = []
    for line in _clusters(sorted(rules, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in line) / len(line)
        last: Rule | None = None
        for rule in sorted(line, key=lambda rule: rule.start):
            if last and rule.start <= last.end + MEETS:
                last = last._replace(end=max(last.end, rule.end))
                joined[-1] = last
            else:
                last = rule._replace(at=at)
                joined.append(last)
    return joined


def _clusters(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    line: list[Rule] = []
    for rule in rules:
        if line and rule.at - line[0].at > NEAR:
            yield line
            line = []
        line.append(rule)
    if line:
        yield line


def _touching(level: Sequence[Rule], upright: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Level and upright rules that meet, group by group; a level rule that meets none is in no group."""
    group_of = list(range(len(level) + len(upright)))

    def group(at: int) -> int:
        while group_of[at] != at:
            group_of[at] = group_of[group_of[at]]
            at = group_of[at]
        return at

    for column, post in enumerate(upright, start=len(level)):
        for row, bar in enumerate(level):
            if bar.start - MEETS <= post.at <= bar.end + MEETS and post.start - MEETS <= bar.at <= post.end + MEETS:
                group_of[group(row)] = group(column)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate([*level, *upright]):
        groups.setdefault(group(at), ([], []))[0 if rule.level else 1].append(rule)
    return [group for group in groups.values() if len(group[0]) > 1 and group[1]]


def _lattice(level: list[Rule], upright: list[Rule]) -> Lattice | None:
    """The grid of rules that meet; a table without rules at its sides ends where its level rules end."""
    across = _lines([rule.at for rule in upright], [end for rule in level for end in (rule.start, rule.end)])
    down = _lines([rule.at for rule in level], [])[::-1]
    if not (1 < len(across) <= WIDEST + 1 and 1 < len(down) <= LONGEST + 1):
        return None
    owner = _owners(across, down, level, upright)
    return Lattice(across=tuple(across), down=tuple(down), owner=owner)


def _lines(sure: list[float], ends: list[float]) -> list[float]:
    """Where lines are, from the least; the outermost ends count as lines where none is near."""
    lines = sorted(sure)
    if ends and lines:
        lines = [at for at in (min(ends),) if at < lines[0] - MEETS] + lines
        lines += [at for at in (max(ends),) if at > lines[-1] + MEETS]
    kept: list[float] = []
    for at in lines:
        if not kept or at - kept[-1] > NEAR:
            kept.append(at)
    return kept


def _owners(across: list[float], down: list[float], level: list[Rule], upright: list[Rule]) -> dict[Place, Place]:
    """Cells grow right, then down, while no rule parts them and the rectangle stays whole."""
    columns, rows = len(across) - 1, len(down) - 1
    walls = {(r, c) for r in range(rows) for c in range(1, columns) if _parted(upright, across[c], down[r + 1], down[r])}
    floors = {(r, c) for r in range(1, rows) for c in range(columns) if _parted(level, down[r], across[c], across[c + 1])}
    owner: dict[Place, Place] = {}
    for row in range(rows):
        for column in range(columns):
            if (row, column) in owner:
                continue
            right = column + 1
            while right < columns and (row, right) not in walls and (row, right) not in owner:
                right += 1
            bottom = row + 1
            while bottom < rows and all(
                (bottom, c) not in floors and (bottom, c) not in owner and (c == column or (bottom, c) not in walls)
                for c in range(column, right)
            ):
                bottom += 1
            owner |= {(r, c): (row, column) for r in range(row, bottom) for c in range(column, right)}
    return owner


def _parted(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    """True where a rule runs along the middle of a side."""
    middle = (start + end) / 2
    return any(abs(rule.at - at) <= NEAR and rule.start <= middle <= rule.end for rule in rules)
