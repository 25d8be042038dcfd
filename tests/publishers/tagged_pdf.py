"""Tagged PDFs: words drawn by ReportLab inside marked content, and the tree of elements that pypdf writes to it.

paper = TaggedPaper()
with paper.element("H1"):
    paper.put("Otters", y=700, font=BOLD, size=20)
data = paper.save()
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.publishers.letters import BODY, BOLD, as_drawn, with_letters
from tests.publishers.tables import Case


@dataclass
class Node:
    """An element of the tree."""

    role: str
    facts: dict[str, Any] = field(default_factory=dict)
    parts: list["Node | tuple[int, int]"] = field(default_factory=list)
    """Elements, and content as page and MCID."""


class TaggedPaper:
    """A PDF while it is made."""

    def __init__(self, *, roles: dict[str, str] | None = None) -> None:
        self._made = BytesIO()
        self.canvas = Canvas(self._made, pagesize=A4)
        self._roles = roles or {}
        self._root = Node("Document")
        self._open = [self._root]
        self._page = 0
        self._marks = 0
        self.end = 0.0
        """Where the last line ends."""

    @contextmanager
    def element(self, role: str, **facts: Any) -> Iterator[Node]:
        """What is put inside belongs to a new element; facts are `ColSpan`, `RowSpan`, `Alt`, `ActualText`."""
        node = Node(role, facts)
        self._open[-1].parts.append(node)
        self._open.append(node)
        yield node
        self._open.pop()

    def put(self, words: str, *, x: float = 72, y: float, font: str = BODY, size: float = 11) -> None:
        """Draw a line that belongs to the element at hand."""
        self._write(f"/{self._open[-1].role} <</MCID {self._marks}>> BDC")
        self.draw(words, x=x, y=y, font=font, size=size)
        self._write("EMC")
        self._open[-1].parts.append((self._page, self._marks))
        self._marks += 1

    def artifact(self, words: str, *, x: float = 72, y: float, size: float = 8) -> None:
        """Draw a line that is no part of the text."""
        self._write("/Artifact <</Type /Pagination>> BDC")
        self.draw(words, x=x, y=y, size=size)
        self._write("EMC")

    def draw(self, words: str, *, x: float = 72, y: float, font: str = BODY, size: float = 11) -> None:
        """Draw a line without a mark."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, as_drawn(words))
        self.end = x + self.canvas.stringWidth(as_drawn(words), font, size)

    def next_page(self) -> None:
        """Begin another page."""
        self.canvas.showPage()
        self._page += 1
        self._marks = 0

    def save(self) -> bytes:
        """The file."""
        self.canvas.showPage()
        self.canvas.save()
        writer = PdfWriter(clone_from=PdfReader(BytesIO(self._made.getvalue())))
        tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        reference = writer._add_object(tree)
        tree[NameObject("/K")] = _add(writer, self._root, reference)
        tree[NameObject("/RoleMap")] = DictionaryObject(
            {NameObject(f"/{name}"): NameObject(f"/{role}") for name, role in self._roles.items()}
        )
        writer.root_object[NameObject("/StructTreeRoot")] = reference
        writer.root_object[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        made = BytesIO()
        writer.write(made)
        return with_letters(made.getvalue())

    def _write(self, code: str) -> None:
        self.canvas._code.append(code)


def _add(writer: PdfWriter, node: Node, parent: IndirectObject) -> IndirectObject:
    made = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/StructElem"),
            NameObject("/S"): NameObject(f"/{node.role}"),
            NameObject("/P"): parent,
        }
    )
    reference = writer._add_object(made)
    spans = {name: value for name, value in node.facts.items() if name.endswith("Span")}
    if spans:
        attributes = {NameObject(f"/{name}"): NumberObject(value) for name, value in spans.items()}
        made[NameObject("/A")] = DictionaryObject({NameObject("/O"): NameObject("/Table"), **attributes})
    for name in node.facts.keys() - spans.keys():
        made[NameObject(f"/{name}")] = TextStringObject(node.facts[name])
    made[NameObject("/K")] = ArrayObject(
        _add(writer, part, reference) if isinstance(part, Node) else _content(writer, *part) for part in node.parts
    )
    return reference


def _content(writer: PdfWriter, page: int, mark: int) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/MCR"),
            NameObject("/Pg"): writer.pages[page].indirect_reference or NumberObject(0),
            NameObject("/MCID"): NumberObject(mark),
        }
    )


def tagged_table(case: Case) -> bytes:
    """A table whose cells are tagged: drawn column by column, so that only the tags tell its rows."""
    paper = TaggedPaper()
    head, data = ("TD", "TD") if case.kind == "tagged without heading cells" else ("TH", "TD")
    with paper.element("H1"):
        paper.put("Clubs of the year", y=790, font=BOLD, size=18)
    with paper.element("P"):
        paper.put("The table says who meets when, and it is read by rows.", y=760)
    with paper.element("Table"):
        y = 730
        if case.over:
            with paper.element("TR"):
                x = 60.0
                for words, columns in case.over:
                    with paper.element("TH", ColSpan=columns):
                        paper.put(words or " ", x=x, y=y, font=BOLD)
                    x += 85 * columns
            y -= 16
        for row, (kind, font) in zip((case.head, *case.rows), ((head, BOLD), *[(data, BODY)] * 99), strict=False):
            with paper.element("TR"):
                for column, words in enumerate(row):
                    with paper.element(kind):
                        paper.put(words or " ", x=60 + 85 * column, y=y, font=font, size=9)
            y -= 16
    return paper.save()
