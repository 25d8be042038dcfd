"""Lines that gov.wales puts around a text (skip links, banners, share links); does not judge the text itself."""

import re
from collections.abc import Iterable

from ingest.outline import Kind, Piece

_BANNER = re.compile(
    r"(?:this (?:content |page )?was published under the .{4,40} administration of the welsh government"
    r"|cyhoeddwyd (?:y (?:cynnwys|dudalen) (?:hwn|hon) )?(?:dan|o dan) weinyddiaeth llywodraeth cymru.{0,40}"
    r"|this (?:page|content|publication) (?:has been|is) (?:archived|no longer (?:being )?(?:updated|maintained)).{0,160}"
    r"|mae'r (?:dudalen|cynnwys|cyhoeddiad) (?:hon|hwn) wedi(?:'i| ei) h?archifo.{0,160}"
    r"|(?:this )?(?:consultation|call for evidence)(?: is| has)?(?: now)? (?:closed|open)"
    r"|mae'r (?:ymgynghoriad|alwad am dystiolaeth)(?: hwn| hon)?(?: bellach)? (?:wedi cau|ar agor)"
    r"|ymgynghoriad (?:wedi cau|ar agor))\.?$",
    re.IGNORECASE,
)
_SKIP = re.compile(r"skip to (?:main )?content$|neidio i'r prif gynnwys?$", re.IGNORECASE)
_FURNITURE = re.compile(
    "|".join(
        (
            r"this file may not be fully accessible\b.{0,160}$",
            r"efallai na fydd y ffeil hon yn (?:gyfan gwbl|hollol|gwbl) hygyrch\b.{0,160}$",
            r".{0,300}[\s,](?:file type|math (?:o |y )?ffeil)\s*: ?\w+, ?(?:file size|maint (?:y )?ffeil)\s*: ?[\d.,]+ ?\w+$",
            r"request an accessible format\.?$",
            r"gofyn am fformat hygyrch\.?$",
            r"(?:print this page|argraffu'r dudalen hon)$",
            r"(?:report anything wrong with this page|is there anything wrong with this page\??|is this page useful\?)$",
            r"(?:rhoi gwybod am broblem (?:gyda|ar) y dudalen hon|a yw'r dudalen hon yn ddefnyddiol\?)$",
            r"for further information,? (?:see|read) our accessibility statement\.?$",
            r"if you need a more accessible version of this document.*",
            r"os oes angen fersiwn fwy hygyrch o'r ddogfen hon.*",
            r"read details on this page$",
            r"darllen(?:wch)? (?:y )?manylion ar y dudalen hon$",
            r"(?:pdf|html|odt|ods|docx?|xlsx?|csv)$",
            r"\d[\d.,]*\s?(?:kb|mb)$",
            r"(?:first published|last updated|cyhoeddwyd gyntaf|diweddarwyd ddiwethaf)\s*:?$",  # with nothing behind them
            r"back to top$",
            r"yn ôl i'r brig$",
        )
    ),
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?:share this page|rhannu'r dudalen hon|rhannwch y dudalen hon)\b.{0,40}$", re.IGNORECASE)
_SHARE_LINK = re.compile(
    r"(?:(?:share|rhannu).{0,30}\b)?(?:x|twitter|facebook|e-?mail|e-?bost|linkedin|whatsapp)(?:\s*\(.{0,20}\))?$", re.IGNORECASE
)
_CONTENTS = re.compile(r"(?:in this page|on this page|ar y dudalen hon|yn y dudalen hon)\s*:?$", re.IGNORECASE)


def opens_page(line: str) -> bool:
    """True for a line that only stands above a text: a skip link, or the banner that names an administration."""
    return bool(_SKIP.match(_plain(line))) or is_banner(line)


def is_banner(line: str) -> bool:
    """True for a line that says under which government a page was published, or that it is archived, closed or open."""
    return bool(_BANNER.match(_plain(line)))


def is_furniture(line: str) -> bool:
    """True for a line that belongs to the site, not to the text."""
    plain = _plain(line)
    return bool(
        _SKIP.match(plain) or _BANNER.match(plain) or _FURNITURE.match(plain) or _SHARE.match(plain) or _CONTENTS.match(plain)
    )


def is_share_link(line: str) -> bool:
    """True for the name of a place to share a page at."""
    return bool(_SHARE_LINK.match(_plain(line)))


def without_furniture(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that are the text: the list under `In this page` goes with its heading, the links with `Share this page`."""
    kept: list[Piece] = []
    inside = None
    for piece in pieces:
        plain = _plain(piece.text)
        if _CONTENTS.match(plain) or _SHARE.match(plain):
            inside = _CONTENTS if _CONTENTS.match(plain) else _SHARE
            continue
        if inside is _CONTENTS and piece.kind is Kind.ITEM:
            continue
        if inside is _SHARE and all(_SHARE_LINK.match(_plain(line)) for line in piece.text.splitlines()):
            continue
        inside = None
        if not is_furniture(plain):
            kept.append(piece)
    return kept


def _plain(line: str) -> str:
    return " ".join(line.replace("’", "'").replace("•", " ").split())
