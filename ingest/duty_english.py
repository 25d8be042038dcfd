"""Claims of an English sentence: each modal with its subject, its words and its bounds; does not look beyond the sentence."""

import re
from dataclasses import replace
from typing import NamedTuple

from corpus.duty import Level
from ingest.duty_actors import ENGLISH, PATIENTS, agent_in, head_of
from ingest.duty_bounds import condition_before, condition_behind, deadline_in
from ingest.duty_claims import Actor, Claim, Who
from ingest.duty_clauses import Head, heads_in
from ingest.duty_laws import laws_in
from ingest.duty_nothing import Asking, why_not
from ingest.duty_passives import is_passive
from ingest.duty_words_english import EXAMPLE, KEEPS_OPEN

_QUOTED = re.compile(r"\"[^\"]*\"|(?<!\w)'(?=\w)[^']*(?:(?<=\w)'\w[^']*)*'(?!\w)")
_OF_CONDITION = re.compile(
    r"(?:^|[;:,] )(?:but |and )?(?:if|where|when|whenever|once|unless|before|after|as soon as) (?P<words>[^,]*),", re.IGNORECASE
)
_NOBODY = re.compile(r"^(?:no|none|nor|neither|nobody|no one|no-one|nothing)\b", re.IGNORECASE)
_GETS = re.compile(
    r"^(?:not )?(?:always |all |also |only |still )*(?:have(?! (?:regard|due regard))|"
    r"be (?!aware|ready|punctual|respectful|kind|polite|honest|quiet|responsible|on time)|"
    r"receive|get|go|feel|leave school with|lose|miss|suffer|reach|achieve|attain|develop|"
    r"progress|learn|understand|experience|know|become|grow)\b",
    re.IGNORECASE,
)
_INNER = re.compile(
    r"^, (?P<aside>(?:if|where|when|unless|in|on|with|within|at|by|after|before|as|to|"
    r"for|under|so far|wherever|having|following|"
    r"once|during|subject|through|however|therefore|for example|from)\b[^,]*), (?P<rest>.+)$",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"^(?:by law|in law|at all times|in all cases|where(?:ver)? (?:possible|appropriate|"
    r"necessary)|also|therefore|then|normally|instead|"
    r"ordinarily|in turn|each|all|both|at least|first) (?=\w)",
    re.IGNORECASE,
)
_END = " .,;:"


class _Words(NamedTuple):
    """What stands behind a modal, what is put in between apart."""

    aside: str
    action: str


def claims_in(sentence: str) -> tuple[Claim, ...]:
    """The claims of a sentence in plain letters, in order; none for questions and examples."""
    sentence = sentence.strip()
    if sentence.endswith("?") or EXAMPLE.match(sentence):
        return ()
    heads = heads_in(_QUOTED.sub(lambda found: "\x01" * len(found[0]), sentence))
    stops = [*(head.start for head in heads[1:]), len(sentence)]
    found: list[Claim] = []
    before: Claim | None = None
    for head, stop in zip(heads, stops, strict=False):
        claim = _claim(sentence, head, stop=stop)
        if claim is not None and claim.who is Who.SAME:
            claim = _as_before(claim, before)
        elif claim is not None and claim.who in {Who.THEY, Who.IT} and before is not None and before.who is Who.BODY:
            claim = replace(claim, who=Who.BODY, actors=before.actors)
        if claim is not None:
            found.append(claim)
        if claim is not None or head.subject.who is not Who.SAME:
            before = claim
    return tuple(found)


def _claim(sentence: str, head: Head, *, stop: int) -> Claim | None:
    """What a modal asks; None where it asks nothing."""
    modal, start, end, _ = head.place
    words, ahead = sentence[start:end], sentence[head.left : start]
    aside, action = _behind(sentence[end : max(stop, end)])
    asking = Asking(modal, words, ahead, action, head.subject, sentence[:start])
    if not action or why_not(asking):
        return None
    who, actors = _whom(asking)
    negative = _is_negative(asking)
    conditions = (_condition_ahead(ahead), aside if condition_before(aside, ENGLISH) else "", condition_behind(action, ENGLISH))
    return Claim(
        # Leave that is not given is a "must not".
        level=Level.MUST if negative and modal.level is Level.MAY else modal.level,
        modal=words,
        negative=negative,
        who=who,
        actors=actors,
        action=re.sub(r"^(?:never|not) ", "", action),
        condition="; ".join(filter(None, conditions)),
        deadline=deadline_in(f"{aside}, {action}" if aside else action, ENGLISH) or deadline_in(ahead, ENGLISH),
        laws=laws_in(f"{ahead} {words} {aside} {action}", ENGLISH),
        word=modal.word,
        rule=f"en-{modal.rule}",
    )


def _behind(words: str) -> _Words:
    """`, within ten days, ask the authority` -> what is put in, and the action."""
    if inner := _INNER.match(words.strip()):
        return _Words(inner["aside"], inner["rest"].strip(_END))
    action = words.strip(_END)
    if adverb := _ADVERB.match(action):
        return _Words(adverb[0].strip(), action[adverb.end() :])
    return _Words("", action)


def _whom(asking: Asking) -> tuple[Who, tuple[Actor, ...]]:
    """Of whom it is asked: the agent of a passive, else the subject."""
    subject, behind = asking.subject, asking.behind
    if is_passive(behind):
        agents = agent_in(behind)
        if agents:
            return Who.BODY, agents
        return (subject.who if subject.who in {Who.NOBODY, Who.SAME} else Who.THING), ()
    if subject.who is Who.THING and not _is_of_things(subject.words, behind):
        return Who.OTHER, ()
    if subject.who is Who.BODY and asking.bodies <= PATIENTS and asking.modal.level is not Level.MAY and _GETS.match(behind):
        return Who.THING, ()
    if subject.who in {Who.THEY, Who.IT} and (named := _of_condition(asking.ahead)):
        return Who.BODY, (named,)
    return subject.who, subject.actors


def _is_negative(asking: Asking) -> bool:
    return (
        bool(re.search(r"\bnot\b|n't\b|cannot|\bnever\b", asking.words))
        or bool(_NOBODY.match(_last_words(asking.ahead)))
        or bool(re.match(r"(?:never|neither|no longer)\b", asking.behind))
    )


def _is_of_things(words: str, behind: str) -> bool:
    """Whether a thing is the subject, so that somebody else is to see to it: `The plan must include …`."""
    return bool(re.match(r"there\b", words, re.IGNORECASE)) or bool(KEEPS_OPEN.match(behind))


def _last_words(ahead: str) -> str:
    """The clause that some words end in, without what leads up to it."""
    return re.sub(r"^(?:and|but|or|so) ", "", re.split(r"[;:,] |\bthat ", ahead.strip(" ,"))[-1], flags=re.IGNORECASE)


def _of_condition(ahead: str) -> Actor | None:
    """The body that a condition before `it` or `they` speaks of: `Where a school closes, it …` -> school."""
    for match in _OF_CONDITION.finditer(ahead):
        words = match["words"].split()
        for end in range(min(7, len(words)), 0, -1):
            if actor := head_of(" ".join(words[:end])):
                return actor
    return None


def _condition_ahead(ahead: str) -> str:
    """The condition before a subject: of `Where a pupil is ill, the school` the words up to the comma."""
    for part in re.split(r"[;:] ", ahead)[-1:]:
        head, comma, _ = part.rpartition(",")
        head = re.sub(r"^(?:,? ?(?:and|but|or)) ", "", head.strip(" ,"))
        while comma and head:
            if found := condition_before(head, ENGLISH):
                return found
            _, comma, head = head.partition(", ")
    return ""


def _as_before(claim: Claim, before: Claim | None) -> Claim | None:
    """A claim behind `and` with the actor of the one before it."""
    if before is None:
        return None
    if is_passive(claim.action) and before.who is Who.BODY:
        return replace(claim, who=Who.THING)
    return replace(claim, who=before.who, actors=claim.actors or before.actors)
