"""English words of time that are another thing's than the promise's: `the plan for 2026-27`, `pupils who start in September`.

What stands right before the words tells; does not read the words themselves, nor choose among days.
"""

import re
from datetime import date

from corpus.commitment import Grain, Operator
from ingest.commitments.due_others_english import CARRIES, comes_round, is_of_another, is_past_deed, is_set_by
from ingest.commitments.dues import Placed
from ingest.commitments.parse_english import FINITE

_PAPER = re.compile(
    r"\b(?:plans?|timetables?|guidance|budgets?|rounds?|calendars?|arrangements|dates|allocations?|priorities|strategy|rules|"
    r"figures|results|settlement|schedules?|reports?|statistics|data|remits?|policies|policy|accounts|forecasts?|rates|lists?|"
    r"awards?|intake|places|cohort|entries|grants?|levels?|programme of \w+|letters?|menus?|money|funding|sums?|cash|share|"
    r"resources|materials|papers|targets?|bids?|applications?)"
    r"(?: \w+ed)? \Z",
    re.IGNORECASE,
)
"""What is made for a time: the time is that of its use."""
_SPANS = frozenset(
    {Grain.MONTH, Grain.SEASON, Grain.TERM, Grain.PART_YEAR, Grain.YEAR, Grain.SCHOOL_YEAR, Grain.FINANCIAL_YEAR}
)
_RELATIVE = re.compile(
    r"(?P<before>[\w')]+) (?:(?P<who>who )|(?:that|which) (?!(?:begins?|starts?|opens?|runs?|at|in|on|to|by|for|with|from|when|"
    r"as|and|or|if|before|after|until|during|again|here) ))(?P<rest>\w[^,;]*)\Z",
    re.IGNORECASE,
)
_REST = 8  # words of a relative clause before its words of time
_CLAUSE = 4  # words that are likely to hold a verb
_CLAUSE_BEFORE = frozenset(
    """ensure ensures ensuring sure confirm announce announced see guarantee agree agreed decide decided propose proposed say
    said expect so such intend intended require requires means mean insist now it provided day time promise promised given
    is was know known clear show showing check request requested recommend recommended hope hopes aim way""".split()
)
"""Words before a `that` which opens a clause of the promise itself: `ensure that every school has one by May`."""
_MODAL = re.compile(
    r"\b(?:will|shall|should|would|must|can|could|may|might|'ll|to (?!(?:an?|the|me|us|you|him|her|it|them|my|our|your|his|"
    r"their|its|this|that|these|all|every|each|schools?|pupils?|councils?)\b|[A-Z£\d]))\b|\b(?:is|are)\b",
    re.IGNORECASE,
)
_HAVE = re.compile(r"\b(?:have|has|'ve)(?: \w+ly| not| been| already| just)* [\w-]+(?:ed|en|t|d|ne|de)\b", re.IGNORECASE)
"""What has come about has no day of its own: `the schools that have asked for help`."""
_THEY_ARE = re.compile(
    r"(?:is|are) (?!to\b|being\b)(?!.*\b(?:will|shall|should|would|must|can|could|may|might|'ll)\b)", re.IGNORECASE
)
"""Behind `who`, what people are then: `those who are due to sit an examination in May`."""
_THEY_DO = re.compile(
    r"\b(?:who|that|which) (?:\w+ly )?(?:appl(?:y|ies)|repl(?:y|ies)|registers?|signs? up|bids?|enrols?|responds?|write|writes|"
    r"joins?|turns?|reach(?:es)?|qualif(?:y|ies)|volunteers?|finish(?:es)?|fails?|miss(?:es)?|asks?|comes? forward|ends?|"
    r"closes?|"
    r"expires?|lapses?|runs? out)(?: [\w']+){0,4} \Z",
    re.IGNORECASE,
)
"""What somebody else has to do by a day: `every school that applies by 31 March`."""
_NEAR = frozenset({"in", "on", "at", "between", "during", "from", "until", "throughout", "over", "since", "to", "up to"})
_OTHERS = re.compile(
    r"\b(?:subject to|following|pending|in (?:the )?light of|in line with|in response to|despite|compared (?:with|to)|"
    r"further to|building on|prepar(?:e|es|ing) for|as (?:set out|announced|agreed|promised|planned|described|explained|"
    r"I said)|"
    r"(?:after|before|until|till) (?:it|they|this|that|we|pupils|schools) (?=\w+ )|"
    r"(?:after|until|till) (?:the|a|an|its|their|our|his|her|your|my) [\w' ]{2,40}? (?:rises|meets|opens|closes|reports|ends|"
    r"returns|votes|"
    r"sits|starts|begins|expires|lapses|finishes|leaves|retires|runs out)\b|"
    r"(?:after|before|until|till|by the time|when) (?:the|this) Senedd (?:rises|breaks up|dissolves|is dissolved|returns|"
    r"meets)\b)"
    r"[^,;]*\Z",
    re.IGNORECASE,
)
"""Words of what comes first, whose time it is: `subject to the vote in March`."""


_REACTS = re.compile(
    r"(?:.{0,50}?\b(?:intend|plan|propose|asked|going|committed|agreed|like)(?: \w+){0,3}? to )?(?:be )?(?:respond|reply|"
    r"act (?:on|upon)|consider|study|reflect on|take account of|draw on|look at|learn from|guided by|"
    r"informed by|wait for|contribute to|give evidence|attend|take part in|feed into|welcome|meet|"
    r"write to|speak (?:to|with)|talk (?:to|with)|visit|help|work with|look (?:\w+ )?(?:at|into)|raise|discuss|ask|invite|"
    r"thank|join)\b",
    re.IGNORECASE,
)
"""Verbs whose object is somebody else's doing: `respond to the inquiry that opens in June`."""
_IT_DOES = re.compile(
    r"\b(?:that|which) (?:(?:is|are) (?:now )?(?:due|expected|set|scheduled|to|being)|begins?|starts?|opens?|runs?)"
    r"(?: [\w']+){0,6} \Z|\b(?:that|which|whom) (?:I|we|they|he|she|you|it|the \w+|(?-i:[A-Z])\w+) (?:is|are|"
    r"am)(?: [\w']+){0,6} \Z",
    re.IGNORECASE,
)


def hangs(words: str, begins: int, one: Placed, made_on: date | None, *, told_to: int = 0) -> bool:
    """Whether words of time behind the verb at `begins` are another thing's.

    `told_to` is where the words of time before them end: what was done may have its own (`the rules made in 2015`).
    """
    before, behind = words[begins : one.start], words[one.end :]
    preposition = one.preposition.casefold() or one.due.words.split(" ", 1)[0].casefold()
    if preposition == "for" and one.due.grain in _SPANS and (_PAPER.search(before) or is_set_by(before)):
        return "start" not in one.due.words and "whole" not in one.due.words
    # What goes on beyond 2026 is not due then.
    if (
        preposition == "beyond"
        or comes_round(before, one.due, behind)
        or is_of_another(before, one.due, behind)
        or _THEY_DO.search(before)
    ):
        return True
    if one.due.operator is Operator.BY:
        return False
    if _REACTS.match(before) and _IT_DOES.search(before):
        return True
    is_others = bool(_OTHERS.search(before))
    if CARRIES.match(before) or (one.preposition and preposition not in _NEAR):
        return is_others and preposition in _NEAR | {"for"}
    since = words[max(begins, told_to) : one.start]
    return is_others or _in_relative(since) or is_past_deed(since, one.due, made_on)


def leads(before: str, one: Placed, between: str, made_on: date | None) -> bool:
    """Whether words of time in front of a promise are its own; `between` stands from them to its subject."""
    if OPENS.search(before) or is_past_deed(before, one.due, made_on) or is_of_another(before, one.due, between):
        return False
    if _in_relative(before) or comes_round(before, one.due, between):
        return False
    # `The grant ends in March, and what follows it will be announced`: a whole clause of its own goes before.
    has_verb = bool(FINITE.search(before)) or len(before.split()) >= _CLAUSE
    return not (has_verb and _GOES_ON.match(between))


def _in_relative(before: str) -> bool:
    found = _RELATIVE.search(before)
    if found is None or found["before"].casefold() in _CLAUSE_BEFORE or _HAVE.search(found["rest"]):
        return False
    if _MODAL.search(found["rest"]) and not (found["who"] and _THEY_ARE.match(found["rest"])):
        return False
    return len(found["rest"].split()) <= _REST


_GOES_ON = re.compile(r",? (?:and|but|so|while|whereas) (?!again\b|then,)", re.IGNORECASE)
OPENS = re.compile(
    r"^(?:and |but |so )?(?:if|having|now that|based on|drawing on|learning from|owing to|because of|as with|like|unlike|"
    r"rather "
    r"than|instead of|of the|under the|unless|once|when(?! (?:I|we) (?:next )?(?:see|meet|visit|speak|go)\b)|where|"
    r"as(?! of\b| from\b)|because|although|should|while|since|given|"
    r"subject to|"
    r"following|pending|in (?:the )?light of|in line with|in response to|despite|further to|building on|after|before|until|"
    r"in addition to|alongside|on top of|with (?!effect|immediate|the (?:start|beginning|new))|thanks to|provided|"
    r"depending on|compared (?:with|to))\b[^,]*$",
    re.IGNORECASE,
)
"""Words that open a sentence with another's time: `Following the review in July, we will …`."""
