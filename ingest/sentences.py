"""Sentences and lines of a text with their offsets, in plain letters for matching; does not judge what they say."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*?\n[ \t]*\n|\s*\Z|\s*\n[ \t]*[•▪·*–-][ \t])", re.DOTALL)
# A full stop ends a sentence before a capital, a quote or a bullet; never one behind a short form ("no. 081/2012").
_STOP = re.compile(
    r"(?<!\bno)(?<!\bNo)(?<!\be\.g)(?<!\bi\.e)(?<!\brhif)(?<!\bs)(?<!\bDr)[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W\d_a-z])"
)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "“": '"', "”": '"', "–": "-", "‑": "-", "—": "-"})


class Words(NamedTuple):
    """A stretch of a text: `plain` has straight quotes, plain dashes and single spaces; offsets count in the text itself."""

    plain: str
    start: int
    end: int


def sentences(text: str, *, until: int) -> Iterator[Words]:
    """Sentences that begin before `until`; a heading, an item of a list or a paragraph's rest is one too."""
    for paragraph in _PARAGRAPH.finditer(text):
        if paragraph.start() >= until:
            return
        start = paragraph.start()
        for stop in _STOP.finditer(text, start, paragraph.end()):
            yield _words(text, start, stop.end())
            start = stop.end()
        yield _words(text, start, paragraph.end())


def lines(text: str, *, until: int) -> Iterator[Words]:
    """Lines with words that begin before `until`."""
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        if line.start() >= until:
            return
        yield _words(text, line.start(), line.end())


def plain(text: str) -> str:
    """A text with straight quotes, plain dashes and single spaces."""
    return " ".join(text.translate(_PLAIN).split())


def _words(text: str, start: int, end: int) -> Words:
    raw = text[start:end]
    left = start + len(raw) - len(raw.lstrip())
    return Words(plain(raw), left, left + len(raw.strip()))
