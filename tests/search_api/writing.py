"""Passages of our own for the tests of written answers, and a question about them."""

from datetime import UTC, date, datetime

from corpus.document import Document, Section, make_document
from corpus.flag import Flag
from corpus.passage import Span
from corpus.provenance import Held, Provenance
from corpus.publication import Force, Publication, PublicationType, Standing, Status
from search_api.modelled.source import Source, make_source
from search_api.question.question import Asked, Known, Question, read_question

PLAN = (
    "Every school must publish a summary of its plan by 31 October 2025. Governing bodies should show it to parents first.\n"
    "The full plan need not be published."
)


def question(text: str = "When must schools publish their plan?", **asked: object) -> Question:
    known = Known(publishers=frozenset(), topics=frozenset(), today=date(2026, 5, 1))
    return read_question(Asked(q=text, **asked), known)  # type: ignore[arg-type]


def document(text: str, *, language: str = "en", flags: tuple[Flag, ...] = ()) -> Document:
    return make_document(
        publication_id="guidance-plans",
        language=language,
        held=Held.FULL,
        text=text,
        sections=(Section(heading="", level=0, start=0, end=len(text)),),
        provenance=Provenance(
            origin="test",
            media_type="text/plain",
            sha256="0" * 64,
            retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
            parser="test/1",
        ),
        flags=flags,
    )


def source(
    text: str = PLAN,
    *,
    number: int = 1,
    language: str = "en",
    title: str = "Plans in schools",
    status: Status = Status.IN_FORCE,
    publication_type: PublicationType = PublicationType.GUIDANCE,
    flags: tuple[Flag, ...] = (),
) -> Source:
    record = Publication(
        id="guidance-plans",
        title=title,
        publisher="Welsh Government",
        type=publication_type,
        language=language,
        published=date(2025, 1, 29),
        standing=Standing(
            status=status, status_basis="test", force=Force.UNKNOWN, force_basis="test", valid_from=None, valid_to=None
        ),
    )
    held = document(text, language=language, flags=flags)
    return make_source(number, record, held, Span(0, len(held.text)))
