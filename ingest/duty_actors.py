"""Actors in English: whom the words before a modal name, the agent of a passive, and whom a heading speaks of.

A body counts where it is the head of those words: `the governing body of a school`, not `the school's plan`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.bodies import bodies_named
from corpus.document import Document
from ingest.duty_claims import Actor, Who

ENGLISH = "en"
_LEADING_WORDS = re.compile(
    r"^(?:(?:and|but|or|so|also|therefore|however|instead|then|finally|first|firstly|"
    r"second|secondly|third|thirdly|lastly|similarly|equally|likewise|in addition|"
    r"additionally|moreover|furthermore|accordingly|ideally|normally|usually|generally|"
    r"ordinarily|otherwise|in particular|at the same time|in turn|as a minimum|at a minimum|"
    r"in short|in all cases|by law|in law|clearly|overall|crucially|importantly|meanwhile|"
    r"by contrast|again|here|note that|remember that|\d+(?:\.\d+)*|[a-z]\)|says?(?: that)?|"
    r"makes clear(?: that)?|confirms?(?: that)?|adds?(?: that)?|explains?(?: that)?|"
    r"states?(?: that)?|recommends?(?: that)?|expects?(?: that)?),? )+",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"^(?:each|all|both|some|most|many|any|none|either|neither|one|two|every one|the majority) of (?:the |"
    r"these |those |its |their |our )?",
    re.IGNORECASE,
)
_BEHIND_HEAD = re.compile(
    r"\s*[,(]|\s+(?:of|in|for|with|who|which|that|at|to|on|from|by|under|within|without|"
    r"whose|where|when|as|acting|working|using|providing|maintained|"
    r"including|concerned|involved|responsible|operating|offering|running|about|around|"
    r"across|through|during|after|before|between|against|above|below|over|itself|themselves|"
    r"alone|together|too|also|still|alike|jointly|therefore|then|always|never|only|normally|"
    r"each|both|all|not|in turn|taking|planning|holding|owning|wishing|receiving|subject|"
    r"covered|named|listed|affected|so|every|once|if|unless)\b",
    re.IGNORECASE,
)
_OFFICERS = re.compile(
    r"\s+(?:officers?|representatives?|members?|leaders?|managers?|officials|teams?|departments?|services?|bodies|body)$",
    re.IGNORECASE,
)
"""People and parts that act for a body: `local authority officers`."""
_ACTS_FOR = re.compile(
    r"^(?:(?:the|a|an|each|all|any|every|other|another|senior|relevant|appropriate|named|"
    r"at least one|one) )*(?:members?|chair|chairs|clerk|officers?|representatives?|"
    r"leadership|leaders|managers?|committee|committees|staff) (?:of|at|on|in|for) ",
    re.IGNORECASE,
)
_PREMODIFIER = re.compile(
    r"(?:the|a|an|all|every|each|any|both|most|some|many|these|those|their|its|our|your|"
    r"his|her|other|another|such|no|neither|either|few|several|only|even|"
    r"two|three|four|five|six|ten|\d+|partner|cluster|parent|lead|head|class|subject|"
    r"school|staff|college|primary|secondary|home|host|middle|senior|receiving|rural|"
    r"infant|junior|nursery|foundation|community|church|faith|executive|deputy|assistant|"
    r"supply|cover|new|small|large|big|own|same|relevant|sixth|form|welsh|english|and|"
    r"or|if|"
    r"[\w-]+(?:ed|ing|al|ive|ary|est|er|ful|ous|ic|ent|ant|able|ible|ian|aided|medium|ate|y))",
    re.IGNORECASE,
)
_THEY = frozenset("they both these those".split())
_IT = frozenset("it he she".split())
_PRONOUN = re.compile(
    r"^(?:they|it|he or she|she or he|he|she|both|these|those)(?: (?:all|both|each|too|also|therefore|then|in turn))*$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:he or she|she or he)(?: also| then| therefore)?\s*$", re.IGNORECASE)
PATIENTS = frozenset({"learner", "parent"})
"""Bodies for whose sake others are asked: what they are to have, others are to give."""
_NOT_BODY = re.compile(
    r"\b(?:school|pupil|student|learner|youth|voice|town|community) councils?\b|\bheads? of (?:year|"
    r"department|faculty)\b|\bon (?:his|her|their) head\b",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\bby (?:(?:both|either|the|a|an|each|all|its|their|his|her|every|any) )*", re.IGNORECASE)


class Subject(NamedTuple):
    """Who stands before a modal."""

    who: Who
    actors: tuple[Actor, ...] = ()
    words: str = ""
    """As written, without what leads up to it."""


def subject_in(words: str) -> Subject:
    """The subject that some words end in: `"Where asked, the governing body of a school"` -> governing-body."""
    if _PERSON.search(words):
        return Subject(Who.IT, words="he or she")
    chunks = [chunk for chunk in re.split(r"(,? and |,? or |,? as well as |, |/)", words) if chunk]
    found: list[Actor] = []
    spoken = ""
    for place in range(len(chunks) - 1, -1, -1):
        chunk = chunks[place]
        if place % 2 and re.fullmatch(r"(,? and |,? or |,? as well as |, |/)", chunk):
            continue
        bare = bare_subject(chunk)
        if not bare:
            continue
        if not found and _PRONOUN.match(bare):
            first = bare.split()[0].casefold()
            return Subject(Who.THEY if first in _THEY else Who.IT, words=bare)
        actor = head_of(bare) or (_behind_aside(bare) if _is_aside(bare) else None)
        if actor is None:
            if found or not _is_aside(bare):
                spoken = spoken or bare
                break
            continue
        found.insert(0, actor)
        spoken = spoken or bare
        before = chunks[place - 1] if place else ""
        if not before.strip(" ,") and before != ", ":
            break
    if found:
        return Subject(Who.BODY, _once(found), spoken)
    return Subject(Who.THING if spoken else Who.NOBODY, words=spoken)


def bare_subject(words: str) -> str:
    """A subject without the words that lead up to it."""
    return _QUANTITY.sub("", _LEADING_WORDS.sub("", words.strip(" ,:;-"))).strip()


def head_of(words: str) -> Actor | None:
    """The body that some words name as their head."""
    if match := _ACTS_FOR.match(words):
        named = bodies_named(words, ENGLISH)
        inner = next((one for one in named if one.span.start >= match.end() - 1), None)
        own = next((one for one in named if one.span.start < match.end()), None)
        chosen = own or inner
        if chosen and (own or not words[match.end() : chosen.span.start].replace("the ", "").replace("a ", "").strip()):
            return Actor(body=chosen.body, words=words[: chosen.span.end].strip())
        return None
    for named_body in bodies_named(_NOT_BODY.sub(lambda found: "x" * len(found[0]), words), ENGLISH):
        before, behind = words[: named_body.span.start].strip(), words[named_body.span.end :]
        if before and not all(_PREMODIFIER.fullmatch(word.strip("()'\",")) for word in before.split()[-4:]):
            return None
        if not behind or _BEHIND_HEAD.match(behind):
            return Actor(body=named_body.body, words=words[: named_body.span.end].strip())
        if _OFFICERS.match(behind) or re.match(r"\s+(?:and|or)\b", behind):
            return Actor(body=named_body.body, words=words.strip())
    return None


def agent_in(words: str) -> tuple[Actor, ...]:
    """By whom something is to be done: `"be agreed by the governing body"` -> governing-body."""
    for match in _AGENT.finditer(words):
        rest = words[match.end() :]
        if re.match(r"(?!governing)\w+ing\b", rest):
            continue
        found = []
        for part in re.split(r",? and |,? or |, ", rest)[:3]:
            actor = head_of(re.sub(r"^(?:both|either|the|a|an|each|its|their|all) ", "", part.strip()))
            if actor is None:
                break
            found.append(actor)
        if found:
            return _once(found)
    return ()


def actor_of_heading(document: Document, offset: int) -> Actor | None:
    """The body that a heading above an offset speaks of, where it speaks of one and no other; a title speaks of none."""
    title = next((section.heading for section in document.sections if section.heading and not section.front), "")
    for heading in reversed(document.heading_path(offset)[-3:]):
        bodies = {one.body for one in bodies_named(_NOT_BODY.sub("-", heading), document.language)}
        if bodies and heading != title:
            alone = len(bodies) == 1 and bodies.isdisjoint(PATIENTS) and _speaks_of(heading, document.language)
            return Actor(body=bodies.pop(), words="") if alone else None
    return None


_ROLE = re.compile(
    r"\b(?:roles?|responsibilit(?:y|ies)|dut(?:y|ies)|functions?|powers?|expectations?|"
    r"requirements|part|actions?|tasks?) (?:of|for|on|placed on)\b|"
    r"\bwhat\b.*\b(?:must|should|may|need to)(?: (?:do|know|consider|provide|publish|"
    r"keep))?$|\b(?:must|should)$|\b(?:roles?|responsibilities|duties|powers|functions)$|"
    r"\b(?:rôl|rolau|cyfrifoldeb(?:au)?|dyletswydd(?:au)?|swyddogaeth(?:au)?|pwerau|rhan)\b|\bbeth\b.*\b(?:rhaid|ddylai)\b",
    re.IGNORECASE,
)


def _speaks_of(heading: str, language: str) -> bool:
    """True for a heading that is a body's name or speaks of its part: `Governing bodies`, `Role of the headteacher`."""
    bare = re.sub(r"^[#\d.\s]+|^(?:the|each|every|y|yr) ", "", heading.strip(), flags=re.IGNORECASE)
    named = bodies_named(bare, language)
    alone = bool(named) and not (bare[: named[0].span.start] + bare[named[-1].span.end :]).strip(" :.")
    return alone or bool(_ROLE.search(heading))


_DETERMINER = re.compile(
    r"(?<!of )(?<!in )(?<!by )(?<!to )(?<!for )(?<!at )(?<!with )(?<!from )(?<!on )\b(?:every|"
    r"each|all|any|the|a|no|both|these) ",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"^.*\b(?:\d{4}|term|year|years|week|day|month|months|possible|necessary|appropriate|"
    r"onwards?|now on|January|February|March|April|May|June|July|August|September|October|"
    r"November|"
    r"December|law|Wales|guidance|case|cases|circumstances) (?=\S)",
)


def _behind_aside(words: str) -> Actor | None:
    """The body behind an opening without a comma: `By the end of the term every school` -> school."""
    starts = [match.start() for match in _DETERMINER.finditer(words) if match.start()]
    starts += [match.end() for match in [_TIME.match(words)] if match]
    for start in sorted(starts, reverse=True):
        if actor := head_of(words[start:]):
            return actor
    return None


def _is_aside(words: str) -> bool:
    """True for words between commas that stand beside a subject: `working with parents`."""
    return bool(
        re.match(
            r"^(?:in|on|with|for|at|by|from|to|under|within|through|after|before|during|where|"
            r"when|if|as|working|acting|having|taking|using|together|including|subject|once|"
            r"while|"
            r"unless|especially|particularly|not|rather|like|such|usually|normally|therefore|"
            r"however|wherever|whenever|whether|until|given|following|since|over|who|which|whose|"
            r"\w+ly|\d+)\b",
            words,
            re.IGNORECASE,
        )
    )


def _once(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple({actor.body: actor for actor in reversed(actors)}.values())[::-1]
