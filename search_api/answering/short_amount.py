"""Amount: the sums, shares and numbers in a sentence, each in one form; does not tell which answers."""

import re
from collections.abc import Iterator

from corpus.passage import Span
from search_api.answering.short_found import Found
from search_api.answering.short_when import DAYS, NUMBER, NUMBER_WORD, NUMBERS

_SHARE = (
    rf"(?:{NUMBER}|{NUMBER_WORD})\s+in\s+(?:every\s+)?(?:{NUMBER}|{NUMBER_WORD})\b"
    rf"|(?:{NUMBER_WORD})(?:\s+\w+){{1,2}}\s+o\s+bob\s+(?:{NUMBER_WORD})\b"
)
_SCALE = r"(?:\s*(?:million|billion|thousand|miliwn|filiwn|biliwn|m|bn|k)\b)?"
_SMALL = (
    "for|and|the|from|with|were|was|are|have|has|had|who|that|which|met|took|will|would|can|must|should|may|per|each|than|into|"
    "out|off|but|not|did|does|been|said|say|came|come|went|gave|given|got|made|a|yn|i|ar|gan|sy|sydd|oedd|neu"
)
"""Words after a number that it does not count."""
_AMOUNT = re.compile(
    rf"£\s?{NUMBER}{_SCALE}(?:\s+(?:a|per|each)\s+\w+)?|\b{NUMBER}\s?(?:%|per\s?cent\b|y\s?cant\b)|\b\d+/(?:19|20)\d\d\b"
    rf"|\b(?:{_SHARE})|\b(?!one of\b|un o'r\b|(?-i:UN)\b)(?:{NUMBER}{_SCALE}|(?:{NUMBER_WORD})\b)"
    r"(?:\s+(?:full-time|whole-time|new|primary|secondary|local|regional|health|special|maintained|(?:school|working)(?=\s+(?:day|week|hour|session|term|year))|o\b))?"
    rf"(?:\s+(?!(?:{_SMALL})\b)[a-zŵŷâêîôû’'-]{{3,}})?",
    re.IGNORECASE,
)


def find_amounts(text: str) -> Iterator[Found]:
    """Sums, shares and numbers that are of no day."""
    days = [day.span() for day in DAYS.finditer(text)]
    for match in _AMOUNT.finditer(text):
        words = match[0]
        dated = any(start <= match.start() < end for start, end in days)
        if not dated or words.startswith("£"):
            yield Found(Span(*match.span()), amount_value(words))


def amount_value(words: str) -> str:
    """A sum as `28000000 GBP`, a share as `10 %`, a number with its unit as `25 staff`."""
    number = re.search(NUMBER, words)
    word = re.search(rf"\b({NUMBER_WORD})\b", words, re.IGNORECASE)
    if (number is None and word is None) or re.fullmatch(rf"{_SHARE}|\d+/\d{{4}}", words, re.IGNORECASE):
        return words.casefold()
    value = float(number[0].replace(",", "")) if number else float(NUMBERS[word[1].casefold()] if word else 0)
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
    return f"{written} {unit[1].casefold()}" if unit and unit[1].casefold() not in NUMBERS and not scale else written
