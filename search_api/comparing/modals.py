"""Modals: the words of a sentence that bind, advise, permit or promise, by strength, English and Welsh; does not compare them.

What binds, advises and permits is read by the words that the register of duties is read by; beside those stand what is
promised, what is intended, and what takes a duty away (`need not`).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.duty import Level
from ingest import duty_words_english, duty_words_welsh

STRENGTH = {"must": 5, "will": 5, "needs": 4, "should": 3, "intend": 2, "may": 1, "free": 0}
"""How much each asks or promises; `free` is the want of a duty. A promise (`will`) weighs as much as an order."""
_FREE = {
    "en": (
        r"need not|(?:do|does|did)(?: not|n't) (?:have|need) to|(?:is|are|was|were|be) (?:not|no longer) (?:\w+ )?(?:required|"
        r"obliged|expected) to|no (?:duty|requirement|obligation|need) to"
    ),
    "cy": r"nid oes (?:rhaid|angen|gofyniad)|does dim (?:rhaid|angen)|nid yw'n ofynnol|nid oes yn rhaid",
}
_OTHERS = {
    "en": {
        "will": r"will(?: \w+)? not|will|won't|(?:is|are) (?:due|going|scheduled) to|(?:is|are) to(?= be\b)",
        "may": r"can(?:not| not|'t)?|might|(?:is|are) (?:able|free) to",
        "intend": r"(?:intend|plan|hope|aim|propose|wish)(?:s|es)? to|(?:am|is|are) committed to",
    },
    "cy": {
        "will": r"(?:ni )?[bf]ydd(?:ant|wn|af|ai|ech)?(?! yn (?:ofynnol|rhaid))",
        "may": r"(?:ni )?(?:g?all(?:ant|wn)?|g?ellir)",
        "intend": r"(?:yn )?bwriadu|gobeithio|anelu at",
    },
}
_NOT = re.compile(r"\b(?:not|cannot|ni|nid)\b|n't\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal:
    """A word that binds, advises, permits or promises, where it stands in a plain text."""

    kind: str
    """One of STRENGTH."""
    negative: bool
    """True for `must not`."""
    start: int
    end: int

    @property
    def value(self) -> str:
        """`must`, `must not`."""
        return f"{self.kind} not" if self.negative else self.kind


def modals_in(text: str, language: str) -> list[Modal]:
    """The modals of a plain text, in order: `"Heads need not reply but should."` -> free, should."""
    found: list[Modal] = []
    for kind, match in _matches(text, language):
        if any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        negative = kind != "free" and _NOT.search(match[0]) is not None
        found.append(Modal(kind=kind, negative=negative, start=match.start(), end=match.end()))
    return sorted(found, key=lambda one: one.start)


def _matches(text: str, language: str) -> list[tuple[str, re.Match[str]]]:
    """Those that take a duty away go first: `are not required to` binds nobody."""
    free = [("free", match) for match in _free(language).finditer(text)]
    words = duty_words_welsh if language == "cy" else duty_words_english
    duties = []
    for match in words.PATTERN.finditer(text):
        if match[0].endswith("free to"):
            continue  # what "will be free to schools" costs nothing
        number = next(n for n in range(len(words.MODALS)) if match.group(f"m{n}") is not None)
        level: Level = words.MODALS[number].level
        duties.append((level.value, match))
    others = [(str(match.lastgroup), match) for match in _others(language).finditer(text)]
    return [*free, *duties, *others]


@lru_cache(maxsize=2)
def _free(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_FREE[language]})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=2)
def _others(language: str) -> re.Pattern[str]:
    parts = "|".join(f"(?P<{kind}>{words})" for kind, words in _OTHERS[language].items())
    return re.compile(rf"(?<![\w-])(?:{parts})(?![\w-])", re.IGNORECASE)
