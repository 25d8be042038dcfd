"""History views: what a page shows of a text's standing: its proofs, what it says of itself, its place among versions.

Does not judge: the catalogue has. A quotation that is not at its place is shown without a link into the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Document
from corpus.finding import SURE, Finding, FindingKind
from corpus.flag import Flag, FlagReason
from corpus.passage import Span
from corpus.provenance import Held
from corpus.publication import Evidence, Publication
from corpus.version import Version, as_it_stood
from search_api.history.history import VersionShape
from search_api.library import Library
from search_api.views import Related, related


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Words that something rests on, and where they stand."""

    quote: str
    document: Document | None
    """The text that has them, where it is held."""
    publication: Publication | None
    span: Span | None
    """None where the page prints them around its text, or they are not at the place that was noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Something a text says of its own publication."""

    finding: Finding
    proof: Proof
    suggested: bool
    """True where it is too unsure to settle anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """Another publication, how it bears on this one, and the words that say so."""

    related: Related
    proof: Proof | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A reason to take care with a text, with every place it is about."""

    reason: FlagReason
    details: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a text stands among those its publication has had."""

    record: Publication
    """The record as it applies to this text."""
    version: Version | None
    """None for a text that was misread: a better reading took its place."""
    instead: Document | None
    """What to read instead; None where this is the text held now."""

    @property
    def is_earlier(self) -> bool:
        """True for words that stood before those held now."""
        return self.version is not None and self.instead is not None and self.version.document.held is Held.FULL


def proof_at(library: Library, *, quote: str, document_id: str | None, start: int | None, end: int | None) -> Proof:
    """A quotation with the text it stands in."""
    document = library.catalogue.document(document_id) if document_id else None
    publication = library.catalogue.publication(document.publication_id) if document else None
    return Proof(quote=_line(quote), document=document, publication=publication, span=_span(document, quote, start, end))


def proof_of(library: Library, evidence: Evidence | None) -> Proof | None:
    """The words that a status or force rests on."""
    if evidence is None:
        return None
    return proof_at(library, quote=evidence.quote, document_id=evidence.document_id, start=evidence.start, end=evidence.end)


def bearings(library: Library, publication: Publication) -> list[Bearing]:
    """Other publications that bear on this one, settled or suggested, each with its words."""
    made = []
    for one in related(library, publication):
        said = one.relation
        proof = None
        if said.quote:
            proof = proof_at(library, quote=said.quote, document_id=said.document_id, start=said.start, end=said.end)
        made.append(Bearing(related=one, proof=proof))
    return made


def sayings(publication: Publication, document: Document | None) -> list[Saying]:
    """What a text says of its own publication, the surest first."""
    if document is None:
        return []
    return [
        Saying(
            finding=finding,
            suggested=finding.confidence < SURE,
            proof=Proof(
                quote=_line(finding.quote),
                document=document,
                publication=publication,
                span=_span(document, finding.quote, finding.start, finding.end),
            ),
        )
        for finding in sorted(document.findings, key=lambda finding: -finding.confidence)
    ]


def administration(document: Document | None) -> str | None:
    """The government a text was published under, by its page: `2016 to 2021`."""
    findings = document.findings if document else ()
    sure = (one.value for one in findings if one.kind is FindingKind.ADMINISTRATION and one.confidence >= SURE)
    return next((value for value in sure if value), None)


def warnings(document: Document | None) -> list[Warned]:
    """What a reader should know of a text, each reason once."""
    by_reason: dict[FlagReason, list[Flag]] = {}
    for flag in document.flags if document else ():
        by_reason.setdefault(flag.reason, []).append(flag)
    return [
        Warned(
            reason=reason,
            details=tuple(dict.fromkeys(flag.detail for flag in flags)),
            spans=tuple(Span(flag.start, flag.end) for flag in flags if flag.start is not None and flag.end is not None),
        )
        for reason, flags in by_reason.items()
    ]


def numbered(versions: Sequence[VersionShape]) -> list[tuple[int, VersionShape]]:
    """Versions, newest first, each with its number among the publisher's texts; 0 for a digest, which is ours."""
    left = sum(one.held == Held.FULL for one in versions)
    made = []
    for one in versions:
        is_text = one.held == Held.FULL
        made.append((left if is_text else 0, one))
        left -= is_text
    return made


def place_of(library: Library, publication: Publication, document: Document) -> Place:
    """Where a text stands among those its publication has had."""
    versions = library.catalogue.versions(publication.id)
    current = next((one.document for one in versions if one.current), None)
    version = next((one for one in versions if one.document.id == document.id), None)
    if version is None:
        same_bytes = (one.document for one in versions if one.document.provenance.sha256 == document.provenance.sha256)
        return Place(record=publication, version=None, instead=next(same_bytes, current))
    instead = current if current and not version.current else None
    # A digest is of the publication as a whole: it does not stop standing when the full text comes.
    earlier = instead is not None and document.held is Held.FULL
    return Place(record=as_it_stood(publication, version) if earlier else publication, version=version, instead=instead)


def _span(document: Document | None, quote: str, start: int | None, end: int | None) -> Span | None:
    """The span of a quotation whose words are really there."""
    if document is None or start is None or end is None or not 0 <= start < end <= len(document.text):
        return None
    return Span(start, end) if _line(document.text[start:end]) == _line(quote) else None


def _line(words: str) -> str:
    return " ".join(words.split())
