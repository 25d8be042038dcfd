"""Settle what stands: status, force and validity of every publication, from its record, its relations and its own words.

Pure rules (methods 7: works and valid time). The register's word comes first, then what a text says of itself where that is
sure (`corpus.finding.SURE`); what is less sure settles nothing. Does not read any text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from corpus.case import Case, Said, Statement, cases_of
from corpus.finding import FindingKind
from corpus.publication import REGISTER, Evidence, Force, Publication, Relation, RelationKind, Standing, Status
from corpus.validity import validity_of

NOTHING_SAID: Said = MappingProxyType({})
_RANK = (Status.IN_FORCE, Status.DRAFT, Status.CONSULTATION, Status.SUPERSEDED, Status.WITHDRAWN)
_AS_ITS = {RelationKind.TRANSLATES: "original", RelationKind.ANNEXES: "whole"}


class _Reason(NamedTuple):
    """How a status or force is known."""

    basis: str
    confidence: float = 1.0
    evidence: Evidence | None = None


def settle(
    publications: Mapping[str, Publication], relations: Iterable[Relation], findings: Said = NOTHING_SAID
) -> dict[str, Standing]:
    """The standing of each publication by id.

    A statement or letter is an event and is never superseded; a record typed so that takes part in a chain of the
    register stands for the plan it launched, and is settled as a state. A translation stands as its original does, and a
    file of a publication as its whole, where it has no worse to say of itself.
    """
    kept = sorted(relations, key=lambda one: (one.source, one.target, one.kind, one.confidence, one.basis))
    cases = cases_of(publications, kept, findings)
    own = {key: _own_standing(case, cases) for key, case in cases.items()}
    # Of two, the original goes before the whole: the Welsh file stands as the English one does.
    above = {
        relation.source: relation
        for kind in reversed(_AS_ITS)
        for relation in kept
        if relation.kind is kind and {relation.source, relation.target} <= own.keys()
    }
    return {key: _standing(key, above, cases, own) for key in own}


def _own_standing(case: Case, cases: Mapping[str, Case]) -> Standing:
    status, why = _status(case)
    force, why_force = _force(case)
    validity = validity_of(case, status, cases)
    return Standing(
        status=status,
        status_basis=why.basis,
        status_confidence=why.confidence,
        status_evidence=why.evidence,
        force=force,
        force_basis=why_force.basis,
        force_confidence=why_force.confidence,
        force_evidence=why_force.evidence,
        valid_from=validity.valid_from,
        valid_to=validity.valid_to,
        validity_basis=validity.basis,
    )


def _status(case: Case) -> tuple[Status, _Reason]:
    if said := case.says(FindingKind.WITHDRAWN):
        day = f" on {said.finding.value}" if said.finding.value else ""
        return Status.WITHDRAWN, _stated(said, f"its page says it was withdrawn{day}")
    if case.successions:
        return Status.SUPERSEDED, _succeeded(case.successions)
    if case.is_state and (said := case.says(FindingKind.REPLACED_BY)):
        by = f" by '{said.finding.value}', which is not held" if said.finding.value else ""
        return Status.SUPERSEDED, _stated(said, f"its text says it was replaced{by}")
    return _not_ended(case)


def _not_ended(case: Case) -> tuple[Status, _Reason]:
    """The status of what nothing has withdrawn or replaced."""
    said = case.says(FindingKind.DRAFT) if case.is_state else None
    if case.is_consultation:
        return Status.CONSULTATION, _consulted(case)
    if case.publication.draft:
        return Status.DRAFT, _Reason("put out as a draft")
    if said:
        return Status.DRAFT, _stated(said, "it calls itself a draft")
    return Status.IN_FORCE, _standing_yet(case)


def _succeeded(successions: tuple[Relation, ...]) -> _Reason:
    basis = f"superseded by {', '.join(one.source for one in successions)}"
    surest = max(successions, key=lambda one: (one.basis == REGISTER, one.confidence))
    if surest.basis == REGISTER:
        return _Reason(basis)
    words = Evidence(
        document_id=surest.document_id or "", quote=surest.quote, start=surest.start, end=surest.end, rule="supersession"
    )
    return _Reason(f"{basis}: {surest.basis}", surest.confidence, words if surest.document_id else None)


def _consulted(case: Case) -> _Reason:
    said = case.says(FindingKind.CLOSED)
    if said is None:
        return _Reason("its type is consultation")
    return _stated(said, f"a consultation; the day it closes is {said.finding.value}")


def _standing_yet(case: Case) -> _Reason:
    basis = "nothing held supersedes or withdraws it"
    if said := case.says(FindingKind.BEING_UPDATED) if case.is_state else None:
        return _stated(said, f"{basis}; it says a new text is on its way")
    if said := case.says(FindingKind.DRAFT):
        return _stated(said, f"{basis}; it is a record still in draft")
    if said := case.says(FindingKind.ADMINISTRATION):
        return _Reason(f"{basis}; published under the {said.finding.value} administration")
    return _Reason(basis)


def _force(case: Case) -> tuple[Force, _Reason]:
    """The register's word on force; else what the text says of itself, where it says one thing."""
    known = case.publication.statutory
    yes, no = case.says(FindingKind.STATUTORY), case.says(FindingKind.NON_STATUTORY)
    if known is not None:
        otherwise = no if known else yes
        basis = "stated of the publication; its text says otherwise" if otherwise else "stated of the publication"
        evidence = otherwise.evidence if otherwise else None
        return (Force.STATUTORY if known else Force.NON_STATUTORY), _Reason(basis, evidence=evidence)
    if not case.is_state:
        kind = case.publication.type.value.replace("-", " ")
        return Force.NON_STATUTORY, _Reason(f"a record of this type ({kind}) does not bind anyone by itself")
    if yes and no:
        return Force.UNKNOWN, _Reason("its text says both that it is statutory and that it is not")
    if yes:
        law = f", under {yes.finding.value}" if yes.finding.value else ""
        return Force.STATUTORY, _stated(yes, f"its text says it is statutory{law}")
    if no:
        return Force.NON_STATUTORY, _stated(no, "its text says it is not statutory")
    return Force.UNKNOWN, _Reason("not stated in what is held")


def _stated(said: Statement, basis: str) -> _Reason:
    return _Reason(basis, said.finding.confidence, said.evidence)


def _standing(
    key: str, above: Mapping[str, Relation], cases: Mapping[str, Case], own: Mapping[str, Standing], depth: int = 0
) -> Standing:
    """The standing of a publication below its original or whole; a circle of relations is cut."""
    relation = above.get(key)
    if relation is None or depth > len(_AS_ITS):
        return own[key]
    upper = _standing(relation.target, above, cases, own, depth + 1)
    basis = f"stands as its {_AS_ITS[relation.kind]} '{relation.target}' does"
    if not _follows(relation, upper, cases):
        return own[key]
    standing = own[key]
    if _RANK.index(upper.status) > _RANK.index(standing.status):
        standing = replace(
            standing,
            status=upper.status,
            status_basis=f"{basis}: {upper.status_basis}",
            status_confidence=upper.status_confidence,
            status_evidence=upper.status_evidence,
        )
    if cases[key].is_state and (cases[key].never_stands or standing.status in {Status.DRAFT, Status.CONSULTATION}):
        standing = replace(standing, valid_from=None, valid_to=None, validity_basis=f"{basis}: neither ever stands")
    elif standing.status is upper.status and (upper.valid_from or upper.status is not Status.IN_FORCE):
        standing = replace(
            standing, valid_from=upper.valid_from, valid_to=upper.valid_to, validity_basis=f"{basis}: {upper.validity_basis}"
        )
    if standing.force is Force.UNKNOWN and upper.force is not Force.UNKNOWN:
        standing = replace(
            standing,
            force=upper.force,
            force_basis=f"{basis}: {upper.force_basis}",
            force_confidence=upper.force_confidence,
            force_evidence=upper.force_evidence,
        )
    return standing


def _follows(relation: Relation, upper: Standing, cases: Mapping[str, Case]) -> bool:
    """An event beside a state (a report in a consultation's list) stays on the record, unless its whole is withdrawn."""
    case, whole = cases[relation.source], cases[relation.target]
    if case.is_state or upper.status is Status.WITHDRAWN:
        return True
    return not whole.is_state or relation.kind is RelationKind.TRANSLATES
