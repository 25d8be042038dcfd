"""An English clause taken apart: what leads up to it, its subject, its main `will` and what follows; does not judge it."""

import re
from dataclasses import dataclass
from functools import lru_cache

ADVERB = (
    r"(?:also|now|therefore|then|shortly|further|formally|soon|still|again|always|of course|in turn|instead|later|next|first|"
    r"as a result|subsequently|once again|today|too|together|however|nevertheless|\w+ly)"
)
_CONNECT = re.compile(
    r"(?:and|but|so|or|yet|however|therefore|also|additionally|furthermore|moreover|finally|lastly|firstly|secondly|thirdly|"
    r"first|second|third|next|then|meanwhile|similarly|likewise|nevertheless|instead|otherwise|again|today|crucially|"
    r"importantly|equally|separately|specifically|indeed|clearly|of course|as a result|in addition|in short|in response|"
    r"in turn|to that end|to this end|for this reason|for that reason|for example|as i (?:said|have said|promised|"
    r"announced)[^,]{0,60}|as (?:promised|announced|planned)|deputy llywydd|llywydd|presiding officer|dirprwy lywydd|"
    r"minister|cabinet secretary)\b,? ",
    re.IGNORECASE,
)
_ADJUNCT = re.compile(
    r"(?:by|in|on|from|at|as|during|over|after|following|before|until|through|throughout|within|under|to|for|with|without|"
    r"alongside|together with|along with|building on|based on|subject to|if|when|where|once|whilst|while|since|given|because|"
    r"although|though|unless|provided|working|drawing|beyond|ahead of|between|(?:later|next|this) (?:later |coming )?(?:year|"
    r"month|week|term|spring|summer|autumn|winter|time|morning|afternoon|in|on)|today|starting|beginning|having|rather than|"
    r"across|despite|in order|instead of|depending on|so that|should|as well as|focuss?ed|informed|supported|led|funded|"
    r"designed|of (?:the|these|those|our)|[a-z]{3,}ing)\b(?:(?!\b(?:I|we|government) (?:will|shall)\b)[^,]){1,260}, ",
    re.IGNORECASE,
)
_ANNOUNCE = re.compile(
    r"(?:(?:i|we|the welsh government|the government|the (?:cabinet secretary|minister))(?:'m|'re|'ve| am| are| is| can|"
    r" have| has| want| will| would like| do)?(?: therefore| today| now| also| already| just| pleased| happy| delighted|"
    r" able| glad| proud| here| still| to| in a position| like| therefore| fully)*(?: to)?)(?: (?:confirm|confirmed|announce|"
    r"announced|announcing|confirming|decided|agreed|decide|agree|guarantee|promise|promised|pledge|pledged|commit|"
    r"tell (?:members|the senedd|the chamber|you|the house)(?: today| now)?|assure (?:members|you|the senedd)|say|"
    r"inform (?:members|the senedd)|report)(?: today| now)?)(?: \w+)?(?: that|: ?)[, ]*|(?:i|we)(?: also| do)? (?:give|make|"
    r"offer)(?: [\w ]{1,30}?)? (?:word|undertaking|commitment|promise|guarantee|pledge|"
    r"assurance)(?: [\w ]{1,30}?)? that[, ]*|(?:i|we) give (?:this|the senedd this|you this|members this|the) (?:undertaking|"
    r"promise|assurance|commitment|pledge): ?|(?:you|members|schools|teachers|parents|pupils|the senedd) (?:also )?ha(?:ve|"
    r"s) my (?:word|assurance|commitment|promise) that[, ]*|(?:my|our) (?:commitment|promise|undertaking|"
    r"pledge)(?: [\w ]{1,30}?)? is that[, ]*|what (?:i|we) can (?:say|tell [\w ]{2,20}|confirm|promise|offer|"
    r"report)(?: today)? is(?: that|: ?| this: ?)[, ]*|(?:let me|i want to|i will) be (?:plain|clear|frank)(?: that|"
    r": ?)[, ]*|(?:so )?let me (?:say|set out|make clear)[^,;:]{0,60}: ?",
    re.IGNORECASE,
)
_INVERTED = re.compile(r"(?:nor|neither) (?P<will>will|shall) (?P<subject>I|we|the \w+(?: \w+)?) ", re.IGNORECASE)
_WHAT = re.compile(r"(?:what|all) (?P<subject>I|we) (?P<will>will|shall)(?: \w+)? do(?: \w+){0,4}? is(?: to)? ", re.IGNORECASE)
_WILL = re.compile(r"(?<=[\w,)'\"\x01 ])(?P<will>\b(?:will|shall|won't|shan't)\b|'ll\b)|^(?P<bare>will|shall)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r", (?![^,]{0,20}\b(?:I|we) (?:will|shall|am|have)\b)[^,]{1,220},(?= )|\s\([^()]{1,200}\)|\s- [^-]{1,160} -(?= )"
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|if|unless|whether|how|what|why|because|since|so that|until|once|while|whilst|"
    r"although|than|though|whatever|wherever|before|after|as|given)\b",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:am|is|are|was|were|has|have|had|do|does|did|can|could|would|should|must|may|might|hope|hopes|believe|believes|"
    r"expect|expects|know|knows|want|wants|think|thinks|said|say|says|told|show|shows|mean|means|ensure|recommend|recommends|"
    r"intend|understand|set out|made|let|feel|met|wrote|gave|took|held|led|saw|came|went|began|sent|kept|ran|told|tells|"
    r"advises|assures|reports that|argues|warns|asks|brought|found|heard|left|became|chose|spoke|suggests?|depends?|remains?|"
    r"(?<!newly )(?!need|speed|proposed|revised|updated|planned|agreed|required|related|combined|shared|detailed|improved|"
    r"extended|increased|expected|renewed|enhanced|dedicated|integrated|targeted|refreshed|redesigned|established|maintained|"
    r"advanced)\w+ed)\b",
    re.IGNORECASE,
)
_ADVERBS = re.compile(rf"(?:,? ?{ADVERB},? )+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A clause with `will`, in parts."""

    lead: str
    """What stands before the subject: times, conditions, `I can confirm that`."""
    announced: bool
    """True behind words that announce: `I can confirm that`."""
    subject: str
    """As written; empty behind `and`."""
    negative: bool
    rest: str
    """Behind `will` and its adverbs."""
    rest_at: int
    """Offset of the rest in the clause."""


@dataclass(frozen=True, slots=True)
class Body:
    """A clause without what leads up to it."""

    text: str
    at: int
    lead: str
    announced: bool


@lru_cache(maxsize=4096)
def body_of(clause: str, *, lead_time: int = 0) -> Body:
    """What is left of a clause without connecting words, adjuncts and announcing words; `lead_time` letters name a time."""
    at = lead_time
    announced = False
    for _ in range(6):
        rest = clause[at:]
        skipped = len(rest) - len(rest.lstrip(" ,"))
        at, rest = at + skipped, rest[skipped:]
        if found := _ANNOUNCE.match(rest):
            announced = True
        else:
            found = _CONNECT.match(rest) or _adjunct(rest)
        if not found or found.end() >= len(rest):
            break
        at += found.end()
    return Body(clause[at:], at, clause[:at], announced)


def _adjunct(rest: str) -> re.Match[str] | None:
    """An adjunct before a comma, unless the subject itself begins so: `This, I believe, will …`, `Next steps, …`."""
    found = _ADJUNCT.match(rest)
    if not found or re.match(r"this,|that,|(?:this|next|later) [^,]{0,200}\b(?:will|shall)\b", rest, re.IGNORECASE):
        return None
    # `For schools that will open, …` holds a `will` of its own and is no reason to stop; `As we will see` is.
    return found


@lru_cache(maxsize=4096)
def parse(clause: str, *, lead_time: int = 0) -> Parsed | None:
    """A clause round its main `will`; None where it has none of its own."""
    body = body_of(clause, lead_time=lead_time)
    if turned := _INVERTED.match(body.text) or _WHAT.match(body.text):
        rest = body.text[turned.end() :]
        negative = turned.re is _INVERTED
        return Parsed(body.lead, body.announced, turned["subject"], negative, rest.strip(), body.at + turned.end())
    for found in _WILL.finditer(body.text):
        left = _without_asides(body.text[: found.start()])
        if _hangs(left):
            continue
        rest = body.text[found.end() :]
        stripped = rest.lstrip(" ,")
        at = body.at + found.end() + len(rest) - len(stripped)
        negative = (found["will"] or "").casefold() in {"won't", "shan't"}
        while lead := _ADVERBS.match(stripped) or re.match(r"(?:not|never|no longer)\b,? ?", stripped, re.IGNORECASE):
            negative = negative or lead[0].casefold().strip(" ,") in {"not", "never", "no longer"}
            stripped, at = stripped[lead.end() :], at + lead.end()
        subject = left.strip(" ,")
        announced = body.announced
        return Parsed(body.lead, announced, _own(subject), negative, stripped.strip(), at)
    return None


def _without_asides(left: str) -> str:
    """Words before `will` without what stands between commas, brackets or dashes."""
    return _ASIDE.sub("", left).rstrip(" ,")


def _own(subject: str) -> str:
    """The subject at the end of the words before `will`: of `Over the next year we` only `we`."""
    found = re.search(r"(?:^|[ ,])(I|we|We)$", subject)
    if not found or found.start() == 0:
        return subject
    before = subject[: found.start()].strip(" ,")
    is_lead = (
        before.endswith(",")
        or bool(_AFTER_LEAD.match(subject))
        or re.match(
            r"(?:by|in|on|from|at|as|during|over|after|following|before|until|through|throughout|within|under|to|for|with|"
            r"this|next|later|once|alongside|and|that|together|where|across|subject)\b",
            before,
            re.IGNORECASE,
        )
    )
    joint = re.search(r"\band$", before)
    return subject if joint else (found[1] if is_lead else subject)


_BELIEF = re.compile(
    r"\b(?:fact|view|belief|hope|assurance|guarantee|idea|evidence|expectation|news|sure|clear|extent|reason|way|day|time|"
    r"question|so)$",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(
    r"(?:everyone|everybody|anyone|people|(?:the|a|an|our|their|each|every|all|my|these|those|any|local|young|more|many|"
    r"most) .+|[\w'-]+)$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:I|we|they|it|he|she|you)$")
_SAYING = re.compile(
    r"(?!(?:I|we)$).*\b(?:hope|hopes|believe|think|expect|trust|know|sure|confident|understand|say|said|says|imagine|"
    r"wish)\b[^,;]*$",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset({"as", "after", "before", "since", "until", "given", "than"})
_AFTER_LEAD = re.compile(
    r"(?<=^)(?:before|after|once|when|while|until|as|if|where|because|since|although|now that) .* (?:I|we)$", re.IGNORECASE
)


def _hangs(left: str) -> bool:
    """Whether a `will` belongs to a clause inside another one: `I hope that the group will`, `schools that will`."""
    own = _AFTER_LEAD.search(left)
    if own and FINITE.search(own[0].rsplit(" ", 1)[0]):
        return False
    found = _SUBORDINATE.search(left)
    if not found:
        return bool(_SAYING.search(left))
    *_, last = _SUBORDINATE.finditer(left)
    ends = left[last.end() :].strip(" ,")
    if last.start() > found.start() and last[0].casefold() in {"that", "which"} and _NOUN_PHRASE.match(ends):
        return True
    word, before, behind = found[0].casefold(), left[: found.start()].strip(" ,"), left[found.end() :].strip(" ,")
    if word in _PREPOSITIONS:
        return _hangs_behind_preposition(left, before, behind)
    return _hangs_inside(word, before, behind) if before else _opens_clause(word, behind)


def _opens_clause(word: str, behind: str) -> bool:
    """`That will`, `What we will do`: `that` and `which` are its subject, the others open a clause of their own."""
    return word not in {"that", "which"} or bool(behind and FINITE.search(behind))


def _hangs_behind_preposition(left: str, before: str, behind: str) -> bool:
    """`Before the summer we will` does not hang; `I said before that it will` does."""
    if not before:
        return bool(FINITE.search(behind))
    return bool(FINITE.search(before)) and not re.search(r"\b(?:I|we|it|they)$", left)


def _hangs_inside(word: str, before: str, behind: str) -> bool:
    """`The plan that we published will`: a whole clause inside the subject, with nothing finite before it, does not."""
    if FINITE.search(before) or not behind or _BELIEF.search(before) or _PRONOUN.search(behind):
        return True
    # `support that schools will use`: `that` is what they use, and the clause is inside the subject.
    return word != "who" and not FINITE.search(behind) and bool(_NOUN_PHRASE.match(behind))
