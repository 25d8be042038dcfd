"""A promise parted behind its words of time: `will open on 1 July and close on 31 May` is two; does not read the time.

Where words of time end what goes before an `and` and a verb of the same kind follows it, each half has its own day.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.commitment import Kind, Strength
from ingest.commitments.dues import Placed
from ingest.commitments.verdict import Told
from ingest.commitments.words_english import BINDING, PASSIVES, WEAK_VERBS

_AND = re.compile(r",? (?:and|but)(?: (?:then|also))? (?P<verb>[a-z]+)\b(?! (?:will|shall|is|are|was|has|have)\b)")
_DONE_TO = re.compile(r"(?:be|been|being)\b")
_MORE = frozenset("close end finish begin start last cover report repeat".split())
_LEAST = 12
"""Letters that a half must have."""


def parted(told: Told, words: str, placed: Sequence[Placed]) -> tuple[Told, ...]:
    """The halves of a promise, or the promise as it is; `placed` are the words of time of its sentence."""
    if told.verdict.kind is not Kind.COMMITMENT or not told.verdict.action:
        return (told,)
    begins = words.find(told.verdict.action, told.start)
    passive = _DONE_TO.match(told.verdict.action) is not None
    for one in placed:
        found = _AND.match(words, one.end)
        if found is None or one.start < max(begins, told.start) or begins < 0 or found.end() >= told.end:
            continue
        verb = found["verb"]
        if (verb in PASSIVES) if passive else (verb in BINDING or verb in _MORE):
            return _halves(told, words, begins, one.end, found.start("verb"))
    return (told,)


def _halves(told: Told, words: str, action_at: int, stop: int, begin: int) -> tuple[Told, ...]:
    rest = words[begin : told.end].strip(" .;")
    if stop - told.start < _LEAST or len(rest) < _LEAST:
        return (told,)
    first = replace(told.verdict, action=words[action_at:stop].strip(" ,"))
    strength = told.verdict.strength
    if strength in {Strength.FIRM, Strength.WEAK}:
        strength = Strength.WEAK if WEAK_VERBS.match(rest) else Strength.FIRM
    second = replace(told.verdict, action=rest, action_at=0, strength=strength, rule=f"{told.verdict.rule}-parted")
    return (
        Told(start=told.start, end=stop, verdict=first),
        Told(start=begin, end=told.end, verdict=second),
    )
