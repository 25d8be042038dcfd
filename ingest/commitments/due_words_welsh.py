"""Welsh words of time, one rule a kind (methods 5.4); does not look around them: `dues.py` does."""

import re
from functools import partial

from corpus.commitment import Grain, Operator
from ingest.commitments.due_days_welsh import (
    counted,
    day,
    elsewhere,
    feast,
    financial_year,
    month,
    near,
    near_day,
    near_term,
    nth_weekday,
    of_year,
    poll,
    quarter,
    school_year,
    season,
    senedd,
    term,
    unit_today,
    weekday,
    year_after,
)
from ingest.commitments.due_parts_welsh import MONTHS, NUMBERS, ORDINALS, UNITS, rule
from ingest.commitments.due_vague_welsh import VAGUE
from ingest.commitments.dues import Language
from ingest.commitments.feast_days import WELSH as FEASTS

_FEASTS = "|".join(sorted(FEASTS, key=len, reverse=True))
_CAPITAL = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
_MONTH = rf"(?:[mf]is )?(?P<month>{_CAPITAL})\b"
_YEAR = r"(?P<year>20\d\d)(?![\d/-])"
_DAY = r"(?P<day>[0-3]?\d)(?:af|ain|il|ydd|fed|eg|ed)?\b"
_SPELT = rf"(?:y |yr )?(?P<day>{'|'.join(sorted(ORDINALS, key=len, reverse=True))}) o"
_WEEKDAY = r"d?dydd (?P<weekday>Llun|Mawrth|Fawrth|Mercher|Fercher|Iau|Gwener|Wener|Sadwrn|Sul)"
_PART = (
    r"(?!d?dechrau y[nm] )(?P<part>(?:d|dd|n)?(?:diwedd|iwedd)|dechrau|ddechrau|nechrau|canol|ganol|nghanol|yn gynnar|"
    r"yn hwyr|hanner cyntaf|"
    r"ail hanner|wythnos gyntaf|ail wythnos|d?t?rydedd wythnos|wythnos olaf|d?diwrnod cyntaf|d?diwrnod olaf)(?: y| yn| ym|"
    r" yr|'r| o)? "
)
_SEASON = r"(?:y |yr |'r )?(?P<season>gwanwyn|wanwyn|ngwanwyn|haf|hydref|gaeaf|aeaf|ngaeaf)\b"
_THIS = r"(?: (?P<which>hwn|hon|yma|eleni|nesaf|newydd|presennol|i ddod|sydd i ddod)\b)"


_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)})"
_UNIT = rf"(?P<unit>{'|'.join(UNITS)})\b"
_RULES = (
    *VAGUE,  # `y flwyddyn newydd` is no year of its own
    rule("day", Grain.DAY, rf"{_DAY}(?: o)? {_MONTH},? {_YEAR}", day, flags=0),
    rule("day-short", Grain.DAY, rf"{_DAY}(?: o)? {_MONTH}(?!,? 20\d\d)", day, needs_day=True, flags=0),
    rule("day-spelt", Grain.DAY, rf"{_SPELT} {_MONTH}(?:,? {_YEAR})?", day, needs_day=True, flags=0),
    rule(
        "weekday-nth",
        Grain.DAY,
        rf"(?:yr? )?(?:(?P<before>ail|trydydd|pedwerydd) )?{_WEEKDAY}(?(before)| (?P<nth>cyntaf|olaf)) (?:ym|o|yn) {_MONTH}"
        rf"(?:,? {_YEAR})?",
        nth_weekday,
        needs_day=True,
        flags=0,
    ),
    rule("month", Grain.MONTH, rf"{_MONTH},? {_YEAR}", month, flags=0),
    rule(
        "month-short",
        Grain.MONTH,
        rf"(?:[mf]is (?P<month>{_CAPITAL})\b)(?:{_THIS})?(?!,? 20\d\d)",
        month,
        needs_day=True,
        flags=0,
    ),
    rule("part-month", Grain.PART_MONTH, rf"{_PART}{_MONTH},? {_YEAR}", month, flags=0),
    rule("part", Grain.PART_MONTH, rf"{_PART}{_MONTH}(?:{_THIS})?(?!,? 20\d\d)", month, needs_day=True, flags=0),
    rule("week", Grain.WEEK, rf"(?:yr )?wythnos{_THIS}", partial(near, "week"), needs_day=True),
    rule("month-near", Grain.MONTH, rf"(?:{_PART})?(?:y )?[mf]is{_THIS}", partial(near, "month"), needs_day=True),
    rule("season", Grain.SEASON, rf"(?:{_PART})?{_SEASON},? {_YEAR}", season, flags=0),
    rule("season-this", Grain.SEASON, rf"(?:{_PART})?{_SEASON}{_THIS}(?!,? 20\d\d)", season, needs_day=True, flags=0),
    rule(
        "season-year",
        Grain.SEASON,
        rf"(?:{_PART})?{_SEASON} y flwyddyn (?P<rel>nesaf)\b",
        season,
        needs_day=True,
    ),
    rule("season-near", Grain.SEASON, rf"(?:{_PART})?{_SEASON}(?:{_THIS})?(?!,? 20\d\d)", season, needs_day=True, flags=0),
    rule("term", Grain.TERM, rf"(?:{_PART})?(?:d|t|nh)ymor {_SEASON}(?:{_THIS})?(?:,? {_YEAR})?", term, needs_day=True),
    rule(
        "term-near",
        Grain.TERM,
        rf"(?:{_PART})?(?:y )?(?:d|t|nh)ymor(?: ysgol)?{_THIS}(?! y Senedd)",
        near_term,
        needs_day=True,
    ),
    rule(
        "school-year",
        Grain.SCHOOL_YEAR,
        rf"(?:{_PART})?(?:y )?(?:b|f|m)lwyddyn (?:academaidd|ysgol) "
        r"(?P<first>20\d\d) ?(?:/|-|i) ?(?P<second>(?:20)?\d\d)\b",
        school_year,
    ),
    rule(
        "school-year-near",
        Grain.SCHOOL_YEAR,
        rf"(?:{_PART})?(?:y )?(?:b|f|m)lwyddyn (?:academaidd|ysgol){_THIS}",
        partial(near, "school"),
        needs_day=True,
    ),
    rule(
        "financial-year",
        Grain.FINANCIAL_YEAR,
        r"(?:(?:y )?(?:b|f|m)lwyddyn ariannol )?(?P<first>20\d\d) ?(?:/|-|i) ?(?P<second>(?:20)?\d\d)\b",
        financial_year,
    ),
    rule(
        "financial-year-near",
        Grain.FINANCIAL_YEAR,
        rf"(?:{_PART})?(?:y )?(?:b|f|m)lwyddyn ariannol{_THIS}",
        partial(near, "financial"),
        needs_day=True,
    ),
    rule("part-year", Grain.PART_YEAR, rf"{_PART}{_YEAR}", of_year),
    rule("year", Grain.YEAR, rf"(?:y flwyddyn )?{_YEAR}", of_year),
    rule("year-near", Grain.YEAR, rf"(?:{_PART})?(?:y )?(?:b|f|m)lwyddyn{_THIS}", partial(near, "year"), needs_day=True),
    rule(
        "year-end",
        Grain.YEAR,
        rf"{_PART}flwyddyn\b(?: galendr)?(?! (?:academaidd|ysgol|ariannol|hon|nesaf|\d))",
        partial(near, "year"),
        needs_day=True,
    ),
    rule(
        "period-coming",
        Grain.PERIOD,
        r"(?:dros|yn ystod|yn) y (?:(?P<number>)(?P<unit>flwyddyn)) (?:nesaf|i ddod|sydd i ddod)\b|"
        r"dros y (?:(?P<number_>)(?P<unit_>mis|wythnos)) (?:nesaf|i ddod|sydd i ddod)\b",
        counted,
        needs_day=True,
    ),
    rule("year-this", Grain.YEAR, r"eleni\b", partial(near, "year"), needs_day=True),
    rule("term-end", Grain.TERM, rf"{_PART}tymor\b(?! (?:y|yr|hwn|nesaf|newydd|byr|hir)\b)", near_term, needs_day=True),
    rule(
        "month-end", Grain.MONTH, rf"{_PART}mis\b(?! (?:{_CAPITAL}|hwn|nesaf|hwnnw)\b)", partial(near, "month"), needs_day=True
    ),
    rule("poll", Grain.DAY, r"(?:yr )?etholiad(?: nesaf| y Senedd)?\b(?! (?:diwethaf|lleol))", poll, needs_day=True),
    rule("now", Grain.DAY, r"(?<=o )heddiw\b", near_day, needs_day=True),
    rule(
        "senedd-term",
        Grain.SENEDD_TERM,
        rf"(?:{_PART})?(?:d|t|nh)ymor(?: y)? Senedd{_THIS}|(?:{_PART.replace('part', 'part_a')})(?:d|t|"
        rf"nh)ymor(?: y)? Senedd\b|(?:{_PART.replace('part', 'part_')})?y Senedd hon",
        senedd,
        needs_day=True,
    ),
    rule(
        "elsewhere",
        Grain.PERIOD,
        rf"(?:(?<=o fewn )|(?<=ymhen ))(?:{_NUMBER} )?(?:{_UNIT})(?: waith)? (?:i(?! (?:heddiw|nawr)\b)|i'w|i'r|o'r|"
        rf"wedi|ar ôl|ers)\b"
        r"[\w' -]{1,60}",
        elsewhere,
    ),
    rule("month-today", Grain.DAY, rf"(?:{_NUMBER} )?{_UNIT} i (?:heddiw|nawr)\b", unit_today, needs_day=True),
    rule(
        "period",
        Grain.PERIOD,
        rf"(?:y |'r )?{_NUMBER} {_UNIT}(?: (?P<kind>ariannol|academaidd|ysgol))?(?: nesaf| arall| ychwanegol)?",
        counted,
        needs_day=True,
    ),
    rule(
        "period-one",
        Grain.PERIOD,
        r"(?:(?<=ymhen )|(?<=o fewn )|(?<=cyn pen ))(?P<number>)(?P<unit>blwyddyn|mis|wythnos|pythefnos|deufis|trimis|"
        r"hanner blwyddyn)\b",
        counted,
        needs_day=True,
    ),
    rule("feast", Grain.DAY, rf"(?:y )?(?P<feast>{_FEASTS})(?: {_YEAR})?\b", feast, needs_day=True),
    rule(
        "weekday",
        Grain.DAY,
        r"(?:d?dydd|nos) (?P<weekday>Llun|Mawrth|Fawrth|Mercher|Fercher|Iau|Gwener|Wener|Sadwrn|"
        r"Sul)\b(?: nesaf)?(?! (?:\d|cyntaf|olaf|y Pasg|o'r mis hwnnw))",
        weekday,
        needs_day=True,
    ),
    rule(
        "weekday-ahead",
        Grain.DAY,
        rf"(?P<ahead>wythnos|pythefnos|bythefnos) i (?:nos )?{_WEEKDAY}\b",
        weekday,
        needs_day=True,
    ),
    rule("tomorrow", Grain.DAY, r"yfory\b|y (?:prynhawn|bore) yma\b|heno\b", near_day, needs_day=True),
    rule("quarter", Grain.PART_YEAR, rf"(?:c|ch)warter (?P<quarter>cyntaf|olaf) {_YEAR}", quarter),
    rule("year-after", Grain.YEAR, r"y flwyddyn (?:ganlynol|wedyn|ddilynol)\b", year_after, needs_day=True),
)
_I = re.IGNORECASE
WELSH = Language(
    rules=_RULES,
    operators=(
        (
            Operator.BY,
            re.compile(
                r"\b(?:erbyn|cyn pen|cyn|ddim hwyrach na|dim hwyrach na|o fewn|ymhen|erbyn tua|mewn (?:da bryd|pryd) ar gyfer)"
                r"(?: y)? \Z",
                _I,
            ),
        ),
        (Operator.FROM, re.compile(r"\b(?:o|o'r|ers|ar ôl|gan ddechrau ym|gan ddechrau yn|gan ddechrau) \Z", _I)),
        (Operator.UNTIL, re.compile(r"\b(?:tan o leiaf|hyd at o leiaf|tan|hyd at|hyd nes|hyd|i) \Z", _I)),
        (
            Operator.ON,
            re.compile(
                r"\b(?:rhwng|ym|yn ystod|yn|sef|mewn|ar|dros|drwy gydol|tua|am|ddechrau|ar gyfer|yng|yn ystod y) \Z", _I
            ),
        ),
    ),
    not_behind=re.compile(r"\b(?:bob|pob) \Z", _I),
    not_before=re.compile(r" (?:diwethaf|ddiwethaf)\b"),
    hint=re.compile(
        r"\d|etholiad|heddiw|wythnos|pythefnos|bythefnos|mis\b|misoedd|fis\b|lwyddyn|lynedd|ymor|gwanwyn|wanwyn|haf\b|hydref|"
        r"gaeaf|"
        r"aeaf|yn fuan|bo hir|cyn hir|"
        r"maes o law|dyfodol|amser|nesaf|i ddod|"
        r"eleni|nadolig|pasg|dewi|dwynwen|calan|galan|groglith|mamau|yfory|yma\b|heno|unwaith|ddi-oed|oedi|fyrder|toriad|"
        r"gwyliau|"
        r"chwarter|ymhen|o fewn|"
        r"senedd|cam\b|cyfle|gynted|diwrnod|dydd|blynyddoedd|yn y man|" + _CAPITAL,
        _I,
    ),
    only_behind=frozenset({"year", "period", "season-near", "financial-year", "vague-recess"}),
    lasting=frozenset({"am", "ers", "ar", "hyd"}),
)
