"""PDFs with tables that only rules, shades and places tell: most by ReportLab's own layout, some drawn line by line."""

from io import BytesIO
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from tests.publishers.letters import BODY, BOLD, as_drawn, with_letters
from tests.publishers.tables import Case

WORDS = ParagraphStyle("words", fontName=BODY, fontSize=10.5, leading=14)
SMALL = ParagraphStyle("small", fontName=BODY, fontSize=9, leading=11)
BEFORE = "This page of a report of no real school says when its clubs meet. Nobody has to learn it by heart."
AFTER = "Words that follow the table stand in a paragraph of their own, and are no row of it."
_BOLD_HEAD = ("FONTNAME", (0, 0), (-1, 0), BOLD)
_GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
_SHADE = colors.HexColor("#dde6ee")
STYLES: dict[str, list[Any]] = {
    "grid": [_GRID, _BOLD_HEAD],
    "shaded head": [_GRID, ("BACKGROUND", (0, 0), (-1, 0), _SHADE)],
    "plain head": [_GRID],
    "level rules": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), _BOLD_HEAD],
    "three rules": [("LINEABOVE", (0, 0), (-1, 0), 1, colors.black), ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
                    ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black), _BOLD_HEAD],
    "stripes": [("ROWBACKGROUNDS", (0, 0), (-1, -1), [_SHADE, None]), _BOLD_HEAD],
    "merged head": [_GRID, _BOLD_HEAD, ("FONTNAME", (0, 1), (-1, 1), BOLD)],
    "merged rows": [_GRID, _BOLD_HEAD],
    "empty corner": [_GRID],
    "long cells": [_GRID, _BOLD_HEAD, ("VALIGN", (0, 0), (-1, -1), "TOP")],
    "page break": [_GRID, _BOLD_HEAD],
    "page break without headings": [_GRID, _BOLD_HEAD],
}  # fmt: skip


def ruled_table(case: Case) -> bytes:
    """A report with one table between two paragraphs."""
    if case.kind in {"boxes", "bars"}:
        return _drawn_by_hand(case)
    rows = [list(map(as_drawn, row)) for row in (case.head, *case.rows)]
    style = list(STYLES[case.kind])
    if case.kind == "long cells":
        rows = [rows[0], *([row[0], *(Paragraph(words, SMALL) for words in row[1:])] for row in rows[1:])]
    if case.over:
        rows.insert(0, [words for words, columns in case.over for words in (words, *[""] * (columns - 1))])
        at = 0
        for _, columns in case.over:
            style.append(("SPAN", (at, 0), (at + columns - 1, 0)))
            at += columns
    if case.kind == "merged rows":  # a note that holds for all rows, at their side
        rows = [[*row, "Notes" if at == 0 else "See the hall" if at == 1 else ""] for at, row in enumerate(rows)]
        style.append(("SPAN", (-1, 1), (-1, -1)))
    widths = [90.0, *[75.0] * (len(rows[0]) - 1)]
    table = Table(rows, colWidths=widths, style=style, repeatRows=0 if "without" in case.kind else 1)
    return paper([Paragraph(BEFORE, WORDS), Spacer(1, 12), table, Spacer(1, 12), Paragraph(AFTER, WORDS)])


def paper(parts: list[Flowable]) -> bytes:
    """A file of paragraphs and tables."""
    made = BytesIO()
    SimpleDocTemplate(made, pagesize=A4, leftMargin=60, rightMargin=40).build(parts)
    return with_letters(made.getvalue())


def _drawn_by_hand(case: Case) -> bytes:
    """Each cell a box of its own, or parted by thin filled bars, as word processors draw them."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.setFont(BODY, 10)
    canvas.drawString(60, 780, BEFORE[:80])
    width, height, left, top = 85.0, 18.0, 60.0, 740.0
    rows = (case.head, *case.rows)
    for at, row in enumerate(rows):
        canvas.setFont(BOLD if at == 0 else BODY, 9)
        for column, words in enumerate(row):
            x, y = left + width * column, top - height * at
            if case.kind == "boxes":
                canvas.rect(x, y, width, height)
            canvas.drawString(x + 4, y + 5, as_drawn(words))
    if case.kind == "bars":
        across, down = width * len(case.head), height * len(rows)
        for at in range(len(rows) + 1):
            canvas.rect(left, top + height - height * at, across, 0.5, stroke=0, fill=1)
        for column in range(len(case.head) + 1):
            canvas.rect(left + width * column, top + height - down, 0.5, down, stroke=0, fill=1)
    canvas.setFont(BODY, 10)
    canvas.drawString(60, 90, AFTER[:80])
    canvas.showPage()
    canvas.save()
    return with_letters(made.getvalue())
