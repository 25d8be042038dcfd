"""Duties: who must, should or may do what, read out of a document; a visible list of steps. Does not store them.

Sentences are read by the rules of their language; then an item takes actor and modal from the words that introduce its
list, `they` from its paragraph, and what names nobody from its heading (methods 6.2).
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from corpus import bodies
from corpus.document import Document
from corpus.duty import Duty
from corpus.passage import Span
from corpus.units import Unit, UnitKind, units
from ingest import duty_english, duty_welsh
from ingest.duty_actors import actor_of_heading
from ingest.duty_claims import Actor, Claim, Who
from ingest.duty_key import Key, is_of_key, read_key
from ingest.duty_lists import Opening, lists_of, opening_of
from ingest.duty_mentions import subject_of
from ingest.sentences import plain

_PUPIL_COUNCIL = re.compile(r"\b(?:school|pupils?'?|students?'?|learners?'?|voice) councils?\b", re.IGNORECASE)
LONGEST = 1500
"""Characters of the longest sentence that is read: more is a table that lost its lines."""


@lru_cache(maxsize=1)
def rules_version() -> str:
    """What a document's duties were read by: another value means that they must be read again."""
    listed = hashlib.sha256(bodies.LIST.read_bytes()).hexdigest()[:8]
    return f"duties/1 {listed}"


@dataclass(slots=True)
class _Paragraph:
    """Whom `they` and `it` may mean in a paragraph."""

    block: int = -1
    actors: tuple[Actor, ...] = field(default_factory=tuple)

    def enter(self, block: int) -> None:
        """Forget what the paragraph before spoke of."""
        if block != self.block:
            self.block, self.actors = block, ()


def duties_of(document: Document) -> tuple[Duty, ...]:
    """The duties of a document, in order; each lies in one sentence or item of its text."""
    cut = units(document)
    key = read_key(document.text, (unit.span for unit in cut))
    headers = lists_of(document.text, cut)
    openings = {span: opening_of(document, span) for span in {*headers.values()} if span}
    has_pupil_council = bool(_PUPIL_COUNCIL.search(document.text))
    paragraph = _Paragraph()
    found: list[Duty] = []
    seen_blocks: set[int] = set()
    for unit in cut:
        is_first = unit.block not in seen_blocks
        seen_blocks.add(unit.block)
        if (
            unit.kind is UnitKind.HEADING
            or unit.span in openings
            or is_of_key(unit.span, key)
            or unit.span.end - unit.span.start > LONGEST
        ):
            _remember(paragraph, unit, openings.get(unit.span))
            continue
        header = headers.get(unit.span)
        opening = openings[header] if header else None
        words = plain(document.text[unit.span.start : unit.span.end])
        claims = _claims(words, document.language)
        paragraph.enter(unit.block if opening is None else -2 - (header or unit.span).start)
        if opening is not None:
            claims = _in_list(claims, opening, words, is_first=is_first)
        claims = tuple(_without_mistaken(claim) for claim in claims) if has_pupil_council else claims
        resolved = [_named(claim, paragraph, document, unit, opening) for claim in claims]
        _note(paragraph, resolved, words, document.language)
        for claim in resolved:
            found.extend(_duties(claim, unit.span, header, key))
    return tuple(found)


def _without_mistaken(claim: Claim) -> Claim:
    """A claim in a text that speaks of pupils' councils: its bare `council` is no local authority."""
    actors = tuple(actor for actor in claim.actors if not re.search(r"^(?:\w+ )?councils?$", actor.words, re.IGNORECASE))
    return claim if actors == claim.actors else replace(claim, actors=actors, who=Who.BODY if actors else Who.OTHER)


def _claims(words: str, language: str) -> tuple[Claim, ...]:
    return duty_welsh.claims_in(words) if language == "cy" else duty_english.claims_in(words)


def _in_list(claims: Sequence[Claim], opening: Opening, words: str, *, is_first: bool) -> tuple[Claim, ...]:
    """The claims of an item: its own, or the one its header makes of it."""
    own = tuple(replace(claim, laws=tuple(dict.fromkeys((*claim.laws, *opening.laws)))) for claim in claims)
    if opening.claim is None or not is_first or (own and not opening.covers(own)):
        return own
    return opening.claims_of(words)


def _named(claim: Claim, paragraph: _Paragraph, document: Document, unit: Unit, opening: Opening | None) -> Claim:
    """A claim with its actors, as far as the text around it tells."""
    if claim.who is Who.BODY:
        return claim
    if claim.who in {Who.THEY, Who.IT} and paragraph.actors:
        return replace(claim, who=Who.BODY, actors=paragraph.actors)
    if opening is not None and opening.actors and claim.who in {Who.NOBODY, Who.THEY, Who.IT, Who.SAME}:
        return replace(claim, who=Who.BODY, actors=opening.actors)
    if claim.who is Who.OTHER:
        return claim
    heading = actor_of_heading(document, unit.span.start)
    return replace(claim, who=Who.BODY, actors=(heading,)) if heading else claim


def _note(paragraph: _Paragraph, claims: Iterable[Claim], words: str, language: str) -> None:
    """Keep whom the next sentence's `they` will mean."""
    said = subject_of(words, language)
    spoken = list(claims)
    if spoken:
        last = next((claim for claim in reversed(spoken) if claim.who is Who.BODY), None)
        paragraph.actors = last.actors if last else said or ()
    elif said is not None:
        paragraph.actors = said


def _remember(paragraph: _Paragraph, unit: Unit, opening: Opening | None) -> None:
    paragraph.enter(unit.block)
    if opening is not None and opening.actors:
        paragraph.actors = opening.actors


def _duties(claim: Claim, span: Span, header: Span | None, key: Key) -> Iterable[Duty]:
    """One duty for each actor a claim names; one without where it names none."""
    meaning = key.get(claim.word)
    level = meaning.level if meaning and not (claim.negative and claim.word in {"may", "caiff"}) else claim.level
    for actor in claim.actors or (None,):
        yield Duty(
            span=span,
            level=level,
            modal=claim.modal,
            negative=claim.negative,
            actor=actor.body if actor else None,
            actor_words=actor.words if actor else "",
            action=claim.action,
            header=header,
            condition=claim.condition,
            deadline=claim.deadline,
            laws=claim.laws,
            key=meaning.span if meaning else None,
            rule=claim.rule,
        )
