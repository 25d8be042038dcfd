"""Blocks: what a report is made of before it is Markdown or HTML; does not print or compute.

Words may hold `code` between backticks and **weight** between double stars, and no other marks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    words: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    words: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; empty it says `none`."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a text that is held, and where they stand."""

    words: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells; the first cell of each row names it."""

    caption: str
    """What the table shows, for those who only hear it; not printed as Markdown."""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A picture of a table that stands beneath it; drawn for HTML only."""

    key: str
    """Its name on the page, unlike every other's."""
    caption: str
    """What is drawn, for those who see it."""
    alt: str
    """What it shows, in words, for those who do not."""
    draw: Callable[[], str]
    """Gives an `<svg>` without style, script or address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Blocks that are opened by whoever wants them."""

    title: str
    blocks: tuple["Block", ...]


Block = Text | Heading | Bullets | Quote | Table | Plot | Folded


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; one without blocks is left out."""

    title: str
    blocks: tuple[Block, ...]


def table(caption: str, head: Sequence[object], rows: Sequence[Sequence[object]]) -> tuple[Table, ...]:
    """A table of whatever can be written; none where it has no row."""
    if not rows:
        return ()
    cells = tuple(tuple(str(one) for one in row) for row in rows)
    return (Table(caption=caption, head=tuple(str(one) for one in head), rows=cells),)
