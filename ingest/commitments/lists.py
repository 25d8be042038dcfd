"""Lists: what the words that introduce a list promise for its items (`We will:`); does not read an item's own clauses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.commitment import Due, Form, Kind
from corpus.document import Document
from corpus.passage import Span
from ingest.commitments.classes_english import classify
from ingest.commitments.classes_welsh import classify_welsh
from ingest.commitments.clauses import hide_quoted, plain_of
from ingest.commitments.dues import Placed
from ingest.commitments.fields import header_dues, placed_dues
from ingest.commitments.occasion import Occasion
from ingest.commitments.parse_english import FINITE
from ingest.commitments.verdict import OTHER, Told, Verdict

_POINTS = re.compile(
    r"(?:,? ?(?:by |that |these |and )*(?:(?:do|doing|take|taking|include|including|includes|are|is|be|achieve|deliver|make|"
    r"make the|carry out|pursue|undertake|undertaking|set out)\b ?)?(?:(?:all|each|both|any|a number|a series|a range|a set|"
    r"some|two|three|four|five|six|seven|eight|several|number|further|immediate|key|practical|following|these|the|of|next|"
    r"as follows|main|more|short-term|also|other|specific|clear|first|in the short term) ?)*(?:actions?|steps?|things|"
    r"measures|points|following|changes|commitments|follows|areas|ways|work|including|priorities|this)?)$",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"^(?:a|an|the|our|new|further|more|additional|£|\d|two|three|four|five|revised|updated|up to|funding|guidance|support|"
    r"regular|annual|free)\b",
    re.IGNORECASE,
)
_BASE = re.compile(r"^(?:\w+ly |also |to |jointly )*[a-z]+", re.IGNORECASE)
_LISTING = re.compile(r"\b(?:taking|take|includ|following|these)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Words that introduce a list."""

    lead: str
    """Up to where an item goes on: `Before the guidance is published I will`."""
    said: Occasion
    language: str
    placed: tuple[Placed, ...]
    whole: Verdict
    """What they do with an item that only names a thing."""

    def told(self, words: str, own: Sequence[Told], placed: Sequence[Placed]) -> tuple[Told, ...] | None:
        """The item's clause as its header makes it; None where the item speaks for itself."""
        speaks = any(one.verdict.kind is not Kind.OTHER or one.verdict.rule != OTHER.rule for one in own)
        if speaks and not self._completes(words, own):
            return None
        verdict = self._verdict(words, placed)
        if verdict.kind is Kind.OTHER or not own:
            return None
        first = own[0]
        return (replace(first, start=0, end=len(words), verdict=verdict),)

    def _completes(self, words: str, own: Sequence[Told]) -> bool:
        """Whether an item that reads as a clause is only the rest of its header's: `announcing that: schools will have …`."""
        if re.search(r"\bthat$", self.lead, re.IGNORECASE):
            return all(one.verdict.kind is not Kind.COMMITMENT for one in own)
        opens = re.match(r"(?:i|we|it|they|this|these|the|our|my|a|an|local|schools)\b", words, re.IGNORECASE)
        return (
            not opens
            and bool(re.search(r"\b(?:will|shall|to|also|then)$", self.lead, re.IGNORECASE))
            and not FINITE.search(words.split(" ", 1)[0])
        )

    def _verdict(self, words: str, placed: Sequence[Placed]) -> Verdict:
        item = re.sub(r"[;,.]?(?: (?:and|or|ac|a|neu))?$", "", words.strip())
        ahead = any(
            one.due.last is None or self.said.made_on is None or one.due.last >= self.said.made_on
            for one in (*placed, *self.placed)
        )
        lowered = item[:1].lower() + item[1:] if not item[:2].isupper() else item
        clause = f"{self.lead} {lowered}"
        if self.language == "cy":
            found = classify_welsh(clause, voice=self.said.voice, ahead=ahead, lead_time=self.lead_time)
        else:
            found = classify(clause, voice=self.said.voice, ahead=ahead, lead_time=self.lead_time)
        if found.kind is Kind.OTHER:
            found = self._of_thing(item)
        elif found.kind is Kind.COMMITMENT:
            subject = (
                item
                if found.form in {Form.AGENTLESS, Form.SCHEDULED}
                and found.rule not in {"announced", "given", "every"}
                and not found.subject
                else found.subject
            )
            action = item if item.casefold() in found.action.casefold() else found.action
            found = replace(found, action=action, action_at=0, subject=subject)
        return replace(found, rule=f"{found.rule}-item") if found is not OTHER else OTHER

    def _of_thing(self, item: str) -> Verdict:
        """`The following will be published by June:` with an item that only names the thing."""
        if self.whole.kind is Kind.COMMITMENT and self.whole.form in {Form.AGENTLESS, Form.SCHEDULED}:
            return replace(self.whole, subject=item, action_at=0)
        if self.whole.kind is Kind.COMMITMENT and _NO_VERB.match(item):
            return replace(self.whole, action=item, action_at=0)
        if self.whole.kind in {
            Kind.ONGOING_ACTION,
            Kind.EXPECTATION_OF_OTHERS,
            Kind.THIRD_PARTY_UNDERTAKING,
            Kind.ASPIRATION,
        } and not FINITE.search(item):
            return self.whole
        return OTHER

    @property
    def is_time(self) -> bool:
        """Whether it only names a time: `In the second half of 2026`."""
        begins, ends = (self.placed[0].start, self.placed[-1].end) if self.placed else (0, 0)
        return bool(self.placed) and not re.sub(r"\W", "", self.lead[:begins] + self.lead[ends:])

    @property
    def lead_time(self) -> int:
        """How many letters at its start are words of time."""
        first = next((one for one in self.placed if one.start == 0 and one.preposition), None)
        return first.end if first else 0

    def dues(self) -> tuple[Due, ...]:
        """The dates that the header gives all its items."""
        return header_dues(self.lead, self.placed, self.said.made_on, self.language)


def frame_of(document: Document, span: Span, said: Occasion) -> Frame:
    """The frame that the words introducing a list give its items."""
    words = hide_quoted(plain_of(document.text, span).text).strip().lstrip("# ").rstrip(" :*_-")
    placed = placed_dues(words, said.made_on, document.language)
    ahead = bool(placed)
    if document.language == "cy":
        whole = classify_welsh(words, voice=said.voice, ahead=ahead)
        lead = re.sub(
            r"[,]? ?(?:y canlynol|'r canlynol|fel a ganlyn|y camau canlynol|y camau hyn|y pethau hyn|gwneud y canlynol)$",
            "",
            words,
        )
    else:
        lead = _POINTS.sub("", words).rstrip(" ,")
        whole = classify(words, voice=said.voice, ahead=ahead)
        if whole.kind is Kind.COMMITMENT and whole.form is Form.FIRST_PERSON:
            whole = replace(whole, rule=whole.rule)
    return Frame(lead=lead, said=said, language=document.language, placed=placed, whole=whole)
