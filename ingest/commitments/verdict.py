"""Verdict: what a clause does, before its dates and things are read; and whose voice it is heard in. Does not decide."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.commitment import Form, Kind, Strength


class Voice(StrEnum):
    """Who speaks, as far as it bears on what their words bind."""

    MINISTER = "minister"
    """One who holds an office of government and is known by it: all that they say they will do binds government."""
    GOVERNMENT = "government"
    """The Welsh Government in a statement or news of its own that nobody in office signed."""
    DOCUMENT = "document"
    """The Welsh Government in guidance, a plan or a report: most of its "will" says how others work."""
    ADVISER = "adviser"
    """Somebody who advises government: what they write is advice received."""
    MEETING = "meeting"
    """Minutes that government keeps of others: what its officials are to do is its own, the rest others undertook."""
    BOARD = "board"
    """Minutes of a board by which government runs a programme."""
    OTHER = "other"
    """Another body, a member who is no minister, the press."""
    UNKNOWN = "unknown"
    """Nothing says who: only what names the Welsh Government itself counts."""

    @property
    def binds(self) -> bool:
        """Whether its `I` and `we` is government."""
        return self in {Voice.MINISTER, Voice.GOVERNMENT, Voice.DOCUMENT, Voice.BOARD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one clause does."""

    kind: Kind
    rule: str
    form: Form | None = None
    strength: Strength | None = None
    subject: str = ""
    """Who or what it says does it, or has it done to it."""
    action: str = ""
    """From behind `will`."""
    negative: bool = False
    action_at: int = 0
    """Offset of the action in the clause: words of time before the main verb's own count too, those of the subject do not."""


OTHER = Verdict(kind=Kind.OTHER, rule="other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A clause of a sentence with what it does."""

    start: int
    """Offsets in the sentence's plain letters."""
    end: int
    verdict: Verdict
