"""Turns: whose words each part of a text is, in statements, debates and answers, line by line.

A turn begins at a heading or a line that names a speaker. Offices come from those lines, else from the record, else from the
table of offices. Does not read what is said.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Document
from corpus.offices import office_on
from corpus.publication import PublicationType
from corpus.units import Unit, UnitKind
from ingest.byline import LONGEST, is_member, is_office, read_byline, read_name
from ingest.commitments.occasion import Occasion, is_government
from ingest.commitments.verdict import Voice

_LABEL = re.compile(
    r"[*_]{0,2}(?P<name>(?:(?:The|Y|"
    r"Yr) )?[^\W\d_a-z][^:\n.;?!(]{2,70}?)(?: ?\((?P<office>[^()\n]{3,90})\))?[*_]{0,2}:[*_]{0,2}\s+(?=\S)"
)
_OFFICE_LABEL = re.compile(
    r"(?:(?:the|y|yr) )?(?:.{0,40}\b(?:minister|cabinet secretary|chair|presiding officer|llywydd|counsel general|gweinidog|"
    r"ysgrifennydd|cadeirydd|director|inspector)\b.{0,60})$",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\b(?:question|tabled|cwestiwn|gyflwyno)\b", re.IGNORECASE)
_ANSWER = re.compile(r"\b(?:answer(?:ed)?|reply|ateb(?:wyd)?)\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:next|steps|school|schools|learning|support|deadline|date|background|note|actions?|funding|summary|purpose|contact|"
    r"review|guidance|title|subject|status|key|key points|annex|chapter|section|part|table|figure|question|answer|"
    r"recommendation|response|priority|theme|item|agenda|present|apologies|attendees|curriculum|progress|update|welsh|"
    r"national)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """From where on, to the next turn, somebody speaks."""

    start: int
    said: Occasion
    label: int = 0
    """Letters at its start that name the speaker and are no part of what they say."""


class Turns:
    """Whose words are where."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = turns
        self._starts = [turn.start for turn in turns]

    def at(self, offset: int) -> Occasion:
        """The occasion of the words at an offset."""
        return self._turns[max(0, bisect_right(self._starts, offset) - 1)].said

    def label_at(self, offset: int) -> int:
        """How many letters at an offset only name who speaks."""
        place = bisect_right(self._starts, offset) - 1
        return self._turns[place].label if place >= 0 and self._turns[place].start == offset else 0


def turns_of(document: Document, occasion: Occasion, cut: Sequence[Unit]) -> Turns:
    """The turns of a text, the first one its author's."""
    turns = [Turn(0, occasion), *_forewords(document, occasion)]
    offices: dict[str, str] = {}
    if occasion.speaker and occasion.office:
        offices[_key(occasion.speaker)] = occasion.office
    names = _names(document, cut, occasion)
    for start, name, office, label in _labels(document, cut, occasion, names):
        if name and office:
            offices[_key(name)] = office
        known = office or offices.get(_key(name), "") or office_on(name, occasion.made_on)
        speaker = name or _holder(known, offices, occasion)
        turns.append(Turn(start, replace(occasion, speaker=speaker, office=known, voice=_voice(known, occasion, name)), label))
    return Turns(sorted(turns, key=lambda turn: turn.start))


_FOREWORD = re.compile(r"(?:ministerial |the minister's )?(?:foreword|introduction by|preface)\b|rhagair", re.IGNORECASE)


def _forewords(document: Document, occasion: Occasion) -> Iterator[Turn]:
    """A foreword that somebody signs at its end, with what follows it the author's again."""
    for section in document.sections:
        if not section.heading or not _FOREWORD.match(section.heading):
            continue
        lines = [" ".join(line.split()) for line in document.text[section.start : section.end].split("\n") if line.strip()]
        signed = next((found for line in reversed(lines[-4:]) if len(line) < LONGEST and (found := read_byline(line))), None)
        author, office = (signed.author, signed.role) if signed else (occasion.quoted, occasion.quoted_office)
        if author:
            voice = Voice.MINISTER if is_government(office) else Voice.OTHER
            yield Turn(section.start, replace(occasion, speaker=author, office=office, voice=voice))
            yield Turn(section.end, occasion)


def _key(name: str) -> str:
    return " ".join((read_name(name) or name).casefold().split())


def _holder(office: str, offices: dict[str, str], occasion: Occasion) -> str:
    """Who speaks where a line names an office alone: the one known to hold it."""
    folded = office.casefold()
    if occasion.office and (folded in occasion.office.casefold() or occasion.office.casefold() in folded):
        return occasion.speaker
    return next((name.title() for name, held in offices.items() if folded and folded in held.casefold()), "")


def _voice(office: str, occasion: Occasion, name: str) -> Voice:
    if is_government(office):
        return Voice.MINISTER
    if not office and name and _key(name) == _key(occasion.speaker or "-"):
        return occasion.voice
    return Voice.OTHER


def _labels(
    document: Document, cut: Sequence[Unit], occasion: Occasion, names: Counter[str]
) -> Iterator[tuple[int, str, str, int]]:
    """Where a turn begins, with name, office and the length of the line's label."""
    seen: set[int] = set()
    is_debate = occasion.type in SPOKEN and any(
        read_byline(section.heading) or is_member(section.heading) for section in document.sections
    )
    for unit in cut:
        if unit.block in seen:
            continue
        seen.add(unit.block)
        words = document.text[unit.span.start : unit.span.end]
        if unit.kind is UnitKind.HEADING:
            yield from _of_heading(" ".join(words.split()).strip("#* "), unit.span.start, occasion, is_debate=is_debate)
        elif unit.kind is UnitKind.SENTENCE:
            yield from _of_line(words, unit.span.start, occasion, names)


def _of_heading(words: str, start: int, occasion: Occasion, *, is_debate: bool) -> Iterator[tuple[int, str, str, int]]:
    if signed := read_byline(words):
        yield start, signed.author, signed.role, 0
    elif is_member(words):
        yield start, read_name(words) or "", "", 0
    elif occasion.type is PublicationType.WRITTEN_ANSWER and _ANSWER.search(words):
        yield start, occasion.speaker, occasion.office or "Minister", 0
    elif occasion.type is PublicationType.WRITTEN_ANSWER and _QUESTION.search(words):
        yield start, "", "Member", 0
    elif is_debate and (name := read_name(words)) and not _NO_NAME.search(name):
        yield start, name, "", 0


SPOKEN = frozenset({PublicationType.ORAL_STATEMENT, PublicationType.MINUTES})
ASKED = SPOKEN | {PublicationType.WRITTEN_ANSWER, PublicationType.OTHER}


def _of_line(words: str, start: int, occasion: Occasion, names: Counter[str]) -> Iterator[tuple[int, str, str, int]]:
    found = _LABEL.match(words)
    if not found:
        return
    label, office = found["name"].strip(" *_"), (found["office"] or "").strip()
    if signed := read_byline(label):
        yield start, signed.author, signed.role, found.end()
    elif office and is_office(office) and (name := read_name(label)):
        yield start, name, office, found.end()
    elif len(label) < 80 and _OFFICE_LABEL.fullmatch(label) and is_office(label):
        yield start, "", label.removeprefix("The ").removeprefix("the ").strip(), found.end()
    elif occasion.type in ASKED and (is_member(label) or (read_name(label) and _is_speaker(label, occasion, names))):
        yield start, read_name(label) or label, "", found.end()
    elif occasion.type is PublicationType.WRITTEN_ANSWER and len(label) < 40 and _ANSWER.search(label):
        yield start, occasion.speaker, occasion.office or "Minister", found.end()
    elif occasion.type is PublicationType.WRITTEN_ANSWER and len(label) < 40 and _QUESTION.search(label):
        yield start, "", "Member", found.end()


def _is_speaker(label: str, occasion: Occasion, names: Counter[str]) -> bool:
    """Whether a name before a colon is one who speaks: known, or there more than once."""
    key = _key(label)
    return bool(office_on(label, occasion.made_on)) or key == _key(occasion.speaker or "-") or names[key] > 1 or len(names) > 1


def _names(document: Document, cut: Sequence[Unit], occasion: Occasion) -> Counter[str]:
    """How often each name stands before a colon at the start of a paragraph."""
    if occasion.type not in ASKED:
        return Counter()
    found: Counter[str] = Counter()
    for unit in cut:
        if unit.kind is UnitKind.SENTENCE and (label := _LABEL.match(document.text[unit.span.start : unit.span.end])):
            name = read_name(label["name"].strip(" *_"))
            if name and not _NO_NAME.search(name):
                found[_key(name)] += 1
    return found
