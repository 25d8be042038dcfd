"""Subject: the words of a question that name what it is about, and whether a sentence speaks of that; searches nothing."""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.words import terms
from search_api.question.question import Question
from search_api.question.subject import subject_of
from search_api.question.thesaurus import other_words

_FRAMES = {
    "en": re.compile(
        r"^(?:how|what|when|who|where|which)\b.{0,60}?\b(?:position|polic(?:y|ies)|thinking|advice|approach|line|view|"
        r"views|said|say|says|promised|promise|announced|published|written|happened|done|changed|decided|known|history|story|"
        r"timeline)\b(?: \w+){0,2}? (?:on|about|of|for|towards?|to|with|regarding|around) (?:the )?(?P<rest>.+)$",
        re.IGNORECASE,
    ),
    "cy": re.compile(
        r"^(?:sut|beth|pryd|pwy)\b.{0,60}?\b(?:sefyllfa|safbwynt|polisi|bolisi|cyngor|dull|ddywedwyd|addawyd|cyhoeddwyd|"
        r"gyhoeddwyd|hanes)\b(?: \w+){0,2}? (?:ar|am|o|i|ynghylch|tuag at) (?:y |yr )?(?P<rest>.+)$",
        re.IGNORECASE,
    ),
}
"""Questions of how something went, with what they are about behind them."""
_TAILS = {
    "en": re.compile(
        r"\s+(?:(?:has|have|been|being|was|were|over (?:time|the years))\s+)*(?:moved|changed|developed|evolved|shifted|grown|"
        r"progressed|come about|over (?:time|the years))(?:\s+.*)?$",
        re.IGNORECASE,
    ),
    "cy": re.compile(r"\s+(?:wedi (?:newid|datblygu|symud|tyfu)|dros (?:amser|y blynyddoedd))(?:\s+.*)?$", re.IGNORECASE),
}
MOST_WORDS = 5
"""Words taken whole as a subject; longer ones are read as a question, and cut to what it is about."""
Named = frozenset[str]
"""The terms of a name, all of which must stand in a sentence for it to hold the name."""


def subject_words(question: Question) -> str:
    """What a question is about: `"How has the position on attendance moved since 2019?"` -> `attendance`."""
    text, language = question.asked_text, question.language
    if len(text.split()) <= MOST_WORDS and not text.endswith("?"):
        return text
    bare = text.replace("’", "'").rstrip(" ?.!")
    for period in question.understood.periods:
        bare = " ".join(bare.replace(period.words, " ").split())
    framed = _FRAMES[language].match(bare)
    if framed:
        rest = _TAILS[language].sub("", framed["rest"]).strip(" ,")
        if terms(rest, language):
            return rest
    found = subject_of(bare, language)
    return found.text if found and terms(found.text, language) else text


def names_of(question: Question) -> tuple[Named, ...]:
    """Other names of the whole subject in its language: `professional learning body` -> Dysgu."""
    language = question.language
    asked = frozenset(terms(question.text, language))
    return tuple(
        frozenset(terms(name, language))
        for name in question.understood.also
        if any(frozenset(terms(other, language)) == asked for other in other_words(name, language))
    )


def names_across(question: Question) -> tuple[Named, ...]:
    """What the subject is called in the other language, part by part."""
    other = "en" if question.language == "cy" else "cy"
    return tuple(found for name in question.understood.across if (found := frozenset(terms(name, other))))


def holds_name(own: frozenset[str], names: Sequence[Named]) -> bool:
    """Whether terms hold one of the names whole."""
    return any(name and name <= own for name in names)


def share_across(own: frozenset[str], names: Sequence[Named]) -> float:
    """How many of the parts stand among terms, 0 to 1; 0 where nothing is known in the other language."""
    return sum(name <= own for name in names) / len(names) if names else 0.0


@lru_cache(maxsize=50_000)
def terms_of(text: str, language: str) -> frozenset[str]:
    """The terms of a text, remembered."""
    return frozenset(terms(text, language))
