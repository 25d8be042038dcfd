"""Paragraphs: a document cut into headings, paragraphs and list items to be set beside another's; does not compare them.

They are the blocks that the page of a document shows, so that what is compared is what is read; front matter is left out.
"""

import re
from dataclasses import dataclass

from corpus.document import Document
from corpus.passage import Span
from ingest.sentences import plain
from search_api.reading import BlockKind, read

MOST_PARAGRAPHS = 2_000
"""Paragraphs of a text that are compared, about 150 printed pages: the rest is left out, and the reader is told."""
MOST_LETTERS = 600_000
"""Letters of a text that are compared, for texts whose paragraphs are very long."""
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+|\d{1,3}(?:\.\d{1,3})+\.?\s+(?=[^\W\d_a-z])")
"""A paragraph's own number: `3.12 Schools`, `(a) keep`; what begins with a number of its own (`1.5 metres`) has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A heading, paragraph or list item of one document."""

    kind: BlockKind
    span: Span
    quote: str
    """Exactly the document's `text[start:end]`."""
    words: str
    """The same with straight quotes, plain dashes and single spaces, without its own number, which moves with every paragraph
    that comes in before it, and a list item without the stop at its end: where words are equal, the same is said."""

    @property
    def is_heading(self) -> bool:
        """True for a heading, which is never set beside anything else."""
        return self.kind is BlockKind.HEADING


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The paragraphs of a text that are compared."""

    paragraphs: tuple[Paragraph, ...]
    left_out: int
    """Paragraphs behind them that are not, for the text is too long."""


def paragraphs_of(document: Document, *, most: int = MOST_PARAGRAPHS, letters: int = MOST_LETTERS) -> Cut:
    """The paragraphs of a document in its order, at most so many."""
    found: list[Paragraph] = []
    room = letters
    blocks = [block for block in read(document).blocks if block.span.end > block.span.start]
    for block in blocks[:most]:
        quote = document.text[block.span.start : block.span.end]
        room -= len(quote)
        if room < 0 and found:
            break
        found.append(Paragraph(kind=block.kind, span=block.span, quote=quote, words=_words(quote, block.kind)))
    return Cut(paragraphs=tuple(found), left_out=len(blocks) - len(found))


def without_number(text: str, within: Span) -> Span:
    """A paragraph behind its own number, where it has one."""
    found = _NUMBER.match(text, within.start, within.end)
    return Span(found.end(), within.end) if found and found.end() < within.end else within


def _words(quote: str, kind: BlockKind) -> str:
    words = plain(quote[slice(*without_number(quote, Span(0, len(quote))))])
    # The last item of a list ends in a full stop, and is the last no more when another follows it.
    return words.rstrip(" .;,") or words if kind is BlockKind.ITEM else words
