"""Tables of a PDF page with level rules or shaded rows only: columns known by the gaps that all rows leave.

Does not see a table without any rule or shade, and takes no prose in two columns for one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from ingest.characters import BULLET, normalise_bullets
from ingest.pdf_drawn import Area, Drawn, Rule, Run
from ingest.pdf_grid import joined_rules
from ingest.pdf_lines import PROSE, SAME_LINE, Line, stretches
from ingest.pdf_tables import Table, TableCell, cell_of

LEAST_RULES = 3  # over the headings, under them, at the end
SAME_END = 4.0  # points the ends of its rules may differ
NEAR = 2.5  # points: the edges of neighbouring rows are one line
LEAST_FULL = 0.6  # of its rows have words in two columns or more
MOST_OVER = 0.2  # of its words stand in more than one column
MOST_ROWS = 400
_LIST_MARK = re.compile(rf"{BULLET.strip()}\s*|\(?\w{{1,3}}(?:\.\w{{1,3}})*[.)]")
_Span = tuple[float, float]


def find_open_tables(drawn: Drawn, runs: Sequence[Run], *, page: int, without: set[int]) -> list[tuple[Table, frozenset[int]]]:
    """The tables of level rules, each with the indexes of its runs; `without` are the runs of ruled tables."""
    found: list[tuple[Table, frozenset[int]]] = []
    taken = set(without)
    for lines, (left, right) in _ladders(drawn):
        step = median(high - low for high, low in pairwise(lines))
        around = Area(left, lines[-1] - step, right, lines[0] + step)
        free = {at: run for at, run in enumerate(runs) if at not in taken and around.holds(*run.centre)}
        bands = _bands(stretches(list(free.values()), page=page), lines, step)
        table = _table(bands, (left, right), page)
        if table:
            used = {id(run) for band in bands for word in band for run in word.runs}
            inside = frozenset(at for at, run in free.items() if id(run) in used)
            taken |= inside
            found.append((table, inside))
    return found


def _ladders(drawn: Drawn) -> Iterator[tuple[list[float], _Span]]:
    """Heights of level lines that begin and end alike, from the top, with where they begin and end; the most first."""
    rules = [rule for rule in drawn.rules if rule.level]
    for box in drawn.boxes:
        if box.rectangle and box.area.width < drawn.area.width:
            rules += [Rule(True, at, box.area.left, box.area.right) for at in (box.area.bottom, box.area.top)]
    groups: list[tuple[_Span, list[float]]] = []
    for _, at, start, end in joined_rules(rules)[: MOST_ROWS * 4]:
        group = next((ats for span, ats in groups if max(abs(span[0] - start), abs(span[1] - end)) <= SAME_END), None)
        if group is None:
            groups.append(((start, end), [at]))
        else:
            group.append(at)
    for span, ats in sorted(groups, key=lambda group: -len(group[1])):
        ladder = _apart(ats)
        if LEAST_RULES <= len(ladder) <= MOST_ROWS:
            yield ladder, span


def _apart(ats: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for at in sorted(ats, reverse=True):
        if not kept or kept[-1] - at > NEAR:
            kept.append(at)
    return kept


def _bands(words: Sequence[Line], lines: Sequence[float], step: float) -> list[list[Line]]:
    """The words between each two rules, and those of the row over the first and under the last, where those are rows."""
    bands = [[word for word in words if low <= word.y < high] for high, low in pairwise(lines)]
    columns = _columns([row for band in bands for row in _print_rows(band)])
    over = _print_rows([word for word in words if lines[0] <= word.y < lines[0] + step])[-1:]
    under = _print_rows([word for word in words if lines[-1] - step <= word.y < lines[-1]])[:1]
    above, below = (
        [row for row in rows if len({_places(word, columns)[0] for word in row if columns}) >= max(2, len(columns) - 1)]
        for rows in (over, under)
    )
    return [band for band in (*above, *bands, *below) if band]


def _table(bands: Sequence[Sequence[Line]], span: _Span, page: int) -> Table | None:
    if len(bands) < 2:
        return None
    columns = _columns([row for band in bands for row in _print_rows(band)])
    if len(columns) < 2 or _is_text(bands, columns):
        return None
    rows = [bands[0], *(row for band in bands[1:] for row in _rows(band, columns))]
    cells = [_cells(row, columns, page, is_head=at == 0) for at, row in enumerate(rows)]
    full = sum(sum(bool(cell.text) for cell in row) > 1 for row in cells)
    if full < 2 or full < len(cells) * LEAST_FULL:
        return None
    edges = (span[0], *((left[1] + right[0]) / 2 for left, right in pairwise(columns)), span[1])
    return Table(page=page, across=edges, rows=tuple(cells))


def _print_rows(words: Sequence[Line]) -> list[list[Line]]:
    """Words by base line, from the top."""
    rows: list[list[Line]] = []
    for word in sorted(words, key=lambda word: -word.y):
        if rows and rows[-1][0].y - word.y <= SAME_LINE * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _columns(rows: Sequence[Sequence[Line]]) -> list[_Span]:
    """Where the words of each column begin and end, read off the rows with the most words beside each other."""
    most = max((len(row) for row in rows), default=0)
    spans: list[_Span] = []
    for word in sorted((word for row in rows if most == len(row) > 1 for word in row), key=lambda word: word.x):
        if spans and word.x < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], word.end))
        else:
            spans.append((word.x, word.end))
    return spans


def _rows(band: Sequence[Line], columns: Sequence[_Span]) -> list[list[Line]]:
    """The rows between two rules: one, or a row for each base line where all of those begin in the first column."""
    printed = _print_rows(band)
    full = [row for row in printed if len(row) > 1 and any(_places(word, columns)[:1] == [0] for word in row)]
    return printed if len(full) > 2 and len(full) >= len(printed) * LEAST_FULL else [list(band)]


def _is_text(bands: Sequence[Sequence[Line]], columns: Sequence[_Span]) -> bool:
    """True for running text between rules: most lines go over all columns, or the first one holds the marks of a list."""
    words = [word for band in bands[1:] for word in band]
    over = sum(len(_places(word, columns)) > 1 for word in words)
    first = [word.text for word in words if _places(word, columns) == [0]]
    return (
        over > len(words) * MOST_OVER
        or all(_LIST_MARK.fullmatch(normalise_bullets(text)) for text in first)
        or (len(bands) == 2 and _is_prose(bands[1], columns))
    )


def _is_prose(words: Sequence[Line], columns: Sequence[_Span]) -> bool:
    """True where two columns are made of long lines."""
    lengths: dict[int, list[int]] = {}
    for word in words:
        lengths.setdefault(_places(word, columns)[0], []).append(len(word.text))
    return sum(sum(found) >= PROSE * len(found) for found in lengths.values()) > 1


def _places(word: Line, columns: Sequence[_Span]) -> list[int]:
    """The columns some words stand in: the nearest where they stand between."""
    found = [at for at, (start, end) in enumerate(columns) if word.x < end and word.end > start]
    middle = (word.x + word.end) / 2
    return found or [min(range(len(columns)), key=lambda at: abs(sum(columns[at]) / 2 - middle))]


def _cells(row: Sequence[Line], columns: Sequence[_Span], page: int, *, is_head: bool) -> tuple[TableCell, ...]:
    """The cells of a row; words over several columns belong to each where they are a heading."""
    runs: dict[int, list[Run]] = {}
    for word in row:
        places = _places(word, columns)
        if len(row) == 1 and len(places) == len(columns):
            cell = cell_of(word.runs, page, None)
            return (cell, *(TableCell(text=cell.text, bold=cell.bold, again=True) for _ in columns[1:]))
        for place in places if is_head else places[:1]:
            runs.setdefault(place, []).extend(word.runs)
    return tuple(cell_of(runs.get(place, ()), page, None) for place in range(len(columns)))
