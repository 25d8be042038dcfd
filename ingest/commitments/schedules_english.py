"""Promises of English clauses that name a time: due, about to be done, open from a day (methods 5.3, rule 5)."""

import re

from corpus.commitment import Form, Kind, Strength
from ingest.commitments.heard import Heard
from ingest.commitments.parse_english import FINITE
from ingest.commitments.passives_english import GETS
from ingest.commitments.promise import is_participle
from ingest.commitments.speakers_english import AD, BE, WHO, made, pattern
from ingest.commitments.subjects_english import Subject, head_of
from ingest.commitments.verdict import Verdict, Voice
from ingest.commitments.words_english import GIVEN

_CAN_FROM = pattern(
    r"(?P<subject>[^,;]{2,140}?) (?:can|may) (?:also |then |now |only )*(?P<what>(?:expect (?:an?|the|to (?:see|hear|"
    r"receive))|apply|claim|bid|ask (?:for|to)|request|nominate|register|enrol|book|order|download|join|sign up|start|"
    r"take part|access|use|be (?:expected|"
    r"booked|arranged|claimed|ordered|downloaded|submitted|made|used|collected|sent))\b.*)"
)
_FOLLOWS = pattern(r"(?P<subject>[^,;]{2,140}?) (?:is |are |will be )?(?P<what>to follow\b.*|follows? in .*)")
_SCHEDULED = pattern(
    r"(?:\b(?:is|are|am)|(?<=\w)'s)(?: (?:\w+ly|now|currently|also|still|all|then|not|each|both))* (?P<how>(?:scheduled|"
    r"due|set|"
    r"planned|timetabled|expected|envisaged|intended|foreseen|anticipated|proposed|pencilled in|down|slated|lined up) "
    rf"(?:to|for|out|on|in|before|within|at|back|next|this|from|during)\b|to\b){AD} ?(?P<what>.*)"
)
_HABIT = pattern(
    r"\b(?:each|every|most) (?:year|term|month|spring|summer|autumn|winter|week)\b|\b(?:annually|usually|normally|always)\b"
)
_NO_SUBJECT = pattern(r"^(?:I|we|they|you|he|she)\b|\bto$")
_RELATIVE = pattern(r", (?:which|who|whose|where) [^,]{1,160},(?= )|, [^,]{1,60},(?=\s*$)")
"""What stands between commas behind a subject: `the scheme, which was to have ended in July, is to continue`."""
_ASIDE = pattern(r"(?<=\w), (?:which|who|whose|for|of|with|in|worth|£|\d)[^,;]{1,100},(?= (?!and\b|I\b|we\b))")
"""As in `A second round, for those who move up in September, opens in May`."""
_NO_PLAN = pattern(
    r"\b(?:aim|purpose|intention|goal|challenge|task|answer|role|job|point|key|hope|ambition|vision|priority|best|question|"
    r"idea|objective|work|thing|duty|temptation|first step|way|effect|least|most|plan|mission|wish|advice|rest|"
    r"responsibility)$"
)
_PRESENT = pattern(
    r"(?P<subject>(?!(?:if|when|as|once|until|before|after|where|unless|because|since|although|"
    r"while)\b)[^,;]{2,160}?)(?: |(?='s ))(?P<what>(?:also |then |now |first )*(?:takes? (?:effect|place)|"
    r"comes? (?:into (?:force|effect|"
    r"operation|being)|to an end|out)|starts?|begins?|opens?|closes?|ends?|launch(?:es)?|go(?:es)? (?:live|out|up|down|to|"
    r"from|ahead|into)|appl(?:y|ies)|runs? (?:for|until|from|to)|stays?|lasts? until|moves? to|expires?|falls? due|"
    r"rises? (?:to|by)|falls? to|lands? (?:in|with|on|at)|arrives? (?:in|with|on|at)|goes? in|kicks? off|"
    r"gets? under way|(?:is |are |'s )(?:there|out|protected|guaranteed|"
    r"being (?:extended|"
    r"continued|postponed|delayed|put back|brought forward|kept on)|ring-?fenced|fixed|frozen|"
    r"secured)(?: (?:until|to|for|through|in))?|(?:is |are )(?:funded|paid for) (?:until|to|through|up to))\b.*)"
)
_WE_BEGIN = pattern(
    r"(?:i|we)(?: (?:now|then|also|first))* (?P<what>(?:begin|start|open|launch|publish|introduce|move|return|extend|pay|"
    r"roll out|go|lay|bring|meet|take|visit|test|try)\b.*)"
)
_STATES_OF_NOW = pattern(
    rf"{WHO}{BE}{AD} (?:working|developing|preparing|drafting|considering|discussing|looking|continuing|supporting|"
    r"building|strengthening|exploring|"
    r"waiting|hoping|expecting|facing|talking|thinking|trying|learning|listening|asking|aiming|being|having|feeling|living|"
    r"getting|becoming|proposing|planning|intending|committing|engaging|encouraging|monitoring|consulting with|on |in )"
)
_SOON = pattern(
    rf"{WHO}{BE}{AD} (?:publishing|launching|issuing|laying|releasing|opening|holding|introducing|announcing|hosting|"
    r"convening|starting|beginning|consulting|bringing|meeting|writing|visiting|making|sending|giving|setting up|"
    r"putting|appointing|"
    r"extending|ending|scrapping|replacing|returning|coming back|expanding|doubling|increasing|raising|cutting|reducing|"
    r"removing|abolishing|closing|moving|updating|paying|allocating|setting aside|providing|running|recruiting|tabling|"
    r"seeing|going (?:back|to)|reviewing|chairing|speaking)\b(?! (?:able|to be)\b)"
)
_GOING_ON = pattern(rf"{WHO}{BE}{AD} \w+ing\b")


def is_open_from(heard: Heard) -> Verdict | None:
    """`Schools can apply from May`, `Guidance is to follow in the autumn`: with a time to come."""
    if not heard.voice.binds or heard.voice is Voice.DOCUMENT or not heard.ahead or heard.parsed is not None:
        return None
    for words, form in ((_CAN_FROM, Form.AGENTLESS), (_FOLLOWS, Form.SCHEDULED)):
        found = words.match(heard.body)
        if found and not FINITE.search(found["subject"]):
            return Verdict(
                kind=Kind.COMMITMENT, rule="open-from", form=form, strength=Strength.FIRM, subject=found["subject"].strip(" ,"),
                action=found["what"].strip(" .;"), action_at=heard.body_at + found.start("what"),
            )  # fmt: skip
    return None


def is_soon(heard: Heard) -> Verdict | None:
    """`We are publishing it next week`: a present tense with a time to come."""
    if not heard.voice.binds or not heard.later or heard.parsed is not None:
        return None
    found = _SOON.match(heard.body)
    if found is None and heard.voice is Voice.MINISTER:
        found = _WE_BEGIN.match(heard.body) or (None if _STATES_OF_NOW.match(heard.body) else _GOING_ON.match(heard.body))
    if found:
        return made("soon", heard, heard.body[found.start() :], Form.SCHEDULED, Strength.FIRM)
    return None


def is_scheduled(heard: Heard) -> Verdict | None:
    """Rule 5, its second half: `is due to be published`, `are to be delivered`, `takes effect on 1 May`."""
    if heard.parsed is not None:
        return None
    found = _SCHEDULED.search(heard.body)
    if found:
        subject = heard.body[: found.start()]
        bare = re.match(r"\W*(?:is|are|am|'s)(?: (?:also|now|still|then|not|all))? to\b", found[0], re.IGNORECASE)
        plain = _RELATIVE.sub("", subject)
        is_aim = bool(bare and _NO_PLAN.search(head_of(plain))) or bool(FINITE.search(plain))
        planned = _PLANNED.match(found["how"]) is not None
        return None if is_aim else scheduled(heard, plain, found["what"], at=len(subject), planned=planned)
    told = _ASIDE.sub(lambda one: " " * len(one[0]), heard.body)
    present = _PRESENT.match(told) if heard.ahead and not _HABIT.search(heard.body) else None
    if present and heard.voice.binds and not FINITE.search(present["subject"]) and not _NO_SUBJECT.search(present["subject"]):
        return scheduled(heard, present["subject"], present["what"], at=len(present["subject"]))
    return None


_PLANNED = pattern(r"(?:planned|envisaged|intended|foreseen|proposed|pencilled in|anticipated)\b")


def scheduled(heard: Heard, subject: str, action: str, *, at: int, planned: bool = False) -> Verdict | None:
    """What is due to happen, by whose doing it is; what is planned is intended only."""
    kind = heard.kind_of(subject)
    if kind in {Subject.FIRST, Subject.GOVERNMENT}:
        is_own = (heard.ahead or kind is Subject.GOVERNMENT) and heard.voice.binds
        return made("due-to", heard, action, Form.SCHEDULED, Strength.FIRM) if is_own else None
    done = re.match(r"be (?P<done>[\w-]+)", action)
    is_done_to = done is not None and (is_participle(done["done"]) or done["done"].casefold() in GIVEN)
    is_done_to = is_done_to or bool(heard.is_third(kind) and heard.voice.binds and GETS.match(action))
    if heard.is_third(kind) and not is_done_to:
        return Verdict(kind=Kind.THIRD_PARTY_UNDERTAKING, rule="third-scheduled", subject=subject, action=action)
    by_minister = (
        heard.voice is Voice.MINISTER or heard.is_third(kind) or (heard.ahead and heard.voice is Voice.GOVERNMENT)
    ) and (heard.ahead or is_done_to or kind is Subject.THERE)
    if not heard.voice.binds or not (heard.is_thing(subject, kind) or by_minister):
        return None
    return Verdict(
        kind=Kind.COMMITMENT, rule="scheduled", form=Form.SCHEDULED, strength=Strength.INTENT if planned else Strength.FIRM,
        subject=subject.strip(" ,"), action=action, action_at=heard.body_at + at,
    )  # fmt: skip
