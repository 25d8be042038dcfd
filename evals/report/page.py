"""Page: a run's report as one HTML file that asks for nothing else; no script, no network, and computes nothing.

The same folder gives the same bytes. Its own policy lets in its one stylesheet, named by its digest, and nothing more.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from evals.report.blocks import Block, Folded, Plot, Section, Table
from evals.report.folder import read_folder
from evals.report.sections import sections, title_of

HERE = Path(__file__).parent
_MARKS = re.compile(r"`([^`]+)`|\*\*(.+?)\*\*")
_FIGURES = re.compile(r"[–<+\-−\d*][\d.,* ]*(?:\[[^\]]*\])?(?: n=\d+)?(?: \(\d+\))?")


@dataclass(frozen=True, slots=True)
class _Shown:
    """A block with what its template needs to know of it."""

    one: Block
    svg: Markup
    label: str
    inner: tuple["_Shown", ...]

    @property
    def kind(self) -> str:
        return type(self.one).__name__


@dataclass(frozen=True, slots=True)
class _Part:
    key: str
    title: str
    blocks: tuple[_Shown, ...]


def page(folder: Path) -> str:
    """The report of a run's folder as HTML; raises ReportError where it holds none."""
    held = read_folder(folder)
    return html(title_of(held.summary), sections(held, cost=True))


def html(title: str, given: Sequence[Section]) -> str:
    """Sections as one HTML page."""
    style = (HERE / "page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    parts = [
        _Part(f"part-{number}", section.title, _shown(section.blocks, section.title)) for number, section in enumerate(given, 1)
    ]
    # The stylesheet is our own file, and an escaped quotation mark would be no style.
    text = _template().render(title=title, parts=parts, style=Markup(style), style_hash=Markup(f"sha256-{digest}"))  # noqa: S704
    return re.sub(r"\n{2,}", "\n", text)


def marked(text: str) -> list[tuple[str, str]]:
    """Words in parts: `("plain", …)`, `("code", …)` and `("strong", …)`."""
    parts, end = [], 0
    for found in _MARKS.finditer(text):
        parts += [("plain", text[end : found.start()])] if found.start() > end else []
        parts.append(("code", found[1]) if found[1] else ("strong", found[2]))
        end = found.end()
    return [*parts, ("plain", text[end:])] if end < len(text) else parts


def _shown(blocks: Sequence[Block], title: str) -> tuple[_Shown, ...]:
    """Blocks with their plots drawn and their tables named, no two tables of a section alike."""
    made: list[_Shown] = []
    for number, one in enumerate(blocks, 1):
        # A plot is markup of our own making, every word in it escaped.
        svg = Markup(one.draw()) if isinstance(one, Plot) else Markup("")  # noqa: S704
        label = f"{one.caption or title} ({title}, {number})" if isinstance(one, Table) else ""
        inner = _shown(one.blocks, one.title) if isinstance(one, Folded) else ()
        made.append(_Shown(one, svg, label, inner))
    return tuple(made)


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(marked=marked, figures=lambda cell: bool(_FIGURES.fullmatch(cell)))
    return environment.get_template("page.html")
