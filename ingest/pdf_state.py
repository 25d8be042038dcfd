"""The state that a PDF's drawing goes through: matrices, colours, text settings; does not draw (ISO 32000-1, 8.4 and 9.3)."""

import math
from dataclasses import dataclass
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject

from ingest.pdf_drawn import Area, Colour
from ingest.pdf_fonts import Lettering

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
BLACK: Colour = (0.0, 0.0, 0.0)
_COMPONENTS = {"/DeviceGray": 1, "/CalGray": 1, "/G": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/RGB": 3, "/DeviceCMYK": 4, "/CMYK": 4}


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does one and then the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def matrix_of(values: Any) -> Matrix:
    """Six numbers as a matrix; the one that changes nothing for anything else."""
    numbers = numbers_of(values, 6)
    return (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]) if numbers else UNIT


def numbers_of(values: Any, count: int) -> list[float]:
    """The first `count` of some operands where all are finite numbers; else none."""
    try:
        numbers = [float(value) for value in values[:count]]
    except (TypeError, ValueError):
        return []
    return numbers if len(numbers) == count and all(map(math.isfinite, numbers)) else []


def place(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    return x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5]


def outline(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Area:
    """The upright rectangle round a rectangle after a matrix."""
    corners = [place(matrix, x, y) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Area(min(xs), min(ys), max(xs), max(ys))


@dataclass(slots=True, kw_only=True)
class State:
    """What `q` keeps and `Q` brings back; changed by one operator after another."""

    matrix: Matrix
    clip: Area
    clip_is_sure: bool = True
    """False where the clip is no rectangle and `clip` is only its outline."""
    fill: Colour | None = BLACK
    stroke: Colour | None = BLACK
    fill_space: int = 1
    stroke_space: int = 1
    """How many numbers name a colour; 0 for spaces whose colours are not known here."""
    opacity: float = 1.0
    font: Lettering | None = None
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def clip_to(self, area: Area, *, sure: bool) -> None:
        """Clip further."""
        self.clip = self.clip.within(area)
        self.clip_is_sure = self.clip_is_sure and sure


def components_of(space: Any, resources: DictionaryObject) -> int:
    """How many numbers name a colour in a space: 1 grey, 3 red green blue, 4 inks; 0 where they mean something else."""
    if isinstance(space, str) and space not in _COMPONENTS:
        named = resources.get("/ColorSpace")
        named = named.get_object() if named is not None else None
        space = named.get(space) if isinstance(named, DictionaryObject) else None
        space = space.get_object() if space is not None else None
    if isinstance(space, str):
        return _COMPONENTS.get(space, 0)
    if isinstance(space, ArrayObject) and space:
        if space[0] == "/ICCBased" and len(space) > 1:
            profile = space[1].get_object()
            count = profile.get("/N", 0) if isinstance(profile, DictionaryObject) else 0
            return int(count) if count in {1, 3, 4} else 0
        return _COMPONENTS.get(str(space[0]), 0)
    return 0


def colour_of(values: Any, components: int) -> Colour | None:
    """The colour some numbers name; None where it is not known."""
    numbers = numbers_of(values, components) if components else []
    if not numbers:
        return None
    if components == 1:
        return (numbers[0],) * 3
    if components == 3:
        return numbers[0], numbers[1], numbers[2]
    cyan, magenta, yellow, black = numbers
    return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
