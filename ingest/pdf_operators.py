"""The operators that read words, rules, boxes and pictures off a PDF page, by name; all others change nothing that is read."""

from collections.abc import Callable
from typing import Any

from ingest.pdf_canvas import Canvas

Operator = Callable[[Canvas, Any], None]


def _painter(*, fill: bool = False, stroke: bool = False, close: bool = False) -> Operator:
    return lambda canvas, _: canvas.paint(fill=fill, stroke=stroke, close=close)


def _setter(name: str, scale: float = 1.0) -> Operator:
    return lambda canvas, operands: canvas.set_number(name, operands, scale)


def _filler(components: int | None) -> Operator:
    return lambda canvas, operands: canvas.fill(components, operands)


def _stroker(components: int | None) -> Operator:
    return lambda canvas, operands: canvas.stroke(components, operands)


OPERATORS: dict[bytes, Operator] = {
    b"q": Canvas.keep,
    b"Q": Canvas.bring_back,
    b"cm": Canvas.transform,
    b"gs": Canvas.extended,
    b"g": _filler(1),
    b"rg": _filler(3),
    b"k": _filler(4),
    b"cs": Canvas.fill_space,
    b"sc": _filler(None),
    b"scn": _filler(None),
    b"G": _stroker(1),
    b"RG": _stroker(3),
    b"K": _stroker(4),
    b"CS": Canvas.stroke_space,
    b"SC": _stroker(None),
    b"SCN": _stroker(None),
    b"m": Canvas.move,
    b"l": Canvas.line,
    b"c": Canvas.curve,
    b"v": Canvas.curve,
    b"y": Canvas.curve,
    b"re": Canvas.rectangle,
    b"h": Canvas.close,
    b"W": Canvas.clip,
    b"W*": Canvas.clip,
    b"n": _painter(),
    b"S": _painter(stroke=True),
    b"s": _painter(stroke=True, close=True),
    b"f": _painter(fill=True),
    b"F": _painter(fill=True),
    b"f*": _painter(fill=True),
    b"B": _painter(fill=True, stroke=True),
    b"B*": _painter(fill=True, stroke=True),
    b"b": _painter(fill=True, stroke=True, close=True),
    b"b*": _painter(fill=True, stroke=True, close=True),
    b"sh": Canvas.shade,
    b"BT": Canvas.begin_text,
    b"Tf": Canvas.font,
    b"Tc": _setter("letter_space"),
    b"Tw": _setter("word_space"),
    b"Tz": _setter("stretch", 0.01),
    b"TL": _setter("leading"),
    b"Ts": _setter("rise"),
    b"Tr": Canvas.mode,
    b"Td": Canvas.next_line,
    b"TD": Canvas.next_line_leading,
    b"Tm": Canvas.text_matrix,
    b"T*": Canvas.same_leading,
    b"Tj": Canvas.show,
    b"TJ": Canvas.show,
    b"'": Canvas.show_on_next_line,
    b'"': Canvas.show_spaced,
    b"BMC": Canvas.mark,
    b"BDC": Canvas.mark,
    b"EMC": Canvas.unmark,
    b"INLINE IMAGE": Canvas.picture,
}
