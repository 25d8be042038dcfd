"""The dates a page prints behind labels (`First published:`), in English and Welsh; does not look at markup."""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ingest.dates import read_date_of_page

_NAMES = {
    "published": ("first published", "published", "cyhoeddwyd gyntaf", "cyhoeddwyd"),
    "updated": (
        "last updated",
        "this page was updated on",
        "diweddarwyd ddiwethaf",
        "diweddarwyd y dudalen hon ar",
    ),
    "launched": ("consultation launched", "call for evidence launched", "lansiwyd yr ymgynghoriad", "dechrau'r ymgynghoriad"),
}
_MEANING = {name: meaning for meaning, names in _NAMES.items() for name in names}
_LABEL = re.compile(rf"(?P<name>{'|'.join(sorted(_MEANING, key=len, reverse=True))})\s*(?::|(?<=\son)|$)", re.IGNORECASE)


class Label(NamedTuple):
    """A label and the words after it on its line."""

    meaning: str
    value: str


@dataclass(slots=True, kw_only=True)
class PageDates:
    """The days a page says it was published and updated; filled while its labels are met."""

    language: str
    published: date | None = None
    updated: date | None = None
    launched: date | None = None

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
        Label(_MEANING[match["name"].lower()], line[match.end() : end].strip()) for match, end in zip(found, ends, strict=True)
    ]
