"""By-lines of statements: who says it, in which office; does not look for one in running text."""

import re
from typing import NamedTuple

LONGEST = 200  # characters; two ministers with their offices fit
_MEMBER = re.compile(r",?\s+(?:MS|AS|AM|AC)\b")
_HONOUR = re.compile(r",\s+(?=(?:CBE|OBE|MBE|DBE|KBE|KC|QC|PC|FRS|DL)\b)")
_BY = re.compile(r"(?:by|gan)\s+(?=[A-Z])", re.IGNORECASE)
_OFFICE_WORDS = (
    r"(?:Minister|Secretary|Counsel General|Commissioner|Chief|Chair|Director|Inspector|Whip|Trefnydd|President|"
    r"(?:Gw|W|Ngw)einidog|Ysgrifennydd|Cwnsler|Comisiynydd|Cadeirydd|Gadeirydd|Cyfarwyddwr|Arolygydd)"
)
_OFFICE = re.compile(rf"\b{_OFFICE_WORDS}\b")
_PERSON = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,5}"
# A second person begins behind a membership, or where a name is followed by an office.
_SECOND = re.compile(
    r",?\s+(?:and|a|ac)\s+(?=(?:(?!\s(?:and|ac?)\s)[^,]){3,60}\s(?:MS|AS|AM|AC),"
    rf"|(?:(?!{_OFFICE_WORDS})[A-Z][\w.'’-]* ){{1,3}}(?!{_OFFICE_WORDS})[A-Z][\w.'’-]*, (?:[\w'’]+ ){{0,2}}{_OFFICE_WORDS}\b)"
)
_NAME = re.compile(rf"{_PERSON}\Z")


class Byline(NamedTuple):
    """Author and office; two of each joined where two sign."""

    author: str
    role: str


def read_byline(line: str) -> Byline | None:
    """`"Jane Doe MS, Minister for Sums"` -> Jane Doe, Minister for Sums; None for a line that is no by-line."""
    line = _BY.sub("", " ".join(line.split()), count=1)
    if len(line) > LONGEST or line.endswith((".", ":", ";", "?", "!")):
        return None
    parts = [_one(part) for part in _SECOND.split(line)]
    signed = [part for part in parts if part]
    if not signed or len(signed) < len(parts):
        return None
    return Byline(" and ".join(part.author for part in signed), "; ".join(part.role for part in signed))


def read_name(line: str) -> str | None:
    """A person's name alone on a line, without letters for membership: `"Jane Doe MS"` -> Jane Doe; else None."""
    name = _MEMBER.sub("", _HONOUR.sub(" ", " ".join(line.split()))).strip(" ,")
    capitals = [word for word in name.split() if word[:1].isupper()]
    return name if _NAME.match(name) and len(capitals) >= 2 and len(name) <= 60 and not _OFFICE.search(name) else None


def is_member(line: str) -> bool:
    """True for a name alone on a line that is a Member's by the letters behind it."""
    return bool(_MEMBER.search(line)) and read_name(line) is not None


def is_office(line: str) -> bool:
    """True for a short line that names an office."""
    return len(line) <= LONGEST and not line.endswith((".", ":", "?", "!")) and bool(_OFFICE.search(line))


def _one(part: str) -> Byline | None:
    person, _, office = _MEMBER.sub("", _HONOUR.sub(" ", part)).partition(",")
    name = read_name(person)
    return Byline(name, office.strip(" ,")) if name and _OFFICE.search(office) else None
