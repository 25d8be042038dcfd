"""The elements of a tagged PDF as pieces: the words each holds, in the order of the tree; does not guess from print.

A picture's description is left out, as on web pages, but for a cell that holds nothing else: a tick that says `Yes`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.characters import BULLET, collapse, normalise_bullets
from ingest.outline import Kind, Piece
from ingest.pdf_drawn import Mark, Run
from ingest.pdf_headings import HeadingPrint
from ingest.pdf_layout import is_numbered
from ingest.pdf_lines import Line, join_runs, mend_hyphens
from ingest.pdf_marks import stands_for
from ingest.pdf_tables import Table, TableCell, rows_of
from ingest.pdf_tags import Content, Element
from ingest.table_rows import Grid, Spanning, column_headings, row_line, spread

_NUMBER = re.compile(r"[(\[]?(?:\d+(?:\.\d+)*[.)\]:]?|[A-Za-z]{1,5}[.)\]])")
LONGEST_SIGN = 40  # characters of a description that stands for a cell's words
MOST_HEADING_LINES = 3
Words = Mapping[tuple[int, Mark], Sequence[Run]]
"""The runs of each marked content, by page and mark."""
_HEADINGS = {f"H{level}": level for level in range(1, 7)} | {"Title": 1}
_INLINE = {
    "Span", "Link", "Quote", "Em", "Strong", "Sub", "Code", "Reference", "BibEntry", "Annot", "Ruby", "RB", "RT", "RP",
    "Warichu", "WT", "WP", "Lbl", "NonStruct", "Private", "Form", "Formula",
}  # fmt: skip


def tagged_pieces(root: Element, words: Words, headings: HeadingPrint | None) -> list[Piece]:
    """The text of a tree; `headings` tells them by their print, where no element is one."""
    walk = _Walk(words, None if _has_headings(root) else headings)
    walk.children(root)
    walk.flush()
    return walk.pieces


def _has_headings(element: Element) -> bool:
    return (
        element.role in _HEADINGS
        or element.role == "H"
        or any(_has_headings(part) for part in element.parts if isinstance(part, Element))
    )


class _Walk:
    """One pass over a tree; runs gather until a block ends."""

    def __init__(self, words: Words, headings: HeadingPrint | None) -> None:
        self.pieces: list[Piece] = []
        self._words = words
        self._print = headings
        self._runs: list[tuple[int, Run]] = []
        self._group = 0
        self._lists = 0
        self._sections = 0
        self._mark: str | None = None
        """What the next words in a list item begin with; empty once it was written; None outside items."""

    def children(self, element: Element) -> None:
        for part in element.parts:
            if isinstance(part, Content):
                self._runs += ((part.page, run) for run in self._words.get((part.page, part.mark), ()))
            else:
                self._visit(part)

    def flush(self) -> None:
        """End the block at hand."""
        lines = _lines(self._runs)
        self._runs = []
        if not lines:
            return
        level = self._printed_level(lines)
        if level:
            self._write(lines, Kind.HEADING, level)
        elif self._mark is None:
            self._write(lines, Kind.PARAGRAPH)
        else:
            self._write(lines, Kind.ITEM, mark=self._mark)
            self._mark = ""

    def _write(self, lines: Sequence[tuple[Line, str]], kind: Kind, level: int = 0, mark: str = "") -> None:
        """The lines as one piece, or one for each page they stand on."""
        alone = kind is not Kind.ITEM
        self._group += alone
        for page, part in groupby(lines, key=lambda pair: pair[0].page):
            text = normalise_bullets("\n".join(words for _, words in part))
            if mark and not (mark == BULLET and is_numbered(text)):
                text = mark + text.removeprefix(BULLET)
            mark = ""
            self.pieces.append(Piece(text=text, kind=kind, level=level, group=self._group, page=page))
        self._group += alone

    def _visit(self, element: Element) -> None:
        role = element.role
        if role == "Artifact":
            return
        if element.said is not None and (role in _INLINE or role == "Figure"):
            self._say(element)
        elif role in _HEADINGS or role == "H":
            self._heading(element)
        elif role == "L":
            self._list(element)
        elif role == "Table":
            self._table(element)
        elif role in _INLINE:
            self.children(element)
        else:
            self._sections += role == "Sect"
            self.flush()
            self.children(element)
            self.flush()
            self._sections -= role == "Sect"

    def _say(self, element: Element) -> None:
        """The text that letters stand for: on the first of them, where it can be what is seen."""
        before = len(self._runs)
        self.children(element)
        inside = self._runs[before:]
        said = element.said or ""
        if inside and stands_for(said, "".join(run.text for _, run in inside)):
            page, first = inside[0]
            self._runs[before:] = [(page, first._replace(text=said, end=inside[-1][1].end))]

    def _heading(self, element: Element) -> None:
        self.flush()
        self.children(element)
        lines = _lines(self._runs)
        self._runs = []
        if lines:
            self._write(lines, Kind.HEADING, _HEADINGS.get(element.role) or min(max(self._sections, 1), 6))
        self._mark = None

    def _printed_level(self, lines: Sequence[tuple[Line, str]]) -> int:
        if self._print is None or self._mark is not None or len(lines) > MOST_HEADING_LINES:
            return 0
        levels = {self._print.level(line) for line, _ in lines}
        return levels.pop() if len(levels) == 1 else 0

    def _list(self, element: Element) -> None:
        self.flush()
        self._group += 0 if self._lists else 1
        self._lists += 1
        for part in element.parts:
            if isinstance(part, Element) and part.role == "LI":
                self._item(part)
            elif isinstance(part, Element):
                self._visit(part)
        self.flush()
        self._lists -= 1

    def _item(self, element: Element) -> None:
        self.flush()
        outer, self._mark = self._mark, BULLET
        for part in element.parts:
            if isinstance(part, Element) and part.role == "Lbl":
                self._mark = self._label(part)
            elif isinstance(part, Element) and part.role == "LBody":
                self.children(part)
            elif isinstance(part, Element):
                self._visit(part)
            else:
                self._runs += ((part.page, run) for run in self._words.get((part.page, part.mark), ()))
        self.flush()
        # Words of the outer item that come after an inner list would run on from its last item.
        self._mark = None if outer is None else BULLET

    def _label(self, element: Element) -> str:
        label = _flat(element, self._words)
        return f"{label} " if _NUMBER.fullmatch(label) else BULLET

    def _table(self, element: Element) -> None:
        self.flush()
        for caption in (part for part in element.parts if isinstance(part, Element) and part.role == "Caption"):
            self._visit(caption)
        rows = _rows(element)
        first = next(element.content(), None)
        self._group += 1
        for at, line in _row_lines(rows, self._words):
            where = next(rows[at].content(), first)
            self.pieces.append(Piece(text=line, group=self._group, kind=Kind.ROW, page=where.page if where else 0))
        self._group += 1


def _lines(runs: Sequence[tuple[int, Run]]) -> list[tuple[Line, str]]:
    lines = [
        line
        for page, part in groupby(runs, key=lambda pair: pair[0])
        for line in join_runs([run for _, run in part], page=page)
    ]
    return list(mend_hyphens(lines))


def _rows(table: Element) -> list[Element]:
    """The rows of a table, those of its parts too."""
    found: list[Element] = []
    for part in table.parts:
        if isinstance(part, Element) and part.role == "TR":
            found.append(part)
        elif isinstance(part, Element) and part.role in {"THead", "TBody", "TFoot"}:
            found += [
                replace(row, role="THead" if part.role == "THead" else "TR")
                for row in part.parts
                if isinstance(row, Element) and row.role == "TR"
            ]
    return found


def _cells(row: Element) -> list[Element]:
    return [part for part in row.parts if isinstance(part, Element) and part.role in {"TH", "TD"}]


def _row_lines(rows: Sequence[Element], words: Words) -> list[tuple[int, str]]:
    """A line for each row but those of headings, with the row's index."""
    grid = spread([_spanning(cell, words) for cell in _cells(row)] for row in rows)
    if not any(cell.heading for row in grid for cell in row):
        return _lines_by_print(rows, grid, words)
    heads = next(
        (
            at
            for at, (row, line) in enumerate(zip(rows, grid, strict=True))
            if not (row.role == "THead" or all(cell.heading or not cell.text for cell in line))
        ),
        0,
    )
    headings = column_headings(grid[:heads])
    # The headings may come again on the next page.
    lines = [(at, row_line(row, headings)) for at, row in enumerate(grid[heads:], start=heads) if row not in grid[:heads]]
    if not any(line for _, line in lines):  # a table to fill in says what its columns are for
        return [(at, row_line(row, {})) for at, row in enumerate(grid[:heads])]
    return lines


def _lines_by_print(rows: Sequence[Element], grid: Grid, words: Words) -> list[tuple[int, str]]:
    """A table whose headings are not tagged: they are known by how they are printed."""
    width = max((len(row) for row in grid), default=0)
    bold = spread([_spanning(cell, words, text="b" if _is_bold(cell, words) else "") for cell in _cells(row)] for row in rows)
    cells = tuple(
        tuple(TableCell(text=cell.text, bold=bool(look.text), again=cell.again) for cell, look in zip(row, looks, strict=True))
        + (TableCell(text=""),) * (width - len(row))
        for row, looks in zip(grid, bold, strict=True)
    )
    return rows_of(Table(page=0, across=(), rows=cells))[0]


def _spanning(cell: Element, words: Words, text: str | None = None) -> Spanning:
    said = _flat(cell, words) or _sign(cell) if text is None else text
    return Spanning(text=said, heading=cell.role == "TH", across=cell.across, down=cell.down)


def _sign(cell: Element) -> str:
    """What a picture in a cell without words says."""
    for part in cell.parts:
        if isinstance(part, Element):
            found = collapse(part.described or "") or _sign(part)
            if found:
                return found if len(found) <= LONGEST_SIGN else ""
    return ""


def _flat(element: Element, words: Words) -> str:
    walk = _Walk(words, None)
    walk.children(element)
    walk.flush()
    return " ".join(collapse(piece.text) for piece in walk.pieces)


def _is_bold(cell: Element, words: Words) -> bool:
    runs = [run for part in cell.content() for run in words.get((part.page, part.mark), ()) if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)
