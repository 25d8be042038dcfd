"""Asked for: what a question wants more narrowly than its kind: a sum, a share, several names; and whether some words hold it.

"How much does it cost?" is not answered by a number of pupils. Rules in English and Welsh; silent where a question is open.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from search_api.question.kind import Kind, asked_clause
from search_api.question.persons import persons_in

LEAST_NAMES = 2
"""Names that an answer to "who are the members" must hold."""


class Wanted(StrEnum):
    """What an answer must hold."""

    MONEY = "a sum of money"
    SHARE = "a share"
    NAMES = "several names"
    PERSON = "a person's name"


_PRICED = (
    r"(?:salary|salaries|fee|fees|fine|price|cost|costs|wage|wages|budget)"
    r"(?=\W*(?:$|(?:of|for|per|to|in|paid|an?|is|was|does|do|did)\b))"
)
_MONEY = re.compile(
    r"\bhow much (?:does|do|did|will|would|is|was|has|have|can|could|should) .{0,80}"
    r"\b(?:cost|costs|charge|charged|pay|paid|earn|fined?|spend|spent)\b"
    rf"|\b(?:what|how (?:much|high|big|large)) (?:is|was|are|were|will be) (?:the |an? )?(?:[\w’'-]+ ){{0,4}}?{_PRICED}"
    rf"|\b(?:what|which) {_PRICED}|\bhow much (?:money|funding)\b|\bmost (?:[\w’'-]+ ){{0,6}}may cost\b"
    r"|\b(?:faint|beth) (?:yw|oedd|fydd) (?:yr? )?(?:cyflog|gyflog|cost|gost|ffi|pris|dirwy|ddirwy)\b"
    r"|\bfaint (?:o arian|mae .{0,60}yn (?:ei gostio|costio))\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:what|which) (?:share|proportion|percentage|fraction|per ?cent)\b|\bpa (?:ganran|gyfran)\b", re.IGNORECASE
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_NAMES = re.compile(
    rf"\b(?:which|what) {_NUMBER} (?:local authorit|council|school|bod(?:y|ies)|people|member|organisation|consorti|region)\w*"
    r"|\b(?:which|what) (?:people|persons|members|individuals) (?:sit|sat|serve|served|make up|made up|are on|were on)\b"
    r"|\bwho (?:are|were) (?:the |its |their )?(?:[\w’'-]+ ){0,3}members\b|\bwho (?:sits?|sat) on\b"
    r"|\bpwy (?:yw|oedd) (?:yr? )?aelodau\b|\bpwy sy'n eistedd ar\b",
    re.IGNORECASE,
)
_HELD_OFFICE = r"(?:chair|chairman|chairwoman|chairperson|chief executive|director|president)"
_PERSON = re.compile(
    rf"\bwho (?:is|was|will|would|'s)?\s*(?:now )?(?:be )?(?:the |its |their )?(?:first |new |next )?"
    rf"(?:{_HELD_OFFICE}|chair(?:s|ed|ing)?)\b"
    r"|\bpwy (?:fydd|oedd|yw|sy'n|sydd) ?(?:yn )?(?:cadeirio|gadeirio|y? ?(?:cadeirydd|gadeirydd)|y? ?prif weithredwr)\b",
    re.IGNORECASE,
)
_HOLDS_CHAIR = re.compile(
    r"\b(?:chaired|led) by\b|\b(?:minister|secretary|inspector|director|head\w*)\b[^.]{0,40}\bchairs\b", re.IGNORECASE
)
_HOLDS_MONEY = re.compile(
    r"£|\b(?:free|no charge|without charge|at no cost|unpaid|pence|am ddim|di-dâl|ceiniog)\b", re.IGNORECASE
)
_HOLDS_SHARE = re.compile(
    r"%|\bper ?cent\b|\by cant\b|\b(?:\w+) in (?:every )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b|\bun o bob\b"
    r"|\b(?:half|third|quarter|fifth|tenth|majority|minority|most|all|none|nearly every|hanner|traean|chwarter|mwyafrif)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-ZŴŶ][\w’'-]+(?: (?:of|and|the|y|ap|ab|[A-ZŴŶ][\w’'-]+))*")


def wanted(kind: Kind, question: str, language: str) -> Wanted | None:
    """What an answer must hold beside what its kind asks; None where nothing more is plain."""
    clause = asked_clause(" ".join(question.replace("’", "'").split()), language)
    if kind in (Kind.HOW_MUCH, Kind.OTHER, Kind.DEFINITION):
        return Wanted.MONEY if _MONEY.search(clause) else Wanted.SHARE if _SHARE.search(clause) else None
    if kind is Kind.WHO and _PERSON.search(clause):
        return Wanted.PERSON
    return Wanted.NAMES if kind in (Kind.WHO, Kind.LIST, Kind.OTHER) and _NAMES.search(clause) else None


def holds_wanted(thing: Wanted, sentences: Sequence[str]) -> bool:
    """Whether one of some sentences holds it; names are counted past each sentence's first word."""
    if thing is Wanted.MONEY:
        return any(_HOLDS_MONEY.search(one) for one in sentences)
    if thing is Wanted.SHARE:
        return any(_HOLDS_SHARE.search(one) for one in sentences)
    if thing is Wanted.PERSON:
        return any(_HOLDS_CHAIR.search(one) or any(persons_in(one)) for one in sentences)
    return any(_names(one) >= LEAST_NAMES for one in sentences)


def _names(sentence: str) -> int:
    """Different names in a sentence; the capital of its first word is none."""
    parts = re.split(r",|;| and | a(?:c)? ", re.sub(r"^\W*[A-ZŴŶ][\w’'-]* (?=[a-zŵŷâêîôû])", "", sentence))
    return len({match[0] for part in parts for match in _NAME.finditer(part.strip())})
