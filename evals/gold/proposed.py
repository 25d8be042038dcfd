"""Proposed: a first matcher for the words of a fact, for a person to mend; does not judge whether it is the best one.

The days and numbers of a fact say it in any wording and in both languages, so they are enough where nothing else that is
said has them; else the words themselves are wanted.
"""

import re
from collections.abc import Iterable
from datetime import date

from babel.dates import format_date

from evals.gold.match import Match
from search_api.verify.dates_said import DateSaid, dates_said

_NUMBER = re.compile(
    r"£\d(?:[\d,.]*\d)?(?:\s(?:million|billion|thousand|miliwn|biliwn|mil)\b)?"
    r"|\d[\d,.]*(?:\s?%|\s(?:per cent|y cant)\b)"
    r"|\d[\d,.]*(?<![,.])(?:\s(?:o\s)?[^\W\d_]+)?"
)


def proposed_match(fact: str, texts: Iterable[str]) -> Match:
    """A matcher that passes on a fact, and on no other line of the texts its publication says it in."""
    groups = (*_days(fact), *_numbers(fact))
    match = Match(all=groups)
    others = (line for text in texts for line in text.replace(fact, "\n").split("\n"))
    if groups and match.passes(fact) and not any(match.passes(line) for line in others):
        return match
    return Match(all=((fact,),))


def _days(fact: str) -> list[tuple[str, ...]]:
    """Each full day or month of a year, in the words of both languages and as it stands."""
    return [tuple(dict.fromkeys([fact[said.start : said.end], *_spelt(said)])) for said in dates_said(fact) if said.month]


def _spelt(said: DateSaid) -> list[str]:
    if not (said.year and said.month):
        return []
    pattern = "d MMMM y" if said.day else "MMMM y"
    day = date(said.year, said.month, said.day or 1)
    return [format_date(day, pattern, locale=language) for language in ("en", "cy")]


def _numbers(fact: str) -> list[tuple[str, ...]]:
    """Each sum, share or number with what it counts, dates apart."""
    plain = list(fact)
    for said in dates_said(fact):
        plain[said.start : said.end] = "\n" * (said.end - said.start)
    return [(match[0],) for match in _NUMBER.finditer("".join(plain))]
