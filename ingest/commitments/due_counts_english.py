"""English words that count from another day: `a week on Friday`, `the year after next`, `within a month of the vote`.

Rules and what they name; does not look for that day in other sentences: `due_pointed_english.py` does.
"""

from datetime import date, timedelta
from re import Match

from corpus.commitment import Grain
from ingest.commitments import calendar_days as calendar
from ingest.commitments.calendar_days import Days
from ingest.commitments.due_days_english import full_day, short_day, weekday
from ingest.commitments.due_parts_english import (
    ANY_CASE,
    DAY,
    MONTH,
    NUMBER,
    NUMBERS,
    ORDINAL_WORDS,
    PART,
    YEAR,
    ordinal_of,
    part_of,
    rule,
    year_of,
)
from ingest.commitments.due_spans_english import ends_of
from ingest.commitments.dues import ELSEWHERE, Vague

_DAY_NAME = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_HOURS = 24
_WORKING_WEEK = 5


def number_of(words: str) -> int:
    """`six`, `12`, `a`."""
    folded = words.strip().lower() or "a"
    return int(folded) if folded.isdigit() else NUMBERS[folded]


def _ahead(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """`a week on Friday`, `a fortnight tomorrow`, `Friday week`: that long after the day named."""
    if made_on is None:
        return None
    groups = match.groupdict()
    unit = (groups.get("unit") or groups.get("behind") or "week").lower()
    weeks = number_of(groups.get("number") or "a") * (2 if unit.startswith("fortnight") else 1)
    if groups.get("weekday"):
        named = weekday(match, made_on, past)
        begins = named.first if named else made_on
    else:
        begins = made_on + timedelta(days=int("tomorrow" in match[0].lower()))
    return calendar.one(begins + timedelta(weeks=weeks))


def _month_today(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`a month today`, `a year from today`."""
    if made_on is None:
        return None
    months = number_of(match["number"]) * (12 if match["unit"].lower().startswith("year") else 1)
    return calendar.one(calendar.later(made_on, months=months))


def _weekday_of_week(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`Thursday of next week`."""
    if made_on is None:
        return None
    week = calendar.week(made_on, ahead=int(match["which"].lower() != "this"))
    names = "mon tues wednes thurs fri satur sun".split()
    return calendar.one(week.first + timedelta(days=names.index(match["weekday"].lower())))


def _after_next(match: Match[str], made_on: date | None, _past: bool) -> Days | Vague | None:
    """`the term after next`, `the end of the financial year after next`."""
    if made_on is None:
        return None
    unit, part = match["unit"].lower(), part_of(match)
    if unit in _YEARS:
        of, year, end = _YEARS[unit]
        return ends_of(of(year(made_on) + 2), part, month_of_end=end, month_of_start=end % 12 + 1)
    month = calendar.later(made_on.replace(day=1), months=2)
    return {
        "week": calendar.week(made_on, ahead=2),
        "month": calendar.month(month.year, month.month, part),
        "term": calendar.term(*calendar.term_after(*calendar.term_after(*calendar.term_of(made_on))), part),
        "year": calendar.calendar_year(made_on.year + 2, part),
    }[unit]


_YEARS = {
    "school year": (calendar.school_year, calendar.school_year_of, 8),
    "academic year": (calendar.school_year, calendar.school_year_of, 8),
    "financial year": (calendar.financial_year, calendar.financial_year_of, 3),
}
"""The span of each, the year a day lies in, and its last month."""


def _hours(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`within 48 hours`: whole days from the day it was said."""
    if made_on is None:
        return None
    return Days(made_on, made_on + timedelta(days=-(-number_of(match["number"]) // _HOURS)))


def _working_days(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`within 15 working days`: Monday to Friday, bank holidays not known here."""
    if made_on is None:
        return None
    day, left = made_on, number_of(match["number"])
    while left:
        day += timedelta(days=1)
        left -= int(day.weekday() < _WORKING_WEEK)
    return Days(made_on, day)


def _two_days(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """`on 4 and 5 June`, `from 12 to 16 May`: from the first to the second."""
    found = full_day(match, made_on, past) if year_of(match) else short_day(match, made_on, past)
    begins = ordinal_of(match["begins"])
    if found is None or begins > found.first.day:
        return found
    return Days(found.first.replace(day=begins), found.last)


def _elsewhere(_match: Match[str], _made_on: date | None, _past: bool) -> Vague:
    """`within six weeks of the vote`: a time, from a day that is not known."""
    return ELSEWHERE


def _few(_match: Match[str], _made_on: date | None, _past: bool) -> Vague:
    """`in a few weeks`."""
    return Vague(60)


_OF = r"(?:of|after|from|following|before|ahead of|prior to)"
_ITSELF = (
    r"(?:today|now|this (?:statement|letter|announcement)|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b|20\d\d|\d|(?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
COUNTS = (
    rule(
        "day-ahead",
        Grain.DAY,
        rf"{NUMBER} (?P<unit>weeks?|fortnight)(?: on| from)? (?:(?:this|next) )?(?:{_DAY_NAME}\b|today\b|tomorrow\b)",
        _ahead,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "day-behind",
        Grain.DAY,
        rf"(?:{_DAY_NAME}|today|tomorrow) (?P<behind>week|fortnight)\b(?! (?:beginning|of))",
        _ahead,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "month-today",
        Grain.DAY,
        rf"{NUMBER} (?P<unit>month|year)s? (?:from )?(?:today|now)\b",
        _month_today,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "weekday-of-week",
        Grain.DAY,
        rf"(?:the )?{_DAY_NAME} of (?P<which>this|next|the following|the coming) week\b",
        _weekday_of_week,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "after-next",
        Grain.PERIOD,
        rf"(?:{PART})?(?:the )?(?P<unit>week|month|term|(?:school |academic |financial )?year) after next\b",
        _after_next,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule("weekday-after-next", Grain.DAY, rf"(?:the )?{_DAY_NAME} after next\b", _ahead, needs_day=True, flags=ANY_CASE),
    rule("hours", Grain.PERIOD, rf"(?:the next )?{NUMBER} hours?\b(?! of (?!today)|-)", _hours, needs_day=True, flags=ANY_CASE),
    rule(
        "working-days",
        Grain.PERIOD,
        rf"(?:the next )?{NUMBER} working days\b(?! {_OF} (?!today|this (?:statement|letter)))",
        _working_days,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "days-two",
        Grain.PART_MONTH,
        rf"(?P<begins>[0-3]?\d(?:st|nd|rd|th)?|the (?:{ORDINAL_WORDS})) ?(?:and|to|or|-|until|"
        rf"through) ?{DAY} (?:of )?{MONTH}(?:,? {YEAR})?",
        _two_days,
        needs_day=True,
    ),
    rule(
        "elsewhere",
        Grain.PERIOD,
        rf"(?:(?<=within )|(?<=inside )|(?<=later than )|(?<=not more than ))(?:the )?{NUMBER} (?:working |school |calendar )?"
        rf"(?:hour|day|week|fortnight|month|term|year)s?\b {_OF} (?!{_ITSELF})(?:(?! and | but | so | which )[\w' -]){{1,80}}",
        _elsewhere,
        flags=ANY_CASE,
    ),
    rule(
        "vague-few",
        Grain.VAGUE,
        r"(?:(?<=in )|(?<=within )|(?<=over )|(?<=inside ))(?:a few|a couple of|a handful of|several) (?:days|weeks|months|"
        r"terms)'?(?: time)?\b(?! of)",
        _few,
        flags=ANY_CASE,
    ),
)
"""Rules of words that count from a day named with them; the longest words win, and of two the first."""
