"""When: the days, months, years, terms and lengths of time in a sentence, each in one form; does not tell which answers.

Two that make one stretch of time ("from 2019/20 to 2021/22") are found as the one that is asked for: its beginning, its end, or
the whole.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.mutation import any_of
from corpus.passage import Span
from ingest.days import days_in
from search_api.answering.short_found import Found

_MONTHS_EN = "January February March April May June July August September October November December".split()
_MONTHS_CY = "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split()
_MUTATED = {"Fawrth": 3, "Fai": 5, "Fehefin": 6, "Orffennaf": 7, "Fedi": 9, "Dachwedd": 11, "Ragfyr": 12}
MONTHS = {name: number for names in (_MONTHS_EN, _MONTHS_CY) for number, name in enumerate(names, start=1)} | _MUTATED
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:(?:19|20)\d\d|\((?:19|20)\d\d\))"
"""A year, or one in brackets, as a note of a day tells it: `5 May (2025)`."""
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th|af|ain|il|ydd|fed|eg|ed)?(?:\s+o)?\s+(?:{_MONTH})(?:,?\s+{_YEAR})?"
_NTH = (
    r"(?i:(?:the\s+)?(?:first|second|third|fourth|last)\s+(?:(?:working|school)\s+)?"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)?day|week)\s+(?:of|in)\s+)(?:{_MONTH})(?:,?\s+{_YEAR})?"
    rf"|(?i:(?:y\s+)?(?:(?:{any_of('dydd')})\s+(?:llun|mawrth|mercher|iau|gwener)|(?:{any_of('diwrnod wythnos')}))\s+"
    r"(?:cyntaf|gyntaf|olaf)\s+"
    rf"(?:o\s+|ym\s+)?(?:mis\s+)?)(?:{_MONTH})(?:\s+{_YEAR})?"
)
"""A day told by its place in a month: `the last Friday of January`."""
_TERM = r"(?:the\s+)?(?:start|end|beginning|middle)\s+of\s+(?:the\s+)?"
SEASON = r"(?i:(?:spring|summer|autumn|winter)(?:\s+term)?|(?:t|d|th|nh)ymor\s+(?:yr?\s+)?(?:hydref|gwanwyn|haf))"
_TITLED = r"(?<!\bAct\s)(?<!\bBill\s)(?<!\bMeasure\s)(?<!\bOrder\s)(?<!\bRegulations\s)(?<!\bConvention\s)(?<!\(Wales\)\s)"
"""A year that ends a law's name is no day."""
DAYS = re.compile(
    rf"\b(?:{_NTH}|{_DAY}|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d|(?:{_MONTH})\s+{_YEAR}"
    rf"|(?:{_TERM})?(?:{SEASON})(?:\s+of)?\s+{_YEAR}"
    rf"|(?:{_TERM})?(?:the\s+)?(?:(?:19|20)\d\d[/–-]\d\d(?:\d\d)?)(?:\s+(?:school|academic|financial)\s+year)?"
    rf"|(?<!\d/){_TITLED}(?:19|20)\d\d)(?!\w)"
)
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_WORDS_EN = (
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred".split()
)
NUMBERS = dict(zip(_WORDS_EN, (*range(1, 13), 15, 20, 30, 40, 50, 60, 100), strict=True)) | {
    "un": 1, "dau": 2, "ddau": 2, "dwy": 2, "ddwy": 2, "tri": 3, "dri": 3, "tair": 3, "dair": 3, "pedwar": 4, "bedwar": 4,
    "pedair": 4, "bedair": 4, "pump": 5, "bump": 5, "pum": 5, "bum": 5, "chwech": 6, "chwe": 6,
    "saith": 7, "wyth": 8, "naw": 9, "deg": 10, "half": 0.5, "hanner": 0.5,
}  # fmt: skip
"""Numbers written as words."""
NUMBER_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
_UNIT = r"(?:school\s+|working\s+|calendar\s+|consecutive\s+)?(?:minute|hour|day|week|month|term|year|session|half[- ]term)s?"
_UNIT_CY = (
    rf"(?:o\s+)?(?:{any_of('munud munudau awr oriau diwrnod diwrnodau dyddiau wythnos wythnosau mis misoedd tymor tymhorau')}|"
    rf"{any_of('blynedd blynyddoedd blwyddyn')})(?:\s+(?:ysgol|gwaith))?"
)
_LENGTHS = re.compile(
    rf"\b(?:(?:every|each|once\s+(?:a|every|each)|twice\s+(?:a|every|each)|per)\s+"
    rf"(?:(?:{NUMBER}|{NUMBER_WORD})\s+)?(?:{SEASON}|{_UNIT})"
    rf"|(?:{NUMBER}|{NUMBER_WORD})[\s-]+{_UNIT}|(?:{NUMBER}|{NUMBER_WORD})\s+{_UNIT_CY}"
    rf"|(?:bob|pob)\s+(?:(?:{NUMBER_WORD})\s+)?{_UNIT_CY}"
    rf"|(?<=\bfor )(?:a|an)\s+(?:whole\s+)?(?:minute|hour|day|week|month|term|year)\b"
    rf"|(?:{NUMBER}|{NUMBER_WORD})\s+times\s+(?:an?|each|every|per)\s+{_UNIT}"
    r"|annually|termly|yearly|monthly|weekly|once a year|twice a year|yn flynyddol)\b",
    re.IGNORECASE,
)
_NO_YEAR = re.compile(
    rf"\b(?i:in|by|of|until|since|from|before|after|around|about|during|each|every|mis|erbyn)\s+(?:the\s+)?(?P<at>{_MONTH})\b"
    rf"|\b\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?m\b|\b(?:{_TERM})?(?:(?:each|every|next|this|last|bob)\s+)?{SEASON}\b"
)
"""When, where no day or year is named: a month, a time of day, a term; else a length of time, as a limit is."""
_STRETCH = re.compile(r"\s*(?:(?P<to>to|until|till|i|hyd|tan|[–-])|(?P<and>and|ac?))\s*(?:the\s+|mis\s+)?")
_BETWEEN = re.compile(r"\b(?:between|rhwng)\s+(?:the\s+|mis\s+)?$", re.IGNORECASE)
_BEGINS = frozenset(
    "start starts starting started begin begins beginning began open opens opened opening launch launched "
    "dechrau dechreuodd dechreuir ddechrau ddechreuodd ddechreuir agor agorodd lansio lansiwyd".split()
)
_ENDS = frozenset(
    "end ends ending ended close closes closed closing finish finishes finished deadline expire expires expired until last "
    "ben gorffen gorffennodd orffen orffennodd cau caeodd gau gaeodd gaewyd caewyd".split()
)
"""Words of a question that ask for one end of a stretch of time."""


def find_when(text: str, named: frozenset[str]) -> Iterator[Found]:
    """Days and the like; terms and months without a year where there is none; else lengths of time.

    `named` are the words of the question, folded: they tell which end of a stretch is asked for.
    """
    for pattern in (DAYS, _NO_YEAR, _LENGTHS):
        spans = [Span(*match.span("at" if pattern is _NO_YEAR and match["at"] else 0)) for match in pattern.finditer(text)]
        yield from _stretched(text, spans, named) if pattern is DAYS else (_found(text, span) for span in spans)
        if spans:
            return


def find_lengths(text: str) -> Iterator[Found]:
    """How long, or how often."""
    for match in _LENGTHS.finditer(text):
        yield Found(Span(*match.span()), " ".join(match[0].split()).casefold())


def date_value(words: str) -> str:
    """A day as 2025-04-01, a month as 2025-04, a year as 2025; else the words themselves, folded."""
    days = days_in(words)
    if days:
        return days[0].isoformat()
    if re.match(_NTH, words):
        return " ".join(words.split()).casefold()
    month = re.search(rf"\b({_MONTH})\b", words)
    year = re.search(r"(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?", words)
    if month and year and not re.search(r"\d{1,2}\s", words[: month.start()]):
        return f"{year[0]}-{MONTHS[month[1]]:02d}"
    rest = " ".join(re.sub(r"[()]", "", words).split()).casefold()
    return year[0] if year and rest == year[0] else rest


def _found(text: str, span: Span) -> Found:
    return Found(span, date_value(text[span.start : span.end]))


def _stretched(text: str, spans: Sequence[Span], named: frozenset[str]) -> Iterator[Found]:
    """Days, of which two that make a stretch are one, or the end of it that is asked for."""
    begins, ends = named & _BEGINS, named & _ENDS
    rest = list(spans)
    while rest:
        first = rest.pop(0)
        if not rest or not _is_stretch(text, first, rest[0]):
            yield _found(text, first)
            continue
        last = rest.pop(0)
        if ends and not begins:
            yield _found(text, last)
        elif begins and not ends:
            yield _found(text, first)
        else:
            whole = Span(first.start, last.end)
            yield Found(whole, " ".join(text[whole.start : whole.end].split()).casefold())


def _is_stretch(text: str, first: Span, last: Span) -> bool:
    between = _STRETCH.fullmatch(text[first.end : last.start])
    return between is not None and (between["and"] is None or bool(_BETWEEN.search(text[: first.start])))
