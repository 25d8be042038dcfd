"""What English clauses with `will` promise of a speaker's own doing, and what they predict or say of others (methods 5.3).

Rules 6, 8 and 11. What is to be done to a thing, whoever does it, is `passives_english.py`'s.
"""

import re

from corpus.commitment import Form, Kind
from ingest.commitments.heard import Heard
from ingest.commitments.passives_english import GETS, NONE, is_done
from ingest.commitments.promise import BE_DONE, DO, MUST_DO, is_participle, promise, verb_of
from ingest.commitments.subjects_english import Subject
from ingest.commitments.verdict import Verdict, Voice
from ingest.commitments.words_english import BINDING, CONCERNS, ORDINARY, PASSIVES, TALK, THINGS

_EVERY = re.compile(r"(?:every|all|each|any|no|more|another|an additional|up to|\d)\b", re.IGNORECASE)
_GAIN = re.compile(
    r"(?:be able|benefit|feel|enjoy|have|gain|experience|lose|become|be better|do better|need less|spend less|learn)\b",
    re.IGNORECASE,
)
_KNOW = re.compile(
    r"(?:know|see|recall|remember|be aware|understand|agree|want|find|notice|appreciate|think|say|ask me)\b", re.IGNORECASE
)
_IN_THE_CHAMBER = re.compile(
    r"(?:be )?(?:oppos(?:e|ing)|support(?:ing)?|vot(?:e|ing)|abstain(?:ing)?|accept(?:ing)?|reject(?:ing)?|press(?:ing)?|"
    r"mov(?:e|ing)|speak(?:ing)? to)\b[^,;]{0,30}\b(?:motion|amendments?|intervention|vote)\b|(?:be )?watch(?:ing)?\b|"
    r"(?:of course|indeed|gladly|certainly)?[.,! ]*$",
    re.IGNORECASE,
)
_BE_THERE = re.compile(
    r"be (?:back|in touch|here|there|in (?:every|all|each|your|touch)|at (?:every|all|each|your)|out)\b", re.IGNORECASE
)
_SAY_MORE = re.compile(
    r"(?:say|have) (?:more|something)\b|tell (?:members|the senedd|the chamber|you|schools)\b", re.IGNORECASE
)
_HAVE_DONE = re.compile(
    r"have (?!had|been|seen|heard|known|got)(?:\w+ed|\w+en|\w+wn|sat|met|written|built|made|set|put|paid)\b", re.IGNORECASE
)
_RETURN = re.compile(r"(?:come back|return|be back|be here|sit down|turn to|answer|come to|go back)\b", re.IGNORECASE)
_SAID_BY = re.compile(
    r",['\"\x01]* (?:he|she|they|(?:the|a|his|her|my|its) [\w' ]{2,30}?|(?-i:[A-Z])[\w' .-]{2,40}?) (?:said|says|told|"
    r"added|adds|wrote|"
    r"replied|cried|explained|promised|whispered|shouted|laughed|insisted)\b[^,;]*$|, (?:said|says|wrote|added|"
    r"cried) (?!that\b)[^,;]{2,60}$",
    re.IGNORECASE,
)
"""As in `I will be back, she told the paper`, without quotation marks."""
_RULES = {Voice.ADVISER: "advice-received", Voice.MEETING: "minutes", Voice.BOARD: "minutes"}


def is_first_person(heard: Heard) -> Verdict | None:
    """Rule 8: `I will …`, `The Welsh Government will …`."""
    parsed = heard.parsed
    kind = heard.kind_of(parsed.subject) if parsed else Subject.ANY
    if parsed is None or kind not in {Subject.FIRST, Subject.GOVERNMENT}:
        return None
    if another := _of_another(heard, kind):
        return another
    if heard.voice is Voice.UNKNOWN and kind is Subject.FIRST:
        return Verdict(kind=Kind.OTHER, rule="speaker-unknown")
    if not _binds(heard, kind):
        need = MUST_DO.match(parsed.rest)
        return Verdict(kind=Kind.NEED, rule="need") if need else Verdict(kind=Kind.OTHER, rule="will-no-act")
    if kind is Subject.FIRST:
        return promise("first-person", heard, Form.FIRST_PERSON)
    return promise("government", heard, Form.NAMED)


def _of_another(heard: Heard, kind: Subject) -> Verdict | None:
    """What an adviser, a meeting or another speaker says that they or government will do."""
    parsed = heard.parsed
    if kind is Subject.FIRST and _SAID_BY.search(heard.text):
        return Verdict(kind=Kind.OTHER, rule="said-by-another")
    if parsed is None or heard.voice in {Voice.MINISTER, Voice.GOVERNMENT, Voice.DOCUMENT, Voice.UNKNOWN}:
        return None
    rule = _RULES.get(heard.voice, "other-speaker")
    if kind is Subject.GOVERNMENT:
        is_minister = parsed.subject.casefold().endswith(("minister", "ministers", "secretary")) or " for " in parsed.subject
        is_minuted = heard.voice is Voice.BOARD or (heard.voice is Voice.MEETING and not is_minister)
        return None if is_minuted else Verdict(kind=Kind.OTHER, rule=f"{rule}-of-government")
    if heard.voice is Voice.BOARD:
        return None
    if TALK.match(parsed.rest) or MUST_DO.match(parsed.rest):
        return Verdict(kind=Kind.OTHER, rule="will-no-act")
    return Verdict(kind=Kind.THIRD_PARTY_UNDERTAKING, rule=rule, subject=parsed.subject, action=parsed.rest)


def _binds(heard: Heard, kind: Subject) -> bool:
    """Whether what follows `will` is an act that could be checked."""
    rest, negative = (heard.parsed.rest, heard.parsed.negative) if heard.parsed else ("", False)
    if MUST_DO.match(rest) or _IN_THE_CHAMBER.match(rest):
        return False
    if re.match(r"(?:see to it|make sure|see) that\b|be (?:back )?in touch\b", rest) or (
        heard.ahead and (_HAVE_DONE.match(rest) or _is_dated_act(heard, rest))
    ):
        return True
    if TALK.match(f"not {rest}" if negative else rest) or TALK.match(rest):
        return False
    found, done = DO.match(rest), BE_DONE.match(rest)
    if found is None:
        return False
    if done and not found["ing"] and not re.match(r"get (?:an?|the|\w+ing|it|them|this|that|on with)\b", rest):
        return kind is Subject.GOVERNMENT and (done["done"].casefold() in PASSIVES or is_participle(done["done"]))
    verb = (found["ing"] or found["on"] or found["verb"] or "").casefold()
    stem = verb_of(verb) if found["ing"] or verb.endswith("ing") else verb
    return stem not in {"be", "have", "not"} and _is_act(heard, stem, kind)


def _is_dated_act(heard: Heard, rest: str) -> bool:
    """What is an act only with a time: `say more on Tuesday`, `come back to it in May`, `have one tree by March`."""
    if re.match(r"have (?:an?|one|two|three|\d)", rest):
        return heard.voice in {Voice.MINISTER, Voice.GOVERNMENT}
    if _BE_THERE.match(rest):
        return True
    return bool(_SAY_MORE.match(rest)) or bool(_RETURN.match(rest) and not re.match(r"(?:answer|take) ", rest))


def _is_act(heard: Heard, verb: str, kind: Subject) -> bool:
    """A minister's verb binds; of a text that only its publisher speaks for, one that concerns government's business."""
    rest = heard.parsed.rest if heard.parsed else ""
    if heard.voice is Voice.MINISTER:
        return True
    concerns = bool(CONCERNS.search(rest)) or bool(THINGS.search(rest)) or kind is Subject.GOVERNMENT
    if verb in BINDING and verb not in ORDINARY:
        return concerns or heard.ahead or len(rest.split()) <= 6
    return concerns


def is_announced(heard: Heard) -> Verdict | None:
    """Behind `I can confirm that`, `I have decided that`: a promise, whoever its subject is."""
    parsed = heard.parsed
    if parsed is None or not parsed.announced or not heard.voice.binds or not parsed.rest:
        return None
    kind = heard.kind_of(parsed.subject)
    is_none = NONE.match(parsed.subject) is not None
    if kind in {Subject.FIRST, Subject.GOVERNMENT, Subject.THIS} or (MUST_DO.match(parsed.rest) and not is_none):
        return None
    is_done_to = bool(BE_DONE.match(parsed.rest) or GETS.match(parsed.rest))
    if TALK.match(parsed.rest) and not is_done_to:
        return None
    if heard.is_third(kind) and not is_done_to and not (is_none or _EVERY.match(parsed.subject) or parsed.negative):
        return None
    return promise("announced", heard, Form.AGENTLESS)


def is_outcome(heard: Heard) -> Verdict | None:
    """Rule 6: `This will …` and what a thing is said to do; a passive (`It will be published`) is left to rule 9."""
    parsed = heard.parsed
    if parsed is None or is_done(heard):
        return None
    kind = heard.kind_of(parsed.subject)
    if kind is Subject.THIS:
        return Verdict(kind=Kind.OUTCOME_CLAIM, rule="this-will")
    if kind is Subject.IT and heard.before is not Subject.THIRD:
        return Verdict(kind=Kind.OUTCOME_CLAIM, rule="it-will")
    return None


def is_third(heard: Heard) -> Verdict | None:
    """Rule 11: what others will do, or will have to do."""
    parsed = heard.parsed
    if parsed is None:
        return None
    kind = heard.kind_of(parsed.subject)
    if not (heard.is_third(kind) or (kind is Subject.THEY and heard.before is not Subject.THING)):
        is_need = MUST_DO.match(parsed.rest) and kind is not Subject.FIRST
        return Verdict(kind=Kind.NEED, rule="need") if is_need else None
    is_told = parsed.subject.casefold() == "you" and heard.voice.binds and not GETS.match(parsed.rest)
    if MUST_DO.match(parsed.rest):
        return Verdict(kind=Kind.EXPECTATION_OF_OTHERS, rule="others-will-need")
    if _KNOW.match(parsed.rest):
        return Verdict(kind=Kind.OTHER, rule="others-know")
    if _GAIN.match(parsed.rest):
        return Verdict(kind=Kind.OUTCOME_CLAIM, rule="others-will-gain")
    kind_, rule = (Kind.EXPECTATION_OF_OTHERS, "you-will") if is_told else (Kind.THIRD_PARTY_UNDERTAKING, "third-party")
    return Verdict(kind=kind_, rule=rule, subject=parsed.subject, action=parsed.rest)


def is_prediction(heard: Heard) -> Verdict | None:
    """What is left of clauses with `will`: a thing that will help, or words about the world."""
    parsed = heard.parsed
    if parsed is None:
        return None
    kind = heard.kind_of(parsed.subject)
    if (
        heard.is_thing(parsed.subject, kind)
        or kind in {Subject.THING, Subject.IT, Subject.THEY}
        or heard.voice is Voice.MINISTER
    ):
        return Verdict(kind=Kind.OUTCOME_CLAIM, rule="thing-will")
    return Verdict(kind=Kind.OTHER, rule="will-else")
