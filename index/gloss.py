"""Gloss: a Welsh text word by word in English, for a model that reads English; is not a translation and is shown to no one.

Each word is the first English one of the list; words the list lacks stay as they are, and empty ones go. Welsh puts what a
noun is told by behind it: such a run is turned round ("corff dysgu proffesiynol newydd" -> new professional learning body).
"""

import re
from collections.abc import Collection, Iterator, Sequence

from index.lexicon import Word, WordKind, words_in

_HEADS: frozenset[WordKind] = frozenset({"terms", "nouns", "calendar"})
_TELLING: frozenset[WordKind] = frozenset({"terms", "nouns", "adjectives"})
_MODALS = frozenset("can could may should must cannot has have".split()) | {"may not", "should not", "may I", "could not"}
_NOT = frozenset({"ni", "na", "nac"})
_FORMS_OF_BE = frozenset("bu fu buont fuont oes yw ydy ydyw".split())
_ENDINGS = ("wyd", "odd", "ir", "ant", "id", "asant", "ai")
_BOUNDS = {"o": "from", "i": "to"}
_MONTH = frozenset({"mis", "fis"})
_BY_PLACE = {"yn ôl": "back", "Hydref": "autumn"}

_MARKS = re.compile(r"(\s\|\s|\n+|[.,;:!?](?=\s|$))")
"""What stands between two parts of a text that are told apart."""


def readable(text: str, language: str, languages: Collection[str]) -> str | None:
    """A text as a model of some languages can read it: as it is, or its gloss; None where it can read neither."""
    if language in languages:
        return text
    if language != "cy" or "en" not in languages:
        return None
    parts = _MARKS.split(text)
    told = (part if place % 2 else " " + gloss(part, language) for place, part in enumerate(parts))
    return "".join(told).strip()


def gloss(text: str, language: str) -> str:
    """`"Pryd fydd y corff newydd yn dechrau?"` -> when will new body begin; a text of another language comes back as it is."""
    if language != "cy":
        return text
    words = words_in(text)
    told = [_told(words, place) for place in range(len(words))]
    return " ".join(told[place] for run in _runs(words) for place in reversed(run) if told[place])


def _told(words: Sequence[Word], place: int) -> str:
    """A word in English, by what stands beside it."""
    word = words[place]
    before = words[place - 1] if place else None
    after = words[place + 1] if place + 1 < len(words) else None
    text = word.text.casefold()
    if text in _NOT and word.empty and after is not None and _is_finite(after):
        return "not"
    if text in _BOUNDS and word.empty and after is not None and _is_figure(after) and not (before and _counts(before)):
        return _BOUNDS[text]
    if word.entry is None:
        return "" if word.empty else word.text
    if word.entry.welsh in _BY_PLACE and _stands_otherwise(word, before, after):
        return _BY_PLACE[word.entry.welsh]
    was = "was " if word.entry.kind == "verbs" and text.endswith("wyd") else ""
    return was + word.entry.english[0]


def _is_finite(word: Word) -> bool:
    """Whether a word is an inflected verb, so that "ni" before it is not and behind it is we."""
    if word.entry is None:
        return word.empty and word.text.casefold() in _FORMS_OF_BE
    if word.entry.kind == "verbs":
        return word.text.casefold().endswith(_ENDINGS)
    return word.entry.kind == "forms" or word.entry.english[0] in _MODALS


def _is_figure(word: Word) -> bool:
    return word.text.lstrip("£")[:1].isdigit() or (word.entry is not None and word.entry.kind == "calendar")


def _counts(word: Word) -> bool:
    """Whether "o" behind a word is of: "sawl o 30", "tri o 12"."""
    return word.entry is not None and (word.entry.kind == "numbers" or word.entry.english[0].startswith(("how", "one")))


def _stands_otherwise(word: Word, before: Word | None, after: Word | None) -> bool:
    """Whether "yn ôl" ends a clause (back, not according to), or "hydref" is no month."""
    if word.entry is not None and word.entry.kind == "calendar":
        return word.text.islower() and not (before and (before.text[0].isdigit() or before.text.casefold() in _MONTH))
    return after is None


def _runs(words: Sequence[Word]) -> Iterator[list[int]]:
    """Places of a noun with what tells of it right behind it, or of any other word alone."""
    run: list[int] = []
    for place, word in enumerate(words):
        if run and word.joined and _tells(word, words[run[0] - 1] if run[0] else None) and _heads(words[run[0]]):
            run.append(place)
            continue
        if run:
            yield run
        run = [place]
    if run:
        yield run


def _heads(word: Word) -> bool:
    return word.entry is not None and word.entry.kind in _HEADS


def _tells(word: Word, opening: Word | None) -> bool:
    """Whether a word tells of the noun before it; `opening` is what stands before that noun.

    A verbal noun does only where nothing mutates it ("cynllun gwella", not "i ysgol wella") and the noun is not who does it
    ("rhaid i'r awdurdod ymateb": the authority must respond).
    """
    if word.entry is None:
        return False
    if word.entry.kind != "verbs":
        return word.entry.kind in _TELLING
    does = opening is not None and (opening.text.casefold() == "i" or (opening.entry and opening.entry.english[0] in _MODALS))
    return word.plain and not does
