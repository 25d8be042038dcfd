"""Dates as publishers print them, in English and Welsh; does not guess: a full day or nothing."""

import re
from datetime import date

import dateparser

LONGEST = 60  # characters: longer is a sentence, not a date
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20|21)\d\d(?!\d)")
_ORDINAL = re.compile(r"(?<=\d)(?:af|ain|il|ydd|fed|eg|ed)\b", re.IGNORECASE)
_SETTINGS = {
    "DATE_ORDER": "DMY",
    "PREFER_LOCALE_DATE_ORDER": False,
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],  # never "yesterday", never a time stamp of digits
    "TIMEZONE": "UTC",  # else the machine's own zone is looked up
}


def read_date(text: str, *, language: str) -> date | None:
    """The day a text names, where it says nothing else: `"17 Hydref 2024"` -> 2024-10-17; `"May 2022"` -> None."""
    text = " ".join(text.split()).strip(" .,;")
    if len(text) > LONGEST or not _YEAR.search(text):
        return None
    if language == "cy":
        text = _ORDINAL.sub("", text)
    found = dateparser.parse(text, languages=[language], settings=_SETTINGS)
    return found.date() if found else None


def read_date_of_page(text: str, *, language: str) -> date | None:
    """The day a text names in the page's language, else in the other one: months are left in English on some Welsh pages."""
    other = "en" if language == "cy" else "cy"
    return read_date(text, language=language) or read_date(text, language=other)
