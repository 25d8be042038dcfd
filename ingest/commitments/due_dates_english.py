"""English words for days, weeks and periods, one rule a kind (methods 5.4); does not work out which days they name."""

from corpus.commitment import Grain
from ingest.commitments.due_days_english import (
    counted,
    day_only,
    feast,
    full_day,
    near_day,
    nth_weekday,
    numbers_day,
    part_of_week,
    short_day,
    this_time,
    today,
    week,
    week_beginning,
    weekday,
)
from ingest.commitments.due_parts_english import ANY_CASE, DAY, MONTH, NUMBER, OF_YEAR, PART, WEEKDAY, YEAR, rule
from ingest.commitments.feast_days import FEASTS

_CLOSE = (
    r"(?:(?:the )?(?:close of (?:play|business)|end of play|end of|"
    r"(?<=by )close|(?<=the )close|noon|midday|midnight|lunchtime|\d{1,2}(?:[.:]\d\d)? ?"
    r"(?:am\b|pm\b|a\.m\.|p\.m\.)|\w+ o'clock) (?:on )?)?"
)
"""An hour of a day, which is that day."""
_NAMED_DAY = (
    r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? (?:the )?\d| next| coming|"
    r" week| fortnight| of (?:this|next|the (?:following|coming)) week)"
)
_FEW = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_FEASTS = "|".join(sorted((name.title().replace("'S", "'s") for name in FEASTS if name[:4] != "the "), key=len, reverse=True))
DATES = (
    rule("day", Grain.DAY, rf"{_CLOSE}{WEEKDAY}{DAY} (?:of )?{MONTH},? {YEAR}", full_day),
    rule("day-month-first", Grain.DAY, rf"{WEEKDAY}{MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b,? {YEAR}", full_day),
    rule("day-short", Grain.DAY, rf"{_CLOSE}{WEEKDAY}{DAY} (?:of )?{MONTH}{OF_YEAR}(?!,? 20\d\d)", short_day, needs_day=True),
    rule(
        "day-only",
        Grain.DAY,
        r"the (?P<day>[0-3]?\d(?:st|nd|rd|th)|twenty-[a-z]+|thirty-first|thirtieth|(?:thir|four|fif|six|seven|eigh|"
        r"nine)teenth)\b(?: of (?:this|the|next) month\b)?(?=[.,;:)]|$| (?:and|at|to|in|for|when|where|so|if|because)\b)",
        day_only,
        needs_day=True,
    ),
    rule("day-numbers", Grain.DAY, r"\d{1,2}/\d{1,2}/20\d\d\b", numbers_day),
    rule(
        "weekday-nth",
        Grain.DAY,
        r"the (?P<nth>first|second|third|fourth|last|final) (?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:of|in) "
        rf"{MONTH}(?:,? {YEAR})?",
        nth_weekday,
        needs_day=True,
    ),
    rule(
        "weekday-nth-near",
        Grain.DAY,
        r"the (?P<nth>first|second|third|fourth|last|final) (?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:of|in) "
        r"(?P<which>this|next|the following) month\b",
        nth_weekday,
        needs_day=True,
    ),
    rule("weekday-near", Grain.DAY, rf"{_CLOSE}(?:next|this coming|this|on|the coming) {_NAMED_DAY}", weekday, needs_day=True),
    rule("weekday", Grain.DAY, rf"{_CLOSE}{_NAMED_DAY}", weekday, needs_day=True),
    rule(
        "week-beginning",
        Grain.WEEK,
        rf"(?:(?:the )?week (?:beginning|commencing|starting|of)|w/c) (?:the )?{WEEKDAY}{DAY} (?:of )?{MONTH}(?:,? {YEAR})?",
        week_beginning,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule("now", Grain.DAY, r"(?:(?<=from )today\b|with immediate effect\b)", today, needs_day=True, flags=ANY_CASE),
    rule(
        "week",
        Grain.WEEK,
        r"(?P<later>later )?(?:(?P<which>this|next|the following|the coming|this coming) week\b|"
        r"(?P<two>the week after next)\b)",
        week,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "week-end",
        Grain.DAY,
        rf"{PART}(?P<which>this|the|next|the following|the coming) week\b",
        part_of_week,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "tomorrow",
        Grain.DAY,
        r"tomorrow\b|(?:later )?this (?:afternoon|evening|morning)\b|tonight\b|later today\b|"
        r"(?<=by )the (?:end|close) of (?:the day|today)\b",
        near_day,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "weekday-next",
        Grain.DAY,
        r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:next|coming)\b",
        weekday,
        needs_day=True,
    ),
    rule(
        "feast",
        Grain.DAY,
        rf"(?P<feast>{_FEASTS}|the feast of Stephen)(?:,? {YEAR}|{OF_YEAR.removesuffix('?')})?\b(?!,? (?:break|"
        rf"holidays?|recess|term|fair|"
        r"lunch|dinner|party|bank|sitting|half))",
        feast,
        needs_day=True,
    ),
    rule(
        "this-time",
        Grain.DAY,
        r"this time next (?P<unit>week|month|year)\b",
        this_time,
        needs_day=True,
        flags=ANY_CASE,
    ),
)
"""Rules of days; the longest words win, and of two the first."""
PERIODS = (
    rule(
        "period",
        Grain.PERIOD,
        rf"(?:the |a |another |at least )*(?:(?:coming|next|first|further|additional|another|following) )?"
        rf"(?:(?:\d{{1,2}}|{_FEW}) ?(?:to|or|-) ?)?(?:{NUMBER} )"
        r"(?:further |more |additional )?(?P<unit>school year|academic year|financial year|day|week|fortnight|month|year|"
        r"decade)s?\b(?:'s? time| of (?:today|this statement|this letter|this announcement)| from (?:now|today)\b| hence\b)?"
        r"(?! of (?!today|this (?:statement|announcement|letter))| ago\b| old\b|-| (?:that|which|to) (?:follow|come)\b)",
        counted,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "period-coming",
        Grain.PERIOD,
        r"(?:the )?(?:coming|next) (?P<number>)(?P<unit>week|fortnight|month|year|decade)\b",
        counted,
        needs_day=True,
        flags=ANY_CASE,
    ),
)
"""Rules of what is counted from the day it is said, behind the rules of terms: `the next school year` is one."""
