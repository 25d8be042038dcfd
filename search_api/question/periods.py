"""Periods: the days, months, years and terms a question names, each with its words; does not say what they mean for it.

A full day is read by `ingest.days`; a month, year, school year, term or "two years ago" becomes its first and last day.
School years run from September to August, financial years from April to March; terms are taken as September to December,
January to March and April to July, as no two councils' terms begin on one day.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from babel.dates import get_month_names

from corpus.mutation import beginnings
from ingest.days import days_in

_YEAR = r"(?:19|20)\d\d"
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "un": 1, "dwy": 2, "ddwy": 2, "dau": 2, "tair": 3, "dair": 3, "pedair": 4, "bedair": 4, "pum": 5,
    "bum": 5, "chwe": 6, "saith": 7, "wyth": 8, "naw": 9, "deng": 10, "ddeng": 10,
}  # fmt: skip
_TERMS = {"autumn": (9, 12), "spring": (1, 3), "summer": (4, 7), "hydref": (9, 12), "gwanwyn": (1, 3), "haf": (4, 7)}
_OPEN_START = {"before", "until", "till", "up to", "prior to", "cyn", "tan", "hyd", "hyd at"}
_OPEN_END = {"since", "from", "after", "ers", "ar ôl", "o"}
_OPENS_TWO = {"from", "between", "rhwng", "o"}
_JOINT = re.compile(r"\s*(?:to|and|until|up to|through to|[-–]|a|ac|i|hyd|hyd at|tan)\s+(?:in |yn |ym |mis )*", re.IGNORECASE)
_MONEY = re.compile(
    r"\b(?:budget|funding|grants?|financial|money|spend\w*|spent|cyllid\w*|cyllideb|grant|ariannol|arian)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a question names; `date.min` or `date.max` where it has no beginning or no end."""

    first: date
    last: date
    words: str
    """As written, with the word before it that ties it: `since 2019`, `in March 2023`."""


def periods_in(text: str, language: str, *, today: date) -> tuple[Period, ...]:
    """The periods a question names, in order, none inside another: `"in March 2023"` -> 1 to 31 March 2023."""
    found = list(_found(text, language, today))
    widest = sorted(found, key=lambda one: (one[0], -(one[1] - one[0])))
    kept: list[tuple[int, int, date, date]] = []
    for one in widest:
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return tuple(_joined(text, kept, language))


def _found(text: str, language: str, today: date) -> Iterator[tuple[int, int, date, date]]:
    for match in _full_days(language).finditer(text):
        for day in days_in(match[0])[:1]:
            yield *match.span(), day, day
    for match in _months_and_years(language).finditer(text):
        year, month = int(match["year"]), _month(match["month"], language)
        yield *match.span(), date(year, month, 1), _month_end(year, month)
    yield from _school_years(text)
    yield from _terms(text)
    for match in re.finditer(rf"(?<![\w£./-]){_YEAR}(?![\w/]|-\d)", text):
        year = int(match[0])
        yield *match.span(), date(year, 1, 1), date(year, 12, 31)
    yield from _relative(text, language, today)


def _school_years(text: str) -> Iterator[tuple[int, int, date, date]]:
    """`2023-24`, `2023/24`, `2023 to 2024 school year`: April to March where money is spoken of, else September to August."""
    for match in re.finditer(rf"(?<!\d)(?<!from )(?<!between )({_YEAR})(?:\s?[-–/]\s?| to )((?:20)?\d\d)(?![\d-])", text):
        first, last = int(match[1]), int(match[2][-2:])
        if (first + 1) % 100 == last:
            of_money = _MONEY.search(text) is not None
            start = date(first, 4, 1) if of_money else date(first, 9, 1)
            yield *match.span(), start, start.replace(year=first + 1) - timedelta(days=1)


def _terms(text: str) -> Iterator[tuple[int, int, date, date]]:
    names = "|".join(_TERMS)
    english = rf"\b({names}) term(?: (?:of|in))?(?: ({_YEAR}))?\b"
    welsh = rf"\b[td]h?ymor (?:yr? )?({names}|wanwyn)(?: ({_YEAR}))?\b"
    for match in [*re.finditer(english, text, re.IGNORECASE), *re.finditer(welsh, text, re.IGNORECASE)]:
        if match[2]:
            first, last = _TERMS[match[1].casefold().replace("wanwyn", "gwanwyn").replace("ggwan", "gwan")]
            yield *match.span(), date(int(match[2]), first, 1), _month_end(int(match[2]), last)


def _relative(text: str, language: str, today: date) -> Iterator[tuple[int, int, date, date]]:
    for match in _ago(language).finditer(text):
        number = match["number"].casefold()
        count = int(number) if number.isdecimal() else _NUMBERS[number]
        if match["unit"].casefold() in ("month", "months", "mis", "fis"):
            yield *match.span(), *_months_back(today, count)
        elif today.year > count:
            yield *match.span(), date(today.year - count, 1, 1), date(today.year - count, 12, 31)
    near = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1}
    for match in re.finditer(r"\b(last|this|next) (year|month)\b", text, re.IGNORECASE) if language == "en" else ():
        step = near[match[1].casefold()]
        if match[2].casefold() == "year":
            yield *match.span(), date(today.year + step, 1, 1), date(today.year + step, 12, 31)
        else:
            yield *match.span(), *_months_back(today, -step)
    welsh = {"llynedd": -1, "eleni": 0}
    for match in re.finditer(r"\b(llynedd|eleni)\b", text, re.IGNORECASE) if language == "cy" else ():
        year = today.year + welsh[match[1].casefold()]
        yield *match.span(), date(year, 1, 1), date(year, 12, 31)


def _joined(text: str, found: list[tuple[int, int, date, date]], language: str) -> Iterator[Period]:
    """Two dates joined by "to" or "and" after "from" or "between" are one period; a word before one opens or closes it."""
    place = 0
    while place < len(found):
        start, end, first, last = found[place]
        tie = _tie(text, start, language)
        behind = found[place + 1] if place + 1 < len(found) and tie in _OPENS_TWO else None
        if behind and first <= behind[3] and _JOINT.fullmatch(text[end : behind[0]]):
            _, end, _, last = behind
            place += 1
            tie = ""
        place += 1
        words = " ".join(text[_tie_start(text, start, language) : end].split())
        if tie in _OPEN_START:
            yield Period(
                first=date.min, last=last if tie not in ("before", "cyn", "prior to") else _day_before(first), words=words
            )
        elif tie in _OPEN_END:
            yield Period(first=first, last=date.max, words=words)
        else:
            yield Period(first=first, last=last, words=words)


def _tie(text: str, start: int, language: str) -> str:
    match = _tie_pattern(language).search(text[:start])
    return match[1].casefold() if match else ""


def _tie_start(text: str, start: int, language: str) -> int:
    match = _tie_pattern(language).search(text[:start])
    return match.start(1) if match else start


@lru_cache(maxsize=2)
def _tie_pattern(language: str) -> re.Pattern[str]:
    english = r"since|from|between|before|after|until|till|by|in|on|during|as at|as of|at|of|for|prior to|up to|back in"
    welsh = r"ers|rhwng|cyn|ar ôl|tan|hyd at|hyd|erbyn|yn ystod|yn|ym|ar|o"
    filler = r"(?:the |early |late |mid-?|mis |fis |y |yr |flwyddyn |school year |academic year |financial year )*"
    return re.compile(rf"\b({english if language == 'en' else welsh})\s+{filler}$", re.IGNORECASE)


@lru_cache(maxsize=2)
def _names(language: str) -> dict[str, int]:
    """Months by their names, long and short, and in Welsh under every beginning."""
    locales = ("en",) if language == "en" else ("cy", "en")
    names: dict[str, int] = {"sept": 9}
    for locale in locales:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                plain = name.casefold().rstrip(".")
                names |= dict.fromkeys(beginnings(plain) if locale == "cy" else [plain], number)
    return {name: number for name, number in names.items() if len(name) > 2}


def _month(name: str, language: str) -> int:
    return _names(language)[name.casefold()]


@lru_cache(maxsize=2)
def _months_and_years(language: str) -> re.Pattern[str]:
    names = "|".join(sorted(_names(language), key=len, reverse=True))
    return re.compile(rf"\b(?P<month>{names})\.?,? (?:of |o )?(?P<year>{_YEAR})\b", re.IGNORECASE)


@lru_cache(maxsize=2)
def _full_days(language: str) -> re.Pattern[str]:
    names = "|".join(sorted(_names(language), key=len, reverse=True))
    return re.compile(
        (
            rf"(?<![\d/])\d{{1,2}}(?:st|nd|rd|th|af|ain|il|ydd|fed|eg|ed)?\s+(?:of\s+|"
            rf"o\s+)?(?:fis\s+)?(?:{names})\.?,?\s+{_YEAR}\b"
            rf"|(?<!\d)\d{{1,2}}[/.]\d{{1,2}}[/.]{_YEAR}(?!\d)"
        ),
        re.IGNORECASE,
    )


@lru_cache(maxsize=2)
def _ago(language: str) -> re.Pattern[str]:
    numbers = "|".join([r"\d{1,2}", *_NUMBERS])
    if language == "en":
        return re.compile(rf"\b(?P<number>{numbers}) (?P<unit>years?|months?) ago\b", re.IGNORECASE)
    return re.compile(rf"\b(?P<number>{numbers}) (?P<unit>flynedd|mlynedd|blynedd|mis|fis) yn ôl\b", re.IGNORECASE)


def _months_back(today: date, count: int) -> tuple[date, date]:
    place = max(today.year * 12 + today.month - 1 - count, 12)
    year, month = place // 12, place % 12 + 1
    return date(year, month, 1), _month_end(year, month)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _day_before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day
