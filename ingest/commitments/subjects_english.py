"""Subjects of English clauses: whether government, somebody else or a thing is to do it; does not read what is to be done."""

import re
from enum import StrEnum
from functools import lru_cache

from corpus.bodies import bodies_named
from ingest.commitments.words_english import THINGS


class Subject(StrEnum):
    """What stands before `will`."""

    FIRST = "first"
    """`I`, `we`."""
    GOVERNMENT = "government"
    THIRD = "third"
    """Another body, its people, or a person by name."""
    THING = "thing"
    """Something that government makes, pays or sets up."""
    IT = "it"
    THEY = "they"
    THIS = "this"
    """`this`, `which`: what was said before."""
    PERSON = "person"
    """`he`, `she`."""
    THERE = "there"
    SAME = "same"
    """None: as the clause before."""
    ANY = "any"
    """Anything else."""


_STOP = (
    r"(?=$| (?:and|or|with|within|in|at|of|for|from|on|to|across|by|who|which|that|together|alongside|through|also|both|now|"
    r"itself)\b|[,:;(])"
)
_LEAD = (
    r"(?i:(?:the|my|our|this|these|those|a|an|all|each|every|both|newly[- ]established|new|dedicated|senior|other|future|"
    r"same) )*"
)
_GOVERNMENT = re.compile(
    rf"^{_LEAD}(?:(?<!UK )(?<!United Kingdom )(?:Welsh )?Government(?: of Wales)?|Welsh Ministers|Cabinet Secretar(?:y|"
    rf"ies)(?: for [^,]{{1,60}})?|(?:Deputy |First )?Ministers?(?: for [^,]{{1,60}})?|(?:Welsh Government |"
    rf"government )?[Oo]fficials|[Cc]ivil servants|"
    r"department|Education Improvement Team|Education Directorate|Cabinet|policy teams?|(?:implementation|delivery|project|"
    r"programme) team|"
    rf"my teams?|ministerial colleagues){_STOP}"
)
_NOT_OURS = re.compile(
    r"\b(?:UK|United Kingdom|British|previous|Scottish|local|England's|English) (?:Government|Minister|government)",
    re.IGNORECASE,
)
_THIRD = re.compile(
    r"\b(?:schools?|colleges?|universit(?:y|ies)|authorit(?:y|ies)|councils?|consorti(?:a|um)|governors?|bodies|unions?|"
    r"committees?|commission|commissioner|commissioners|boards?|panels?|inspectors?|inspectorate|regulators?|providers?|"
    r"partners?|practitioners?|teachers?|head ?teachers?|heads?|leaders?|learners?|pupils?|students?|parents?|carers?|"
    r"families|family|children|child|people|person|employers?|company|companies|firms?|clubs?|businesses|groups?|"
    r"networks?|academy|members?|"
    r"chairs?|chairman|professor|doctor|staff|professionals?|advisers?|advisors?|reviewers?|agency|agencies|organisations?|"
    r"charit(?:y|ies)|trusts?|associations?|federation|confederation|institute|settings?|nurser(?:y|ies)|clusters?|"
    r"communities|community|everyone|everybody|nobody|no one|anyone|anybody|someone|he|she|you|others|those|colleagues?|"
    r"experts?|researchers?|contractors?|suppliers?|examiners?|assessors?|candidates?|apprentices?|graduates?|trainees?|"
    r"cooks?|librarians?|caretakers?|taskforce|task force|forum|secretariat|centres?|hubs?|body|ombudsman|court|tribunal|"
    r"parliament|senedd|party|parties|directors?|officers?|coordinators?|co-ordinators?|coach(?:es)?|mentors?|volunteers?|"
    r"citizens?|residents?|voters?|driver|drivers|clerks?|sector|profession|workforce|team|teams|i)\Z",
    re.IGNORECASE,
)
_BODY_OF_THING = re.compile(
    r"\A(?:Medr|Adnodd|Dysgu|Estyn|OECD|NCG|EWC|WJEC|WLGA|ADEW|CSC|Ofsted|Ofqual|DfE|Jisc|UCAC|NEU|ASCL|NAHT|NASUWT|Unison|"
    r"Qualifications Wales)\b"
)
_TITLED = re.compile(
    r"^(?:Professor|Prof|Dr|Sir|Dame|Mr|Mrs|Ms|Miss|Baroness|Lord|Lady|Councillor|Cllr|Reverend|Judge|Chief)\b"
)
_NAME = re.compile(r"^[A-Z][\w.'-]+(?: (?:ap|ab|ferch|de|van|von|[A-Z][\w.'-]*)){1,3}$")
_DETERMINER = re.compile(
    r"^(?:the|a|an|our|my|this|these|its|their|each|every|all|any|no|some|further|such|his|her|both|new|more)\b", re.IGNORECASE
)
_HEAD_ENDS = re.compile(
    r" (?:of|for|in|on|at|from|to|with|within|by|across|about|under|through|which|who|whom|whose|that|where|when|as|between|"
    r"into|over|during|including|such|along|alongside|together|working|based|led|made|published|set|announced|promised|"
    r"and its|outside|beyond|after|before|above|below|so far|without|against|towards|like|than|but|has|have|had|was|were|is|"
    r"are|not|also|themselves|itself|alone)\b|,(?!\d)|[:;(]"
)


def kind_of(subject: str) -> Subject:
    """What a subject is: `Our school improvement guidance` -> thing, `Local authorities across Wales` -> third."""
    words = subject.strip(" ,")
    folded = words.casefold()
    simple = {
        "i": Subject.FIRST,
        "we": Subject.FIRST,
        "it": Subject.IT,
        "they": Subject.THEY,
        "this": Subject.THIS,
        "these": Subject.THIS,
        "that": Subject.THIS,
        "which": Subject.THIS,
        "those": Subject.THIS,
        "there": Subject.THERE,
        "": Subject.SAME,
        "he": Subject.PERSON,
        "she": Subject.PERSON,
        "you": Subject.THIRD,
        "who": Subject.THIRD,
        "all this": Subject.THIS,
        "the following": Subject.THING,
    }.get(folded)
    if simple:
        return simple
    if _NOT_OURS.search(words):
        return Subject.THIRD
    if _GOVERNMENT.match(words):
        return Subject.GOVERNMENT
    return _named(words)


@lru_cache(maxsize=20_000)
def _named(words: str) -> Subject:
    head = head_of(words)
    owner = re.match(r"(?:the |a |an )?(?P<owner>[\w' .-]{2,60}?)(?:'s|(?<=s)') ", head, re.IGNORECASE)
    if re.match(r"(?:both )?(?:I|we) (?:and|both|all|together)\b", words) or re.search(r"\band (?:I|we)$", words):
        return Subject.FIRST
    if (owner and _is_another(owner["owner"])) or _TITLED.match(words) or _BODY_OF_THING.match(head) or _is_body(words, head):
        return Subject.THIRD
    return _some_of(words) or _by_head(words, head)


def _some_of(words: str) -> Subject | None:
    """`Nine of those`, `The first of these`: what they are some of."""
    found = _PARTITIVE.match(words)
    if not found:
        return None
    inner = re.sub(r"^.*? of ", "", words, count=1)
    if re.fullmatch(r"(?:them|those)", inner, re.IGNORECASE):
        return Subject.THIRD
    kind = kind_of(inner)
    return {Subject.FIRST: Subject.ANY, Subject.THIS: Subject.THING}.get(kind, kind)


def _by_head(words: str, head: str) -> Subject:
    if _THIRD.search(head):
        return Subject.THIRD
    if THINGS.search(_last_of(head)) or re.search(r"£\s?\d", words):
        return Subject.THING
    if _NAME.match(head) and not THINGS.search(head):
        return Subject.THIRD
    return Subject.THING if _is_proper(head) else Subject.ANY


def _is_another(owner: str) -> bool:
    """Whether an owner is another body: of `Estyn's report`, not of `schools' budgets`."""
    if _GOVERNMENT.match(owner) or re.search(
        r"wales|government|minister|secretary|(?:school|pupil|learner|teacher|parent|child)", owner, re.IGNORECASE
    ):
        return False
    return bool(_THIRD.search(owner)) or bool(_BODY_OF_THING.match(owner)) or bool(_TITLED.match(owner))


def head_of(words: str) -> str:
    """The noun phrase a subject begins with: `The chair of the panel` -> `The chair`."""
    found = _HEAD_ENDS.search(words)
    return (words[: found.start()] if found and found.start() > 0 else words).strip(" '\"*_")


def _last_of(head: str) -> str:
    """The last words of a noun phrase, behind a possessive: `Estyn's next report` -> `next report`."""
    return " ".join(re.split(r"(?:'s|s') ", head)[-1].split()[-3:]) if head else ""


def _is_body(words: str, head: str) -> bool:
    """Whether a body of the gazetteer is the head: `All local authorities`, not `Local authority plans`."""
    for named in bodies_named(words, "en"):
        if named.body == "welsh-ministers" and not _NOT_OURS.search(words):
            continue
        if named.span.start < len(head) <= named.span.end:
            return True
    return False


def _is_proper(head: str) -> bool:
    """Whether a noun phrase is a name: `The National Professional Learning Entitlement`, `Curriculum for Wales`."""
    bare = _DETERMINER.sub("", head).split()
    capitals = [word for word in bare if word[:1].isupper() or word[:1].isdigit()]
    return len(capitals) >= 2 and bare[-1][:1].isupper() and bool(_DETERMINER.match(head) or len(bare) > 3)


_PARTITIVE = re.compile(
    r"(?:neither|none|(?:every |each )?one|some|[a-z]+teen|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|most|"
    r"many|half|(?:the )?(?:first|second|third|rest|remainder|others?)) of (?:the |these |those |our |all )?",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"(?<!school )(?<!one )(?<!step )(?<!county )(?<!area )(?<!case )\bby (?!the end|end|early|late|mid|spring|summer|"
    r"autumn|winter|easter|christmas|then|law|agreement|this|next|which|"
    r"when|\d|\w+ing\b|january|february|march|april|may\b|june|july|august|september|october|november|december|the (?:summer|"
    r"spring|autumn|time|start|close|middle))(?P<agent>(?:[\w'-]+ ?){1,8})",
    re.IGNORECASE,
)


def agent_in(rest: str) -> Subject | None:
    """Who does it, where a passive says so: `published by Estyn`; None where it does not."""
    for found in _AGENT.finditer(rest):
        kind = kind_of(found["agent"].strip())
        if kind in {Subject.THIRD, Subject.GOVERNMENT}:
            return kind
        if re.match(r"(?:me|us|my|our)\b", found["agent"]):
            return Subject.FIRST
    return None
