"""Settle what stands: status, force and validity of every publication, from its record and its relations.

Pure rules over the register's facts (methods: FRBR works and valid time). Does not read any text for evidence.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from corpus.publication import Force, Publication, PublicationType, Relation, RelationKind, Standing, Status


def settle(publications: Mapping[str, Publication], relations: Iterable[Relation]) -> dict[str, Standing]:
    """The standing of each publication by id.

    A statement or letter is an event and is never superseded; a record typed so that takes part in a chain of
    supersession stands for the plan it launched, and is settled as a state. A translation stands as its original does.
    """
    successors: dict[str, list[str]] = {}
    chained: set[str] = set()
    original: dict[str, str] = {}
    for relation in relations:
        if relation.kind is RelationKind.SUPERSEDES:
            successors.setdefault(relation.target, []).append(relation.source)
            chained |= {relation.source, relation.target}
        elif relation.kind is RelationKind.TRANSLATES:
            original[relation.source] = relation.target
    settled = {}
    for publication in publications.values():
        source = publication
        if not successors.get(publication.id) and publication.id in original:
            source = publications.get(original[publication.id], publication)
        newer = [publications[key] for key in successors.get(source.id, ()) if key in publications]
        settled[publication.id] = _standing(publication, newer, is_state=not publication.is_event or source.id in chained)
    return settled


def _standing(publication: Publication, newer: list[Publication], *, is_state: bool) -> Standing:
    status, basis = _status(publication, newer)
    force, force_basis = _force(publication, is_state=is_state)
    ends = sorted(known for known in (text.date for text in newer) if known)
    return Standing(
        status=status,
        status_basis=basis,
        force=force,
        force_basis=force_basis,
        valid_from=publication.date,
        valid_to=_after(ends[0], publication.date) if ends else None,
    )


def _after(end: date, start: date | None) -> date:
    """A replacement dated by its year alone may seem to come first; nothing stops standing before it starts."""
    return max(end, start) if start else end


def _status(publication: Publication, newer: list[Publication]) -> tuple[Status, str]:
    if publication.withdrawn:
        return Status.WITHDRAWN, "marked as withdrawn"
    if newer:
        return Status.SUPERSEDED, f"superseded by {', '.join(sorted(text.id for text in newer))}"
    if publication.type is PublicationType.CONSULTATION:
        return Status.CONSULTATION, "its type is consultation"
    if publication.draft:
        return Status.DRAFT, "put out as a draft"
    return Status.IN_FORCE, "nothing held supersedes or withdraws it"


def _force(publication: Publication, *, is_state: bool) -> tuple[Force, str]:
    if publication.statutory is not None:
        return (Force.STATUTORY if publication.statutory else Force.NON_STATUTORY), "stated of the publication"
    if not is_state:
        return Force.NON_STATUTORY, f"a {publication.type.value.replace('-', ' ')} does not bind anyone by itself"
    return Force.UNKNOWN, "not stated in what is held"
