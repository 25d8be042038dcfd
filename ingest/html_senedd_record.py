"""Transcripts of the Senedd's Record: plenary and committee meetings, each contribution under the name of its speaker.

The Record prints every contribution in the language it was spoken in, with a translation beside it: one of the two is
read, the page's own where there is one. Lists of those present, times and the draft banner are no part of the text.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from bs4.element import NavigableString, Tag

from corpus.document import Section
from corpus.finding import Finding, FindingKind
from corpus.language import language_of
from corpus.publication import PublicationType
from ingest.characters import collapse
from ingest.dates import read_date_of_page
from ingest.html_blocks import blocks_of
from ingest.html_descent import below, classes_of
from ingest.html_flags import language_promised
from ingest.html_generic import parse_generic
from ingest.html_links import twin_of
from ingest.html_page import WebPage
from ingest.html_senedd_title import head_title, take_title
from ingest.outline import Heading, Kind, Piece, lay_out, tile
from ingest.parsed import Parsed

PARSER = "html-senedd-record/1"
PUBLISHER = "Senedd"
ITEM, SUB_ITEM, SPEAKER = 2, 3, 4
"""Levels of headings: an item of the agenda, a question or motion under it, and who speaks."""
EXPLICIT = 0.95  # methods 7.3: worth of an explicit phrase
# Class names of the Record's pages (public scrapers of 2025 and 2026): `itemContent agendaItem`, `verbatim fullWidth`.
_GAP = "\n\n"
_ITEM = "itemContent"
_HEADINGS = {"agendaitem": ITEM, "heading": ITEM, "subheading": SUB_ITEM}
_VERSIONS = ("verbatim", "translation")
_SPOKEN, _NAME, _OFFICE = "contributionText", "name", "memberTitle"
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\b\d{1,2} [^\W\d]+ \d{4}\b")
_DRAFT = re.compile(
    r"\bdraft (?:version of (?:the|this) (?:record|transcript)|record|transcript)\b|"
    r"\bfersiwn ddrafft o['’]r cofnod\b|\bcofnod drafft\b",
    re.IGNORECASE,
)
TOP, HEAD = 4, 600
"""Headings or banners, and characters, among which a page names its meeting and says what it is."""


def parse_record(page: WebPage) -> Parsed:
    """What was said at a meeting; a page in another form is read as any page."""
    main = page.content()
    items = [_Item(tag) for tag in below(main.contents, closed=_is_item) if isinstance(tag, Tag) and _is_item(tag)]
    if not items:
        return parse_generic(page)
    language = language_promised(page) or "en"
    banner = _banner(main, items, language)
    title, day = _meeting(page, main)
    text, sections = _laid_out(_pieces(item, language) for item in items)
    return Parsed(
        text=text,
        sections=sections,
        parser=PARSER,
        media_type="text/html",
        language=language_of(text, likely=language),
        title=title,
        published=day,
        meetings=(day,) if day else (),
        type=PublicationType.MINUTES,
        publisher=PUBLISHER,
        url=page.url,
        links=twin_of(page),
        findings=(Finding(kind=FindingKind.DRAFT, quote=banner, confidence=EXPLICIT, rule="record-draft"),) if banner else (),
    )


class _Item:
    """A heading or a contribution, with the parts of it that have names; they are found in one pass."""

    def __init__(self, tag: Tag) -> None:
        self.tag = tag
        self.versions: list[Tag] = []
        self._named: dict[str, list[Tag]] = {}
        for part in tag.find_all(True):
            names = classes_of(part)
            if not names.isdisjoint(_VERSIONS):
                self.versions.append(part)
            for name in names:
                self._named.setdefault(name, []).append(part)

    def named(self, name: str) -> list[Tag]:
        """The parts that have a class of this name, in order."""
        return self._named.get(name, [])


def _is_item(tag: Tag) -> bool:
    return _ITEM in classes_of(tag)


def _pieces(item: _Item, language: str) -> list[Piece]:
    """A heading, or a contribution under the line that names its speaker; a banner is neither."""
    names = {name.lower() for name in classes_of(item.tag)}
    said = _version(item, language)
    level = next((level for name, level in _HEADINGS.items() if name in names), 0)
    if level and said:
        return [Piece(text=collapse(" ".join(piece.text for piece in said)), kind=Kind.HEADING, level=level, group=0)]
    speaker = _speaker(item, language)
    if speaker and said:
        return [Piece(text=speaker, kind=Kind.HEADING, level=SPEAKER, group=0), *said]
    return [piece for piece in said if not _DRAFT.search(piece.text)]


def _version(item: _Item, language: str) -> list[Piece]:
    """The words of an item in the language asked for; else as they were spoken."""
    versions = [pieces for version in item.versions if (pieces := blocks_of(version))]
    if not versions:
        whole = item.named(_SPOKEN)[:1] or ([] if item.named(_NAME) else [item.tag])
        return [piece for tag in whole for piece in blocks_of(tag)]
    return versions[_chosen([" ".join(piece.text for piece in version) for version in versions], language)]


def _chosen(texts: Sequence[str], language: str) -> int:
    """Which of several versions is in a language: one that is, else one that may be, else the first, which was spoken."""
    found = [language_of(text, likely="") for text in texts]
    return next((found.index(code) for code in (language, "") if code in found), 0)


def _speaker(item: _Item, language: str) -> str | None:
    """`Name, Office`; None where nobody speaks."""
    name = item.named(_NAME)[:1]
    shown = item.named(_OFFICE)
    titles = [words for tag in [span for tag in shown for span in tag.find_all("span")] or shown if (words := _words(tag))]
    office = titles[_chosen(titles, language)] if titles else ""
    return ", ".join(filter(None, (_words(name[0]), office))) if name else None


def _words(tag: Tag) -> str:
    return collapse(tag.get_text(" "))


def _banner(main: Tag, items: Iterable[_Item], language: str) -> str | None:
    """The line that says the record is not final; a speaker may say so of another one."""
    speech = {id(item.tag) for item in items if item.named(_NAME)}
    outside = below(main.contents, closed=lambda tag: id(tag) in speech)
    found = (node.parent for node in outside if type(node) is NavigableString and _DRAFT.search(node))
    lines = [_words(line) for line in islice(found, TOP) if line]
    return lines[_chosen(lines, language)] if lines else None


def _meeting(page: WebPage, main: Tag) -> tuple[str | None, date | None]:
    """Name and day of the meeting, as the head says, else as the page shows above the first words."""
    name = head_title(page)
    shown = " ".join(_words(tag) for tag in main.find_all(["h1", "h2", "h3"], limit=TOP))
    above = collapse(" ".join(islice(main.stripped_strings, HEAD)))[:HEAD]
    found = (match[0] for words in (name or "", shown, above) for match in _DAY.finditer(words))
    day = next((day for words in found if (day := read_date_of_page(words, language=page.language))), None)
    return name or take_title(page, main), day


def _laid_out(items: Iterable[list[Piece]]) -> tuple[str, tuple[Section, ...]]:
    """The text of all items with its sections; what nobody says (a vote, a note) is under the item, not under a speaker."""
    texts: list[str] = []
    headings: list[Heading] = []
    at = 0
    for pieces in items:
        outline = lay_out(pieces)
        own = [Heading(start=at + one.start, text=one.heading, level=one.level) for one in outline.sections if one.heading]
        if not own and outline.text and headings and headings[-1].level == SPEAKER:
            own = [Heading(start=at, text="", level=SPEAKER)]
        headings += own
        texts.append(outline.text)
        at += len(outline.text) + len(_GAP) if outline.text else 0
    text = _GAP.join(filter(None, texts))
    return text, tile(headings, length=len(text))
