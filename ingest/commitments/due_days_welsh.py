"""The days that matched Welsh words of time name, counted from the day they were said; does not look for words."""

from datetime import date
from re import Match

from ingest.commitments import calendar_days as calendar
from ingest.commitments.calendar_days import Days
from ingest.commitments.due_parts_welsh import MONTHS, NUMBERS, ORDINALS, PARTS, SEASONS, UNITS, WEEKDAYS
from ingest.commitments.dues import ELSEWHERE, Vague
from ingest.commitments.feast_days import WELSH as FEASTS
from ingest.commitments.feast_days import next_feast
from ingest.days import days_in


def _part(match: Match[str]) -> str:
    found = match.groupdict().get("part")
    return PARTS.get(found.lower(), "end") if found else ""


def _which(match: Match[str]) -> str:
    return (match.groupdict().get("which") or "").lower()


def _is_next(match: Match[str]) -> bool:
    return _which(match) in {"nesaf", "newydd", "i ddod", "sydd i ddod"}


def _year(match: Match[str]) -> int | None:
    found = match.groupdict().get("year")
    return int(found) if found else None


def day(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """`1 Ebrill 2027`, `1 Ebrill`, `y pumed ar hugain o Fai`."""
    number, name = MONTHS[match["month"].lower()]
    said = match["day"].lower()
    of_month = int(said) if said.isdigit() else ORDINALS[said]
    year = _year(match)
    if year is None:
        if made_on is None:
            return None
        key, mine = (number, of_month), (made_on.month, made_on.day)
        year = made_on.year + int(not past and key < mine) - int(past and key > mine)
    days = days_in(f"{of_month} {name} {year}")
    return calendar.one(days[0]) if len(days) == 1 else None


def month(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """`ym mis Medi`, `diwedd mis Mehefin 2027`."""
    number, _ = MONTHS[match["month"].lower()]
    year = _year(match)
    if year is None:
        if made_on is None:
            return None
        year = calendar.last_month(number, made_on) if past else calendar.next_month(number, made_on)
    return calendar.month(year, number, _part(match))


def near(unit: str, match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`yr wythnos hon`, `y mis nesaf`, `eleni`, by unit."""
    if made_on is None:
        return None
    ahead = int(_is_next(match))
    if unit == "week":
        return calendar.week(made_on, ahead=ahead)
    if unit == "month":
        day = calendar.later(made_on.replace(day=1), months=ahead)
        return calendar.month(day.year, day.month, _part(match))
    if unit == "school":
        return _ends(match, calendar.school_year(calendar.school_year_of(made_on) + ahead))
    if unit == "financial":
        return _ends(match, calendar.financial_year(calendar.financial_year_of(made_on) + ahead))
    return calendar.calendar_year(made_on.year + ahead, _part(match))


def _ends(match: Match[str], found: Days) -> Days:
    """A school or financial year, or its first or last month."""
    months = {"end": found.last, "start": found.first}
    edge = months.get(_part(match))
    return calendar.month(edge.year, edge.month) if edge else found


def season(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`yr hydref hwn`."""
    name, year = SEASONS[match["season"].lower()], _year(match)
    if year is None:
        if made_on is None:
            return None
        if match.groupdict().get("rel"):
            return calendar.season(made_on.year + 1, name, _part(match))
        year = calendar.next_season(name, made_on)
        year += int(_which(match) == "nesaf" and calendar.season(year, name).first <= made_on)
    return calendar.season(year, name, _part(match))


def term(match: Match[str], made_on: date | None, _past: bool) -> Days | Vague | None:
    """`tymor y gwanwyn`; half of one is vague."""
    name, year = SEASONS[match["season"].lower()], _year(match)
    if name == "winter":
        return None
    if year is None:
        if made_on is None:
            return None
        year = calendar.next_term(name, made_on)
        year += int(_which(match) == "nesaf" and calendar.term(year, name).first <= made_on)
    return Vague(60) if _part(match).endswith("half") else calendar.term(year, name, _part(match))


def near_term(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`y tymor hwn`."""
    if made_on is None:
        return None
    found = calendar.term_of(made_on)
    if _is_next(match) and calendar.term(*found).first <= made_on:
        found = calendar.term_after(*found)
    return calendar.term(*found, _part(match))


def _slashed(match: Match[str]) -> int | None:
    first, second = int(match["first"]), match["second"]
    return first if int(str(first)[: 4 - len(second)] + second) == first + 1 else None


def school_year(match: Match[str], _made_on: date | None, _past: bool) -> Days | None:
    """`blwyddyn academaidd 2026/27`."""
    year = _slashed(match)
    if year is None:
        return None
    return _ends(match, calendar.school_year(year))


def financial_year(match: Match[str], _made_on: date | None, _past: bool) -> Days | None:
    """`2026-27`."""
    year = _slashed(match)
    return calendar.financial_year(year) if year else None


def of_year(match: Match[str], _made_on: date | None, _past: bool) -> Days:
    """`2027`."""
    return calendar.calendar_year(int(match["year"]), _part(match))


def senedd(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`tymor y Senedd hwn`."""
    return calendar.senedd_term(made_on, ahead=int(_is_next(match))) if made_on else None


def counted(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`o fewn chwe mis`, from the day it was said."""
    if made_on is None:
        return None
    groups = match.groupdict()
    written = (groups.get("number") or "un").lower()
    number = int(written) if written.isdigit() else NUMBERS[written]
    unit = UNITS[(groups.get("unit") or groups["unit_"]).lower()]
    if groups.get("kind") and unit == "year":
        return _school_or_financial(match, made_on, number)
    days = {"week": 7, "day": 1, "fortnight": 14}.get(unit, 0) * number
    months = {"month": 1, "year": 12, "two months": 2, "three months": 3, "half year": 6}.get(unit, 0) * number
    return Days(made_on, calendar.later(made_on, months=months, days=days))


def _school_or_financial(match: Match[str], made_on: date, number: int) -> Days:
    """`y ddwy flynedd ariannol nesaf`: the next ones, or of those not called next this one as well."""
    of, year = (calendar.financial_year, calendar.financial_year_of(made_on))
    if match["kind"].lower() != "ariannol":
        of, year = calendar.school_year, calendar.school_year_of(made_on)
    last = of(year + number).last
    return Days(of(year + 1).first if match[0].lower().endswith("nesaf") else made_on, last)


def poll(_match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`yr etholiad`: the next one to the Senedd."""
    return calendar.next_poll(made_on) if made_on else None


def unit_today(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """`fis i heddiw`: that long after, to the day."""
    found = counted(match, made_on, past)
    return calendar.one(found.last) if found else None


def elsewhere(_match: Match[str], _made_on: date | None, _past: bool) -> Vague:
    """`o fewn pythefnos i'w dderbyn`: a time, from a day that is not known."""
    return ELSEWHERE


def feast(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`y Nadolig`, `y Pasg`."""
    of, year = FEASTS[match["feast"].lower()], _year(match)
    if year:
        return calendar.one(of(year))
    return calendar.one(next_feast(of, made_on)) if made_on else None


def weekday(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`ddydd Gwener`: the first one after the day it was said; `wythnos i ddydd Gwener`: a week after that."""
    if made_on is None:
        return None
    ahead = (WEEKDAYS[match["weekday"].lower()] - made_on.weekday()) % 7 or 7
    weeks = {"": 0, "wythnos": 1}.get((match.groupdict().get("ahead") or "").lower(), 2)
    return calendar.one(calendar.later(made_on, days=ahead + 7 * weeks))


def nth_weekday(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`y dydd Llun cyntaf ym mis Ionawr`, `yr ail ddydd Gwener o Fai`."""
    (number, _), year = MONTHS[match["month"].lower()], _year(match)
    if year is None and made_on is None:
        return None
    said = (match["nth"] or match["before"]).lower()
    year = year or calendar.next_month(number, made_on or date.min)
    return calendar.nth_weekday(year, number, WEEKDAYS[match["weekday"].lower()], -1 if said == "olaf" else ORDINALS[said])


def near_day(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`yfory`, `y prynhawn yma`."""
    return calendar.one(calendar.later(made_on, days=int(match[0].lower() in {"yfory", "fory"}))) if made_on else None


def year_after(_match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`y flwyddyn ganlynol`: the calendar year after this one, unless a year is named before it (`dues.py`)."""
    return calendar.calendar_year(made_on.year + 1) if made_on else None


def quarter(match: Match[str], _made_on: date | None, _past: bool) -> Days:
    """`chwarter cyntaf 2027`."""
    order = {"cyntaf": 1, "ail": 2, "trydydd": 3, "pedwerydd": 4, "olaf": 4}
    return calendar.quarter(int(match["year"]), order[match["quarter"].lower()])


def vague(days: int, _match: Match[str], _made_on: date | None, _past: bool) -> Vague:
    """`cyn bo hir`."""
    return Vague(days)
