"""Months, numbers and parts as Welsh words of time have them, and how a rule is made; reads none."""

import re

from corpus.commitment import Grain
from ingest.commitments.dues import Rule

MONTHS = {
    name: (number, names.split()[0])
    for number, names in enumerate(
        (
            "ionawr",
            "chwefror",
            "mawrth fawrth",
            "ebrill",
            "mai fai",
            "mehefin fehefin",
            "gorffennaf orffennaf ngorffennaf",
            "awst",
            "medi fedi",
            "hydref",
            "tachwedd dachwedd nhachwedd",
            "rhagfyr ragfyr",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    day: number
    for number, names in enumerate(("llun", "mawrth fawrth", "mercher fercher", "iau", "gwener wener", "sadwrn", "sul"))
    for day in names.split()
}
_ORDINALS = "cyntaf ail trydydd pedwerydd pumed chweched seithfed wythfed nawfed degfed".split()
ORDINALS = (
    {word: number for number, word in enumerate(_ORDINALS, start=1)}
    | {"unfed ar ddeg": 11, "deuddegfed": 12, "trydydd ar ddeg": 13, "pedwerydd ar ddeg": 14, "pymthegfed": 15}
    | {"unfed ar bymtheg": 16, "ail ar bymtheg": 17, "deunawfed": 18, "pedwerydd ar bymtheg": 19, "ugeinfed": 20}
    | {f"{word} ar hugain": 20 + number for number, word in enumerate(["unfed", *_ORDINALS[1:]], start=1)}
    | {"unfed ar ddeg ar hugain": 31}
)
"""Days of a month and weekdays of one, as counted by twenties."""
PARTS = {
    "dechrau": "start",
    "ddechrau": "start",
    "nechrau": "start",
    "yn gynnar": "start",
    "canol": "middle",
    "ganol": "middle",
    "nghanol": "middle",
    "hanner cyntaf": "first half",
    "ail hanner": "second half",
    "wythnos gyntaf": "first week",
    "ail wythnos": "second week",
    "drydedd wythnos": "third week",
    "trydedd wythnos": "third week",
    "wythnos olaf": "last week",
    "diwrnod cyntaf": "first day",
    "ddiwrnod cyntaf": "first day",
    "diwrnod olaf": "last day",
    "ddiwrnod olaf": "last day",
}
SEASONS = {
    "gwanwyn": "spring",
    "ngwanwyn": "spring",
    "wanwyn": "spring",
    "haf": "summer",
    "hydref": "autumn",
    "gaeaf": "winter",
    "ngaeaf": "winter",
    "aeaf": "winter",
}
NUMBERS = {
    "un": 1,
    "dau": 2,
    "ddau": 2,
    "dwy": 2,
    "ddwy": 2,
    "tri": 3,
    "dri": 3,
    "tair": 3,
    "dair": 3,
    "pedwar": 4,
    "bedwar": 4,
    "pedair": 4,
    "bedair": 4,
    "pum": 5,
    "bum": 5,
    "chwe": 6,
    "saith": 7,
    "wyth": 8,
    "naw": 9,
    "deg": 10,
    "ddeg": 10,
    "deuddeg": 12,
    "ddeuddeg": 12,
    "ugain": 20,
}
UNITS = {
    "diwrnod": "day",
    "ddiwrnod": "day",
    "dydd": "day",
    "wythnos": "week",
    "wythnosau": "week",
    "mis": "month",
    "fis": "month",
    "misoedd": "month",
    "blynedd": "year",
    "mlynedd": "year",
    "flynedd": "year",
    "blwyddyn": "year",
    "flwyddyn": "year",
    "pythefnos": "fortnight",
    "bythefnos": "fortnight",
    "deufis": "two months",
    "ddeufis": "two months",
    "trimis": "three months",
    "hanner blwyddyn": "half year",
}


def rule(name: str, grain: Grain, pattern: str, read: object, *, needs_day: bool = False, flags: int = re.IGNORECASE) -> Rule:
    """A rule of Welsh words of time, which begin a word."""
    return Rule(name, grain, re.compile(rf"(?<![\w/-]){pattern}", flags), read, needs_day)  # type: ignore[arg-type]
