"""Sentences of a text with their clauses classed, in the voice of whoever says them; a visible list of steps. Reads no fields.

Every sentence gets exactly one class: that of its promise where a clause is one, else of the first clause that has one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.commitment import Grain, Kind
from corpus.document import Document
from corpus.passage import Span
from corpus.units import Unit, UnitKind, units
from ingest.commitments.classes_english import classify
from ingest.commitments.classes_welsh import classify_welsh, cuts_of
from ingest.commitments.clauses import Clause, Plain, clauses_of, hide_quoted, plain_of
from ingest.commitments.dues import Placed
from ingest.commitments.fields import placed_dues
from ingest.commitments.lists import Frame, frame_of
from ingest.commitments.minutes_english import as_promise
from ingest.commitments.occasion import Occasion
from ingest.commitments.parse_english import FINITE, body_of, parse
from ingest.commitments.quotations import Quoted, quoted_in
from ingest.commitments.relatives import relatives_in
from ingest.commitments.subjects_english import Subject, kind_of
from ingest.commitments.turns import Turns, turns_of
from ingest.commitments.verdict import Told, Verdict, Voice
from ingest.duty_lists import lists_of

LONGEST = 1500
"""Characters of the longest sentence that is read: more is a table that lost its lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence or item with its clauses."""

    unit: Unit
    plain: Plain
    said: Occasion
    header: Span | None
    frame: Frame | None
    """What the header of its list promises on its behalf; None where it speaks for itself."""
    placed: tuple[Placed, ...]
    told: tuple[Told, ...]

    @property
    def kind(self) -> Kind:
        """Its one class."""
        kinds = [one.verdict.kind for one in self.told]
        if Kind.COMMITMENT in kinds:
            return Kind.COMMITMENT
        return next((kind for kind in kinds if kind is not Kind.OTHER), Kind.OTHER)


@dataclass(slots=True)
class _Paragraph:
    block: int = -1
    before: Subject = Subject.ANY

    def enter(self, block: int) -> None:
        if block != self.block:
            self.block, self.before = block, Subject.ANY


def sentences_of(document: Document, occasion: Occasion) -> Iterator[Sentence]:
    """Every sentence and item of a text, in order; headings are none."""
    cut = units(document)
    turns = turns_of(document, occasion, cut)
    quotations = quoted_in(document, cut, turns)
    headers = lists_of(document.text, cut)
    frames = {
        span: frame_of(document, span, turns.at(span.start))
        for span in {*headers.values()}
        if span and span.end - span.start <= LONGEST
    }
    paragraph = _Paragraph()
    seen: set[int] = set()
    for unit in cut:
        is_first = unit.block not in seen
        seen.add(unit.block)
        if unit.kind is UnitKind.HEADING:
            continue
        paragraph.enter(unit.block)
        header = headers.get(unit.span)
        frame = frames.get(header) if header and is_first and unit.kind is UnitKind.ITEM else None
        yield _read(document, unit, turns, quotations, header, frame, paragraph)


def _read(
    document: Document,
    unit: Unit,
    turns: Turns,
    quotations: Sequence[Quoted],
    header: Span | None,
    frame: Frame | None,
    paragraph: _Paragraph,
) -> Sentence:
    said = turns.at(unit.span.start)
    span = Span(unit.span.start + turns.label_at(unit.span.start), unit.span.end)
    hidden, quoting = _quotations(span, quotations)
    if quoting is not None:
        said, hidden = quoting, ()
    plain = plain_of(document.text, span, hidden=hidden)
    made = Sentence(unit=unit, plain=plain, said=said, header=header, frame=None, placed=(), told=())
    if not plain.text or len(plain.text) > LONGEST:
        return made
    # A minister's own words, quoted in news, are read as any: only the marks give way.
    words = hide_quoted(plain.text) if quoting is None else plain.text.replace('"', " ")
    if document.language != "cy" and said.voice in {Voice.MEETING, Voice.BOARD}:
        said = _minuted(words, said)
        made = replace(made, said=said)
        words = as_promise(words)
    placed = placed_dues(words, said.made_on, document.language)
    if words.rstrip(" *_").endswith(":"):
        return replace(made, placed=placed, told=_whole(words, Verdict(kind=Kind.LIST_HEADER, rule="list-header")))
    if words.rstrip("\"' ").endswith("?"):
        return replace(made, placed=placed, told=_whole(words, Verdict(kind=Kind.OTHER, rule="question")))
    is_english = document.language != "cy"
    told = _english(words, said, placed, paragraph) if is_english else _welsh(words, said, placed)
    framed = frame.told(words, told, placed) if frame else None
    if framed is not None:
        return replace(made, placed=placed, told=framed, frame=frame)
    return replace(made, placed=placed, told=told)


def _minuted(words: str, said: Occasion) -> Occasion:
    """The official whom a sentence of minutes begins with, as the one who speaks."""
    official = next((one for one in said.officials if re.search(rf"(?:^|[,;] and |, ){re.escape(one[0])}\b", words)), None)
    return replace(said, speaker=official[0], office=official[1]) if official else said


def _whole(words: str, verdict: Verdict) -> tuple[Told, ...]:
    return (Told(start=0, end=len(words), verdict=verdict),)


def _quotations(span: Span, quotations: Sequence[Quoted]) -> tuple[tuple[Span, ...], Occasion | None]:
    """What of a span is quoted; or who says it, where nearly all of it is a minister's quoted words."""
    meeting = [one for one in quotations if one.span.start < span.end and span.start < one.span.end]
    for one in meeting:
        shared = min(one.span.end, span.end) - max(one.span.start, span.start)
        if one.said is not None and shared * 3 >= 2 * (span.end - span.start):
            return (), one.said
    return tuple(one.span for one in meeting), None


def _english(words: str, said: Occasion, placed: Sequence[Placed], paragraph: _Paragraph) -> tuple[Told, ...]:
    found: list[Told] = []
    carried = Subject.SAME
    minister = _MINISTER.search(words)
    carried_words = ""
    for clause in clauses_of(words):
        verdict = classify(
            clause.text,
            voice=said.voice,
            carried=carried if clause.joined else Subject.SAME,
            before=Subject.GOVERNMENT if minister and minister.end() <= clause.start else paragraph.before,
            ahead=_is_ahead(placed, clause.start, clause.end, said.made_on),
            later=_is_later(placed, clause.start, clause.end, said.made_on),
            lead_time=_lead_time(placed, clause.start),
            officials=frozenset(name.casefold() for name, _ in said.officials),
        )
        subject, subject_words = _subject(clause)
        if subject is Subject.SAME and clause.joined:
            if verdict.kind is Kind.COMMITMENT and not verdict.subject:
                verdict = replace(verdict, subject=carried_words)
        else:
            carried, carried_words = subject, subject_words
        found.append(Told(start=clause.start, end=clause.end, verdict=verdict))
    found = [*_relatives(words, said, placed), *found]
    _remember(words, found, paragraph)
    return tuple(found)


_MINISTER = re.compile(r"\b(?:Minister|Cabinet Secretary|Permanent Secretary)\b")


def _relatives(words: str, said: Occasion, placed: Sequence[Placed]) -> Iterator[Told]:
    """Promises in relative clauses: `the resource, which we are publishing this week, will help`."""
    for start, end, verdict in relatives_in(
        words, said.voice, lambda begin, stop: _is_ahead(placed, begin, stop, said.made_on)
    ):
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


def _remember(words: str, told: Sequence[Told], paragraph: _Paragraph) -> None:
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


def _welsh(words: str, said: Occasion, placed: Sequence[Placed]) -> tuple[Told, ...]:
    return tuple(
        Told(
            start=start,
            end=end,
            verdict=classify_welsh(
                words[start:end],
                voice=said.voice,
                ahead=_is_ahead(placed, start, end, said.made_on),
                lead_time=_lead_time(placed, start),
            ),
        )
        for start, end in cuts_of(words)
    )


def _is_ahead(placed: Sequence[Placed], start: int, end: int, made_on: date | None) -> bool:
    """Whether a clause names a time that is not over."""
    return any(
        start <= one.start < end and (one.due.last is None or made_on is None or one.due.last >= made_on) for one in placed
    )


def _is_later(placed: Sequence[Placed], start: int, end: int, made_on: date | None) -> bool:
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


def _lead_time(placed: Sequence[Placed], start: int) -> int:
    """How many letters at the start of a clause are words of time."""
    first = next((one for one in placed if one.start == start and one.preposition), None)
    return first.end - start if first else 0
