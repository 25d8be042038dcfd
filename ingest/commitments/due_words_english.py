"""English words of time, one rule a kind (methods 5.4); does not look around them: `dues.py` does."""

import re
from functools import partial

from corpus.commitment import Grain, Operator
from ingest.commitments.due_days_english import (
    counted,
    end_of_week,
    feast,
    financial_year,
    full_day,
    near_day,
    near_month,
    near_term,
    near_year,
    numbers_day,
    of_month,
    of_year,
    quarter,
    saint,
    school_year,
    season,
    senedd,
    short_day,
    term,
    today,
    vague,
    week,
    week_beginning,
    weekday,
)
from ingest.commitments.due_parts_english import NUMBERS
from ingest.commitments.dues import Language, Rule

# `may` is a verb and `march` a march: as a month they are written with a capital.
_MONTH = (
    r"(?P<month>January|Jan|February|Feb|March|April|May|June|July|August|Aug|September|Sept|October|Oct|November|Nov|"
    r"December|Dec)\b"
)
_YEAR = r"(?P<year>20\d\d)(?![\d/-])"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_PART = (
    r"(?:(?:the )?(?:very )?(?P<part>end|close|start|beginning|middle|early part|latter part|turn|first half|second half|"
    r"first week|last week|remainder|rest) of |(?P<adj>early|mid|late|later in|later this|early in|late in)[ -])"
)
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)})"
_WHICH = r"(?:(?P<which>this coming|this|the coming|coming|next|the following|following|last|the|that|each|every) )?"


def _rule(name: str, grain: Grain, pattern: str, read: object, *, needs_day: bool = False, flags: int = 0) -> Rule:
    return Rule(name, grain, re.compile(rf"(?<![\w/-]){pattern}", flags), read, needs_day)  # type: ignore[arg-type]


_I = re.IGNORECASE
_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b"
_NEXT = (
    r"(?:the (?=next|coming|following|new|current))?(?P<which>this|next|the following|the coming|coming|new|the|our|your|"
    r"current|that) "
)
_OF_YEAR = r"(?:,? (?:of )?(?P<rel>next|this|the following) year\b(?!'s))?"
_NAMED_DAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? \d| next| coming)"
_RULES = (
    _rule("day", Grain.DAY, rf"{_WEEKDAY}{_DAY} (?:of )?{_MONTH},? {_YEAR}", full_day),
    _rule("day-month-first", Grain.DAY, rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}", full_day),
    _rule("day-short", Grain.DAY, rf"{_WEEKDAY}{_DAY} (?:of )?{_MONTH}{_OF_YEAR}(?!,? 20\d\d)", short_day, needs_day=True),
    _rule("day-numbers", Grain.DAY, r"\d{1,2}/\d{1,2}/20\d\d\b", numbers_day),
    _rule("weekday-near", Grain.DAY, rf"(?:next|this|on) {_NAMED_DAY}", weekday, needs_day=True),
    _rule("weekday", Grain.DAY, _NAMED_DAY, weekday, needs_day=True),
    _rule(
        "week-beginning",
        Grain.WEEK,
        rf"(?:the )?week (?:beginning|commencing|starting|of) {_WEEKDAY}{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?",
        week_beginning,
        needs_day=True,
        flags=_I,
    ),
    _rule("now", Grain.DAY, r"(?:(?<=from )today\b|with immediate effect\b)", today, needs_day=True, flags=_I),
    _rule("month", Grain.MONTH, rf"(?:the month of )?{_WHICH}{_MONTH},?(?: of| in)? {_YEAR}", of_month),
    _rule("month-short", Grain.MONTH, rf"{_WHICH}{_MONTH}{_OF_YEAR}(?!,? (?:of |in )?20\d\d)", of_month, needs_day=True),
    _rule("part-month", Grain.PART_MONTH, rf"{_PART}{_WHICH}{_MONTH},? {_YEAR}", of_month, flags=_I),
    _rule("part", Grain.PART_MONTH, rf"{_PART}{_WHICH}{_MONTH}{_OF_YEAR}(?!,? 20\d\d)", of_month, needs_day=True),
    _rule("week", Grain.WEEK, r"(?P<later>later )?(?P<which>this|next|the following) week\b", week, needs_day=True, flags=_I),
    _rule(
        "month-near",
        Grain.MONTH,
        rf"(?:{_PART}|(?P<later>later ))?(?P<which>this|next|the following|the) (?:calendar )?month\b(?! of)",
        near_month,
        needs_day=True,
        flags=_I,
    ),
    _rule("season", Grain.SEASON, rf"(?:{_PART})?{_WHICH}{_SEASON}(?: of)?,? {_YEAR}", season),
    _rule(
        "season-near",
        Grain.SEASON,
        rf"(?:{_PART})?(?:(?P<which>[Tt]his|[Nn]ext|[Tt]he|[Tt]he coming|[Cc]oming|[Tt]hat) )?{_SEASON}{_OF_YEAR}"
        r"(?!(?:,| of)? 20\d\d| (?:half[ -]?)?terms?\b| half| school| born| recess| break| holiday| reading| statement|"
        r" budget| fair| camp| programme| fuel| conference| uniform| sports| games| festival| exams?\b| examinations?|"
        r" series| sitting| results| menu| clothes| coat| statement)",
        season,
        needs_day=True,
    ),
    _rule(
        "term",
        Grain.TERM,
        rf"(?:{_PART})?{_WHICH}(?P<term>spring|summer|autumn) (?:school )?term\b(?:,?(?: of|"
        rf" in)? (?:(?P<years>20\d\d[/-]\d\d)|{_YEAR}))?",
        term,
        needs_day=True,
        flags=_I,
    ),
    _rule(
        "term-near",
        Grain.TERM,
        rf"(?:{_PART})?(?:{_NEXT})?(?:(?:school|academic) )?term\b(?!s| of| inal)",
        near_term,
        needs_day=True,
        flags=_I,
    ),
    _rule(
        "school-year",
        Grain.SCHOOL_YEAR,
        rf"(?:{_PART})?(?:the )?(?P<first>20\d\d) ?(?:/|-|to) ?(?P<second>(?:20)?\d\d) (?:academic|school) year\b",
        school_year,
        flags=_I,
    ),
    _rule(
        "school-year-behind",
        Grain.SCHOOL_YEAR,
        rf"(?:{_PART})?(?:the )?(?:academic|school) year(?: of)? (?P<first>20\d\d) ?(?:/|-|to) ?(?P<second>(?:20)?\d\d)\b",
        school_year,
        flags=_I,
    ),
    _rule(
        "school-year-near",
        Grain.SCHOOL_YEAR,
        rf"(?:{_PART})?(?:{_NEXT})?(?:academic|school) year\b(?! (?:of )?20\d\d)",
        school_year,
        needs_day=True,
        flags=_I,
    ),
    _rule(
        "financial-year",
        Grain.FINANCIAL_YEAR,
        rf"(?:{_PART})?(?:the )?(?:(?:financial|budget) year(?: of)? )?(?P<first>20\d\d) ?(?:/|-|to) ?(?P<second>(?:20)?\d\d)\b"
        r"(?! (?:academic|school) year)(?: (?:financial|budget) year\b)?",
        financial_year,
        flags=_I,
    ),
    _rule(
        "financial-year-near",
        Grain.FINANCIAL_YEAR,
        rf"(?:{_PART})?(?:{_NEXT})?financial year\b(?! (?:of )?20\d\d)",
        financial_year,
        needs_day=True,
        flags=_I,
    ),
    _rule(
        "quarter",
        Grain.PART_YEAR,
        rf"the (?P<quarter>first|second|third|fourth|final|last) quarter of {_YEAR}",
        quarter,
        flags=_I,
    ),
    _rule("part-year", Grain.PART_YEAR, rf"{_PART}(?:the year )?{_YEAR}", of_year, flags=_I),
    _rule("year", Grain.YEAR, rf"(?:the (?:calendar )?year )?{_YEAR}(?! (?:to|and) 20)", of_year, flags=_I),
    _rule(
        "year-near",
        Grain.YEAR,
        rf"(?:{_PART}|(?P<later>later ))?(?P<which>this|next|the following|the) (?:calendar )?year\b(?!s| (?:group|of|20\d\d))",
        near_year,
        needs_day=True,
        flags=_I,
    ),
    _rule("vague-new-year", Grain.VAGUE, r"(?:early in )?(?:the )?[Nn]ew [Yy]ear\b(?!'s)", partial(vague, 60)),
    _rule("saint", Grain.DAY, rf"(?:St|Saint) David's Day(?:,? {_YEAR})?", saint, needs_day=True),
    _rule(
        "tomorrow",
        Grain.DAY,
        r"tomorrow\b|(?:later )?this (?:afternoon|evening|morning)\b|tonight\b|later today\b",
        near_day,
        needs_day=True,
        flags=_I,
    ),
    _rule(
        "week-end",
        Grain.DAY,
        r"(?:the )?end of (?P<which>this|the|next|the following) week\b",
        end_of_week,
        needs_day=True,
        flags=_I,
    ),
    _rule(
        "weekday-next",
        Grain.DAY,
        r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:next|coming)\b",
        weekday,
        needs_day=True,
    ),
    _rule(
        "senedd-term",
        Grain.SENEDD_TERM,
        rf"(?:{_PART})?(?P<which>this|next|the current|the|the present|the sixth|our) (?:Senedd(?: term)?|Assembly(?: term)?|"
        r"term of government|government term|administration|parliamentary term)\b(?! (?:on|in|that|by|for|to|at|about|with|"
        r"committee|again)\b|'s)",
        senedd,
        needs_day=True,
        flags=_I,
    ),
    _rule(
        "period",
        Grain.PERIOD,
        rf"(?:the |a |another )?(?:(?:coming|next|first|further|additional|another) )?(?:{_NUMBER} )(?:further |more |"
        r"additional )?(?P<unit>day|week|fortnight|month|year|decade)s?\b(?:'s? time| of (?:today|"
        r"this statement))?(?! of (?!today|this (?:statement|announcement|letter))| ago\b| old\b)",
        counted,
        needs_day=True,
        flags=_I,
    ),
    _rule(
        "period-coming",
        Grain.PERIOD,
        r"(?:the )?(?:coming|next) (?P<number>)(?P<unit>week|month|year|decade)\b",
        counted,
        needs_day=True,
        flags=_I,
    ),
    _rule(
        "feast",
        Grain.DAY,
        rf"(?P<feast>Christmas|Easter)(?: {_YEAR})?(?! (?:break|holiday|recess|term))",
        feast,
        needs_day=True,
    ),
    _rule(
        "vague-soon",
        Grain.VAGUE,
        r"(?:very |quite )?(?:shortly|soon)\b(?! (?:as|after|before|be followed))",
        partial(vague, 42),
        flags=_I,
    ),
    _rule(
        "vague-course",
        Grain.VAGUE,
        r"in due course\b|in time\b(?! for)|over time\b|at a later (?:date|stage)\b",
        partial(vague, 180),
        flags=_I,
    ),
    _rule(
        "vague-coming",
        Grain.VAGUE,
        r"(?:the )?(?:coming|next (?:few|couple of|several)|next) (?:days|weeks|months|period|years)\b|(?:the )?(?:near|"
        r"foreseeable) future\b|(?:the )?(?:coming|next) (?:weeks|days) (?:and|or) months\b|(?:the )?(?:medium|longer|long|"
        r"short) term\b(?!-)|the next (?:stage|phase)\b",
        partial(vague, 60),
        flags=_I,
    ),
    _rule(
        "vague-possible",
        Grain.VAGUE,
        r"as soon as (?:possible|we can|practicable|is practicable|reasonably practicable|I can|parliamentary time allows)\b|"
        r"at the earliest (?:possible )?(?:opportunity|convenience)\b|when (?:Senedd|parliamentary|"
        r"legislative) time allows\b|without delay\b|as quickly as possible\b",
        partial(vague, 60),
        flags=_I,
    ),
    _rule(
        "vague-recess",
        Grain.VAGUE,
        r"(?:the )?(?:spring |summer |autumn |Easter |Christmas |February |half[ -]term )?(?:recess|holidays?|break)\b|"
        r"(?:the )?(?:spring |summer |autumn |Easter |February )?half[ -]term\b",
        partial(vague, 60),
    ),
)
ENGLISH = Language(
    rules=_RULES,
    operators=(
        (
            Operator.BY,
            re.compile(r"\b(?:by|before|no later than|not later than|ahead of|within|in time for)(?: or before)? \Z", _I),
        ),
        (
            Operator.FROM,
            re.compile(
                r"\b(?:with effect from|starting from|starting in|beginning in|starting|beginning|as from|from|since|after) \Z",
                _I,
            ),
        ),
        (Operator.UNTIL, re.compile(r"\b(?:until|till|up to|up until|through to|through|to) \Z", _I)),
        (
            Operator.ON,
            re.compile(
                r"\b(?:between|in the course of|in|on|at|during|over|throughout|for|later in|towards|around|in or around|"
                r"of) \Z",
                _I,
            ),
        ),
    ),
    not_behind=re.compile(r"\b(?:each|every|most|last|previous|past|alternate) \Z", _I),
    not_before=re.compile(r"'s\b|s'(?= )|-[a-z]"),
    hint=re.compile(
        r"\d|(?-i:January|Jan|February|Feb|March|April|May|June|July|August|Aug|Sept|October|Oct|Nov|Dec|Christmas|Easter|"
        r"David)|day\b|week|month|year|term\b|spring|summer|autumn|winter|shortly|soon|in due course|time\b|later|coming|"
        r"future|stage\b|phase\b|possible|opportunity|convenience|delay|quickly|recess|holiday|break|immediate|tomorrow|"
        r"this (?:afternoon|evening|morning)|tonight|today|senedd|assembly|government|administration|decade|fortnight|quarter",
        _I,
    ),
    only_behind=frozenset({"year", "period", "vague-recess", "weekday", "financial-year"}),
    lasting=frozenset({"for", "of", "from", "after", "since", "on", "at", "throughout", "to", "until"}),
)
