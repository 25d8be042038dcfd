"""Parts: the questions that one question asks, each so that it stands alone; does not answer them.

"Who chairs the NCG and when did it last meet?" asks two things, and an answer often says one: each is offered by itself. A tail
that leans on the whole of what is asked ("…, and by when?", "… and how often?") is no question of its own.
"""

import re

from search_api.question.follow_up import rewrite
from search_api.question.kind import Kind, asked_clause, read_kind

MOST = 3
"""Questions told apart: a reader of more has stopped asking one thing at a time."""
_VERB = (
    r"(?:is|are|was|were|do|does|did|will|would|can|could|should|must|has|have|had|runs?|leads?|chairs?|pays?|decides?|sits?|"
    r"checks?|inspects?|counts?|happens|happened|changes|changed|applies|replaced|replaces)"
)
_SUBJECT = r"(?:it|its|they|their|there|the|this|that|these|those|we|our|i|my|any|an?|she|he|schools?|governors?|heads?)"
_AND = {
    "en": re.compile(
        rf",? and (?=(?:(?:by|since|from|until|for|to|in) )?(?:who|whom|whose|what|which|when|where|why|how)\b"
        rf"(?: [\w'’-]+){{0,3}}? {_VERB}\b|{_VERB} {_SUBJECT}\b)",
        re.IGNORECASE,
    ),
    "cy": re.compile(
        r",? (?:ac?) (?=(?:ph?wy|ph?ryd|beth|ph?am|sut|faint|ble|lle) (?:sy|mae|yw|ydy|oedd|bydd|fydd|y |yr |a |wnaeth|"
        r"gafodd|ddylai|oes)|(?:yw|ydy|oes|fydd|ddylai|a yw|a oes|a fydd)\b)",
        re.IGNORECASE,
    ),
}
"""Where another question begins: at its question word with a verb near it, or at a verb with its subject."""
_LEAST = 3
"""Words of a part: "What and when does it …" asks one thing twice."""


def parts_of(text: str, language: str) -> tuple[str, ...]:
    """The questions that a question asks, in its order, each standing alone; none where it asks one thing."""
    clause = asked_clause(text, language)
    said = [one.strip(" ,") for one in _AND[language].split(clause.rstrip(" ?.!"))][:MOST]
    if len(said) < 2 or any(len(one.split()) < _LEAST for one in said) or read_kind(said[0], language).kind is Kind.OTHER:
        return ()
    first = f"{_capital(said[0])}?"
    return (first, *(_alone(one, first, language) for one in said[1:]))


def _alone(part: str, first: str, language: str) -> str:
    joined = "a" if language == "cy" else "and"
    leaning = rewrite(f"{joined} {part}?", first, language)
    plain = re.sub(r"^ph(?=wy|ryd|am)", "p", part, flags=re.IGNORECASE) if language == "cy" else part
    return leaning.text if leaning else f"{_capital(plain)}?"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
