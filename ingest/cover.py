"""The cover block of a guidance PDF: its number, its day or month of issue, and what it replaces, each with its words.

The block can be wrong, or pass over an edition (`sites.md`, guidance cover block): what follows from it is for others to weigh.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from corpus.finding import Finding, FindingKind
from ingest.dates import read_date_of_page

LEAD = 6000  # characters: the block stands on the first pages
EXPLICIT = 0.95
"""An explicit phrase is right so often (`corpus.finding.SURE`)."""
LONGEST = 300  # characters of a title that is replaced
MOST_LINES = 3  # more of a title
_NUMBER_LABELS = (
    r"(?:guidance|circular)(?: document| circular)? (?:no|number)",
    r"rhif (?:y )?(?:ddogfen|dogfen) (?:canllawiau|ganllawiau|ganllaw|canllaw|gyfarwyddyd)",
    r"(?:dogfen )?(?:canllawiau|ganllawiau|canllaw|ganllaw) rhif",
    r"rhif y (?:canllawiau|canllaw|cylchlythyr)",
    r"cylchlythyr rhif",
)
_REPLACES_LABELS = (r"(?:this )?(?:replaces|supersedes)", r"(?:yn |sy'n )?disodli")
_WHAT_KIND = (
    r"(?:guidance|circulars?|documents?|numbers?|nos?\.?|y|dd?ogfen(?:nau)?|[cg]?anllawiau|[cg]?anllaw|gylchlythyr|rhif(?:au)?)"
)
_A_NUMBER = r"(?P<number>\d{1,4}[/-]\d{4})\b"
_NUMBER = re.compile(rf"^(?:{'|'.join(_NUMBER_LABELS)})\.?\s*:?\s*{_A_NUMBER}", re.IGNORECASE | re.MULTILINE)
_ISSUED = re.compile(
    r"^(?:date of issue|dyddiad (?:cyhoeddi|y cyhoeddi))\s*:?\s*(?P<day>[^\n]+)$", re.IGNORECASE | re.MULTILINE
)
_REPLACES = re.compile(
    rf"^(?:{'|'.join(_REPLACES_LABELS)})(?: {_WHAT_KIND})*(?:\s*:\s*|\s+(?=\d))"
    r"(?P<what>\S[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT = re.compile(r"\n(?P<line>[^\n:]+)(?=\n|\Z)")
_LABEL = re.compile(
    r"(?:audience|overview|action required|further information|additional copies|related documents|date of issue|guidance|"
    r"isbn|©|cynulleidfa|trosolwg|camau i'w cymryd|gwybodaeth bellach|copïau ychwanegol|dogfennau cysylltiedig|dyddiad|"
    r"canllawiau)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(_A_NUMBER)
_NOTHING = re.compile(r"(?:none|n/?a|not applicable|new (?:guidance|document)|dim|amherthnasol)\b", re.IGNORECASE)
_MONTHS = (
    ("january", "ionawr"),
    ("february", "chwefror"),
    ("march", "mawrth"),
    ("april", "ebrill"),
    ("may", "mai"),
    ("june", "mehefin"),
    ("july", "gorffennaf"),
    ("august", "awst"),
    ("september", "medi"),
    ("october", "hydref"),
    ("november", "tachwedd"),
    ("december", "rhagfyr"),
)
_MONTH_OF = {name: at for at, names in enumerate(_MONTHS, start=1) for name in names}
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(_MONTH_OF)})\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_GOVERNMENT = re.compile(
    r"\bWG\s?\d{4,6}\b.{0,400}?©\s*(?:Crown copyright|Hawlfraint y Goron)|"
    r"©\s*(?:Crown copyright|Hawlfraint y Goron).{0,400}?\bWG\s?\d{4,6}\b",
    re.DOTALL | re.IGNORECASE,
)


class Cover(NamedTuple):
    """What a cover says."""

    is_guidance: bool
    published: date | None
    """Only where the cover names the day: most name the month alone."""
    publisher: str | None
    findings: tuple[Finding, ...] = ()
    """Its number, its month of issue and what it replaces, with their spans."""


def read_cover(text: str, *, language: str) -> Cover:
    """The cover block at the top of a text."""
    lead = text[:LEAD]
    number = _NUMBER.search(lead)
    issued = _ISSUED.search(lead)
    findings = (*_number(lead, number), *_issued(lead, issued), *_replaced(lead))
    return Cover(
        is_guidance=number is not None,
        published=read_date_of_page(issued["day"], language=language) if issued else None,
        publisher="Welsh Government" if _GOVERNMENT.search(text) else None,
        findings=findings,
    )


def _number(text: str, match: re.Match[str] | None) -> Iterator[Finding]:
    if match:
        value = _plain_number(match["number"])
        yield _finding(FindingKind.NUMBER, value, text, match.start(), match.end(), "cover-number")


def _issued(text: str, match: re.Match[str] | None) -> Iterator[Finding]:
    named = _MONTH.search(match["day"]) if match else None
    if match and named:
        value = f"{named['year']}-{_MONTH_OF[named['month'].lower()]:02}"
        yield _finding(FindingKind.ISSUED, value, text, match.start(), match.end(), "cover-issued")


def _replaced(text: str) -> Iterator[Finding]:
    """Everything the block says it replaces: each number by itself, else a title."""
    for match in _REPLACES.finditer(text):
        numbers = [_plain_number(found["number"]) for found in _NUMBERS.finditer(match["what"])]
        end = match.end() if numbers else _end_of_title(text, match.end())
        title = text[match.start("what") : end]
        values = numbers or ([_title(title)] if not _NOTHING.match(title) and len(title) <= LONGEST else [])
        for value in values:
            yield _finding(FindingKind.REPLACES, value, text, match.start(), end, "cover-replaces")


def _end_of_title(text: str, end: int) -> int:
    """Where a title ends that may go on in the next lines: at a full stop, a year in brackets, or the next label."""
    for _ in range(MOST_LINES):
        below = _NEXT.match(text, end)
        if not below or text[end - 1] in ").;" or _LABEL.match(below["line"]):
            break
        end = below.end()
    return end


def _title(what: str) -> str:
    return " ".join(what.split()).strip(" .;'‘’\"“”")


def _plain_number(number: str) -> str:
    return number.replace("-", "/")


def _finding(kind: FindingKind, value: str, text: str, start: int, end: int, rule: str) -> Finding:
    return Finding(kind=kind, value=value, quote=text[start:end], start=start, end=end, confidence=EXPLICIT, rule=rule)
