"""Marked content while a PDF page is drawn: which element of the text words belong to, and what is no text.

Does not read the tree of elements (ISO 32000-1, 14.6 and 14.9.4).
"""

from dataclasses import dataclass
from typing import Any

from ingest.pdf_drawn import Drawn, Mark
from ingest.pdf_reading import dictionary

LONGER = 2  # times: text said to be meant by some letters is at most so much longer than they are,
SPARE = 4  # and so many letters
DEEPEST = 200


def stands_for(said: str, drawn: str) -> bool:
    """True where text said to be meant can be what is seen: a joined letter, a hyphen, but never words nobody sees."""
    letters = "".join(drawn.split())
    return bool(letters) and len(said) <= len(letters) * LONGER + SPARE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    mark: Mark | None
    artifact: bool
    switched_off: bool
    meant: str | None
    first: int
    """Index of the first run inside."""


_OUTSIDE = _Open(mark=None, artifact=False, switched_off=False, meant=None, first=0)


class Marks:
    """The marks open at the moment."""

    def __init__(self, *, switched_off: frozenset[int]) -> None:
        self._layers = switched_off
        self._open: list[_Open] = []
        self._skipped = 0

    @property
    def depth(self) -> int:
        """How many are open."""
        return len(self._open)

    @property
    def current(self) -> Mark | None:
        """The innermost that the tree of elements knows."""
        return self._top.mark

    @property
    def artifact(self) -> bool:
        """True inside what is no part of the text."""
        return self._top.artifact

    @property
    def switched_off(self) -> bool:
        """True inside a layer that is not shown."""
        return self._top.switched_off

    @property
    def _top(self) -> _Open:
        return self._open[-1] if self._open else _OUTSIDE

    def begin(self, tag: str, properties: Any, *, stream: int, drawn: Drawn) -> None:
        """Open one; `properties` as they stand in the file."""
        if len(self._open) >= DEEPEST:
            self._skipped += 1
            return
        top = self._top
        number = getattr(properties, "idnum", 0)
        known = dictionary(properties)
        mcid, meant = known.get("/MCID"), known.get("/ActualText")
        self._open.append(
            _Open(
                mark=(stream, int(mcid)) if isinstance(mcid, int) else top.mark,
                artifact=top.artifact or tag == "/Artifact",
                switched_off=top.switched_off or (tag == "/OC" and number in self._layers),
                meant=as_text(meant),
                first=len(drawn.runs),
            )
        )

    def end(self, drawn: Drawn) -> None:
        """Close the innermost: letters that stand for others are put right."""
        if self._skipped:
            self._skipped -= 1
        elif self._open:
            closed = self._open.pop()
            if closed.meant is not None:
                _put_right(drawn, closed.first, closed.meant)

    def unwind(self, depth: int, drawn: Drawn) -> None:
        """Close what a stream left open."""
        while len(self._open) > depth:
            self.end(drawn)


def as_text(value: Any) -> str | None:
    """A text string of the file, also where it was left as bytes."""
    if isinstance(value, bytes):
        return value.decode("utf-16", "replace") if value[:2] in {b"\xfe\xff", b"\xff\xfe"} else value.decode("latin-1")
    return str(value) if isinstance(value, str) else None


def _put_right(drawn: Drawn, first: int, meant: str) -> None:
    runs = drawn.runs[first:]
    if runs and stands_for(meant, "".join(run.text for run in runs)):
        whole = runs[0]._replace(text=meant, end=runs[-1].end if runs[-1].y == runs[0].y else runs[0].end)
        drawn.runs[first:] = [whole, *(run._replace(text="") for run in runs[1:])]
