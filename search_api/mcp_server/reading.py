"""Reading: the tools that give a document page by page, and a passage; each with whether its words stand.

Pages end where a paragraph does, and put together again they are the text. Does not search.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.errors import InvalidQuery, NotHeld
from corpus.flag import FlagReason
from corpus.ids import parse_passage_id
from corpus.passage import Span, make_passage
from corpus.publication import Publication
from corpus.version import as_it_stood
from search_api.mcp_server.arguments import MOST_CHARACTERS, DocumentArguments, PassageArguments
from search_api.mcp_server.links import Links
from search_api.mcp_server.reach import Reach
from search_api.mcp_server.results import DocumentResult, PassageResult
from search_api.present import document_shape, passage_shape
from search_api.shapes import SectionShape

MOST_SECTIONS = 100
"""Headings given with a page."""
_BREAKS = tuple(map(re.compile, (r"\n\s*\n\s*", r"\n\s*", r"(?<=[.!?:;])\s+", r"\s+")))
"""Where a page may end, the best first: after a paragraph, a line, a sentence, a word."""


class Held(NamedTuple):
    """A text, with its publication's record as it applies to it."""

    document: Document
    publication: Publication
    current: bool
    instead: str | None
    """Id of the text held now, where this is another."""


def get_document(reach: Reach, wanted: DocumentArguments, links: Links) -> DocumentResult:
    """A page of a document; raises NotHeld, and InvalidQuery for a place past its end."""
    held = held_text(reach.catalogue, wanted.document_id)
    document = held.document
    length = len(document.text)
    if wanted.offset and wanted.offset >= length:
        raise InvalidQuery(
            f"offset={wanted.offset} lies past the end: the text of '{document.id}' has {length:,} characters.", field="offset"
        )
    end = page_end(document.text, wanted.offset, wanted.characters)
    shape = document_shape(document, publication=held.publication, is_current=held.current)
    sections = fewest_sections(shape.sections)
    page = {"text": document.text[wanted.offset : end], "sections": sections}
    return DocumentResult(
        **(dict(shape) | page | _standing(held, Span(0, length))),
        start=wanted.offset,
        end=end,
        length=length,
        next_offset=end if end < length else None,
        sections_left_out=len(shape.sections) - len(sections),
        read_at=links.document(document.id),
    )


def get_passage(reach: Reach, wanted: PassageArguments, links: Links) -> PassageResult:
    """A passage by its id; raises NotHeld, and InvalidQuery for one too long to give whole."""
    parts = parse_passage_id(wanted.passage_id)
    if parts is None:
        raise NotHeld(f"'{wanted.passage_id}' is not a passage's id: it is a document's, then ':start-end'.")
    document_id, start, end = parts
    held = held_text(reach.catalogue, document_id)
    document = held.document
    if not 0 <= start < end <= len(document.text):
        raise NotHeld(f"Document '{document_id}' holds no characters {start} to {end}: it is {len(document.text):,} long.")
    if end - start > MOST_CHARACTERS:
        raise InvalidQuery(
            f"That passage is {end - start:,} characters long; the most is {MOST_CHARACTERS:,}. Read it by pages with "
            f"get_document, from offset {start}.",
            field="passage_id",
        )
    span = Span(start, end)
    shape = passage_shape(make_passage(document, span), publication=held.publication, document=document)
    return PassageResult(
        **(dict(shape) | _standing(held, span)),
        language=document.language,
        held=document.held,
        current=held.current,
        read_at=links.words(document_id, start, end),
    )


def held_text(catalogue: Catalogue, wanted: str) -> Held:
    """A document by its id, or the current one of a publication by its; raises NotHeld."""
    document = catalogue.document(wanted) or catalogue.current_document(wanted)
    found = catalogue.work_of(document.id) if document else None
    if document is None or found is None:
        if parse_passage_id(wanted):
            raise NotHeld(f"'{wanted}' is the id of a passage: ask get_passage for it, or leave out what follows the ':'.")
        raise NotHeld(f"No document '{wanted}' is held here: it may have been replaced, so search for its title.")
    publication, versions = found
    version = next((one for one in versions if one.document.id == document.id), None)
    current = catalogue.current_document(publication.id)
    return Held(
        document=document,
        publication=as_it_stood(publication, version) if version else publication,
        current=current is not None and current.id == document.id,
        instead=current.id if current and current.id != document.id else None,
    )


def page_end(text: str, start: int, most: int) -> int:
    """Where a page of at most so many characters ends: after a paragraph in its second half, else a line, sentence or word."""
    end = start + most
    if end >= len(text):
        return len(text)
    for pattern in _BREAKS:
        found = [match.end() for match in pattern.finditer(text, start + most // 2, end)]
        if found:
            return found[-1]
    return end


def fewest_sections(sections: Sequence[SectionShape]) -> list[SectionShape]:
    """The sections down to the deepest level at which they are not too many; of one level alone, the first."""
    for deepest in sorted({one.level for one in sections}, reverse=True):
        kept = [one for one in sections if one.level <= deepest]
        if len(kept) <= MOST_SECTIONS:
            return kept
    return list(sections[:MOST_SECTIONS])


def warnings(document: Document | None, span: Span) -> list[str]:
    """Reasons to take care with words of a text, each once, those that speak to a machine first."""
    flags = [
        flag
        for flag in (document.flags if document else ())
        if flag.start is None or flag.end is None or (flag.start < span.end and span.start < flag.end)
    ]
    ordered = sorted(flags, key=lambda flag: flag.reason is not FlagReason.INSTRUCTION)
    return list(dict.fromkeys(flag.detail for flag in ordered))


def _standing(held: Held, span: Span) -> dict[str, Any]:
    standing = held.publication.standing
    return {
        "published": held.publication.published,
        "status": standing.status,
        "force": standing.force,
        "valid_from": standing.valid_from,
        "valid_to": standing.valid_to,
        "instead": held.instead,
        "warnings": warnings(held.document, span),
    }
