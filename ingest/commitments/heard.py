"""Heard: an English clause as the rules hear it, in whose voice and after which sentence; does not class it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.commitments.parse_english import Parsed
from ingest.commitments.subjects_english import Subject, head_of, kind_of
from ingest.commitments.verdict import Verdict, Voice
from ingest.commitments.words_english import THINGS

_BOARD = re.compile(
    r"(?:the )?(?:programme |project )?(?:board|chair|secretariat|senior responsible owner|SRO)(?: members)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A clause as it is heard."""

    text: str
    voice: Voice
    parsed: Parsed | None
    """Its parts round a main `will`; None where it has none."""
    carried: Subject
    """The subject of the clause before, for one behind `and`."""
    before: Subject
    """What the sentence before was about, for `it` and `they`."""
    ahead: bool
    """Whether it names a time to come."""
    later: bool
    """Whether it names a time that begins after the day it was said."""
    officials: frozenset[str]
    """Names of those who attend a meeting for government, in small letters."""
    body: str
    """Without what leads up to it."""
    body_at: int

    def kind_of(self, subject: str) -> Subject:
        """What a subject is, in this place."""
        kind = kind_of(subject)
        if self.officials and subject.casefold().strip() in self.officials:
            return Subject.GOVERNMENT
        if kind is Subject.PERSON:
            return Subject.GOVERNMENT if self.before is Subject.GOVERNMENT or self.voice is Voice.BOARD else Subject.THIRD
        if self.voice is Voice.BOARD and _BOARD.match(subject):
            return Subject.GOVERNMENT
        return self.carried if kind is Subject.SAME and self.carried is not Subject.SAME else kind

    def is_third(self, kind: Subject) -> bool:
        """Whether somebody else is meant, by name or by `it` and `they`."""
        return kind is Subject.THIRD or (kind in {Subject.IT, Subject.THEY} and self.before is Subject.THIRD)

    def is_thing(self, subject: str, kind: Subject) -> bool:
        """Whether something is meant that government makes, pays or sets up."""
        if kind in {Subject.IT, Subject.THEY, Subject.THIS}:
            return self.before is not Subject.THIRD
        if kind is Subject.SAME:
            return False
        return kind is Subject.THING or bool(THINGS.search(head_of(subject)))


Rule = Callable[[Heard], Verdict | None]
