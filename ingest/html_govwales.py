"""Pages of gov.wales and llyw.cymru: statements, letters, guidance, consultations, landing pages.

Reads the labels people see rather than class names, which change. Does not follow links to documents.
"""

from bs4 import Tag

from corpus.language import language_of
from corpus.publication import PublicationType
from ingest.addresses import GOVWALES_HOSTS, host_of
from ingest.byline import read_byline
from ingest.furniture import without_furniture
from ingest.html_blocks import blocks_of
from ingest.html_dates import take_dates
from ingest.html_page import WebPage
from ingest.kinds import is_label, type_of
from ingest.outline import Piece, lay_out
from ingest.parsed import Parsed
from ingest.status import read_status

PARSER = "html-govwales/1"
PUBLISHER = "Welsh Government"
BODY = ".announcement-item__article"  # the text of an announcement or statement; other kinds of page have no such mark
TOP = 6  # pieces at the top of a page among which its label and by-line stand
STATEMENTS = frozenset({PublicationType.WRITTEN_STATEMENT, PublicationType.ORAL_STATEMENT, PublicationType.NEWS})
_SITE_NAMES = frozenset({"gov.wales", "llyw.cymru"})


def is_govwales(page: WebPage) -> bool:
    """True for a page of gov.wales or llyw.cymru themselves, not of the sites under them."""
    if page.url:
        return host_of(page.url) in GOVWALES_HOSTS
    return (page.meta("og:site_name") or "").lower() in _SITE_NAMES or page.soup.select_one(BODY) is not None


def parse_govwales(page: WebPage) -> Parsed:
    """What a gov.wales page says, and what it says of itself; the text may be empty."""
    main = page.content()
    title = page.take_title(main)
    dates = take_dates(main, language=page.language)
    top, body = _top_and_body(main, is_statement=type_of(title=title, url=page.url) in STATEMENTS)
    label = next((piece.text for piece in top if is_label(piece.text)), None)
    signed = next((found for piece in top if (found := read_byline(piece.text))), None)
    outline = lay_out(without_furniture(body))
    type_ = type_of(title=title, label=label, url=page.url)
    lead = "\n".join([*(piece.text for piece in top), outline.text])
    said = read_status(title=title, label=label, text=lead, type_=type_)
    return Parsed(
        text=outline.text,
        sections=outline.sections,
        parser=PARSER,
        media_type="text/html",
        language=language_of(outline.text, likely=page.language),
        title=title,
        author=signed.author if signed else None,
        role=signed.role if signed else None,
        published=dates.first,
        updated=dates.updated,
        type=type_,
        publisher=PUBLISHER,
        url=page.url,
        draft=said.draft,
        withdrawn=said.withdrawn,
        statutory=said.statutory,
    )


def _top_and_body(main: Tag, *, is_statement: bool) -> tuple[list[Piece], list[Piece]]:
    """The pieces that are about the page, and those that are its text."""
    marked = main.select_one(BODY)
    if marked and marked.get_text(strip=True):
        body = blocks_of(marked.extract())
        return without_furniture(blocks_of(main)), body
    pieces = without_furniture(blocks_of(main))
    labels = [piece for piece in pieces[:TOP] if is_label(piece.text)]
    # Only statements are signed above their text: a line like a by-line elsewhere is the address of a letter.
    is_statement = is_statement or any(type_of(title=None, label=piece.text) in STATEMENTS for piece in labels)
    signed = [piece for piece in pieces[:TOP] if is_statement and read_byline(piece.text)][:1]
    return labels + signed, [piece for piece in pieces if piece not in labels + signed]
