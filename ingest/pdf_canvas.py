"""The operators of a PDF's content that set state, make paths, show text and mark content; does not draw forms.

Each operator is a method that takes its operands as the file has them (ISO 32000-1, annex A); damaged ones do nothing.
"""

import copy
from typing import Any

from pypdf.generic import DictionaryObject

from ingest.pdf_drawn import Box, Drawn
from ingest.pdf_marks import Marks
from ingest.pdf_paths import Path
from ingest.pdf_reading import LETTERS, Reading, dictionary
from ingest.pdf_state import State, colour_of, components_of, matrix_of, numbers_of, outline, times
from ingest.pdf_text import Pen

DEEPEST = 1000  # states kept: no file needs 100


class Canvas:
    """A page, or a form on it, while it is drawn."""

    def __init__(
        self,
        drawn: Drawn,
        state: State,
        resources: DictionaryObject,
        reading: Reading,
        *,
        stream: int = 0,
        marks: Marks | None = None,
    ) -> None:
        self.drawn = drawn
        self.state = state
        self.resources = resources
        self.reading = reading
        self.stream = stream
        """Number of the object that holds the content, where its marks are counted by themselves; else 0."""
        self.marks = marks or Marks(switched_off=reading.switched_off)
        self._kept: list[State] = []
        self._path = Path()
        self._clipping = False
        self._pen = Pen(drawn, self.marks)

    # The graphics state

    def keep(self, _: Any) -> None:
        """`q`"""
        if len(self._kept) < DEEPEST:
            self._kept.append(copy.copy(self.state))

    def bring_back(self, _: Any) -> None:
        """`Q`"""
        if self._kept:
            self.state = self._kept.pop()

    def transform(self, operands: Any) -> None:
        """`cm`"""
        self.state.matrix = times(matrix_of(operands), self.state.matrix)

    def extended(self, operands: Any) -> None:
        """`gs`"""
        found = dictionary(dictionary(self.resources.get("/ExtGState")).get(operands[0] if operands else ""))
        opacity = numbers_of([found.get("/ca", self.state.opacity)], 1)
        self.state.opacity = opacity[0] if opacity else 1.0
        font = found.get("/Font")
        if font is not None and len(font.get_object()) == 2:
            font, size = font.get_object()
            self.state.font, self.state.size = self.reading.font(font), float(size)

    def set_number(self, name: str, operands: Any, scale: float = 1.0) -> None:
        """`Tc`, `Tw`, `Tz`, `TL`, `Ts`: one number of the state."""
        numbers = numbers_of(operands, 1)
        if numbers:
            setattr(self.state, name, numbers[0] * scale)

    def mode(self, operands: Any) -> None:
        """`Tr`"""
        self.state.mode = int((numbers_of(operands, 1) or [0])[0])

    # Colours

    def fill(self, components: int | None, operands: Any) -> None:
        """`g`, `rg`, `k`, `sc`, `scn`: the colour of fills; `components` are None where its space was set before."""
        self.state.fill_space = self.state.fill_space if components is None else components
        self.state.fill = colour_of(operands, self.state.fill_space)

    def stroke(self, components: int | None, operands: Any) -> None:
        """`G`, `RG`, `K`, `SC`, `SCN`: the colour of lines."""
        self.state.stroke_space = self.state.stroke_space if components is None else components
        self.state.stroke = colour_of(operands, self.state.stroke_space)

    def fill_space(self, operands: Any) -> None:
        """`cs`"""
        self.fill(components_of(operands[0] if operands else None, self.resources), [0, 0, 0, 1])

    def stroke_space(self, operands: Any) -> None:
        """`CS`"""
        self.stroke(components_of(operands[0] if operands else None, self.resources), [0, 0, 0, 1])

    # Paths

    def move(self, operands: Any) -> None:
        """`m`"""
        if numbers := numbers_of(operands, 2):
            self._path.move(self.state.matrix, *numbers)

    def line(self, operands: Any) -> None:
        """`l`"""
        if numbers := numbers_of(operands, 2):
            self._path.line(self.state.matrix, *numbers)

    def curve(self, operands: Any) -> None:
        """`c`, `v`, `y`"""
        if numbers := numbers_of(operands, len(operands) // 2 * 2):
            self._path.curve(self.state.matrix, numbers)

    def rectangle(self, operands: Any) -> None:
        """`re`"""
        if numbers := numbers_of(operands, 4):
            self._path.rectangle(self.state.matrix, *numbers)

    def close(self, _: Any) -> None:
        """`h`"""
        self._path.close()

    def clip(self, _: Any) -> None:
        """`W`, `W*`"""
        self._clipping = True

    def paint(self, *, fill: bool = False, stroke: bool = False, close: bool = False) -> None:
        """`S`, `s`, `f`, `B`, `b`, `n` and their like."""
        if close:
            self._path.close()
        if not self.marks.switched_off:
            if fill:
                self._path.fill_on(self.drawn, self.state)
            if stroke:
                self._path.stroke_on(self.drawn)
        outline = self._path.outline
        if self._clipping and outline:
            self.state.clip_to(outline, sure=self._path.is_rectangle)
        self._clipping = False
        self._path = Path()

    def shade(self, _: Any) -> None:
        """`sh`"""
        self.drawn.boxes.append(Box(self.state.clip, None, rectangle=False))

    # Text

    def begin_text(self, _: Any) -> None:
        """`BT`"""
        self._pen.begin()

    def font(self, operands: Any) -> None:
        """`Tf`"""
        if len(operands) == 2:
            fonts = dictionary(self.resources.get("/Font"))
            self.state.font = self.reading.font(fonts.raw_get(operands[0]) if operands[0] in fonts else None)
            self.set_number("size", operands[1:])

    def next_line(self, operands: Any) -> None:
        """`Td`"""
        if numbers := numbers_of(operands, 2):
            self._pen.move(*numbers)

    def next_line_leading(self, operands: Any) -> None:
        """`TD`"""
        if numbers := numbers_of(operands, 2):
            self.state.leading = -numbers[1]
            self._pen.move(*numbers)

    def text_matrix(self, operands: Any) -> None:
        """`Tm`"""
        self._pen.set(matrix_of(operands))

    def same_leading(self, _: Any) -> None:
        """`T*`"""
        self._pen.move(0, -self.state.leading)

    def show(self, operands: Any) -> None:
        """`Tj`, `TJ`"""
        shown = operands[0] if operands else None
        parts = shown if isinstance(shown, list) else [shown]
        self.reading.spend(sum(len(part) for part in parts if isinstance(part, bytes)) // LETTERS)
        self._pen.show(parts, self.state)

    def show_on_next_line(self, operands: Any) -> None:
        """`'`"""
        self.same_leading(operands)
        self.show(operands)

    def show_spaced(self, operands: Any) -> None:
        """The operator of a double quotation mark."""
        if len(operands) == 3:
            self.set_number("word_space", operands)
            self.set_number("letter_space", operands[1:])
            self.show_on_next_line(operands[2:])

    # Marked content

    def mark(self, operands: Any) -> None:
        """`BMC`, `BDC`"""
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, str):
            named = dictionary(self.resources.get("/Properties"))
            properties = named.raw_get(properties) if properties in named else None
        self.marks.begin(str(operands[0]) if operands else "", properties, stream=self.stream, drawn=self.drawn)

    def unmark(self, _: Any) -> None:
        """`EMC`"""
        self.marks.end(self.drawn)

    def picture(self, _: Any) -> None:
        """An image, of the unit square."""
        if not self.marks.switched_off:
            area = outline(self.state.matrix, 0, 0, 1, 1).within(self.state.clip)
            self.drawn.pictures.append(area)
            self.drawn.boxes.append(Box(area, None, rectangle=False))
