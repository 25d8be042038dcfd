"""The lines above a copied gov.wales text: skip link, label, title, by-line, dates; does not read the text under them."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ingest.byline import Byline, read_byline
from ingest.furniture import is_furniture, is_share_link, opens_page
from ingest.kinds import is_label
from ingest.labels import PageDates, labels_in

MOST = 15  # lines that are looked at: no front matter seen is longer
LONGEST = 300  # characters: a title is shorter
_WELSH = ("neidio", "cyhoeddwyd", "diweddarwyd")


@dataclass(slots=True, kw_only=True)
class FrontMatter:
    """What stands above a text, and where the text begins."""

    end: int = 0
    """Offset of the first character of the text; 0 where nothing stands above it."""
    title: str | None = None
    label: str | None = None
    byline: Byline | None = None
    published: date | None = None
    updated: date | None = None
    language: str = "en"
    """As the labels are."""


class _Line(NamedTuple):
    text: str
    start: int
    after_blank: bool


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a text; only a skip link, a banner or a date label proves that there is any."""
    lines = _lines_with_words(text)
    proofs = [at for at, line in enumerate(lines) if opens_page(line.text) or (":" in line.text and labels_in(line.text))]
    if not proofs:
        return FrontMatter()
    front = FrontMatter(language="cy" if any(line.text.lower().startswith(_WELSH) for line in lines) else "en")
    dates = PageDates(language=front.language)
    last_label = max((at for at in proofs if labels_in(lines[at].text)), default=proofs[0])
    at = 0
    while at < len(lines) and (taken := _take(lines, at, front, dates, is_above=at < last_label)):
        at += taken
    if at <= last_label:  # words of the text stand above it, so it is no front matter
        return FrontMatter()
    front.end = lines[at].start if at < len(lines) else len(text)
    front.published, front.updated = dates.first, dates.updated
    return front


def _lines_with_words(text: str) -> list[_Line]:
    """The first lines that hold words; one more than are looked at, which shows where the text goes on."""
    found: list[_Line] = []
    start, blank = 0, True
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append(_Line(line.strip(), start, blank))
        blank = not line.strip()
        start += len(line)
        if len(found) > MOST:
            break
    return found


def _take(lines: list[_Line], at: int, front: FrontMatter, dates: PageDates, *, is_above: bool) -> int:
    """How many lines from here are front matter; 0 where the text begins."""
    line = lines[at].text
    if labels := labels_in(line):
        return _take_dates(lines, at, dates, labels[-1].meaning)
    if is_furniture(line) or is_share_link(line):
        return 1
    return int(_take_fact(line, front, is_above=is_above))


def _take_fact(line: str, front: FrontMatter, *, is_above: bool) -> bool:
    """Read a label, and above the dates also a by-line and a title; False for a line that is none."""
    if is_label(line) and front.label is None:
        front.label = line
    elif is_above and front.byline is None and (byline := read_byline(line)):
        front.byline = byline
    elif is_above and front.title is None and len(line) <= LONGEST:
        front.title = line
    else:
        return False
    return True


def _take_dates(lines: list[_Line], at: int, dates: PageDates, last: str) -> int:
    """The dates of a label's line, or of the very next one: after a blank line the text itself begins."""
    labels = labels_in(lines[at].text)
    for label in labels:
        if label.value and not dates.take(label.meaning, label.value):
            return 0
    below = lines[at + 1] if at + 1 < len(lines) else None
    if not labels[-1].value and below and not below.after_blank and dates.take(last, below.text):
        return 2
    return 1
