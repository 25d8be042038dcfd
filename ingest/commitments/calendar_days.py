"""The calendar that words of time count in: school terms, seasons, financial years, terms of the Senedd; reads no words.

Each function gives the first and last day. Terms and part months are methods 5.4's; no school's own dates are known here.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

SENEDD_TERMS = (date(2011, 5, 5), date(2016, 5, 5), date(2021, 5, 6), date(2026, 5, 7), date(2030, 5, 2))
"""Days of the general elections that part the terms; every four years from 2026 (Senedd Cymru (Members and Elections)
Act 2024), the first Thursday of May."""
PART = 7  # days of the end of a month, methods 5.4


class Days(NamedTuple):
    """From a first day to a last, both counted."""

    first: date
    last: date


def one(day: date) -> Days:
    """A single day."""
    return Days(day, day)


def month(year: int, number: int, part: str = "") -> Days:
    """A month or its start (1 to 10), middle (11 to 20), end (the last seven days), a half, a week, its first or last day."""
    last = monthrange(year, number)[1]
    parts = {
        "start": (1, 10),
        "middle": (11, 20),
        "end": (last - PART + 1, last),
        "first half": (1, 15),
        "second half": (16, last),
        "first day": (1, 1),
        "last day": (last, last),
        "first week": (1, PART),
        "second week": (PART + 1, 2 * PART),
        "third week": (2 * PART + 1, 3 * PART),
        "fourth week": (3 * PART + 1, 4 * PART),
        "last week": (last - PART + 1, last),
    }
    first, end = parts.get(part, (1, last))
    return Days(date(year, number, first), date(year, number, end))


def next_month(number: int, after: date) -> int:
    """The year of a month that is this one or the first to come."""
    return after.year if number >= after.month else after.year + 1


def last_month(number: int, before: date) -> int:
    """The year of a month that is this one or the last that was."""
    return before.year if number <= before.month else before.year - 1


def calendar_year(year: int, part: str = "") -> Days:
    """A year, a half, or a part: its `start` is the first quarter, `late` the last one, `end` December."""
    parts = {
        "start": (1, 3),
        "middle": (5, 8),
        "late": (10, 12),
        "end": (12, 12),
        "first half": (1, 6),
        "second half": (7, 12),
    } | {"last quarter": (10, 12)}
    if part in {"first day", "last day"}:
        return one(date(year, 1, 1) if part == "first day" else date(year, 12, 31))
    first, last = parts.get(part, (1, 12))
    return Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def quarter(year: int, number: int, *, financial: bool = False) -> Days:
    """A quarter of a calendar year, 1 to 4, or of the financial year that begins in it."""
    ahead, place = divmod(number - 1 + int(financial), 4)
    return Days(date(year + ahead, 3 * place + 1, 1), month(year + ahead, 3 * place + 3).last)


def school_year(year: int) -> Days:
    """The school year that begins in a year: 1 September to 31 August."""
    return Days(date(year, 9, 1), date(year + 1, 8, 31))


def financial_year(year: int) -> Days:
    """The financial year that begins in a year: 1 April to 31 March."""
    return Days(date(year, 4, 1), date(year + 1, 3, 31))


def school_year_of(day: date) -> int:
    """The year in which the school year of a day begins."""
    return day.year if day.month >= 9 else day.year - 1


def financial_year_of(day: date) -> int:
    """The year in which the financial year of a day begins."""
    return day.year if day.month >= 4 else day.year - 1


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_TERMS = {"spring": ((1, 1), (4, 15)), "summer": ((4, 16), (7, 31)), "autumn": ((9, 1), (12, 31))}


def season(year: int, name: str, part: str = "") -> Days:
    """Three months; `winter` begins in the year named and ends in the next. A part is a month of it."""
    begins = _SEASONS[name]
    months = {"start": (0, 0), "middle": (1, 1), "end": (2, 2)}.get(part, (0, 2))
    first, last = (divmod(begins - 1 + shift, 12) for shift in months)
    return Days(date(year + first[0], first[1] + 1, 1), month(year + last[0], last[1] + 1).last)


def next_season(name: str, after: date) -> int:
    """The year of a season that is not over."""
    return after.year if season(after.year, name).last >= after else after.year + 1


def term(year: int, name: str, part: str = "") -> Days:
    """A school term of a calendar year, its first or last fortnight, week or day."""
    first, last = (date(year, *day) for day in _TERMS[name])
    days = {"first day": 1, "first week": PART, "last day": -1, "last week": -PART}.get(part, 0)
    if days:
        shift = timedelta(days=abs(days) - 1)
        return Days(first, first + shift) if days > 0 else Days(last - shift, last)
    if part == "end":
        return Days(last - timedelta(days=13), last)
    return Days(first, first + timedelta(days=13)) if part == "start" else Days(first, last)


def next_term(name: str, after: date) -> int:
    """The year of a term that is not over."""
    return after.year if term(after.year, name).last >= after else after.year + 1


def term_of(day: date) -> tuple[int, str]:
    """The term that a day lies in, or the one after the holiday that it lies in."""
    for year in (day.year, day.year + 1):
        for name in ("spring", "summer", "autumn"):
            if term(year, name).last >= day:
                return year, name
    raise AssertionError  # the spring of the next year is never over


def term_after(year: int, name: str) -> tuple[int, str]:
    """The term after one."""
    names = ("spring", "summer", "autumn")
    return (year, names[names.index(name) + 1]) if name != "autumn" else (year + 1, "spring")


def week(day: date, ahead: int = 0) -> Days:
    """Monday to Sunday of the week a day lies in, or of one that many weeks later."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=ahead)
    return Days(monday, monday + timedelta(days=6))


def nth_weekday(year: int, number: int, weekday: int, nth: int) -> Days:
    """As in the first Monday of a month: weekdays from 0 for Monday, `nth` from 1, or -1 for the last."""
    days = [day for day in _days_of(year, number) if day.weekday() == weekday]
    return one(days[nth - 1 if nth > 0 else nth])


def _days_of(year: int, number: int) -> list[date]:
    return [date(year, number, day + 1) for day in range(monthrange(year, number)[1])]


def next_poll(day: date) -> Days | None:
    """The day of the next general election to the Senedd; None beyond the table."""
    found = next((poll for poll in SENEDD_TERMS if poll >= day), None)
    return one(found) if found else None


def senedd_term(day: date, ahead: int = 0) -> Days | None:
    """The term of the Senedd that a day lies in; None outside the table."""
    place = sum(begins <= day for begins in SENEDD_TERMS) - 1 + ahead
    if place < 0 or place + 1 >= len(SENEDD_TERMS):
        return None
    return Days(SENEDD_TERMS[place], SENEDD_TERMS[place + 1] - timedelta(days=1))


def easter(year: int) -> date:
    """Easter Sunday, by the Gregorian computus as Butcher gave it (1876)."""
    cycle, century, rest = year % 19, year // 100, year % 100
    leap, age = divmod(century, 4)[0], (century + 8) // 25
    epact = (19 * cycle + century - leap - (century - age + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (cycle + 11 * epact + 22 * weekday) // 451
    number, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, number, day + 1)


def later(day: date, *, months: int = 0, days: int = 0) -> date:
    """A day that many months and days later; the last of the month where it is shorter."""
    years, place = divmod(day.month - 1 + months, 12)
    year, number = day.year + years, place + 1
    return date(year, number, min(day.day, monthrange(year, number)[1])) + timedelta(days=days)
