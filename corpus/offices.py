"""Offices: who held which office in Welsh education on which day, as dated publications show; does not fill the gaps between.

The table is `offices.toml`: each line says from the first to the last publication that names a person in an office. What
lies outside is not known, and nothing is given for it.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

LIST = Path(__file__).parent / "offices.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person in an office, between two days on which they were seen in it."""

    person: str
    office: dict[str, str]
    """Its name by language; Welsh only where a publication has it."""
    first: date
    last: date
    evidence: tuple[str, ...]
    """Ids of the publications that show the first and the last day."""


@lru_cache(maxsize=1)
def tenures() -> tuple[Tenure, ...]:
    """The whole table."""
    read = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return tuple(
        Tenure(
            person=row["person"],
            office=row["office"],
            first=row["from"],
            last=row["to"],
            evidence=tuple(row["evidence"]),
        )
        for row in read["tenure"]
    )


def office_on(person: str, day: date | None, language: str = "en") -> str:
    """The office a person held on a day; empty where the table does not show it."""
    if day is None:
        return ""
    name = person.casefold().strip()
    found = next((one for one in tenures() if one.person.casefold() == name and one.first <= day <= one.last), None)
    return found.office.get(language, found.office["en"]) if found else ""


def is_known(person: str) -> bool:
    """Whether the table names a person at all."""
    return any(one.person.casefold() == person.casefold().strip() for one in tenures())
