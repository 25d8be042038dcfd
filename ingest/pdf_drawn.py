"""What a page of a PDF draws: runs of letters, rules, filled boxes and pictures, each in place; does not read a file.

Places are in points from the lower left corner of the page as it is shown: cropped, and turned upright.
"""

import math
from dataclasses import dataclass, field
from typing import NamedTuple

Colour = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""
Mark = tuple[int, int]
"""Marked content: number of the stream's object (0 for the page's own content), and its MCID there."""


class Run(NamedTuple):
    """Letters drawn in one go, in a frame turned so that they run level."""

    text: str
    x: float
    """Where it begins."""
    y: float
    """Base line."""
    end: float
    """Where it ends, on the same axis as `x`."""
    size: float
    """Height of its letters as printed."""
    bold: bool
    space: float
    """Width of a space in its font, as printed."""
    turn: int = 0
    """Degrees it is turned anticlockwise; 0 for level text."""
    mark: Mark | None = None
    artifact: bool = False
    """True for what the file marks as no part of its text: running heads, page numbers."""
    unseen: str = ""
    """Why nobody sees it; empty for text that is seen."""

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle on the page, half way up its small letters."""
        along, up = (self.x + self.end) / 2, self.y + self.size / 4
        if not self.turn:
            return along, up
        angle = math.radians(self.turn)
        return along * math.cos(angle) - up * math.sin(angle), along * math.sin(angle) + up * math.cos(angle)


class Area(NamedTuple):
    """An upright rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def size(self) -> float:
        """Its area, in square points."""
        return max(self.width, 0) * max(self.height, 0)

    def holds(self, x: float, y: float) -> bool:
        """True for a point inside."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def within(self, other: "Area") -> "Area":
        """The part of it inside another; its size is 0 where they do not meet."""
        return Area(
            max(self.left, other.left), max(self.bottom, other.bottom), min(self.right, other.right), min(self.top, other.top)
        )


class Box(NamedTuple):
    """A filled part of the page."""

    area: Area
    colour: Colour | None
    """None for what no colour tells: a picture, a pattern, a shape that is no rectangle."""
    rectangle: bool = True
    """False for a picture or another shape, of which `area` is the outline."""


class Rule(NamedTuple):
    """A straight line: `at` across the axis it runs along from `start` to `end`."""

    level: bool
    """True for a horizontal one."""
    at: float
    start: float
    end: float


@dataclass(slots=True, kw_only=True)
class Drawn:
    """All that a page draws, in order."""

    area: Area
    """The page."""
    runs: list[Run] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    colours: set[Colour] = field(default_factory=set)
    """All colours that boxes have."""
    dots: list[Area] = field(default_factory=list)
    """Small filled shapes, as bullets are drawn by some programs."""
    pictures: list[Area] = field(default_factory=list)

    @property
    def is_picture(self) -> bool:
        """True where pictures fill half of the page or more, as on a scanned one."""
        return sum(picture.within(self.area).size for picture in self.pictures) >= self.area.size / 2
