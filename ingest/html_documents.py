"""The list of documents on a gov.wales page: each file or `-html` edition as a link, and out of the text; opens no file."""

import re

from bs4 import Tag

from ingest.characters import collapse
from ingest.html_boilerplate import words_outside
from ingest.html_links import absolute
from ingest.outline import Kind, Piece
from ingest.parsed import Link, LinkKind

_KINDS = "pdf|html|odt|ods|odp|docx?|xlsx?|pptx?|csv|rtf|txt|zip|epub"
_ATTACHED = "/sites/default/files/inline-documents/"
_CARD = re.compile(r"document|download|attachment")
LARGEST_CARD = 120  # words of a file's own box, with its notice on other formats; a wider one is a page's
_LISTED = re.compile(r"(?:document|download|attachment)s?(?:[-_]{1,2}\w+)*", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
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
    listed: list[Tag] = []
    for anchor in main.find_all("a", href=True):
        url = absolute(str(anchor["href"]), base)
        box = _box(anchor, main) if url else None
        if url is None or (box is None and _ATTACHED not in url):
            continue
        heading = None if _cut(anchor) else _heading_above(anchor, main)
        found.setdefault(url, Link(kind=LinkKind.FILE, url=url, title=_cut(heading or anchor)))
        listed += [tag for tag in (box, heading) if tag]
    for tag in listed:
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


def _box(anchor: Tag, main: Tag) -> Tag | None:
    """The widest element around a link that holds nothing but files of a list; None for a link of the text."""
    box = _card(anchor, main)
    if box is None:
        box = anchor
        while box.parent and _holds_only_files(box.parent, main):
            box = box.parent
        if box is anchor or not (_says_file_type(box) or _has_list_name(box) or _is_under_name(box, main)):
            return None
    return box


def _card(anchor: Tag, main: Tag) -> Tag | None:
    """The element that a list gives to one file: `<div class="document">`."""
    for part in anchor.parents:
        if part is main:
            break
        if any(_CARD.fullmatch(str(name)) for name in part.get_attribute_list("class") if name):
            return part if len(part.get_text().split()) < LARGEST_CARD else None
    return None


def _holds_only_files(part: Tag, main: Tag) -> bool:
    """True for an element with links and what is said of files (kind, size, a more accessible version), and no other words."""
    if part is main or part.name in {"main", "article", "body"}:
        return False
    return not _ABOUT.sub("", words_outside(part.children, links=False))


def _says_file_type(box: Tag) -> bool:
    return re.search(r"(?:file type|math o ffeil|math y ffeil)\s*:", box.get_text(), re.IGNORECASE) is not None


def _has_list_name(box: Tag) -> bool:
    tags = [tag for tag in (box, box.parent) if tag]
    return any(_LISTED.fullmatch(str(name)) for tag in tags for name in tag.get_attribute_list("class") if name)


def _is_under_name(box: Tag, main: Tag) -> bool:
    """True where one of the headings above, each of a higher level than the one under it, names a list of documents."""
    level = 7
    for heading in box.find_all_previous(_HEADINGS):
        if int(heading.name[1]) < level and any(part is main for part in heading.parents):
            if is_name(heading.get_text(" ")):
                return True
            level = int(heading.name[1])
    return False


def _heading_above(anchor: Tag, main: Tag) -> Tag | None:
    """The heading that says what an unnamed link (`PDF, 881 KB`) leads to."""
    heading = anchor.find_previous(_HEADINGS)
    inside = heading is not None and any(part is main for part in heading.parents)
    return heading if heading and inside and not is_name(heading.get_text(" ")) else None


def _cut(tag: Tag) -> str:
    """The name of a file without its kind and size; empty where the words say no more than those."""
    title = _TAIL.sub("", collapse(tag.get_text(" "))).rstrip(" ,")
    return title if _ABOUT.sub("", title) else ""
