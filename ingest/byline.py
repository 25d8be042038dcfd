"""By-lines of statements: who says it, in which office; does not look for one in running text."""

import re
from typing import NamedTuple

LONGEST = 200  # characters; two ministers with their offices fit
_HONOURS = re.compile(r",?\s+(?:MS|AS|AM|AC|CBE|OBE|MBE|KC|QC)\b")
_SECOND = re.compile(r"\s+(?:and|a|ac)\s+(?=[^,]{3,60}\s(?:MS|AS|AM|AC),)")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,5}\Z")
_OFFICE = re.compile(
    r"\b(?:Minister|Secretary|Counsel General|Commissioner|Chief|Chair|Director|Inspector|"
    r"(?:Gw|W)einidog|Ysgrifennydd|Cwnsler|Comisiynydd|Cadeirydd|Cyfarwyddwr|Arolygydd)\b"
)


class Byline(NamedTuple):
    """Author and office; two of each joined where two sign."""

    author: str
    role: str


def read_byline(line: str) -> Byline | None:
    """`"Jane Doe MS, Minister for Sums"` -> Jane Doe, Minister for Sums; None for a line that is no by-line."""
    line = " ".join(line.split())
    if len(line) > LONGEST or line.endswith((".", ":", ";", "?", "!")):
        return None
    parts = [_one(part) for part in _SECOND.split(line)]
    signed = [part for part in parts if part]
    if not signed or len(signed) < len(parts):
        return None
    return Byline(" and ".join(part.author for part in signed), "; ".join(part.role for part in signed))


def _one(part: str) -> Byline | None:
    name, comma, office = _HONOURS.sub("", part).partition(",")
    name, office = name.strip(), office.strip()
    capitals = [word for word in name.split() if word[:1].isupper()]
    if not comma or not _NAME.match(name) or len(capitals) < 2 or not _OFFICE.search(office):
        return None
    return Byline(name, office)
