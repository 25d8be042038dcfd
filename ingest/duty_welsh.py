"""Claims of a Welsh sentence: each modal with the actor and the verb behind it; does not look beyond the sentence."""

import re
from dataclasses import replace

from corpus.bodies import bodies_named
from corpus.duty import Level
from ingest.duty_bounds import condition_before, condition_behind, deadline_in
from ingest.duty_claims import Actor, Claim, Who
from ingest.duty_laws import laws_in
from ingest.duty_words_welsh import ABSENCE, EMBEDDED, FUTURE, MODALS, NEGATED, NOT_LEAVE, NOT_VERB, PATTERN, SAID, Modal

WELSH = "cy"
_QUOTED = re.compile(r"\"[^\"]*\"|(?<!\w)'(?=\w)[^'.]{1,60}'(?!\w)")
_EXAMPLE = re.compile(r"^(?:er enghraifft|enghraifft|dychmygwch)\b", re.IGNORECASE)
_BEFORE_ACTOR = re.compile(
    r"^(?:(?:y|yr|pob|bob|holl|unrhyw|rhai|aelodau(?: o)?|aelod o|swyddogion|pennaeth newydd|"
    r"un o|pob un o|cadeirydd)(?:'r)? )+",
    re.IGNORECASE,
)
_BEHIND_ACTOR = re.compile(
    r"^(?:\s*(?:a gynhelir|y gynhelir|yng Nghymru|ysgolion?|yr ysgol|ysgol|cynradd|uwchradd|"
    r"arbennig|unigol|lleol|perthnasol|priodol|newydd|hefyd|wedyn|felly|i gyd|eu hunain|"
    r"(?:a|ac|neu) (?:staff|eraill)|sydd â [\w ]{3,30}|o'r fath|\([^)]*\))(?=[\s,.]|$))+",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\b(?:gan|wrth)(?:'r)? (?:y |yr |bob |pob |holl )?", re.IGNORECASE)
_PASSIVE = re.compile(r"^(?:beidio â |peidio â )?(?:gael|cael) (?:ei|eu)\b|\b(?:gael|cael) (?:ei|eu)\b", re.IGNORECASE)
_AND = re.compile(r"^(?:,? (?:a'r|ac|a|neu|a'u|ac i|a i|ac i'r)) ", re.IGNORECASE)
_DROPPED = re.compile(r"^(?!y\b|yr\b|pob\b|bob\b)[a-zâêîôûŵŷ]{2,}(?:(?<!a)u|io|eg|yd|wyn)\b(?! (?:a|ac|neu) )")
"""A verb right behind `caiff`, of whoever was spoken of before: `Caiff fynychu …`."""
_OF_THINGS = re.compile(r"\b(?:gynnwys|cynnwys|nodi|fod|bod|ddangos|gael ei|gael eu|esbonio|ddisgrifio|restru)\b")
_END = " .,;:"
_JOINT = re.compile(r"(?:,? (?:ac|a|ond|neu)(?: mae'n| y mae'n)?|,|;)\s*$", re.IGNORECASE)
_OF_CONDITION = re.compile(
    r"\b(?:os(?: yw| bydd| oes| na fydd)?|pan(?: fydd| fo| fydd y)?|lle (?:bo|y bo|bydd))(?:'r| yr| y)? ", re.IGNORECASE
)


def claims_in(sentence: str) -> tuple[Claim, ...]:
    """The claims of a sentence in plain letters, in order; none for questions and examples."""
    sentence = sentence.strip()
    if sentence.endswith("?") or _EXAMPLE.match(sentence):
        return ()
    masked = _QUOTED.sub(lambda found: "\x01" * len(found[0]), sentence)
    heads = [match for match in PATTERN.finditer(masked) if _stands(masked, match)]
    found: list[Claim] = []
    for number, match in enumerate(heads):
        stop = heads[number + 1].start() if number + 1 < len(heads) else len(sentence)
        left = heads[number - 1].end() if number else 0
        claim = _claim(sentence, match, left=left, stop=stop)
        if claim is not None and claim.who in {Who.THEY, Who.IT} and found and found[-1].who is Who.BODY:
            claim = replace(claim, who=Who.BODY, actors=found[-1].actors)
        if claim is not None:
            found.append(claim)
    return tuple(found)


def _stands(masked: str, match: re.Match[str]) -> bool:
    """Whether a modal has a clause of its own, and takes nothing back."""
    ahead = masked[: match.start()].rstrip()
    clause = re.split(r"[;:]|, ", ahead)[-1].strip()
    if ABSENCE.search(clause):
        return False
    is_spoken = _modal(match).rule.startswith(("rhaid", "gofynnol", "angen"))
    # `a dylai` is "and … should"; `a ddylai` is "that … should".
    if re.search(r"(?:^|\s)ac?$", clause) and re.match(r"(?:d[yi]|rhaid|ch?aiff|ni |mae)", match[0], re.IGNORECASE):
        return not SAID.search(ahead.rpartition("; ")[2])
    if EMBEDDED.search(clause) and not (is_spoken and re.search(r"\by mae$|\by$", clause)):
        return False
    return not SAID.search(ahead.rpartition("; ")[2])


def _modal(match: re.Match[str]) -> Modal:
    return next(modal for n, modal in enumerate(MODALS) if match[f"m{n}"] is not None)


def _claim(sentence: str, match: re.Match[str], *, left: int, stop: int) -> Claim | None:
    modal = _modal(match)
    ahead = sentence[left : match.start()]
    rest = _JOINT.sub("", sentence[match.end() : stop]).strip(_END)
    who, actors, action = _actors(modal, rest)
    if not NEGATED.sub("", action).strip() or _is_none(modal, rest, action, who):
        return None
    turned = NEGATED.match(action)
    negative = modal.negative or turned is not None
    if _PASSIVE.search(action) or who in {Who.NOBODY, Who.THING}:
        agents = _agents(action)
        if agents:
            who, actors = Who.BODY, agents
        elif _PASSIVE.search(action) and who is Who.BODY:
            who, actors = Who.THING, ()
    if who in {Who.THEY, Who.IT} and (named := _of_condition(ahead)):
        who, actors = Who.BODY, (named,)
    return Claim(
        level=Level.MUST if negative and modal.level is Level.MAY else modal.level,
        modal=f"{match[0]} … {turned[0]}" if turned else match[0],
        negative=negative,
        who=who,
        actors=actors,
        action=NEGATED.sub("", action).strip(),
        condition="; ".join(filter(None, (_condition_ahead(ahead), condition_behind(action, WELSH)))),
        deadline=deadline_in(action, WELSH) or deadline_in(ahead, WELSH),
        laws=laws_in(f"{ahead} {match[0]} {rest}", WELSH),
        word=modal.word,
        rule=f"cy-{modal.rule}",
    )


def _actors(modal: Modal, rest: str) -> tuple[Who, tuple[Actor, ...], str]:
    """Whom the words behind a modal name, and the words behind that name."""
    if modal.who is not None:
        return modal.who, (), re.sub(r"^i ", "", rest)
    found: list[Actor] = []
    position = 0
    while True:
        step = _AND.match(rest[position:]) if found else None
        start = position + (step.end() if step else 0)
        if found and step is None:
            break
        lead = _BEFORE_ACTOR.match(rest[start:])
        begin = start + (lead.end() if lead else 0)
        named = next((one for one in bodies_named(rest, WELSH) if one.span.start in {begin, start}), None)
        if named is None:
            break
        found.append(Actor(body=named.body, words=rest[start : named.span.end]))
        position = named.span.end
        if behind := _BEHIND_ACTOR.match(rest[position:]):
            position += behind.end()
    action = re.sub(r"^[ ,]+(?:i )?", "", rest[position:]) if found else rest
    if found:
        return Who.BODY, tuple({one.body: one for one in reversed(found)}.values())[::-1], action
    if _DROPPED.match(rest) and modal.rule in {"caiff", "ni-chaiff", "dylai", "ni-ddylai"}:
        return Who.IT, (), action
    return (Who.THING if _OF_THINGS.search(action) else Who.OTHER), (), action


def _agents(action: str) -> tuple[Actor, ...]:
    for match in _AGENT.finditer(action):
        named = next((one for one in bodies_named(action, WELSH) if one.span.start == match.end()), None)
        if named:
            return (Actor(body=named.body, words=action[named.span.start : named.span.end]),)
    return ()


def _of_condition(ahead: str) -> Actor | None:
    """The body that a condition before `iddo` or `iddynt` speaks of."""
    for match in _OF_CONDITION.finditer(ahead):
        named = next((one for one in bodies_named(ahead, WELSH) if match.end() <= one.span.start <= match.end() + 8), None)
        if named:
            return Actor(body=named.body, words=ahead[named.span.start : named.span.end])
    return None


def _condition_ahead(ahead: str) -> str:
    head, comma, _ = ahead.rpartition(",")
    if not comma:
        head = ahead
    head = re.sub(r"^(?:,? ?(?:a|ac|ond|neu)) ", "", re.split(r"[;:] ", head)[-1].strip(" ,"))
    return condition_before(head, WELSH)


def _is_none(modal: Modal, rest: str, action: str, who: Who) -> bool:
    """Whether a modal asks nothing of anybody: it guesses, tells, or forms a tense."""
    if modal.rule in {"caiff", "cant"} and (who is not Who.BODY or FUTURE.match(action) or re.match(r"^(?:ei|eu)\b", action)):
        return who is not Who.IT and (who is not Who.OTHER or bool(FUTURE.search(rest[:40])))
    if modal.rule == "gall" and who is not Who.BODY:
        return True
    if modal.rule in {"gall", "gallant", "caiff", "gellir"}:
        return bool(NOT_LEAVE.match(action)) or (
            modal.rule == "gellir" and bool(re.match(r"(?:dod o hyd|gweld|cael|darllen|lawrlwytho)\b", action))
        )
    return bool(NOT_VERB.match(action))
