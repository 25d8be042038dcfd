"""Welsh words of time, one rule a kind (methods 5.4); does not look around them: `dues.py` does."""

import re
from datetime import date
from functools import partial
from re import Match

from corpus.commitment import Grain, Operator
from ingest.commitments import calendar_days as calendar
from ingest.commitments.calendar_days import Days
from ingest.commitments.dues import Language, Rule, Vague
from ingest.days import days_in

_MONTHS = {
    name: (number, names.split()[0])
    for number, names in enumerate(
        (
            "ionawr",
            "chwefror",
            "mawrth fawrth",
            "ebrill",
            "mai fai",
            "mehefin fehefin",
            "gorffennaf orffennaf ngorffennaf",
            "awst",
            "medi fedi",
            "hydref",
            "tachwedd dachwedd nhachwedd",
            "rhagfyr ragfyr",
        ),
        start=1,
    )
    for name in names.split()
}
_CAPITAL = "|".join(sorted((name.capitalize() for name in _MONTHS), key=len, reverse=True))
_MONTH = rf"(?:[mf]is )?(?P<month>{_CAPITAL})\b"
_YEAR = r"(?P<year>20\d\d)(?![\d/-])"
_DAY = r"(?P<day>[0-3]?\d)(?:af|ain|il|ydd|fed|eg|ed)?\b"
_PART = (
    r"(?P<part>(?:d|dd|n)?(?:diwedd|iwedd)|dechrau|ddechrau|nechrau|canol|ganol|nghanol|yn gynnar|yn hwyr|hanner cyntaf|"
    r"ail hanner)(?: y| yn| ym| yr|'r)? "
)
_PARTS = {
    "dechrau": "start",
    "ddechrau": "start",
    "nechrau": "start",
    "yn gynnar": "start",
    "canol": "middle",
    "ganol": "middle",
    "nghanol": "middle",
    "hanner cyntaf": "first half",
    "ail hanner": "second half",
}
_SEASONS = {
    "gwanwyn": "spring",
    "wanwyn": "spring",
    "haf": "summer",
    "hydref": "autumn",
    "gaeaf": "winter",
    "aeaf": "winter",
}
_SEASON = r"(?:y |yr |'r )?(?P<season>gwanwyn|wanwyn|haf|hydref|gaeaf|aeaf)\b"
_THIS = r"(?: (?P<which>hwn|hon|yma|eleni|nesaf|newydd|presennol|i ddod|sydd i ddod))"
_NUMBERS = {
    "un": 1,
    "dau": 2,
    "ddau": 2,
    "dwy": 2,
    "ddwy": 2,
    "tri": 3,
    "dri": 3,
    "tair": 3,
    "dair": 3,
    "pedwar": 4,
    "bedwar": 4,
    "pedair": 4,
    "bedair": 4,
    "pum": 5,
    "bum": 5,
    "chwe": 6,
    "saith": 7,
    "wyth": 8,
    "naw": 9,
    "deg": 10,
    "ddeg": 10,
    "deuddeg": 12,
    "ddeuddeg": 12,
}
_UNITS = {
    "diwrnod": "day",
    "ddiwrnod": "day",
    "dydd": "day",
    "wythnos": "week",
    "wythnosau": "week",
    "mis": "month",
    "fis": "month",
    "misoedd": "month",
    "blynedd": "year",
    "mlynedd": "year",
    "flynedd": "year",
    "blwyddyn": "year",
    "flwyddyn": "year",
}


def _part(match: Match[str]) -> str:
    found = match.groupdict().get("part")
    return _PARTS.get(found.lower(), "end") if found else ""


def _which(match: Match[str]) -> str:
    return (match.groupdict().get("which") or "").lower()


def _is_next(match: Match[str]) -> bool:
    return _which(match) in {"nesaf", "newydd", "i ddod", "sydd i ddod"}


def _year(match: Match[str]) -> int | None:
    found = match.groupdict().get("year")
    return int(found) if found else None


def _day(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    number, name = _MONTHS[match["month"].lower()]
    year = _year(match)
    if year is None:
        if made_on is None:
            return None
        key, mine = (number, int(match["day"])), (made_on.month, made_on.day)
        year = made_on.year + int(not past and key < mine) - int(past and key > mine)
    days = days_in(f"{int(match['day'])} {name} {year}")
    return calendar.one(days[0]) if len(days) == 1 else None


def _month(match: Match[str], made_on: date | None, past: bool) -> Days | None:
    number, _ = _MONTHS[match["month"].lower()]
    year = _year(match)
    if year is None:
        if made_on is None:
            return None
        year = calendar.last_month(number, made_on) if past else calendar.next_month(number, made_on)
    return calendar.month(year, number, _part(match))


def _near(unit: str, match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    if made_on is None:
        return None
    ahead = int(_is_next(match))
    if unit == "week":
        return calendar.week(made_on, ahead=ahead)
    if unit == "month":
        day = calendar.later(made_on.replace(day=1), months=ahead)
        return calendar.month(day.year, day.month, _part(match))
    if unit == "school":
        found = calendar.school_year(calendar.school_year_of(made_on) + ahead)
        return calendar.month(found.last.year, 8) if _part(match) == "end" else found
    if unit == "financial":
        found = calendar.financial_year(calendar.financial_year_of(made_on) + ahead)
        return calendar.month(found.last.year, 3) if _part(match) == "end" else found
    return calendar.calendar_year(made_on.year + ahead, _part(match))


def _season(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    name, year = _SEASONS[match["season"].lower()], _year(match)
    if year is None:
        if made_on is None:
            return None
        year = calendar.next_season(name, made_on)
        year += int(_which(match) == "nesaf" and calendar.season(year, name).first <= made_on)
    return calendar.season(year, name, _part(match))


def _term(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    name, year = _SEASONS[match["season"].lower()], _year(match)
    if name == "winter":
        return None
    if year is None:
        if made_on is None:
            return None
        year = calendar.next_term(name, made_on)
        year += int(_which(match) == "nesaf" and calendar.term(year, name).first <= made_on)
    return calendar.term(year, name, _part(match))


def _near_term(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    if made_on is None:
        return None
    found = calendar.term_of(made_on)
    if _is_next(match) and calendar.term(*found).first <= made_on:
        found = calendar.term_after(*found)
    return calendar.term(*found, _part(match))


def _slashed(match: Match[str]) -> int | None:
    first, second = int(match["first"]), match["second"]
    return first if int(str(first)[: 4 - len(second)] + second) == first + 1 else None


def _school_year(match: Match[str], _made_on: date | None, _past: bool) -> Days | None:
    year = _slashed(match)
    return calendar.school_year(year) if year else None


def _financial_year(match: Match[str], _made_on: date | None, _past: bool) -> Days | None:
    year = _slashed(match)
    return calendar.financial_year(year) if year else None


def _of_year(match: Match[str], _made_on: date | None, _past: bool) -> Days:
    return calendar.calendar_year(int(match["year"]), _part(match))


def _senedd(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    return calendar.senedd_term(made_on, ahead=int(_is_next(match))) if made_on else None


def _counted(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    if made_on is None:
        return None
    written = (match["number"] or "un").lower()
    number = int(written) if written.isdigit() else _NUMBERS[written]
    unit = _UNITS[match["unit"].lower()]
    days = {"week": 7, "day": 1}.get(unit, 0) * number
    months = {"month": 1, "year": 12}.get(unit, 0) * number
    return Days(made_on, calendar.later(made_on, months=months, days=days))


def _feast(match: Match[str], made_on: date | None, _past: bool) -> Days | None:
    for year in (_year(match),) if _year(match) else (made_on.year, made_on.year + 1) if made_on else ():
        day = date(year or 0, 12, 25) if match["feast"] == "Nadolig" else calendar.easter(year or 0)
        if made_on is None or day >= made_on:
            return calendar.one(day)
    return None


def _vague(days: int, _match: Match[str], _made_on: date | None, _past: bool) -> Vague:
    return Vague(days)


def _rule(name: str, grain: Grain, pattern: str, read: object, *, needs_day: bool = False, flags: int = re.IGNORECASE) -> Rule:
    return Rule(name, grain, re.compile(rf"(?<![\w/-]){pattern}", flags), read, needs_day)  # type: ignore[arg-type]


_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_UNIT = rf"(?P<unit>{'|'.join(_UNITS)})\b"
_RULES = (
    _rule("day", Grain.DAY, rf"{_DAY}(?: o)? {_MONTH},? {_YEAR}", _day, flags=0),
    _rule("day-short", Grain.DAY, rf"{_DAY}(?: o)? {_MONTH}(?!,? 20\d\d)", _day, needs_day=True, flags=0),
    _rule("month", Grain.MONTH, rf"{_MONTH},? {_YEAR}", _month, flags=0),
    _rule(
        "month-short",
        Grain.MONTH,
        rf"(?:[mf]is (?P<month>{_CAPITAL})\b)(?:{_THIS})?(?!,? 20\d\d)",
        _month,
        needs_day=True,
        flags=0,
    ),
    _rule("part-month", Grain.PART_MONTH, rf"{_PART}{_MONTH},? {_YEAR}", _month, flags=0),
    _rule("part", Grain.PART_MONTH, rf"{_PART}{_MONTH}(?:{_THIS})?(?!,? 20\d\d)", _month, needs_day=True, flags=0),
    _rule("week", Grain.WEEK, rf"yr wythnos{_THIS}", partial(_near, "week"), needs_day=True),
    _rule("month-near", Grain.MONTH, rf"(?:{_PART})?(?:y )?mis{_THIS}", partial(_near, "month"), needs_day=True),
    _rule("season", Grain.SEASON, rf"(?:{_PART})?{_SEASON},? {_YEAR}", _season, flags=0),
    _rule("season-near", Grain.SEASON, rf"(?:{_PART})?{_SEASON}(?:{_THIS})?(?!,? 20\d\d)", _season, needs_day=True, flags=0),
    _rule("term", Grain.TERM, rf"(?:{_PART})?(?:d|t|nh)ymor {_SEASON}(?:{_THIS})?(?:,? {_YEAR})?", _term, needs_day=True),
    _rule(
        "term-near",
        Grain.TERM,
        rf"(?:{_PART})?(?:y )?(?:d|t|nh)ymor(?: ysgol)?{_THIS}(?! y Senedd)",
        _near_term,
        needs_day=True,
    ),
    _rule(
        "school-year",
        Grain.SCHOOL_YEAR,
        r"(?:y )?(?:b|f|m)lwyddyn (?:academaidd|ysgol) (?P<first>20\d\d) ?(?:/|-|i) ?(?P<second>(?:20)?\d\d)\b",
        _school_year,
    ),
    _rule(
        "school-year-near",
        Grain.SCHOOL_YEAR,
        rf"(?:{_PART})?(?:y )?(?:b|f|m)lwyddyn (?:academaidd|ysgol){_THIS}",
        partial(_near, "school"),
        needs_day=True,
    ),
    _rule(
        "financial-year",
        Grain.FINANCIAL_YEAR,
        r"(?:(?:y )?(?:b|f|m)lwyddyn ariannol )?(?P<first>20\d\d) ?(?:/|-|i) ?(?P<second>(?:20)?\d\d)\b",
        _financial_year,
    ),
    _rule(
        "financial-year-near",
        Grain.FINANCIAL_YEAR,
        rf"(?:{_PART})?(?:y )?(?:b|f|m)lwyddyn ariannol{_THIS}",
        partial(_near, "financial"),
        needs_day=True,
    ),
    _rule("part-year", Grain.PART_YEAR, rf"{_PART}{_YEAR}", _of_year),
    _rule("year", Grain.YEAR, rf"(?:y flwyddyn )?{_YEAR}", _of_year),
    _rule("year-near", Grain.YEAR, rf"(?:{_PART})?(?:y )?(?:b|f|m)lwyddyn{_THIS}", partial(_near, "year"), needs_day=True),
    _rule(
        "year-end",
        Grain.YEAR,
        rf"{_PART}flwyddyn\b(?! (?:academaidd|ysgol|ariannol|hon|nesaf))",
        partial(_near, "year"),
        needs_day=True,
    ),
    _rule(
        "period-coming",
        Grain.PERIOD,
        r"(?:dros|yn ystod|yn) y (?:(?P<number>)(?P<unit>flwyddyn|mis|wythnos)) (?:nesaf|i ddod|sydd i ddod)\b",
        _counted,
        needs_day=True,
    ),
    _rule("year-this", Grain.YEAR, r"eleni\b", partial(_near, "year"), needs_day=True),
    _rule(
        "senedd-term",
        Grain.SENEDD_TERM,
        rf"(?:{_PART})?(?:d|t|nh)ymor(?: y)? Senedd{_THIS}|(?:{_PART.replace('part', 'part_a')})(?:d|t|"
        rf"nh)ymor(?: y)? Senedd\b|(?:{_PART.replace('part', 'part_')})?y Senedd hon",
        _senedd,
        needs_day=True,
    ),
    _rule("period", Grain.PERIOD, rf"(?:y |'r )?{_NUMBER} {_UNIT}(?: nesaf)?", _counted, needs_day=True),
    _rule("feast", Grain.DAY, rf"(?:y )?(?P<feast>Nadolig|Pasg)(?: {_YEAR})?", _feast, needs_day=True, flags=0),
    _rule("vague-soon", Grain.VAGUE, r"cyn bo hir\b|cyn hir\b|yn fuan\b|yn y man\b", partial(_vague, 42)),
    _rule("vague-course", Grain.VAGUE, r"maes o law\b|yn y dyfodol\b|ymhen amser\b|dros amser\b", partial(_vague, 180)),
    _rule(
        "vague-coming",
        Grain.VAGUE,
        r"(?:y |'r )?(?:misoedd|wythnosau|dyddiau|blynyddoedd)(?: ac?'r (?:misoedd|wythnosau))? (?:nesaf|i ddod|"
        r"sydd i ddod)\b|(?:y )?dyfodol agos\b|(?:y )?cam nesaf\b|(?:y )?tymor (?:byr|canolig|hwy|hir)\b",
        partial(_vague, 60),
    ),
    _rule(
        "vague-possible",
        Grain.VAGUE,
        r"cyn gynted (?:â|ag) (?:phosibl|phosib|y bo modd|bo modd|y gallwn|y gallaf)\b|pan fydd amser (?:deddfwriaethol|"
        r"seneddol)\b|ar y cyfle cyntaf\b",
        partial(_vague, 60),
    ),
)
_I = re.IGNORECASE
WELSH = Language(
    rules=_RULES,
    operators=(
        (Operator.BY, re.compile(r"\b(?:erbyn|cyn|ddim hwyrach na|dim hwyrach na|o fewn|ymhen)(?: y)? \Z", _I)),
        (Operator.FROM, re.compile(r"\b(?:o|ers|ar ôl|gan ddechrau ym|gan ddechrau yn|gan ddechrau) \Z", _I)),
        (Operator.UNTIL, re.compile(r"\b(?:tan|hyd at|hyd nes|hyd|i) \Z", _I)),
        (
            Operator.ON,
            re.compile(r"\b(?:rhwng|ym|yn ystod|yn|ar|dros|drwy gydol|tua|am|ddechrau|ar gyfer|yng|yn ystod y) \Z", _I),
        ),
    ),
    hint=re.compile(
        r"\d|wythnos|mis\b|misoedd|fis\b|lwyddyn|lynedd|ymor|gwanwyn|wanwyn|haf\b|hydref|gaeaf|aeaf|yn fuan|bo hir|cyn hir|"
        r"maes o law|dyfodol|amser|nesaf|i ddod|"
        r"eleni|nadolig|pasg|senedd|cam\b|cyfle|gynted|diwrnod|dydd|blynyddoedd|yn y man|" + _CAPITAL,
        _I,
    ),
    only_behind=frozenset({"year", "period", "season-near"}),
    lasting=frozenset({"am", "ers", "ar", "hyd"}),
)
