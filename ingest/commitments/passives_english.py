"""What English clauses say will be done, given or begun, by whomever (methods 5.3, rules 5 and 9); nobody's own deeds.

A minister's passive binds government whatever it is done to; of a text that nobody signed it must be done to a thing that
government makes, pays or sets up.
"""

import re

from corpus.commitment import Form, Kind
from ingest.commitments.heard import Heard
from ingest.commitments.promise import BE_DONE, MUST_DO, is_participle, promise
from ingest.commitments.subjects_english import Subject, agent_in, head_of
from ingest.commitments.verdict import Verdict, Voice
from ingest.commitments.words_english import EVENT_VERBS, GIVEN, PASSIVES, STATES, THINGS


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


GETS = _re(
    r"(?:have (?:at least|access|a|an|the (?:right|option|chance|opportunity)|one|two|three|more|their|theirs|free|\d)\b|"
    r"receive|get\b|benefit from (?:a|an|the|£|new|additional|extra|more)\b|qualify|be (?:able to (?:access|claim|apply)|"
    r"entitled|eligible|free|exempt|offered)\b)"
)
"""What those whom a promise is for will have."""
_RECEIVES = _re(r"(?:also |now |then |each |all )*receive (?!better|more support|help|recognition|the (?:best|support|help))")
_EVERY = _re(r"(?:every|all|each|any|no|more|another|an additional|up to|\d|the (?:rest|others|remaining))\b")
NONE = _re(r"(?:no|no one|nobody|none of|nothing|not one|neither)\b")
"""Subjects of whom it is said that something will not be."""
_ASKED = _re(r"be (?:\w+ )?(?:required|obliged|allowed|permitted|asked) to\b")
_OF_NONE = _re(
    r"(?:deny|doubt|dispute|disagree|pretend|argue|forget|know|want|claim|say|need|mind|notice|thank)\b|be (?:surprised|"
    r"shocked|more|less|so|in any|under any|better|worse|able|aware|happ\w+|sorry|pleased|astonished|immune|convinced)\b"
)
_NEW = _re(
    r"be (?:also |now |then |another )*(?:an?|one|another|two|three|four|further|more|new|no|some|additional|full|"
    r"opportunities for|\d)\b"
)
_VAST = _re(r"\b(?:challeng|difficult|pressure|risk|chang|opportunit|need|cost|disagree|debate|question|doubt)\w*")
_IS_WORTH = _re(r"be (?:up to |worth |increased to |at least |set at |no more than )?(?:£\s?)?\d")
_OURS = _re(
    r"\b(?:this|our|the|these|further|revised|updated|new|additional|accompanying|supporting|more|"
    r"welsh government)\b[^.;]{0,60}\b(?:guidance|guide|code|"
    r"framework|resources?|regulations?|toolkits?|funding|grants?|materials|legislation|circular|consultation|"
    r"publication|roadmap|strategy|evaluation)\b|"
    r"\b(?:this|our|further|revised|updated|new|additional|accompanying|more|welsh government|"
    r"national)\b[^.;]{0,60}\b(?:advice|information|support|tools|"
    r"examples|training|standards|policy|document|review|statement|programme|target|figures|report|team|templates|"
    r"events)\b|\bsample \w+|"
    r"^(?:funding|guidance|resources|materials|regulations|figures|templates) "
)
_GENITIVE = _re(r"^(?:the )?(?:school|governing body|local authority|headteacher|learner|pupil|their|its|each|a|an|any)\b")
_MADE = frozenset(
    """established created formed launched set appointed convened introduced recruited abolished merged replaced
    disbanded reconstituted  funded expanded wound seconded extended doubled reviewed strengthened brought kept
    retained asked-in opened closed built""".split()
)
_HIRED = frozenset({"recruited", "hired"})
_MAY_BE_MADE = _re(
    r"\b(?:body|bodies|group|panel|board|network|commission|committee|team|teams|agency|taskforce|task force|forum|academy|"
    r"officers?|chair|advisers?|co-?ordinators?|champions?|commissioner|secretariat|partnership|reviewer|inspectorate|"
    r"council|hubs?|centres?|new schools?|institute|service|services|college|unit|units)$"
)
"""Bodies and posts, which are third parties once they are there."""
_OPENS = _re(
    r"(?:also |now |first )*(?:open|close|launch|go live|come into|be up and running|begin (?:work|its work)|start (?:work|"
    r"its work))\b"
)
_ASIDE = frozenset({"asked", "left", "required", "allowed", "permitted", "obliged"})
_HOW = _re(
    r" (?:to|on|by)\b(?! (?:the (?:end|start|beginning|middle|close|summer|autumn|spring|winter|time)|mid|next|this|early|late|"
    r"\d|january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas))"
)
"""What tells how people are given something, and not when."""
_UNTIL = _re(r"\b(?:until|while|as long as|unless)\b")
_MOVES = _re(r"(?:also |now |still )*(?:rise|fall|increase|double|change|end|run|last|arrive|appear)\b")
_GOES_OUT = _re(
    r"(?:also |now )*(?:go (?:out )?to|reach (?:you|every|all|schools|members|each|the (?:committee|senedd|chamber|"
    r"board|house)))\b"
)
_CONTINUES = _re(
    r"(?:also |now |still )*(?:continue|remain in (?:place|force)|stay|go (?:to|out)|reach (?:you|every|all|schools|members|"
    r"each|the (?:committee|senedd|chamber|board|house))|appear|last|change|rise|increase|double|run (?:for|until|from|"
    r"to)|be (?:out|back|ready|there|at work|live)|arrive|"
    r"end|lapse|cease|start to|begin to|grow|shrink|expand|go (?:live|ahead|up|down|from)|come (?:out|in|off)|"
    r"be (?:in|with|on|at) (?:post|place|every|all|each|your|schools?|you|members|the|their|our|its)|"
    r"be (?:another|one|two|three|four|further))\b"
)


def is_done(heard: Heard) -> bool:
    """Whether a clause says that something will be done to its subject, or that it will be there."""
    parsed = heard.parsed
    if parsed is None:
        return False
    if _IS_WORTH.match(parsed.rest):
        return True
    done = BE_DONE.match(parsed.rest)
    if done is None:
        return False
    if done["done"].casefold() in PASSIVES or STATES.match(parsed.rest[3:]):
        return True
    return heard.voice in {Voice.MINISTER, Voice.GOVERNMENT} and is_participle(done["done"])


def is_scheduled_will(heard: Heard) -> Verdict | None:
    """Rule 5: `will come into force`, `will open`, of a thing; and that one will go on, go out or change."""
    parsed = heard.parsed
    if parsed is None or not heard.voice.binds:
        return None
    kind = heard.kind_of(parsed.subject)
    if _MAY_BE_MADE.search(head_of(parsed.subject)):
        opens = _OPENS.match(parsed.rest) and heard.voice is not Voice.DOCUMENT
        return promise("opens", heard, Form.SCHEDULED) if opens else None
    if not _may_happen(heard, kind):
        return None
    if EVENT_VERBS.match(parsed.rest) and (heard.ahead or kind is not Subject.THIS) and not _is_loose(heard, kind):
        return promise("scheduled-will", heard, Form.SCHEDULED)
    certain = heard.ahead or parsed.negative or _GOES_OUT.match(parsed.rest) or _UNTIL.search(parsed.rest)
    if _MOVES.match(parsed.rest) and not heard.is_thing(parsed.subject, kind):
        return None
    goes_on = _CONTINUES.match(parsed.rest) and kind is not Subject.THIS and certain
    return promise("continues", heard, Form.SCHEDULED) if goes_on else None


def _may_happen(heard: Heard, kind: Subject) -> bool:
    """Whether a subject is something that government has happen: nobody, and in a document a thing of its own."""
    subject = heard.parsed.subject if heard.parsed else ""
    if kind in {Subject.FIRST, Subject.GOVERNMENT, Subject.THERE} or heard.is_third(kind):
        return False
    if heard.voice is Voice.DOCUMENT and not _OURS.search(subject):
        return False
    return heard.is_thing(subject, kind) or heard.voice is Voice.MINISTER


def _is_loose(heard: Heard, kind: Subject) -> bool:
    """Whether an event's verb has many meanings and its thing is not government's, with no time: `the road will end`."""
    rest, subject = (heard.parsed.rest, heard.parsed.subject) if heard.parsed else ("", "")
    loose = re.match(r"(?:\w+ )?(?:follow|run|report|close|end|launch|begin|start|conclude)\b", rest, re.IGNORECASE)
    return bool(loose) and not (heard.ahead or THINGS.search(subject) or kind is Subject.IT)


def is_agentless(heard: Heard) -> Verdict | None:
    """Rule 9: `will be published`, unless somebody else is the subject or the one who does it."""
    parsed = heard.parsed
    if parsed is None:
        return None
    kind = heard.kind_of(parsed.subject)
    done = BE_DONE.match(parsed.rest)
    if kind is Subject.THERE:
        return _there(heard)
    if done is None and not GETS.match(parsed.rest) and not _IS_WORTH.match(parsed.rest):
        return _to_none(heard, kind)
    if done is not None and agent_in(parsed.rest) is Subject.THIRD:
        return Verdict(kind=Kind.THIRD_PARTY_UNDERTAKING, rule="passive-by-other", subject=parsed.subject, action=parsed.rest)
    if not heard.voice.binds or kind is Subject.FIRST:
        return None
    return _set_up(heard, done) or _to_none(heard, kind) or _done_to(heard, done, kind)


def _done_to(heard: Heard, done: re.Match[str] | None, kind: Subject) -> Verdict | None:
    """What is done to people, to a thing, or to whatever a minister names."""
    subject = heard.parsed.subject if heard.parsed else ""
    if heard.is_third(kind) or kind is Subject.THEY or (kind is Subject.ANY and not heard.is_thing(subject, kind)):
        return _to_others(heard, done, kind) or _by_minister(heard, kind)
    return _of_thing(heard, kind)


def _of_thing(heard: Heard, kind: Subject) -> Verdict | None:
    parsed = heard.parsed
    if parsed is None or not heard.is_thing(parsed.subject, kind) or not is_done(heard):
        return None
    if heard.voice is Voice.DOCUMENT and (not _OURS.search(parsed.subject) or _GENITIVE.match(parsed.subject)):
        return None
    return promise("agentless", heard, Form.AGENTLESS)


def _by_minister(heard: Heard, kind: Subject) -> Verdict | None:
    """A minister's passive of anything that is nobody: `A note will be sent`."""
    if heard.voice is Voice.MINISTER and kind in {Subject.ANY, Subject.THEY} and not heard.is_third(kind) and is_done(heard):
        return promise("agentless", heard, Form.AGENTLESS)
    return None


def _set_up(heard: Heard, done: re.Match[str] | None) -> Verdict | None:
    """A body or a post that is to be made, opened or ended."""
    parsed = heard.parsed
    if parsed is None or done is None or heard.voice is Voice.DOCUMENT:
        return None
    word = done["done"].casefold()
    if not _MAY_BE_MADE.search(head_of(parsed.subject)) and word not in _HIRED:
        return None
    if word in _MADE or (heard.voice is Voice.MINISTER and is_participle(word) and word not in _ASIDE):
        return promise("set-up", heard, Form.AGENTLESS)
    return None


def _to_none(heard: Heard, kind: Subject) -> Verdict | None:
    """`No pupil will lose marks`, `No one will be asked for a form`: a minister's word that it will not be so."""
    parsed = heard.parsed
    signed = heard.voice is Voice.MINISTER or (heard.voice is Voice.GOVERNMENT and heard.ahead)
    if parsed is None or not signed or not NONE.match(parsed.subject) or kind is Subject.FIRST:
        return None
    if _OF_NONE.match(parsed.rest):
        return None
    return promise("none-will", heard, Form.AGENTLESS)


def _to_others(heard: Heard, done: re.Match[str] | None, kind: Subject) -> Verdict | None:
    """`Every school will be given …`: for those who are the subject, done by government; or to be asked of them by a rule."""
    parsed = heard.parsed
    if parsed is None or heard.voice is Voice.DOCUMENT:
        return None
    if heard.voice is Voice.MINISTER and _ASKED.match(parsed.rest):
        return promise("required", heard, Form.AGENTLESS)
    if MUST_DO.match(parsed.rest):
        return None
    if done is not None and done["done"].casefold() in GIVEN and not _HOW.match(done["rest"]):
        return promise("given", heard, Form.AGENTLESS)
    return promise("every", heard, Form.AGENTLESS) if _will_get(heard, kind) else None


def _will_get(heard: Heard, kind: Subject) -> bool:
    """Whether people are said to receive something: all of them, a number, or by a time that a minister names."""
    subject, rest = (heard.parsed.subject, heard.parsed.rest) if heard.parsed else ("", "")
    if _RECEIVES.match(rest) and kind is Subject.THIRD:
        return True
    certain = _EVERY.match(subject) is not None or (bool(re.search(r"£|\d", rest)) and kind is Subject.THIRD)
    return bool(GETS.match(rest)) and (certain or (heard.voice is Voice.MINISTER and heard.ahead))


def _there(heard: Heard) -> Verdict | None:
    parsed = heard.parsed
    if parsed is None or not heard.voice.binds or heard.voice is Voice.DOCUMENT:
        return None
    named = THINGS.search(parsed.rest[:90]) or heard.voice is Voice.MINISTER
    if _NEW.match(parsed.rest) and named and not _VAST.search(parsed.rest[:60]):
        return promise("there-will-be", heard, Form.AGENTLESS)
    return None
