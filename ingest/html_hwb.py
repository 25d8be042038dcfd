"""Pages of Hwb: guidance on one page, and the parts of guidance on several, each with the addresses of all.

Reads what people see: the contents, the name of the area above the title, the link to the other language. Does not
fetch the other parts, and takes no date that the page does not print: most pages are edited in place without one.
"""

import re
from collections.abc import Iterator

from bs4 import Tag
from bs4.element import NavigableString

from corpus.addresses import host_of
from corpus.language import language_of
from corpus.link import Link, LinkKind
from corpus.publication import PublicationType
from ingest.characters import collapse
from ingest.furniture import without_furniture
from ingest.html_blocks import blocks_of, is_dropped
from ingest.html_contents import Contents, find_contents
from ingest.html_dates import take_dates
from ingest.html_links import absolute, addresses_of, twin_of
from ingest.html_page import WebPage
from ingest.kinds import is_label, type_of
from ingest.outline import Kind, Piece, lay_out
from ingest.parsed import Parsed
from ingest.status import find_standing

PARSER = "html-hwb/1"
PUBLISHER = "Hwb"
HOSTS = frozenset({"hwb.gov.wales", "hwb.llyw.cymru"})
LEAD = 3000  # characters in which a text says what it is
LABEL, MOST_LABELS = 60, 4
"""Characters of a label above a title, and how many there may be: more is text."""
SHORTEST_AREA = 8
"""Characters of an area's name in capitals, as `NUMERACY`: a title may begin with `GCSE`."""
# What the site prints inside its main element (seen on two pages of April 2026): moves between parts, and to other areas.
_SITE_PARTS = (
    ".tab-next-prev, .explore-links, .contents:not(:has(p)), .cookie-block, .breadcrumb, .skip-link, .pagefooter, .vis-hidden"
)
_SUMMARY = ".header-details p"
_STORAGE = re.compile(r"/api/storage/[^/]+/[^/?#]+\.(?!(?:jpe?g|png|gif|svg|webp)\b)\w+", re.IGNORECASE)
_FORMAT = re.compile(r"\s*\((?:pdf|docx?|pptx?|xlsx?|odt|ods|zip)\b[^()]*\)\s*$", re.IGNORECASE)
_LANGUAGE_NAME = re.compile(r"cymraeg|english", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}\.?\s+(?=\S)")
_PART_OF = re.compile(r"(?:part of|rhan o)\s*:?", re.IGNORECASE)
_GUIDANCE = re.compile(r"\bthis (?:[\w-]+ ){0,2}guidance\b|\bcanllaw(?:iau)? (?:[\w-]+ ){0,2}(?:hyn|hwn)\b", re.IGNORECASE)


def is_hwb(page: WebPage) -> bool:
    """True for a page of Hwb, in either language."""
    return host_of(page.url) in HOSTS if page.url else page.meta("og:site_name") == PUBLISHER


def parse_hwb(page: WebPage) -> Parsed:
    """What a page of Hwb says; the text of a part opens with the part's own name, the title is that of the whole."""
    main = page.content()
    contents = find_contents(page)
    links = (*_files(main, page.url), *(twin_of(page) or _twin(page)))
    labels = [*_take_label(main), *_part_of(main)]
    _remove_site_parts(main, is_later=bool(contents and contents.addresses[0] != page.url))
    heading = page.take_title(main)
    dates = take_dates(main, language=page.language)
    title, pieces = _title_and_pieces(heading, without_furniture(blocks_of(main)), contents)
    outline = lay_out(pieces)
    label = next(filter(is_label, labels), None)
    type_ = type_of(title=title, label=label, url=page.url)
    if type_ is None and (contents or _GUIDANCE.search(outline.text[:LEAD])):
        type_ = PublicationType.GUIDANCE
    return Parsed(
        text=outline.text,
        sections=outline.sections,
        parser=PARSER,
        media_type="text/html",
        language=language_of(outline.text, likely=page.language),
        title=title,
        published=dates.first,
        updated=dates.updated,
        type=type_,
        publisher=PUBLISHER,
        url=page.url,
        parts=contents.addresses if contents else (),
        links=links,
        findings=find_standing(title=title, label=label, text=outline.text, type_=type_),
    )


def _title_and_pieces(heading: str | None, pieces: list[Piece], contents: Contents | None) -> tuple[str | None, list[Piece]]:
    """The title, and the text without it; a part's text opens with the part's name, as a heading above all others."""
    name = contents.own if contents else heading
    first = next((piece for piece in pieces if piece.kind is Kind.HEADING), None)
    own = first if first and _bare(first.text) == _bare(name) else None  # some pages print their name twice
    below = [piece for piece in pieces if piece is not own]
    if contents is None:
        return heading, below
    whole = heading if _bare(heading) != _bare(contents.own) else contents.heading
    named = own.text if own else contents.own
    return whole or named, [Piece(text=named, kind=Kind.HEADING, level=1, group=-1), *below]


def _bare(name: str | None) -> str:
    """A name without its number: the list of contents may leave it out."""
    return _NUMBER.sub("", name or "")


def _take_label(main: Tag) -> Iterator[str]:
    """What stands above the title or before it in capitals (the area of the site); it leaves the tree."""
    title = main.find("h1")
    if title is None:
        return
    above = [words for words in title.find_all_previous(string=True) if _is_shown(words, main)]
    if len(above) <= MOST_LABELS and all(len(words) <= LABEL for words in above):
        yield from (collapse(words.extract()) for words in above)
    inside = [node for node in title.find_all(string=True) if node.strip()]
    if len(inside) > 1 and inside[0].isupper() and len(inside[0].strip()) >= SHORTEST_AREA:
        yield collapse(inside[0].extract())


def _is_shown(words: NavigableString, main: Tag) -> bool:
    inside = type(words) is NavigableString and bool(words.strip()) and any(above is main for above in words.parents)
    return inside and not any(map(is_dropped, words.parents))


def _part_of(main: Tag) -> Iterator[str]:
    """The line that says what the page is part of; it leaves the tree."""
    for words in [node for node in main.find_all(string=True) if _PART_OF.fullmatch(node.strip())]:
        line = words.find_parent(["li", "p", "dl", "div"])
        if line and line.find("a") and len(line.get_text(" ", strip=True)) <= 2 * LABEL:
            yield collapse(line.extract().get_text(" "))


def _remove_site_parts(main: Tag, *, is_later: bool) -> None:
    """Take out what the site prints; and from a later part the summary of the whole, which stands in the first."""
    for part in main.select(f"{_SITE_PARTS}, {_SUMMARY}" if is_later else _SITE_PARTS):
        part.decompose()
    for link in [link for link in main.find_all("a") if _LANGUAGE_NAME.fullmatch(collapse(link.get_text(" ")))]:
        link.decompose()


def _twin(page: WebPage) -> Iterator[Link]:
    """The page that the link `Cymraeg` or `English` leads to."""
    for link in page.soup.find_all("a", href=True):
        if _LANGUAGE_NAME.fullmatch(collapse(link.get_text(" "))):
            address = absolute(str(link["href"]), page.url)
            if address and address != page.url:
                yield Link(kind=LinkKind.TWIN, url=address)
                return


def _files(main: Tag, url: str | None) -> Iterator[Link]:
    """Files that Hwb keeps for the page, each once."""
    for address, words in addresses_of(main.find_all("a", href=_STORAGE), url):
        yield Link(kind=LinkKind.FILE, url=address, title=_FORMAT.sub("", words))
