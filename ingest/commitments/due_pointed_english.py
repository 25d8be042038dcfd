"""English words that point at a day told before: `that day`, `by then`, `the week after`, `on the Thursday`.

The day is the last one told before them in the sentence, else the last of the sentence before in its paragraph; does not look
further back, nor at a day that was past.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from re import Match

from corpus.commitment import Due, Grain, Operator
from ingest.commitments import calendar_days as calendar
from ingest.commitments.calendar_days import Days
from ingest.commitments.due_counts_english import number_of
from ingest.commitments.due_parts_english import MONTHS, NUMBER, ordinal_of
from ingest.commitments.dues import Placed

_WEEKDAYS = "mon tues wednes thurs fri satur sun".split()
_DAY_NAME = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_PLAIN = r"(?! (?:of|that|the|a|an|when|in which|\w+ing)\b)"
_POINTED = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<then>by then|until then|till then|before then|between now and then|from then on(?:wards)?|from that day on)\b|"
    r"(?:on |in |during |by |before |from |until |after |at )?(?:that|the same|the very same) (?:very )?(?P<same>day|"
    r"date|week|month|term|afternoon|morning|"
    r"evening)\b(?! (?:as|of|when|in which)\b)|"
    r"(?:on |in |by )?the (?:(?P<after>day|week|month|term) after(?: that)?\b|(?:following|next) (?P<next>day|morning|"
    r"week|month)\b)"
    rf"{_PLAIN}|"
    rf"(?:on |by )?the (?P<nth>first|second|third|fourth|last) (?P<of>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day of that month\b|"
    rf"(?:on|by) the {_DAY_NAME}(?! (?:of|in|after|before|night of)\b)|"
    r"(?:in |until |by |from )?the following (?P<month>January|February|March|April|May|June|July|August|September|"
    r"October|November|"
    r"December)\b|"
    rf"(?P<within>within |no later than )?{NUMBER} (?P<unit>day|week|fortnight|month|year)s?(?: (?:later|afterwards|"
    rf"after that|(?P<ahead>before) that(?: \w+)?|"
    r"thereafter)\b|(?<=s) of that(?: \w+)?\b| of that(?: \w+)?\b)"
    r")",
    re.IGNORECASE,
)
_GIVES_WAY = frozenset({"elsewhere", "weekday-near", "weekday", "month-short"})
_FAR = 270
"""Days ahead of which a day without a year was most likely past when it was said: `on 30 January`, said in February."""
_YEAR = re.compile(r"20\d\d|next|coming|following", re.IGNORECASE)


def last_told(placed: Sequence[Placed], made_on: date | None) -> Due | None:
    """The day that later words may point at: the last of a sentence that names days."""
    return next((one.due for one in reversed(placed) if _may_be_meant(one.due, made_on)), None)


def with_pointed(words: str, placed: Sequence[Placed], before: Due | None, made_on: date | None) -> tuple[Placed, ...]:
    """The words of time of a sentence with those that point; `before` is what the sentence before told."""
    found = list(placed)
    for match in _POINTED.finditer(words):
        inside = last_told([one for one in found if one.end <= match.start()], made_on)
        over = [one for one in found if one.start < match.end() and match.start() < one.end]
        told = inside or before
        if told is None or any(one.start < match.start() for one in over):
            continue
        # `the following week` counts from now where the sentence itself names no day before it.
        if over and inside is None and any(one.due.rule not in _GIVES_WAY for one in over):
            continue
        days = _days(match, told) if not match["within"] or told.first == told.last else None
        if days is None:
            continue
        due = Due(words=match[0], operator=_operator(match), first=days.first, last=days.last, grain=Grain.DAY, rule="pointed")
        if match[0].casefold().startswith("before "):
            due = replace(due, first=days.first - timedelta(days=1), last=days.first - timedelta(days=1))
        found = [one for one in found if one not in over]
        found.append(Placed(due, match.start(), match.end(), match[0].split(" ", 1)[0]))
        found.sort(key=lambda one: one.start)
    return tuple(found)


def _may_be_meant(due: Due, made_on: date | None) -> bool:
    if due.first is None or due.last is None or made_on is None or due.last < made_on:
        return False
    return (due.first - made_on).days <= _FAR or bool(_YEAR.search(due.words))


def _operator(match: Match[str]) -> Operator:
    word = match[0].split(" ", 1)[0].casefold()
    if match["within"]:
        return Operator.BY
    return {
        "by": Operator.BY, "before": Operator.BY, "until": Operator.UNTIL, "till": Operator.UNTIL, "between": Operator.UNTIL,
        "from": Operator.FROM,
    }.get(word, Operator.ON)  # fmt: skip


def _days(match: Match[str], told: Due) -> Days | None:
    """The days that pointing words name, from the ones they point at."""
    first, last = told.first, told.last
    if first is None or last is None:
        return None
    if match["then"]:
        return calendar.one(last)
    if match["same"]:
        return _same(match["same"].lower(), Days(first, last))
    if match["after"] or match["next"]:
        return _after((match["after"] or match["next"]).lower(), last)
    return _named(match, first, last) or _counted(match, last)


def _named(match: Match[str], first: date, last: date) -> Days | None:
    """`on the Thursday`, `the following May`, `the last Friday of that month`."""
    if match["weekday"]:
        return _weekday(match["weekday"], first, last)
    if match["month"]:
        number = MONTHS[match["month"].lower()]
        return calendar.month(first.year + int(number <= first.month), number)
    if match["nth"]:
        nth = -1 if match["nth"].lower() == "last" else ordinal_of(match["nth"])
        return calendar.nth_weekday(first.year, first.month, _WEEKDAYS.index(match["of"].lower()), nth)
    return None


def _same(unit: str, told: Days) -> Days | None:
    if unit == "week":
        return calendar.week(told.first)
    if unit == "month":
        return calendar.month(told.first.year, told.first.month)
    if unit == "term":
        return calendar.term(*calendar.term_of(told.first))
    return told if told.first == told.last or unit == "date" else None


def _weekday(name: str, first: date, last: date) -> Days:
    """In the week told, or the first one behind the day told."""
    ahead = (_WEEKDAYS.index(name.lower()) - first.weekday()) % 7
    day = first + timedelta(days=ahead)
    return calendar.one(day if day <= last or ahead else day + timedelta(days=7))


def _after(unit: str, last: date) -> Days:
    if unit == "week":
        return calendar.week(last, ahead=1)
    if unit == "month":
        day = calendar.later(last.replace(day=1), months=1)
        return calendar.month(day.year, day.month)
    if unit == "term":
        return calendar.term(*calendar.term_after(*calendar.term_of(last)))
    return calendar.one(last + timedelta(days=1))


def _counted(match: Match[str], last: date) -> Days:
    number, unit = number_of(match["number"]), match["unit"].lower()
    months = {"month": number, "year": 12 * number}.get(unit, 0)
    days = {"week": 7 * number, "fortnight": 14 * number, "day": number}.get(unit, 0)
    if match["ahead"]:
        months, days = -months, -days
    day = calendar.later(last, months=months, days=days)
    if match["ahead"]:
        return calendar.one(day)
    return Days(last, day) if match["within"] else calendar.one(day)
