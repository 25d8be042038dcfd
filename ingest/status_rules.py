"""What a rule on standing is, and how sure each sort of wording is; does not hold the wordings or read a text.

Explicit words are worth .95 (methods 7.3). Words that leave something open are worth less, and settle nothing: what is
implied .85 (a duty to have regard makes guidance statutory, but does not call it so), what is only likely .7 (a law named as
its ground may lend no force; a plan to replace it may change).
"""

import re
from enum import StrEnum
from typing import NamedTuple

from corpus.finding import FindingKind
from ingest.dates import read_date_of_page

EXPLICIT = 0.95
IMPLIED = 0.85
LIKELY = 0.7

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|"
    "fawrth|fai|fehefin|orffennaf|fedi|dachwedd|ragfyr"
)
DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|af|ain|il|ydd|fed|eg|ed)? (?:of |o )?(?:fis )?(?:{_MONTHS}),? \d{{4}}\b"
    r"|\d{1,2}/\d{1,2}/\d{4}\b)"
)
"""A full day, as printed in either language."""

SAME_SENTENCE = (
    r"(?:(?!\b(?:not|neither|nor|never|rather than|if|whether|unless|until|once|when|could|might|may|should|nid|nad|os)\b)"
    r"[^.;?]){0,140}?"
)
"""What may stand between the words of one statement, as long as it does not turn round."""


class Value(StrEnum):
    """What a rule's finding holds."""

    NOTHING = "nothing"
    DAY = "day"
    """The first day named in the words that fit, or after them in the sentence."""
    LAST_DAY = "last_day"
    """The last day named in the words that fit."""
    LAW = "law"
    """The first law named there."""


class Rule(NamedTuple):
    """Wordings of one statement about itself; a sentence in plain letters fits if any of them does."""

    name: str
    kind: FindingKind
    pattern: re.Pattern[str]
    confidence: float
    value: Value


def rule(name: str, kind: FindingKind, *patterns: str, confidence: float = EXPLICIT, value: Value = Value.NOTHING) -> Rule:
    """A rule of several wordings."""
    return Rule(name, kind, re.compile("|".join(patterns), re.IGNORECASE), confidence, value)


_SOFTENED = {
    "fawrth": "mawrth",
    "fai": "mai",
    "fehefin": "mehefin",
    "orffennaf": "gorffennaf",
    "fedi": "medi",
    "dachwedd": "tachwedd",
    "ragfyr": "rhagfyr",
}
"""Welsh months as they stand behind `o`, which readers of dates do not know."""


def iso_day(day: str) -> str:
    """A printed day as `2024-05-01`; empty where it is none."""
    words = [_SOFTENED.get(word, word) for word in day.lower().split() if word not in {"of", "o", "fis"}]
    read = read_date_of_page(" ".join(words), language="en")
    return read.isoformat() if read else ""
