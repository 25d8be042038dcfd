"""The pen of a PDF page: strings shown become runs of letters in their places; does not join runs into lines."""

import math
from collections.abc import Sequence
from typing import Any

from ingest.pdf_drawn import Colour, Drawn, Run
from ingest.pdf_marks import Marks
from ingest.pdf_state import UNIT, Matrix, State, times

WORD_GAP = 0.475  # of a space: kerning stays under it, stretched lines shrink their spaces to half
LEAST_GAP, MOST_GAP = 0.1, 0.2  # ems, for fonts that give their space a strange width
CELL_GAP = 1.0  # ems: a wider step inside one string goes to another column
SMALLEST = 1.0  # points: smaller letters cannot be read
FAINT = 0.05  # of opacity, or of each of red, green and blue between letters and ground
WHITE: Colour = (1.0, 1.0, 1.0)
INVISIBLE = "invisible ink"
_NO_INK = {3, 7}  # render modes
_OUTLINES = {1, 5}


class Pen:
    """Where the next letters of a page go."""

    def __init__(self, drawn: Drawn, marks: Marks) -> None:
        self._drawn = drawn
        self._marks = marks
        self._line: Matrix = UNIT
        self._at: Matrix = UNIT

    def begin(self) -> None:
        """Go to the origin."""
        self.set(UNIT)

    def set(self, matrix: Matrix) -> None:
        """Go where a matrix says."""
        self._line = self._at = matrix

    def move(self, x: float, y: float) -> None:
        """Go to a new line, from the beginning of this one."""
        self.set(times((1, 0, 0, 1, x, y), self._line))

    def show(self, parts: Sequence[Any], state: State) -> None:
        """Draw strings, and steps between them in thousandths of an em."""
        font = state.font
        if font is None or not font.readable:
            return
        gap = min(max(font.space * WORD_GAP, LEAST_GAP), MOST_GAP)
        letters: list[str] = []
        width = 0.0
        for part in parts:
            if isinstance(part, bytes):
                text, ems, count = font.read(part)
                letters.append(text)
                width += (ems * state.size + count * state.letter_space + part.count(b" ") * state.word_space) * state.stretch
            elif isinstance(part, (int, float)) and math.isfinite(part):
                step = -float(part) / 1000
                if step >= CELL_GAP:
                    self._draw(letters, width, state)
                    letters, width = [], 0.0
                if letters:
                    letters += [" "] if step >= gap and not letters[-1].endswith(" ") else []
                    width += step * state.size * state.stretch
                else:
                    self._advance(step * state.size * state.stretch)
        self._draw(letters, width, state)

    def _advance(self, width: float) -> None:
        self._at = times((1, 0, 0, 1, width, 0), self._at)

    def _draw(self, letters: Sequence[str], width: float, state: State) -> None:
        text = "".join(letters)
        matrix = times(self._at, state.matrix)
        self._advance(width)
        if not text:
            return
        a, b, c, d, e, f = matrix
        length = math.hypot(a, b)
        if not length or not math.isfinite(length + e + f + width):
            return
        turn = round(math.degrees(math.atan2(b, a))) % 360
        start, base = e + state.rise * c, f + state.rise * d
        size = abs(state.size) * math.sqrt(abs(a * d - b * c))
        if turn:
            cos, sin = a / length, b / length
            start, base = start * cos + base * sin, base * cos - start * sin
        run = Run(
            text=text,
            x=start,
            y=base,
            end=start + width * length,
            size=size,
            bold=bool(state.font and state.font.bold) or state.mode == 2,
            space=(state.font.space if state.font else 0) * size,
            turn=turn,
            mark=self._marks.current,
            artifact=self._marks.artifact,
        )
        self._drawn.runs.append(run._replace(unseen=_unseen(run, state, self._drawn, switched_off=self._marks.switched_off)))


def _unseen(run: Run, state: State, drawn: Drawn, *, switched_off: bool) -> str:
    """Why nobody sees a run; empty where they do."""
    reasons = (
        (switched_off, "on a layer that is switched off"),
        (state.mode in _NO_INK, INVISIBLE),
        (run.size < SMALLEST, "too small"),
        (state.opacity < FAINT, "clear"),
        (_is_off(run, drawn), "off the page"),
        (_has_colour_of_ground(run, state, drawn), "of the colour of its ground"),
    )
    return next((reason for holds, reason in reasons if holds), "")


def _is_off(run: Run, drawn: Drawn) -> bool:
    """True where neither the middle nor the beginning lies on the page."""
    return not (drawn.area.holds(*run.centre) or drawn.area.holds(*run._replace(end=run.x).centre))


def _has_colour_of_ground(run: Run, state: State, drawn: Drawn) -> bool:
    ink = state.stroke if state.mode in _OUTLINES else state.fill
    return ink is not None and _alike(ink, _ground(*run.centre, ink, drawn))


def _ground(x: float, y: float, ink: Colour, drawn: Drawn) -> Colour | None:
    """The colour under a point; looked for only where a box or the page is of the ink's colour."""
    if not _alike(ink, WHITE) and not any(_alike(ink, colour) for colour in drawn.colours):
        return None
    for box in reversed(drawn.boxes):
        if box.area.holds(x, y):
            return box.colour
    return WHITE


def _alike(ink: Colour, other: Colour | None) -> bool:
    return other is not None and all(abs(one - two) < FAINT for one, two in zip(ink, other, strict=True))
