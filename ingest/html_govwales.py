"""Pages of gov.wales and llyw.cymru: statements, letters, guidance, consultations, landing pages.

Reads the labels people see rather than class names, which change. Does not follow links to documents.
"""

import re
from typing import NamedTuple

from bs4 import Tag

from corpus.addresses import host_of
from corpus.language import language_of
from corpus.publication import PublicationType
from ingest.addresses import GOVWALES_HOSTS
from ingest.byline import Byline, is_member, is_office, read_byline
from ingest.characters import collapse
from ingest.days import meetings_of
from ingest.furniture import is_banner, without_furniture
from ingest.html_blocks import blocks_of
from ingest.html_boilerplate import drop_boilerplate
from ingest.html_dates import take_dates
from ingest.html_descent import with_class
from ingest.html_documents import take_documents, without_bare_names
from ingest.html_links import base_of, node_of, twin_of
from ingest.html_page import WebPage
from ingest.kinds import is_label, type_of
from ingest.letters import read_letter
from ingest.outline import Kind, Outline, Piece, lay_out
from ingest.parsed import Parsed
from ingest.status import find_standing

PARSER = "html-govwales/2"
PUBLISHER = "Welsh Government"
BODY = "announcement-item__article"  # class of the text of an announcement or statement; other kinds of page have no such mark
TOP = 6  # pieces at the top of a page among which its label and by-line stand
STATEMENTS = frozenset({PublicationType.WRITTEN_STATEMENT, PublicationType.ORAL_STATEMENT, PublicationType.NEWS})
_SITE_NAMES = frozenset({"gov.wales", "llyw.cymru"})
_ADMINISTRATION = re.compile(r"administration of the Welsh Government|weinyddiaeth Llywodraeth Cymru", re.IGNORECASE)


class _Around(NamedTuple):
    """What a page prints above its text, and the pieces of the text."""

    label: str | None
    signed: Byline | None
    rest: list[str]
    """Other lines that are no part of the text."""
    body: list[Piece]


def is_govwales(page: WebPage) -> bool:
    """True for a page of gov.wales or llyw.cymru themselves, not of the sites under them."""
    if page.url:
        return host_of(page.url) in GOVWALES_HOSTS
    return (page.meta("og:site_name") or "").lower() in _SITE_NAMES or bool(with_class(page.soup, BODY))


def parse_govwales(page: WebPage) -> Parsed:
    """What a gov.wales page says, and what it says of itself; the text may be empty."""
    main = page.content()
    title = page.take_title(main)
    banners = _banners(page)
    dates = take_dates(main, language=page.language)
    files = take_documents(main, base=base_of(page))
    drop_boilerplate(main)
    around = _around(main, is_statement=type_of(title=title, url=page.url) in STATEMENTS)
    outline = lay_out(without_bare_names(without_furniture(around.body)))
    type_ = type_of(title=title, label=around.label, url=page.url)
    letter = read_letter(outline.text, type_=None if type_ in STATEMENTS else type_, language=page.language)
    return Parsed(
        text=outline.text,
        sections=outline.sections,
        parser=PARSER,
        media_type="text/html",
        language=language_of(outline.text, likely=page.language),
        title=title,
        author=around.signed.author if around.signed else letter.author,
        role=around.signed.role if around.signed else letter.role,
        published=dates.first,
        updated=dates.updated,
        dateline=letter.dateline,
        meetings=meetings_of(title=title, text=outline.text, headings=_headings(outline), type_=type_),
        type=type_,
        publisher=PUBLISHER,
        url=page.url,
        node=node_of(page),
        links=(*files, *twin_of(page)),
        findings=find_standing(
            title=title,
            label=around.label,
            text=outline.text,
            type_=type_,
            page_lines=tuple(dict.fromkeys([*dates.rows, *banners, *around.rest])),
        ),
    )


def _headings(outline: Outline) -> tuple[str, ...]:
    return tuple(section.heading for section in outline.sections if section.heading)


def _banners(page: WebPage) -> list[str]:
    """The lines that name the government a page is of, wherever on the page they stand."""
    around = (string.find_parent(["p", "div", "section", "li"]) for string in page.soup.find_all(string=_ADMINISTRATION))
    lines = (collapse(tag.get_text(" ")) for tag in around if tag)
    return [line for line in lines if is_banner(line)]


def _around(main: Tag, *, is_statement: bool) -> _Around:
    """What stands above a text, and the text: the marked element, else everything but label and by-line."""
    marked = [tag.extract() for tag in with_class(main, BODY) if tag.get_text(strip=True)]
    pieces = blocks_of(main)
    opening = _opening(pieces)
    label = next((piece for piece in opening if is_label(piece.text)), None)
    # Only statements are signed above their text: a line like a by-line elsewhere is the address of a letter.
    is_statement = is_statement or bool(label and type_of(title=None, label=label.text) in STATEMENTS) or bool(marked)
    signed, lines = _byline(opening) if is_statement else (None, [])
    known = [piece for piece in (label, *lines) if piece]
    others = [piece for piece in pieces if piece not in known]
    body = [piece for tag in marked for piece in blocks_of(tag)] if marked else others
    outside = [*(piece for piece in others if is_banner(piece.text)), *(without_furniture(others) if marked else [])]
    return _Around(label.text if label else None, signed, [collapse(piece.text) for piece in outside], body)


def _opening(pieces: list[Piece]) -> list[Piece]:
    """The first pieces with words of their own, up to a heading."""
    opening: list[Piece] = []
    for piece in without_furniture(pieces)[:TOP]:
        if piece.kind is Kind.HEADING:
            break
        opening.append(piece)
    return opening


def _byline(opening: list[Piece]) -> tuple[Byline | None, list[Piece]]:
    """Who signs above a text, on one line each or with the office on the next; with the pieces that say it."""
    signed: list[Byline] = []
    lines: list[Piece] = []
    for piece, below in zip(opening, [*opening[1:], None], strict=False):
        if one := read_byline(piece.text):
            used = [piece]
        elif below and is_member(piece.text) and is_office(below.text):
            one, used = read_byline(f"{collapse(piece.text)}, {collapse(below.text)}"), [piece, below]
        if one:
            signed.append(one)
            lines += used
        elif signed:
            break
    if not signed:
        return None, []
    return Byline(" and ".join(one.author for one in signed), "; ".join(one.role for one in signed)), lines
