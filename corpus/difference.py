"""Difference: one place where catalogue, captures and index do not agree; does not look for any."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """What does not agree with the catalogue."""

    CAPTURES = "captures"
    INDEX = "index"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One of them."""

    place: Place
    what: str
    """A sentence."""
    mend: str
    """What `canllaw verify --mend` does about it; empty where only a person can."""
