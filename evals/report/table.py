"""Table: rows of cells as Markdown; does not choose what is shown."""

from collections.abc import Iterable, Sequence


def table(head: Sequence[object], lines: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    return "\n".join([_line(head), "|" + " --- |" * len(head), *(_line(line) for line in lines)])


def _line(cells: Iterable[object]) -> str:
    return "| " + " | ".join(str(one).replace("|", "\\|") for one in cells) + " |"
