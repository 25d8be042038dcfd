"""What leads up to an English clause: connecting words, adjuncts, words that announce; does not judge the rest."""

import re
from dataclasses import dataclass
from functools import lru_cache

ADVERB = (
    r"(?:also|now|therefore|then|shortly|further|formally|soon|still|again|always|of course|in turn|instead|later|next|first|"
    r"as a result|subsequently|once again|today|too|together|however|nevertheless|moreover|in future|in due course|in effect|"
    r"in the meantime|meanwhile|from now on|each|both|all|accordingly|thereafter|afterwards|though|at last|once more|\w+ly)"
)
_CONNECT = re.compile(
    r"(?:and|but|so|or|yet|however|therefore|also|additionally|furthermore|moreover|finally|lastly|firstly|secondly|thirdly|"
    r"first|second|third|next|then|meanwhile|similarly|likewise|nevertheless|instead|otherwise|again|today|crucially|"
    r"importantly|equally|separately|specifically|indeed|clearly|of course|as a result|in addition|in short|in response|"
    r"in turn|to that end|to this end|for this reason|for that reason|for example|as i (?:said|have said|promised|"
    r"announced)[^,]{0,60}|as (?:promised|announced|planned)|deputy llywydd|llywydd|presiding officer|dirprwy lywydd|"
    r"minister|cabinet secretary|that said|that being so|what is more|what's more|in that case|fair enough|in the meantime|"
    r"(?:and )?(?:that's|that is|which is|this is) why|for my part|for our part|more than that|above all|in particular|"
    r"over and above (?:this|that)|beyond (?:this|that)|in return|in practice)\b,? |[\w' -]{2,40}: (?=(?:the|a|an|there|we|I|"
    r"every|no|all|it|our|my)\b)|that is(?: to say)?,? (?=(?:by|in|on|from|until|within|before|over|during)\b)|i\.e\.,? ",
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
_SPEAKER = r"(?:i|we|ministers|the (?:welsh )?government|the (?:cabinet secretary|minister))"
_AUX = (
    r"(?:'m|'re|'ve|'d| am| are| is| can| do| have| has| had| want| wish| will| shall| would like| would)?(?: therefore| today|"
    r" now| also| already| just| pleased| happy| delighted| able| glad| proud| here| still| fully| further| again| hereby|"
    r" gladly| certainly| like| in a position| able| to)*"
)
_SAY = (
    r"(?:confirm|confirmed|announce|announced|announcing|confirming|decided|decide|agreed|agree|resolved|"
    r"guarantee|promise|promised|pledge|pledged|undertake|undertook|committed|commit|assure|assured|reassure|reassured|"
    r"inform|informed|tell|told|say|state|report|give notice|repeat|insist|make clear)"
)
_TO = (
    r"(?: (?:to )?(?:the |this |all )?(?:members|senedd|chamber|house|you(?: all)?|committee|schools|parents|teachers|pupils|"
    r"governors|her|him|them|everyone|board))?"
)
_WHEN = r"(?: (?:today|now|this (?:afternoon|morning|evening)|here|once more|again|plainly|clearly))?"
_NOUN = r"(?:word|undertaking|commitment|promise|guarantee|pledge|assurance|notice)"
_THAT = r"(?:,? (?:[^,]{1,60}, )?that(?! (?:day|week|month|term|year|date|afternoon|evening|morning)\b)|: ?)[, ]*"
_ANNOUNCE = re.compile(
    rf"{_SPEAKER}{_AUX} {_SAY}{_TO}{_WHEN}{_THAT}|"
    rf"{_SPEAKER}(?: also| do| can| therefore| now)* (?:give|gave|make|made|offer|offered|have given)(?: [\w ]{{1,30}}?)? "
    rf"{_NOUN}(?: [\w ]{{1,30}}?)?{_THAT}|"
    rf"(?:\w+ )?[\w' -]{{1,40}} ha(?:ve|s) (?:my|our) {_NOUN}{_THAT}|"
    rf"(?:my|our|the|one|a) (?:\w+ )?(?:{_NOUN}|decision|plan|answer|news|position)(?: [\w ]{{1,30}}?)? (?:is|was) that[, ]*|"
    r"it (?:is|was|has been) (?:also |then |further )?(?:agreed|decided|resolved|confirmed|settled) that[, ]*|"
    rf"what (?:i|we)(?: can| am able to| are able to| will|'m able to|'re able to)? (?:say|tell|confirm|promise|offer|"
    rf"report|do){_TO}{_WHEN} is(?: that|: ?| this: ?)[, ]*|"
    r"(?:let me|i want to|i will|i'll) be (?:plain|clear|frank)(?: that|: ?)[, ]*|"
    r"(?:so )?let me (?:say|set out|make clear)[^,;:]{0,60}(?:: ?| that[, ]*)",
    re.IGNORECASE,
)


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
            found = _CONNECT.match(rest) or _adjunct(rest) or _BARE.match(rest)
        if not found or found.end() >= len(rest):
            break
        at += found.end()
    return Body(clause[at:], at, clause[:at], announced)


_BARE = re.compile(
    r"(?:subject to|depending on|once|when|if|unless|by|in|from|before|after|until|at|over|during|within|on|as soon as)\b"
    r"(?:(?!\b(?:which|that|who|and|will|shall|I|we|they|it)\b)[^,;]){2,80}? (?=(?:I|we)(?:'ll|'d|'re|'m|'ve| would|"
    r" intend| are| "
    r"am| have| plan| propose)\b)",
    re.IGNORECASE,
)
"""An adjunct that no comma parts from `we would`; one before `we will` is parted by `parse`."""
_GERUND = re.compile(r"[a-z]{3,}ing\b", re.IGNORECASE)
_MAIN_VERB = re.compile(r"\b(?:will|shall|won't|is|are|has|have)\b|'ll\b", re.IGNORECASE)


def _adjunct(rest: str) -> re.Match[str] | None:
    """An adjunct before a comma, unless the subject itself begins so: `This, I believe, will …`, `Next steps, …`."""
    found = _ADJUNCT.match(rest)
    if not found or re.match(r"this,|that,|(?:this|next|later) [^,]{0,200}\b(?:will|shall)\b", rest, re.IGNORECASE):
        return None
    if _GERUND.match(rest) and _MAIN_VERB.search(found[0]):
        return None  # `Funding of £20 a pupil will be paid in June, …` begins with its subject
    # `For schools that will open, …` holds a `will` of its own and is no reason to stop; `As we will see` is.
    return found
