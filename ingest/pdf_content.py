"""A PDF page drawn as far as words, rules, boxes and pictures go, with the forms it is made of.

Does not run glyphs, patterns, scripts, fields to fill in or embedded files.
"""

import copy
from collections.abc import Callable
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream, StreamObject

from ingest.pdf_canvas import Canvas
from ingest.pdf_drawn import Area, Drawn
from ingest.pdf_operators import OPERATORS
from ingest.pdf_reading import FORM, Reading, dictionary
from ingest.pdf_state import Matrix, State, matrix_of, numbers_of, outline, times

DEEPEST = 12  # forms inside each other; letterheads and figures go to 3
_TURNS: dict[int, Callable[[float, float], tuple[Matrix, float, float]]] = {
    0: lambda width, height: ((1, 0, 0, 1, 0, 0), width, height),
    90: lambda width, height: ((0, -1, 1, 0, 0, width), height, width),
    180: lambda width, height: ((-1, 0, 0, -1, width, height), width, height),
    270: lambda width, height: ((0, 1, -1, 0, height, 0), height, width),
}
"""How a page is turned to be shown, by degrees clockwise: the matrix, width and height for its own width and height."""


def draw(page: PageObject, reading: Reading) -> Drawn:
    """All that a page draws; raises MalformedDocument where that is more than any publication needs."""
    box = page.cropbox
    turned, width, height = _TURNS[_turn_of(page)](float(box.width), float(box.height))
    drawn = Drawn(area=Area(0, 0, width, height))
    contents = page.get("/Contents")
    if contents is not None:
        state = State(matrix=times((1, 0, 0, 1, -float(box.left), -float(box.bottom)), turned), clip=drawn.area)
        _run(contents.get_object(), Canvas(drawn, state, dictionary(page.get("/Resources")), reading), inside=())
    return drawn


def _turn_of(page: PageObject) -> int:
    turn = page.rotation % 360
    return turn if turn in _TURNS else 0


def _run(contents: Any, canvas: Canvas, *, inside: tuple[int, ...]) -> None:
    """Carry out a stream's operators; `inside` are the forms it stands in."""
    operations = ContentStream(contents, None, "bytes").operations
    canvas.reading.spend(len(operations))
    depth = canvas.marks.depth
    for operands, operator in operations:
        if operator == b"Do":
            _object(canvas, operands, inside)
        elif operator in OPERATORS:
            OPERATORS[operator](canvas, operands)
    canvas.marks.unwind(depth, canvas.drawn)


def _object(canvas: Canvas, operands: Any, inside: tuple[int, ...]) -> None:
    named = dictionary(canvas.resources.get("/XObject"))
    if not operands or operands[0] not in named:
        return
    found = named[operands[0]].get_object()
    if not isinstance(found, StreamObject):
        return
    if found.get("/Subtype") == "/Image":
        canvas.picture(operands)
    elif found.get("/Subtype") == "/Form" and id(found) not in inside and len(inside) < DEEPEST:
        _form(canvas, found, getattr(named.raw_get(operands[0]), "idnum", 0), (*inside, id(found)))


def _form(canvas: Canvas, form: StreamObject, number: int, inside: tuple[int, ...]) -> None:
    canvas.reading.spend(FORM)
    state = copy.copy(canvas.state)
    state.matrix = times(matrix_of(form.get("/Matrix", ())), state.matrix)
    corners = numbers_of(form.get("/BBox", ()), 4)
    if corners:
        state.clip_to(outline(state.matrix, *corners), sure=True)
    resources = dictionary(form.get("/Resources")) if "/Resources" in form else canvas.resources
    stream = number if "/StructParents" in form else canvas.stream
    _run(form, Canvas(canvas.drawn, state, resources, canvas.reading, stream=stream, marks=canvas.marks), inside=inside)
