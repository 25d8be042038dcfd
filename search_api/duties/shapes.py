"""The JSON shapes of the desk: what `canllaw duties --json` prints and /api/v1/duties answers with; does not find anything."""

from datetime import date

from search_api.duties.register import FoundDuties, Owed
from search_api.shapes import Shape


class DutyShape(Shape):
    """A duty: the document's `text[start:end] == quote`."""

    duty_id: str
    publication_id: str
    document_id: str
    title: str
    quote: str
    start: int
    end: int
    header: str
    """The words that introduce the list it stands in; empty outside a list."""
    header_start: int | None
    header_end: int | None
    level: str
    """`must`, `should`, `may` or `needs`, by the document's own key where it gives one."""
    modal: str
    negative: bool
    actor: str | None
    actor_name: str
    action: str
    condition: str
    deadline: str
    laws: list[str]
    section: str
    page: str | None
    url: str | None
    published: date | None
    status: str
    force: str
    language: str
    held: str
    valid_from: date | None
    valid_to: date | None
    key: bool
    """Whether the document itself says what its word for this level means."""
    key_start: int | None
    key_end: int | None


class DutiesShape(Shape):
    """A page of the register of duties."""

    total: int
    duties: list[DutyShape]


def duties_shape(found: FoundDuties) -> DutiesShape:
    """What a query found."""
    return DutiesShape(total=found.total, duties=[duty_shape(one) for one in found.shown])


def duty_shape(owed: Owed) -> DutyShape:
    """One duty."""
    duty, publication = owed.kept.duty, owed.publication
    return DutyShape(
        duty_id=owed.kept.id,
        publication_id=publication.id,
        document_id=owed.document.id,
        title=publication.title,
        quote=owed.kept.quote,
        start=duty.span.start,
        end=duty.span.end,
        header=owed.kept.introduction,
        header_start=duty.header.start if duty.header else None,
        header_end=duty.header.end if duty.header else None,
        level=duty.level,
        modal=duty.modal,
        negative=duty.negative,
        actor=duty.actor,
        actor_name=owed.actor_name,
        action=duty.action,
        condition=duty.condition,
        deadline=duty.deadline,
        laws=list(duty.laws),
        section=" > ".join(owed.section),
        page=owed.document.page_at(duty.span.start),
        url=publication.url,
        published=publication.published,
        status=publication.standing.status,
        force=publication.standing.force,
        language=publication.language,
        held=owed.document.held,
        valid_from=publication.standing.valid_from,
        valid_to=publication.standing.valid_to,
        key=duty.key is not None,
        key_start=duty.key.start if duty.key else None,
        key_end=duty.key.end if duty.key else None,
    )
