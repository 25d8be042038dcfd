"""Numerals: the numbers of a sentence with their units and limits, in figures and words, English and Welsh; reads no dates."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import pairwise

from corpus.mutation import beginnings

_EN = dict(
    zip(
        "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty thirty forty fifty sixty seventy eighty ninety".split(),
        [0, *range(2, 20), *range(20, 100, 10)],
        strict=True,
    )
)
_ORDINALS = dict(
    zip(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        range(2, 13),
        strict=True,
    )
)
_CY = dict(
    zip(
        (
            "dau dwy tri tair pedwar pedair pump pum chwech chwe saith wyth naw deg deng deuddeg deuddeng pymtheg ugain "
            "cant mil"
        ).split(),
        [2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 9, 10, 10, 12, 12, 15, 20, 100, 1000],
        strict=True,
    )
)
_SCALES = {"hundred": 100, "thousand": 1000, "k": 1000, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
_SCALES |= {"mil": 1000, "miliwn": 10**6, "filiwn": 10**6, "biliwn": 10**9, "biliynau": 10**9}
_TIMES = {
    "twice": 2,
    "double": 2,
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "halved": -2,
    "halves": -2,
    "tripled": 3,
    "trebled": 3,
}
_TIMES |= {"dwywaith": 2, "ddwywaith": 2, "dyblu": 2, "dyblodd": 2, "tripled": 3, "teirgwaith": 3, "haneru": -2}
_UNITS = {
    "day": "day days diwrnod diwrnodau ddiwrnod niwrnod",
    "week": "week weeks wythnos wythnosau",
    "month": "month months mis misoedd fis",
    "term": "term terms tymor tymhorau",
    "year": "year years blwyddyn blynedd mlynedd flynedd oed",
    "hour": "hour hours awr oriau",
    "minute": "minute minutes munud munudau",
    "mile": "mile miles milltir filltir",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_QUALIFIERS = r"(?:consecutive |successive |full |further |more |other |olynol )?"
_KINDS_OF_DAY = {"school": "school", "working": "working", "calendar": "", "business": "working"}

_A_YEAR = 1000
_NUMBER = re.compile(
    r"(?P<money>[£€$]\s?)?(?<![\w.,])(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<ordinal>st|nd|rd|"
    r"th|af|ail|ydd|fed|eg|ed)?"
    r"(?:\s?(?P<scale>k|m|bn|hundred|thousand|million|billion|mil|miliwn|filiwn|biliwn)\b)?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?(?:%|per ?cent(?:age)?\b|y cant\b)(?P<points>[ -]points?\b| pwynt)?", re.IGNORECASE)
_BOUNDS = (
    ("ge", r"(?:at least|no fewer than|no less than|not less than|minimum(?: of)?|o leiaf)"),
    ("le", r"(?:up to|at most|no more than|not more than|not exceed(?:ing)?|maximum(?: of)?|hyd at|dim mwy na|ar y mwyaf)"),
    ("gt", r"(?:(?<!no )(?<!not )more than|over|above|exceed(?:s|ing)?|upwards of|(?<!dim )[mf]wy na|dros)"),
    ("lt", r"(?:less than|fewer than|under|below|llai na|lai na|o dan|dan)"),
    ("about", r"(?:about|around|nearly|almost|roughly|approximately|some|close to|tua|oddeutu|bron)"),
    ("within", r"(?:within|inside|o fewn)"),
    ("after", r"(?:after|ar ôl)"),
)
_BEFORE = tuple((bound, re.compile(rf"{words}\s(?:the |a |an |£)?$", re.IGNORECASE)) for bound, words in _BOUNDS)
_BEHIND = (
    ("ge", re.compile(r"\s(?:[\w%]+\s){0,2}?(?:or (?:more|over|above|older)|neu fwy|neu'n hŷn)\b", re.IGNORECASE)),
    ("le", re.compile(r"\s(?:[\w%]+\s){0,2}?(?:or (?:less|fewer|under|below|younger)|neu lai)\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number, with what it counts where that is money, a share or a time."""

    value: Decimal
    unit: str
    """`£`, `%`, `points`, `day`, `school day`, `times`, ... or empty."""
    bound: str
    """`ge`, `le`, `gt`, `lt`, `about`, `within`, `after`, or empty where it is exact."""
    start: int
    end: int


def numerals(text: str) -> list[Numeral]:
    """The numbers of a plain text, in order: `"at least £28m"` -> 28000000 £ ge."""
    figures = [one for match in _NUMBER.finditer(text) if (one := _in_figures(text, match))]
    words = [
        _in_words(text, match)
        for match in _words().finditer(text)
        if not any(one.start < match.end() and match.start() < one.end for one in figures)
    ]
    ordered = sorted([*figures, *words], key=lambda one: one.start)
    return [_of_several(text, one, ordered) for one in ordered]


def _of_several(text: str, one: Numeral, others: list[Numeral]) -> Numeral:
    """A number, marked where it is one end of "one school in five"."""
    for first, last in pairwise(others):
        joint = re.fullmatch(r" (?:[\w-]+ ){0,2}(?:in|out of) (?:every )?", text[first.end : last.start])
        if joint and one in (first, last) and first.value < last.value < _A_YEAR and not first.unit:
            return replace(one, unit="in")
    return one


def _in_figures(text: str, match: re.Match[str]) -> Numeral | None:
    try:
        value = Decimal(match["figure"].replace(",", ""))
    except InvalidOperation:
        return None
    if match["scale"]:
        value *= _SCALES[match["scale"].casefold()]
    return _with_unit(text, value, match.start(), match.end(), money=bool(match["money"]))


def _in_words(text: str, match: re.Match[str]) -> Numeral:
    said = match[0].casefold()
    if said in _TIMES:
        return Numeral(
            value=Decimal(_TIMES[said]),
            unit="times",
            bound=_bound(text, match.start(), match.end()),
            start=match.start(),
            end=match.end(),
        )
    value = Decimal(0)
    for word in re.split(r"[\s-]+", said):
        number = (
            _EN.get(word)
            or _ORDINALS.get(word)
            or _welsh().get(word)
            or (1 if word in {"one", "single", "first", "a", "an"} else None)
        )
        if number is not None:
            value += number
        elif word in _SCALES:
            value = (value or Decimal(1)) * _SCALES[word]
    return _with_unit(text, value, match.start(), match.end())


def _with_unit(text: str, value: Decimal, start: int, end: int, *, money: bool = False) -> Numeral:
    unit = "£" if money else ""
    percent = _PERCENT.match(text, end)
    if percent:
        unit, end = ("points" if percent["points"] else "%"), percent.end()
    elif not money:
        unit = _time_unit(text, end)
    return Numeral(value=value, unit=unit, bound=_bound(text, start, end), start=start, end=end)


def _time_unit(text: str, end: int) -> str:
    match = re.match(
        rf"[ -]{_QUALIFIERS}(?:(school|working|calendar|business|academic) )?(\w+)(?: (ysgol|gwaith))?", text[end : end + 48]
    )
    unit = _UNIT_OF.get(match[2].casefold()) if match else None
    if match is None or unit is None:
        return ""
    kind = _KINDS_OF_DAY.get((match[1] or "").casefold(), "") or {"ysgol": "school", "gwaith": "working"}.get(
        match[3] or "", ""
    )
    return f"{kind} {unit}" if kind and unit == "day" else unit


def _bound(text: str, start: int, end: int) -> str:
    before, behind = text[max(0, start - 28) : start], text[end : end + 40]
    found = next((bound for bound, words in _BEFORE if words.search(before)), "")
    return found or next((bound for bound, words in _BEHIND if words.match(behind)), "")


@lru_cache(maxsize=1)
def _welsh() -> dict[str, int]:
    """Welsh numerals as they begin after other words: `dau`, `ddau`."""
    return {spelling: number for word, number in _CY.items() for spelling in beginnings(word) if len(spelling) > 2}


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    small = sorted({*_EN, *_ORDINALS, *_welsh(), "single"}, key=len, reverse=True)
    number = (
        rf"(?:{'|'.join(small)}|(?<=within )an?(?= (?:day|week|month|year|term)\b)|one(?! (?:of|another|or|that|"
        rf"who)\b)(?<!\bno one))"
    )
    scale = "hundred|thousand|million|billion|miliwn|filiwn|biliwn"
    times = "|".join(_TIMES)
    return re.compile(
        rf"\b(?:{times}|(?:{number})(?:[ -](?:and )?(?:{number}|{scale}))*|a (?:hundred|thousand|"
        rf"million))\b(?!-old\b)(?![ -](?:thirds|quarters|fifths)\b)",
        re.IGNORECASE,
    )
