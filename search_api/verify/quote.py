"""Verify the quotation: its passage was shown, and holds its words (C1, C2); does not read what the sentence says."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from corpus.passage import Span
from ingest.sentences import sentences
from search_api.modelled.claim import Claim, Code, Rejection
from search_api.modelled.contract import Item
from search_api.modelled.source import Source

LEAST_WORDS = 4
"""Of a quotation, unless it is a whole sentence."""
NEARLY = 0.95
"""Token edit similarity from which a slip of copying is forgiven, and the true words put in its place (methods 4.2)."""
WIDEST = 1_500
"""Characters to which a quotation is widened: beyond, what looks like a sentence is none."""

_ALIKE = str.maketrans(
    {**dict.fromkeys("’‘ʼ′`", "'"), **dict.fromkeys("“”″„", '"'), **dict.fromkeys("–—‑‒−", "-"), "\u00ad": ""}
)
# Behind a full stop, a new line or a mark begins something else, whatever it is: planted words must not ride along.
_STOP = re.compile(r"(?P<stop>[.!?][\"'”’)\]]*)(?:[^\S\n]*\n\s*|\s+(?=[^\w\s\"'“‘(]))")
_TRIM = " \"'“”‘’….,;:"


def place(item: Item, sources: Mapping[str, Source]) -> Claim | Rejection:
    """The claim of a sentence: its quotation found in one of the passages it cites."""
    unknown = [name for name in item.cites if name not in sources]
    if unknown:
        return Rejection(code=Code.ID, why=f"it cites {unknown[0][:12]!r}, which is none of the passages")
    for name in item.cites:
        source = sources[name]
        found = _find(item.quote, source.text)
        if found:
            start, end = _widened(source.text, found)
            span = Span(source.span.start + start, source.span.start + end)
            return Claim(
                text=" ".join(item.s.split()),
                source=source,
                span=span,
                quote=source.document.text[span.start : span.end],
                context=source.context or _introduction(source.text, start),
            )
    return Rejection(code=Code.QUOTE, why="its quotation is not in the passage, or has fewer than four words")


def _find(quote: str, text: str) -> Span | None:
    """Where a text holds a quotation, to the letter but for quotes, dashes and spaces, or very nearly."""
    folded, places = _folded(text)
    wanted = _folded(quote)[0].strip(_TRIM)
    if not wanted:
        return None
    for spelling in (wanted, wanted[0].swapcase() + wanted[1:]):
        at = folded.find(spelling)
        if at >= 0 and _on_words(folded, at, at + len(spelling)):
            span = Span(places[at], places[at + len(spelling) - 1] + 1)
            return span if len(wanted.split()) >= LEAST_WORDS or _is_sentence(text, span) else None
    return _nearly(wanted, folded, places)


def _nearly(wanted: str, folded: str, places: list[int]) -> Span | None:
    words = wanted.split()
    if len(words) < LEAST_WORDS:
        return None
    tokens = list(re.finditer(r"\S+", folded))
    best, found = NEARLY, None
    matcher = SequenceMatcher(a=[], b=words, autojunk=False)
    for size in (len(words), len(words) - 1, len(words) + 1):
        for first in range(len(tokens) - size + 1):
            window = tokens[first : first + size]
            matcher.set_seq1([token[0] for token in window])
            if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best and matcher.ratio() >= best:
                best, found = matcher.ratio(), Span(places[window[0].start()], places[window[-1].end() - 1] + 1)
    return found


def _folded(text: str) -> tuple[str, list[int]]:
    """A text as quotations are compared, and where each of its letters stands in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place_, letter in enumerate(text):
        for one in unicodedata.normalize("NFKC", letter).translate(_ALIKE):
            folded = " " if one.isspace() else one
            if folded != " " or (letters and letters[-1] != " "):
                letters.append(folded)
                places.append(place_)
    return "".join(letters), places


def _on_words(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


def _is_sentence(text: str, span: Span) -> bool:
    return any(
        abs(start - span.start) <= 2 and abs(end - span.end) <= 2  # a bullet before it, a full stop behind
        for start, end in _sentences(text)
    )


def _widened(text: str, span: Span) -> Span:
    """The whole sentences that a stretch lies in."""
    over = [one for one in _sentences(text) if one.start < span.end and span.start < one.end]
    if not over or over[-1].end - over[0].start > WIDEST:
        return span
    start = min(over[0].start, span.start)
    bullet = re.match(r"[•▪·*–-][ \t]+", text[start : span.start])
    return Span(start + (bullet.end() if bullet else 0), max(over[-1].end, span.end))


def _introduction(text: str, start: int) -> str:
    """The words that introduce the list that begins before this place; empty where it stands in no list."""
    line = text.rfind("\n", 0, start) + 1
    if not re.match(r"\s*[•▪·*–-][ \t]", text[line : start + 1]):
        return ""
    before = [one for one in _sentences(text[:line]) if not re.match(r"[•▪·*–-][ \t]", text[one.start :])]
    said = text[slice(*before[-1])] if before else ""
    return said if said.endswith(":") else ""


def _sentences(text: str) -> Iterator[Span]:
    for words in sentences(text, until=len(text)):
        start = words.start
        for stop in _STOP.finditer(text, words.start, words.end):
            yield Span(start, stop.end("stop"))
            start = stop.end()
        if start < words.end:
            yield Span(start, words.end)
