"""Real PDFs and a real catalogue for the tests of ingest."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.captures import Captures
from corpus.catalogue import Catalogue
from ingest.intake import Intake
from ingest.read import parse
from tests.catalogues import catalogue_in

Drawn = tuple[float, float, str, int, str]
"""x, y, font, size and words of one line on a page."""
MakePdf = Callable[..., bytes]


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = catalogue_in(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def intake(catalogue: Catalogue, now: datetime, tmp_path: Path) -> Iterator[Intake]:
    """An intake that reads in this process: what comes to it is our own."""
    captures = Captures(tmp_path / "data" / "captures", catalogue)
    yield Intake(catalogue=catalogue, captures=captures, parse=parse, now=lambda: now)
    captures.close()


@pytest.fixture(scope="session")
def now() -> datetime:
    return datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def make_pdf() -> MakePdf:
    """A PDF of pages, each a list of drawn lines; `roman` pages at the front are numbered i, ii."""

    def make(pages: Sequence[Sequence[Drawn]], *, title: str = "", roman: int = 0, locked_by: str | None = None) -> bytes:
        made = BytesIO()
        canvas = Canvas(made, pagesize=A4, encrypt=locked_by)
        canvas.setTitle(title)
        for index, lines in enumerate(pages):
            if roman and index in {0, roman}:
                canvas.addPageLabel(index, style="ROMAN_LOWER" if index == 0 else "ARABIC", start=1)
            for x, y, font, size, words in lines:
                canvas.setFont(font, size)
                canvas.drawString(x, y, words)
            canvas.showPage()
        canvas.save()
        return made.getvalue()

    return make
