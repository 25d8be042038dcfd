"""Promises of English clauses without `will`: intended, undertaken, agreed, offered, asked of others (rules 12 and 14)."""

import re

from corpus.commitment import Form, Kind, Strength
from ingest.commitments.heard import Heard
from ingest.commitments.leads_english import ADVERB
from ingest.commitments.parse_english import FINITE
from ingest.commitments.speakers_english import AD, BE, GOVERNMENT, WHO, made, pattern
from ingest.commitments.subjects_english import Subject
from ingest.commitments.verdict import Verdict
from ingest.commitments.words_english import THINGS, WEAK_VERBS

_INTENTION = pattern(
    rf"it is (?:my|our|{GOVERNMENT}'s) (?:firm |clear |current )?(?:intention|plan)\b|what (?:I|we) (?:do |now |"
    rf"also )*(?:intend|plan|propose)s? "
    r"(?:to do )?is to\b|(?:my|our) (?:current |"
    r"firm )?plan is to\b"
)
_INTENT = pattern(
    rf"{WHO}{AD}(?: do not| don't| does not| doesn't| no longer)?{AD} (?:(?:intend|propose)s? (?:to|that|[a-z]+ing)\b"
    r"(?! (?:be|see)\b)|plans? (?:to|an?|two|three|four|further|more|on [a-z]+ing)\b|means? to\b|remains?(?: fully|"
    r" firmly)? committed to\b|(?:have|has) (?:no|every|the firm) intention (?:of|to)\b)|"
    rf"{WHO}{BE}{AD} (?:absolutely |strongly |not |fully |firmly )*(?:committed to|planning (?:to|on|an?|two|three|four|"
    r"several|further)|intending to|proposing to|determined to|minded to|resolved to|set on [a-z]+ing|bent on [a-z]+ing)\b"
)
_NOT_INTENDED = pattern(r"(?:do not|don't)(?: \w+ly| therefore| now)? (?:intend|plan|propose) to\b")
"""Behind `and`: `I have read it and do not propose to change it`."""
_COMMITTED = pattern(rf"(?:committed|commits?) to(?: {ADVERB}| also)* (?P<what>.*)")
_UNDERTAKE = pattern(
    rf"(?:{WHO}(?: (?:can|do|hereby|today|also|will|therefore|now))* (?:undertakes?|promises?|pledges?|guarantees?|"
    r"commits?)(?: (?:to )?(?:members|the senedd|the house|you|schools|parents))? (?P<not>not )?to"
    rf"|(?:my|our) (?:commitment|promise|undertaking|pledge)(?: to [\w ]{{2,40}}?)? is to) (?P<what>\w+.*)"
)
_OFFERED = pattern(
    rf"{WHO}(?: (?:can|do|will|would|also|certainly|happily))* (?:promise|guarantee|offer) (?P<what>(?:the member|"
    r"members|him|her|them|you|schools|parents|the senedd|"
    r"[\w ]{2,30}?) (?:an?|the|that|more|further|another|£|\d)\b.*)"
)
_BEEN_ASKED = pattern(
    r"(?P<subject>[^,;]{2,140}?) (?:has|have|is being|are being)(?: (?:now|also|already|therefore|been))* (?:been )?(?:asked|"
    r"commissioned|instructed|tasked|invited|appointed|engaged|directed|charged|contracted) (?:to|with) (?P<what>\w+.*)"
)
_WILLING = pattern(
    rf"(?:{WHO}{BE}(?: (?:also|very|more than|quite|always|certainly|therefore|perfectly))* (?:happy|willing|prepared|"
    r"content|ready|glad) to|(?:the )?(?:welsh )?government is(?: \w+)? (?:prepared|willing|ready) to) (?P<what>\w+.*)"
)
_WAITING = re.compile(
    r"(?:take|answer|hear|discuss|meet|give way|listen|talk|accept|be|say|tell|announce|report|confirm|publish|join|support|"
    r"see|welcome|acknowledge)\b",
    re.IGNORECASE,
)
_DELEGATED = pattern(
    rf"{WHO} ?(?:have|has|'ve){AD} (?:asked|told (?=(?:my |the |our |\w+ )?(?:officials|department|board|council|panel|"
    r"team)\b[^.;]{0,20} to\b)|"
    r"instructed|commissioned|tasked|directed|invited|requested|mandated|charged|entrusted|engaged|contracted)\b"
    r"(?! (?:myself|whether|why|how|if|for|that)\b)"
)
_DELEGATING = pattern(
    rf"{WHO}{BE}{AD} (?:asking|instructing|tasking|directing|commissioning)\b[^.;]{{0,60}}?\b(?:officials|department|estyn|"
    r"qualifications wales|panel|professor|dr|group|board|reviewer|chief|chair|commission(?:er)?|review|academy|independent|"
    r"team|director|adviser|council|study|research|evaluation)\b"
)
_AGREED = pattern(
    rf"{WHO} ?(?:have|has|'ve){AD} (?:agreed|decided|arranged|resolved|chosen|pledged|committed|promised|"
    r"undertaken) (?:not )?to (?P<what>.*)"
)


def is_intent(heard: Heard) -> Verdict | None:
    """Rule 14: `I intend to …`, `we are committed to …`, `is going to`."""
    if not heard.voice.binds:
        return None
    found = _INTENT.match(heard.body) or _INTENTION.match(heard.body)
    if found is None and heard.carried is Subject.FIRST:
        found = _NOT_INTENDED.match(heard.body)
    if not found:
        return None
    committed = _COMMITTED.search(heard.body)
    if committed and not _is_act(committed["what"], ahead=heard.ahead):
        return Verdict(kind=Kind.ASPIRATION, rule="committed-to-principle")
    return made("intent", heard, heard.body[found.end() :].strip(), Form.INTENT, Strength.INTENT)


def is_undertaken(heard: Heard) -> Verdict | None:
    """`I undertake to …`, `our promise is to …`: as firm as `will`."""
    found = (_UNDERTAKE.match(heard.body) or _OFFERED.match(heard.body)) if heard.voice.binds else None
    if not found:
        return None
    strength = Strength.WEAK if WEAK_VERBS.match(found["what"]) else Strength.FIRM
    return made("undertaken", heard, found["what"], Form.FIRST_PERSON, strength)


def is_asked(heard: Heard) -> Verdict | None:
    """`Estyn has been asked to report by May`: asked by government, not stated by whom."""
    found = _BEEN_ASKED.match(heard.body) if heard.voice.binds and heard.parsed is None else None
    if not found or heard.kind_of(found["subject"]) is Subject.FIRST or FINITE.search(found["subject"]):
        return None
    return Verdict(
        kind=Kind.COMMITMENT, rule="been-asked", form=Form.AGENTLESS, strength=Strength.DELEGATED,
        subject=found["subject"].strip(" ,"), action=found["what"].strip(" .;"), action_at=heard.body_at + found.start("what"),
    )  # fmt: skip


def is_willing(heard: Heard) -> Verdict | None:
    """`I am happy to write to her with the figures`: offered, and so promised weakly."""
    found = _WILLING.match(heard.body) if heard.voice.binds else None
    if not found or _WAITING.match(found["what"]):
        return None
    return made("willing", heard, found["what"], Form.FIRST_PERSON, Strength.WEAK)


def _is_act(what: str, *, ahead: bool) -> bool:
    """Whether one is committed to an act or a thing rather than to a principle."""
    first = what.split(" ", 1)[0].casefold()
    return (first.endswith("ing") and first not in {"nothing", "everything", "something"}) or (
        ahead and bool(THINGS.search(what))
    )


def is_delegated(heard: Heard) -> Verdict | None:
    """Rule 12: `I have asked officials to …`."""
    if not heard.voice.binds:
        return None
    found = _DELEGATED.match(heard.body) or _DELEGATING.match(heard.body)
    if not found:
        return None
    return made("delegated", heard, heard.body[found.start() :].strip(), Form.DELEGATED, Strength.DELEGATED)


def is_agreed(heard: Heard) -> Verdict | None:
    """`I have agreed to …`, `we have decided to …`."""
    found = _AGREED.match(heard.body) if heard.voice.binds else None
    if not found:
        return None
    strength = Strength.WEAK if WEAK_VERBS.match(found["what"]) else Strength.FIRM
    return made("agreed", heard, found["what"], Form.FIRST_PERSON, strength)
