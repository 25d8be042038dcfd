"""Short answers in one form, so that `By 1 April 2025` and `2025-04-01` are the same answer; does not find them in a text.

A day, a month, a sum, a share, a number with what it counts, or a name; both what is shown and what is wanted are read alike.
"""

import re
from functools import lru_cache

from dateparser.date import DateDataParser

from evals.gold.match import fold
from evals.systems.response import ShortAnswer

_TIES = re.compile(r"^(?:by|on|from|in|at|the|an?|within|erbyn|ar|o|ym|yn|yng|mis|yr?|o fewn)\s+")
_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ORDINAL = re.compile(r"(?<=\d)(?:af|ain|il|ydd|fed|eg|ed)\b")
_SCALES = {"k": 10**3, "thousand": 10**3, "mil": 10**3, "m": 10**6, "million": 10**6, "miliwn": 10**6, "bn": 10**9} | {
    "billion": 10**9,
    "biliwn": 10**9,
}
_NUMBER = re.compile(rf"(£)?\s*(\d+(?:\.\d+)?)\s*({'|'.join(sorted(_SCALES, key=len, reverse=True))})?\b\s*(.*)")
_POUNDS = re.compile(r"^(?:gbp|pounds?|punnoedd|o bunnoedd|bunnau)\b\s*")
_BARE = re.compile(r"(?:^|\s)\d+(?:\.\d+)?$")
_MEASURED = re.compile(r"(?:GBP|%)$")
_PER_CENT = re.compile(r"^(?:%|per ?cent|y cant|percentage)")
_WORDS = {
    word: str(number)
    for number, words in enumerate(
        (
            "zero dim",
            "one un",
            "two dau dwy",
            "three tri tair",
            "four pedwar pedair",
            "five pump pum",
            "six chwech chwe",
            "seven saith",
            "eight wyth",
            "nine naw",
            "ten deg",
            "eleven",
            "twelve deuddeg",
            "thirteen",
            "fourteen",
            "fifteen pymtheg",
            "sixteen",
            "seventeen",
            "eighteen deunaw",
            "nineteen",
            "twenty ugain",
        )
    )
    for word in words.split()
}
_TITLES = re.compile(r"^(?:(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame)\b\.?\s+)+|(?:,?\s+(?:ms|as|mp|cbe|obe|mbe))+$")


def says(shown: ShortAnswer, wanted: tuple[str, ...]) -> bool:
    """Whether a short answer is one of the ways to write the right one; a number that is wanted bare may say what it counts."""
    forms = {one_form(text) for text in wanted} - {""}
    given = {one_form(shown.value), one_form(shown.words)}
    bare = tuple(f"{form} " for form in forms if _BARE.search(form))
    return not forms.isdisjoint(given) or any(form.startswith(bare) and not _MEASURED.search(form) for form in given)


def one_form(text: str) -> str:
    """A short answer in one form: `"By 1 April 2025"` -> 2025-04-01, `"£28m"` -> 28000000 GBP, `"ten days"` -> 10 day."""
    plain = _untied(fold(text).strip(" .,;:!?\"'()"))
    return _day(plain) or _quantity(plain) or _name(plain)


def _untied(plain: str) -> str:
    while match := _TIES.match(plain):
        plain = plain[match.end() :]
    return plain


def _day(plain: str) -> str:
    if _ISO.fullmatch(plain):
        return plain
    if not _YEAR.search(plain):
        return ""
    for language in ("en", "cy"):
        found = _days(language).get_date_data(_ORDINAL.sub("", plain))
        if found and found.date_obj and found.period in ("day", "month"):
            return str(found.date_obj.date().isoformat())[: 10 if found.period == "day" else 7]
    return ""


@lru_cache(maxsize=2)
def _days(language: str) -> DateDataParser:
    return DateDataParser(
        languages=[language],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_LOCALE_DATE_ORDER": False,
            "REQUIRE_PARTS": ["month", "year"],
            "PARSERS": ["absolute-time"],  # never "yesterday", never a time stamp of digits
            "TIMEZONE": "UTC",  # else the machine's own zone is looked up
        },
    )


def _quantity(plain: str) -> str:
    first, _, rest = plain.partition(" ")
    match = _NUMBER.fullmatch(f"{_WORDS[first]} {rest}".strip() if first in _WORDS else plain)
    if match is None:
        return ""
    pounds, digits, scale, counted = match.groups()
    amount = float(digits) * _SCALES.get(scale or "", 1)
    number = str(int(amount)) if amount.is_integer() else str(amount)
    if pounds or _POUNDS.match(counted):
        return f"{number} GBP"
    if _PER_CENT.match(counted):
        return f"{number} %"
    return " ".join([number, *(re.sub(r"(?<=\w{3})s$", "", word) for word in counted.split())])


def _name(plain: str) -> str:
    """A name without titles: `"dr. ann lloyd, ms"` -> ann lloyd."""
    return " ".join(re.sub(r"[^\w\s&'-]", " ", _TITLES.sub("", plain)).split())
