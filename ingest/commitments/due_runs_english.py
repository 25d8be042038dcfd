"""English words of runs of time: `over three years from April 2026`, `between 2026 and 2029`, `by the year's end`.

Rules and what they name; does not look around them: `dues.py` does.
"""

from datetime import date
from re import Match

from corpus.commitment import Grain
from ingest.commitments import calendar_days as calendar
from ingest.commitments.calendar_days import Days
from ingest.commitments.due_counts_english import number_of
from ingest.commitments.due_days_english import full_day, short_day
from ingest.commitments.due_parts_english import ANY_CASE, DAY, MONTH, MONTHS, NUMBER, YEAR, ordinal_of, rule, year_of
from ingest.commitments.due_spans_english import of_month


def _from_then(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`over three years from April 2026`: that long from the first day of it."""
    year = year_of(match)
    if match["first"]:
        begins = date(int(match["first"]), 4, 1)
    elif match["only"]:
        begins = date(int(match["only"]), 1, 1)
    elif year is None and made_on is None:
        return None
    else:
        number, day = MONTHS[match["month"].lower()], ordinal_of(match["day"] or "1")
        begins = date(year or calendar.next_month(number, made_on or date.min), number, min(day, 28))
    units, unit = number_of(match["number"]), match["unit"].lower()
    months = units * (12 if unit.endswith("year") else int(unit == "month"))
    return Days(begins, calendar.later(begins, months=months, days=7 * units * int(unit == "week") - 1))


def _no_time(_match: Match[str], _made_on: date | None, _past: bool) -> None:
    """`the five years to 2030`: what a thing covers, and no day on which it is to be done."""


def _two_years(match: Match[str], _made_on: date | None, _past: bool) -> Days | None:
    """`between 2026 and 2029`: the first day of the one to the last of the other."""
    first, last = calendar.calendar_year(int(match["begins"])), calendar.calendar_year(int(match["ends"]))
    return Days(first.first, last.last) if first < last else None


def _from_day(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    """`the fortnight that begins on 6 October`, `the financial year that starts in April`: all of it."""
    read = of_month if match["day"] is None else full_day if year_of(match) else short_day
    found = read(match, made_on, past)
    if found is None:
        return None
    unit = match["unit"].lower()
    months, weeks = {"year": 12, "month": 1}.get(unit.split()[-1], 0), {"week": 1, "fortnight": 2}.get(unit, 0)
    return Days(found.first, calendar.later(found.first, months=months, days=7 * weeks - 1))


def _year_begins(_match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`when the new financial year begins`: 1 April."""
    return calendar.one(calendar.financial_year(calendar.financial_year_of(made_on) + 1).first) if made_on else None


def _span_end(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    """`by the year's end`, `by month end`."""
    if made_on is None:
        return None
    return {
        "year": calendar.calendar_year(made_on.year, "end"),
        "month": calendar.month(made_on.year, made_on.month, "end"),
        "term": calendar.term(*calendar.term_of(made_on), "end"),
    }[match["unit"].lower()]


RUNS = (
    rule(
        "period-from",
        Grain.PERIOD,
        rf"(?:the |a |another )?{NUMBER} (?P<unit>(?:school |academic |financial )?year|month|week)s?,? (?:from|"
        rf"starting (?:in|from|with)|beginning (?:in|from|with)|commencing in) (?:the (?:start|beginning) of )?"
        rf"(?:(?P<first>20\d\d)[-/]\d\d\b|"
        rf"(?:{DAY} )?{MONTH}(?:,? {YEAR})?|(?P<only>{YEAR.replace('year', 'alone')}))",
        _from_then,
        needs_day=True,
    ),
    rule(
        "period-of-another",
        Grain.PERIOD,
        rf"(?:the|this|a) (?!next ){NUMBER}[ -](?:school |academic |financial )?(?:year|month|term|week)s? (?:to|until|since|"
        r"between|before|up to|ended|ending) (?:the (?:end|start) of )?(?:20\d\d\b|[A-Z]\w+(?: 20\d\d\b)?)",
        _no_time,
        needs_day=True,
    ),
    rule(
        "years-two",
        Grain.YEAR,
        r"(?:(?<=between )|(?<=from )|(?<=period )|(?<=years ))(?P<begins>20\d\d) (?:and|to|until) (?:the end of )?"
        r"(?P<ends>20\d\d)(?![\d/-])",
        _two_years,
        flags=ANY_CASE,
    ),
    rule(
        "span-from",
        Grain.PERIOD,
        r"(?:the )?(?P<unit>week|fortnight|month|(?:school |academic |financial )?year) (?:(?:that|which) "
        rf"(?:begins|starts|opens) (?:on|in) |(?:(?<=fortnight )|(?<=month ))(?:beginning|starting)(?: on)? )"
        rf"(?:{DAY} )?{MONTH}(?:,? {YEAR})?",
        _from_day,
        needs_day=True,
    ),
    rule(
        "year-begins",
        Grain.DAY,
        r"(?:when|once|as soon as|after) (?:the|this) (?:new |next )?financial year (?:begins|starts|opens)\b",
        _year_begins,
        needs_day=True,
    ),
    rule(
        "span-end",
        Grain.PART_YEAR,
        r"(?:(?<=by )|(?<=before )|(?<=until )|(?<=at ))(?:the )?(?P<unit>year|month|term)(?:'s end|[- ]end)\b",
        _span_end,
        needs_day=True,
        flags=ANY_CASE,
    ),
)
"""Rules of runs; the longest words win, and of two the first."""
