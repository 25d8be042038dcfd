"""The tree of elements of a tagged PDF: headings, paragraphs, lists and tables, with the content each holds.

Does not read the content itself (ISO 32000-1, 14.7 and 14.8).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from ingest.pdf_drawn import Mark
from ingest.pdf_marks import as_text
from ingest.pdf_reading import dictionary

DEEPEST = 60  # elements inside each other; Word and InDesign stay under 20
MOST_ELEMENTS = 300_000
LONGEST_CHAIN = 10  # of names that stand for names


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content on a page."""

    page: int
    """Index of the page."""
    mark: Mark


@dataclass(slots=True, kw_only=True)
class Element:
    """A part of the text."""

    role: str
    """Its standard name, as in `H1`, `P`, `LI`, `TD`."""
    parts: list["Element | Content"] = field(default_factory=list)
    across: int = 1
    down: int = 1
    """Columns and rows a cell spans."""
    said: str | None = None
    """The text its letters stand for."""
    described: str | None = None
    """What a picture shows, in words for those who do not see it."""

    def content(self) -> Iterator[Content]:
        """All content in it, in reading order."""
        for part in self.parts:
            if isinstance(part, Content):
                yield part
            else:
                yield from part.content()


def read_tags(reader: PdfReader) -> Element | None:
    """The root of the tree; None for a file without tags."""
    root = dictionary(reader.root_object.get("/StructTreeRoot"))
    if "/K" not in root:
        return None
    pages = {
        page.indirect_reference.idnum: index for index, page in enumerate(reader.pages) if page.indirect_reference is not None
    }
    return _Tree(pages, dictionary(root.get("/RoleMap"))).root(root)


def _each(value: Any) -> Iterator[Any]:
    found = value.get_object() if value is not None else None
    if isinstance(found, ArrayObject):
        yield from found
    elif value is not None:
        yield value


class _Tree:
    """One reading of a tree; an element met twice is read once."""

    def __init__(self, pages: Mapping[int, int], roles: DictionaryObject) -> None:
        self._pages = pages
        self._roles = roles
        self._met: set[int] = set()
        self._left = MOST_ELEMENTS

    def root(self, tree: DictionaryObject) -> Element:
        element = Element(role="Document")
        for child in _each(tree.get("/K")):
            self._add(element, child, page=None, depth=0)
        return element

    def _add(self, parent: Element, child: Any, *, page: int | None, depth: int) -> None:
        self._left -= 1
        if self._left < 0 or depth > DEEPEST:
            return
        number = getattr(child, "idnum", 0)
        found = child.get_object() if child is not None else None
        if isinstance(found, int):
            if page is not None:
                parent.parts.append(Content(page, (0, int(found))))
            return
        if not isinstance(found, DictionaryObject) or number in self._met:
            return
        if number:
            self._met.add(number)
        page = self._page(found, otherwise=page)
        if found.get("/Type") == "/MCR" or "/MCID" in found:
            self._refer(parent, found, page)
        elif "/S" in found:
            parent.parts.append(self._element(found, page, depth))

    def _refer(self, parent: Element, found: DictionaryObject, page: int | None) -> None:
        mcid = found.get("/MCID")
        stream = getattr(found.raw_get("/Stm"), "idnum", 0) if "/Stm" in found else 0
        if isinstance(mcid, int) and page is not None:
            parent.parts.append(Content(page, (stream, int(mcid))))

    def _element(self, found: DictionaryObject, page: int | None, depth: int) -> Element:
        element = Element(
            role=self._role(str(found["/S"])),
            said=as_text(found.get("/ActualText")),
            described=as_text(found.get("/Alt")),
        )
        for attributes in _each(found.get("/A")):
            known = dictionary(attributes) if hasattr(attributes, "get_object") else DictionaryObject()
            element.across = _whole(known.get("/ColSpan"), element.across)
            element.down = _whole(known.get("/RowSpan"), element.down)
        for child in _each(found.get("/K")):
            self._add(element, child, page=page, depth=depth + 1)
        return element

    def _page(self, found: DictionaryObject, *, otherwise: int | None) -> int | None:
        reference = found.raw_get("/Pg") if "/Pg" in found else None
        return self._pages.get(getattr(reference, "idnum", 0), otherwise)

    def _role(self, name: str) -> str:
        for _ in range(LONGEST_CHAIN):
            meant = self._roles.get(name)
            if not isinstance(meant, str) or meant == name:
                break
            name = str(meant)
        return name.removeprefix("/")


def _whole(value: Any, otherwise: int) -> int:
    return int(value) if isinstance(value, int) and value > 0 else otherwise
