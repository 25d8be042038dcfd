"""Hearing: the clauses of a sentence, each with what it does, heard one after the other; cuts no sentences, reads no fields."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.commitment import Due, Grain, Kind
from ingest.commitments.classes_english import classify
from ingest.commitments.classes_welsh import classify_welsh, cuts_of
from ingest.commitments.clauses import Clause, clauses_of
from ingest.commitments.due_parted_english import parted
from ingest.commitments.dues import Placed
from ingest.commitments.infinitives import infinitives_in
from ingest.commitments.leads_english import body_of
from ingest.commitments.occasion import Occasion
from ingest.commitments.parse_english import FINITE, parse
from ingest.commitments.relatives import relatives_in
from ingest.commitments.subjects_english import Subject, kind_of
from ingest.commitments.verdict import Told


@dataclass(slots=True)
class Paragraph:
    """What the sentences of a paragraph were about, for the `it` and `they` of the next one."""

    block: int = -1
    before: Subject = Subject.ANY
    told: Due | None = None
    """The last day that the sentence before told, for the `that day` of this one."""

    def enter(self, block: int) -> None:
        """Forget, where a new paragraph begins."""
        if block != self.block:
            self.block, self.before, self.told = block, Subject.ANY, None


def english(
    words: str, said: Occasion, placed: Sequence[Placed], paragraph: Paragraph, *, scored: bool = True
) -> tuple[Told, ...]:
    """The clauses of an English sentence in plain letters; `scored` is false to go by rules alone."""
    found: list[Told] = []
    carried = Subject.SAME
    minister = _MINISTER.search(words)
    carried_words = ""
    announces = False
    officials = frozenset(form for name, _ in said.officials for form in (name.casefold(), initials_of(name)))
    for clause in clauses_of(words):
        verdict = classify(
            clause.text,
            voice=said.voice,
            carried=carried if clause.joined else Subject.SAME,
            before=Subject.GOVERNMENT if minister and minister.end() <= clause.start else paragraph.before,
            ahead=is_ahead(placed, clause.start, clause.end, said.made_on),
            later=is_later(placed, clause.start, clause.end, said.made_on),
            lead_time=lead_time(placed, clause.start, clause.text),
            scored=scored,
            officials=officials,
            announced=announces and bool(_THAT.search(words[: clause.start])),
        )
        announces = (
            (announces and bool(_THAT.search(words[: clause.start])))
            or body_of(clause.text).announced
            or bool(_PLEDGED.search(words[: clause.start]))
        )
        subject, subject_words = _subject(clause)
        if subject is Subject.SAME and clause.joined:
            if verdict.kind is Kind.COMMITMENT and not verdict.subject:
                verdict = replace(verdict, subject=carried_words)
        else:
            carried, carried_words = subject, subject_words
        found.extend(parted(Told(start=clause.start, end=clause.end, verdict=verdict), words, placed))
    listed = [Told(start=start, end=end, verdict=verdict) for start, end, verdict in infinitives_in(words, said.voice)]
    found = [*_relatives(words, said, placed), *listed, *found]
    _remember(words, found, paragraph)
    return tuple(found)


_THAT = re.compile(r"\bthat \Z")
_PLEDGED = re.compile(r"\b(?:assurance|undertaking|commitment|promise|word|pledge) that \Z")


def initials_of(name: str) -> str:
    """`Macsen Tregaron` -> mt, as minutes name those who are to act."""
    return "".join(word[0] for word in name.split()).casefold()


_MINISTER = re.compile(r"\b(?:Minister|Cabinet Secretary|Permanent Secretary)\b")


def _relatives(words: str, said: Occasion, placed: Sequence[Placed]) -> Iterator[Told]:
    """Promises in relative clauses: `the resource, which we are publishing this week, will help`."""
    for start, end, verdict in relatives_in(words, said.voice, lambda begin, stop: is_ahead(placed, begin, stop, said.made_on)):
        yield Told(start=start, end=end, verdict=verdict)


def _subject(clause: Clause) -> tuple[Subject, str]:
    parsed = parse(clause.text)
    if parsed is not None:
        return kind_of(parsed.subject), parsed.subject
    body = body_of(clause.text).text
    finite = FINITE.search(body)
    first = re.match(r"(?:I|we)\b", body, re.IGNORECASE)
    words = body[: finite.start()].strip(" ,") if finite else first[0] if first else ""
    return (kind_of(words), words) if words else (Subject.SAME, "")


def _remember(words: str, told: Sequence[Told], paragraph: Paragraph) -> None:
    """Keep what the next sentence's `it` and `they` will mean."""
    last = told[-1] if told else None
    if last is None:
        return
    verdict = last.verdict
    if verdict.kind is Kind.COMMITMENT and _NAMES_GROUP.search(verdict.action):
        paragraph.before = Subject.THIRD
        return
    subject, _ = _subject(Clause(words[last.start : last.end], last.start, joined=False))
    if subject not in {Subject.IT, Subject.THEY, Subject.THIS, Subject.SAME}:
        paragraph.before = subject


_NAMES_GROUP = re.compile(
    r"^(?:be |now |also )*(?:establish|set up|appoint|creat|conven|launch|form|recruit)\w*\b[^.;]{0,60}\b(?:group|panel|"
    r"board|body|commission|committee|taskforce|team|reviewer|chair|network|forum|agency|adviser)\b",
    re.IGNORECASE,
)


def welsh(words: str, said: Occasion, placed: Sequence[Placed]) -> tuple[Told, ...]:
    """The clauses of a Welsh sentence in plain letters."""
    return tuple(
        Told(
            start=start,
            end=end,
            verdict=classify_welsh(
                words[start:end],
                voice=said.voice,
                ahead=is_ahead(placed, start, end, said.made_on),
                lead_time=lead_time(placed, start),
            ),
        )
        for start, end in cuts_of(words)
    )


def is_ahead(placed: Sequence[Placed], start: int, end: int, made_on: date | None) -> bool:
    """Whether a clause names a time that is not over."""
    return any(
        start <= one.start < end and (one.due.last is None or made_on is None or one.due.last >= made_on) for one in placed
    )


def is_later(placed: Sequence[Placed], start: int, end: int, made_on: date | None) -> bool:
    """Whether a clause names a time that begins after the day it was said, or a day of this week to come."""
    return any(
        start <= one.start < end
        and (
            made_on is None
            or one.due.vague
            or (one.due.first is not None and (one.due.first > made_on or one.due.grain is Grain.WEEK))
        )
        for one in placed
    )


def lead_time(placed: Sequence[Placed], start: int, clause: str = "") -> int:
    """How many letters at the start of a clause are words of time, with a `So` or `And` before them."""
    joined = _JOINS.match(clause)
    begins = {start, start + joined.end()} if joined else {start}
    first = next((one for one in placed if one.start in begins and one.preposition), None)
    return first.end - start if first else 0


_JOINS = re.compile(r"(?:so|and|but|then|now),? ", re.IGNORECASE)
