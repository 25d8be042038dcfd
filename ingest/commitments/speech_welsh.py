"""What Welsh clauses say without a future: thanks, needs, hopes, intents, things asked, done and under way (methods 5.3)."""

import re
from collections.abc import Callable
from dataclasses import replace

from corpus.commitment import Form, Kind, Strength
from ingest.commitments.heard_welsh import Heard, act, pattern
from ingest.commitments.verdict import Verdict, Voice
from ingest.commitments.words_welsh import TALK

INTENT = pattern(
    r"(?:(?:rwy|rwyf|dw i|rydw i|yr wyf|rydym|rydyn ni|yr ydym|mae Llywodraeth Cymru)(?: i)?(?: hefyd| ni)*(?:'n|"
    r" yn) (?:bwriadu|cynllunio|cynnig|arfaethu)|(?:rwyf|rwy|yr wyf|rydw i|rydym|yr ydym|mae Llywodraeth Cymru|rwy'n|"
    r"dw i)(?: i|"
    r" ni)?(?: hefyd)?(?: wedi|'n| yn) (?:ymrwymo|ymrwymedig|addo|benderfynol o)(?: i)?|mae(?:'n| yn) fwriad (?:gennyf|gen i|"
    r"gennym)|fy mwriad (?:i )?yw|ein bwriad (?:ni )?yw)\b ?(?P<rest>.*)"
)
DELEGATED = pattern(
    r"(?:rwyf|rwy|yr wyf|rydym|yr ydym|dw i)(?: i| ni)?(?: hefyd| eisoes)?(?: wedi|'n| yn) (?:gofyn i|cyfarwyddo|comisiynu|"
    r"rhoi tasg i)\b ?(?P<rest>.*)"
)

NOT_FIRST = pattern(
    r"(?:nid (?:wyf|ydwyf|ydym|ydyn)|dydw|dw i ddim|nid oes)(?: i| ni)?(?: yn|'n) (?:bwriadu|cynllunio) (?P<rest>.*)"
)
MEAN = pattern(r"(?:bwriadaf|bwriadwn|fwriadaf|fwriadwn) (?P<rest>.*)")
MUST = pattern(r"(?:ni |na )?(?:b|f)ydd(?:'n| yn) (?:ofynnol|rhaid|orfodol) i (?P<subject>.+)")
WILLING = pattern(
    r"(?:rwy|rwyf|yr wyf|rydw i|dw i|rydym|yr ydym)(?: i| ni)?(?:'n| yn) (?:barod|fodlon|hapus)(?: iawn| hefyd)? i (?P<rest>.*)"
)
DUE = pattern(
    r"mae(?:'r| y| yr)? (?P<subject>(?!angen|rhaid|'n|yn |gen|gan)[^;.]{2,120}?) (?P<rest>i(?:'w| gael (?:ei|eu)|(?= (?:b|"
    r"f|g|d|ch|th|dd|"
    r"gy|ag|ddo)\w+\b)) \w+.*)|(?:mae disgwyl i|"
    r"disgwylir i)(?:'r| y| yr)? (?P<what>[^;.]{2,120}? (?:gael|ddod|agor|ddechrau)\b.*)"
)
AGREED = pattern(r"(?:rwyf|yr wyf|rydym|yr ydym)(?: i| ni)?(?: hefyd)? wedi (?:penderfynu|cytuno)(?: i| y)? ?(?P<rest>.*)")
DONE = pattern(
    r"(?:heddiw,? )?(?:(?:rwy|rwyf|rydym|yr wyf|yr ydym)(?: i| ni)?(?: heddiw| hefyd)*(?:'n| yn) (?:cyhoeddi|gosod|lansio|"
    r"amgáu|atodi|cyflwyno|neilltuo|dyrannu|rhyddhau)\b|(?:rwyf|yr wyf|rydym|yr ydym|mae Llywodraeth Cymru)(?: i|"
    r" ni)?(?: heddiw| eisoes| hefyd| bellach| heddiw)* wedi \w+|(?:cyhoedd|sefydl|lans|gosod|penod|cyfarf|ysgrifenn|cadarnh|"
    r"cyflwyn|dyrann)(?:ais|asom|odd|wyd|wyd)\b)"
)
WAS_DONE = pattern(
    r"\b(?:cyhoedd|sefydl|lans|penod|cynhal|cyflwyn|cwblha|gosod|comisiyn|cymeradwy)wyd\b|\bmae [^.;]{1,80} wedi(?:'i|"
    r" cael eu| cael ei|'u) \w+"
)
ONGOING = pattern(
    r"(?:(?:rwy|rwyf|rydym|yr wyf|yr ydym|mae (?:Llywodraeth Cymru|fy swyddogion|swyddogion|ein swyddogion))(?: i|"
    r" ni)?(?: hefyd| eisoes| bellach| wrthi)*(?:'n| yn) (?!(?:ymwybodol|falch|gwybod|deall|credu|cydnabod|cytuno|teimlo|"
    r"meddwl)\b)\w+|mae [^.;]{1,100}(?:'n| yn) (?:cael (?:ei|eu) \w+|mynd rhagddo|mynd rhagddi|parhau))\b"
)
ATTRIBUTED = pattern(
    r"\b(?:adroddiad\w*|adolygiad\w*|tystiolaeth|OECD|Estyn|ymchwil|pwyllgor|panel|undebau)\b[^;.]{0,80}\b(?:dweud|dangos|"
    r"nodi|argymell|casglu|yn awgrymu|canfu|argymhell\w*)\b.{0,200}\b(?:rhaid|dylai|dylid|angen)\b"
)
THANKS = pattern(
    r"(?:(?:hoffwn|hoffem|dymunaf|carwn|rwyf am|rwy am)[^.;]{0,40}(?:ddiolch|diolch|dalu teyrnged|gydnabod)|diolch|"
    r"rwy'n ddiolchgar|rydym yn ddiolchgar|rwyf yn ddiolchgar|croesawaf|rwy'n croesawu|rwyf yn croesawu|rydym yn croesawu)\b"
)
EXPECTATION = pattern(
    r"(?:rwy|rwyf|rydym|yr wyf|yr ydym)(?: i| ni)?(?: hefyd)?(?:'n| yn) (?:disgwyl|gofyn|annog|gwahodd|galw ar|erfyn)(?: i|"
    r" ar)? |disgwylir i |gofynnir i |anogir |hoffwn i (?:ysgolion|awdurdodau|bob|benaethiaid)"
)
HOPE = pattern(
    r"(?:(?:rwy|rwyf|rydym|yr wyf|yr ydym)(?: i| ni)?(?: hefyd)?(?:'n| yn) (?:gobeithio|awyddus|benderfynol|dymuno|credu|"
    r"edrych ymlaen)|gobeithiaf|gobeithiwn|gobeithio|fy ngobaith|hoffwn weld|rwyf am weld|rydym am weld|ein nod|fy nod|y nod|"
    r"ein huchelgais|fy uchelgais|ein gweledigaeth|ein blaenoriaeth|fy mlaenoriaeth|rwyf am|rydym am)\b"
)
NEED = pattern(r"(?:mae angen|mae'n rhaid|rhaid|dylai|dylem|dylid|dylen|dylent|mae'n hanfodol|mae'n bwysig|byddai angen)\b")


def simple(kind: Kind, rule: str, pattern: re.Pattern[str]) -> Callable[[Heard], Verdict | None]:
    """A rule by one pattern."""
    return lambda heard: Verdict(kind=kind, rule=rule) if pattern.match(heard.text) else None


def is_attributed_need(heard: Heard) -> Verdict | None:
    """Rule 3: what reports say must be done."""
    return Verdict(kind=Kind.ATTRIBUTED_NEED, rule="cy-attributed-need") if ATTRIBUTED.search(heard.text[:600]) else None


def is_intent_else(heard: Heard) -> Verdict | None:
    """`Bwriadaf …`, `Nid wyf yn bwriadu …`."""
    if not heard.voice.binds:
        return None
    negative = NOT_FIRST.match(heard.text)
    found = negative or MEAN.match(heard.text)
    return act("cy-intent", heard, found["rest"], Form.INTENT, "ni", negative=bool(negative), at=0) if found else None


def is_due_to(heard: Heard) -> Verdict | None:
    """`Mae'r adroddiad i'w gyhoeddi ym mis Mai`, `Mae disgwyl i'r adroddiad gael ei gyhoeddi …`."""
    found = DUE.match(heard.text)
    if not found or not heard.voice.binds or not heard.ahead:
        return None
    words = found["rest"] or found["what"]
    return act(
        "cy-due", heard, words, Form.SCHEDULED, (found["subject"] or "").strip(), negative=False, at=heard.text.find(words)
    )


def is_required(heard: Heard) -> Verdict | None:
    """`Bydd yn ofynnol i bob awdurdod …`: by rules still to come."""
    found = MUST.match(heard.text)
    if not found or heard.voice is not Voice.MINISTER:
        return None
    return act("cy-required", heard, found["subject"], Form.AGENTLESS, "", negative=False, at=found.start("subject"))


def is_intent(heard: Heard) -> Verdict | None:
    """Rule 14: `rwy'n bwriadu …`."""
    found = INTENT.match(heard.text) if heard.voice.binds else None
    if not found or TALK.match(found["rest"]):
        return None
    return act("cy-intent", heard, found["rest"], Form.INTENT, "ni", negative=False, at=0)


def is_willing(heard: Heard) -> Verdict | None:
    """`Rwy'n fodlon rhannu'r ffigurau`: offered, and so promised weakly."""
    found = WILLING.match(heard.text) if heard.voice.binds else None
    if not found or TALK.match(found["rest"]) or re.match(r"(?:wrando|ateb|gymryd|drafod|siarad)\b", found["rest"]):
        return None
    made = act("cy-willing", heard, found["rest"], Form.FIRST_PERSON, "ni", negative=False, at=0)
    return replace(made, strength=Strength.WEAK) if made and made.kind is Kind.COMMITMENT else made


def is_delegated(heard: Heard) -> Verdict | None:
    """Rule 12: `rwyf wedi gofyn i …`."""
    found = DELEGATED.match(heard.text) if heard.voice.binds else None
    if not found or re.match(r"(?:bob |yr? |i )?(?:ysgol|ysgolion|awdurdodau|bawb|chi)\b", found["rest"]):
        return None
    return act("cy-delegated", heard, heard.text, Form.DELEGATED, "ni", negative=False, at=0)


def is_agreed(heard: Heard) -> Verdict | None:
    """`rwyf wedi penderfynu …`."""
    found = AGREED.match(heard.text) if heard.voice.binds else None
    return act("cy-agreed", heard, found["rest"], Form.FIRST_PERSON, "ni", negative=False, at=0) if found else None


def is_done(heard: Heard) -> Verdict | None:
    """Rule 7: done by saying so, or before."""
    return (
        Verdict(kind=Kind.DONE_NOW, rule="cy-done")
        if heard.voice.binds and (DONE.match(heard.text) or WAS_DONE.search(heard.text))
        else None
    )


def is_ongoing(heard: Heard) -> Verdict | None:
    """Rule 15: under way."""
    return Verdict(kind=Kind.ONGOING_ACTION, rule="cy-ongoing") if heard.voice.binds and ONGOING.match(heard.text) else None
