"""The months, seasons, terms and years that matched English words of time name; does not look for words."""

import re
from datetime import date
from re import Match

from ingest.commitments import calendar_days as calendar
from ingest.commitments.calendar_days import Days
from ingest.commitments.due_days_english import named_year
from ingest.commitments.due_parts_english import MONTHS, NEXT, THE, part_of, year_of
from ingest.commitments.dues import Vague

LOOK_AGAIN = 60
"""Days after which to look again where half of a term is named, which no calendar here fixes (methods 5.4)."""


def _which(match: Match[str]) -> str:
    return (match.groupdict().get("which") or "").lower()


def _is_only_named(match: Match[str]) -> bool:
    """Whether words name no time in particular: `the term`, `the year`, without `end of` or `this` before them."""
    return _which(match) in THE and not part_of(match)


def of_month(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """As in `this September`, `the end of June 2027`; `every June` is no one time."""
    number = MONTHS[match["month"].lower()]
    year = year_of(match)
    if _which(match) in {"each", "every"}:
        return None
    if year is None:
        if made_on is None:
            return None
        past = past or _which(match) == "last"
        if match.groupdict().get("rel"):
            return calendar.month(named_year(match, made_on), number, part_of(match))
        year = calendar.last_month(number, made_on) if past else calendar.next_month(number, made_on)
        if _which(match).endswith("next") and number == made_on.month:
            year += 1
    return calendar.month(year, number, part_of(match))


def near_month(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`next month`."""
    if made_on is None or _is_only_named(match):
        return None
    day = calendar.later(made_on.replace(day=1), months=int(_which(match) in NEXT))
    found = calendar.month(day.year, day.month, part_of(match))
    return Days(max(found.first, made_on), found.last) if match["later"] else found


def season(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """As in `this autumn`, `late spring 2027`."""
    name = match["season"].lower()
    part = part_of(match)
    year = year_of(match)
    if year is None:
        if made_on is None:
            return None
        if match.groupdict().get("rel"):
            return calendar.season(named_year(match, made_on), name, part)
        year = calendar.next_season(name, made_on)
        is_on = calendar.season(year, name).first <= made_on
        if _which(match) == "next" and is_on:
            year += 1
        if past and calendar.season(year, name).first > made_on:
            year -= 1
    return calendar.season(year, name, part)


def _of_term(found: tuple[int, str], part: str) -> Days | Vague:
    return Vague(LOOK_AGAIN) if part in {"first half", "second half"} else calendar.term(*found, part)


def term(match: Match[str], made_on: date | None, _past: bool) -> Days | Vague | None:
    """`the autumn term`; half of one is vague."""
    name, year = match["term"].lower(), year_of(match)
    if year is None and match["years"]:
        first = int(match["years"][:4])
        year = first if name == "autumn" else first + 1
    if year is None:
        if made_on is None:
            return None
        if match.groupdict().get("rel"):
            return _of_term((named_year(match, made_on), name), part_of(match))
        year = calendar.next_term(name, made_on)
        if _which(match) == "next" and calendar.term(year, name).first <= made_on:
            year += 1
    return _of_term((year, name), part_of(match))


def near_term(match: Match[str], made_on: date | None, _past: bool) -> Days | Vague | None:
    """As in `this term`, `the end of next term`."""
    later = (match.groupdict().get("adj") or "").lower().startswith("later")
    if made_on is None or (_is_only_named(match) and not later):
        return None
    found = calendar.term_of(made_on)
    if later:
        return Days(made_on, calendar.term(*found).last)
    if _which(match) in NEXT:
        found = calendar.term_after(*found) if calendar.term(*found).first <= made_on else found
    elif _which(match) in THE and calendar.term(*found, part_of(match)).last < made_on:
        found = calendar.term_after(*found)  # `the start of term`, said when this one has begun
    return _of_term(found, part_of(match))


def _slashed(match: Match[str]) -> int | None:
    """`2025/26`, `2025-2026`, `2025 to 2026`: the first year, where the second is the next one."""
    first, second = int(match["first"]), match["second"]
    return first if int(str(first)[: 4 - len(second)] + second) == first + 1 else None


def ends_of(days: Days, part: str, *, month_of_end: int, month_of_start: int) -> Days:
    """A school or financial year, its last month or its first, or one day of it."""
    if part == "end":
        return calendar.month(days.last.year, month_of_end)
    if part == "start":
        return calendar.month(days.first.year, month_of_start)
    if part in {"first day", "last day"}:
        return calendar.one(days.first if part == "first day" else days.last)
    return days


def _year_in(match: Match[str], made_on: date | None, this: int) -> int | None:
    """The year in which a school or financial year begins, by its own words or by `next` from this one."""
    if match.groupdict().get("first"):
        return _slashed(match)
    if made_on is None or _is_only_named(match):
        return None
    begun = _which(match) in THE and part_of(match) in {"start", "first day", "first week"}
    return this + int(_which(match) in NEXT or begun)


def school_year(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`the 2026/27 academic year`, `the next school year`."""
    year = _year_in(match, made_on, calendar.school_year_of(made_on) if made_on else 0)
    return ends_of(calendar.school_year(year), part_of(match), month_of_end=8, month_of_start=9) if year else None


def financial_year(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`2026-27`, `the next financial year`."""
    year = _year_in(match, made_on, calendar.financial_year_of(made_on) if made_on else 0)
    return ends_of(calendar.financial_year(year), part_of(match), month_of_end=3, month_of_start=4) if year else None


_OF_MONEY = re.compile(r"£|\b(?:financial|budgets?|spend|spending|revenue|settlement)\b", re.IGNORECASE)


def bare_year(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """`2026-27`, a financial year; `2026/27`, a school year as statistics write it, unless the sentence is of money."""
    slashed = "/" in match[0] and not _OF_MONEY.search(match.string)
    return (school_year if slashed else financial_year)(match, made_on, past)


def of_year(match: Match[str], _made_on: date | None, _past: bool) -> Days | None:
    """`2027`, `early in 2027`."""
    part = "late" if (match.groupdict().get("adj") or "").lower().startswith("late") else part_of(match)
    return calendar.calendar_year(int(match["year"]), part)


def near_year(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`next year`, `the end of the year`."""
    if made_on is None or _is_only_named(match):
        return None
    said = (match.groupdict().get("adj") or "").lower()
    part = "" if said.startswith("later") else "late" if said.startswith("late") else part_of(match)
    found = calendar.calendar_year(made_on.year + int(_which(match) in NEXT), part)
    return Days(max(found.first, made_on), found.last) if match["later"] or said.startswith("later") else found


def decade(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`the end of the decade`: December of its last year."""
    return calendar.calendar_year(made_on.year - made_on.year % 10 + 9, part_of(match)) if made_on else None


def turn_of_year(_match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`by the turn of the year`: its last day."""
    return calendar.one(date(made_on.year, 12, 31)) if made_on else None


def quarter(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`the first quarter of 2027`, `Q3 of 2025-26`, `the last quarter of this year`."""
    groups = match.groupdict()
    said = (groups.get("quarter") or groups.get("number") or "").lower()
    number = int(said) if said.isdigit() else min("first second third fourth final last".split().index(said) + 1, 4)
    if groups.get("first"):
        year = _slashed(match)
        return calendar.quarter(year, number, financial=True) if year else None
    if year_of(match):
        return calendar.quarter(int(match["year"]), number)
    return calendar.quarter(made_on.year + int(_which(match) in NEXT), number) if made_on else None


def senedd(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """As in `this Senedd term`."""
    # `to the Senedd` is no time: only its end, its rest or its term is.
    if made_on is None or (_is_only_named(match) and "term" not in match[0] and not match.groupdict().get("part")):
        return None
    return calendar.senedd_term(made_on, ahead=int(_which(match).endswith("next")))


def poll(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`the election`: the next one to the Senedd."""
    found = calendar.next_poll(made_on) if made_on else None
    return found if found and (year_of(match) or found.first.year) == found.first.year else None


def year_after(_match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`the year after`: the calendar year after this one, unless a year is named before it (`dues.py`)."""
    return calendar.calendar_year(made_on.year + 1) if made_on else None


def within(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`within the month`, `before the term is out`: to the end of the one that is on."""
    if made_on is None:
        return None
    school = calendar.school_year(calendar.school_year_of(made_on))
    on = {
        "week": calendar.week(made_on),
        "month": calendar.month(made_on.year, made_on.month),
        "term": calendar.term(*calendar.term_of(made_on)),
        "year": calendar.calendar_year(made_on.year),
        "school year": school,
        "academic year": school,
        "financial year": calendar.financial_year(calendar.financial_year_of(made_on)),
    }[(match["unit"] or match["over"]).lower()]
    return Days(made_on, on.last)
