"""Suite block: what a suite wrote, as tables of the report; knows no suite by name and computes nothing.

A suite's JSON holds `title` and `tables` of `caption`, `head` and `rows`, and may hold `notes`. One that holds no table is read
as measures, `{name: {mean, low, high, n}}` at any depth: the last name is the measure, those before it say of what.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evals.report.blocks import Block, Heading, Section, Text, table
from evals.report.cells import NONE, cell

Measure = tuple[tuple[str, ...], Mapping[str, Any]]
"""The names that lead to an estimate, and the estimate."""


def suite_section(name: str, found: Any) -> Section:
    """The section of a suite; without blocks where nothing in it can be shown."""
    given = found if isinstance(found, Mapping) else {}
    title = str(given.get("title") or name.capitalize())
    notes = tuple(Text(str(one)) for one in _listed(given.get("notes")))
    tables = tuple(block for one in _listed(given.get("tables")) for block in _given(one))
    blocks: tuple[Block, ...] = tables or _measured(title, given)
    return Section(title, (*notes, *blocks) if blocks else ())


def estimates(value: Any, path: tuple[str, ...] = ()) -> Iterator[Measure]:
    """Every estimate in what a suite wrote, with the names that lead to it."""
    if not isinstance(value, Mapping):
        return
    if isinstance(value.get("mean"), (int, float)):
        yield path, value
        return
    for key in sorted(value, key=str):
        yield from estimates(value[key], (*path, str(key)))


def _given(one: Any) -> tuple[Block, ...]:
    """A table as it was given, under its caption; none where it has no rows."""
    if not isinstance(one, Mapping):
        return ()
    head, rows = _listed(one.get("head")), [_listed(row) for row in _listed(one.get("rows"))]
    width = max([len(head), *(len(row) for row in rows)], default=0)
    caption = str(one.get("caption") or "")
    made = table(caption, _padded(head, width), [_padded(row, width) for row in rows])
    return (Heading(caption), *made) if made and caption else made


def _measured(title: str, given: Mapping[str, Any]) -> tuple[Block, ...]:
    """Estimates as a table: what they are of down, measures by name across where several share one."""
    found = [(path, one) for path, one in estimates(given) if path]
    rows = [(" ".join(path[:-1]) or "all", f"`{path[-1]}`", cell(one)) for path, one in found]
    return table(title, ("of", "measure", "mean, 95 % interval, n"), rows)


def _padded(cells: Sequence[Any], width: int) -> list[str]:
    return [*(NONE if one is None else str(one) for one in cells), *[""] * (width - len(cells))]


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else []
