"""Verify who acts and who is acted on: a sentence may turn active into passive, not doer into done-to (C5).

Read without grammar: the first actor of a clause is its subject, "by" or "gan" brings the doer of a passive one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.bodies import bodies_named
from corpus.mutation import beginnings
from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question
from search_api.verify.dates_said import dates_said
from search_api.verify.stems import small_words

_CLAUSE = re.compile(
    r"[.;:]\s|,\s(?=(?:and|but|or|while|who|which|although|though|when|unless|as|so|a|ac|ond|er|pan|sy\w*)\b)|"
    r"\s(?=(?:but|while|who|which|whose|although|when|unless|bod|fod|"
    r"ond|pan|sy'n|sydd)\b)"
)
_PASSIVE = {
    "en": re.compile(
        r"\b(?:is|are|was|were|be|been|being|get|gets|got)\b(?: \w+ly| not| also| now| never| no longer| still|"
        r" only| then| each| all)* "
        r"(?:\w+(?:ed|wn|ght|pt|ade|eld|uilt|ent|elt)|given|taken|written|chosen|driven|seen|done|put|set|cut|"
        r"let|led|read|drawn|told|heard|sold|"
        r"paid|laid|run|begun|won|met|left|lent|found|kept|brought)\b",
        re.IGNORECASE,
    ),
    "cy": re.compile(
        r"\b\w{3,}(?:ir|wyd)\b|\b(?:cael|gael|ch?aiff|cafodd)\b(?=.*\b(?:ei|eu)\b)|\bwedi(?:'i|'u)\b", re.IGNORECASE
    ),
}
_IN_PHRASE = {
    "en": re.compile(
        r"\b(?:in|of|for|to|with|from|at|on|under|within|between|among|about|into|through|across|than|as|by|"
        r"against|over|per|before|after)"
        r"(?: (?!to\b)[\w-]+(?:'s)?){0,3} $",
        re.IGNORECASE,
    ),
    "cy": re.compile(r"\b(?:at|ar|am|o|yn|gyda|dros|gan|mewn|trwy|drwy|rhwng|â|ers)(?: [\w-]+){0,1} $", re.IGNORECASE),
}
_DOER = {
    "en": re.compile(r"\bby (?:the |a |an |each |every |all )?$", re.IGNORECASE),
    "cy": re.compile(r"\bgan (?:y |yr |bob )?$|\bgan$", re.IGNORECASE),
}
_PERSON = re.compile(
    r"(?<![\w-])(?:(?:Professor|Dr|Mr|Mrs|Ms|Sir|Dame) )?(?!(?:The|An?|In|On|By|For|Of|From|At|Mae|Bu|Daeth|Yn|Ar)\b)"
    r"[A-ZÂÊÎÔÛŴŶ][\w-]+ [A-ZÂÊÎÔÛŴŶ][\w-]+\b"
)
_MODAL_BEHIND = re.compile(r"\s(?:must|should|shall|may|can|could|will|would|have to|has to|need to)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\W*(?:it|they|we|he|she|I|this|there)\b", re.IGNORECASE)
_COMPOUND = re.compile(
    r"\s(?!(?:must|should|shall|may|might|can|could|will|would|is|are|was|were|has|have|had|need|do|does|did|"
    r"not|who|which|that|and|or|in|of|for|"
    r"to|with|from|at|on|by|as|if|when|where|while|but|unless|also|only|then|never|under|within|a|an|the|their|"
    r"its|his|her|each|all|any|no|so|"
    r"\w+s|\w+ed|gave|took|led|made|set|went|said|found|ran)\b)[a-z]"
)
_RELATIVE = re.compile(r"\W*(?:who|which|sy'n|sydd|a (?:fu|oedd|ddaeth|gafodd|wnaeth|fydd))\b", re.IGNORECASE)
_FAR = 6
"""Words between a subject and its verb at most."""
_RECEIVES = re.compile(
    r"^\W*(?:\w+ )?(?:get|gets|got|receive|receives|received|has|have|had|is|are|was|were|be|needs?|may|can)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Who does and who is done to, in one sentence; an actor may be both."""

    doers: frozenset[str]
    done_to: frozenset[str]
    named: frozenset[str]
    """Every actor there is."""
    by: frozenset[str]
    """Doers that "by" brings."""
    mild: frozenset[str]
    """Doers that may as well be receivers: "schools get a coach" is "a coach is given to schools"."""


def is_passive(text: str, language: str) -> bool:
    """Whether a plain text has a passive anywhere."""
    return bool(_PASSIVE[language].search(text))


def roles(claim: Claim, _question: Question) -> Rejection | None:
    """E_ENT where doer and done-to changed places."""
    proof, said = roles_in(claim.proof, claim.language), roles_in(claim.said, claim.language)
    for actor in sorted(said.doers - said.mild):
        swapped = actor.startswith("@") or bool(said.done_to & proof.doers)
        if swapped and actor in proof.done_to and actor not in proof.doers:
            return Rejection(code=Code.NAME, why=f"'{actor.lstrip('@')}' acts, and is acted on in the quotation")
    for actor in sorted(said.by - proof.doers):
        if actor in proof.named:
            return Rejection(code=Code.NAME, why=f"'{actor.lstrip('@')}' is not who does it in the quotation")
    for actor in sorted(said.done_to - said.doers):
        swapped = actor.startswith("@") or bool(said.doers)
        if swapped and actor in proof.doers - proof.mild and actor not in proof.done_to:
            return Rejection(code=Code.NAME, why=f"'{actor.lstrip('@')}' is acted on, and acts in the quotation")
    return None


def roles_in(text: str, language: str) -> Roles:
    """The roles of the actors a plain text names."""
    doers: set[str] = set()
    done_to: set[str] = set()
    mild: set[str] = set()
    by: set[str] = set()
    named: set[str] = set()
    last = ""
    for clause in _clauses(text):
        actors = _actors(clause, language)
        subject = None if _PRONOUN.match(clause) else next((one for one in actors if _is_subject(one, clause, language)), None)
        if last and _RELATIVE.match(clause):
            subject = None
            (done_to if _is_passive(clause, 0, language) else doers).add(last)
        for one in actors:
            actor, start, end = one
            before = clause[:start]
            last = actor
            named.add(actor)
            if not clause[end:].strip(" ,.;:") and one is subject:
                continue  # its verb comes in another clause
            if _DOER[language].search(before) and (language == "en" or _is_passive(clause, 0, language)):
                doers.add(actor)
                by.add(actor)
            elif one is subject:
                (done_to if _is_passive(clause, end, language) else doers).add(actor)
                if _RECEIVES.match(clause[end:]) or (language == "cy" and re.search(r"\b[cg]ael\b", clause)):
                    mild.add(actor)
            elif _is_object(one, clause, language):
                done_to.add(actor)
    return Roles(
        doers=frozenset(doers), done_to=frozenset(done_to), mild=frozenset(mild), by=frozenset(by), named=frozenset(named)
    )


Actor = tuple[str, int, int]


def _is_subject(one: Actor, clause: str, language: str) -> bool:
    before, behind = clause[: one[1]], clause[one[2] :]
    if language == "en" and _is_compound(one, clause):
        return False
    if _MODAL_BEHIND.match(behind):
        return True
    return not (_IN_PHRASE[language].search(before) or _DOER[language].search(before) or re.match(r"['’]s?\b", behind))


def _is_compound(one: Actor, clause: str) -> bool:
    """True for the first half of "pupil behaviour", which is nobody."""
    name, before = clause[one[1] : one[2]], clause[: one[1]]
    if (
        name.endswith("s")
        or name[:1].isupper()
        or re.search(r"\b(?:a|an|the|each|every|one|any|no)(?: \w+)? $", before, re.IGNORECASE)
    ):
        return False
    return bool(_COMPOUND.match(clause[one[2] :]))


def _is_object(one: Actor, clause: str, language: str) -> bool:
    """True right behind a verb, or for a body that something is given, said or done "to"."""
    before, behind = clause[: one[1]], clause[one[2] :]
    if re.match(r"['’]s?\b", behind) or (language == "en" and _is_compound(one, clause)):
        return False
    if _IN_PHRASE[language].search(before):
        return one[0].startswith("@") and bool(re.search(r"(?<!according )\b(?:to|at|i)(?: [\w-]+){0,2} $", before))
    return True


def _is_passive(clause: str, after: int, language: str) -> bool:
    """Whether the first verb behind a subject is passive; in Welsh it stands before."""
    if language == "cy":
        return bool(_PASSIVE["cy"].search(clause))
    match = _PASSIVE["en"].search(clause, after)
    if match is None:
        return False
    between = clause[after : match.start()].split()
    return len(between) <= _FAR and not any(word.endswith("ed") for word in between)


def _clauses(text: str) -> Iterator[str]:
    start = 0
    for match in _CLAUSE.finditer(text):
        yield text[start : match.end()]
        start = match.end()
    yield text[start:]


def _actors(clause: str, language: str) -> list[Actor]:
    """Bodies, plain nouns that act, and names of two words, in order."""
    found = [(f"@{one.body}", one.span.start, one.span.end) for one in bodies_named(clause, language)]
    for match in _nouns(language).finditer(clause):
        if not any(start < match.end() and match.start() < end for _, start, end in found):
            found.append((match[0].casefold(), match.start(), match.end()))
    for match in _PERSON.finditer(clause):
        if not dates_said(match[0]) and not any(start < match.end() and match.start() < end for _, start, end in found):
            found.append((match[0].casefold(), match.start(), match.end()))
    return sorted(found, key=lambda one: one[1])


@lru_cache(maxsize=2)
def _nouns(language: str) -> re.Pattern[str]:
    spelt = [
        spelling
        for noun in sorted(small_words("acting", language))
        for spelling in (beginnings(noun) if language == "cy" else [noun])
    ]
    return re.compile(rf"\b(?:{'|'.join(sorted(filter(None, spelt), key=len, reverse=True))})\b", re.IGNORECASE)
