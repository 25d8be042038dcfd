"""Tense: whether a later sentence tells of what is done or of what is to come, by its verbs; does not say of what.

A day without a year ("took up the post on 7 January") is before its text in the one and after it in the other.
"""

import re
from collections.abc import Mapping

_TOLD = (
    "began|begun|bought|brought|built|came|chose|chosen|did|drew|fell|felt|found|gave|given|gone|got|had|has|have|heard|held|kept|knew|"
    "laid|led|left|lost|made|met|paid|put|ran|read|rose|said|sat|saw|sent|set|shut|spent|spoke|stood|struck|taken|taught|thought|told|"
    "took|was|went|were|won|wrote|written|since"
)
_NO_VERB = "need|hundred|indeed|proceed|exceed|succeed|speed|feed|seed|red\\b|bed\\b"
_ENGLISH = re.compile(rf"\b(?:{_TOLD}|(?!{_NO_VERB})\w+ed)\b", re.IGNORECASE)
_BEFORE_PASSIVE = re.compile(r"\b(?:is|are|be|being) (?:\w+ly |not |now |also )?\w+(?:ed|en|ght|ld|de|nt|d|t)\b", re.IGNORECASE)
"""What is invited, kept or held: of no time that has gone."""
_WELSH = re.compile(
    r"\b(?:wedi|ers|bu|buont|oedd|oeddent|aeth|aethant|daeth|daethant|gwnaeth|cafodd|cafwyd|rhoes|\w{3,}(?:wyd|odd|asant|ais))\b",
    re.IGNORECASE,
)
_AHEAD: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:will|shall|would|is to|are to|was to|were to|to be|is due|are due|due (?:to|in|by|on)|expect\w*|intends?|"
        r"plans? to|aims?|hopes?|hold(?:s|ing)? to|keeps? to|remains?|still|next|coming)\b|'ll\b",
        re.IGNORECASE,
    ),
    "cy": re.compile(
        r"\b(?:bydd|fydd|byddwn|byddaf|byddant|disgwylir|bwriad\w*|gobeith\w*|nesaf|caiff|ceir|\w{3,}(?:hir|lir|nir|rir|wir|yddir|oddir))\b",
        re.IGNORECASE,
    ),
}
_PAST = {"en": _ENGLISH, "cy": _WELSH}


def is_told(words: str, language: str) -> bool:
    """Whether a sentence tells of what has been, and of nothing to come; False in a language without a table."""
    if language not in _PAST:
        return False
    plain = words.replace("’", "'").replace("\n", " ")
    if _AHEAD[language].search(plain):
        return False
    left = _BEFORE_PASSIVE.sub(" ", plain) if language == "en" else plain
    return bool(_PAST[language].search(left))
