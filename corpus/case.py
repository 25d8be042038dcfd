"""Case: all that bears on one publication's standing: its record, what replaces it, and what its text surely says of itself.

Does not judge: `corpus.standing` and `corpus.validity` do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.finding import SURE, Finding, FindingKind
from corpus.publication import REGISTER, Evidence, Publication, PublicationType, Relation, RelationKind

Said = Mapping[str, Sequence[tuple[str, Finding]]]
"""What texts say of their publications: by publication's id, each finding with the id of its document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sure finding with the document it stands in."""

    document_id: str
    finding: Finding

    @property
    def evidence(self) -> Evidence:
        """Its words."""
        found = self.finding
        return Evidence(document_id=self.document_id, quote=found.quote, start=found.start, end=found.end, rule=found.rule)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What bears on one publication's standing."""

    publication: Publication
    successions: tuple[Relation, ...]
    """Who replaces it, the surest relation of each, in order of ids."""
    statements: tuple[Statement, ...]
    in_chain: bool
    """True where the register has it supersede or be superseded."""

    @property
    def is_state(self) -> bool:
        """True for what stands for a time, and for a record that stands for a plan it launched."""
        return self.in_chain or not self.publication.is_event

    @property
    def is_draft(self) -> bool:
        """True where the register or its own words call it a draft."""
        return self.publication.draft or self.says(FindingKind.DRAFT) is not None

    @property
    def is_consultation(self) -> bool:
        """True for a consultation, and for a text of no known kind that names the day it closes."""
        type_ = self.publication.type
        closes = type_ is PublicationType.OTHER and self.says(FindingKind.CLOSED) is not None
        return type_ is PublicationType.CONSULTATION or closes

    @property
    def never_stands(self) -> bool:
        """True for a state that is a draft or a consultation."""
        return self.is_state and (self.is_draft or self.is_consultation)

    def says(self, kind: FindingKind) -> Statement | None:
        """The surest thing it says of that kind; of equals one with a value, then the first."""
        said = [statement for statement in self.statements if statement.finding.kind is kind]
        return max(said, key=lambda one: (one.finding.confidence, bool(one.finding.value)), default=None)


def cases_of(publications: Mapping[str, Publication], relations: Iterable[Relation], findings: Said) -> dict[str, Case]:
    """The case of each publication by id; relations that are not sure, or that end outside, are left out."""
    held = [
        relation
        for relation in relations
        if relation.kind is RelationKind.SUPERSEDES and {relation.source, relation.target} <= publications.keys()
    ]
    chains = {key for relation in held if relation.basis == REGISTER for key in (relation.source, relation.target)}
    stated = {(relation.source, relation.target) for relation in held if relation.basis == REGISTER}
    successions: dict[str, dict[str, Relation]] = {}
    for relation in sorted(held, key=lambda one: (one.confidence, one.basis == REGISTER)):
        if relation.basis == REGISTER or _settles(relation, publications, stated):
            successions.setdefault(relation.target, {})[relation.source] = relation
    return {
        key: Case(
            publication=publication,
            successions=tuple(one for _, one in sorted(successions.get(key, {}).items())),
            statements=tuple(
                Statement(document_id=document_id, finding=finding)
                for document_id, finding in findings.get(key, ())
                if finding.confidence >= SURE
            ),
            in_chain=key in chains,
        )
        for key, publication in publications.items()
    }


def _settles(relation: Relation, publications: Mapping[str, Publication], stated: set[tuple[str, str]]) -> bool:
    """Whether a relation found in words is sure, between states, and not the reverse of what the register says."""
    ends = (relation.source, relation.target)
    return (
        relation.confidence >= SURE
        and relation.source != relation.target
        and ends[::-1] not in stated
        and not any(publications[key].is_event for key in ends)
    )
