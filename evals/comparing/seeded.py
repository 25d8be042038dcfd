"""Modals changed by a machine in texts of our own, every one of which a comparison must find; does not compare anything."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from corpus.document import Document, Section
from evals.duties import SHELF, read_text
from search_api.comparing.align import align
from search_api.comparing.changes import changes
from search_api.comparing.facts import FactKind
from search_api.comparing.likeness import WORDS_ALONE
from search_api.comparing.paragraphs import paragraphs_of
from search_api.comparing.said import said_otherwise

SWAPS = {
    "en": {"should": "must", "must": "should", "may": "must", "will": "may"},
    "cy": {"dylai": "caiff", "Dylai": "Caiff", "caiff": "dylai", "Caiff": "Dylai"},
}
"""Words that keep their place in a sentence when one stands for the other."""
EVERY = (1, 2)
"""One modal in so many is changed: all of them, and every other one, so that changed and kept ones stand together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeded:
    """How many changes were made, and how many of them found."""

    made: int
    found: int


def seeded(tell: Callable[[str], None] = lambda _: None) -> Seeded:
    """What comes of changing modals in every text of the shelf."""
    made = found = 0
    for path, every in product(sorted(SHELF.glob("*.md")), EVERY):
        document = read_text(path.stem)
        changed, places = changed_modals(document, every=every)
        seen = _seen(document, changed)
        made += len(places)
        found += sum(place in seen for place in places)
        for place in places:
            if place not in seen:
                tell(f"missed {path.stem}:{place} {document.text[place : place + 60]!r}")
    return Seeded(made=made, found=found)


def told(found: Seeded) -> str:
    """The figure in a line."""
    return f"seeded: {found.found} of {found.made} modals changed by a machine were found  goal all"


def changed_modals(document: Document, *, every: int) -> tuple[Document, Sequence[int]]:
    """A text with one modal in so many changed, and where those stood in it."""
    swaps = SWAPS[document.language]
    pattern = re.compile(rf"(?<![\w’'-])(?:{'|'.join(swaps)})(?![\w’'-])")
    read = [span for one in paragraphs_of(document).paragraphs if not one.is_heading for span in [one.span]]
    matches = [match for span in read for match in pattern.finditer(document.text, *span)]
    chosen = matches[::every]
    text, last = "", 0
    for match in chosen:
        text += document.text[last : match.start()] + swaps[match[0]]
        last = match.end()
    text += document.text[last:]
    sections = tuple(_moved(section, document.text, text, chosen, swaps) for section in document.sections)
    return replace(document, id=f"{document.id}-changed", text=text, sections=sections), [one.start() for one in chosen]


def _moved(section: Section, text: str, changed: str, chosen: Sequence[re.Match[str]], swaps: dict[str, str]) -> Section:
    """A section at its place in the changed text."""

    def place(offset: int) -> int:
        grown = sum(len(swaps[match[0]]) - len(match[0]) for match in chosen if match.end() <= offset)
        return min(offset + grown, len(changed)) if offset < len(text) else len(changed)

    return replace(section, start=place(section.start), end=place(section.end))


def _seen(document: Document, changed: Document) -> set[int]:
    """Where the modals stand that are said to have changed."""
    mine, theirs = paragraphs_of(document).paragraphs, paragraphs_of(changed).paragraphs
    rows = align(mine, theirs, language=document.language, meaning=WORDS_ALONE).rows
    said = said_otherwise(rows, (document.text, mine), (changed.text, theirs), language=document.language)
    found = changes(said, document, changed)
    return {
        place
        for one in found
        if one.kind is FactKind.MODAL and one.before.at and one.after.at
        for place in range(one.before.at.start, one.before.at.end)
    }
