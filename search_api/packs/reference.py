"""Reference: a text cited, with all that a list of references or a reference manager wants of it; writes no format.

The types are those Zotero has: what was said in the Senedd is a `hearing`, a page of news a `webpage`, what a body issued a
`report`. One reference stands for one text, with every quotation taken from it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from corpus.document import Document
from corpus.passage import Citation
from corpus.provenance import OGL, OGL_URL, Held
from corpus.publication import Publication, PublicationType
from search_api import wording
from search_api.messages import Messages, message
from search_api.original import web_address
from search_api.packs.names import Name, names_of


class Sort(StrEnum):
    """What a reference manager files it as, in CSL's words."""

    REPORT = "report"
    HEARING = "hearing"
    WEBPAGE = "webpage"
    LETTER = "personal_communication"
    LEGISLATION = "legislation"
    DOCUMENT = "document"


SORTS: Mapping[PublicationType, Sort] = MappingProxyType(
    {
        PublicationType.WRITTEN_STATEMENT: Sort.REPORT,
        PublicationType.ORAL_STATEMENT: Sort.HEARING,
        PublicationType.WRITTEN_ANSWER: Sort.HEARING,
        PublicationType.LETTER: Sort.LETTER,
        PublicationType.MINUTES: Sort.REPORT,
        PublicationType.NEWS: Sort.WEBPAGE,
        PublicationType.REPORT: Sort.REPORT,
        PublicationType.RESEARCH_BRIEFING: Sort.REPORT,
        PublicationType.GUIDANCE: Sort.REPORT,
        PublicationType.LEGISLATION: Sort.LEGISLATION,
        PublicationType.CONSULTATION: Sort.REPORT,
        PublicationType.TERMS_OF_REFERENCE: Sort.REPORT,
    }
)
ZOTERO: Mapping[Sort, str] = MappingProxyType(
    {sort: sort.value for sort in Sort} | {Sort.LETTER: "letter", Sort.LEGISLATION: "statute"}
)
"""Zotero's own names of the same."""
NOT_STATED = "not stated"
"""What `ingest/pipeline.py` writes for the licence of a publisher we have no word of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A text cited."""

    publication: Publication
    document: Document
    quotations: tuple[Citation, ...] = ()

    @property
    def sort(self) -> Sort:
        """What it is filed as; a text of no known type is a page where it has an address."""
        known = SORTS.get(self.publication.type)
        return known or (Sort.WEBPAGE if self.address else Sort.DOCUMENT)

    @property
    def zotero(self) -> str:
        """What Zotero files it as, in its own words."""
        return ZOTERO[self.sort]

    @property
    def authors(self) -> tuple[Name, ...]:
        """Who wrote or said it; the publisher where no one is named."""
        return names_of(self.publication.author) or (Name(self.publication.publisher),)

    @property
    def address(self) -> str | None:
        """The publisher's page."""
        return web_address(self.publication.url)

    @property
    def day(self) -> tuple[int, ...]:
        """Year, month and day as far as they are known: `(2019, 11)`; empty where none is."""
        return tuple(int(part) for part in wording.date_machine(self.publication).split("-") if part)

    @property
    def is_digest(self) -> bool:
        """True where the words quoted are ours, not the publisher's."""
        return self.document.held is Held.DIGEST

    def sort_words(self, spoken: Messages) -> str:
        """What kind of publication it is: `Written statement`."""
        return spoken.text(wording.TYPES[self.publication.type])

    def status_words(self, spoken: Messages) -> str:
        """Whether it stands, and its force: `In force. Statutory.`"""
        force = spoken.text(wording.FORCES[self.publication.standing.force])
        return f"{spoken.text(wording.status_word(self.publication))}. {spoken.text(message('Force:'))} {force}."

    def attribution(self, spoken: Messages) -> str:
        """Whose words these are, and by which licence they are used."""
        publisher, licence = self.publication.publisher, self.document.provenance.licence
        if self.is_digest:
            return spoken.text(message("Facts drawn from a publication of %(publisher)s.")) % {"publisher": publisher}
        if licence == NOT_STATED:
            return spoken.text(message("© %(publisher)s. Its licence is not known.")) % {"publisher": publisher}
        return spoken.text(message("© %(publisher)s. Used under the %(licence)s.")) % {
            "publisher": publisher,
            "licence": licence,
        }


def references(citations: Sequence[Citation]) -> tuple[Reference, ...]:
    """The texts cited, in the order they are met, each with its quotations."""
    by_text: dict[str, list[Citation]] = {}
    for citation in citations:
        by_text.setdefault(citation.document.id, []).append(citation)
    return tuple(
        Reference(publication=mine[0].publication, document=mine[0].document, quotations=tuple(mine))
        for mine in by_text.values()
    )


def place_words(citation: Citation, spoken: Messages) -> str:
    """Where a quotation stands in its text: `What we will do › Reading, page 4`; empty where nothing is known."""
    path = " › ".join(citation.document.heading_path(citation.span.start))
    page = citation.document.page_at(citation.span.start)
    told = spoken.text(message("page %(page)s")) % {"page": page} if page else ""
    return ", ".join(part for part in (path, told) if part)


def quoted(citation: Citation) -> str:
    """A quotation as it is set: between marks where the words are the publisher's, bare where they are ours."""
    return f"“{citation.quote}”" if citation.document.held is Held.FULL else citation.quote


def licences(found: Sequence[Reference]) -> tuple[tuple[str, str], ...]:
    """The licences that texts are used under, each with its address where it is known."""
    named = dict.fromkeys(
        one.document.provenance.licence for one in found if not one.is_digest and one.document.provenance.licence != NOT_STATED
    )
    return tuple((name, OGL_URL if name == OGL else "") for name in named)
