"""An English clause taken apart: what leads up to it, its subject, its main `will` and what follows; does not judge it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.commitments.leads_english import ADVERB, body_of

_INVERTED = re.compile(r"(?:nor|neither) (?P<will>will|shall) (?P<subject>I|we|the \w+(?: \w+)?) ", re.IGNORECASE)
_WHAT = re.compile(r"(?:what|all) (?P<subject>I|we) (?P<will>will|shall)(?: \w+)? do(?: \w+){0,4}? is(?: to)? ", re.IGNORECASE)
_GOING = (
    r"(?:(?<=\w)'(?:s|re|m)|(?<=\w )(?:is|are|am))(?: not|n't| never| \w+ly| now| also| all| still| therefore)*"
    r" going to(?! have\b)\b|(?<=\w )(?:isn't|aren't|ain't) going to\b"
)
"""`are going to` says what `will` says."""
_WILL = re.compile(
    rf"(?<=[\w,)'\"\x01 ])(?P<will>\b(?:will|shall|won't|shan't)\b|'ll\b)|(?P<going>{_GOING})|^(?P<bare>will|shall)\b",
    re.IGNORECASE,
)
_NOT_GOING = re.compile(r"\b(?:not|never)\b|n't", re.IGNORECASE)
_ASIDE = re.compile(
    r", (?![^,]{0,20}\b(?:I|we) (?:will|shall|am|have)\b)[^,]{1,220},(?= )|\s\([^()]{1,200}\)|\s- [^-]{1,160} -(?= )"
)
_SUBORDINATE = re.compile(
    r"\b(?:(?<!\bto )(?<!\bof )(?<!\bon )(?<!\bfrom )(?<!\bbefore )(?<!\bafter )that|which|who|whom|whose|where|when|"
    r"if|unless|whether|how|what|why|because|since|so that|until|once|while|whilst|"
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
_LEADS = re.compile(rf"(?:,? ?{ADVERB},? )+|(?:not|never|no longer)\b,? ?", re.IGNORECASE)
"""Adverbs behind `will`, and what denies it."""


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
        negative = (found["will"] or "").casefold() in {"won't", "shan't"} or bool(_NOT_GOING.search(found["going"] or ""))
        while lead := _LEADS.match(stripped):
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
    found = re.search(r"(?:^|[ ,])(I|we|We|it|they|there|nobody|nothing)$", subject)
    if not found or found.start() == 0:
        return subject
    before = subject[: found.start()].strip(" ,")
    is_lead = (
        before.endswith(",")
        or bool(_AFTER_LEAD.match(subject))
        or re.match(
            r"(?:by|in|on|from|at|as|between|ahead of|during|over|after|following|before|until|through|throughout|"
            r"within|under|to|for|with|"
            r"this|next|later|once|alongside|and|that|together|where|across|subject|midway|halfway|early|late)\b",
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
_VERB_AND_OBJECT = re.compile(r"(?!the |a |an |our |their |his |her |this |all |if |when )[a-z]+ (?:it|them|you|us|one)$")
"""As in `authorities that miss it`: what `that` does, inside a subject."""
_PRONOUN = re.compile(r"\b(?:I|we|they|it|he|she|you)$")
_SAYING = re.compile(
    r"(?!(?:I|we)$).*\b(?:hope|hopes|believe|think|expect|trust|know|sure|confident|understand|say|said|says|imagine|"
    r"wish)\b[^,;]*$",
    re.IGNORECASE,
)
LEAST_WITH_VERB = 4  # words: `If it works we` has a verb of its own before the subject
_PREPOSITIONS = frozenset({"as", "after", "before", "since", "until", "given", "than"})
_AFTER_LEAD = re.compile(
    r"(?<=^)(?:before|after|once|when|while|until|as|if|where|because|since|although|now that) .* (?:I|we)$|"
    r"(?<=^)(?:on|in|for|at|from|to|with|across|under) (?:the|each|every|any|all|those|\d+) [\w' ]{2,40}? (?:that|which|who)"
    r" (?:(?!\b(?:I|we|he|she|they|said|say|hope)\b)[^,]){2,60} (?:I|we)$",
    re.IGNORECASE,
)


def _hangs(left: str) -> bool:
    """Whether a `will` belongs to a clause inside another one: `I hope that the group will`, `schools that will`."""
    own = _AFTER_LEAD.search(left)
    if own and (FINITE.search(own[0].rsplit(" ", 1)[0]) or len(own[0].split()) >= LEAST_WITH_VERB):
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
    if word in {"that", "who", "which"} and _VERB_AND_OBJECT.match(behind) and not FINITE.search(before):
        return False
    if FINITE.search(before) or not behind or _BELIEF.search(before) or _PRONOUN.search(behind):
        return True
    # `support that schools will use`: `that` is what they use, and the clause is inside the subject.
    return word != "who" and not FINITE.search(behind) and bool(_NOUN_PHRASE.match(behind))
