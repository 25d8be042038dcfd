"""Amounts: money, shares and counts that a promise names, in English and Welsh; does not add them up."""

import re
from collections.abc import Iterator

from corpus.commitment import Amount
from ingest.commitments.clauses import Plain

_SCALE = {
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "k": 1e3,
    "thousand": 1e3,
    "miliwn": 1e6,
    "filiwn": 1e6,
    "biliwn": 1e9,
    "mil": 1e3,
}
_BEFORE = r"(?:(?:up to|at least|more than|about|around|nearly|over|some|almost|hyd at|o leiaf|dros|tua) )?"
_EACH = (
    r"(?:,? (?:a|an|per|each|every|y) (?:year|week|month|term|annum|pupil|learner|school|place|head|pool|day|child|teacher|"
    r"flwyddyn|disgybl|dysgwr|tymor|pen)\b)?"
)
_MONEY = re.compile(
    rf"{_BEFORE}£\s?(?P<value>\d[\d,]{{0,15}}(?:\.\d{{1,3}})?)(?:\s?(?P<scale>million|billion|thousand|miliwn|filiwn|biliwn|"
    rf"mil|m|bn|k)\b)?{_EACH}",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?P<value>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per cent\b|percent\b|y cant\b)", re.IGNORECASE)
_WORDS = {
    word: number for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}
_COUNT = re.compile(
    rf"(?<![\d£.,/-]){_BEFORE}(?:another |a further |a team of |an additional )?(?P<value>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|"
    rf"{'|'.join(_WORDS)})(?![\d/%]|,\d|\.\d|-\d) "
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|per cent|percent|o'clock|"
    r"million|billion|of (?:the|this|our|its)|and|or|to|in|at|on|by)\b)(?:[\w'-]+ ){0,3}?(?P<noun>(?!(?:is|was|has|this|its|"
    r"years|months|weeks|terms|hours|days|minutes|times|points|metres|miles|is)\b)[a-z'-]{3,}s|children|people|staff|men|"
    r"women)\b|"
    rf"(?<![\d£.,/-])(?P<some>another|a further) (?P<more>\d{{1,6}})(?![\d/%]|,\d|\.\d)",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\s?(?P<period>(?:(?:a|per|each|every) (?:year|week|month|term|annum|pupil|learner|school|place|head)|annually|(?:over|"
    r"in|for|during|across|between) (?:the )?(?:next |coming |first |following |financial year )*(?:\d{1,2} years?|two years|"
    r"three years|four years|five years|year|20\d\d(?:[-/ ]?(?:to )?(?:20)?\d\d)?)|y flwyddyn|dros (?:ddwy|dair|bedair|bum|"
    r"\d) (?:fl|m)?ynedd))\b",
    re.IGNORECASE,
)


def amount_in(plain: Plain, start: int, end: int) -> Amount | None:
    """The first amount between two offsets of a sentence: of money, else a share, else a count."""
    for found in (_money(plain, start, end), _shares(plain, start, end), _counts(plain, start, end)):
        first = next(found, None)
        if first:
            return first
    return None


def money_in(plain: Plain) -> Amount | None:
    """The first amount of money in a sentence."""
    return next(_money(plain, 0, len(plain.text)), None)


def _money(plain: Plain, start: int, end: int) -> Iterator[Amount]:
    for match in _MONEY.finditer(plain.text, start, end):
        value = float(match["value"].replace(",", "")) * _SCALE.get((match["scale"] or "").casefold(), 1)
        yield _amount(plain, match, value, "GBP")


def _shares(plain: Plain, start: int, end: int) -> Iterator[Amount]:
    for match in _PERCENT.finditer(plain.text, start, end):
        yield _amount(plain, match, float(match["value"]), "percent")


def _counts(plain: Plain, start: int, end: int) -> Iterator[Amount]:
    for match in _COUNT.finditer(plain.text, start, end):
        written = (match["value"] or match["more"]).replace(",", "").casefold()
        value = float(written) if written.isdigit() else float(_WORDS[written])
        yield _amount(plain, match, value, (match["noun"] or "").casefold())


def _amount(plain: Plain, match: re.Match[str], value: float, unit: str) -> Amount:
    period = _PERIOD.match(plain.text, match.end())
    return Amount(
        words=match[0].strip(),
        value=value,
        unit=unit,
        period=period["period"] if period else "",
        span=plain.span(*match.span()),
    )
