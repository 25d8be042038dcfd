"""Pages of Estyn: thematic reports, inspection guidance, blog posts, questions and answers, its annual report.

Reads its site of 2024 on, and its older one. Recommendations keep their marks (`R1`), so that they can be cited by them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bs4 import Tag

from corpus.addresses import host_of
from corpus.language import language_of
from corpus.link import Link, LinkKind
from corpus.publication import PublicationType
from ingest.byline import Byline, read_byline
from ingest.characters import BULLET, collapse
from ingest.dates import read_date, read_date_of_page
from ingest.furniture import without_furniture
from ingest.html_blocks import blocks_of
from ingest.html_dates import take_dates
from ingest.html_links import addresses_of, twin_of
from ingest.html_page import WebPage
from ingest.kinds import type_of
from ingest.outline import Kind, Piece, lay_out
from ingest.parsed import Parsed
from ingest.status import find_standing

PARSER = "html-estyn/1"
PUBLISHER = "Estyn"
HOSTS = ("estyn.gov.wales", "estyn.llyw.cymru")
TOP = 6  # pieces among which an older page prints what it is and who wrote it
# Class names of the site's own theme (github.com/pobltech/Estyn-Website, 2025).
_LABEL = ".reportTypeHero"
_FILES = ".reportHero, .cta"
_SITE_PARTS = (
    ".reportTypeHero, .reportDateHero, .reportReadHero, .pt-share-button-container, .reportHero .btn, .dropdown-menu, "
    ".cta, .slideMenu, .quick-links, .signposting, #resources ~ *, #resources"
)
_FILE = re.compile(r"\.(?:pdf|docx?|pptx?|xlsx?)(?:[?#]|$)", re.IGNORECASE)
_FETCH = re.compile(r"(?:download|lawrlwytho|llwytho)\b.*", re.IGNORECASE)
_TYPES = (
    (
        PublicationType.NEWS,
        r"blog(?: post)?|news(?: article)?|newyddion|erthygl newyddion|blogbost|//[^/]+/(?:blog|news|newyddion)/",
    ),
    (PublicationType.REPORT, r"(?:thematic|annual|inspection) report|effective practice|adroddiad \w+|arfer effeithiol"),
    (PublicationType.GUIDANCE, r"(?:inspection )?guidance|arweiniad(?: arolygu)?|canllawiau(?: arolygu)?|frequently asked.*"),
    (PublicationType.GUIDANCE, r"//[^/]+/(?:inspection|faq|arweiniad|arolyg|canllawiau|cwestiynau)[\w-]*(?:/|$)"),
    (PublicationType.REPORT, r"//annual-report\.|//[^/]+/(?:improvement-resources|adnoddau-gwella|thematic-reports?)/"),
)
_MARK = re.compile(rf"(?:{re.escape(BULLET)})?(?P<letter>[RA])(?P<number>\d{{1,2}})\s*[:;.–-]?\s+(?=\S)")
_UPDATED = re.compile(
    r"\s*\(?(?:this page was (?:last )?updated|diweddarwyd y dudalen hon(?: ddiwethaf)?) (?:on|ar) "
    r"(?P<day>\d{1,2}(?:/\d{1,2}/| \w+ )\d{4})\)?\.?",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|gan)\s+(?=\S)", re.IGNORECASE)
_DETAILS = re.compile(r"(?:article details|manylion yr erthygl)$", re.IGNORECASE)


def is_estyn(page: WebPage) -> bool:
    """True for a page of Estyn or of its annual report, in either language."""
    host = host_of(page.url)
    return any(host == own or host.endswith(f".{own}") for own in HOSTS)


def parse_estyn(page: WebPage) -> Parsed:
    """What a page of Estyn says; the text may be empty."""
    main = page.content()
    title = page.take_title(main)
    published = _published(main)
    shown = main.select_one(_LABEL)
    label = collapse(shown.get_text(" ")) if shown else None
    links = (*_files(main, page.url, title), *twin_of(page))
    for part in main.select(_SITE_PARTS):
        part.decompose()
    dates = take_dates(main, language=page.language)
    label, signed, pieces = _without_details(without_furniture(blocks_of(main)), title=title, label=label)
    updated, pieces = _without_update(pieces, language=page.language)
    outline = lay_out(_recommendations(pieces))
    type_ = _type(title, label, page.url)
    return Parsed(
        text=outline.text,
        sections=outline.sections,
        parser=PARSER,
        media_type="text/html",
        language=language_of(outline.text, likely=page.language),
        title=title,
        author=signed.author if signed else None,
        role=signed.role if signed else None,
        published=published or dates.first,
        updated=dates.updated or updated,
        type=type_,
        publisher=PUBLISHER,
        url=page.url,
        links=links,
        findings=find_standing(title=title, label=label, text=outline.text, type_=type_),
    )


def _type(title: str | None, label: str | None, url: str | None) -> PublicationType | None:
    for words in filter(None, (label, url)):
        for type_, pattern in _TYPES:
            if (re.search if "//" in words else re.fullmatch)(pattern, words, re.IGNORECASE):
                return type_
    return type_of(title=title, url=url)


def _published(main: Tag) -> date | None:
    """The day above the text; other days on the page are those of the pages it leads to."""
    time = main.select_one("time.dt-published[datetime]")
    return read_date(str(time["datetime"]).partition("T")[0], language="en") if time else None


def _files(main: Tag, url: str | None, title: str | None) -> Iterator[Link]:
    """Files that the page offers above and below its text; a button that only says `Download` gets the page's title."""
    links = (link for part in main.select(_FILES) for link in part.find_all("a", href=_FILE))
    for address, words in addresses_of(links, url):
        yield Link(kind=LinkKind.FILE, url=address, title=(title or "") if _FETCH.fullmatch(words) else words)


def _without_details(
    pieces: list[Piece], *, title: str | None, label: str | None
) -> tuple[str | None, Byline | None, list[Piece]]:
    """What an older page prints above its text: that it is a blog post, who wrote it, its title once more."""
    signed = None
    kept = []
    for index, piece in enumerate(pieces):
        bare = piece.text.rstrip(" |")
        written = read_byline(_BY.sub("", bare, count=1)) if _BY.match(bare) else None
        if index >= TOP or not (written or bare == title or _DETAILS.match(bare) or _is_label(bare)):
            kept.append(piece)
            continue
        signed = signed or written
        label = label or (bare if _is_label(bare) else None)
    return label, signed, kept


def _is_label(words: str) -> bool:
    return any(re.fullmatch(pattern, words, re.IGNORECASE) for _, pattern in _TYPES)


def _without_update(pieces: list[Piece], *, language: str) -> tuple[date | None, list[Piece]]:
    """The day a sentence of the text says the page was updated; the sentence is about the page, and leaves the text."""
    found = (match["day"] for piece in pieces for match in _UPDATED.finditer(piece.text))
    updated = next((day for words in found if (day := read_date_of_page(words, language=language))), None)
    if updated is None:
        return None, pieces
    cut = (replace(piece, text=_UPDATED.sub("", piece.text).strip()) for piece in pieces)
    return updated, [piece for piece in cut if piece.text]


def _recommendations(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with every recommendation as an item of a list, whatever it is marked up as."""
    marked = [None if piece.kind is Kind.HEADING else _MARK.match(piece.text) for piece in pieces]
    # `A4` may be a size of paper: a list of recommendations has a first one.
    letters = {mark["letter"] for mark in marked if mark and mark["number"] == "1"}
    group = 0
    inside = False
    for piece, mark in zip(pieces, marked, strict=True):
        was_inside, inside = inside, bool(mark and mark["letter"] in letters)
        if not inside:
            yield piece
            continue
        group = group if was_inside else piece.group
        for line in piece.text.splitlines():
            again = _MARK.match(line)
            text = f"{BULLET}{again['letter']}{again['number']} {line[again.end() :]}" if again else line
            yield replace(piece, text=text, kind=Kind.ITEM, group=group)
