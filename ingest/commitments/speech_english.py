"""What English clauses say beside promises: thanks, needs, expectations and hopes (methods 5.3, rules 2, 3, 4, 10 and 13)."""

import re

from corpus.commitment import Kind
from ingest.commitments.heard import Heard
from ingest.commitments.parse_english import FINITE
from ingest.commitments.speakers_english import AD, BE, GOVERNMENT, WHO, pattern
from ingest.commitments.subjects_english import Subject
from ingest.commitments.verdict import Verdict, Voice

OTHERS = (
    r"(?:(?:all|every|each|any|most|our|the|local|maintained|those|other|these|and|primary|secondary|education|"
    r"head) )*(?:schools?|authorit\w+|governing|governors|head ?teachers?|estyn|settings?|partners?|practitioners?|teachers|"
    r"leaders?|colleges?|diocesan|universit\w+|providers?|parents|families|everyone|employers|unions|consortia|councils?|"
    r"members|colleagues|you|them|learners|pupils|organisations|stakeholders|respondents|people|bodies|consultees|anyone)\b"
)
_THANKS = pattern(
    rf"(?:{WHO}|can i|may i|let me|my|our)(?: ?(?:also|too|again|must|should|would|want|wish|will|like|to|first|therefore|"
    r"once again|'d|take (?:this|the) opportunity|put on record|place on record|begin by|finish by|end by|am|are|very|hugely|"
    r"deeply|extremely|most|particularly|sincere|warmest|heartfelt|also|personally|especially|'m)\b)* (?:thanks?|thanking|"
    r"grateful|gratitude|pay(?:ing)? tribute|recognise the|acknowledge the|welcome (?!the opportunity)|commend|congratulate|"
    r"applaud|express my)\b|(?:thank you|thanks|diolch|with thanks|congratulations|much gratitude)\b"
)
_ATTRIBUTED = pattern(
    r"\b(?:reports?|findings?|evidence|reviews?|oecd|others|estyn|research|committee|inspectors|group|panel|respondents|"
    r"unions|advisers?|commission|survey|study|audit|headteachers|schools|teachers|authors?|chair|"
    r"professor)\b[^.;]{0,80}?\b(?:that|concludes?|concluded|says?|said|found|finds?|recommends?|recommended|told|argued?|"
    r"suggests?|suggested|called for|calls for|shows?|identified)\b[^;]{0,400}?\b(?:must|should|needs? to|need for|needed|"
    r"ought to|have to|required)\b"
)
_ADVISES = pattern(
    r"(?:(?:we|i|the (?:group|panel|review|board|committee))(?: (?:would|therefore|strongly|also|do|again|now))*|our|"
    r"my) (?:recommend|advise|suggest|urge|ask|propose|advice|recommendation|call)\w*\b"
)
_EXPECTATION = pattern(
    rf"(?:{WHO})(?: (?:would|do|will|also|now|therefore|strongly|am|are|is|have|continue to|want to|still|again|fully|"
    r"clearly))* (?:expect(?:ing|s)?|ask(?:ing|s)?|encourag(?:e|es|ing)|urg(?:e|es|ing)|call(?:ing|s)? (?:on|upon)|invit(?:e|"
    r"es|ing)|requir(?:e|es|ing)|look(?:ing|s)? to|appeal(?:ing|s)? to|remind(?:ing|s)?|advis(?:e|es)|challenge)"
    rf" {OTHERS}"
)
_EXPECTED = pattern(
    r"(?:my|our|the|it is my|it is our) (?:clear |firm )?expectation (?:is|of|for)\b|"
    rf"{OTHERS}[^.;]{{0,60}} (?:is|are) (?:expected|encouraged|asked|invited|urged|required|advised) to\b"
)
_AIM = pattern(
    r"(?:our|my|the|this government's|the welsh government's|a key|one of (?:our|my)|an?|another) (?:\w+ ){0,3}(?:aims?|"
    r"ambitions?|vision|goals?|intention|priorit(?:y|ies)|aspirations?|hope|objectives?|mission|"
    r"purpose)\b[^.;]{0,60}?(?:\b(?:is|are|was|remains?|must be)\b|:)|it is (?:my|our) (?:aim|ambition|vision|hope|goal|"
    r"aspiration|priority|wish)\b"
)
_HOPE = pattern(
    rf"(?:and |but )?{WHO}(?: also| still| very much| all| do| sincerely| therefore| really| truly|"
    r" would)* (?:wants? (?!to (?:say|speak|turn|tell|make|take|begin|thank|mention|be clear|draw|put|update|set out|start|"
    r"finish|stress|emphasise|reassure|address|recognise|acknowledge|return|focus|share|explain|highlight|end|conclude|touch|"
    r"pay|pick)\b)|hope|hopes|aspires?|expects? (?:to|that)|believes?|trust|wish|like to (?:see|be)|look forward|"
    r"looks forward|dream|aims?)\b|"
    rf"{WHO}{BE}{AD} (?:determined (?:that|not|in)|keen|hopeful|eager|ambitious|optimistic|anxious|passionate)\b"
)
_THEIR_PLAN = pattern(
    r"(?P<subject>[^,;]{2,140}?) (?:(?:now |also |itself |themselves )*(?:plans?|intends?|proposes?|undertakes?|pledges?|"
    r"promises?)|(?:has|have)(?: also| now| all| since)* (?:agreed|undertaken|offered|promised|pledged|decided|"
    r"committed(?: itself| themselves)?)) (?:not )?to (?P<what>\w+.*)"
)
_TOLD = pattern(
    r"(?P<subject>[^,;]{2,100}?) (?:tells?|told|assures?|(?:has|have) (?:told|assured|written to)|(?:has|have) (?:said|"
    r"confirmed)|says?|said)(?: (?:me|us|members|officials))?(?: that)? (?P<what>[^;]*\b(?:will|shall|intends?|plans?)\b.*)"
)
_NEED = pattern(
    rf"(?:(?:and|but|so|now) )?(?:we|i|schools?|{OTHERS}|it is|it|there|this|these|the \w+|{GOVERNMENT}|more|that|"
    rf"what)\b[^.;:]{{0,60}}?"
    r"\b(?:must|needs? to|need for|have to|has to|should|ought to|is essential|is vital|is a need|is crucial|is important|"
    r"is imperative)\b"
)
_OTHERS_MUST = pattern(
    rf"(?:(?:and|but|so|now) )?(?:(?:all|every|each|no|any) )?{OTHERS}[^.;:]{{0,80}}?\b(?:must|should|needs? to|have to|"
    r"has to|ought to)\b"
)


def is_thanks(heard: Heard) -> Verdict | None:
    """Rule 2: `I would like to thank …`, `I welcome …`."""
    return Verdict(kind=Kind.THANKS, rule="thanks") if _THANKS.match(heard.body) else None


def is_attributed_need(heard: Heard) -> Verdict | None:
    """Rule 3: what reports say must be done."""
    if heard.voice is Voice.ADVISER and _ADVISES.match(heard.body):
        return Verdict(kind=Kind.ATTRIBUTED_NEED, rule="advice")
    if re.match(r"(?:we|i)\b", heard.body, re.IGNORECASE) or not _ATTRIBUTED.search(heard.text[:900]):
        return None
    return Verdict(kind=Kind.ATTRIBUTED_NEED, rule="attributed-need")


def is_expectation(heard: Heard) -> Verdict | None:
    """Rule 4: what is expected of others; `I will ask …` is an act of the speaker's own and is left to the rules of `will`."""
    if heard.parsed and heard.parsed.subject.casefold() in {"i", "we"}:
        return None
    if _EXPECTATION.match(heard.body) or _EXPECTED.match(heard.body):
        return Verdict(kind=Kind.EXPECTATION_OF_OTHERS, rule="expectation")
    return None


def is_aspiration(heard: Heard) -> Verdict | None:
    """Rule 10: aims, hopes and wishes."""
    if _AIM.match(heard.body) or _HOPE.match(heard.body):
        return Verdict(kind=Kind.ASPIRATION, rule="aspiration")
    return None


def is_their_plan(heard: Heard) -> Verdict | None:
    """`Estyn plans to …`, `The unions have agreed to …`: what others undertake without `will`."""
    told = _TOLD.match(heard.body) if heard.parsed is None else None
    if told and heard.kind_of(told["subject"]) is Subject.THIRD:
        return Verdict(kind=Kind.THIRD_PARTY_UNDERTAKING, rule="reported", subject=told["subject"], action=told["what"])
    found = _THEIR_PLAN.match(heard.body) if heard.parsed is None else None
    if found and heard.kind_of(found["subject"]) is Subject.THIRD and not FINITE.search(found["subject"]):
        return Verdict(
            kind=Kind.THIRD_PARTY_UNDERTAKING, rule="their-plan", subject=found["subject"].strip(" ,"), action=found["what"]
        )
    return None


def is_need(heard: Heard) -> Verdict | None:
    """Rule 13: what we must do; what government tells others they must is expected of them, an adviser's need is heard of."""
    found = _NEED.match(heard.body)
    if not found:
        return None
    if heard.voice is Voice.ADVISER:
        return Verdict(kind=Kind.ATTRIBUTED_NEED, rule="advice")
    told = heard.voice.binds and _OTHERS_MUST.match(heard.body)
    return Verdict(kind=Kind.EXPECTATION_OF_OTHERS, rule="others-must") if told else Verdict(kind=Kind.NEED, rule="need")
