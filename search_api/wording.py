"""Wording: what the pages call our statuses, types, dates, relations and warnings; English words here, translated where shown.

Does not decide any of them: the catalogue does.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from corpus.finding import Finding, FindingKind
from corpus.flag import FlagReason
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
        RelationKind.ANNEXES: (message("A file of"), message("Its file")),
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
FLAGS: Mapping[FlagReason, str] = MappingProxyType(
    {
        FlagReason.HIDDEN_TEXT: message(
            "The original holds words that its readers cannot see. They are left out of this text."
        ),
        FlagReason.INVISIBLE_CHARACTERS: message("The original holds characters that nobody sees, inside its words."),
        FlagReason.INSTRUCTION: message(
            "Some words here speak to a machine, not to a reader. They are kept, and never quoted in an answer."
        ),
        FlagReason.MIXED_SCRIPTS: message("Some words are spelt with letters of another alphabet that look Latin."),
        FlagReason.OTHER_LANGUAGE: message("Its address promises one language, and the text is in the other."),
        FlagReason.NO_TEXT_LAYER: message("Some of its pages are pictures of words, which were not read."),
    }
)
"""What a reader should know of a text."""
FINDINGS: Mapping[FindingKind, str] = MappingProxyType(
    {
        FindingKind.WITHDRAWN: message("It was withdrawn"),
        FindingKind.DRAFT: message("It is a draft"),
        FindingKind.CLOSED: message("The consultation closes or closed"),
        FindingKind.LAUNCHED: message("The consultation opened"),
        FindingKind.ADMINISTRATION: message("The administration it was published under"),
        FindingKind.STATUTORY: message("It is statutory"),
        FindingKind.NON_STATUTORY: message("It is not statutory"),
        FindingKind.IN_FORCE_FROM: message("The first day it stands"),
        FindingKind.REPLACES: message("It replaces"),
        FindingKind.REPLACED_BY: message("It was replaced by"),
        FindingKind.BEING_UPDATED: message("A new text is on its way"),
        FindingKind.NUMBER: message("Its number"),
        FindingKind.ISSUED: message("Month of issue"),
    }
)
"""What a text says of its own publication."""
DAYS = frozenset({FindingKind.WITHDRAWN, FindingKind.CLOSED, FindingKind.LAUNCHED, FindingKind.IN_FORCE_FROM})
"""Findings whose value is a day."""
EARLIER_REASON = message("Its publisher has changed the words since: a later version is held.")


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


def said_words(finding: Finding, messages: Messages) -> str:
    """What a finding says, days in words; empty where its kind says it all."""
    try:
        if finding.kind in DAYS and finding.value:
            return messages.day(date.fromisoformat(finding.value))
        return messages.issued(finding.value) if finding.kind is FindingKind.ISSUED else finding.value
    except ValueError:  # what is no day is shown as it is held
        return finding.value


def date_machine(publication: Publication) -> str:
    """The same date for machines: `2026-05-07`, `2019-11`, `2021`; empty where no date is known."""
    if publication.published:
        return publication.published.isoformat()
    if publication.issued:
        return publication.issued
    return publication.updated.isoformat() if publication.updated else ""
