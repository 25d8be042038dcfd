"""Finding: what a text says of its own publication's standing, with the words that prove it; does not conclude anything.

`corpus.standing` weighs findings against the register and each other.
"""

from dataclasses import dataclass
from enum import StrEnum

SURE = 0.9
"""Findings at least so sure settle a standing; weaker ones are shown as suggestions (methods 7.3: an explicit phrase is
worth .95, an equal title .7)."""


class FindingKind(StrEnum):
    """What a finding is about, with what its `value` holds."""

    WITHDRAWN = "withdrawn"
    """The day it was withdrawn (`2023-05-01`), or empty."""
    DRAFT = "draft"
    """Empty."""
    CLOSED = "closed"
    """The day a consultation closes or closed."""
    LAUNCHED = "launched"
    """The day a consultation opened."""
    ADMINISTRATION = "administration"
    """The government it was published under: `2016 to 2021`."""
    STATUTORY = "statutory"
    """The law it is issued under, as written, or empty."""
    NON_STATUTORY = "non_statutory"
    """Empty."""
    IN_FORCE_FROM = "in_force_from"
    """The first day it stands."""
    REPLACES = "replaces"
    """What it replaces: a number (`081/2012`), or a title with its year where said."""
    REPLACED_BY = "replaced_by"
    """What replaces it: a number, a title or an address."""
    BEING_UPDATED = "being_updated"
    """Empty: it stands, but a new text is on its way."""
    NUMBER = "number"
    """Its own number: `255/2019`."""
    ISSUED = "issued"
    """Month of issue: `2019-11`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a text or its page says of its standing."""

    kind: FindingKind
    value: str = ""
    quote: str
    """The words that say it, as they stand in the text or on the page."""
    start: int | None = None
    """Offset of the quote in the document's text; None where the words are the page's and no part of the text."""
    end: int | None = None
    confidence: float
    """0 to 1; see `SURE`."""
    rule: str
    """Name of the rule that found it, as in `replaces-number`."""
