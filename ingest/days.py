"""Days that words name, in English and Welsh: several in one line, and the days of the meetings that minutes are of.

A day needs its month and year, its own or those of the next day named: `21 and 22 May 2024`. Does not guess either.
"""

import re
from collections.abc import Iterator
from datetime import date

from corpus.publication import PublicationType

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr",
            "february feb chwefror",
            "march mar mawrth fawrth",
            "april apr ebrill",
            "may mai fai",
            "june jun mehefin fehefin",
            "july jul gorffennaf orffennaf",
            "august aug awst",
            "september sept sep medi fedi",
            "october oct hydref",
            "november nov tachwedd dachwedd",
            "december dec rhagfyr ragfyr",
        ),
        start=1,
    )
    for name in names.split()
}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"(?<![\d/])(?P<day>\d{{1,2}})(?:st|nd|rd|th|af|ain|il|ydd|fed|eg|ed)?\b(?:\s+(?:of\s+|o\s+)?(?P<month>{_NAMES})\b\.?)?"
    r"(?:,?\s+\(?(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)(?!\d)")
_JOINT = re.compile(r"\s*(?:,|&|and|to|a|ac|hyd|[-–])(?:\s+(?:and|a|ac))?\s*(?:[a-z]+day\s+|dydd\s+\w+\s+)?$", re.IGNORECASE)
_MEETING = re.compile(r"\bmeetings?\b|\b[cg]?yfarfod(?:ydd)?\b|\bnghyfarfod\b", re.IGNORECASE)
_DATED = re.compile(
    r"(?:date(?: and time)?(?: of (?:the )?meeting)?|meeting date|dyddiad(?: ac amser)?(?: y cyfarfod| cyfarfod)?)\s*:\s*"
    r"(?P<days>\S.*)",
    re.IGNORECASE,
)
TOP = 12  # lines of minutes among which their own day stands


def days_in(line: str) -> tuple[date, ...]:
    """Every full day a line names, in its order, each once: `"21 and 22 May 2024"` -> two."""
    found = [*_in_words(line), *_in_numbers(line)]
    return tuple(dict.fromkeys(day for _, day in sorted(found)))


def meetings_of(*, title: str | None, text: str, headings: tuple[str, ...], type_: PublicationType | None) -> tuple[date, ...]:
    """The days of the meetings that minutes are of: as their title says, else their headings, else a line `Date: …`."""
    if type_ is not PublicationType.MINUTES:
        return ()
    top = [line for line in text.split("\n") if line.strip()][:TOP]
    dated = (match["days"] for line in top if (match := _DATED.match(" ".join(line.split()))))
    heads = (heading for heading in headings if _MEETING.search(heading))
    return days_in(title or "") or days_in(" | ".join(heads)) or days_in(" | ".join(dated))


def _in_words(line: str) -> Iterator[tuple[int, date]]:
    """Days from the last to the first, so that each can take month and year from the one behind it."""
    month = year = 0
    follows: int | None = None
    for match in reversed(list(_DAY.finditer(line))):
        joined = follows is not None and bool(_JOINT.match(line[match.end() : follows]))
        if match["month"] is None and not joined:
            follows = None
            continue
        month = _MONTHS[match["month"].lower()] if match["month"] else month
        year = int(match["year"]) if match["year"] else year if joined else 0
        follows = match.start()
        if day := _real(year, month, int(match["day"])):
            yield match.start(), day


def _in_numbers(line: str) -> Iterator[tuple[int, date]]:
    for match in _NUMBERS.finditer(line):
        if day := _real(int(match[3]), int(match[2]), int(match[1])):
            yield match.start(), day


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
