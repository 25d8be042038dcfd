"""Short: the few words inside a quotation that answer a when, how much, how long or who, and their value in one form.

The word that ties them stays with them (`by 1 April 2025`, never `1 April 2025` alone). Does not choose the quotation.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus.bodies import bodies_named
from corpus.passage import Span
from index.words import terms
from ingest.days import days_in
from search_api.answering.answer import Short
from search_api.answering.candidates import Candidate
from search_api.question.kind import LONGEST, Kind
from search_api.question.persons import is_person

MOST_NAMES = 2
NEAR = 10
"""Characters away at which a word of the question counts half."""
_MONTHS_EN = "January February March April May June July August September October November December".split()
_MONTHS_CY = "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split()
_MUTATED = {"Fawrth": 3, "Fai": 5, "Fehefin": 6, "Orffennaf": 7, "Fedi": 9, "Dachwedd": 11, "Ragfyr": 12}
MONTHS = {name: number for names in (_MONTHS_EN, _MONTHS_CY) for number, name in enumerate(names, start=1)} | _MUTATED
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:(?:19|20)\d\d|\((?:19|20)\d\d\))"
"""A year, or one in brackets, as a note of a day tells it: `5 May (2025)`."""
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th|af|ain|il|ydd|fed|eg|ed)?(?:\s+o)?\s+(?:{_MONTH})(?:,?\s+{_YEAR})?"
_TERM = r"(?:the\s+)?(?:start|end|beginning|middle)\s+of\s+(?:the\s+)?"
_SEASON = r"(?i:(?:spring|summer|autumn|winter)(?:\s+term)?|(?:t|d|th|nh)ymor\s+(?:yr?\s+)?(?:hydref|gwanwyn|haf))"
_WHEN = re.compile(
    rf"\b(?:{_DAY}|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d|(?:{_MONTH})\s+{_YEAR}"
    rf"|(?:{_TERM})?(?:{_SEASON})(?:\s+of)?\s+{_YEAR}"
    rf"|(?:{_TERM})?(?:the\s+)?(?:(?:19|20)\d\d[/–-]\d\d(?:\d\d)?)(?:\s+(?:school|academic|financial)\s+year)?|(?:19|20)\d\d)(?!\w)"
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_WORDS_EN = (
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred".split()
)
_VALUES = dict(zip(_WORDS_EN, (*range(1, 13), 15, 20, 30, 40, 50, 60, 100), strict=True)) | {
    "un": 1, "dau": 2, "ddau": 2, "dwy": 2, "ddwy": 2, "tri": 3, "dri": 3, "tair": 3, "dair": 3, "pedwar": 4, "bedwar": 4,
    "pedair": 4, "bedair": 4, "pump": 5, "bump": 5, "pum": 5, "bum": 5, "chwech": 6, "chwe": 6,
    "saith": 7, "wyth": 8, "naw": 9, "deg": 10, "half": 0.5, "hanner": 0.5,
}  # fmt: skip
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_SHARE = rf"(?:{_NUMBER}|{_WORD})\s+in\s+(?:every\s+)?(?:{_NUMBER}|{_WORD})\b"
_SCALE = r"(?:\s*(?:million|billion|thousand|miliwn|filiwn|biliwn|m|bn|k)\b)?"
_SMALL = (
    "for|and|the|from|with|were|was|are|have|has|had|who|that|which|met|took|will|would|can|must|should|may|per|each|than|into|"
    "out|off|but|not|did|does|been|said|say|came|come|went|gave|given|got|made|a|yn|i|ar|gan|sy|sydd|oedd|neu"
)
"""Words after a number that it does not count."""
_HOW_MUCH = re.compile(
    rf"£\s?{_NUMBER}{_SCALE}(?:\s+(?:a|per|each)\s+\w+)?|\b{_NUMBER}\s?(?:%|per\s?cent\b|y\s?cant\b)"
    rf"|\b{_SHARE}|\b(?!one of\b|un o'r\b|(?-i:UN)\b)(?:{_NUMBER}{_SCALE}|(?:{_WORD})\b)"
    r"(?:\s+(?:full-time|whole-time|new|primary|secondary|local|(?:school|working)(?=\s+(?:day|week|hour|session|term|year))|o\b))?"
    rf"(?:\s+(?!(?:{_SMALL})\b)[a-zŵŷâêîôû’'-]{{3,}})?",
    re.IGNORECASE,
)
_UNIT = r"(?:school\s+|working\s+|calendar\s+|consecutive\s+)?(?:minute|hour|day|week|month|term|year|session|half[- ]term)s?"
_UNIT_CY = r"(?:munud|awr|oriau|diwrnod(?:\s+ysgol)?|wythnos|mis|tymor|blynedd|mlynedd|flynedd|blwyddyn)"
_HOW_LONG = re.compile(
    rf"\b(?:(?:every|each|once\s+(?:a|every|each)|twice\s+(?:a|every|each)|per)\s+(?:(?:{_NUMBER}|{_WORD})\s+)?(?:{_SEASON}|{_UNIT})"
    rf"|(?:{_NUMBER}|{_WORD})[\s-]+{_UNIT}|(?:{_NUMBER}|{_WORD})\s+{_UNIT_CY}|(?:bob|pob)\s+(?:(?:{_WORD})\s+)?{_UNIT_CY}"
    rf"|(?<=\bfor )(?:a|an)\s+(?:whole\s+)?(?:minute|hour|day|week|month|term|year)\b"
    rf"|(?:{_NUMBER}|{_WORD})\s+times\s+(?:an?|each|every|per)\s+{_UNIT}"
    r"|annually|termly|yearly|monthly|weekly|once a year|twice a year|yn flynyddol)\b",
    re.IGNORECASE,
)
_NO_YEAR = re.compile(
    rf"\b(?i:in|by|of|until|since|from|before|after|each|every|mis|erbyn)\s+(?P<at>{_MONTH})\b"
    rf"|\b\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?m\b|\b(?:{_TERM})?(?:(?:each|every|next|this|last|bob)\s+)?{_SEASON}\b"
)
"""When, where no day or year is named: a month, a time of day, a term; else a length of time, as a limit is."""
_TIE = re.compile(
    r"(?:\b(?:no later than|not later than|at the latest by|by the end of|before the end of|from the start of|at the end of|by|"
    r"from|until|till|before|after|on|since|in|during|between|within|up to|at least|at most|more than|less than|fewer than|"
    r"over|at|under|about|around|nearly|almost|approximately|a maximum of|a minimum of|no more than|"
    r"erbyn|o|hyd|tan|cyn|ar ôl|ar|ers|yn|rhwng|o fewn|hyd at|o leiaf|dim mwy na|mwy na|llai na|tua|bron|ym|yng)"
    r"\s+(?:(?:the|yr?|mis|\w+day|dydd\s+\w+)\s+)?)+$",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\w[\w’'-]*")
_NAME = re.compile(
    r"\b(?!(?:The|This|In|On|At|By|For|From|When|If|As|Our|All|Each|Every|Mae|Bydd|Yn|Yr?|Gan)\b)"
    r"(?:(?:Dr|Professor|Prof|Mrs|Mr|Ms|Sir|Dame|Lady|Lord)\.?\s+)?[A-ZŴŶ][\w’'-]+"
    r"(?:\s+(?:ap|ab|ferch|y|of|for|and|the|[A-ZŴŶ][\w’'-]+))*\s+[A-ZŴŶ][\w’'-]+\b"
)
_OFFICE = re.compile(
    r"\b(?:the\s+)?(?:Cabinet Secretary|Minister|Chief Executive|Chair(?:person)?|Director|Chief Inspector)\b"
    r"(?:\s+(?:(?:for|of|and|the)\s+)*[A-ZŴŶ][\w’'-]+)*"
)


_OF_MONEY = frozenset(
    "cost costs charge charged pay paid earn earns salary fee fees price spend spent budget cyflog gost".split()
)
_OF_BODIES = frozenset(
    "body bodies organisation organisations group board council councils authority authorities committee school schools union "
    "unions charity corff sefydliad grŵp bwrdd cyngor awdurdod ysgolion pwyllgor".split()
)
_WHICH = frozenset({"which", "what", "pa", "ba"})
"""Words of a question that asks for a body and not for a person."""


class _Found(NamedTuple):
    span: Span
    """In the quotation."""
    value: str


def short_of(kind: Kind, candidate: Candidate, told: Mapping[str, float], named: frozenset[str]) -> Short | None:
    """The words of a candidate that answer, nearest to the question's own; None for a kind that has no short answer.

    `told` is how much each term of the question tells, `named` the words of the question, folded: what they name themselves
    they cannot ask for.
    """
    find = _FINDERS.get(kind)
    if find is None:
        return None
    text = candidate.held.document.text[candidate.span.start : candidate.span.end][:LONGEST]
    found: Sequence[_Found] = [
        one
        for one in find(text, candidate.held.document.language)
        if not named.issuperset(_PLAIN.findall(one.value.casefold()))
    ]
    found = _fittest(kind, found, named)
    if not found:
        return None
    places = _places(text, told, candidate.held.document.language)
    best = max(found, key=lambda one: (_nearness(text, one.span, places), -one.span.start))
    tie = _TIE.search(text[: best.span.start]) if kind is not Kind.WHO else None
    start = tie.start() if tie else best.span.start
    span = Span(candidate.span.start + start, candidate.span.start + best.span.end)
    return Short(span=span, words=" ".join(text[start : best.span.end].split()), value=best.value)


def _fittest(kind: Kind, found: Sequence[_Found], named: frozenset[str]) -> Sequence[_Found]:
    """Those of the sort that is asked for, where there are any: a sum for a cost, a person for a "who" that names no body."""
    wanted = found
    if kind is Kind.HOW_MUCH and named & _OF_MONEY:
        wanted = [one for one in found if one.value.endswith("GBP")]
    elif kind is Kind.WHO and not (named & _OF_BODIES and named & _WHICH):
        wanted = [one for one in found if is_person(one.value)]
    return wanted or found


def names_many(kind: Kind, candidate: Candidate) -> bool:
    """Whether a sentence names so many for a "who" that setting one above it would mislead: `schools, councils and Estyn`."""
    found = _who(candidate.text[:LONGEST], candidate.held.document.language) if kind is Kind.WHO else ()
    return len({one.value.casefold() for one in found}) > MOST_NAMES


def words_of(question: str) -> frozenset[str]:
    """The words of a question, folded: what it names itself."""
    return frozenset(_PLAIN.findall(question.casefold()))


def _places(text: str, told: Mapping[str, float], language: str) -> list[tuple[int, float]]:
    """Where words of the question stand in a text, with how much each tells."""
    found = ((match.start(), terms(match[0], language)) for match in _PLAIN.finditer(text))
    return [(place, told[term]) for place, made in found for term in made if term in told]


def _nearness(text: str, span: Span, places: Sequence[tuple[int, float]]) -> float:
    """How near words are to those that were asked for: the nearer and the rarer they are the more, less across a comma."""
    near = 0.0
    for place, weight in places:
        if span.start <= place < span.end:
            near += weight  # `25 staff` where staff are asked about
            continue
        between = text[place : span.start] if place < span.start else text[span.end : place]
        near += weight / (1 + len(between) / NEAR + sum(between.count(mark) for mark in ",;:("))
    return near


def _when(text: str, _language: str) -> Iterator[_Found]:
    for pattern in (_WHEN, _NO_YEAR, _HOW_LONG):
        spans = [Span(*match.span("at" if pattern is _NO_YEAR and match["at"] else 0)) for match in pattern.finditer(text)]
        yield from (_Found(span, date_value(text[span.start : span.end])) for span in spans)
        if spans:
            return


def date_value(words: str) -> str:
    """A day as 2025-04-01, a month as 2025-04, a year as 2025; else the words themselves, folded."""
    days = days_in(words)
    if days:
        return days[0].isoformat()
    month = re.search(rf"\b({_MONTH})\b", words)
    year = re.search(r"(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?", words)
    if month and year and not re.search(r"\d{1,2}\s", words[: month.start()]):
        return f"{year[0]}-{MONTHS[month[1]]:02d}"
    rest = " ".join(re.sub(r"[()]", "", words).split()).casefold()
    return year[0] if year and rest == year[0] else rest


def _how_much(text: str, _language: str) -> Iterator[_Found]:
    days = [day.span() for day in _WHEN.finditer(text)]
    for match in _HOW_MUCH.finditer(text):
        words = match[0]
        dated = any(start <= match.start() < end for start, end in days)
        if not dated or words.startswith("£"):
            yield _Found(Span(*match.span()), amount_value(words))


def amount_value(words: str) -> str:
    """A sum as `28000000 GBP`, a share as `10 %`, a number with its unit as `25 staff`."""
    number = re.search(_NUMBER, words)
    word = re.search(rf"\b({_WORD})\b", words, re.IGNORECASE)
    if (number is None and word is None) or re.fullmatch(_SHARE, words, re.IGNORECASE):
        return words.casefold()
    value = float(number[0].replace(",", "")) if number else float(_VALUES[word[1].casefold()] if word else 0)
    scale = re.search(r"(?<![a-z])(million|billion|thousand|miliwn|filiwn|biliwn|m|bn|k)\b", words, re.IGNORECASE)
    factors = {"million": 1e6, "miliwn": 1e6, "filiwn": 1e6, "m": 1e6, "billion": 1e9, "biliwn": 1e9, "bn": 1e9}
    factors |= {"thousand": 1e3, "k": 1e3}
    value *= factors[scale[1].casefold()] if scale else 1
    written = f"{value:.10g}"
    if "£" in words:
        return f"{value:.0f} GBP" if value == int(value) else f"{value:.2f} GBP"
    if re.search(r"%|per\s?cent|y\s?cant", words, re.IGNORECASE):
        return f"{written} %"
    unit = re.search(r"([^\W\d_][\w’'-]*)$", words)
    return f"{written} {unit[1].casefold()}" if unit and unit[1].casefold() not in _VALUES and not scale else written


def _how_long(text: str, _language: str) -> Iterator[_Found]:
    for match in _HOW_LONG.finditer(text):
        yield _Found(Span(*match.span()), " ".join(match[0].split()).casefold())


def _who(text: str, language: str) -> Iterator[_Found]:
    taken: list[Span] = []
    for pattern in (_NAME, _OFFICE):
        for match in pattern.finditer(text):
            words = re.sub(r"[’']s?$", "", match[0])
            name = words.partition(" of ")[0]  # `Dr Mair Pendry of the University of the Marches`
            span = Span(match.start(), match.start() + len(name if is_person(name) else words))
            if not any(span.start < other.end and other.start < span.end for other in taken):
                taken.append(span)
                yield _Found(span, " ".join(text[span.start : span.end].split()))
    for one in bodies_named(text, language):
        if not any(one.span.start < other.end and other.start < one.span.end for other in taken):
            yield _Found(one.span, " ".join(text[one.span.start : one.span.end].split()))


_FINDERS: dict[Kind, Callable[[str, str], Iterator[_Found]]] = {
    Kind.WHEN: _when,
    Kind.HOW_MUCH: _how_much,
    Kind.HOW_LONG: _how_long,
    Kind.WHO: _who,
}

TYPED = frozenset(_FINDERS)
"""Kinds that have a short answer."""
