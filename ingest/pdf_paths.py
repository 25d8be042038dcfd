"""Paths of a PDF page as rules and boxes: straight lines, thin bars and filled rectangles; does not follow curves."""

from itertools import pairwise

from ingest.pdf_drawn import Area, Box, Colour, Drawn, Rule
from ingest.pdf_state import Matrix, State, place

SMALLEST_DOT, LARGEST_DOT = 1.5, 7.0  # points across
THIN = 3.0  # points: a filled bar so thin is a rule
STRAIGHT = 0.5  # points a rule may slant
MOST_SHAPES = 20_000  # rules and boxes kept of a page: a form has hundreds, a map hundreds of thousands
_Point = tuple[float, float]


class Path:
    """A path while it is made."""

    def __init__(self) -> None:
        self._parts: list[list[_Point]] = []
        self._curved = False

    def move(self, matrix: Matrix, x: float, y: float) -> None:
        """Begin a new part at a point."""
        self._parts.append([place(matrix, x, y)])

    def line(self, matrix: Matrix, x: float, y: float) -> None:
        """Go straight to a point."""
        if self._parts:
            self._parts[-1].append(place(matrix, x, y))

    def curve(self, matrix: Matrix, points: list[float]) -> None:
        """Go by a curve; only its outline is kept."""
        self._curved = True
        for x, y in zip(points[::2], points[1::2], strict=True):
            self.line(matrix, x, y)

    def rectangle(self, matrix: Matrix, x: float, y: float, width: float, height: float) -> None:
        """Add a whole rectangle."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        self._parts.append([place(matrix, *corner) for corner in corners])

    def close(self) -> None:
        """Go back to where the part began."""
        if self._parts:
            self._parts[-1].append(self._parts[-1][0])

    @property
    def outline(self) -> Area | None:
        """The rectangle round all of it."""
        points = [point for part in self._parts for point in part]
        return _round(points) if points else None

    @property
    def is_rectangle(self) -> bool:
        """True for one upright rectangle and nothing else."""
        return not self._curved and len(self._parts) == 1 and _is_rectangle(self._parts[0])

    def stroke_on(self, drawn: Drawn) -> None:
        """Its straight lines, as rules."""
        for part in self._parts:
            for start, end in pairwise(part):
                rule = _rule(_round([start, end]), STRAIGHT)
                if rule and rule.end - rule.start > THIN and len(drawn.rules) < MOST_SHAPES:
                    drawn.rules.append(rule)

    def fill_on(self, drawn: Drawn, state: State) -> None:
        """Its parts as boxes, thin ones as rules."""
        for part in self._parts:
            if len(part) < 3 or max(len(drawn.boxes), len(drawn.rules), len(drawn.dots)) >= MOST_SHAPES:
                continue
            whole = not self._curved and _is_rectangle(part)
            area = _round(part)
            if all(SMALLEST_DOT <= across <= LARGEST_DOT for across in (area.width, area.height)):
                drawn.dots.append(area)
                continue
            rule = _rule(area, THIN) if whole else None
            if rule:
                drawn.rules.append(rule)
            area = area.within(state.clip)
            if not rule and area.size > 0:
                colour = _sure_colour(state) if whole else None
                drawn.boxes.append(Box(area, colour, whole and state.clip_is_sure))
                drawn.colours |= {colour} if colour else set()


def _sure_colour(state: State) -> Colour | None:
    return state.fill if state.clip_is_sure and state.opacity == 1 else None


def _round(points: list[_Point]) -> Area:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Area(min(xs), min(ys), max(xs), max(ys))


def _rule(area: Area, thickness: float) -> Rule | None:
    """A long thin area as a rule; None for another."""
    if area.height <= thickness and area.width > area.height:
        return Rule(True, (area.bottom + area.top) / 2, area.left, area.right)
    if area.width <= thickness and area.height > area.width:
        return Rule(False, (area.left + area.right) / 2, area.bottom, area.top)
    return None


def _is_rectangle(part: list[_Point]) -> bool:
    if len(part) not in {4, 5} or (len(part) == 5 and part[0] != part[4]):
        return False
    area = _round(part)
    return all(
        min(abs(x - area.left), abs(x - area.right)) < STRAIGHT and min(abs(y - area.bottom), abs(y - area.top)) < STRAIGHT
        for x, y in part
    )
