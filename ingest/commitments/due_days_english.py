"""The days, weeks and periods that matched English words of time name, from the day they were said; does not look for words."""

import re
from datetime import date
from re import Match

from ingest.commitments import calendar_days as calendar
from ingest.commitments.calendar_days import Days
from ingest.commitments.due_parts_english import MONTHS, NEXT, NUMBERS, ordinal_of, part_of, year_of
from ingest.commitments.dues import Vague
from ingest.commitments.feast_days import FEASTS, next_feast
from ingest.days import days_in

_ONLY_NEXT = re.compile(r"\b(?:next|coming|following)\b", re.IGNORECASE)
"""`over the next two school years`: not this one, as `for two further school years` is."""
_WEEKDAYS = "mon tue wed thu fri sat sun".split()


def _the_day(words: str) -> Days | None:
    """The day that some words name in full; None where there is no such day."""
    days = days_in(words)
    return calendar.one(days[0]) if len(days) == 1 else None


def named_year(match: Match[str], made_on: date) -> int:
    """The year of `March next year`."""
    return made_on.year + int(match["rel"].lower() != "this")


def week_beginning(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """`the week beginning 8 June`: seven days from that one."""
    found = full_day(match, made_on, past) if year_of(match) else short_day(match, made_on, past)
    return Days(found.first, calendar.later(found.first, days=6)) if found else None


def today(_match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`from today`, `with immediate effect`."""
    return calendar.one(made_on) if made_on else None


def full_day(match: Match[str], _made_on: date | None, _past: bool) -> Days | None:
    """`1 April 2027`."""
    return _the_day(f"{ordinal_of(match['day'])} {match['month']} {match['year']}")


def short_day(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """`1 April`: the next one, or of the past the last one."""
    if made_on is None:
        return None
    number, day = MONTHS[match["month"].lower()], ordinal_of(match["day"])
    if match.groupdict().get("rel"):
        return _the_day(f"{day} {match['month']} {named_year(match, made_on)}")
    shift = 1 if not past and (number, day) < (made_on.month, made_on.day) else 0
    shift = -1 if past and (number, day) > (made_on.month, made_on.day) else shift
    return _the_day(f"{day} {match['month']} {made_on.year + shift}")


def day_only(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`by the 20th`: of this month, or of the next where it is past."""
    if made_on is None:
        return None
    day = ordinal_of(match["day"])
    month = made_on.replace(day=1)
    is_next = match[0].endswith("month") and not match[0].endswith("this month")
    month = month if day >= made_on.day and not is_next else calendar.later(month, months=1)
    return _the_day(f"{day} {month:%B} {month.year}")


def numbers_day(match: Match[str], _made_on: date | None, _past: bool) -> Days | None:
    """`1/4/2027`."""
    return _the_day(match[0])


def weekday(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`next Tuesday`: the first one after the day it was said."""
    if made_on is None:
        return None
    ahead = (_weekday(match) - made_on.weekday()) % 7
    return calendar.one(calendar.later(made_on, days=ahead or 7))


def _weekday(match: Match[str]) -> int:
    return _WEEKDAYS.index(match["weekday"][:3].lower())


def nth_weekday(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`the first Monday in January`, `the last Friday of next month`."""
    if match.groupdict().get("which"):
        if made_on is None:
            return None
        day = calendar.later(made_on.replace(day=1), months=int(match["which"].lower() in NEXT))
        return calendar.nth_weekday(day.year, day.month, _weekday(match), _nth(match))
    number, year = MONTHS[match["month"].lower()], year_of(match)
    if year is None and made_on is None:
        return None
    year = year or calendar.next_month(number, made_on or date.min)
    return calendar.nth_weekday(year, number, _weekday(match), _nth(match))


def _nth(match: Match[str]) -> int:
    return {"last": -1, "final": -1}.get(match["nth"].lower()) or ordinal_of(match["nth"])


def week(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """As in `this week`, Monday to Sunday; `the week after next`."""
    if made_on is None:
        return None
    ahead = 2 if match.groupdict().get("two") else int(match["which"].lower() in NEXT)
    week = calendar.week(made_on, ahead=ahead)
    return Days(max(week.first, made_on), week.last) if match["later"] else week


def part_of_week(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`the end of next week`: its Sunday; `the start of next week`: its Monday."""
    if made_on is None:
        return None
    week = calendar.week(made_on, ahead=int(match["which"].lower() in NEXT))
    return calendar.one(week.last if part_of(match) == "end" else week.first)


def near_day(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`tomorrow`, `this afternoon`."""
    if made_on is None:
        return None
    return calendar.one(calendar.later(made_on, days=int(match[0].lower() == "tomorrow")))


def feast(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`Christmas`, `Easter 2027`, `St David's Day`."""
    of, year = FEASTS[match["feast"].lower()], year_of(match)
    if made_on and match.groupdict().get("rel"):
        year = named_year(match, made_on)
    if year:
        return calendar.one(of(year))
    return calendar.one(next_feast(of, made_on)) if made_on else None


def counted(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`within six months`, from the day it was said."""
    if made_on is None:
        return None
    written = (match["number"] or "a").lower()
    number = int(written) if written.isdigit() else NUMBERS[written]
    unit = match["unit"].lower()
    goes_on = made_on if not _ONLY_NEXT.search(match[0]) else None
    if unit in {"school year", "academic year"}:
        return Days(
            goes_on or calendar.school_year(calendar.school_year_of(made_on) + 1).first,
            calendar.school_year(calendar.school_year_of(made_on) + number).last,
        )
    if unit == "financial year":
        return Days(
            goes_on or calendar.financial_year(calendar.financial_year_of(made_on) + 1).first,
            calendar.financial_year(calendar.financial_year_of(made_on) + number).last,
        )
    months = {"month": number, "year": 12 * number, "decade": 120 * number}.get(unit, 0)
    days = {"week": 7 * number, "fortnight": 14 * number, "day": number}.get(unit, 0)
    return Days(made_on, calendar.later(made_on, months=months, days=days))


def this_time(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """As in `this time next month`: that long after, to the day."""
    if made_on is None:
        return None
    unit = match["unit"].lower()
    return calendar.one(
        calendar.later(
            made_on,
            months={"month": 1, "year": 12}.get(unit, 0),
            days={"week": 7, "fortnight": 14}.get(unit, 0),
        )
    )


def vague(days: int, _match: Match[str], _made_on: date | None, _past: bool) -> Vague:
    """`shortly`."""
    return Vague(days)
