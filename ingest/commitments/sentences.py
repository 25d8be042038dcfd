"""Sentences of a text with their clauses classed, in the voice of whoever says them; a visible list of steps. Reads no fields.

Every sentence gets exactly one class: that of its promise where a clause is one, else of the first clause that has one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.commitment import Kind
from corpus.document import Document
from corpus.passage import Span
from corpus.units import Unit, UnitKind, units
from ingest.commitments.business import as_heard
from ingest.commitments.clauses import Plain, hide_quoted, plain_of
from ingest.commitments.due_pointed_english import last_told, with_pointed
from ingest.commitments.dues import Placed
from ingest.commitments.fields import placed_dues
from ingest.commitments.hearing import Paragraph, english, initials_of, welsh
from ingest.commitments.lists import Frame, frame_of
from ingest.commitments.minutes_english import as_promise
from ingest.commitments.occasion import Occasion
from ingest.commitments.quotations import Quoted, quoted_in
from ingest.commitments.turns import Turns, turns_of
from ingest.commitments.verdict import Told, Verdict, Voice
from ingest.duty_lists import lists_of

POINT = "\u00b7"
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
"""The comma of `1,100 teachers`, which parts nothing."""
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


def sentences_of(document: Document, occasion: Occasion, *, scored: bool = True) -> Iterator[Sentence]:
    """Every sentence and item of a text, in order; headings are none. `scored` is false to read by rules alone."""
    cut = units(document)
    occasion = as_heard(document, occasion, cut)
    turns = turns_of(document, occasion, cut)
    quotations = quoted_in(document, cut, turns)
    headers = lists_of(document.text, cut)
    frames = {
        span: frame_of(document, span, turns.at(span.start))
        for span in {*headers.values()}
        if span and span.end - span.start <= LONGEST
    }
    paragraph = Paragraph()
    seen: set[int] = set()
    for unit in cut:
        is_first = unit.block not in seen
        seen.add(unit.block)
        if unit.kind is UnitKind.HEADING:
            continue
        paragraph.enter(unit.block)
        header = headers.get(unit.span)
        frame = frames.get(header) if header and is_first and unit.kind is UnitKind.ITEM else None
        yield _read(document, unit, turns, quotations, header, frame, paragraph, scored=scored)


def _read(
    document: Document,
    unit: Unit,
    turns: Turns,
    quotations: Sequence[Quoted],
    header: Span | None,
    frame: Frame | None,
    paragraph: Paragraph,
    *,
    scored: bool,
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
    words = _THOUSANDS.sub(POINT, words)
    if document.language != "cy" and said.voice in {Voice.MEETING, Voice.BOARD}:
        said = _minuted(words, said)
        made = replace(made, said=said)
        words = as_promise(words)
    placed = placed_dues(words, said.made_on, document.language)
    if document.language != "cy":
        placed = with_pointed(words, placed, paragraph.told, said.made_on)
    paragraph.told = last_told(placed, said.made_on)
    if words.rstrip(" *_").endswith(":"):
        return replace(made, placed=placed, told=_whole(words, Verdict(kind=Kind.LIST_HEADER, rule="list-header")))
    if words.rstrip("\"' ").endswith("?"):
        return replace(made, placed=placed, told=_whole(words, Verdict(kind=Kind.OTHER, rule="question")))
    is_english = document.language != "cy"
    told = english(words, said, placed, paragraph, scored=scored) if is_english else welsh(words, said, placed)
    framed = frame.told(words, told, placed) if frame else None
    if framed is not None:
        return replace(made, placed=placed, told=tuple(map(_as_written, framed)), frame=frame)
    timed = frame if frame and frame.is_time else None
    return replace(made, placed=placed, told=tuple(map(_as_written, told)), frame=timed)


def _as_written(told: Told) -> Told:
    """A clause with its numbers as they stand in the text."""
    verdict = told.verdict
    if POINT not in verdict.subject + verdict.action:
        return told
    subject, action = (words.replace(POINT, ",") for words in (verdict.subject, verdict.action))
    return replace(told, verdict=replace(verdict, subject=subject, action=action))


def _minuted(words: str, said: Occasion) -> Occasion:
    """The official whom a sentence of minutes begins with, as the one who speaks."""
    official = next((one for one in said.officials if re.search(rf"(?:^|[,;] and |, ){re.escape(one[0])}\b", words)), None)
    official = official or next((one for one in said.officials if words.startswith(f"{initials_of(one[0]).upper()} ")), None)
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
