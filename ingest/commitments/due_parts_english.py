"""Months, numbers, parts and ordinals as English words of time have them, with the patterns made of them; reads none."""

import re

from corpus.commitment import Grain
from ingest.commitments.dues import Rule

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august aug",
            "september sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
NUMBERS = {
    word: number for number, word in enumerate("a two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"one": 1, "an": 1, "next": 1, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90}
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
ORDINALS = (
    {word: number for number, word in enumerate(_UNITS, start=1)}
    | dict(zip("tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth".split(), range(10, 17), strict=True))
    | dict(zip("seventeenth eighteenth nineteenth twentieth".split(), range(17, 21), strict=True))
    | {f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS, start=1)}
    | {"thirtieth": 30, "thirty-first": 31}
)
_SAID = {
    "end": "end|close|back end|tail end|latter part|last part|final part|latter stages|last days|final days|closing days|"
    "closing weeks|late|late in|later in|late on in",
    "start": "start|beginning|outset|first three months|"
    "opening|early part|first part|opening days|opening weeks|first days|first weeks|"
    "first few days|first few weeks|early days|early weeks|first fortnight|early|early in|early on in",
    "middle": "middle|midpoint|mid",
    "first half": "first half|first six months",
    "second half": "second half|latter half|last six months|final six months|second six months",
    "last quarter": "last three months|final three months",
    "first day": "first day|very first day|first working day|first school day|opening day",
    "last day": "last day|very last day|final day|last working day|last school day",
    "first week": "first week|opening week|first full week",
    "second week": "second week",
    "third week": "third week",
    "fourth week": "fourth week",
    "last week": "last week|final week|closing week",
    "rest": "remainder|rest",
}
PARTS = {words: part for part, listed in _SAID.items() for words in listed.split("|")}
THE = frozenset({"", "the", "that", "our", "your"})
NEXT = frozenset({"next", "new", "the following", "following", "the coming", "coming"})
"""Words before a week, a term or a year that mean the one after this."""
ANY_CASE = re.IGNORECASE
# `may` is a verb and `march` a march: as a month they are written with a capital.
MONTH = (
    r"(?P<month>January|Jan|February|Feb|March|April|May|June|July|August|Aug|September|Sept|October|Oct|November|Nov|"
    r"December|Dec)\b"
)
YEAR = r"(?P<year>20\d\d)(?![\d/-])"
ORDINAL_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
DAY = rf"(?P<day>[0-3]?\d(?:st|nd|rd|th)?|(?:the )?(?:{ORDINAL_WORDS})(?= of ))\b"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?"
_ADJECTIVES = frozenset({"early", "mid", "late", "later in", "early in", "late in", "early on in", "late on in"})
_NOUNS = "|".join(sorted(PARTS.keys() - _ADJECTIVES, key=len, reverse=True))
PART = (
    rf"(?:(?:(?:right )?at )?(?:the )?(?:very )?(?P<part>{_NOUNS}) (?:of|to(?= (?:the|next|this) )) |"
    r"(?P<adj>early on in|late on in|early in|late in|later in|early|mid|late|later this|end)[ -])"
)
NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
WHICH = (
    r"(?:(?P<which>this coming|this|the coming|coming|next|the following|following|last|the present|the current|the|that|"
    r"each|every) )?"
)
OF_YEAR = r"(?:,? (?:of )?(?P<rel>next|this|the following|the coming) year\b(?!'s))?"
NEAR = (
    r"(?:the (?=next|coming|following|new|current|present))?(?P<which>this|next|the following|following|the coming|coming|"
    r"new|the|our|your|current|present|that) "
)


def rule(
    name: str, grain: Grain, pattern: str, read: object, *, needs_day: bool = False, flags: re.RegexFlag = re.NOFLAG
) -> Rule:
    """A rule of English words of time, which begin a word."""
    return Rule(name, grain, re.compile(rf"(?<![\w/-]){pattern}", flags), read, needs_day)  # type: ignore[arg-type]


def part_of(match: re.Match[str]) -> str:
    """The part that matched words name: `close of` -> end; empty for none."""
    groups = match.groupdict()
    return PARTS.get((groups.get("part") or groups.get("adj") or "").lower(), "")


def year_of(match: re.Match[str]) -> int | None:
    """The year that matched words name."""
    found = match.groupdict().get("year")
    return int(found) if found else None


def ordinal_of(words: str) -> int:
    """The day of a month that words name: `22nd`, `the twenty-second`."""
    bare = words.lower().removeprefix("the ")
    return ORDINALS.get(bare) or int(bare.rstrip("stndrh"))
