"""The days that matched English words of time name, counted from the day they were said; does not look for words."""

from datetime import date
from re import Match

from ingest.commitments import calendar_days as calendar
from ingest.commitments.calendar_days import Days
from ingest.commitments.due_parts_english import MONTHS, NUMBERS, PARTS, THE
from ingest.commitments.dues import Vague
from ingest.days import days_in


def _part(match: Match[str]) -> str:
    groups = match.groupdict()
    return PARTS.get((groups.get("part") or groups.get("adj") or "").lower(), "")


def _year(match: Match[str]) -> int | None:
    found = match.groupdict().get("year")
    return int(found) if found else None


def _the_day(words: str) -> Days | None:
    """The day that some words name in full; None where there is no such day."""
    days = days_in(words)
    return calendar.one(days[0]) if len(days) == 1 else None


def _named_year(match: Match[str], made_on: date) -> int:
    """The year of `March next year`."""
    return made_on.year + int(match["rel"].lower() != "this")


def week_beginning(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """`the week beginning 8 June`: seven days from that one."""
    found = full_day(match, made_on, past) if _year(match) else short_day(match, made_on, past)
    return Days(found.first, calendar.later(found.first, days=6)) if found else None


def today(_match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`from today`, `with immediate effect`."""
    return calendar.one(made_on) if made_on else None


def full_day(match: Match[str], _made_on: date | None, _past: bool) -> Days | None:
    """`1 April 2027`."""
    return _the_day(f"{match['day']} {match['month']} {match['year']}")


def short_day(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """`1 April`: the next one, or of the past the last one."""
    if made_on is None:
        return None
    number, day = MONTHS[match["month"].lower()], int(match["day"])
    if match.groupdict().get("rel"):
        return _the_day(f"{day} {match['month']} {_named_year(match, made_on)}")
    shift = 1 if not past and (number, day) < (made_on.month, made_on.day) else 0
    shift = -1 if past and (number, day) > (made_on.month, made_on.day) else shift
    return _the_day(f"{day} {match['month']} {made_on.year + shift}")


def numbers_day(match: Match[str], _made_on: date | None, _past: bool) -> Days | None:
    """`1/4/2027`."""
    return _the_day(match[0])


def weekday(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`next Tuesday`: the first one after the day it was said."""
    if made_on is None:
        return None
    number = "montuewedthufrisatsun".index(match["weekday"][:3].lower()) // 3
    ahead = (number - made_on.weekday()) % 7
    return calendar.one(calendar.later(made_on, days=ahead or 7))


def of_month(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """As in `this September`, `the end of June 2027`; `every June` is no one time."""
    number = MONTHS[match["month"].lower()]
    year = _year(match)
    if (match.groupdict().get("which") or "").lower() in {"each", "every"}:
        return None
    if year is None:
        if made_on is None:
            return None
        past = past or match.groupdict().get("which") == "last"
        if match.groupdict().get("rel"):
            return calendar.month(_named_year(match, made_on), number, _part(match))
        year = calendar.last_month(number, made_on) if past else calendar.next_month(number, made_on)
        if (match.groupdict().get("which") or "").endswith("next") and number == made_on.month:
            year += 1
    return calendar.month(year, number, _part(match))


def _is_only_named(match: Match[str]) -> bool:
    """Whether words name no time in particular: `the term`, `the year`, without `end of` or `this` before them."""
    return (match.groupdict().get("which") or "").lower() in THE and not _part(match)


def week(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """As in `this week`, Monday to Sunday."""
    if made_on is None:
        return None
    week = calendar.week(made_on, ahead=int(match["which"].lower() in {"next", "the following"}))
    return Days(max(week.first, made_on), week.last) if match["later"] else week


def near_month(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`next month`."""
    if made_on is None or _is_only_named(match):
        return None
    day = calendar.later(made_on.replace(day=1), months=int(match["which"].lower() in {"next", "the following"}))
    found = calendar.month(day.year, day.month, _part(match))
    return Days(max(found.first, made_on), found.last) if match["later"] else found


def season(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """As in `this autumn`, `late spring 2027`."""
    name = match["season"].lower()
    part = _part(match)
    year = _year(match)
    if year is None:
        if made_on is None:
            return None
        if match.groupdict().get("rel"):
            return calendar.season(_named_year(match, made_on), name, part)
        year = calendar.next_season(name, made_on)
        is_on = calendar.season(year, name).first <= made_on
        if (match["which"] or "").lower() == "next" and is_on and name != "winter":
            year += 1
        if past and calendar.season(year, name).first > made_on:
            year -= 1
    return calendar.season(year, name, part)


def term(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`the autumn term`."""
    name, part, year = match["term"].lower(), _part(match), _year(match)
    if year is None and match["years"]:
        first = int(match["years"][:4])
        year = first if name == "autumn" else first + 1
    if year is None:
        if made_on is None:
            return None
        year = calendar.next_term(name, made_on)
        if (match["which"] or "").lower() == "next" and calendar.term(year, name).first <= made_on:
            year += 1
    return calendar.term(year, name, part)


def near_term(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """As in `this term`, `the end of next term`."""
    if made_on is None or _is_only_named(match):
        return None
    found = calendar.term_of(made_on)
    if match["which"] and match["which"].lower() in {"next", "new", "the following", "coming"}:
        found = calendar.term_after(*found) if calendar.term(*found).first <= made_on else found
    return calendar.term(*found, _part(match))


def _slashed(match: Match[str]) -> int | None:
    """`2025/26`, `2025-2026`, `2025 to 2026`: the first year, where the second is the next one."""
    first, second = int(match["first"]), match["second"]
    return first if int(str(first)[: 4 - len(second)] + second) == first + 1 else None


def _ends(days: Days, part: str, *, month_of_end: int, month_of_start: int) -> Days:
    if part == "end":
        return calendar.month(days.last.year, month_of_end)
    if part == "start":
        return calendar.month(days.first.year, month_of_start)
    return days


def school_year(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`the 2026/27 academic year`, `the next school year`."""
    groups = match.groupdict()
    if groups.get("first"):
        year = _slashed(match)
    elif made_on is None or _is_only_named(match):
        return None
    else:
        which = (groups.get("which") or "").lower()
        ahead = which in {"next", "the following", "new", "the coming", "coming"}
        year = calendar.school_year_of(made_on) + int(ahead)
    return _ends(calendar.school_year(year), _part(match), month_of_end=8, month_of_start=9) if year else None


def financial_year(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`2026-27`, `the next financial year`."""
    groups = match.groupdict()
    if groups.get("first"):
        year = _slashed(match)
    elif made_on is None or _is_only_named(match):
        return None
    else:
        ahead = (groups.get("which") or "").lower() in {"next", "the following", "new", "the coming", "coming"}
        year = calendar.financial_year_of(made_on) + int(ahead)
    return _ends(calendar.financial_year(year), _part(match), month_of_end=3, month_of_start=4) if year else None


def of_year(match: Match[str], _made_on: date | None, _past: bool) -> Days | None:
    """`2027`, `early in 2027`."""
    part = "late" if match.groupdict().get("adj") in {"late", "late in", "later in"} else _part(match)
    return calendar.calendar_year(int(match["year"]), part)


def near_year(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`next year`, `the end of the year`."""
    if made_on is None or _is_only_named(match):
        return None
    found = calendar.calendar_year(
        made_on.year + int((match["which"] or "").lower() in {"next", "the following"}), _part(match)
    )
    return Days(max(found.first, made_on), found.last) if match["later"] else found


def saint(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`St David's Day`."""
    year = _year(match)
    if year is None and made_on is not None:
        year = made_on.year if (made_on.month, made_on.day) <= (3, 1) else made_on.year + 1
    return calendar.one(date(year, 3, 1)) if year else None


def near_day(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`tomorrow`, `this afternoon`."""
    if made_on is None:
        return None
    return calendar.one(calendar.later(made_on, days=int(match[0].lower() == "tomorrow")))


def end_of_week(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`the end of next week`: its Sunday."""
    if made_on is None:
        return None
    week = calendar.week(made_on, ahead=int(match["which"].lower() in {"next", "the following"}))
    return calendar.one(week.last)


def quarter(match: Match[str], _made_on: date | None, _past: bool) -> Days:
    """`the first quarter of 2027`."""
    number = "first second third fourth final last".split().index(match["quarter"].lower()) + 1
    return calendar.quarter(int(match["year"]), min(number, 4))


def senedd(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """As in `this Senedd term`."""
    # `to the Senedd` is no time: only its end, its rest or its term is.
    if made_on is None or (_is_only_named(match) and "term" not in match[0] and not match.groupdict().get("part")):
        return None
    return calendar.senedd_term(made_on, ahead=int((match["which"] or "").lower() == "next"))


def counted(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`within six months`, from the day it was said."""
    if made_on is None:
        return None
    written = (match["number"] or "a").lower()
    number = int(written) if written.isdigit() else NUMBERS[written]
    unit = match["unit"].lower()
    months = {"month": number, "year": 12 * number, "decade": 120 * number}.get(unit, 0)
    days = {"week": 7 * number, "fortnight": 14 * number, "day": number}.get(unit, 0)
    return Days(made_on, calendar.later(made_on, months=months, days=days))


def feast(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`Christmas`, `Easter 2027`."""
    year = _year(match)
    if year is None and made_on is None:
        return None
    is_easter = match["feast"].lower() == "easter"
    for candidate in (year,) if year else (made_on.year, made_on.year + 1) if made_on else ():
        day = calendar.easter(candidate) if is_easter else date(candidate, 12, 25)
        if year or made_on is None or day >= made_on:
            return calendar.one(day)
    return None


def vague(days: int, _match: Match[str], _made_on: date | None, _past: bool) -> Vague:
    """`shortly`."""
    return Vague(days)
