"""The history of a publication: its versions with the days they stood, and the words each judgement rests on.

One shape for `canllaw publication show`, the API and the page. Does not judge anything: the catalogue has.
"""

from datetime import date, datetime

from corpus.addresses import web_address
from corpus.captures import Captures
from corpus.catalogue import Catalogue
from corpus.errors import NotHeld
from corpus.finding import SURE, Finding
from corpus.publication import Evidence, Relation
from corpus.version import Version
from search_api.shapes import Shape

SAVED_FILE = "a saved file"


class EvidenceShape(Shape):
    """Words that a status, a force or a relation rests on."""

    quote: str
    document_id: str
    start: int | None
    """Offset in that document's text; null where the page prints the words around its text."""
    end: int | None
    rule: str
    confidence: float


class JudgementShape(Shape):
    """A status or force, with how it is known."""

    value: str
    basis: str
    confidence: float
    evidence: EvidenceShape | None


class FindingShape(Shape):
    """Something a text or its page says of its own standing."""

    kind: str
    value: str
    quote: str
    start: int | None
    end: int | None
    confidence: float
    rule: str


class WarningShape(Shape):
    """Something a reader should know of a text."""

    reason: str
    detail: str
    start: int | None
    end: int | None


class VersionShape(Shape):
    """A text the publication has had."""

    document_id: str
    current: bool
    held: str
    language: str
    valid_from: date | None
    valid_to: date | None
    basis: str
    first_seen: datetime
    last_seen: datetime
    parser: str
    read_from: list[str]
    """Addresses its bytes came from, in order; `SAVED_FILE` where somebody imported them."""
    findings: list[FindingShape]
    warnings: list[WarningShape]


class BearingShape(Shape):
    """How another publication bears on it, or it on another."""

    source: str
    kind: str
    target: str
    basis: str
    confidence: float
    suggested: bool
    """True where it is too unsure to settle anything: for a person to judge."""
    quote: str
    document_id: str | None
    start: int | None
    end: int | None


class HistoryShape(Shape):
    """All that is known of how a publication came, changed and stands."""

    id: str
    title: str
    publisher: str
    type: str
    language: str
    url: str | None
    author: str | None
    role: str | None
    first_published: date | None
    last_updated: date | None
    dateline: date | None
    meetings: list[date]
    status: JudgementShape
    force: JudgementShape
    valid_from: date | None
    valid_to: date | None
    validity_basis: str
    gone: date | None
    gone_basis: str | None
    versions: list[VersionShape]
    relations: list[BearingShape]


def history(catalogue: Catalogue, captures: Captures | None, publication_id: str) -> HistoryShape:
    """The history of a publication; without captures it does not say what was read. Raises NotHeld."""
    publication = catalogue.publication(publication_id)
    if publication is None:
        raise NotHeld(f"No publication '{publication_id}' is held. Search for its title to find its id.")
    standing = publication.standing
    versions = catalogue.versions(publication_id)
    return HistoryShape(
        id=publication.id,
        title=publication.title,
        publisher=publication.publisher,
        type=publication.type,
        language=publication.language,
        url=publication.url,
        author=publication.author,
        role=publication.role,
        first_published=publication.published,
        last_updated=publication.updated,
        dateline=publication.dateline,
        meetings=list(publication.meetings),
        status=_judgement(standing.status, standing.status_basis, standing.status_confidence, standing.status_evidence),
        force=_judgement(standing.force, standing.force_basis, standing.force_confidence, standing.force_evidence),
        valid_from=standing.valid_from,
        valid_to=standing.valid_to,
        validity_basis=standing.validity_basis,
        gone=publication.gone,
        gone_basis=publication.gone_basis,
        versions=[_version(version, captures) for version in versions],
        relations=[_bearing(relation) for relation in catalogue.relations(publication_id)],
    )


def _judgement(value: str, basis: str, confidence: float, evidence: Evidence | None) -> JudgementShape:
    shown = None
    if evidence:
        shown = EvidenceShape(
            quote=evidence.quote,
            document_id=evidence.document_id,
            start=evidence.start,
            end=evidence.end,
            rule=evidence.rule,
            confidence=confidence,
        )
    return JudgementShape(value=value, basis=basis, confidence=confidence, evidence=shown)


def _version(version: Version, captures: Captures | None) -> VersionShape:
    document = version.document
    return VersionShape(
        document_id=document.id,
        current=version.current,
        held=document.held,
        language=document.language,
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        basis=version.basis,
        first_seen=version.first_seen,
        last_seen=version.last_seen,
        parser=document.provenance.parser,
        # The path of a file on somebody's machine is nobody else's business.
        read_from=[
            one.final_url if web_address(one.final_url) else SAVED_FILE
            for one in (captures.of_document(document.id) if captures else ())
        ],
        findings=[_finding(finding) for finding in document.findings],
        warnings=[
            WarningShape(reason=flag.reason, detail=flag.detail, start=flag.start, end=flag.end) for flag in document.flags
        ],
    )


def _finding(finding: Finding) -> FindingShape:
    return FindingShape(
        kind=finding.kind,
        value=finding.value,
        quote=finding.quote,
        start=finding.start,
        end=finding.end,
        confidence=finding.confidence,
        rule=finding.rule,
    )


def _bearing(relation: Relation) -> BearingShape:
    return BearingShape(
        source=relation.source,
        kind=relation.kind,
        target=relation.target,
        basis=relation.basis,
        confidence=relation.confidence,
        suggested=relation.confidence < SURE,
        quote=relation.quote,
        document_id=relation.document_id,
        start=relation.start,
        end=relation.end,
    )
