"""Asker: who speaks in a question and whose duty it asks about, as bodies of `corpus.bodies`; does not decide what they owe.

The actor is the subject of its modal ("must governing bodies publish"), or whom a duty is said to lie on; "we" is the asker,
where the question says who that is ("I am a governor").
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from corpus.bodies import Named, bodies_named

_PHRASE = 40
"""Characters after "I am a" in which the body must be named: "I'm a newly elected parent governor"."""
_SPEAKS = {
    "en": re.compile(
        (
            r"\b(?:(?:i|we)(?:'m|'re| am| are)(?: both| all| currently)? (?=(?:an?|the|one of)\b|maintained|governors|"
            r"teachers|parents|heads)|as (?=(?:an?|the|one of the)\b|governors?\b|heads?\b|headteachers?\b|parents?\b|"
            r"teachers?\b)|speaking as |i work (?:as|for|in|at) |we work (?:for|in|at) |i sit on (?:a|the|our|my) |"
            r"i chair (?:a|the|our|my) )"
        ),
        re.IGNORECASE,
    ),
    "cy": re.compile(
        (
            r"\b(?:(?:rwy'n|dw i'n|rydw i'n|rwyf yn|rwyf i'n|rydym ni'n|rydym yn|ry'n ni'n|'dan ni'n) |fel |"
            r"(?:llywodraethwr|pennaeth|athro|athrawes|rhiant|arolygydd)(?= (?:ydw|wyf|dw) i\b))"
        ),
        re.IGNORECASE,
    ),
}
_OWN = {
    "en": (
        (re.compile(r"\bmy (?:own )?(?:child|children|son|daughter|kids?|boy|girl)\b(?!'s teacher)", re.IGNORECASE), "parent"),
    ),
    "cy": ((re.compile(r"\b(?:fy mhlentyn|fy mhlant|fy mab|fy merch|fy mhlentyn i)\b", re.IGNORECASE), "parent"),),
}
_DUTY = {
    "en": re.compile(
        (
            r"\b(?:must|should|shall|ought|may|can|could|need|needs|have to|has to|had to|required|requires?|duty|"
            r"duties|obliged|obligations?|expected|supposed|allowed|permitted|entitled|binding|binds?|responsib\w+|"
            r"powers?|follow|comply)\b"
        ),
        re.IGNORECASE,
    ),
    "cy": re.compile(
        (
            r"\b(?:rhaid|raid|gorfod|orfod|d?d?yletswydd(?:au)?|nyletswydd(?:au)?|d?dd?ylai|d?dd?ylid|g?ofynnir|g?ofyn|"
            r"gofynion|ofynion|disgwyl|g?all|g?allant|[cg]aiff|caniateir|hawl|cyfrifol\w*|gyfrifol\w*|dilyn|ddilyn|"
            r"rhwymo)\b"
        ),
        re.IGNORECASE,
    ),
}
_DETERMINERS = {
    "en": r"(?:the |an? |our |my |your |all |any |every |each |individual |maintained |most |some |both |welsh |[a-z]+ed )*$",
    "cy": r"(?:y |yr |bob |pob |ein |fy |unrhyw |holl )*$",
}
_BEFORE = {
    "en": (
        (
            r"\b(?:dut(?:y|ies)|obligations?|binding|bind|binds|responsibilit(?:y|ies)|powers?|required|"
            r"expected) (?:on|of|for)?\s*"
        ),
        r"\b(?:must|should|shall|may|can|could|need|do|does|did|are|is|were|was|have|has)(?:n't)? ",
        r"^(?:\w+ )?(?:which|what) (?:\w+ (?:does|do) )?|\bdut(?:y|ies) do |\bfor ",
    ),
    "cy": (
        r"\b(?:d?d?yletswydd(?:au)?|nyletswydd) (?:ar |gan )?|\bgofynion ar |\bcyfrifoldeb(?:au)? |\bpwerau ",
        r"\b(?:rhaid|raid) i(?:'r)? ",
        r"\b(?:d?dd?ylai|g?all|[cg]aiff)(?:'r)? ",
        r"^(?:pa|ba) |\b(?:gan|ar|i|i'r) ",
    ),
}
"""What stands before whoever owes, the surest first."""
_DONE_TO = {
    "en": re.compile(
        (
            r"^(?: \w+ly)? (?:have )?(?:be|been|being)(?: \w+ly)? (?!required|obliged|expected|supposed|allowed|"
            r"permitted|entitled)(?:\w+ed|told|sent|given|taught|kept|paid|shown|seen|made|held)\b"
        ),
        re.IGNORECASE,
    ),
    "cy": re.compile(r"^ (?:yn )?(?:gael |cael )?(?:ei|eu) \w+", re.IGNORECASE),
}
"""After a body that something is done to: "can a pupil be excluded" asks nothing of the pupil."""
_COMPOUND = re.compile(
    (
        r"^(?:'s?\b| (?:improvement|development|uniform|plans?|budgets?|funding|day|year|terms?|attendance|"
        r"inspections?|reports?(?! to)|guidance|meals?|standards?|organisation|workforce|leadership|transport|"
        r"admissions?|buildings?|governance|curriculum|categorisation|food|places?|closures?|week|holidays?|site|"
        r"leavers?|records?|data|numbers|voice|wellbeing|performance|self-evaluation|prospectus)\b)"
    ),
    re.IGNORECASE,
)
"""After a body that only tells what kind of thing is meant: "school uniform", "Estyn's visit"."""
_AFTER = {
    "en": re.compile(
        (
            r"^(?:'s?)?\s+(?:\w+ly |still |also |now |always |legally )?(?:must|should|shall|ought|may|can|cannot|need|"
            r"needs|have to|has to|had to|(?:is|are|was|were) (?:\w+ly )?(?:required|obliged|expected|supposed|allowed|"
            r"permitted|entitled|responsible|bound)|(?:required|obliged|expected|supposed|allowed|permitted|entitled|"
            r"bound) to)\b|^'s? (?:duty|duties|responsib\w+|powers?)\b"
        ),
        re.IGNORECASE,
    ),
    "cy": re.compile(
        r"^\s+(?:sy'n gorfod|sydd i fod|yn gorfod|yn gyfrifol|yn cael|ddilyn|gyhoeddi|gadw|sicrhau|ymgynghori|gael)\b",
        re.IGNORECASE,
    ),
}
_OF = re.compile(r"^ of (?:an? |the |our |my |any |each |every )?$", re.IGNORECASE)
_WE = {
    "en": re.compile((
        (
            (
                r"\b(?:must|should|shall|may|can|could|need|do|are|am|have|ought) (?:i|we)\b|\b(?:i|we) (?:must|should|"
                r"have to|need to|may|can)\b"
            )
        )
    ), re.IGNORECASE),
    "cy": re.compile(r"\b(?:rhaid|raid) i (?:mi|ni|fi)\b|\b(?:ddylem|ddylwn|ddyliwn|gawn|allwn|ga) (?:ni|i)\b", re.IGNORECASE),
}  # fmt: skip


class Spoken(NamedTuple):
    """A body, and the words it was read from; None and empty where nobody is named."""

    body: str | None
    words: str


NOBODY = Spoken(None, "")


def asker_of(text: str, language: str) -> Spoken:
    """Who speaks: `"I am a parent governor. Must we …"` -> governing-body."""
    for opening in _SPEAKS[language].finditer(text):
        # The name may be what the opening itself says, as in "pennaeth ydw i".
        stretch = text[opening.start() : opening.end() + _PHRASE]
        said = re.split(r"[.;:?!]|,", stretch, maxsplit=1)[0]
        named = [
            one
            for one in bodies_named(said, language)
            if one.span.end > len(opening[0].rstrip()) or not opening[0].endswith(" ")
        ]
        if named:
            return Spoken(named[0].body, said[: named[0].span.end].strip())
    for pattern, body in _OWN[language]:
        if found := pattern.search(text):
            return Spoken(body, found[0])
    return NOBODY


def actor_of(text: str, language: str, asker: Spoken = NOBODY) -> Spoken:
    """Whose duty is asked about: `"Must governing bodies publish a plan?"` -> governing-body; nobody in other questions."""
    if not _DUTY[language].search(text):
        return NOBODY
    asked = _after_asker(text, asker)
    for one in _subjects(asked, language):
        return Spoken(one.body, asked[slice(*one.span)])
    if asker.body and (found := _WE[language].search(asked)):
        return Spoken(asker.body, found[0])
    return NOBODY


def _after_asker(text: str, asker: Spoken) -> str:
    """The question without the words that say who asks, so that they are not taken for its subject."""
    place = text.find(asker.words) if asker.words else -1
    of_their_own = asker.words and any(pattern.search(asker.words) for patterns in _OWN.values() for pattern, _ in patterns)
    return text[place + len(asker.words) :] if place >= 0 and not of_their_own else text


def _subjects(text: str, language: str) -> Iterator[Named]:
    """Bodies that stand where a modal's subject does: those before or after a modal first, then those a duty lies on."""
    named = bodies_named(text, language)
    for place, one in enumerate(named):
        if _AFTER[language].search(text[one.span.end :]):
            # "the head of a special school must": the head does.
            yield named[place - 1] if place and _OF.search(text[named[place - 1].span.end : one.span.start]) else one
    for pattern in _patterns(language):
        for one in named:
            behind = text[one.span.end :]
            if pattern.search(text[: one.span.start]) and not _COMPOUND.match(behind) and not _DONE_TO[language].match(behind):
                yield one


@lru_cache(maxsize=2)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?:{before}){_DETERMINERS[language]}", re.IGNORECASE) for before in _BEFORE[language])
