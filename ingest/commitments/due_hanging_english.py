"""English words of time that are another thing's than the promise's: `the plan for 2026-27`, `pupils who start in September`.

What stands right before the words tells; does not read the words themselves, nor choose among days.
"""

import re

from corpus.commitment import Grain, Operator
from ingest.commitments.dues import Placed

_PAPER = re.compile(
    r"\b(?:plans?|timetables?|guidance|budgets?|rounds?|calendars?|arrangements|dates|allocations?|priorities|strategy|rules|"
    r"figures|results|settlement|schedules?|reports?|statistics|data|remits?|policies|policy|accounts|forecasts?|rates|lists?|"
    r"awards?|intake|places|cohort|entries|grants?|levels?|programme of \w+|letters?|menus?|resources|materials|papers)"
    r"(?: \w+ed)? \Z",
    re.IGNORECASE,
)
"""What is made for a time: the time is that of its use."""
_SPANS = frozenset(
    {Grain.MONTH, Grain.SEASON, Grain.TERM, Grain.PART_YEAR, Grain.YEAR, Grain.SCHOOL_YEAR, Grain.FINANCIAL_YEAR}
)
_RELATIVE = re.compile(
    r"(?P<before>\w+) (?:who |(?:that|which) (?!(?:begins?|starts?|opens?|runs?) ))(?P<rest>\w[^,;]*)\Z", re.IGNORECASE
)
_REST = 6  # words of a relative clause before its words of time
_CLAUSE_BEFORE = frozenset(
    """ensure ensures ensuring sure confirm announce announced see guarantee agree agreed decide decided propose proposed say
    said expect so such intend intended require requires means mean insist now it provided day time promise promised given
    is was know known clear show showing check request requested recommend recommended hope hopes aim way""".split()
)
"""Words before a `that` which opens a clause of the promise itself: `ensure that every school has one by May`."""
_MODAL = re.compile(r"\b(?:will|shall|should|would|must|can|could|may|might|to|is|are|'ll)\b", re.IGNORECASE)
_NEAR = frozenset({"in", "on", "at", "during", "from", "until", "throughout", "over", "since", "to", "up to"})
_OTHERS = re.compile(
    r"\b(?:subject to|following|pending|in (?:the )?light of|in line with|in response to|despite|compared (?:with|to)|"
    r"further to|building on|as (?:set out|announced|agreed|promised|planned|described|explained|I said)|"
    r"(?:after|before|until|till) (?:it|they|this|that|we|pupils|schools) (?=\w+ ))[^,;]*\Z",
    re.IGNORECASE,
)
"""Words of what comes first, whose time it is: `subject to the vote in March`."""


def hangs(words: str, begins: int, one: Placed) -> bool:
    """Whether words of time behind the verb at `begins` are another thing's."""
    before = words[begins : one.start]
    preposition = one.preposition.casefold()
    if preposition == "for" and one.due.grain in _SPANS and _PAPER.search(before):
        return "start" not in one.due.words and "whole" not in one.due.words
    if preposition not in _NEAR or one.due.operator is Operator.BY:
        return False
    return bool(_OTHERS.search(before)) or _in_relative(before)


def _in_relative(before: str) -> bool:
    found = _RELATIVE.search(before)
    if found is None or found["before"].casefold() in _CLAUSE_BEFORE or _MODAL.search(found["rest"]):
        return False
    return len(found["rest"].split()) <= _REST


OPENS = re.compile(
    r"^(?:and |but |so )?(?:if|unless|once|when|where|as(?! of\b| from\b)|because|although|should|while|since|given|subject to|"
    r"following|pending|in (?:the )?light of|in line with|in response to|despite|further to|building on|after|before|until|"
    r"in addition to|alongside|on top of|thanks to|provided|depending on|compared (?:with|to))\b[^,]*$",
    re.IGNORECASE,
)
"""Words that open a sentence with another's time: `Following the review in July, we will …`."""
