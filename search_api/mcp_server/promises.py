"""Promises: the tool that lists commitments, each with its sources and the later words that may bear on it; judges nothing."""

from search_api.commitments.asked import CommitmentsAsked, read_commitments_asked
from search_api.commitments.register import find_commitments as find
from search_api.commitments.shapes import CommitmentShape, EvidenceShape, commitment_shape
from search_api.mcp_server.arguments import CommitmentsArguments
from search_api.mcp_server.asking import next_page
from search_api.mcp_server.links import Links
from search_api.mcp_server.reach import Reach
from search_api.mcp_server.results import CommitmentResult, CommitmentsResult, EvidenceResult
from search_api.question.question import Asked

MOST_EVIDENCE = 4
"""Later words given with a promise: the newest."""
MOST_SOURCES = 4


def find_commitments(reach: Reach, wanted: CommitmentsArguments, links: Links) -> CommitmentsResult:
    """What was promised: best first for words, else the newest first."""
    catalogue = reach.catalogue
    query = read_commitments_asked(_asked(wanted), catalogue)
    found = find(catalogue, query)
    return CommitmentsResult(
        total=found.total,
        next_page=next_page(wanted.page, wanted.limit, found.total),
        commitments=[with_links(commitment_shape(one, found.register), links) for one in found.shown],
    )


def _asked(wanted: CommitmentsArguments) -> CommitmentsAsked:
    """The raw parameters as every face gives them."""
    common = Asked(
        q=wanted.q,
        topic=wanted.topic,
        status=wanted.status,
        publisher=wanted.publisher,
        language=wanted.language or None,
        held=wanted.held or None,
        published_from=wanted.published_from or None,
        published_to=wanted.published_to or None,
        as_of=wanted.as_of or None,
        limit=wanted.limit,
        page=wanted.page,
    )
    return CommitmentsAsked(
        asked=common,
        speaker=wanted.speaker,
        office=wanted.office,
        due_before=wanted.due_before or None,
        publication=wanted.publication or None,
    )


def with_links(one: CommitmentShape, links: Links) -> CommitmentResult:
    """A commitment as the tool gives it: with links, and no more sources and later words than are read."""
    evidence, sources = one.evidence[-MOST_EVIDENCE:], one.sources[:MOST_SOURCES]
    given = {
        "evidence": [_evidence(later, links) for later in evidence],
        "evidence_left_out": len(one.evidence) - len(evidence),
        "sources": sources,
        "sources_left_out": len(one.sources) - len(sources),
        "read_at": links.words(one.document_id, one.start, one.end),
    }
    return CommitmentResult(**(dict(one) | given))


def _evidence(one: EvidenceShape, links: Links) -> EvidenceResult:
    fields = EvidenceResult.model_fields.keys() & EvidenceShape.model_fields.keys()
    return EvidenceResult(
        **{name: getattr(one, name) for name in fields}, read_at=links.words(one.document_id, one.start, one.end)
    )
