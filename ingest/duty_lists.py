"""Lists: the words that introduce an item, and the actor and modal it takes from them; does not read the item's own words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.document import Document
from corpus.passage import Span
from corpus.units import BULLET, Unit, UnitKind
from ingest import duty_english, duty_welsh
from ingest.duty_actors import ENGLISH, bare_subject, head_of
from ingest.duty_bounds import condition_behind, deadline_in
from ingest.duty_claims import Actor, Claim, Who
from ingest.duty_laws import laws_in
from ingest.sentences import plain

_POINTS = re.compile(
    r"(?:,? ?(?:(?:do |to |all |any |at least |each |one or more )*(?:of )?(?:the |these )?(?:following|"
    r"things|steps|points|these things)(?: \w+){0,3}|as follows|that|both|either|all of these|"
    r"do all of the following))$",
    re.IGNORECASE,
)
_POINTS_CY = re.compile(
    r"(?:,? ?(?:wneud )?(?:y canlynol|'r canlynol|y pethau hyn|fel a ganlyn|y camau canlynol|fod|bod))$", re.IGNORECASE
)
_HEADING = re.compile(
    r"^(?:what )?(?P<claim>.*\b(?:must|should|may|need to|are expected to|are required to))(?: do| consider)?$", re.IGNORECASE
)
_LAST = re.compile(r"[;,]?(?:\s+(?:and|or|ac|a|neu))?\s*$")


class Opening(NamedTuple):
    """Words that introduce a list."""

    claim: Claim | None
    """What they ask of whom, their items to say the rest; None where they have no modal."""
    actors: tuple[Actor, ...]
    laws: tuple[str, ...]
    lead: str
    """What stands behind their modal: `ensure that`."""
    language: str

    def covers(self, own: Sequence[Claim]) -> bool:
        """Whether the modals of an item are part of what its header asks: `ensure that pupils who must …`."""
        return (
            bool(self.lead)
            and all(claim.who is not Who.NOBODY for claim in own)
            and bool(re.search(r"\bthat$|\bfod$|\bbod$", self.lead))
        )

    def claims_of(self, words: str) -> tuple[Claim, ...]:
        """The claim that an item completes."""
        if self.claim is None:
            return ()
        item = _LAST.sub("", words.rstrip(" .;,"))
        pattern = _POINTS_CY if self.language == "cy" else _POINTS
        lead = self.lead if self.lead.endswith(" that") else pattern.sub("", self.lead)
        action = f"{lead} {item}".strip()
        bound = condition_behind(action, self.language) or condition_behind(item, self.language)
        made = replace(
            self.claim,
            action=action,
            condition="; ".join(dict.fromkeys(filter(None, (self.claim.condition, bound)))),
            deadline=deadline_in(action, self.language) or self.claim.deadline,
            laws=tuple(dict.fromkeys((*laws_in(words, self.language), *self.laws))),
            rule=f"{self.claim.rule}-item",
        )
        if turned := re.match(r"(?:not|never|beidio â|peidio â) ", item, re.IGNORECASE):
            made = replace(made, negative=True, action=item[turned.end() :])
        return (made,)


def lists_of(text: str, cut: Sequence[Unit]) -> dict[Span, Span | None]:
    """The words that introduce each item: its list's, or those of an item that opens a list of its own."""
    found: dict[Span, Span | None] = {}
    nested: tuple[Span, str] | None = None
    heading: Span | None = None
    ends: dict[int, Unit] = {unit.block: unit for unit in cut}
    for place, unit in enumerate(cut):
        if unit.kind is UnitKind.HEADING:
            heading, nested = (unit.span if _opens_by_heading(text, unit.span) else None), None
            continue
        if unit.kind is UnitKind.SENTENCE:
            nested = None
            continue
        style = _style(text, unit.span.start)
        if nested and style == nested[1]:
            nested = None
        header = nested[0] if nested else unit.header or heading
        if header:
            found[unit.span] = header
        last = ends[unit.block]
        if unit is last and text[unit.span.start : unit.span.end].rstrip().endswith(":") and _goes_on(text, cut, place, style):
            nested = (unit.span, style)
            found.pop(unit.span, None)
            if header and header != heading:
                found[unit.span] = header
    return found


def _goes_on(text: str, cut: Sequence[Unit], place: int, style: str) -> bool:
    """Whether items of another mark follow."""
    following = next((unit for unit in cut[place + 1 :]), None)
    return following is not None and following.kind is UnitKind.ITEM and _style(text, following.span.start) != style


def _opens_by_heading(text: str, span: Span) -> bool:
    words = plain(text[span.start : span.end]).lstrip("# ").rstrip(" :")
    return bool(_HEADING.match(words)) and not plain(text[span.start : span.end]).endswith("?")


def _style(text: str, start: int) -> str:
    """The mark of an item: its sign, or what kind of number or letter it is; its indent counts too."""
    line = text.rfind("\n", 0, start) + 1
    mark = text[line:start]
    indent = len(mark) - len(mark.lstrip(" \t"))
    sign = mark.strip()
    kind = "1" if re.search(r"\d", sign) else "a" if re.search(r"[A-Za-z]", sign) else sign
    return f"{indent} {kind}" if BULLET.match(mark) or sign else ""


def opening_of(document: Document, span: Span) -> Opening:
    """What the words that introduce a list ask, and of whom."""
    words = plain(document.text[span.start : span.end]).lstrip("# ").rstrip(" :")
    claims = (
        duty_welsh.claims_in(f"{words} \x02")
        if document.language == "cy"
        else duty_english.claims_in(f"{_as_clause(words)} \x02")
    )
    claim = claims[-1] if claims else None
    lead = claim.action.replace("\x02", "").strip() if claim else ""
    laws = laws_in(words, document.language)
    if claim is None:
        return Opening(None, _whom(words, document.language), laws, "", document.language)
    # A condition that the items are to name is theirs: `may close a school where:`.
    condition = "" if claim.condition.endswith("\x02") else claim.condition
    claim = replace(claim, action="", condition=condition, laws=laws)
    return Opening(claim, claim.actors, laws, lead, document.language)


def _as_clause(words: str) -> str:
    """A heading as the clause it stands for: `What schools must do` -> `schools must`."""
    match = _HEADING.match(words)
    return match["claim"] if match and re.match(r"what\b", words, re.IGNORECASE) else words


def _whom(words: str, language: str) -> tuple[Actor, ...]:
    """The body that a header without a modal names: `The governing body:`."""
    if language != ENGLISH:
        return ()
    actor = head_of(bare_subject(words))
    return (actor,) if actor and len(words.split()) <= 8 else ()
