"""The printed lines of a PDF, page by page, each with its place, size and weight; does not join or judge them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.characters import collapse
from ingest.pdf_drawn import Run

SAME_LINE = 0.4  # of a size: raised and lowered letters stand so far off their line
BACK = 1.2  # sizes: a pen that goes further back begins another line; an accent or a circle goes round one letter
WORD_GAP = 0.475  # of a space, as inside a string
LEAST_GAP, MOST_GAP = 0.1, 0.2  # sizes
COLUMN_GAP = 1.2  # sizes: nearer words belong together
MOST_SIZE = 0.5  # points two drawings of the same letters may be apart, where bold is made by drawing twice
GUTTER_ROWS = 6  # lines that two columns drawn side by side have at least
PROSE = 25  # letters of a line in a column of prose, on the average
_SOFT_HYPHEN_AT_END = re.compile("\u00ad\\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line."""

    text: str
    """May end in a soft hyphen, where its last word goes on in the next line."""
    page: int
    """Index of its page."""
    x: float
    """Left edge, in points from the left of the page."""
    y: float
    """Base line, in points from the bottom of the page."""
    size: float
    """Height of its letters as printed, to half a point."""
    bold: bool
    end: float = 0.0
    """Right edge."""
    turn: int = 0
    """Degrees it is turned anticlockwise; `x` and `y` are those of the page turned back."""
    runs: tuple[Run, ...] = field(default=(), compare=False)


def join_runs(runs: Sequence[Run], *, page: int) -> list[Line]:
    """The lines that runs make in the order they are drawn, which keeps columns whole."""
    return list(_join_stretches(_by_column(stretches(runs, page=page))))


def stretches(runs: Sequence[Run], *, page: int) -> list[Line]:
    """The lines that runs make, cut where a gap is as wide as one between columns."""
    found = (_line(part, page) for part in _split(runs))
    return [line for line in found if line]


def mend_hyphens(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Each line with its words: a word cut at a soft hyphen stands whole in the line it begins in."""
    carried = ""
    for at, line in enumerate(lines):
        text = line.text.removeprefix(carried).lstrip() if carried else line.text
        carried = ""
        below = lines[at + 1] if at + 1 < len(lines) else None
        if _SOFT_HYPHEN_AT_END.search(text):
            text = _SOFT_HYPHEN_AT_END.sub("", text)
            if below and below.text[:1].islower():
                carried = below.text.split(" ", 1)[0].rstrip("\u00ad")
                text += carried
            else:
                text += "-"
        if text:
            yield line, text


def _split(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs of each stretch of a line."""
    part: list[Run] = []
    last: Run | None = None
    for run in runs:
        if not run.text.strip():
            if part:
                part.append(run)
            continue
        if last and _is_drawn_again(run, last):
            continue
        if last and not _goes_on(run, last):
            yield part
            part = []
        part.append(run)
        last = run
    if part:
        yield part


def _is_drawn_again(run: Run, last: Run) -> bool:
    return run.text == last.text and abs(run.x - last.x) < MOST_SIZE and abs(run.y - last.y) < MOST_SIZE


def _goes_on(run: Run, last: Run) -> bool:
    """True for a run on the line of the one before it, and near."""
    size = max(run.size, last.size)
    gap = run.x - last.end
    return run.turn == last.turn and abs(run.y - last.y) <= SAME_LINE * size and -BACK * size <= gap <= COLUMN_GAP * size


def _line(runs: Sequence[Run], page: int) -> Line | None:
    """The line that some runs make; None where they print nothing."""
    text = _words(runs)
    soft = bool(_SOFT_HYPHEN_AT_END.search(text))
    text = collapse(text)
    inked = [run for run in runs if run.text.strip()]
    if not text or not inked:
        return None
    letters = sum(len(run.text) for run in inked)
    main = max(inked, key=lambda run: len(run.text))
    return Line(
        text=text + "\u00ad" if soft else text,
        page=page,
        x=inked[0].x,
        y=main.y,
        size=round(main.size * 2) / 2,
        bold=sum(len(run.text) for run in inked if run.bold) > letters / 2,
        end=max(run.end for run in inked),
        turn=main.turn,
        runs=tuple(inked),
    )


def _words(runs: Sequence[Run]) -> str:
    words: list[str] = []
    last: Run | None = None
    for run in runs:
        if last and run.x - last.end > min(max(last.space * WORD_GAP, last.size * LEAST_GAP), last.size * MOST_GAP):
            words.append(" ")
        words.append(run.text)
        last = run
    return "".join(words)


def _is_beside(line: Line, before: Line) -> bool:
    """True for a stretch to the right of the one before it, on the same base line."""
    size = max(line.size, before.size)
    return line.turn == before.turn and abs(line.y - before.y) <= SAME_LINE * size and line.x >= before.end - BACK * size


def _join_stretches(lines: Sequence[Line]) -> Iterator[Line]:
    """The stretches of one line as one line."""
    row: list[Line] = []
    for line in lines:
        if row and not _is_beside(line, row[-1]):
            yield _whole(row)
            row = []
        row.append(line)
    if row:
        yield _whole(row)


def _whole(row: Sequence[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    spaced = [run for line in row for run in (*line.runs, line.runs[-1]._replace(text=" ", x=line.end))]
    return _line(spaced, row[0].page) or row[0]


def _by_column(lines: list[Line]) -> list[Line]:
    """The stretches column by column, where prose in two columns is drawn line by line across both."""
    pairs = [(left, right) for left, right in pairwise(lines) if _is_beside(right, left)]
    if len(pairs) < GUTTER_ROWS or len(pairs) * 3 < len(lines):
        return lines
    if any(sum(len(line.text) for line in side) < PROSE * len(side) for side in zip(*pairs, strict=True)):
        return lines
    gutter = (max(left.end for left, _ in pairs), min(right.x for _, right in pairs))
    if gutter[0] >= gutter[1]:
        return lines
    first, last = lines.index(pairs[0][0]), lines.index(pairs[-1][1])
    inside = lines[first : last + 1]
    if any(line.x < gutter[0] and line.end > gutter[1] for line in inside):
        return lines
    left = [line for line in inside if line.end <= gutter[0]]
    right = [line for line in inside if line.end > gutter[0]]
    return [*lines[:first], *left, *right, *lines[last + 1 :]]
