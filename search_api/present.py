"""Present: our nouns as the JSON shapes; does not search, and adds nothing they do not hold."""

from collections.abc import Sequence

from corpus.document import Document
from corpus.passage import Citation, Passage
from corpus.publication import Publication, Relation
from search_api.answer import Answer
from search_api.found import Found, Shown
from search_api.shapes import (
    AnswerShape,
    CitationShape,
    DocumentShape,
    HitShape,
    PassageShape,
    PublicationShape,
    RelationShape,
    SearchedShape,
    SearchShape,
    SectionShape,
    StatementShape,
)

SCORE_DIGITS = 4  # beyond that, two machines' arithmetic may differ


def search_shape(found: Found) -> SearchShape:
    """What a search found."""
    return SearchShape(query=found.question.text, total=found.total, hits=[hit_shape(shown) for shown in found.shown])


def hit_shape(shown: Shown) -> HitShape:
    """A passage found."""
    publication, passage = shown.publication, shown.hit.passage
    return HitShape(
        rank=shown.rank,
        score=round(shown.hit.score, SCORE_DIGITS),
        publication_id=publication.id,
        document_id=passage.document_id,
        passage_id=passage.id,
        title=publication.title,
        text=passage.text,
        start=passage.span.start,
        end=passage.span.end,
        section=_section(passage.headings),
        published=publication.published,
        status=publication.standing.status,
        force=publication.standing.force,
        language=publication.language,
        held=shown.document.held,
        url=publication.url,
    )


def answer_shape(answer: Answer) -> AnswerShape:
    """What a question got."""
    searched = answer.searched
    return AnswerShape(
        question=answer.question.text,
        language=answer.question.language,
        as_of=answer.question.filters.as_of,
        status=answer.status,
        statements=[StatementShape(text=one.text, citations=list(one.citations)) for one in answer.statements],
        citations=[citation_shape(citation) for citation in answer.citations],
        nearest=[hit_shape(shown) for shown in answer.nearest],
        searched=SearchedShape(publications=searched.publications, first=searched.first, last=searched.last),
    )


def citation_shape(citation: Citation) -> CitationShape:
    """A quotation and where it stands."""
    publication, document = citation.publication, citation.document
    return CitationShape(
        n=citation.n,
        publication_id=publication.id,
        document_id=document.id,
        passage_id=citation.passage_id,
        title=publication.title,
        quote=citation.quote,
        start=citation.span.start,
        end=citation.span.end,
        section=_section(document.heading_path(citation.span.start)),
        page=document.page_at(citation.span.start),
        url=publication.url,
        published=publication.published,
        status=publication.standing.status,
        force=publication.standing.force,
        held=document.held,
    )


def publication_shape(publication: Publication, *, current: Document | None, relations: Sequence[Relation]) -> PublicationShape:
    """A publication's record."""
    standing = publication.standing
    return PublicationShape(
        id=publication.id,
        title=publication.title,
        publisher=publication.publisher,
        type=publication.type,
        language=publication.language,
        author=publication.author,
        role=publication.role,
        published=publication.published,
        issued=publication.issued,
        updated=publication.updated,
        status=standing.status,
        status_basis=standing.status_basis,
        force=standing.force,
        force_basis=standing.force_basis,
        valid_from=standing.valid_from,
        valid_to=standing.valid_to,
        held=current.held if current else None,
        document_id=current.id if current else None,
        topics=list(publication.topics),
        url=publication.url,
        relations=[RelationShape(source=one.source, kind=one.kind, target=one.target) for one in relations],
    )


def document_shape(document: Document, *, publication: Publication, is_current: bool) -> DocumentShape:
    """A document with its text."""
    provenance = document.provenance
    return DocumentShape(
        id=document.id,
        publication_id=publication.id,
        title=publication.title,
        language=document.language,
        held=document.held,
        current=is_current,
        text=document.text,
        sections=[
            SectionShape(heading=section.heading, level=section.level, start=section.start, end=section.end)
            for section in document.sections
            if not section.front
        ],
        retrieved_at=provenance.retrieved_at.isoformat(timespec="seconds"),
        sha256=provenance.sha256,
        licence=provenance.licence,
        url=publication.url,
    )


def passage_shape(passage: Passage, *, publication: Publication, document: Document) -> PassageShape:
    """A passage of a document."""
    return PassageShape(
        id=passage.id,
        document_id=document.id,
        publication_id=publication.id,
        title=publication.title,
        text=passage.text,
        start=passage.span.start,
        end=passage.span.end,
        section=_section(passage.headings),
        page=document.page_at(passage.span.start),
        url=publication.url,
    )


def _section(headings: Sequence[str]) -> str:
    return " > ".join(headings)
