"""The list of documents on a gov.wales page: each file or `-html` edition as a link, and out of the text; opens no file."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from bs4 import Tag

from corpus.link import Link, LinkKind
from ingest.characters import collapse
from ingest.html_boilerplate import HEADINGS, words_outside
from ingest.html_descent import classes_of
from ingest.html_links import absolute
from ingest.outline import Kind, Piece

_KINDS = "pdf|html|odt|ods|odp|docx?|xlsx?|pptx?|csv|rtf|txt|zip|epub"
_ATTACHED = "/sites/default/files/inline-documents/"
_CARD = re.compile(r"document|download|attachment")
LARGEST_CARD = 120  # words of a file's own box, with its notice on other formats; a wider one is a page's
_LISTED = re.compile(r"(?:document|download|attachment)s?(?:[-_]{1,2}\w+)*", re.IGNORECASE)
MOST_AROUND = 20  # elements around a link that are looked at: lists of files on real pages stand in six
_NAMES = re.compile(
    r"(?:(?:consultation|response|related|supporting|meeting) )?documents?|documents and responses|summary of responses?|"
    r"dogfen(?:nau)?(?: (?:yr )?ymgynghor(?:i|iad))?|dogfennau (?:perthnasol|ategol|ymateb)|crynodeb o'r ymatebion",
    re.IGNORECASE,
)
_SIZE = r"\d[\d.,]*\s?(?:bytes|kb|mb|gb)"
_ABOUT = re.compile(
    r"(?:file type|math (?:o |y )?ffeil|file size|maint (?:y )?(?:ffeil)?)\s*:\s*|"
    rf"\b{_SIZE}\b|\b(?:{_KINDS})\b|\b\d+ (?:pages?|tudalennau?)\b|"
    r"request an accessible format\.?|gofyn am fformat hygyrch\.?|"
    r"(?:if you need a more accessible version of this document|os oes angen fersiwn (?:mwy|fwy) hygyrch).*|[\s,;:()|•–-]+",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(
    rf"\s*,\s*(?:{_KINDS})$|"
    rf"\s*[,(|–-]*\s*(?:(?:file type|math (?:o |y )?ffeil)\s*:.*|[(\[](?:{_KINDS})\b.*|(?:{_KINDS})\b\s*{_SIZE}.*|{_SIZE}.*)$",
    re.IGNORECASE,
)


def take_documents(main: Tag, *, base: str | None) -> tuple[Link, ...]:
    """The files of a page, each address once, in order; those of its list leave the tree, those its text links to stay."""
    found: dict[str, Link] = {}
    taken: list[Tag] = []
    boxes = _Boxes(main)
    for anchor, headings in _links(main):
        url = absolute(str(anchor["href"]), base)
        box = boxes.around(anchor, headings) if url else None
        if url is None or (box is None and _ATTACHED not in url):
            continue
        heading = None if _cut(anchor) else _title_above(headings)
        found.setdefault(url, Link(kind=LinkKind.FILE, url=url, title=_cut(heading or anchor)))
        taken += [tag for tag in (box, heading) if tag]
    for tag in taken:
        if not tag.decomposed:
            tag.decompose()
    return tuple(found.values())


def without_bare_names(pieces: list[Piece]) -> list[Piece]:
    """The pieces without a heading `Documents` under which nothing is left."""
    kept = []
    for piece, below in zip(pieces, [*pieces[1:], None], strict=False):
        is_bare = below is None or (below.kind is Kind.HEADING and below.level <= piece.level)
        if not (piece.kind is Kind.HEADING and is_bare and is_name(piece.text)):
            kept.append(piece)
    return kept


def is_name(words: str) -> bool:
    """True for a heading that names a list of documents."""
    return _NAMES.fullmatch(collapse(words).replace("’", "'").rstrip(": ")) is not None


class _Heading(NamedTuple):
    tag: Tag
    is_name: bool
    """True where it names a list of documents."""


def _links(main: Tag) -> Iterator[tuple[Tag, tuple[_Heading, ...]]]:
    """The links of a page, each with the headings above it, each of a lower level than the one before."""
    headings: tuple[_Heading, ...] = ()
    for tag in main.find_all(True):
        if tag.name in HEADINGS:
            above = (heading for heading in headings if heading.tag.name < tag.name)
            headings = (*above, _Heading(tag, is_name(tag.get_text(" "))))
        elif tag.name == "a" and "href" in tag.attrs:
            yield tag, headings


class _Boxes:
    """The elements of a page around its files, each looked at once, however many files it holds."""

    def __init__(self, main: Tag) -> None:
        self._main = main
        self._cards: dict[int, bool] = {}
        self._holds: dict[int, bool] = {}
        self._lists: dict[int, bool] = {}

    def around(self, anchor: Tag, headings: Sequence[_Heading]) -> Tag | None:
        """The widest element around a link that holds nothing but files of a list; None for a link of the text."""
        parents = list(takewhile(lambda part: part is not self._main, islice(anchor.parents, MOST_AROUND)))
        card = next((part for part in parents if _is_card(part)), None)
        if card is not None and _once(self._cards, card, _is_of_one_file):
            return card
        boxes = list(takewhile(lambda part: _once(self._holds, part, _holds_only_files), parents))
        if not boxes:
            return None
        is_list = any(heading.is_name for heading in headings)
        return boxes[-1] if is_list or _once(self._lists, boxes[-1], _says_it_lists) else None


def _once(known: dict[int, bool], part: Tag, asked: Callable[[Tag], bool]) -> bool:
    if id(part) not in known:
        known[id(part)] = asked(part)
    return known[id(part)]


def _is_card(part: Tag) -> bool:
    """True for the element that a list gives to one file: `<div class="document">`."""
    return any(_CARD.fullmatch(name) for name in classes_of(part))


def _is_of_one_file(card: Tag) -> bool:
    return len(card.get_text().split()) < LARGEST_CARD


def _holds_only_files(part: Tag) -> bool:
    """True for an element with links and what is said of files (kind, size, a more accessible version), and no other words."""
    return part.name not in {"main", "article", "body"} and not _ABOUT.sub("", words_outside(part.children, links=False))


def _says_it_lists(box: Tag) -> bool:
    return _says_file_type(box) or _has_list_name(box)


def _says_file_type(box: Tag) -> bool:
    return re.search(r"(?:file type|math o ffeil|math y ffeil)\s*:", box.get_text(), re.IGNORECASE) is not None


def _has_list_name(box: Tag) -> bool:
    tags = [tag for tag in (box, box.parent) if tag]
    return any(_LISTED.fullmatch(name) for tag in tags for name in classes_of(tag))


def _title_above(headings: Sequence[_Heading]) -> Tag | None:
    """The heading that says what an unnamed link (`PDF, 881 KB`) leads to."""
    return headings[-1].tag if headings and not headings[-1].is_name else None


def _cut(tag: Tag) -> str:
    """The name of a file without its kind and size; empty where the words say no more than those."""
    title = _TAIL.sub("", collapse(tag.get_text(" "))).rstrip(" ,")
    return title if _ABOUT.sub("", title) else ""
