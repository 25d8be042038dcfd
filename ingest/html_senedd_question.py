"""A written question of the Senedd with its answer: its number, the office that answered, and when.

The lines that number a question and say who answered are its headings. Does not look for an answer on other pages.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from corpus.language import language_of
from corpus.publication import PublicationType
from ingest.byline import read_byline
from ingest.characters import collapse
from ingest.dates import read_date_of_page
from ingest.furniture import without_furniture
from ingest.html_blocks import blocks_of
from ingest.html_links import twin_of
from ingest.html_page import WebPage
from ingest.html_senedd_title import take_title
from ingest.outline import Kind, Piece, lay_out
from ingest.parsed import Parsed
from ingest.status import find_standing

PARSER = "html-senedd-question/1"
PUBLISHER = "Senedd"
LABEL_LEVEL = 2
LONGEST = 200
"""Characters of a line that labels: an answer may begin with the number of another question."""
_DAY = r"(\d{1,2}/\d{1,2}/\d{4})"
_NUMBER = r"(?:WA?|OA?|T|E)Q\d{3,6}"
_TABLED = rf"(?:Tabled on|Wedi['’]i gyflwyno ar) {_DAY}"
_ANSWERED = rf"(?:Answered on|Wedi['’]i ateb ar) {_DAY}"
_BY = r"(?:Answered by|Wedi['’]i ateb gan)\s+(?:the\s+|y\s+|yr\s+)?(\S[^|]*?)"
_OF_QUESTION = re.compile(rf"(?=\S)(?:{_NUMBER}(?: ?\([ew]\))?)?\s*(?:{_TABLED}.{{0,60}})?$", re.IGNORECASE)
_OF_ANSWER = re.compile(rf"(?=\S)(?:{_BY})?\s*\|?\s*(?:{_ANSWERED})?$", re.IGNORECASE)


def parse_question(page: WebPage) -> Parsed:
    """A question and its answer; `published` is the day of the answer, `dateline` the day it was tabled."""
    main = page.content()
    heading = take_title(page, main)
    pieces = _labelled(without_furniture(blocks_of(main)))
    labels = [piece.text for piece in pieces if piece.level == LABEL_LEVEL]
    number = next((found[0] for label in labels if (found := re.match(_NUMBER, label, re.IGNORECASE))), None)
    title = heading if heading and (number is None or number in heading) else number
    answerers = {found[1] for label in labels if (found := _OF_ANSWER.fullmatch(label)) and found[1]}
    office = next(iter(answerers)) if len(answerers) == 1 else None
    signed = read_byline(office) if office else None
    outline = lay_out(pieces)
    return Parsed(
        text=outline.text,
        sections=outline.sections,
        parser=PARSER,
        media_type="text/html",
        language=language_of(outline.text, likely=page.language),
        title=title,
        author=signed.author if signed else None,
        role=signed.role if signed else office,
        published=max(_days(_ANSWERED, labels), default=None),
        dateline=min(_days(_TABLED, labels), default=None),
        type=PublicationType.WRITTEN_ANSWER,
        publisher=PUBLISHER,
        url=page.url,
        links=twin_of(page),
        findings=find_standing(title=title, text=outline.text, type_=PublicationType.WRITTEN_ANSWER),
    )


def _labelled(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with every label as one heading, however many elements it is made of."""
    joined: list[Piece] = []
    for piece in pieces:
        text = collapse(piece.text)
        shape = next((shape for shape in (_OF_QUESTION, _OF_ANSWER) if len(text) <= LONGEST and shape.fullmatch(text)), None)
        before = joined[-1] if joined and joined[-1].level == LABEL_LEVEL else None
        if shape is None:
            joined.append(piece)
        elif before and shape.fullmatch(f"{before.text} {text}"):
            joined[-1] = replace(before, text=f"{before.text} {text}")
        else:
            joined.append(replace(piece, text=text, kind=Kind.HEADING, level=LABEL_LEVEL))
    return joined


def _days(pattern: str, labels: Iterable[str]) -> list[date]:
    found = (match[1] for label in labels for match in re.finditer(pattern, label, re.IGNORECASE))
    return [day for words in found if (day := read_date_of_page(words, language="en"))]
