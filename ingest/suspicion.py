"""What in a text a reader should be warned of: words for machines, look-alike letters, unseen characters; removes nothing."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from corpus.flag import Flag, FlagReason
from ingest.characters import tricks_in, visible
from ingest.machine_talk import is_for_machines
from ingest.sentences import sentences

MOST_WORDS = 20
"""Words of mixed letters that are named; a reader who has seen so many knows."""
# Letters of other alphabets that pass for Latin ones (Unicode's confusables, UTS 39; letters only, the common fonts).
_ALIKE = dict(
    zip(
        "авекмнорстухіјѕһԁԛԝүꙇ" + "АВЕКМНОРСТУХІЈЅԌԚԜҮ" + "ονϲϳ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "օսոհցԼՏՕ",
        "abekmhopctyxijshdqwyi" + "ABEKMHOPCTYXIJSGQWY" + "ovcj" + "ABEZHIKMNOPTYX" + "ounhgLSO",
        strict=True,
    )
)
_PLAIN = str.maketrans(_ALIKE)
_FOREIGN = re.compile(f"[{''.join(_ALIKE)}]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LATIN = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")


def flags_of(text: str) -> tuple[Flag, ...]:
    """Warnings about a canonical text, in its order: sentences that speak to a machine, words of mixed letters."""
    return tuple(sorted([*_instructions(text), *islice(_mixed(text), MOST_WORDS)], key=lambda flag: flag.start or 0))


def invisible_flag(raw: str) -> Flag | None:
    """A warning where words as they came hold characters that nobody sees and nobody writes by accident; else None."""
    places = tricks_in(raw)
    if not places:
        return None
    return Flag(
        reason=FlagReason.INVISIBLE_CHARACTERS,
        detail=f"The text has characters nobody sees inside its words, in {places:,} {'place' if places == 1 else 'places'}.",
    )


def _instructions(text: str) -> Iterator[Flag]:
    for sentence in sentences(text, until=len(text)):
        if is_for_machines(_folded(sentence.plain)):
            yield Flag(
                reason=FlagReason.INSTRUCTION,
                detail="These words speak to a machine, not to a reader: they are kept, and never quoted in an answer.",
                start=sentence.start,
                end=sentence.end,
            )


def _folded(sentence: str) -> str:
    """A sentence as a machine would take it: no disguise of letters, no case."""
    if not sentence.isascii():
        sentence = visible(sentence).translate(_PLAIN)
        # Letter by letter: a whole sentence of accents would take hours to put in order.
        sentence = sentence.translate({ord(c): unicodedata.normalize("NFKC", c) for c in set(sentence) if not c.isascii()})
    return sentence.casefold()


def _mixed(text: str) -> Iterator[Flag]:
    if not _FOREIGN.search(text):
        return
    for word in _WORD.finditer(text):
        if not word[0].isascii() and _is_mixed(word[0]):
            yield Flag(
                reason=FlagReason.MIXED_SCRIPTS,
                detail=f"The word '{word[0][:40]}' is spelt with letters of another alphabet that look Latin.",
                start=word.start(),
                end=word.end(),
            )


def _is_mixed(word: str) -> bool:
    """True for Latin letters and look-alikes together, and no others: `TNFα` and `школa` are not written to deceive."""
    return bool(_LATIN.search(word)) and bool(_FOREIGN.search(word)) and all(_LATIN.match(c) or c in _ALIKE for c in word)
