"""The dates a page prints behind labels (`First published:`), in English and Welsh; does not look at markup."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ingest.dates import read_date_of_page

_NAMES = {
    "published": ("first published", "published", "cyhoeddwyd gyntaf", "cyhoeddwyd"),
    "updated": (
        "last updated",
        "page last updated",
        "this page was updated on",
        "this page was last updated on",
        "diweddarwyd ddiwethaf",
        "diweddarwyd y dudalen hon ar",
    ),
    "launched": (
        "consultation launched",
        "consultation opened",
        "call for evidence launched",
        "call for evidence opened",
        "start of consultation",
        "lansiwyd yr ymgynghoriad",
        "lansio'r ymgynghoriad",
        "dechrau'r ymgynghoriad",
        "ymgynghoriad yn dechrau",
        "lansiwyd yr alwad am dystiolaeth",
        "dechrau'r alwad am dystiolaeth",
    ),
    "closes": (
        *(f"{what} {does}" for what in ("consultation", "call for evidence") for does in ("ends", "ended", "closes", "closed")),
        "end of consultation",
        "closing date",
        "ymgynghoriad yn dod i ben",
        "yr ymgynghoriad yn dod i ben",
        "daw'r ymgynghoriad i ben",
        "daeth yr ymgynghoriad i ben",
        "ymgynghoriad yn cau",
        "diwedd yr ymgynghoriad",
        "galwad am dystiolaeth yn dod i ben",
        "yr alwad am dystiolaeth yn dod i ben",
        "daw'r alwad am dystiolaeth i ben",
        "diwedd yr alwad am dystiolaeth",
        "dyddiad cau",
    ),
}
HEADER = frozenset({"launched", "closes"})
"""Meanings that only a page's header says: in a text the same words are part of what it tells."""
_MEANING = {name: meaning for meaning, names in _NAMES.items() for name in names}
_LABEL = re.compile(rf"(?P<name>{'|'.join(sorted(_MEANING, key=len, reverse=True))})\s*(?::|(?<=\son)|$)", re.IGNORECASE)


class Label(NamedTuple):
    """A label and the words after it on its line."""

    meaning: str
    value: str
    name: str
    """As printed, with its colon."""

    def row(self, value: str) -> str:
        """Label and value on one line: `"Consultation ends: 3 March 2024"`."""
        return f"{self.name.rstrip(':')}: {value}"


@dataclass(slots=True, kw_only=True)
class PageDates:
    """The days a page says it was published and updated; filled while its labels are met."""

    language: str
    published: date | None = None
    updated: date | None = None
    launched: date | None = None
    closes: date | None = None
    rows: list[str] = field(default_factory=list)
    """Labels of the header with their days, as printed: `Consultation ends: 3 March 2024`."""

    def take(self, meaning: str, value: str) -> bool:
        """Keep the value if it is a full day and fits; False where it is not one, so that no other words are eaten."""
        day = read_date_of_page(value, language=self.language)
        if day is None:
            return False
        if meaning == "updated" and self.published and day < self.published:
            return False  # nothing is updated before it is published: it is the date line of a letter
        if getattr(self, meaning) is None:
            setattr(self, meaning, day)
        return True

    @property
    def first(self) -> date | None:
        """The day of publication; for a consultation without one, of its launch."""
        return self.published or self.launched


def labels_in(line: str) -> list[Label]:
    """Labels of a line that begins with one: `"First published: 1 May 2024 Last updated:"` -> two; else none."""
    line = " ".join(line.replace("’", "'").split())
    if not _LABEL.match(line):
        return []
    found = list(_LABEL.finditer(line))
    ends = [*(match.start() for match in found[1:]), len(line)]
    return [
        Label(_MEANING[match["name"].lower()], line[match.end() : end].strip(), match[0].strip())
        for match, end in zip(found, ends, strict=True)
    ]
