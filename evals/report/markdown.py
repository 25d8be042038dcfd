"""Report: a run's folder as one Markdown page, and its first numbers for a terminal; computes nothing.

What is said is `evals.report.sections`; the same page as HTML is `evals.report.page`.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evals.report.blocks import Block, Bullets, Folded, Heading, Quote, Section, Table, Text
from evals.report.cells import systems_of
from evals.report.folder import read_folder, read_run
from evals.report.sections import sections, title_of
from evals.report.table import table
from evals.runs.summary import HEADLINE

__all__ = ["headline", "markdown", "read_run", "report"]


def report(folder: Path, *, cost: bool = False) -> str:
    """The page for a run's folder; raises ReportError where it holds none.

    Without `cost`, which two runs never share, the same rows give the same bytes.
    """
    held = read_folder(folder)
    return markdown(title_of(held.summary), sections(held, cost=cost))


def headline(folder: Path) -> str:
    """The first numbers of a run, for a terminal; raises ReportError."""
    measures = read_run(folder)[0]["measures"]
    names = systems_of({"measures": measures})
    shown = [measure for measure in HEADLINE if any(measure in measures[name] for name in names)]
    lines = [f"{'':18}" + "".join(f"{name:>13}" for name in names)]
    for measure in shown:
        cells = [f"{measures[name][measure]['mean']:.3f}" if measure in measures[name] else "-" for name in names]
        lines.append(f"{measure:18}" + "".join(f"{one:>13}" for one in cells))
    return "\n".join(lines)


def markdown(title: str, parts: Sequence[Section]) -> str:
    """Sections as Markdown; plots are left out, for each has its table."""
    pieces = [f"# {title}"]
    for part in parts:
        pieces.append(f"## {part.title}")
        pieces += _printed(part.blocks, level=3)
    return "\n\n".join(pieces) + "\n"


def _printed(blocks: Iterable[Block], *, level: int) -> Iterator[str]:
    for block in blocks:
        match block:
            case Text(words):
                yield words
            case Heading(words):
                yield f"{'#' * level} {words}"
            case Bullets(items):
                yield "\n".join(f"- {item}" for item in items) or "- none"
            case Quote(words, where):
                yield f"> {' '.join(words.split())}\n> ({where})"
            case Table():
                yield table(block.head, block.rows)
            case Folded():
                yield f"{'#' * level} {block.title}"
                yield from _printed(block.blocks, level=level + 1)
