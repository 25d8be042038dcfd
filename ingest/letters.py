"""What a letter says of itself: the day it is written under, who signs it and in which office; does not judge what it asks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.publication import PublicationType
from ingest.byline import Byline, is_office, read_byline, read_name
from ingest.dates import read_date_of_page

TOP = 25  # lines among which a letter is dated and addressed
_DEAR = re.compile(r"(?:dear|annwyl)\s+(?P<whom>.{2,100}?)[,:]?$", re.IGNORECASE)
_CLOSE = re.compile(
    r"(?:yours (?:sincerely|faithfully|truly|ever)|(?:with )?(?:kind(?:est)?|best) (?:regards|wishes)|many thanks|"
    r"(?:(?:yr )?eiddoch )?yn (?:gywir|ddiffuant|bur)|(?:gyda )?(?:phob )?(?:cofion|dymuniad)(?: (?:gorau|cynnes|caredig|da))?)"
    r"[,.]?$",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:date|dated|dyddiad)\s*:?\s+", re.IGNORECASE)
_FROM = re.compile(r"(?:from|oddi wrth|gan)\s*:\s*", re.IGNORECASE)
_TO = re.compile(r"(?:to|at)\s*:\s*", re.IGNORECASE)
SIGNED = 6  # lines after the close in which names and offices stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Facts of a letter; None where it does not say."""

    dateline: date | None = None
    author: str | None = None
    role: str | None = None


def read_letter(text: str, *, type_: PublicationType | None, language: str) -> Letter:
    """The facts of a text that is a letter by its type, or greets somebody; of any other text, none."""
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    greeting = next((at for at, line in enumerate(lines[:TOP]) if _DEAR.match(line)), None)
    if greeting is None and type_ is not PublicationType.LETTER:
        return Letter()
    # Some letters are dated right behind the greeting, or have none.
    top = lines[: TOP // 5 if greeting is None else greeting + 2]
    signed = _signature(lines) or _sender(lines[: greeting or 0], whom=lines[greeting] if greeting is not None else "")
    return Letter(
        dateline=_dateline(top, language=language),
        author=signed.author if signed else None,
        role=(signed.role or None) if signed else None,
    )


def _dateline(lines: Sequence[str], *, language: str) -> date | None:
    days = (read_date_of_page(_DATED.sub("", line, count=1), language=language) for line in lines)
    return next((day for day in days if day), None)


def _signature(lines: Sequence[str]) -> Byline | None:
    """Who signs under the close: names, each with the line of an office under it; two of each joined."""
    close = next((at for at, line in enumerate(lines) if _CLOSE.match(line)), None)
    if close is None:
        return None
    return _signed(lines[close + 1 : close + 1 + SIGNED])


def _signed(lines: Sequence[str]) -> Byline | None:
    found: list[Byline] = []
    for line, below in zip(lines, [*lines[1:], ""], strict=False):
        if whole := read_byline(line):
            found.append(whole)
        elif name := read_name(line):
            found.append(Byline(name, below if is_office(below) else ""))
        elif not found:
            continue
        elif not is_office(line):
            break
    if not found:
        return None
    return Byline(" and ".join(one.author for one in found), "; ".join(one.role for one in found if one.role))


def _sender(above: Sequence[str], *, whom: str) -> Byline | None:
    """Who writes, by the lines above the greeting: the one who is not greeted."""
    named = next((_FROM.sub("", line) for line in above if _FROM.match(line)), None)
    if named:
        return read_byline(named) or (Byline(name, "") if (name := read_name(named)) else None)
    lines = [line for line in above if not _TO.match(line)]
    blocks = [signed for at in range(len(lines)) if (signed := _block(lines[at : at + 2])) and not _is_greeted(signed, whom)]
    return blocks[0] if blocks else None


def _block(lines: Sequence[str]) -> Byline | None:
    if whole := read_byline(lines[0]):
        return whole
    name = read_name(lines[0])
    return Byline(name, lines[1]) if name and len(lines) > 1 and is_office(lines[1]) else None


def _is_greeted(signed: Byline, whom: str) -> bool:
    """True for the one a greeting names: `Dear Cabinet Secretary` greets a Cabinet Secretary for Sums."""
    match = _DEAR.match(whom)
    greeted = match["whom"].casefold() if match else ""
    names = [name for name in signed.author.casefold().split() if len(name) > 2]
    return bool(greeted) and (greeted in signed.role.casefold() or any(name in greeted.split() for name in names))
