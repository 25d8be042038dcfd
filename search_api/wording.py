"""Wording: what the pages call our statuses, types, dates and relations; English words here, translated where shown.

Does not decide any of them: the catalogue does.
"""

from collections.abc import Mapping
from types import MappingProxyType

from corpus.provenance import Held
from corpus.publication import Force, Publication, PublicationType, RelationKind, Status
from search_api.messages import Messages, message

STATUSES: Mapping[Status, str] = MappingProxyType(
    {
        Status.IN_FORCE: message("In force"),
        Status.SUPERSEDED: message("Superseded"),
        Status.DRAFT: message("Draft"),
        Status.CONSULTATION: message("Consultation"),
        Status.WITHDRAWN: message("Withdrawn"),
    }
)
ON_THE_RECORD = message("On the record")
STATUS_FILTERS: Mapping[Status, str] = MappingProxyType({**STATUSES, Status.IN_FORCE: message("In force or on the record")})
FORCES: Mapping[Force, str] = MappingProxyType(
    {
        Force.STATUTORY: message("Statutory"),
        Force.NON_STATUTORY: message("Not statutory"),
        Force.UNKNOWN: message("Not stated"),
    }
)
TYPES: Mapping[PublicationType, str] = MappingProxyType(
    {
        PublicationType.WRITTEN_STATEMENT: message("Written statement"),
        PublicationType.ORAL_STATEMENT: message("Oral statement"),
        PublicationType.WRITTEN_ANSWER: message("Written answer"),
        PublicationType.LETTER: message("Letter"),
        PublicationType.MINUTES: message("Minutes"),
        PublicationType.NEWS: message("News"),
        PublicationType.REPORT: message("Report"),
        PublicationType.RESEARCH_BRIEFING: message("Research briefing"),
        PublicationType.GUIDANCE: message("Guidance"),
        PublicationType.LEGISLATION: message("Legislation"),
        PublicationType.CONSULTATION: message("Consultation"),
        PublicationType.TERMS_OF_REFERENCE: message("Terms of reference"),
        PublicationType.OTHER: message("Other"),
    }
)
HELD: Mapping[Held, str] = MappingProxyType(
    {Held.FULL: message("The publisher’s words"), Held.DIGEST: message("Digest: our wording")}
)
RELATIONS: Mapping[RelationKind, tuple[str, str]] = MappingProxyType(
    {
        RelationKind.SUPERSEDES: (message("Supersedes"), message("Superseded by")),
        RelationKind.AMENDS: (message("Amends"), message("Amended by")),
        RelationKind.FOLLOWS_UP: (message("Follows up"), message("Followed up by")),
        RelationKind.TRANSLATES: (message("Translation of"), message("Translated as")),
    }
)
"""What a relation is called from its source, and from its target."""

STATUS_REASONS: Mapping[Status, str] = MappingProxyType(
    {
        Status.IN_FORCE: message("Nothing we hold replaces it or takes it back."),
        Status.SUPERSEDED: message("A later publication replaces it."),
        Status.DRAFT: message("It was put out as a draft."),
        Status.CONSULTATION: message("It asks for views: it is not a decision."),
        Status.WITHDRAWN: message("Its publisher marks it as withdrawn."),
    }
)
ON_THE_RECORD_REASON = message("It records what was said or found on a day: later words do not undo it.")
FORCE_REASONS: Mapping[Force, str] = MappingProxyType(
    {
        Force.STATUTORY: message("The law stands behind it: those it is for must follow it, or must have regard to it."),
        Force.NON_STATUTORY: message("It does not bind anyone by itself."),
        Force.UNKNOWN: message("What we hold does not say whether the law stands behind it."),
    }
)


def on_the_record(publication: Publication) -> bool:
    """Whether it is a record of a day that nothing has taken back."""
    return publication.is_event and publication.standing.status is Status.IN_FORCE


def status_word(publication: Publication) -> str:
    """The word for a publication's status."""
    return ON_THE_RECORD if on_the_record(publication) else STATUSES[publication.standing.status]


def status_reason(publication: Publication) -> str:
    """How its status is known, in a sentence."""
    return ON_THE_RECORD_REASON if on_the_record(publication) else STATUS_REASONS[publication.standing.status]


def date_words(publication: Publication, messages: Messages) -> str:
    """A publication's date as far as it is known; empty where no date is."""
    if publication.published:
        return messages.day(publication.published)
    if publication.issued:
        return messages.issued(publication.issued)
    return messages.day(publication.updated) if publication.updated else ""


def date_machine(publication: Publication) -> str:
    """The same date for machines: `2026-05-07`, `2019-11`, `2021`; empty where no date is known."""
    if publication.published:
        return publication.published.isoformat()
    if publication.issued:
        return publication.issued
    return publication.updated.isoformat() if publication.updated else ""
