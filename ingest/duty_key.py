"""The document's own key: where it says what its words `must`, `should` and `may` mean; does not read duties.

`In this guidance 'must' marks a requirement of the law`: the level of a duty follows the key where there is one (methods 6.1).
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from corpus.duty import Level
from corpus.passage import Span
from ingest.sentences import plain

_WORDS = {
    "must": "must",
    "should": "should",
    "may": "may",
    "need": "need",
    "needs": "need",
    "need to": "need",
    "shall": "shall",
    "have to": "must",
} | {
    "required": "must",
    "rhaid": "rhaid",
    "dylai": "dylai",
    "dylid": "dylai",
    "dylech": "dylai",
    "caiff": "caiff",
    "gall": "caiff",
    "gellir": "caiff",
    "angen": "angen",
    "mae angen": "angen",
}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_QUOTED = re.compile(rf"(?P<mark>[\"'*_]+)(?P<word>{_WORD})(?: not)?(?P=mark)", re.IGNORECASE)
_BARE = re.compile(
    rf"(?:\b(?:the (?:words?|terms?)|use of|y (?:gair|term)|gair) |^)(?P<word>{_WORD})(?= (?:is|"
    rf"means?|are|marks?|in this|denotes?|indicates?|refers?|shows?|for|yn golygu|yn dynodi)\b|"
    rf":| - | = )",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:means?|meaning|marks?|denotes?|indicates?|refers?|signif(?:y|ies)|is used|"
    r"are used|we use|used (?:for|when|where|to)|use (?:it|the words?|the term)|stands? for|"
    r"shows?|sets? out|is for|"
    r"is reserved|identif(?:y|ies)|describes?|expresses|imposes?|reflects?|says?|we say|"
    r"this is|these are|it is|golygu|dynodi|nodi|defnyddir|defnyddio|ddefnyddir|ddefnyddio|"
    r"cyfeirio|gofyniad|yw|yn)\b|=|:|\s-\s",
    re.IGNORECASE,
)
_MEANS = (
    (
        Level.MUST,
        re.compile(
            r"\b(?:Acts?|Measure|regulations|requires?|law|laws|legal|legally|statut\w+|legislation|legislative|required|requirements?|"
            r"mandatory|obligat\w+|compulsory|duty|duties|cyfraith|gyfraith|cyfreithiol|gyfreithiol|"
            r"statudol|gofyniad|ofyniad|gofynion|ddyletswydd|dyletswydd)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Level.SHOULD,
        re.compile(
            r"\b(?:advice|advisory|advised|best practice|good practice|practice|recommend\w*|"
            r"expect\w*|guidance|strongly|encourag\w*|cyngor|gyngor|arfer|argymh\w+|disgwyl\w*|"
            r"canllaw\w*)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Level.MAY,
        re.compile(
            r"\b(?:option\w*|choice|choose|permi\w+|discretion\w*|power|allowed|free|possib\w+|"
            r"dewis\w*|ddewis|caniat\w+|ganiat\w+|rhydd)\b",
            re.IGNORECASE,
        ),
    ),
)
_NOT_LAW = re.compile(r"\b(?:not|no|without|rather than|nor|nid|ddim|heb)\b[^,;.]{0,40}$", re.IGNORECASE)
_LINE = re.compile(rf"^[*_\"']*(?P<word>{_WORD})[*_\"']*(?: not)?\s*(?::|-|=|\||means\b|yn golygu\b)\s*\S", re.IGNORECASE)


class Meaning(NamedTuple):
    """What a document says that one of its words means."""

    level: Level
    span: Span


Key = Mapping[str, Meaning]
"""Meanings by the word: `must`, `should`, `may`, `need`, `rhaid`, `dylai`, `caiff`, `angen`."""


def read_key(text: str, units: Iterable[Span]) -> dict[str, Meaning]:
    """The key of a document, from its sentences and items; the first that says a word's meaning counts."""
    key: dict[str, Meaning] = {}
    for span in units:
        words = plain(text[span.start : span.end])
        for word, level in meanings_in(words):
            key.setdefault(word, Meaning(level, span))
    return key


def is_of_key(span: Span, key: Key) -> bool:
    """Whether a sentence is part of the key, and so no duty itself."""
    return any(meaning.span == span for meaning in key.values())


def meanings_in(words: str) -> list[tuple[str, Level]]:
    """The meanings that a sentence in plain letters gives: `'must' is law and 'should' advice` -> two."""
    named = list(_QUOTED.finditer(words)) or [match for match in [_LINE.match(words)] if match] or list(_BARE.finditer(words))
    if not named or not _SAYS.search(words):
        return []
    found = []
    for place, match in enumerate(named):
        stop = named[place + 1].start() if place + 1 < len(named) else len(words)
        # Of `the law is meant by 'must'` the meaning stands before the word, in a clause of its own.
        behind, ahead = words[match.end() : stop], re.split(r"[;.]|, and ", words[: match.start()])[-1] if place == 0 else ""
        level = _level(behind) or _level(ahead)
        if level:
            found.append((_WORDS[match["word"].casefold()], level))
    return found


def _level(words: str) -> Level | None:
    said = [
        (match.start(), level)
        for level, pattern in _MEANS
        for match in pattern.finditer(words)
        if not _NOT_LAW.search(words[: match.start()])
    ]
    return min(said)[1] if said else None
