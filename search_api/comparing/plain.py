"""Plain: a stretch of a document in plain letters for matching, each letter knowing its place; does not judge what it says."""

from dataclasses import dataclass

from corpus.passage import Span
from ingest.sentences import plain


@dataclass(frozen=True, slots=True)
class Plain:
    """A stretch with straight quotes, plain dashes and single spaces, as `ingest.sentences.plain` makes it."""

    text: str
    places: tuple[int, ...]
    """For each letter of `text`, its offset in the document."""

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the document; what is not empty stays so."""
        return Span(self.places[start], self.places[end - 1] + 1)


def plainly(text: str, within: Span) -> Plain:
    """A stretch of a document's text: hard-wrapped lines flow together, and every letter keeps its place."""
    letters: list[str] = []
    places: list[int] = []
    for offset, letter in enumerate(text[within.start : within.end], within.start):
        if not letter.isspace():
            letters.append(plain(letter))
        elif letters and letters[-1] != " ":
            letters.append(" ")
        else:
            continue
        places.append(offset)
    if letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return Plain("".join(letters), tuple(places))
