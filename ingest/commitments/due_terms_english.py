"""English words for months, seasons, terms and years, one rule a kind (methods 5.4); does not work out which they name."""

from corpus.commitment import Grain
from ingest.commitments.due_parts_english import ANY_CASE, MONTH, NEAR, OF_YEAR, PART, WHICH, YEAR, rule
from ingest.commitments.due_spans_english import (
    bare_year,
    decade,
    financial_year,
    near_month,
    near_term,
    near_year,
    of_month,
    of_year,
    poll,
    quarter,
    school_year,
    season,
    senedd,
    term,
    turn_of_year,
    within,
    year_after,
)

_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b"
_SLASHED = r"(?P<first>20\d\d) ?(?:/|-|to) ?(?P<second>(?:20)?\d\d)\b"
_UNIT = r"(?P<unit>week|month|term|(?:school |academic |financial )?year)"
_OVER = r"(?:is|are) (?:out|over|up|through|done)\b|ends\b|closes\b|finishes\b|breaks up\b"
TERMS = (
    rule(
        "unit-out",
        Grain.PERIOD,
        rf"(?:(?<=within )the {_UNIT}\b(?! of)|(?:the |this |"
        rf"(?=term ))(?:school )?{_UNIT.replace('unit', 'over')} (?:{_OVER}))",
        within,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule("month", Grain.MONTH, rf"(?:the months? of )?{WHICH}{MONTH},?(?: of| in)? {YEAR}(?: {_OVER})?", of_month),
    rule(
        "month-short",
        Grain.MONTH,
        rf"(?:the months? of )?{WHICH}{MONTH}{OF_YEAR}(?!,? (?:of |in )?20\d\d)(?: {_OVER})?",
        of_month,
        needs_day=True,
    ),
    rule("part-month", Grain.PART_MONTH, rf"{PART}{WHICH}{MONTH},? {YEAR}", of_month, flags=ANY_CASE),
    rule("part", Grain.PART_MONTH, rf"{PART}{WHICH}{MONTH}{OF_YEAR}(?!,? 20\d\d)", of_month, needs_day=True),
    rule(
        "month-near",
        Grain.MONTH,
        rf"(?:{PART}|(?P<later>later ))?(?P<which>this|next|the following|the) (?:calendar )?month\b(?! of)",
        near_month,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule("season", Grain.SEASON, rf"(?:{PART})?{WHICH}{_SEASON}(?: of)?,? {YEAR}", season),
    rule(
        "season-near",
        Grain.SEASON,
        rf"(?:{PART})?(?:(?P<which>[Tt]his|[Nn]ext|[Tt]he|[Tt]he coming|[Tt]his coming|[Cc]oming|[Tt]hat) )?{_SEASON}{OF_YEAR}"
        r"(?!(?:,| of)? 20\d\d| (?:half[ -]?)?terms?\b| half| school| born| recess| break| holiday| reading| statement|"
        r" budget| fair| camp| programme| fuel| conference| uniform| sports| games| festival| exams?\b| examinations?|"
        r" series| sitting| results| menu| clothes| coat| statement| courses?| clubs?| timetable| floods?| storms?| concerts?|"
        r" visits?| newsletter| snow| intake| shows?| production| collection)"
        rf"(?: {_OVER})?",
        season,
        needs_day=True,
    ),
    rule(
        "term",
        Grain.TERM,
        rf"(?:{PART})?{WHICH}(?P<term>spring|summer|autumn) (?:school )?term\b(?:{OF_YEAR.removesuffix('?')}|,?(?: of|"
        rf" in)? (?:(?P<years>20\d\d[/-]\d\d)|{YEAR}))?",
        term,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "term-near",
        Grain.TERM,
        rf"(?:{PART})?(?:{NEAR})?(?:(?:school|academic) )?term\b(?!s| of| inal)",
        near_term,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "school-year",
        Grain.SCHOOL_YEAR,
        rf"(?:{PART})?(?:the )?{_SLASHED} (?:academic|school) year\b",
        school_year,
        flags=ANY_CASE,
    ),
    rule(
        "school-year-behind",
        Grain.SCHOOL_YEAR,
        rf"(?:{PART})?(?:the )?(?:academic|school) year(?: of)? {_SLASHED}",
        school_year,
        flags=ANY_CASE,
    ),
    rule(
        "school-year-near",
        Grain.SCHOOL_YEAR,
        rf"(?:{PART})?(?:{NEAR})?(?:academic|school) year\b(?! (?:of )?20\d\d)",
        school_year,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "financial-year",
        Grain.FINANCIAL_YEAR,
        rf"(?:{PART})?(?:the )?(?:(?:financial|budget) year(?: of)? )?{_SLASHED}"
        r"(?! (?:academic|school) year)(?! (?:budget|settlement|allocation|accounts|round|grant|report|plan|intake|cohort|data|"
        r"statistics|survey|census|figures|remit|season|programme)s?\b)(?: (?:financial|budget) year\b)?",
        bare_year,
        flags=ANY_CASE,
    ),
    rule(
        "financial-year-near",
        Grain.FINANCIAL_YEAR,
        rf"(?:{PART})?(?:{NEAR})?(?:financial|budget) year\b(?! (?:of )?20\d\d)",
        financial_year,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "quarter",
        Grain.PART_YEAR,
        r"(?:the (?P<quarter>first|second|third|fourth|final|last) quarter of |Q(?P<number>[1-4])(?: of)? )"
        rf"(?:(?:the )?(?:financial year )?{_SLASHED}|(?:the )?{YEAR}|(?P<which>this|next|the following|the coming) year\b)",
        quarter,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule("part-year", Grain.PART_YEAR, rf"{PART}(?:the (?:calendar )?year )?{YEAR}", of_year, flags=ANY_CASE),
    rule(
        "year",
        Grain.YEAR,
        rf"(?:the (?:calendar )?year |the (?=\d+ calendar ))?{YEAR}(?: calendar year\b)?(?! (?:to|and) 20)",
        of_year,
        flags=ANY_CASE,
    ),
    rule("decade", Grain.YEAR, rf"{PART}(?:the|this) decade\b", decade, needs_day=True, flags=ANY_CASE),
    rule("year-turn", Grain.DAY, r"the turn of the year\b", turn_of_year, needs_day=True, flags=ANY_CASE),
    rule(
        "year-after",
        Grain.YEAR,
        r"the (?:year after|following year)\b(?! next| (?:that|the|in which)\b)",
        year_after,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "year-near",
        Grain.YEAR,
        rf"(?:{PART}|(?P<later>later ))?(?P<which>this|next|the following|the) (?:calendar )?year\b(?!s| (?:group|of|20\d\d|"
        r"after))",
        near_year,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "senedd-term",
        Grain.SENEDD_TERM,
        rf"(?:{PART})?(?P<which>this|next|the current|the next|the|the present|the sixth|our) (?:Senedd(?: term)?|"
        r"Assembly(?: term)?|term of government|government term|administration|parliamentary term)\b(?! (?:on|in|that|by|for|"
        r"to|at|about|with|committee|again|breaks?|rises?|returns?|election|itself|was|has|have|and)\b|'s)"
        rf"(?: (?:{_OVER}|is dissolved\b|dissolves\b))?",
        senedd,
        needs_day=True,
        flags=ANY_CASE,
    ),
    rule(
        "poll",
        Grain.DAY,
        r"(?:the |next |the next |this |next year's |(?:the |next )?May(?:'s)? )(?:Senedd )?(?:election|"
        r"polling day)(?: (?:in|of) (?:(?:May )?" + YEAR + r"|May\b))?(?!\w)(?! (?:result|"
        r"campaign|manifesto|address|material))",
        poll,
        needs_day=True,
    ),
)
"""Rules of months and longer spans; the longest words win, and of two the first."""
