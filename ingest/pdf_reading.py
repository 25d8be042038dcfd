"""What the pages of one PDF share while they are read: its fonts, and how much work is left; does not draw."""

from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import DictionaryObject, StreamObject

from corpus.errors import MalformedDocument
from ingest.pdf_fonts import Lettering, bare_lettering

MOST_WORK = 6_000_000
"""Operators a whole file may draw with, other work counted by the time it takes: 2,000 full pages take 4 million, and all of it
takes 20 seconds (both measured)."""
LETTERS = 3  # are read in the time an operator takes
FORM = 20  # operators are carried out in the time it takes to open a form, and
FONT = 1000  # in the time a font takes,
CODES = 3  # with one more for so many bytes of the table of its letters


@dataclass(slots=True, kw_only=True)
class Reading:
    """One reading of one file."""

    name: str
    """The file, for messages."""
    switched_off: frozenset[int] = frozenset()
    """Object numbers of the layers that are not shown."""
    work: int = MOST_WORK
    fonts: dict[int, Lettering] = field(default_factory=dict)

    def spend(self, amount: int) -> None:
        """Count work done; raises MalformedDocument where it is more than any publication needs."""
        self.work -= amount
        if self.work < 0:
            raise MalformedDocument(
                f"'{self.name}' takes more work to draw than any publication does. Import it in parts, or as text."
            )

    def font(self, value: Any) -> Lettering:
        """A font by its resource, read once."""
        number = getattr(value, "idnum", 0)
        if number in self.fonts:
            return self.fonts[number]
        resource = dictionary(value)
        codes = dictionary(resource.get("/ToUnicode"))
        self.spend(FONT + (len(codes.get_data()) // CODES if isinstance(codes, StreamObject) else 0))
        lettering = Lettering(resource) if resource else bare_lettering()
        if number:
            self.fonts[number] = lettering
        return lettering


def dictionary(value: Any) -> DictionaryObject:
    """What a value of the file stands for, where that is a dictionary; else an empty one."""
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
