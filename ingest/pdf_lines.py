"""The printed lines of a PDF, page by page, each with its place, size and weight; does not join or judge them."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from pypdf import PageObject

from ingest.characters import collapse

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SOFT_HYPHEN_AT_END = re.compile("\u00ad\\s*$")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line."""

    text: str
    page: int
    """Index of its page."""
    x: float
    """Left edge, in points from the left of the page."""
    y: float
    """Base line, in points from the bottom of the page."""
    size: float
    """Height of its letters as printed, to half a point."""
    bold: bool


class _Run(NamedTuple):
    """Letters drawn in one go."""

    text: str
    x: float
    y: float
    size: float
    bold: bool


def read_lines(page: PageObject, *, index: int) -> list[Line]:
    """The lines of a page in the order they are drawn, which keeps columns whole."""
    runs: list[_Run] = []

    def visit(text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float) -> None:
        if text:
            runs.append(_run(text, cm, tm, font, size))

    page.extract_text(visitor_text=visit)
    return [line for part in _split(runs) if (line := _line(part, index))]


def _run(text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float) -> _Run:
    # The size a font is set to says little: text and page may both be scaled.
    scale = math.sqrt(abs((tm[0] * tm[3] - tm[1] * tm[2]) * (cm[0] * cm[3] - cm[1] * cm[2])))
    name = str((font or {}).get("/BaseFont", ""))
    return _Run(
        text=text,
        x=tm[4] * cm[0] + tm[5] * cm[2] + cm[4],
        y=tm[4] * cm[1] + tm[5] * cm[3] + cm[5],
        size=size * scale,
        bold=bool(_BOLD.search(name)),
    )


def _split(runs: list[_Run]) -> Iterator[list[_Run]]:
    """The runs of each line; one run may hold line ends."""
    line: list[_Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(run._replace(text=first))
        for words in others:
            yield line
            line = [run._replace(text=words)]
    yield line


def _line(runs: list[_Run], page: int) -> Line | None:
    """The line that some runs make; None where they print nothing."""
    text = "".join(run.text for run in runs).translate(_LIGATURES)
    # A bullet may be drawn with a code that decodes to the delete character, which is never printed.
    text = collapse(_SOFT_HYPHEN_AT_END.sub("-", text.replace("\x7f", "•")))
    inked = [run for run in runs if run.text.strip()]
    if not text or not inked:
        return None
    letters = sum(len(run.text) for run in inked)
    size = max(inked, key=lambda run: len(run.text)).size
    return Line(
        text=text,
        page=page,
        x=inked[0].x,
        y=inked[0].y,
        size=round(size * 2) / 2,
        bold=sum(len(run.text) for run in inked if run.bold) > letters / 2,
    )
