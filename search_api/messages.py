"""Messages: what the pages say, in each language that has a catalogue; does not hold the words themselves.

A message is named by its English words. `locale/cy.po` is all it takes to offer Welsh: a language without such a file is
not offered, and a message that a file leaves out is shown in English. Nothing is compiled: files are read at the start.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_time
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

LOCALE = Path(__file__).parent / "locale"
ENGLISH = "en"


def message(text: str) -> str:
    """The text itself, so marked for the catalogue: for words that stand in a table and are translated when shown."""
    return text


@dataclass(frozen=True, slots=True)
class Messages:
    """The words of the pages in one language."""

    language: str
    catalogue: NullTranslations

    @property
    def own_name(self) -> str:
        """The language's name in itself: `Cymraeg`."""
        return language_name(self.language, shown_in=self.language)

    def text(self, words: str) -> str:
        """A message in this language."""
        return self.catalogue.gettext(words)

    def day(self, day: date) -> str:
        """A day in words: `7 May 2026`."""
        return format_date(day, "d MMMM y", locale=self.language)

    def moment(self, moment: datetime) -> str:
        """A moment in words, by the clock of UTC: `7 May 2026, 14:05 UTC`."""
        there = moment.astimezone(UTC)
        return f"{self.day(there.date())}, {format_time(there, 'HH:mm', tzinfo=UTC, locale=self.language)} UTC"

    def issued(self, issued: str) -> str:
        """A month or year in words: `"2019-11"` -> `"November 2019"`, `"2021"` -> `"2021"`."""
        year, _, month = issued.partition("-")
        return format_date(date(int(year), int(month), 1), "MMMM y", locale=self.language) if month else year

    def number(self, count: int) -> str:
        """A whole number with its thousands apart: `1,234`."""
        return str(format_decimal(count, locale=self.language))

    def percent(self, share: float) -> str:
        """A share from 0 to 1: `95%`."""
        return str(format_percent(share, locale=self.language))

    def language_called(self, code: str) -> str:
        """What this language calls another: `cy` -> `Welsh`."""
        return language_name(code, shown_in=self.language)


def read_messages(folder: Path = LOCALE) -> Mapping[str, Messages]:
    """Every language the pages can be shown in, by code: English, and each with a catalogue."""
    found = {ENGLISH: Messages(ENGLISH, NullTranslations())}
    for path in sorted(folder.glob("*.po")):
        found[path.stem] = Messages(path.stem, read_catalogue(path))
    return found


def read_catalogue(path: Path) -> GNUTranslations:
    """The translations in a `.po` file; those marked fuzzy are left out."""
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=path.stem))
    compiled.seek(0)
    return GNUTranslations(compiled)


def language_name(code: str, *, shown_in: str) -> str:
    """What one language calls another: `("cy", shown_in="en")` -> `"Welsh"`."""
    return Locale.parse(code).get_display_name(shown_in) or code
