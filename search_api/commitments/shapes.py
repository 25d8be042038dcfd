"""The JSON shapes of commitments: what `canllaw commitments --json` and /api/v1/commitments give; finds nothing."""

from datetime import date, datetime

from corpus.commitment import Due
from corpus.evidence import Review, Weighed
from search_api.commitments.register import FoundCommitments, Promised, Register, publication_of
from search_api.shapes import Shape


class DueShape(Shape):
    """When something is promised for: an interval, never a guess."""

    words: str
    operator: str
    first: date | None
    last: date | None
    grain: str
    vague: bool
    review_after: date | None
    """Of a vague one: the day to look again; never a due date."""


class AmountShape(Shape):
    """How much is promised."""

    words: str
    value: float
    unit: str
    period: str


class SourceShape(Shape):
    """A place where the promise stands."""

    commitment_id: str
    publication_id: str
    document_id: str
    title: str
    quote: str
    start: int
    end: int
    language: str
    held: str
    """`digest` where the words are ours, never the publisher's."""
    current: bool


class ReasonShape(Shape):
    """Why later words were taken so."""

    code: str
    words: str
    value: float | None


class ReviewShape(Shape):
    """What a person made of later words."""

    review_id: int
    commitment_id: str
    evidence: str
    """Where the words stand, as `document:start-end`."""
    quote: str
    verdict: str
    """What they say came of it, or `reject`."""
    by: str
    note: str
    at: datetime


class EvidenceShape(Shape):
    """Later words: the document's `text[start:end] == quote`."""

    evidence_id: str
    publication_id: str
    document_id: str
    title: str
    quote: str
    start: int
    end: int
    published: date | None
    url: str | None
    held: str
    outcome: str
    """`delivered`, `delivered_late`, `progress`, `revised`, `reaffirmed`, `dropped`, or `none` where it is not taken."""
    basis: str
    """`suggested` by a machine, or `confirmed` by a person."""
    confirmed_by: str | None
    confirmed_on: date | None
    effective: date | None
    """The day on which what it tells of was done, where one is known."""
    promise: str | None
    """Id of the commitment that it is, where it is the promise made again."""
    score: float
    reasons: list[ReasonShape]
    reviews: list[ReviewShape]


class SearchedLaterShape(Shape):
    """What was looked through."""

    publications: int
    last: date | None
    as_of: date | None


class CommitmentShape(Shape):
    """A commitment: its first source's words, and what is known to have come of it."""

    commitment_id: str
    publication_id: str
    document_id: str
    title: str
    quote: str
    start: int
    end: int
    sentence: str
    header: str
    section: str
    page: str | None
    strength: str | None
    specificity: int
    form: str | None
    speaker: str
    office: str
    organisation: str
    basis: str | None
    action: str
    deliverable: str
    deliverable_type: str | None
    beneficiaries: list[str]
    themes: list[str]
    amount: AmountShape | None
    due: DueShape | None
    other_dues: list[DueShape]
    condition: str
    negative: bool
    made_on: date | None
    language: str
    held: str
    url: str | None
    sources: list[SourceShape]
    status: str
    """What came of it: as `outcome`, or `no_evidence_found`, or `not_searched` yet. Never whether it was kept."""
    status_basis: str
    """`suggested`, `confirmed` or `none`."""
    overdue: bool
    """The last day it was promised for has passed, and no delivery is found among what is held."""
    searched: SearchedLaterShape
    evidence: list[EvidenceShape]


class CommitmentsShape(Shape):
    """A page of the register of commitments."""

    total: int
    commitments: list[CommitmentShape]


class OneCommitmentShape(Shape):
    """A commitment with all that was looked at closely."""

    commitment: CommitmentShape
    near: list[EvidenceShape]
    """Later words that were looked at and not taken as evidence, nearest first."""


def commitments_shape(found: FoundCommitments) -> CommitmentsShape:
    """What a query found."""
    return CommitmentsShape(total=found.total, commitments=[commitment_shape(one, found.register) for one in found.shown])


def one_commitment_shape(one: Promised, register: Register) -> OneCommitmentShape:
    """One commitment with what was not taken too."""
    near = [shape for weighed in one.near if (shape := evidence_shape(weighed, register)) is not None]
    return OneCommitmentShape(commitment=commitment_shape(one, register), near=near)


def commitment_shape(one: Promised, register: Register) -> CommitmentShape:
    """One commitment."""
    first = one.promise.first
    said = first.commitment
    document = register.catalogue.document(first.document_id)
    dues = [due for due in said.dues if due is not one.promise.due]
    return CommitmentShape(
        commitment_id=one.promise.id,
        publication_id=first.publication_id,
        document_id=first.document_id,
        title=one.promise.publication.title,
        quote=first.quote,
        start=said.span.start,
        end=said.span.end,
        sentence=first.sentence,
        header=first.introduction,
        section=" > ".join(document.heading_path(said.span.start)) if document else "",
        page=document.page_at(said.span.start) if document else None,
        strength=said.strength,
        specificity=said.specificity,
        form=said.form,
        speaker=said.speaker,
        office=said.office,
        organisation=said.organisation,
        basis=said.basis,
        action=said.action,
        deliverable=said.deliverable,
        deliverable_type=said.deliverable_type,
        beneficiaries=list(said.beneficiaries),
        themes=list(said.themes),
        amount=AmountShape(words=said.amount.words, value=said.amount.value, unit=said.amount.unit, period=said.amount.period)
        if said.amount
        else None,
        due=_due(one.promise.due) if one.promise.due else None,
        other_dues=[_due(due) for due in dues],
        condition=said.condition,
        negative=said.negative,
        made_on=one.promise.said_on,
        language=said.language,
        held=first.held,
        url=one.promise.publication.url,
        sources=_sources(one, register),
        status=one.came,
        status_basis="none" if one.decided is None else "confirmed" if one.is_confirmed else "suggested",
        overdue=one.overdue,
        searched=SearchedLaterShape(publications=one.searched.publications, last=one.searched.last, as_of=register.as_of),
        evidence=[shape for weighed in one.evidence if (shape := evidence_shape(weighed, register)) is not None],
    )


def evidence_shape(one: Weighed, register: Register) -> EvidenceShape | None:
    """Later words; None where neither their text nor a review of them is held any more."""
    publication = publication_of(register, one)
    document = register.catalogue.document(one.evidence.document_id)
    if publication is None or (document is None and one.review is None):
        return None
    span = one.evidence.span
    quote = document.text[span.start : span.end] if document else one.review.evidence_quote if one.review else ""
    promise = next((reason.words for reason in one.evidence.reasons if reason.code == "promise"), None)
    return EvidenceShape(
        evidence_id=one.evidence.place,
        publication_id=publication.id,
        document_id=one.evidence.document_id,
        title=publication.title,
        quote=quote,
        start=span.start,
        end=span.end,
        published=publication.published,
        url=publication.url,
        held=document.held if document else "full",
        outcome=one.bearing,
        basis="confirmed" if one.is_confirmed else "suggested",
        confirmed_by=one.review.by if one.review else None,
        confirmed_on=one.review.at.date() if one.review else None,
        effective=one.evidence.effective,
        promise=promise,
        score=one.evidence.score,
        reasons=[ReasonShape(code=each.code, words=each.words, value=each.value) for each in one.evidence.reasons],
        reviews=[review_shape(each) for each in one.history],
    )


def review_shape(review: Review) -> ReviewShape:
    """A review as it is kept."""
    return ReviewShape(
        review_id=review.id,
        commitment_id=review.commitment_id,
        evidence=review.place,
        quote=review.evidence_quote,
        verdict=review.verdict,
        by=review.by,
        note=review.note,
        at=review.at,
    )


def _sources(one: Promised, register: Register) -> list[SourceShape]:
    return [
        SourceShape(
            commitment_id=source.id,
            publication_id=source.publication_id,
            document_id=source.document_id,
            title=register.publications[source.publication_id].title,
            quote=source.quote,
            start=source.commitment.span.start,
            end=source.commitment.span.end,
            language=source.commitment.language,
            held=source.held,
            current=source.current,
        )
        for source in one.promise.sources
    ]


def _due(due: Due) -> DueShape:
    return DueShape(
        words=due.words,
        operator=due.operator,
        first=due.first,
        last=due.last,
        grain=due.grain,
        vague=due.vague,
        review_after=due.review_after,
    )
