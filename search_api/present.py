"""Present: our nouns as the JSON shapes; does not search, and adds nothing they do not hold."""

from collections.abc import Sequence
from datetime import date

from corpus.document import Document
from corpus.passage import Citation, Passage
from corpus.publication import Publication, Relation
from search_api.answering.answer import Answer, Checked, Statement
from search_api.answering.shapes import (
    AnswerShape,
    CheckedShape,
    CitationShape,
    PeriodShape,
    ReplacedByShape,
    SearchedShape,
    ShortShape,
    StatementShape,
    UnderstoodShape,
)
from search_api.found import Found, Shown
from search_api.question.question import Question
from search_api.shapes import (
    DocumentShape,
    HitShape,
    PassageShape,
    PublicationShape,
    QuoteShape,
    RelationShape,
    SearchShape,
    SectionShape,
)

SCORE_DIGITS = 4  # beyond that, two machines' arithmetic may differ
CHANCE_DIGITS = 2


def search_shape(found: Found) -> SearchShape:
    """What a search found."""
    return SearchShape(query=found.question.asked_text, total=found.total, hits=[hit_shape(shown) for shown in found.shown])


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
        nearest=QuoteShape(quote=shown.quote, start=shown.words.start, end=shown.words.end) if shown.words else None,
    )


def answer_shape(answer: Answer) -> AnswerShape:
    """What a question got."""
    searched = answer.searched
    return AnswerShape(
        question=answer.question.asked_text,
        language=answer.question.language,
        as_of=answer.question.filters.as_of,
        status=answer.status,
        statements=[statement_shape(one, answer.citations) for one in answer.statements],
        citations=[citation_shape(one, replaced_by=answer.replaced_by.get(one.publication.id)) for one in answer.citations],
        nearest=[hit_shape(shown) for shown in answer.nearest],
        searched=SearchedShape(publications=searched.publications, first=searched.first, last=searched.last),
        refusal=answer.refusal,
        probability=None if answer.probability is None else round(answer.probability, CHANCE_DIGITS),
        mode=answer.mode,
        notes=list(answer.notes),
        understood=understood_shape(answer.question),
        checked=_checked(answer.checked),
    )


def statement_shape(statement: Statement, citations: Sequence[Citation]) -> StatementShape:
    """A sentence of an answer; `citations` are all of the answer's."""
    source = next((one for one in citations if one.n in statement.citations[:1]), None)
    short, context = statement.short, statement.context
    return StatementShape(
        text=statement.text,
        citations=list(statement.citations),
        short=ShortShape(words=short.words, value=short.value, start=short.span.start, end=short.span.end) if short else None,
        context=QuoteShape(quote=source.document.text[context.start : context.end], start=context.start, end=context.end)
        if context and source
        else None,
        more=statement.more,
        level=statement.level,
        written=statement.written,
    )


def _checked(checked: Checked | None) -> CheckedShape | None:
    return CheckedShape(passed=checked.passed, rejected=dict(checked.rejected), reason=checked.reason) if checked else None


def understood_shape(question: Question) -> UnderstoodShape:
    """How a question was read."""
    read = question.understood
    return UnderstoodShape(
        kind=read.kind,
        kind_words=read.kind_words,
        scope=read.scope,
        scope_words=read.scope_words,
        as_of=read.as_of,
        actor=read.actor,
        actor_words=read.actor_words,
        asker=read.asker,
        bodies=list(read.bodies),
        periods=[
            PeriodShape(
                first=period.first if period.first > date.min else None,
                last=period.last if period.last < date.max else None,
                words=period.words,
            )
            for period in read.periods
        ],
        types=list(read.types),
        elsewhere=read.elsewhere,
        rewritten=question.text if question.text != question.asked_text else None,
        rewritten_why=question.leant,
        parts=list(read.parts),
        corrected=list(read.corrected),
    )


def citation_shape(citation: Citation, *, replaced_by: Publication | None = None) -> CitationShape:
    """A quotation and where it stands, and what took its publication's place."""
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
        replaced_by=ReplacedByShape(publication_id=replaced_by.id, title=replaced_by.title, published=replaced_by.published)
        if replaced_by
        else None,
        valid_from=publication.standing.valid_from,
        valid_to=publication.standing.valid_to,
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
