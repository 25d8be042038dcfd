"""Dates said: the days, months, years and terms of a sentence with the word that ties each, in English and Welsh.

A date is kept as far as it is said: "in April" has no year, and none is guessed. Does not compare.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from babel.dates import get_month_names

from corpus.mutation import beginnings

_YEAR = r"(?:19|20)\d\d"
_TIES = {
    "by": r"by|no later than|not later than|due (?:by|on|in)|deadline(?: is| of| was|:)?|erbyn|ddim hwyrach na",
    "before": r"before|prior to|ahead of|earlier than|cyn",
    "after": r"after|following|later than|beyond|ar ôl",
    "from": (
        r"from|since|as of|as from|starting(?: in| on| from)?|beginning(?: in| on)?|on or after|onwards from|o|ers|"
        r"gan ddechrau(?: ym| yn| ar)?"
    ),
    "until": r"until|till|up to|up until|through|to|and|ending(?: in| on)?|hyd at|hyd|tan|i|a",
    "between": r"between|rhwng",
    "about": r"about|around|circa|tua",
}
_BEHIND = {"from": r"\s(?:onwards?|ymlaen)\b", "by": r"\sat the latest\b|\s(?:deadline|fan hwyraf)\b"}
_LEAD = (
    r"(?:\s(?:the|its|their|this|that|end of|start of|beginning of|middle of|school year|academic year|"
    r"financial year|year|month of|"
    r"fis|mis|blwyddyn ysgol|flwyddyn ysgol|blwyddyn|flwyddyn|dydd|y|yr|diwedd|dechrau|early|late|mid|monday|"
    r"tuesday|wednesday|thursday|friday|"
    r"saturday|sunday))*[\s-]$"
)
_SEASONS = {
    "spring": "spring|gwanwyn|wanwyn",
    "summer": "summer|haf",
    "autumn": "autumn|tymor yr hydref|yr hydref hwn",
    "winter": "winter|gaeaf",
    "easter": "easter|pasg",
    "christmas": "christmas|nadolig",
}
_PARTS = {"early": r"early|start of|beginning of|dechrau", "mid": r"mid|middle of|canol", "late": r"late|end of|diwedd"}
_RELATIVE = re.compile(
    r"\b(?:today|tomorrow|yesterday|tonight|(?:this|next|last|coming|previous|following|same) (?:day|week|month|"
    r"term|year|school year|"
    r"autumn|spring|summer|recess)|the (?:same|next|following) day|heddiw|yfory|ddoe|y llynedd|eleni|"
    r"yr wythnos nesaf|y mis nesaf|y flwyddyn nesaf)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSaid:
    """A date as far as it is said."""

    year: int | None
    to_year: int | None
    """Of a school or financial year, `2025/26` -> 2026."""
    month: int | None
    day: int | None
    part: str
    """`early`, `mid`, `late`, a season, or a word that points (`last year`); empty for none."""
    tie: str
    """`by`, `before`, `after`, `from`, `until`, `between`, `about`; empty for on, in or nothing."""
    start: int
    end: int


def dates_said(text: str) -> list[DateSaid]:
    """The dates of a plain text, in order: `"By 1 April 2025"` -> 2025, 4, 1, by."""
    found: list[DateSaid] = []
    for match in _pattern().finditer(text):
        found.append(_read(text, match, found))
    found += [
        DateSaid(
            year=None,
            to_year=None,
            month=None,
            day=None,
            part=match[0].casefold(),
            tie=_tie(text, match, found),
            start=match.start(),
            end=match.end(),
        )
        for match in _RELATIVE.finditer(text)
        if not any(one.start < match.end() and match.start() < one.end for one in found)
    ]
    return sorted(found, key=lambda one: one.start)


def _read(text: str, match: re.Match[str], before: list[DateSaid]) -> DateSaid:
    said = {name: value for name, value in match.groupdict().items() if value}
    name = next((said[key] for key in ("m1", "m2", "m3", "m4") if key in said), "")
    year = next((int(said[key]) for key in ("y1", "y2", "y3", "y5", "y6", "y7") if key in said), None)
    to_year = int(f"{said['y6'][:2]}{said['to'][-2:]}") if "to" in said else None
    day = next((int(said[key]) for key in ("d1", "d2") if key in said), None)
    season = next(
        (key for key, words in _SEASONS.items() if re.search(rf"\b(?:{words})\b", said.get("season", ""), re.IGNORECASE)), ""
    )
    month = _months().get(name.casefold())
    if "iso" in said:
        year, month, day = (int(part) for part in said["iso"].split("-"))
    return DateSaid(
        year=year,
        to_year=to_year,
        month=month,
        day=day,
        part=season or _part(text[: match.start()]),
        tie=_tie(text, match, before),
        start=match.start(),
        end=match.end(),
    )


def _part(before: str) -> str:
    return next(
        (part for part, words in _PARTS.items() if re.search(rf"\b(?:{words})[\s-](?:the\s|fis\s)?$", before, re.IGNORECASE)),
        "",
    )


def _tie(text: str, match: re.Match[str], found: list[DateSaid]) -> str:
    """The word that ties a date to the sentence; "and" and "to" tie one only to the other end of a span."""
    before = text[: match.start()]
    for tie, words in _TIES.items():
        tied = re.search(rf"(?<!\w)({words}){_LEAD}", f"{before[-60:]}", re.IGNORECASE)
        if not tied:
            continue
        if tied[1].casefold() in {"and", "to", "a", "i", "o"} and not _closes_a_span(before, tied[1].casefold(), found):
            continue
        return tie
    return next((tie for tie, words in _BEHIND.items() if re.match(words, text[match.end() :], re.IGNORECASE)), "")


def _closes_a_span(before: str, word: str, found: list[DateSaid]) -> bool:
    """Whether a small word stands between two dates, or is Welsh `o` before the first of them."""
    if word == "o":
        return bool(re.search(r"(?:\bo|\bO)\s(?:fis\s|flwyddyn\s|\d|$)?$", before)) and not re.search(r"\d\s*o\s$", before)
    last = found[-1] if found else None
    return last is not None and last.tie in {"from", "between"} and len(before) - last.end <= len(word) + 10


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    names = {}
    for language in ("en", "cy"):
        for number, name in get_month_names("wide", locale=language).items():
            for spelling in beginnings(name) if language == "cy" else [name]:
                names[spelling.casefold()] = number
    return {name: number for name, number in names.items() if len(name) > 2}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    # Months count with a capital only: "may" is a modal and "march" a verb.
    spelt = sorted({name.capitalize() for name in _months()}, key=len, reverse=True)
    month = rf"(?:{'|'.join(spelt)})"
    nth = r"(?:st|nd|rd|th|af|ain|il|ydd|fed|eg|ed)?"
    season = "|".join(_SEASONS.values())
    return re.compile(
        r"(?P<iso>\b(?:19|20)\d\d-\d\d-\d\d\b)"
        rf"|\b(?P<d1>\d{{1,2}}){nth} (?:of |o )?(?P<m1>{month})\b(?:,? (?P<y1>{_YEAR})\b)?"
        rf"|\b(?P<m2>{month}) (?P<d2>\d{{1,2}}){nth}(?!\d)(?:,? (?P<y2>{_YEAR})\b)?"
        rf"|\b(?P<m3>{month})\b (?P<y3>{_YEAR})\b"
        rf"|\b(?P<m4>{month})\b(?! \d)"
        rf"|(?<![£\d.,])\b(?P<y6>{_YEAR})(?:/|-| to (?=20))(?P<to>(?:20)?\d\d)(?![\d-])"
        rf"|\b(?P<season>(?i:{season}))\b(?: term)?(?: (?P<y5>{_YEAR})\b)?"
        rf"|(?<![£\d.,/])\b(?P<y7>{_YEAR})\b(?![.,]?\d|%| ?per cent| y cant)"
    )
