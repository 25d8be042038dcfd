"""Quotations in a text: what stands inside quotation marks, and which minister says it where the words around tell; reads none.

Quoted words bind nobody but their speaker, and only in news is a minister quoted so as to promise.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Document
from corpus.passage import Span
from corpus.publication import PublicationType
from corpus.units import Unit
from ingest.byline import read_name
from ingest.commitments.occasion import Occasion, is_government
from ingest.commitments.turns import Turns
from ingest.commitments.verdict import Voice

_SAID = re.compile(r"\b(?:said|says|added|commented|explained|meddai|dywedodd|ychwanegodd|told)\b", re.IGNORECASE)
_QUOTES = re.compile(r"[“\"][^“”\"]*(?:[”\"]|\Z)|(?<!\w)‘[^‘\n]{20,}?’(?!\w)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks, and who says them where the text around tells."""

    span: Span
    said: Occasion | None
    """None where it is not government that is quoted, or not known who."""


def quoted_in(document: Document, cut: Sequence[Unit], turns: Turns) -> list[Quoted]:
    """Quotations that take up a sentence or more, paragraph by paragraph; shorter ones are hidden clause by clause."""
    found: list[Quoted] = []
    before = ""
    for block in _blocks(cut):
        words = document.text[block.start : block.end]
        spans = [
            Span(block.start + match.start(), block.start + match.end())
            for match in _QUOTES.finditer(words)
            if len(match[0].split()) > 6
        ]
        if spans:
            outside = _without(document.text, block, spans)
            said = _quoted(outside, before, turns.at(block.start))
            found += [Quoted(span, said) for span in spans]
            before = outside if _SAID.search(outside) else before
        else:
            before = words
    return found


def _blocks(cut: Sequence[Unit]) -> Iterator[Span]:
    start = end = block = -1
    for unit in cut:
        if unit.block != block:
            if start >= 0:
                yield Span(start, end)
            start, block = unit.span.start, unit.block
        end = unit.span.end
    if start >= 0:
        yield Span(start, end)


def _without(text: str, block: Span, spans: Sequence[Span]) -> str:
    parts, at = [], block.start
    for span in spans:
        parts.append(text[at : span.start])
        at = span.end
    return " ".join([*parts, text[at : block.end]])


def _quoted(outside: str, before: str, occasion: Occasion) -> Occasion | None:
    """Who is quoted, where it is a minister: `The Minister for Kites, Ann Example, said:`; only in news is it a promise."""
    if occasion.type not in {PublicationType.NEWS, PublicationType.OTHER}:
        return None
    lead = outside if _SAID.search(outside) else before
    if not _SAID.search(lead):
        return None
    sentence = next((one for one in reversed(re.split(r"(?<=[.!?])\s+", lead)) if _SAID.search(one)), lead)
    office = re.search(
        r"(?:Cabinet Secretary|(?:Deputy |First )?Minister)(?: for [^,.:]{2,80}?)?(?=,| [A-Z][a-z]+ [A-Z]| said| added|:|\.|$)",
        sentence,
    )
    if occasion.quoted and (occasion.quoted in sentence or (office and occasion.quoted.split()[-1] in sentence)):
        held = occasion.quoted_office
        return replace(occasion, voice=Voice.MINISTER, speaker=occasion.quoted, office=held) if is_government(held) else None
    if not office:
        return None
    names = re.findall(r"\b[A-Z][\w'-]+(?: [A-Z][\w'-]+)+", sentence.replace(office[0], ","))
    name = next((one for one in names if read_name(one)), "")
    return replace(occasion, voice=Voice.MINISTER, speaker=name, office=office[0].strip())
